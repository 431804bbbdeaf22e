"""The colour of a predikat: the same in cells, cards and charts."""

from __future__ import annotations

from typing import NamedTuple

from sopkinerja.cetak.gaya import WARNA, WARNA_PREDIKAT
from sopkinerja.matriks.model import Bahan


class SelWarna(NamedTuple):
    """A text with its own fill and ink."""

    teks: str
    isi: str
    tinta: str


def find_warna(bahan: Bahan, predikat: str) -> tuple[str, str]:
    """Fill and ink of a predikat; a pale band where it is none."""
    label = [nama for _, nama in sorted(bahan.pengaturan.predikat, key=lambda p: -p[0])]
    if predikat not in label:
        return WARNA["pita"], WARNA["tinta"]
    ke, akhir = label.index(predikat), len(WARNA_PREDIKAT) - 1
    return WARNA_PREDIKAT[round(ke * akhir / max(len(label) - 1, 1))]


def warna_predikat(bahan: Bahan, predikat: str) -> SelWarna | str:
    """A predikat as a coloured cell; blank stays blank."""
    return SelWarna(predikat, *find_warna(bahan, predikat)) if predikat else ""
