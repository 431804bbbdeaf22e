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
class Halaman:
    """A page: its text without white space and the height on it of each letter, its words each with
    how tall it stands, and its own size; in points."""

    teks: str
    y: tuple[float, ...]
    kata: tuple[tuple[str, float], ...]
    ukuran: tuple[float, float]


@dataclass(frozen=True)
class Tercetak:
    """A workbook on paper: what of each sheet is printed, the pages, and the first one of each."""

    lembar: list[dict[str, Any]]
    halaman: list[Halaman]
    awal: dict[str, int]

    def find_halaman(self, nama: str) -> list[Halaman]:
        """The pages of a sheet."""
        sesudah = [n for n in self.awal.values() if n > self.awal[nama]]
        return self.halaman[self.awal[nama] - 1 : min(sesudah, default=len(self.halaman) + 1) - 1]


def check_cetak(path: Path) -> list[str]:
    """Every fault of the workbook as LibreOffice prints it; empty where all is well.

    Texts cut by their cell, charts cut by a page's end, texts missing from the PDF, `###`, sheets
    without fit-to-pages or more than two pages wide, empty pages, and pages with fewer than three
    rows (a sheet's last page excepted).
    """
    return check_tercetak(print_buku(path))


def print_buku(path: Path) -> Tercetak:
    """The workbook on paper, as LibreOffice prints it."""
    with tempfile.TemporaryDirectory() as folder:
        pdf = Path(folder) / "cetak.pdf"
        lembar = tanya({"op": "cetakan", "berkas": str(path.resolve()), "pdf": str(pdf)})
        return Tercetak(lembar, _read_halaman(pdf), read_awal(pdf))


def check_tercetak(cetakan: Tercetak) -> list[str]:
    """The faults of a printed workbook; see check_cetak."""
    galat: list[str] = []
    for lembar in cetakan.lembar:
        nama = lembar["nama"]
        galat += [f"{nama}!{sel}: cut in print, {sebab}" for sel, sebab in lembar["potong"]]
        galat += [f"{nama}: {g}" for g in lembar["grafik"]]
        if nama in cetakan.awal:
            galat += [f"{nama}: {g}" for g in _check_lembar(lembar, cetakan.find_halaman(nama))]
        elif lembar["teks"]:
            galat.append(f"{nama}: has texts but no page")
    halaman = enumerate(cetakan.halaman, 1)
    return galat + [f"page {n}: ###" for n, h in halaman if re.search("#{3,}", h.teks)]


def _check_lembar(lembar: dict[str, Any], halaman: list[Halaman]) -> Iterator[str]:
    if not lembar["muat"]:
        yield "fit-to-pages is missing"
    elif lembar["lebar"] > MAKS_LEBAR:
        yield f"{lembar['lebar']} pages wide"
    cetakan = "".join(h.teks for h in halaman)
    hilang = [(b, k, t) for b, k, t in lembar["teks"] if _padat(t) not in cetakan]
    for b, k, teks in hilang:
        yield f"row {b + 1}, column {k + 1}: not whole in print: {teks[:80]!r}"
    yield from _check_isi_halaman(lembar, halaman)


def _check_isi_halaman(lembar: dict[str, Any], halaman: list[Halaman]) -> Iterator[str]:
    """The last page may hold few rows."""
    jumlah = count_baris(lembar, halaman)
    berisi = max((n for n, banyak in enumerate(jumlah) if banyak), default=0)
    for n, banyak in enumerate(jumlah[:berisi], 1):
        if banyak < MIN_BARIS:
            yield f"its page {n} of {len(jumlah)} holds {banyak} rows"
    if lembar["lebar"] <= 1:
        for n in range(berisi + 1, len(jumlah)):
            yield f"its page {n + 1} of {len(jumlah)} holds nothing"


def count_baris(lembar: dict[str, Any], halaman: list[Halaman]) -> list[int]:
    """How many rows each page of a sheet shows beside the repeated ones, of two pages side by side
    the left one; rows are followed down the pages by their first text."""
    if lembar["lebar"] == MAKS_LEBAR and lembar["menyamping"]:
        halaman = halaman[::MAKS_LEBAR]
    jumlah = [0] * len(halaman)
    nomor, y = 0, -1.0
    for teks in _teks_baris(lembar):
        tempat = _cari(teks, halaman, nomor, y)
        if tempat is not None:
            nomor, y = tempat
            jumlah[nomor] += 1
    return jumlah


def _teks_baris(lembar: dict[str, Any]) -> Iterator[str]:
    """The first text of each row that isn't repeated on every page."""
    awal, akhir = lembar["judul"] or (-1, -1)
    for b, isi in groupby(lembar["teks"], key=lambda t: t[0]):
        if not awal <= b <= akhir:
            yield _padat(next(isi)[2])


def _cari(teks: str, halaman: list[Halaman], nomor: int, y: float) -> tuple[int, float] | None:
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


def _read_halaman(pdf: Path) -> list[Halaman]:
    hasil = subprocess.run(
        ["pdftotext", "-raw", "-bbox", "-enc", "UTF-8", pdf, "-"], capture_output=True, check=True
    )
    akar = etree.fromstring(hasil.stdout, etree.XMLParser(recover=True, huge_tree=True))
    return [_build_halaman(h) for h in akar.iterfind(".//h:page", XHTML)]


def _build_halaman(halaman: Any) -> Halaman:
    huruf: list[tuple[str, float]] = []
    daftar: list[tuple[str, float]] = []
    for kata in halaman.iterfind("h:word", XHTML):
        atas, bawah = (float(kata.get(n, "0")) for n in ("yMin", "yMax"))
        huruf += [(h, atas) for h in _padat(kata.text or "")]
        daftar.append((kata.text or "", bawah - atas))
    ukuran = (float(halaman.get("width", "0")), float(halaman.get("height", "0")))
    teks, y = "".join(h for h, _ in huruf), tuple(y for _, y in huruf)
    return Halaman(teks, y, tuple(daftar), ukuran)


def read_awal(pdf: Path) -> dict[str, int]:
    """First page of each printed sheet, from the PDF's outline."""
    hasil = subprocess.run(
        ["pdftohtml", "-xml", "-stdout", "-i", "-enc", "UTF-8", pdf],
        capture_output=True,
        check=True,
    )
    akar = etree.fromstring(hasil.stdout, etree.XMLParser(recover=True, huge_tree=True))
    return {i.text or "": int(i.get("page", "1")) for i in akar.iterfind(".//outline//item")}


def _padat(teks: str) -> str:
    """Without white space and soft hyphens, ligatures taken apart."""
    return re.sub(r"[\s\u00ad\u200b]+", "", unicodedata.normalize("NFKC", teks))
