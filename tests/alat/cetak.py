"""The printed page: the PDF holds the cells' text, nothing is cut, pages are filled sensibly."""

from __future__ import annotations

import re
import subprocess
import tempfile
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import Any

from lxml import etree

from tests.alat.libreoffice import tanya

MIN_BARIS = 3
MAKS_LEBAR = 2
XHTML = {"h": "http://www.w3.org/1999/xhtml"}


@dataclass(frozen=True)
class _Halaman:
    """A page's text without white space, and the height on the page of each of its letters."""

    teks: str
    y: tuple[float, ...]


def check_cetak(path: Path) -> list[str]:
    """Every fault of the workbook as LibreOffice prints it; empty where all is well.

    Texts cut by their cell, texts missing from the PDF, `###`, sheets without fit-to-pages or more
    than two pages wide, empty pages, and pages with fewer than three rows (a sheet's last page
    excepted).
    """
    with tempfile.TemporaryDirectory() as folder:
        pdf = Path(folder) / "cetak.pdf"
        cetakan = tanya({"op": "cetakan", "berkas": str(path.resolve()), "pdf": str(pdf)})
        halaman, awal = _read_halaman(pdf), read_awal(pdf)
    galat: list[str] = []
    for lembar in cetakan:
        nama = lembar["nama"]
        galat += [f"{nama}!{sel}: cut in print, {sebab}" for sel, sebab in lembar["potong"]]
        if nama in awal:
            isi = [halaman[n - 1] for n in _halaman_dari(awal, nama, len(halaman))]
            galat += [f"{nama}: {g}" for g in _check_lembar(lembar, isi)]
        elif lembar["teks"]:
            galat.append(f"{nama}: has texts but no page")
    galat += [f"page {n}: ###" for n, h in enumerate(halaman, 1) if re.search("#{3,}", h.teks)]
    return galat


def _check_lembar(lembar: dict[str, Any], halaman: list[_Halaman]) -> Iterator[str]:
    if not lembar["muat"]:
        yield "fit-to-pages is missing"
    elif lembar["lebar"] > MAKS_LEBAR:
        yield f"{lembar['lebar']} pages wide"
    cetakan = "".join(h.teks for h in halaman)
    hilang = [(b, k, t) for b, k, t in lembar["teks"] if _padat(t) not in cetakan]
    for b, k, teks in hilang:
        yield f"row {b + 1}, column {k + 1}: not whole in print: {teks[:80]!r}"
    yield from _check_isi_halaman(lembar, halaman)


def _check_isi_halaman(lembar: dict[str, Any], halaman: list[_Halaman]) -> Iterator[str]:
    """Rows are followed down the pages by their first text; the last page may hold few."""
    if lembar["lebar"] == MAKS_LEBAR and lembar["menyamping"]:
        halaman = halaman[::MAKS_LEBAR]
    jumlah = [0] * len(halaman)
    nomor, y = 0, -1.0
    for teks in _teks_baris(lembar):
        tempat = _cari(teks, halaman, nomor, y)
        if tempat is not None:
            nomor, y = tempat
            jumlah[nomor] += 1
    for n, banyak in enumerate(jumlah[: nomor + 1], 1):
        if banyak < MIN_BARIS and n <= nomor:
            yield f"its page {n} of {len(halaman)} holds {banyak} rows"
    if lembar["lebar"] <= 1:
        for n in range(nomor + 1, len(halaman)):
            yield f"its page {n + 1} of {len(halaman)} holds nothing"


def _teks_baris(lembar: dict[str, Any]) -> Iterator[str]:
    """The first text of each row that isn't repeated on every page."""
    awal, akhir = lembar["judul"] or (-1, -1)
    for b, isi in groupby(lembar["teks"], key=lambda t: t[0]):
        if not awal <= b <= akhir:
            yield _padat(next(isi)[2])


def _cari(teks: str, halaman: list[_Halaman], nomor: int, y: float) -> tuple[int, float] | None:
    """Page and height of the next place of this text, at or below where the row before stood."""
    for n in range(nomor, len(halaman)):
        tinggi = [
            halaman[n].y[c.start()]
            for c in re.finditer(f"(?={re.escape(teks)})", halaman[n].teks)
            if n > nomor or halaman[n].y[c.start()] > y
        ]
        if tinggi:
            return n, min(tinggi)
    return None


def _read_halaman(pdf: Path) -> list[_Halaman]:
    hasil = subprocess.run(
        ["pdftotext", "-raw", "-bbox", "-enc", "UTF-8", pdf, "-"], capture_output=True, check=True
    )
    akar = etree.fromstring(hasil.stdout, etree.XMLParser(recover=True, huge_tree=True))
    daftar = []
    for halaman in akar.iterfind(".//h:page", XHTML):
        huruf: list[tuple[str, float]] = []
        for kata in halaman.iterfind("h:word", XHTML):
            y = float(kata.get("yMin", "0"))
            huruf += [(h, y) for h in _padat(kata.text or "")]
        daftar.append(_Halaman("".join(h for h, _ in huruf), tuple(y for _, y in huruf)))
    return daftar


def read_awal(pdf: Path) -> dict[str, int]:
    """First page of each printed sheet, from the PDF's outline."""
    hasil = subprocess.run(
        ["pdftohtml", "-xml", "-stdout", "-i", "-enc", "UTF-8", pdf],
        capture_output=True,
        check=True,
    )
    akar = etree.fromstring(hasil.stdout, etree.XMLParser(recover=True, huge_tree=True))
    return {i.text or "": int(i.get("page", "1")) for i in akar.iterfind(".//outline//item")}


def _halaman_dari(awal: dict[str, int], nama: str, jumlah: int) -> range:
    sesudah = [n for n in awal.values() if n > awal[nama]]
    return range(awal[nama], min(sesudah, default=jumlah + 1))


def _padat(teks: str) -> str:
    """Without white space and soft hyphens, ligatures taken apart."""
    return re.sub(r"[\s\u00ad\u200b]+", "", unicodedata.normalize("NFKC", teks))
