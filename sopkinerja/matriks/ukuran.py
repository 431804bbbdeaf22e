"""Figures of an indicator in words: two decimals at most, or as many as its targets have."""

from __future__ import annotations

from sopkinerja.istilah import Target
from sopkinerja.opd.mandat import Indikator
from sopkinerja.tulisan import count_desimal, render_angka, render_target


def render_ukuran(isi: Target | str, indikator: Indikator) -> str:
    """`8.671`, `79,45`, `2,5 s.d. 4,5`, `WTP`; nothing where there is none."""
    if isinstance(isi, str):
        return isi
    if isinstance(isi, int | float):
        paling = indikator.desimal
        return render_angka(isi, min(count_desimal(isi, paling), paling))
    return render_target(isi)
