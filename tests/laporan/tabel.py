"""Markdown tables as test cases: one dict a row, cells stripped, rules and title rows skipped."""

from __future__ import annotations

import re

from sopkinerja.istilah import Rentang, Target


def read_tabel(teks: str) -> list[dict[str, str]]:
    """Each body row of the table by its headings."""
    baris = [_pecah(b) for b in teks.strip().splitlines() if b.strip().startswith("|")]
    judul, *isi = [b for b in baris if not all(re.fullmatch(r":?-+:?", s) for s in b)]
    for b in isi:
        assert len(b) == len(judul), f"{len(judul)} cells expected: {b}"
    return [dict(zip(judul, b, strict=True)) for b in isi]


def _pecah(baris: str) -> list[str]:
    return [s.strip() for s in baris.strip().strip("|").split("|")]


def read_angka(teks: str) -> float | None:
    """`1.234,5` or `−40,00` as a number, an empty cell or a dash as None."""
    bersih = teks.replace("−", "-").replace(".", "").replace(",", ".")
    return None if bersih in ("", "–", "-") else float(bersih)


def build_target(teks: str) -> Target:
    if "s.d." in teks:
        bawah, atas = (read_angka(x) for x in teks.split("s.d."))
        assert bawah is not None
        assert atas is not None
        return Rentang(bawah=bawah, atas=atas)
    return read_angka(teks)
