"""The kept national days are those of the library, for the years of use and beyond."""

from __future__ import annotations

import datetime as dt

import pytest

from sopkinerja.libur_nasional import BERKAS, TAHUN, read_nasional, render_berkas
from tests.pembanding.buku_besar import NASIONAL


def test_berkas_seperti_pustaka() -> None:
    """Another version of the library: `make libur`."""
    assert BERKAS.read_text("utf-8") == render_berkas()


@pytest.mark.parametrize("tahun", [TAHUN[0] - 1, 2026, TAHUN[-1], TAHUN[-1] + 1])
def test_sama_di_dalam_dan_di_luar_berkas(tahun: int) -> None:
    awal = dt.date(tahun, 1, 1)
    hari = [awal + dt.timedelta(days=n) for n in range(365)]
    nasional = read_nasional(tahun)
    assert {h for h in hari if h in NASIONAL} == {h for h in hari if h in nasional}
    assert len(nasional) > 10
