"""Working days and the deadlines of 2026, as the SOP's rows give them."""

from __future__ import annotations

import datetime as dt

import pytest

from sopkinerja.istilah import Libur, Triwulan
from sopkinerja.kalender import Kalender, build_tenggat
from sopkinerja.ruang import Pengaturan


def test_tenggat_tw_i_2026() -> None:
    tenggat = build_tenggat(2026, Triwulan.I, Kalender(), Pengaturan())
    assert tenggat.laporan == dt.date(2026, 4, 8)
    assert tenggat.rekap == dt.date(2026, 4, 15)
    assert tenggat.lhe == dt.date(2026, 4, 17)


def test_tw_iv_berjalan_melewati_tahun_baru() -> None:
    tenggat = build_tenggat(2026, Triwulan.IV, Kalender(), Pengaturan())
    assert tenggat.laporan > dt.date(2027, 1, 1)
    assert not Kalender().is_hari_kerja(dt.date(2027, 1, 1))


@pytest.mark.parametrize(
    ("libur", "tanggal", "kerja"),
    [
        ((), dt.date(2026, 4, 3), False),  # Wafat Isa Almasih
        ((), dt.date(2026, 4, 4), False),  # Sabtu
        ((), dt.date(2026, 4, 6), True),
        (
            (Libur(tanggal=dt.date(2026, 4, 6), keterangan="HUT Sulteng"),),
            dt.date(2026, 4, 6),
            False,
        ),
        ((Libur(tanggal=dt.date(2026, 4, 3), keterangan="Hari kerja"),), dt.date(2026, 4, 3), True),
    ],
)
def test_hari_kerja(libur: tuple[Libur, ...], tanggal: dt.date, kerja: bool) -> None:
    assert Kalender(libur).is_hari_kerja(tanggal) is kerja


def test_hitung_dan_tambah_berbalikan() -> None:
    kalender = Kalender()
    awal = dt.date(2026, 3, 17)
    for hari in range(1, 40):
        assert kalender.hitung(awal, kalender.tambah(awal, hari)) == hari
    assert kalender.hitung(awal, awal) == 0
    assert kalender.hitung(awal, awal - dt.timedelta(days=9)) == 0
