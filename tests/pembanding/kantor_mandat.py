"""Random indicators whose targets fit together, and a revision of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction
from random import Random

from tests.pembanding.hitung import SKALA, Sasaran, jatuh_tempo
from tests.pembanding.kantor import Empat, Indikator, Kursi, Renstra, Sub

BULAT = ("unit", "dokumen", "orang", "laporan")
PECAHAN = ("indeks", "hari", "%", "nilai")


def build_mandat(
    acak: Random, kursi: Sequence[Kursi], renstra: Sequence[Renstra], sub: Sequence[Sub]
) -> tuple[Indikator, ...]:
    hasil: list[Indikator] = []
    for k in kursi:
        banyak = acak.randint(3, 4) if k.kode == "KADIS" else acak.randint(1, 3)
        bobot = _bagi_bobot(acak, banyak) if acak.random() < 0.5 else [None] * banyak
        atas = [i.kode for i in hasil if i.jabatan == k.atasan]
        milik = [s.kode for s in sub if s.penanggung_jawab == k.kode]
        for n in range(banyak):
            i = _build_indikator(acak, k.kode, n + 1, bobot[n])
            if k.kode == "KADIS" and n < len(renstra):
                satuan = (
                    renstra[n].satuan if acak.random() < 0.7 and i.satuan in PECAHAN else i.satuan
                )
                i = replace(i, renstra=renstra[n].kode, satuan=satuan)
            hasil.append(
                replace(
                    i,
                    induk=acak.choice(atas) if atas and acak.random() < 0.8 else "",
                    sub=milik[n % len(milik)] if milik else "",
                )
            )
    return tuple(_kembarkan(hasil))


def _kembarkan(daftar: Sequence[Indikator]) -> Iterator[Indikator]:
    """Of each jabatan the first that supports an indicator of the same satuan is that indicator."""
    nama, sudah = {(i.kode, i.satuan): i.nama for i in daftar}, set()
    for i in daftar:
        sama = nama.get((i.induk, i.satuan))
        if sama and i.jabatan not in sudah:
            sudah.add(i.jabatan)
            i = replace(i, nama=sama)
        yield i


def _bagi_bobot(acak: Random, banyak: int) -> list[Fraction | None]:
    """Weights that sum to 100."""
    potong = sorted(acak.sample(range(10, 95, 5), banyak - 1))
    return [Fraction(b - a) for a, b in zip([0, *potong], [*potong, 100], strict=True)]


def _build_indikator(acak: Random, jabatan: str, n: int, bobot: Fraction | None) -> Indikator:
    if acak.random() < 0.12:
        return _build_berskala(acak, jabatan, n, bobot)
    polaritas = acak.choices(("Naik", "Turun", "Rentang"), (11, 5, 3))[0]
    cara = acak.choice(("Rata-rata", "Terakhir") if polaritas == "Rentang" else
                       ("Jumlah", "Jumlah", "Rata-rata", "Terakhir"))  # fmt: skip
    satuan = acak.choice(BULAT if cara == "Jumlah" else PECAHAN)
    terburuk = None
    if polaritas == "Turun" and acak.random() < 0.3:
        satuan, target = "temuan", _bolong(acak, [Fraction(0)] * 4)
        cara = acak.choice(("Jumlah", "Terakhir"))
        terburuk = Fraction(10) if acak.random() < 0.5 else None
    else:
        pita = polaritas == "Rentang" or (cara != "Jumlah" and acak.random() < 0.25)
        target = _bolong(acak, [_target(acak, pita, cara) for _ in range(4)])
        if polaritas == "Naik" and not pita and cara != "Terakhir" and acak.random() < 0.3:
            nol = acak.choice([t for t, s in enumerate(target) if s is not None])
            if sum(s is not None for s in target) > 1:
                target = tuple(Fraction(0) if t == nol else s for t, s in enumerate(target))  # type: ignore[assignment]
    return Indikator(
        f"{jabatan}.{n:02d}", jabatan, f"Hasil {jabatan} ke-{n} (contoh)",
        f"Sasaran {jabatan} {1 + n // 3} (contoh)", satuan, polaritas, cara, target,
        setahun(polaritas, cara, target), bobot, terburuk, acak.random() < 0.08,
        Fraction(acak.randint(10, 90)) if acak.random() < 0.5 else None,
    )  # fmt: skip


def _build_berskala(acak: Random, jabatan: str, n: int, bobot: Fraction | None) -> Indikator:
    """An indicator in words; what nobody wants to have is wanted the less."""
    satuan = acak.choice(tuple(SKALA))
    turun = satuan == "Ada/Tidak Ada"
    pilihan = SKALA[satuan][:1] if turun else SKALA[satuan][1:]
    target = _bolong(acak, [acak.choice(pilihan) for _ in range(4)])
    polaritas = "Turun" if turun else "Naik"
    return Indikator(
        f"{jabatan}.{n:02d}", jabatan, f"Hasil {jabatan} ke-{n} (contoh)",
        f"Sasaran {jabatan} {1 + n // 3} (contoh)", satuan, polaritas, "Terakhir", target,
        setahun(polaritas, "Terakhir", target), bobot, None, acak.random() < 0.08,
        acak.choice(SKALA[satuan]) if acak.random() < 0.5 else None,
    )  # fmt: skip


def _target(acak: Random, pita: bool, cara: str) -> Sasaran:
    if pita:
        bawah = Fraction(acak.randint(20, 60) * 5, 10)
        return bawah, bawah + Fraction(acak.randint(2, 20) * 5, 10)
    if cara == "Jumlah":
        return Fraction(acak.randint(3, 60))
    return Fraction(acak.choice((acak.randint(30, 90) * 10, acak.randint(300, 900))), 10)


def _bolong(acak: Random, target: list[Sasaran]) -> Empat:
    """Some quarters without a target, never all."""
    tetap = acak.randrange(4)
    isi = [s if t == tetap or acak.random() > 0.22 else None for t, s in enumerate(target)]
    return isi[0], isi[1], isi[2], isi[3]


def setahun(polaritas: str, cara: str, target: Empat) -> Sasaran:
    """The annual target that fits: sum, mean or last of the due quarters; two decimals."""
    ada = [s for s in target if jatuh_tempo(polaritas, s)]
    if not ada:
        ada = [s for s in target if s is not None]
    if isinstance(ada[-1], tuple):
        pita = [s for s in ada if isinstance(s, tuple)]
        if cara == "Terakhir":
            return pita[-1]
        return bulat(sum((b for b, _ in pita), Fraction(0)) / len(pita)), bulat(
            sum((a for _, a in pita), Fraction(0)) / len(pita)
        )
    angka = [s for s in ada if isinstance(s, Fraction)]
    if cara == "Terakhir":
        return angka[-1]
    jumlah = sum(angka, Fraction(0))
    return jumlah if cara == "Jumlah" else bulat(jumlah / len(angka))


def bulat(angka: Fraction, desimal: int = 2) -> Fraction:
    return Fraction(round(angka * 10**desimal), 10**desimal)


def revisi_mandat(acak: Random, lama: Sequence[Indikator], mulai: int) -> tuple[Indikator, ...]:
    """From a triwulan on: other targets for some, one indicator gone, one more: not in the jabatan
    that lost one, where the program asks whether they are the same."""
    hasil = []
    induk = {i.induk for i in lama}
    lepas = [i.kode for i in lama if not i.kode.endswith(".01") and i.kode not in induk]
    hilang = acak.choice(
        [k for k in lepas if k in {i.kode for i in lama if i.bobot is None}] or [""]
    )
    for i in lama:
        if i.kode == hilang:
            continue
        if acak.random() < 0.3 and i.satuan not in ("temuan", *SKALA):
            pita = any(isinstance(s, tuple) for s in i.target)
            baru = [
                _target(acak, pita, i.konsolidasi) if t >= mulai - 1 and s is not None else s
                for t, s in enumerate(i.target)
            ]
            target = (baru[0], baru[1], baru[2], baru[3])
            i = replace(i, target=target, target_tahun=setahun(i.polaritas, i.konsolidasi, target))
        hasil.append(i)
    tanpa_bobot = [i.jabatan for i in hasil if i.bobot is None]
    if tanpa_bobot:
        jabatan = acak.choice(tanpa_bobot)
        baru = _build_indikator(acak, jabatan, 9, None)
        kehilangan = {i.jabatan for i in lama if i.kode == hilang}
        if jabatan not in kehilangan and any(s is not None for s in baru.target[mulai - 1 :]):
            isi = [None if t < mulai - 1 else s for t, s in enumerate(baru.target)]
            target = (isi[0], isi[1], isi[2], isi[3])
            if any(jatuh_tempo(baru.polaritas, s) for s in target):
                tahun = setahun(baru.polaritas, baru.konsolidasi, target)
                hasil.append(replace(baru, target=target, target_tahun=tahun))
    return tuple(hasil)
