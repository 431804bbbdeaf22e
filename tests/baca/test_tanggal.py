"""Dates of numbers: which order they show, and what they are the other way round."""

from __future__ import annotations

import datetime as dt

import pytest

from sopkinerja.baca.tanggal import find_urutan, swap_hari
from tests.matriks.bahan import read_tabel

URUTAN = """
| teks          | urutan |
| 15/01/2026    | hari   |
| 15-1-2026     | hari   |
| 15.01.2026    | hari   |
| 1/15/2026     | bulan  |
| 01-31-2026    | bulan  |
| 02/03/2026    |        |
| 12/12/2026    |        |
| 32/01/2026    |        |
| 15/13/2026    |        |
| 15 Januari 2026 |      |
| kemarin       |        |
|               |        |
"""
TERTUKAR = """
| tanggal    | lain       |
| 2026-03-02 | 2026-02-03 |
| 2026-01-12 | 2026-12-01 |
| 2026-03-03 |            |
| 2026-03-13 |            |
"""


@pytest.mark.parametrize("kasus", read_tabel(URUTAN), ids=lambda k: k["teks"] or "kosong")
def test_urutan_yang_tidak_mungkin_lain(kasus: dict[str, str]) -> None:
    assert (find_urutan(kasus["teks"]) or "") == kasus["urutan"]


@pytest.mark.parametrize("kasus", read_tabel(TERTUKAR), ids=lambda k: k["tanggal"])
def test_hari_dan_bulan_ditukar(kasus: dict[str, str]) -> None:
    lain = swap_hari(dt.date.fromisoformat(kasus["tanggal"]))
    assert (lain.isoformat() if lain else "") == kasus["lain"]
