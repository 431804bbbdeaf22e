"""The rules that an LHE names are those by which its figures were reckoned."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sopkinerja.istilah import Triwulan
from sopkinerja.lhe.pengesahan import build_aturan
from tests.laporan.tabel import read_tabel
from tests.matriks.bahan import build_bahan, build_indikator

KASUS = read_tabel("""
| kasus                   | polaritas | target | disebut |
|-------------------------|-----------|--------|---------|
| nihil diminta           | Turun     | 0      | ya      |
| sedikit diminta         | Turun     | 3      |         |
| nol pada yang naik      | Naik      | 0      |         |
""")


@pytest.mark.parametrize("baris", KASUS, ids=lambda b: b["kasus"])
def test_target_nol_disebut_bila_ada(baris: dict[str, str]) -> None:
    bahan = build_bahan()
    target = float(baris["target"])
    indikator = build_indikator("KD-01.01", baris["polaritas"], "Terakhir", target)
    mandat = bahan.mandat[Triwulan.I].model_copy(update={"indikator": (indikator,)})
    aturan = dict(build_aturan(replace(bahan, mandat=dict.fromkeys(bahan.mandat, mandat))))
    assert ("Target 0 pada Turun" in aturan) == bool(baris["disebut"])
