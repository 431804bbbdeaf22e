"""Fifty random offices through their year, those of an odd seed: `make check-panjang` gives a file
to a core, so the others stand in test_kantor_genap."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.pembanding.setahun_acak import check_setahun


@pytest.mark.panjang
@pytest.mark.parametrize("seed", range(1, 51, 2))
def test_setahun(seed: int, tmp_path: Path) -> None:
    """Every figure and sentence of every print."""
    check_setahun(seed, tmp_path / "ruang")
