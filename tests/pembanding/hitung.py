"""A second, plain reckoning of every figure, written from the rules alone; it imports nothing of ours.

Exact fractions throughout; only a predikat looks at the decimals as printed. It is slow, long-winded
and short of features on purpose: it exists to disagree with sopkinerja where sopkinerja is wrong.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction


class Kata(Fraction):
    """A word of a scale: its place on it as a number, and how it is written."""

    teks: str

    def __new__(cls, nilai: Fraction | int, teks: str) -> Kata:
        """The word at that place."""
        satu = super().__new__(cls, nilai)
        satu.teks = teks
        return satu


def _urutkan(awal: int, *kata: str) -> tuple[Kata, ...]:
    return tuple(Kata(n, k) for n, k in enumerate(kata, awal))


SKALA = {
    "Predikat AKIP": _urutkan(1, "D", "C", "CC", "B", "BB", "A", "AA"),
    "Opini BPK": _urutkan(1, "TMP", "TW", "WDP", "WTP"),
    "Ya/Tidak": _urutkan(0, "Tidak", "Ya"),
    "Ada/Tidak Ada": _urutkan(0, "Tidak Ada", "Ada"),
    "Tepat Waktu/Terlambat": _urutkan(0, "Terlambat", "Tepat Waktu"),
}
"""The words of each scale, by the satuan that names it."""

Pita = tuple[Fraction, Fraction]
Sasaran = Fraction | Pita | None
"""A target: a number, a band (lower, upper), or none."""

DIHITUNG = "dihitung"
BELUM_DAPAT_DINILAI = "belum dapat dinilai"
BELUM_LAPOR = "belum lapor"
TIDAK_VALID = "tidak valid"
DATA_MENYUSUL = "data menyusul"
ROMAWI = ("I", "II", "III", "IV")
PREDIKAT = (
    ("91", "Sangat Tinggi"),
    ("76", "Tinggi"),
    ("66", "Sedang"),
    ("51", "Rendah"),
    ("0", "Sangat Rendah"),
)


@dataclass(frozen=True)
class Aturan:
    """The settings that change a figure."""

    rumus_turun: str = "selisih"
    rumus_rentang: str = "menyimpang"
    batas: Fraction = Fraction(120)
    predikat: tuple[tuple[str, str], ...] = PREDIKAT


@dataclass(frozen=True)
class Ukuran:
    """An indicator: its kind and its targets of TW I to IV, each by the version then in force."""

    polaritas: str
    konsolidasi: str
    target: tuple[Sasaran, Sasaran, Sasaran, Sasaran]
    target_tahun: Sasaran = None
    bobot: Fraction | None = None
    terburuk: Fraction | None = None
    susul: bool = False
    """The mandat says that others publish it after the deadline."""


@dataclass(frozen=True)
class Kabar:
    """What is known of an indicator in one triwulan: its figure, and why there may be none."""

    angka: Fraction | None = None
    lapor: bool = False
    ditolak: bool = False
    tutup: bool = False
    lowong: bool = False
    umumkan: bool = False
    sementara: bool = False


@dataclass(frozen=True)
class Nilai:
    """One result: target and realisasi beside a raw percentage that only `dihitung` has."""

    status: str
    target: Sasaran = None
    realisasi: Fraction | None = None
    capaian: Fraction | None = None
    catatan: tuple[str, ...] = ()


def pecah(angka: float | int | str | Decimal | None) -> Fraction | None:
    """A number as people typed it: 4.55 is 455/100, whatever a float makes of it."""
    if angka is None or isinstance(angka, Kata):
        return angka
    return Fraction(str(angka))


def jatuh_tempo(polaritas: str, target: Sasaran) -> bool:
    """Not empty, and not 0 for Naik."""
    if target is None:
        return False
    if isinstance(target, Kata):
        return True
    return not (polaritas == "Naik" and target == 0)


def hitung_capaian(
    polaritas: str, target: Sasaran, r: Fraction, terburuk: Fraction | None, aturan: Aturan
) -> Fraction:
    """The table of the three polaritas, in raw per cent."""
    if isinstance(target, tuple):
        bawah, atas = target
        if bawah <= r <= atas:
            return Fraction(100)
        if polaritas != "Rentang":
            dekat = bawah if r < bawah else atas
            if polaritas == "Naik" and dekat == 0:
                return Fraction(0) if r < bawah else Fraction(200)
            return hitung_capaian(polaritas, dekat, r, terburuk, aturan)
        if r < bawah:
            return r / bawah * 100 if bawah > 0 else Fraction(0)
        if aturan.rumus_rentang == "lampaui":
            return r / atas * 100 if atas > 0 else Fraction(0)
        return (2 * atas - r) / atas * 100 if atas > 0 else Fraction(0)
    assert target is not None
    if isinstance(target, Kata) and (target == 0 or (target <= 1 and r in (0, 1))):
        return Fraction(100 if (r >= target if polaritas == "Naik" else r <= target) else 0)
    if polaritas == "Naik":
        return r / target * 100 if target > 0 else (1 + (1 - r / target)) * 100
    if target == 0:
        if r <= 0:
            return Fraction(100)
        if terburuk is None:
            return Fraction(0)
        return (terburuk - r) / terburuk * 100
    if aturan.rumus_turun == "rasio":
        return target / r * 100 if r > 0 else Fraction(200)
    return (2 * target - r) / target * 100


def batasi(nilai: Fraction, aturan: Aturan) -> Fraction:
    """Into 0…batas; a batas of 0 is none."""
    if nilai < 0:
        return Fraction(0)
    if aturan.batas > 0 and nilai > aturan.batas:
        return aturan.batas
    return nilai


def cetak(nilai: Fraction) -> Decimal:
    """Two decimals, half up (away from zero), without ever being a float."""
    dua = abs(nilai) * 100
    bulat = (2 * dua.numerator + dua.denominator) // (2 * dua.denominator)
    hasil = (Decimal(bulat) / 100).quantize(Decimal("0.01"), ROUND_HALF_UP)
    return -hasil if nilai < 0 else hasil


def baca_predikat(nilai: Fraction, aturan: Aturan) -> str:
    """The label of the limited value as it is printed."""
    tercetak = cetak(batasi(nilai, aturan))
    for ambang, label in sorted(aturan.predikat, key=lambda p: Decimal(p[0]), reverse=True):
        if tercetak >= Decimal(ambang):
            return label
    return min(aturan.predikat, key=lambda p: Decimal(p[0]))[1]


def _status(ukuran: Ukuran, target: Sasaran, kabar: Kabar) -> str:
    if not jatuh_tempo(ukuran.polaritas, target):
        return BELUM_DAPAT_DINILAI
    if kabar.angka is not None and not kabar.ditolak:
        return DIHITUNG
    if _diumumkan(ukuran, kabar):
        return DATA_MENYUSUL
    return TIDAK_VALID if kabar.ditolak else BELUM_LAPOR


def _diumumkan(ukuran: Ukuran, kabar: Kabar) -> bool:
    """The officer said so; or the mandat did, and the form came without the figure."""
    return kabar.umumkan or (ukuran.susul and kabar.lapor)


def _ada(kabar: Kabar) -> bool:
    return kabar.angka is not None and not kabar.ditolak


def nilai_tw(ukuran: Ukuran, n: int, kabar: Kabar, aturan: Aturan) -> Nilai:
    """One triwulan (1 to 4) alone."""
    target = ukuran.target[n - 1]
    status = _status(ukuran, target, kabar)
    angka = kabar.angka if _ada(kabar) else None
    catatan: tuple[str, ...] = ()
    if angka is not None and kabar.sementara:
        catatan = ("angka sementara",)
    elif angka is None and kabar.lowong:
        catatan = ("jabatan lowong",)
    capaian = None
    if status == DIHITUNG:
        assert angka is not None
        capaian = hitung_capaian(ukuran.polaritas, target, angka, ukuran.terburuk, aturan)
    return Nilai(status, target, angka, capaian, catatan)


def gabung(konsolidasi: str, daftar: Sequence[Fraction]) -> Fraction:
    """Sum, mean, or the last."""
    if konsolidasi == "Terakhir":
        return daftar[-1]
    jumlah = Fraction(0)
    for angka in daftar:
        jumlah += angka
    return jumlah if konsolidasi == "Jumlah" else jumlah / len(daftar)


def gabung_target(ukuran: Ukuran, triwulan: Iterable[int]) -> Sasaran:
    """The targets of some triwulan as one; for a band its bounds are averaged (or the last)."""
    ada = [t for n in triwulan if (t := ukuran.target[n - 1]) is not None]
    pita = [t for t in ada if isinstance(t, tuple)]
    if pita:
        return (
            gabung(ukuran.konsolidasi, [b for b, _ in pita]),
            gabung(ukuran.konsolidasi, [a for _, a in pita]),
        )
    angka = [t for t in ada if isinstance(t, Fraction)]
    return gabung(ukuran.konsolidasi, angka) if angka else None


def nilai_sd(ukuran: Ukuran, n: int, kabar: Mapping[int, Kabar], aturan: Aturan) -> Nilai:
    """Sampai dengan triwulan n."""
    sampai = range(1, n + 1)
    isi = {t: kabar.get(t, Kabar()) for t in sampai}
    perlu = [t for t in sampai if jatuh_tempo(ukuran.polaritas, ukuran.target[t - 1])]
    bebas = [t for t in sampai if t not in perlu and _ada(isi[t])]
    if not perlu:
        realisasi = None
        if ukuran.konsolidasi == "Jumlah" and bebas:
            realisasi = gabung("Jumlah", _angka(isi, bebas))
        return Nilai(BELUM_DAPAT_DINILAI, gabung_target(ukuran, sampai), realisasi)
    if ukuran.konsolidasi == "Terakhir":
        pakai, lewat, tahan = _pilih_terakhir(ukuran, n, perlu, isi)
    else:
        pakai = [t for t in perlu if _ada(isi[t])]
        lewat = [t for t in perlu if not _ada(isi[t]) and _boleh_lewat(ukuran, n, t, isi[t])]
        tahan = [t for t in perlu if t not in pakai and t not in lewat]
    if tahan or not pakai:
        sebab = {_status(ukuran, ukuran.target[t - 1], isi[t]) for t in (tahan or lewat)}
        status = next(s for s in (BELUM_LAPOR, TIDAK_VALID, DATA_MENYUSUL) if s in sebab)
        return Nilai(status, gabung_target(ukuran, perlu))
    terhitung = sorted([*pakai, *bebas]) if ukuran.konsolidasi == "Jumlah" else pakai
    target = gabung_target(ukuran, pakai)
    realisasi = gabung(ukuran.konsolidasi, _angka(isi, terhitung))
    catatan = _catat(ukuran, isi, lewat, terhitung)
    if not jatuh_tempo(ukuran.polaritas, target):
        return Nilai(BELUM_DAPAT_DINILAI, target, realisasi, None, catatan)
    capaian = hitung_capaian(ukuran.polaritas, target, realisasi, ukuran.terburuk, aturan)
    return Nilai(DIHITUNG, target, realisasi, capaian, catatan)


def _boleh_lewat(ukuran: Ukuran, n: int, t: int, kabar: Kabar) -> bool:
    """A gap is passed over where the triwulan is closed or the chair was vacant; but this
    triwulan's own announced figure is awaited, not passed over."""
    if t == n and _diumumkan(ukuran, kabar):
        return False
    return kabar.tutup or kabar.lowong


def _pilih_terakhir(
    ukuran: Ukuran, n: int, perlu: Sequence[int], isi: Mapping[int, Kabar]
) -> tuple[list[int], list[int], list[int]]:
    """Back from the last due triwulan to the first with a figure; only closed or vacant ones are
    stepped over."""
    lewat: list[int] = []
    for t in reversed(perlu):
        if _ada(isi[t]):
            return [t], sorted(lewat), []
        if not _boleh_lewat(ukuran, n, t, isi[t]):
            return [], sorted(lewat), [t]
        lewat.append(t)
    return [], sorted(lewat), []


def _angka(isi: Mapping[int, Kabar], triwulan: Sequence[int]) -> list[Fraction]:
    return [a for t in triwulan if (a := isi[t].angka) is not None]


def _catat(
    ukuran: Ukuran, isi: Mapping[int, Kabar], lewat: Sequence[int], terhitung: Sequence[int]
) -> tuple[str, ...]:
    hasil = []
    susul = [t for t in lewat if _diumumkan(ukuran, isi[t])]
    if lewat:
        hasil.append(f"tidak lengkap (TW {', '.join(ROMAWI[t - 1] for t in lewat)})")
    if susul:
        hasil.append(f"data menyusul (TW {', '.join(ROMAWI[t - 1] for t in susul)})")
    if any(isi[t].sementara for t in terhitung):
        hasil.append("angka sementara")
    return tuple(hasil)


def nilai_tahun(ukuran: Ukuran, n: int, sd: Nilai, aturan: Aturan) -> Fraction | None:
    """Capaian Tahun: the result s.d. TW against the annual target; Turun waits for TW IV."""
    if sd.status != DIHITUNG or sd.realisasi is None:
        return None
    if ukuran.polaritas == "Turun" and n < 4:
        return None
    if not jatuh_tempo(ukuran.polaritas, ukuran.target_tahun):
        return None
    return hitung_capaian(
        ukuran.polaritas, ukuran.target_tahun, sd.realisasi, ukuran.terburuk, aturan
    )


def skor_jabatan(
    daftar: Sequence[tuple[Fraction, Fraction | None]], aturan: Aturan
) -> Fraction | None:
    """Mean of limited capaian by bobot; bobot stands on all rows of a jabatan or on none."""
    if not daftar:
        return None
    berbobot = all(b is not None for _, b in daftar)
    atas, bawah = Fraction(0), Fraction(0)
    for nilai, bobot in daftar:
        b = bobot if berbobot and bobot is not None else Fraction(1)
        atas += batasi(nilai, aturan) * b
        bawah += b
    return atas / bawah if bawah > 0 else None


def skor_kelompok(
    daftar: Sequence[Fraction | None], aturan: Aturan
) -> tuple[Fraction | None, int, int]:
    """Plain mean over the jabatan that have a score, with n dari m."""
    ada = [batasi(s, aturan) for s in daftar if s is not None]
    return (sum(ada, Fraction(0)) / len(ada) if ada else None), len(ada), len(daftar)


def jumlah_kode(daftar: Iterable[tuple[str, Fraction | None]], kode: str) -> Fraction | None:
    """The sum of all lines at or below a kode (`3.30` takes in `3.30.02.1`, never `3.301`); None
    where no line has a figure."""
    ujung = tuple(kode.split(".")) if kode else ()
    ada = [
        angka
        for milik, angka in daftar
        if angka is not None and tuple(milik.split("."))[: len(ujung)] == ujung
    ]
    return sum(ada, Fraction(0)) if ada else None
