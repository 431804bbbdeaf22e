"""How much room a text takes on paper: widths of Arial, wrapping, row heights.

LibreOffice and phones do not fit rows to wrapped text on load, so whoever writes a workbook
says the height of each row. The estimate errs on the tall side: a cut text is lost on paper.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable
from functools import lru_cache

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
LEBAR_HURUF = {huruf: lebar / 1000 for lebar, daftar in _LEBAR.items() for huruf in daftar}
"""Width of a letter in ems of Arial."""
_LATIN_TERAKHIR = "ɏ"
_TEBAL = 1.12
_PIKSEL_KOLOM, _PIKSEL_TEPI = 7, 5
_POTONG = re.compile(r"\s|[^\s/-]+[/-]?|[/-]")
_POTONG_JALUR = re.compile(r"\s|[^\s-]+-?|-")
_LONGGAR = 0.97
"""Part of a cell's width that the estimate fills: printers round letters up."""

TINGGI_MAKS = 409.0
"""Points; no row can be taller."""


@lru_cache(maxsize=16_384)
def measure_em(teks: str) -> float:
    """Width of one line in ems of Arial; a letter beyond the Latin ones counts as a full em."""
    return sum(LEBAR_HURUF.get(h, 0.62 if h < _LATIN_TERAKHIR else 1.0) for h in teks)


def measure_teks(teks: str, ukuran: float, tebal: bool = False) -> float:
    """Width in points of one line of Arial."""
    return measure_em(teks) * ukuran * (_TEBAL if tebal else 1)


def measure_kolom(lebar: float) -> float:
    """Points of writing room in a column `lebar` characters wide."""
    return (lebar * _PIKSEL_KOLOM - _PIKSEL_TEPI) * 0.75 * _LONGGAR


def measure_muat(lebar: float, ukuran: float, tebal: bool = False) -> float:
    """Ems of Arial that a line holds in a column `lebar` characters wide."""
    return measure_kolom(lebar) / (ukuran * (_TEBAL if tebal else 1))


def count_baris(teks: str, lebar: float, ukuran: float, tebal: bool = False) -> int:
    """Lines that the text takes in a column `lebar` characters wide."""
    return count_baris_em(teks, measure_muat(lebar, ukuran, tebal))


def fold_kata(teks: str, lebar: float, ukuran: float) -> list[str]:
    """Its words in lines that every program finds room for in such a column, so that none folds them
    elsewhere; a word longer than a line stays whole."""
    muat, hasil = measure_muat(lebar, ukuran), [""]
    for kata in teks.split():
        if measure_em(calon := f"{hasil[-1]} {kata}".strip()) <= muat:
            hasil[-1] = calon
        else:
            hasil.append(kata)
    return [b for b in hasil if b]


@lru_cache(maxsize=16_384)
def count_baris_em(teks: str, per_baris: float) -> int:
    """Lines that the text takes where a line holds `per_baris` ems of Arial.

    Lines break at spaces and after `-` and `/`; what is longer than a line breaks anywhere.
    """
    if len(teks) <= per_baris and "\n" not in teks:
        return 1
    return sum(_count_paragraf(p, per_baris) for p in teks.split("\n"))


def _count_paragraf(teks: str, per_baris: float) -> int:
    """Programs differ in whether a path breaks at its `/`: the taller way counts."""
    jumlah = _count_potong(_POTONG.findall(teks), per_baris)
    if "/" not in teks:
        return jumlah
    return max(jumlah, _count_potong(_POTONG_JALUR.findall(teks), per_baris))


def _count_potong(daftar: Iterable[str], per_baris: float) -> int:
    jumlah, terpakai = 1, 0.0
    for potong in daftar:
        panjang = measure_em(potong)
        if terpakai and not potong.isspace() and terpakai + panjang > per_baris:
            jumlah, terpakai = jumlah + 1, 0.0
        if panjang > per_baris:
            tambahan, panjang = _pecah(potong, per_baris)
            jumlah += tambahan
        terpakai += panjang
    return jumlah


def _pecah(kata: str, per_baris: float) -> tuple[int, float]:
    """Lines begun inside a word that is longer than a line, and the room its end takes."""
    tambahan, terpakai = 0, 0.0
    for huruf in kata:
        lebar = measure_em(huruf)
        if terpakai and terpakai + lebar > per_baris:
            tambahan, terpakai = tambahan + 1, 0.0
        terpakai += lebar
    return tambahan, terpakai


def measure_tinggi(baris: int, ukuran: float) -> float:
    """Points of row height for so many lines, at most what Excel allows."""
    return min(math.ceil((baris * ukuran * 1.2 + 3) * 4) / 4, TINGGI_MAKS)
