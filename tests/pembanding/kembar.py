"""Twins by the rules alone: which two indicators are one, and what is remarked where they differ."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from typing import Any

from tests.pembanding.hitung import ROMAWI, Kabar, Kata, Sasaran, Ukuran, jatuh_tempo


def pasangan(indikator: Mapping[str, Mapping[str, Any]]) -> Iterator[tuple[str, str]]:
    """Kode of a superior's indicator and of the subordinate's that is the same."""
    for kode, isi in indikator.items():
        atas = isi["induk"]
        if atas in indikator and atas != kode and _sebut(indikator[atas]) == _sebut(isi):
            yield atas, kode


def _sebut(isi: Mapping[str, Any]) -> tuple[list[str], list[str]]:
    kata = re.sub(r"\(contoh\)", " ", isi["indikator"], flags=re.IGNORECASE)
    return kata.lower().split(), isi["satuan"].lower().split()


def desimal(angka: Fraction) -> int:
    """How many decimals it is written with; a mean without end has many."""
    return next((n for n in range(15) if (angka * 10**n).denominator == 1), 15)


def beda_angka(satu: Fraction, dua: Fraction) -> bool:
    """More than half a unit of the last decimal that both are written with."""
    return abs(satu - dua) > Fraction(1, 2 * 10 ** min(desimal(satu), desimal(dua)))


def beda_sasaran(satu: Sasaran, dua: Sasaran) -> bool:
    if satu is None or dua is None:
        return satu is not dua
    if isinstance(satu, tuple) and isinstance(dua, tuple):
        return any(beda_angka(a, b) for a, b in zip(satu, dua, strict=True))
    return isinstance(satu, tuple) or isinstance(dua, tuple) or beda_angka(satu, dua)


def tulis(angka: Sasaran) -> str:
    """`1.234,5`, `2,5 s.d. 4,5`, `kosong`."""
    if angka is None:
        return "kosong"
    if isinstance(angka, tuple):
        return " s.d. ".join(map(tulis, angka))
    if isinstance(angka, Kata):
        return angka.teks
    n = desimal(angka)
    bulat, pecahan = divmod(abs(angka.numerator) * 10**n // angka.denominator, 10**n)
    ekor = f",{pecahan:0{n}d}" if n else ""
    return f"{'-' if angka < 0 else ''}{bulat:,}".replace(",", ".") + ekor


def catatan(
    pasang: Sequence[tuple[str, str]],
    ukuran: Mapping[str, Ukuran],
    kabar: Mapping[str, Mapping[int, Kabar]],
    n: int,
) -> dict[str, tuple[str, ...]]:
    """What each side's Keterangan says s.d. triwulan n, by kode."""
    hasil: dict[str, tuple[str, ...]] = {}
    for atas, bawah in pasang:
        for ini, itu in ((atas, bawah), (bawah, atas)):
            butir = list(_bandingkan(ukuran[ini], ukuran[itu], kabar[ini], kabar[itu], n))
            if butir:
                teks = f"beda dengan {itu}: {', '.join(butir)}"
                hasil[ini] = (*hasil.get(ini, ()), teks)
    return hasil


def _bandingkan(
    a: Ukuran, b: Ukuran, kabar_a: Mapping[int, Kabar], kabar_b: Mapping[int, Kabar], n: int
) -> Iterator[str]:
    if beda_sasaran(a.target_tahun, b.target_tahun):
        yield f"Target Tahun {tulis(a.target_tahun)} / {tulis(b.target_tahun)}"
    if a.konsolidasi != b.konsolidasi:
        return
    for t in range(1, n + 1):
        x, y = _ditagih(a, t), _ditagih(b, t)
        if beda_sasaran(x, y):
            yield f"Target TW {ROMAWI[t - 1]} {tulis(x)} / {tulis(y)}"
    for t in range(1, n + 1):
        r, s = kabar_a[t].angka, kabar_b[t].angka
        if r is not None and s is not None and beda_angka(r, s):
            yield f"Realisasi TW {ROMAWI[t - 1]} {tulis(r)} / {tulis(s)}"


def _ditagih(u: Ukuran, t: int) -> Sasaran:
    target = u.target[t - 1]
    return target if jatuh_tempo(u.polaritas, target) else None
