"""Fifty random offices through their year: every tenth in `make check-panjang`, the others in
`make fuzz`."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.pembanding.setahun_acak import check_setahun


@pytest.mark.parametrize("seed", [
    pytest.param(n, marks=pytest.mark.panjang if n % 10 == 0 else pytest.mark.acak)
    for n in range(1, 51)
])  # fmt: skip
def test_setahun(seed: int, tmp_path: Path) -> None:
    """Every figure and sentence of every print."""
    check_setahun(seed, tmp_path / "ruang")
