"""The words of the tables of faults: `laporan.01.realisasi='12 dan 15 ; rumus laporan.02.realisasi=6`.

A value is `'a text`, `@2026-01-15`, `#REF!`, `=formula -> result`, `TRUE`, a number, or nothing. What
isn't a cell is the name of a function of `cacat.py` and its words.
"""

from __future__ import annotations

import datetime as dt

from tests.mutator.borang import Borang, Galat, Isi, Rumus
from tests.mutator.cacat import CACAT


def apply_perubahan(borang: Borang, jabatan: str, perubahan: str) -> bytes | None:
    """Does to the form what the words say; bytes where it isn't a workbook any more."""
    for bagian in perubahan.split(" ; "):
        tempat, ada, nilai = bagian.partition("=")
        if ada and tempat.strip() in borang.alamat:
            borang.isi(tempat.strip(), read_nilai(nilai.strip().replace("{jabatan}", jabatan)))
        elif (hasil := _panggil(borang, bagian.strip())) is not None:
            return hasil
    return None


def _panggil(borang: Borang, kata: str) -> bytes | None:
    nama = max((n for n in CACAT if kata.startswith(n)), key=len, default=None)
    assert nama, f"no such change: {kata}"
    return CACAT[nama](borang, *kata.removeprefix(nama).split())


def read_nilai(teks: str) -> Isi | Rumus | Galat:
    """A value of the table."""
    if not teks:
        return None
    if teks.startswith("'"):
        return teks[1:]
    if teks.startswith("="):
        rumus, _, hasil = teks[1:].partition(" -> ")
        nilai = read_nilai(hasil)
        assert not isinstance(nilai, Rumus)
        return Rumus(rumus, nilai)
    if teks.startswith("#"):
        return Galat(teks)
    if teks.startswith("@"):
        return dt.date.fromisoformat(teks[1:])
    return teks == "TRUE" if teks in ("TRUE", "FALSE") else float(teks)
