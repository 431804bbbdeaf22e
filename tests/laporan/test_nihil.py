"""Which words tell nothing, and which only sound so."""

from __future__ import annotations

import pytest

from sopkinerja.laporan.nihil import TANPA_ISI, is_kosong

TIADA = (
    *TANPA_ISI, "", "  ", "Nihil.", "NIHIL", "( - )", "Tidak ada", "tidak ada hambatan", "Tdk ada kendala",
    "Tidak ada hambatan yang berarti.", "Tidak ada rekomendasi dan saran", "tak ada", "N/A", "---",
    "Tidak  ada\nmasalah", "Tanpa kendala",
)  # fmt: skip
ADA = (
    "Tidak ada anggaran", "Tidak ada petugas yang menghadiri", "Belum ada juknis", "Hujan",
    "Nihil realisasi karena lelang gagal", "Tanpa dukungan data kabupaten", "5 alat rusak",
)  # fmt: skip


@pytest.mark.parametrize("teks", TIADA)
def test_tidak_mengatakan_apa_apa(teks: str) -> None:
    assert is_kosong(teks)


@pytest.mark.parametrize("teks", ADA)
def test_mengatakan_sesuatu(teks: str) -> None:
    assert not is_kosong(teks)
