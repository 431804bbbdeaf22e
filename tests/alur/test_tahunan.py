"""The board of each triwulan goes with the year's material, as that triwulan saw it."""

from __future__ import annotations

import datetime as dt

from sopkinerja.istilah import Keadaan, Triwulan
from sopkinerja.ruang import Ruang
from tests.alur.kecil import gather


def test_papan_setiap_triwulan(meja_kerja: Ruang) -> None:
    hari = dt.date(2026, 7, 10)
    lalu = gather(meja_kerja, Triwulan.I, hari)
    kini = gather(meja_kerja, Triwulan.II, hari)
    assert lalu.status_lalu == {}
    assert kini.status_lalu == {Triwulan.I: lalu.status}
    assert {s.keadaan for s in lalu.status} == {Keadaan.TERLAMBAT}
