"""A printed document held against what paper asks: few pages, letters that can be read, no lonely
row, its state and its signatures where they belong. `python -m tests.cetakan.kertas FILE…` tells."""

from __future__ import annotations

import io
import re
import sys
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

import xlsxwriter
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from tests.alat.cetak import (
    MIN_BARIS,
    Halaman,
    Tercetak,
    check_tercetak,
    count_baris,
    print_buku,
)

F4 = [612, 936]
"""8,5 × 13 inches in points."""
HURUF = 7.0
"""No letter on paper is smaller, in points."""
BEDA_UKUR = 0.05
TANPA_JUDUL = frozenset({"Petunjuk", "Rujukan", "Faktor dan Tindak Lanjut"})
"""Sheets of prose, or of several small tables, each under headings of its own."""
CONTOH = 20
"""How large the letters are by which the measure is taken."""


class Batas(NamedTuple):
    """What a document may print: so many pages, letters no smaller, rows on a sheet's last page no
    fewer; each page says `tanda`, and page 1 is signed by `tanda_tangan`."""

    halaman: int
    huruf: float = HURUF
    baris: int = MIN_BARIS
    tanda: str = ""
    tanda_tangan: int = 0


def check_kertas(path: Path, batas: Batas) -> list[str]:
    """Every fault of a workbook on paper: those of check_cetak, and what goes beyond `batas`."""
    cetakan = print_buku(path)
    galat = check_tercetak(cetakan)
    if len(cetakan.halaman) > batas.halaman:
        galat.append(f"{len(cetakan.halaman)} pages")
    if cetakan.halaman[0].teks.count("NIP.") < batas.tanda_tangan:
        galat.append("page 1 isn't signed")
    buku = load_workbook(path)
    for nama in cetakan.awal:
        galat += [f"{nama}: {g}" for g in _check_lembar(cetakan, nama, batas)]
        galat += [f"{nama}: {g}" for g in _check_judul(buku[nama], cetakan.find_halaman(nama))]
    return galat


def _check_judul(lembar: Worksheet, halaman: Sequence[Halaman]) -> Iterator[str]:
    """A table of several pages repeats its headings, and they are read on each page; of one that is
    two pages wide, those of that half."""
    if len(halaman) < 2 or lembar.title in TANPA_JUDUL:
        return
    if not lembar.print_title_rows:
        yield f"{len(halaman)} pages without a heading row on each"
        return
    awal, akhir = map(int, re.findall(r"\d+", lembar.print_title_rows))
    judul = {
        kata
        for baris in lembar.iter_rows(min_row=awal, max_row=akhir, values_only=True)
        for nilai in baris
        if isinstance(nilai, str)
        for kata in nilai.split()
    }
    for nomor, h in enumerate(halaman, 1):
        hilang = judul - {bagian for kata, _ in h.kata for bagian in kata.split()}
        if hilang == judul:
            yield f"page {nomor} of {len(halaman)} lacks the headings {sorted(hilang)[:5]}"


def _check_lembar(cetakan: Tercetak, nama: str, batas: Batas) -> Iterator[str]:
    halaman = cetakan.find_halaman(nama)
    ukuran, kata = min((measure_huruf(h) for h in halaman), default=(HURUF, ""))
    if ukuran < batas.huruf - BEDA_UKUR:
        yield f"letters of {ukuran:.1f} points: {kata!r}"
    if any(sorted(map(round, h.ukuran)) != F4 for h in halaman):
        yield "not on F4"
    if not all(batas.tanda in h.teks for h in halaman):
        yield f"a page without {batas.tanda}"
    lembar = next(x for x in cetakan.lembar if x["nama"] == nama)
    jumlah = count_baris(lembar, halaman)
    if len(jumlah) > 1 and 0 < jumlah[-1] < batas.baris:
        yield f"its last page of {len(jumlah)} holds {jumlah[-1]} rows"


def measure_huruf(halaman: Halaman) -> tuple[float, str]:
    """The smallest letters of a page in points, and a word in them."""
    tinggi, kata = min(((t, k) for k, t in halaman.kata if k.strip()), default=(0.0, ""))
    return (tinggi / read_nisbah(), kata) if kata else (HURUF, "")


@cache
def read_nisbah() -> float:
    """How tall poppler calls a word whose letters are one point large, as LibreOffice prints it."""
    isi = io.BytesIO()
    with xlsxwriter.Workbook(isi) as buku:
        huruf = buku.add_format({"font_name": "Arial", "font_size": CONTOH})
        lembar = buku.add_worksheet()
        lembar.set_paper(14)
        lembar.write_string(0, 0, "Ukuran", huruf)
    with TemporaryDirectory() as folder:
        contoh = Path(folder) / "contoh.xlsx"
        contoh.write_bytes(isi.getvalue())
        ((_, tinggi),) = print_buku(contoh).halaman[0].kata
    return tinggi / CONTOH


if __name__ == "__main__":
    for berkas in map(Path, sys.argv[1:]):
        print(berkas.name, *check_kertas(berkas, Batas(0)), sep="\n  ", flush=True)
