"""By when a step of the Renaksi is to be done: the end of its last month."""

from __future__ import annotations

import datetime as dt

import pytest

from sopkinerja.renaksi.model import BarisLangkah
from tests.laporan.tabel import read_tabel

KASUS = """
| bulan             | tahun | tenggat    |
| April             | 2026  | 2026-04-30 |
| April–Juni        | 2026  | 2026-06-30 |
| Oktober, November | 2026  | 2026-11-30 |
| Januari–Februari  | 2028  | 2028-02-29 |
| Mei               | 2026  | 2026-05-31 |
|                   | 2026  |            |
"""


@pytest.mark.parametrize("kasus", read_tabel(KASUS), ids=lambda k: k["bulan"] or "kosong")
def test_tenggat_langkah(kasus: dict[str, str]) -> None:
    langkah = BarisLangkah(kunci="TW1.L01", kode="BID.01", langkah="Rapat", bulan=kasus["bulan"])
    tenggat = dt.date.fromisoformat(kasus["tenggat"]) if kasus["tenggat"] else None
    assert langkah.find_tenggat(int(kasus["tahun"])) == tenggat
