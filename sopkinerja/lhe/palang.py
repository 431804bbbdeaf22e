"""Figures as signs of a plain font: a bar with its mark at 100, and the way over the triwulan.

They are text, so they come out alike on paper, in grey, on a phone and in LibreOffice.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import pairwise

from sopkinerja.laporan.capaian import round_persen
from sopkinerja.tulisan import render_angka

PENUH, KOSONG, GARIS, LEBIH = "█", "░", "│", "►"
"""All of them stand in Arial and in the fonts that take its place."""
SATUAN = 5
"""Per cent that one sign stands for."""
SAMPAI_TARGET, PALING = 100 // SATUAN, 105 // SATUAN
NAIK, TURUN, TETAP, TANPA = "▲", "▼", "=", "–"


def render_palang(capaian: float) -> str:
    """`███████████████░░░░░│`: a sign for each full 5 per cent, so that only what reached its
    target fills the bar; behind the mark what is over it, an arrow where that is more than the one sign there."""
    tercetak = max(float(round_persen(capaian)), 0.0)
    isi = min(math.floor(tercetak / SATUAN), PALING)
    dalam = min(isi, SAMPAI_TARGET)
    ekor = PENUH * (isi - dalam) + (LEBIH if tercetak >= (PALING + 1) * SATUAN else "")
    return f"{PENUH * dalam}{KOSONG * (SAMPAI_TARGET - dalam)}{GARIS}{ekor}"


def render_tren(capaian: Sequence[float | None]) -> str:
    """`98,10 ▼ 93,44 ▼ 72,86`: each triwulan's figure and, between two, which way it went, as
    printed; `–` where there was none."""
    teks = [_render(capaian[0])] if capaian else []
    for lalu, kini in pairwise(capaian):
        teks += [_render_arah(lalu, kini), _render(kini)]
    return " ".join(t for t in teks if t)


def _render(nilai: float | None) -> str:
    return TANPA if nilai is None else render_angka(nilai, 2)


def _render_arah(lalu: float | None, kini: float | None) -> str:
    if lalu is None or kini is None:
        return ""
    a, b = round_persen(lalu), round_persen(kini)
    return TETAP if a == b else NAIK if b > a else TURUN
