"""Bars and the way over the triwulan: what reached its target fills the bar, and nothing else does."""

from __future__ import annotations

import pytest

from sopkinerja.lhe.palang import render_palang, render_tren
from tests.matriks.bahan import read_tabel

PALANG = """
| capaian | penuh | kosong | lewat |
| -40     | 0     | 20     |       |
| 0       | 0     | 20     |       |
| 4.99    | 0     | 20     |       |
| 5       | 1     | 19     |       |
| 72.86   | 14    | 6      |       |
| 99.99   | 19    | 1      |       |
| 99.996  | 20    | 0      |       |
| 100     | 20    | 0      |       |
| 104.99  | 20    | 0      |       |
| 105.57  | 20    | 0      | █     |
| 109.99  | 20    | 0      | █     |
| 110     | 20    | 0      | █►    |
| 350     | 20    | 0      | █►    |
"""
TREN = """
| capaian           | tren                            |
|                   |                                 |
| 98.1              | 98,10                           |
| 98.1 93.444       | 98,10 ▼ 93,44                   |
| 55 85 75.876      | 55,00 ▲ 85,00 ▼ 75,88           |
| 100 100.004 105   | 100,00 = 100,00 ▲ 105,00        |
| - 90              | – 90,00                         |
| 90 - 80 81        | 90,00 – 80,00 ▲ 81,00           |
"""


@pytest.mark.parametrize("k", read_tabel(PALANG), ids=lambda k: k["capaian"])
def test_palang(k: dict[str, str]) -> None:
    harap = f"{'█' * int(k['penuh'])}{'░' * int(k['kosong'])}│{k['lewat']}"
    assert render_palang(float(k["capaian"])) == harap


@pytest.mark.parametrize("k", read_tabel(TREN), ids=lambda k: k["capaian"] or "kosong")
def test_tren(k: dict[str, str]) -> None:
    capaian = [None if n == "-" else float(n) for n in k["capaian"].split()]
    assert render_tren(capaian) == k["tren"]
