"""Figures of an indicator in words: two decimals at most, or as many as its annual target has."""

from __future__ import annotations

from sopkinerja.istilah import Rentang, Target
from sopkinerja.opd.mandat import Indikator
from sopkinerja.tulisan import count_desimal, render_angka, render_target


def render_ukuran(isi: Target | str, indikator: Indikator) -> str:
    """`8.671`, `79,45`, `2,5 s.d. 4,5`, `WTP`; nothing where there is none."""
    if isinstance(isi, str):
        return isi
    if isinstance(isi, int | float):
        paling = max(2, _count_target(indikator))
        return render_angka(isi, min(count_desimal(isi, paling), paling))
    return render_target(isi)


def _count_target(indikator: Indikator) -> int:
    target = indikator.target_tahun
    batas = (target.bawah, target.atas) if isinstance(target, Rentang) else (target,)
    return max((count_desimal(t) for t in batas if isinstance(t, float)), default=0)
