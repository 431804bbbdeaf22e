"""The columns of Ringkasan: figures that are flush right keep off each other."""

from __future__ import annotations

import pytest

from sopkinerja.istilah import Triwulan
from sopkinerja.lhe.ringkasan_tabel import PERLU, build_lebar, fit_perlu


@pytest.mark.parametrize(
    ("teks", "hasil"),
    [
        ("135 per TW (1,0 × target TW)", "135 per TW (1,0 × target TW)"),
        (
            "425.000.000 per TW (1,0 × target TW)",
            "425.000.000 per TW\n(1,0 × target TW)",
        ),
        ("tercapai", "tercapai"),
    ],
)
def test_yang_panjang_dua_baris(teks: str, hasil: str) -> None:
    assert fit_perlu(teks, build_lebar(Triwulan.II)[PERLU]) == hasil
