"""The axis of the chart of levels: as wide as its lines need, with 100 on it."""

from __future__ import annotations

import pytest

from sopkinerja.lhe.grafik import build_sumbu
from tests.matriks.bahan import read_tabel

SUMBU = """
| Skor              | Dasar | Puncak | Langkah |
| 93.10 92.24 99.36 | 92    | 100    | 2       |
| 89.96 101.72      | 88    | 102    | 2       |
| 72.86 105.57      | 70    | 110    | 10      |
| 55 100            | 50    | 100    | 10      |
| 0 96              | 0     | 100    | 20      |
| 100 100           | 100   | 102    | 2       |
| 100 140           | 100   | 140    | 10      |
| -40 90            | -50   | 100    | 50      |
| 100 999           | 0     | 1000   | 200     |
|                   | 100   | 102    | 2       |
"""


@pytest.mark.parametrize("kasus", read_tabel(SUMBU), ids=lambda k: k["Skor"])
def test_sumbu(kasus: dict[str, str]) -> None:
    harap = tuple(int(kasus[k]) for k in ("Dasar", "Puncak", "Langkah"))
    assert build_sumbu([float(n) for n in kasus["Skor"].split()]) == harap
