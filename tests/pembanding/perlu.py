"""What the rest of the year must bring, reckoned plainly and held against the words as printed."""

from __future__ import annotations

import re
from collections.abc import Mapping
from fractions import Fraction

from tests.pembanding.arsip import baca
from tests.pembanding.hitung import (
    BELUM_DAPAT_DINILAI,
    DIHITUNG,
    Kabar,
    Kata,
    Nilai,
    Ukuran,
    cetak,
    jatuh_tempo,
)

ANGKA = r"-?\d[\d.]*(?:,\d+)?"


def harap_perlu(
    u: Ukuran, sd: Nilai, kabar: Mapping[int, Kabar], n: int
) -> tuple[str, list[Fraction]]:
    """The words with `#` for each number, and those numbers in their order."""
    tahun = u.target_tahun
    if tahun is None:
        return "tanpa target tahun", []
    if sd.status == BELUM_DAPAT_DINILAI and sd.realisasi is None:
        return _sebut(tahun)
    if u.konsolidasi == "Terakhir":
        kata, angka = _sebut(tahun)
        if sd.realisasi is None:
            return kata, angka
        kini, lagi = _sebut(sd.realisasi)
        return f"{kata} (kini {kini})", [*angka, *lagi]
    if sd.realisasi is None:
        return f"– ({sd.status})", []
    nanti = [t for t in range(n + 1, 5) if u.target[t - 1] not in (None, 0)] or list(
        range(n + 1, 5)
    )
    if u.konsolidasi == "Jumlah":
        return _jumlah(u, sd.realisasi, kabar, n, len(nanti))
    return _rata(u, kabar, n, len(nanti))


def _sebut(nilai: Fraction | tuple[Fraction, Fraction]) -> tuple[str, list[Fraction]]:
    if isinstance(nilai, Kata):
        return nilai.teks, []
    if isinstance(nilai, tuple):
        return "# s.d. #", list(nilai)
    return "#", [nilai]


def _jumlah(
    u: Ukuran, hasil: Fraction, kabar: Mapping[int, Kabar], n: int, nanti: int
) -> tuple[str, list[Fraction]]:
    assert isinstance(u.target_tahun, Fraction)
    sisa = u.target_tahun - hasil
    if u.polaritas == "Turun":
        return ("paling banyak #", [sisa]) if sisa >= 0 else ("tidak terkejar", [])
    if sisa <= 0:
        return "tercapai", []
    tiap = sisa / nanti
    kata = "# per TW" if nanti > 1 else "#"
    if (kali := hitung_kali(u, sisa, n)) is not None:
        return f"{kata} (# × target TW)", [tiap, kali]
    ada = [a for x in kabar.values() if (a := x.angka) is not None]
    if hasil <= 0:
        return f"{kata} (sejauh ini #)", [tiap, Fraction(0)]
    return f"{kata} (# × rata-rata)", [tiap, tiap / (hasil / len(ada))]


def hitung_kali(u: Ukuran, sisa: Fraction, n: int) -> Fraction | None:
    """How many times the targets of the triwulan to come; None where they have none."""
    rencana = [t for t in u.target[n:] if isinstance(t, Fraction) and not isinstance(t, Kata)]
    return sisa / sum(rencana) if sum(rencana) > 0 else None


def _rata(u: Ukuran, kabar: Mapping[int, Kabar], n: int, nanti: int) -> tuple[str, list[Fraction]]:
    ada = [
        a
        for t in range(1, n + 1)
        if (a := kabar[t].angka) is not None and jatuh_tempo(u.polaritas, u.target[t - 1])
    ]
    jumlah = sum(ada, Fraction(0))
    banyak, tengah = len(ada) + nanti, jumlah / len(ada)
    if isinstance(u.target_tahun, tuple):
        batas = [(b * banyak - jumlah) / nanti for b in u.target_tahun]
        return "# s.d. # (rata-rata #)", [*batas, tengah]
    assert u.target_tahun is not None
    perlu = (u.target_tahun * banyak - jumlah) / nanti
    if u.polaritas == "Naik":
        return "≥ # (rata-rata #)", [perlu, tengah]
    if perlu < 0:
        return "tidak terkejar (rata-rata #)", [tengah]
    return "≤ # (rata-rata #)", [perlu, tengah]


def harap_kurang(u: Ukuran, sd: Nilai, tahun: Fraction | None) -> tuple[str, list[Fraction]]:
    """After TW IV: against the annual target."""
    if u.target_tahun is None:
        return "tanpa target tahun", []
    if tahun is None or sd.status != DIHITUNG:
        return "", []
    if cetak(tahun) >= 100:
        return "tercapai", []
    if (
        isinstance(u.target_tahun, tuple | Kata)
        or isinstance(sd.realisasi, Kata)
        or sd.realisasi is None
    ):
        return "di bawah target", []
    arah = "kurang" if u.polaritas == "Naik" else "lebih"
    return f"{arah} #", [abs(u.target_tahun - sd.realisasi)]


def is_sama(teks: str, harap: tuple[str, list[Fraction]]) -> bool:
    """Whether the printed words are those, each number right to its last printed decimal."""
    kata, angka = harap
    polos = re.sub(ANGKA, "#", teks)
    tertulis = re.findall(ANGKA, teks)
    return polos == kata and all(_dekat(t, a) for t, a in zip(tertulis, angka, strict=True))


def is_perlu(teks: str, harap: tuple[str, list[Fraction]]) -> bool:
    """The same of what is needed: a floor is never printed too low, a ceiling never too high, and
    neither by a hundredth; what says that it was rounded is whole, and off by less than one."""
    kata, angka = harap
    utuh, teks = DIBULATKAN in teks, " ".join(teks.replace(DIBULATKAN, "").split())
    satuan = 1 if utuh else SATUAN
    arah = next((a for pola, a in BULAT.items() if re.match(pola, kata)), ())
    tertulis = [baca(t) or Fraction(0) for t in re.findall(ANGKA, teks)]
    lebih = [(t - a) * n for t, a, n in zip(tertulis, angka, arah, strict=False)]
    # those are right to the hundredth; the others as printed
    benar = [*tertulis[: len(arah)], *angka[len(arah) :]]
    return is_sama(teks, (kata, benar)) and (
        all(-NYARIS <= n < satuan + NYARIS for n in lebih)
        and (not utuh or all(t.denominator == 1 for t in tertulis[: len(arah)]))
    )


SATUAN, NYARIS = Fraction(1, 100), Fraction(1, 10**8)
DIBULATKAN = ", dibulatkan"
BULAT = {
    r"# per TW|# \(# ×|# \(sejauh|≥ #": (1,),
    r"≤ #|paling banyak #": (-1,),
    r"# s\.d\. # \(rata-rata": (1, -1),
}
"""By the words which way the first numbers are rounded."""


def _dekat(tertulis: str, angka: Fraction) -> bool:
    desimal = len(tertulis.partition(",")[2])
    nilai = baca(tertulis)
    return nilai is not None and abs(nilai - angka) <= Fraction(1, 2 * 10**desimal) * (
        1 + Fraction(1, 10**6)
    )
