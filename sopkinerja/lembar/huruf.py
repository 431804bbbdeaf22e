"""How much room a text takes on paper: widths of Arial, wrapping, row heights.

LibreOffice and phones do not fit rows to wrapped text on load, so whoever writes a workbook
says the height of each row. The estimate errs on the tall side: a cut text is lost on paper.
"""

from __future__ import annotations

import math
import re

_LEBAR = {
    200: "ijl",
    222: "'",
    260: "|",
    278: " !,./:;I[\\]ft",
    333: "()-`r",
    355: '"',
    389: "*",
    469: "^",
    500: "Jckvsxyz",
    556: "#$0123456789?L_abdeghnopqu",
    584: "+<=>~",
    611: "FTZ",
    667: "&ABEKPSVXY",
    722: "CDHNRUw",
    778: "GOQ",
    833: "Mm",
    889: "%",
    944: "W",
    1015: "@",
}
_PER_HURUF = {huruf: lebar for lebar, daftar in _LEBAR.items() for huruf in daftar}
_LAIN = 620
_TEBAL = 1.12
_PIKSEL_KOLOM, _PIKSEL_TEPI = 7, 5
_POTONG = re.compile(r"\s|[^\s/-]+[/-]?|[/-]")
_SISA = 0.3
"""Of a letter's height: what a line loses where a word is broken inside."""
_LONGGAR = 0.97
"""Part of a cell's width that the estimate fills: printers round letters up."""

TINGGI_MAKS = 409.0
"""Points; no row can be taller."""


def measure_teks(teks: str, ukuran: float, tebal: bool = False) -> float:
    """Width in points of one line of Arial."""
    satuan = sum(_PER_HURUF.get(h, _LAIN) for h in teks)
    return satuan * ukuran / 1000 * (_TEBAL if tebal else 1)


def measure_kolom(lebar: float) -> float:
    """Points of writing room in a column `lebar` characters wide."""
    return (lebar * _PIKSEL_KOLOM - _PIKSEL_TEPI) * 0.75 * _LONGGAR


def count_baris(teks: str, lebar: float, ukuran: float, tebal: bool = False) -> int:
    """Lines that the text takes in a column `lebar` characters wide, wrapped at spaces;
    some programs also break after a slash, so the worse of both counts."""
    ruang = max(measure_kolom(lebar), 2 * ukuran)
    return sum(
        max(_count_paragraf(v, ruang, ukuran, tebal) for v in {p, p.replace("/", "/ ")})
        for p in teks.split("\n")
    )


def _count_paragraf(teks: str, ruang: float, ukuran: float, tebal: bool) -> int:
    """Lines break at spaces and after `-` and `/`; what is longer than a line breaks anywhere."""
    jumlah, terpakai = 1, 0.0
    for potong in _POTONG.findall(teks):
        panjang = measure_teks(potong, ukuran, tebal)
        if terpakai and not potong.isspace() and terpakai + panjang > ruang:
            jumlah, terpakai = jumlah + 1, 0.0
        if panjang > ruang:
            tambahan = math.ceil(panjang / (ruang - _SISA * ukuran)) - 1
            jumlah, panjang = jumlah + tambahan, panjang - tambahan * (ruang - _SISA * ukuran)
        terpakai += panjang
    return jumlah


def measure_tinggi(baris: int, ukuran: float) -> float:
    """Points of row height for so many lines, at most what Excel allows."""
    return min(math.ceil((baris * ukuran * 1.2 + 3) * 4) / 4, TINGGI_MAKS)
