"""The band above a jabatan's rows: who, its score, and how the rows weigh in it."""

from __future__ import annotations

from dataclasses import replace

from sopkinerja.matriks.lembar_kelompok import render_pita
from sopkinerja.matriks.matriks import build_matriks
from tests.matriks.bahan import build_bahan


def test_pita_mengatakan_bila_ditimbang() -> None:
    """A mean that the rows below don't give plainly says why."""
    polos = build_matriks(build_bahan())
    skor = next(s for s in polos.jabatan if s.nilai is not None)
    timbang = [
        replace(b, indikator=b.indikator.model_copy(update={"bobot": 60.0})) for b in polos.baris
    ]
    sama = f", {skor.dinilai} dari {skor.indikator} indikator dinilai"
    assert render_pita(polos, skor).endswith(f"({skor.predikat}){sama}")
    ditimbang = render_pita(replace(polos, baris=tuple(timbang)), skor)
    assert ditimbang.endswith(f"({skor.predikat}), rata-rata ditimbang Bobot{sama}")
