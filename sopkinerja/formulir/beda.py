"""Where two returns of one form differ: which row and column, what the one says and the other."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from enum import Enum
from typing import NamedTuple

from sopkinerja.istilah import Sebutan
from sopkinerja.tulisan import render_angka, render_tanggal, render_target

PANJANG = 80
"""Longer texts are cut."""
Isi = Mapping[str, Mapping[str, object]]
"""What a return says: row to column to value."""
ATAU, MENJADI = " / ", " → "
"""Between what two returns say: neither counts before the other, or the one takes its place."""


class BedaKiriman(NamedTuple):
    """One place where two returns differ, and what each says there."""

    tempat: str
    satu: str
    dua: str

    def render(self, pemisah: str = ATAU) -> str:
        """`PLN-01.02 Realisasi [Laporan!G9]: 8 / 11,5`."""
        return f"{self.tempat}: {self.satu}{pemisah}{self.dua}"


def call_kolom(isi: Mapping[str, object]) -> dict[str, object]:
    return {kolom.replace("_", " "): nilai for kolom, nilai in isi.items()}


def iter_ada(satu: Isi, dua: Isi) -> Iterator[BedaKiriman]:
    """Rows that only one of them has."""
    for kunci in dict.fromkeys((*satu, *dua)):
        if kunci not in satu or kunci not in dua:
            ada = ("ada" if kunci in s else "tidak ada" for s in (satu, dua))
            yield BedaKiriman(kunci, *ada)


def render_letak(satu: str, dua: str) -> str:
    """`Laporan!G9`; where the files have it in different cells, both."""
    return " / ".join(dict.fromkeys(s for s in (satu, dua) if s))


def list_beda(
    satu: Isi,
    dua: Isi,
    *,
    keduanya: bool = False,
    letak: Mapping[tuple[str, str], str] | None = None,
) -> list[BedaKiriman]:
    """What differs, cell by cell, figures before texts; with `keduanya` of rows that both have. The
    cell of a row and column is told where `letak` knows it."""
    angka: list[BedaKiriman] = []
    lain: list[BedaKiriman] = []
    for kunci in dict.fromkeys((*satu, *dua)):
        if keduanya and (kunci not in satu or kunci not in dua):
            continue
        kiri, kanan = satu.get(kunci, {}), dua.get(kunci, {})
        for kolom in dict.fromkeys((*kiri, *kanan)):
            a, b = kiri.get(kolom), kanan.get(kolom)
            if a != b and not (_is_kosong(a) and _is_kosong(b)):
                tempat = angka if _is_angka(a) or _is_angka(b) else lain
                sel = (letak or {}).get((kunci, kolom))
                nama = f"{kunci} {kolom} [{sel}]" if sel else f"{kunci} {kolom}"
                tempat.append(BedaKiriman(nama, _teks(a), _teks(b)))
    return [*angka, *lain]


def _is_angka(nilai: object) -> bool:
    return isinstance(nilai, int | float) and not isinstance(nilai, bool)


def _is_kosong(nilai: object) -> bool:
    return nilai is None or nilai is False or nilai in ("", ())


def _teks(nilai: object) -> str:
    if nilai in (None, "", ()):
        return "kosong"
    if isinstance(nilai, bool):
        return "ya" if nilai else "tidak"
    if isinstance(nilai, Enum):
        return str(nilai.value)
    if isinstance(nilai, dt.date):
        return render_tanggal(nilai)
    if isinstance(nilai, int | float):
        return render_angka(nilai)
    if isinstance(nilai, tuple):
        return "; ".join(_teks(n) for n in nilai)
    if isinstance(nilai, dict) and "sebutan" in nilai:
        return render_target(Sebutan.model_validate(nilai))
    if isinstance(nilai, dict):
        return " s.d. ".join(_teks(n) for n in nilai.values())
    teks = " ".join(str(nilai).split())
    return teks if len(teks) <= PANJANG else f"{teks[: PANJANG - 1]}…"
