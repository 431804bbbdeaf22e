"""The page that reports are printed on: F4, and how much a sheet is scaled to fit it."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

KERTAS_F4 = 14
"""Folio, 8,5 × 13 inci: the F4 of Indonesian offices."""
LEBAR, TINGGI = 13 * 72, 8.5 * 72
"""Of the paper lying on its side, in points."""
SISI, ATAS, BAWAH = 0.4, 0.45, 0.65
"""The margins in inches."""
PIKSEL_HURUF, PIKSEL_TEPI = 7.45, 5
"""A column as LibreOffice sees it, which finds a letter of Arial 10 wider than Excel's 7 pixels."""
BULAT = 0.2
"""Points that a column may gain where a program rounds it to what its printer can show."""
HURUF_KAKI = 8
HURUF_CETAK = 7.0
"""What is printed smaller, in points, can't be read."""
HURUF_TERKECIL = 7.1
"""The same where the scale isn't yet a whole per cent, which programs make it."""


@dataclass(frozen=True)
class TataHalaman:
    """How a sheet is laid out: fit to `lebar` pages wide, or to a single page (`sehalaman`), upright
    where `potret`, rows and columns repeated on every page."""

    ulang: tuple[int, int] | None = None
    kolom_ulang: tuple[int, int] | None = None
    lebar: int = 1
    potret: bool = False
    sehalaman: bool = False

    def apply(self, ws: Any) -> None:
        """Tells the worksheet."""
        ws.set_paper(KERTAS_F4)
        ws.set_portrait() if self.potret else ws.set_landscape()
        ws.set_margins(left=SISI, right=SISI, top=ATAS, bottom=BAWAH)
        ws.fit_to_pages(self.lebar, int(self.sehalaman))
        ws.print_across()
        if self.ulang:
            ws.repeat_rows(*self.ulang)
        if self.kolom_ulang:
            ws.repeat_columns(*self.kolom_ulang)

    def measure_skala(self, lebar_kolom: Iterable[float], tinggi: float = 0) -> float:
        """Which part of their size, in whole per cent, columns of these widths (in characters) are
        printed at, and rows of so many points in all."""
        kolom = [(k * PIKSEL_HURUF + PIKSEL_TEPI) * 0.75 + BULAT for k in lebar_kolom]
        panjang, lintang = (TINGGI, LEBAR) if self.potret else (LEBAR, TINGGI)
        isi = panjang - 2 * SISI * 72
        skala = (z / 100 for z in range(100, 9, -1))
        muat = (lintang - (ATAS + BAWAH) * 72) / tinggi if self.sehalaman and tinggi else 1.0
        return min(next((z for z in skala if self._is_muat(kolom, isi / z)), 0.1), muat)

    def _is_muat(self, kolom: Sequence[float], isi: float) -> bool:
        """True where columns so wide, none of them cut in two, fill no more than `lebar` pages of
        which each takes `isi`; those of `kolom_ulang` come again on every page after theirs."""
        awal, akhir = self.kolom_ulang or (0, -1)
        ulang = sum(kolom[awal : akhir + 1])
        halaman, sisa = 1, isi
        for k in kolom:
            if k > sisa:
                halaman, sisa = halaman + 1, isi - ulang
            sisa -= k
        return halaman <= self.lebar and sisa >= 0


def measure_muat(kolom: int, huruf: float = 8) -> float:
    """Characters that so many columns may take of a page on its side for letters of `huruf` points
    to be read on it."""
    piksel = (LEBAR - 2 * SISI * 72) / 0.75 * huruf / HURUF_TERKECIL
    return (piksel - PIKSEL_TEPI * kolom) / PIKSEL_HURUF


def measure_kaki(skala: float) -> int:
    """The size in points of a footer on a sheet that is printed at `skala`: LibreOffice scales it
    along, and it is to be read all the same."""
    return max(HURUF_KAKI, math.ceil(HURUF_TERKECIL / skala))
