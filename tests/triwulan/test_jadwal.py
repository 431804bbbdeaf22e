"""The schedule of a year: every row's first and last day, who acts, and what may still move."""

from __future__ import annotations

import datetime as dt

import pytest

from sopkinerja.istilah import Level, Libur, Triwulan
from sopkinerja.kalender import JenisLibur, Kalender, build_tenggat
from sopkinerja.ruang import Pengaturan
from sopkinerja.triwulan.jadwal import BarisJadwal, Jadwal, build_jadwal

JADWAL_2026 = """
| TW  | Baris | Mulai      | Selesai    | Hari kerja |
| I   | 1     | 2026-01-01 | 2026-02-28 | 38         |
| I   | 2     | 2026-03-02 | 2026-03-06 | 5          |
| I   | 3     | 2026-01-01 | 2026-03-31 | 55         |
| I   | 4     | 2026-04-01 | 2026-04-08 | 5          |
| I   | 5     | 2026-04-09 | 2026-04-15 | 5          |
| I   | 6     | 2026-04-16 | 2026-04-17 | 2          |
| I   | 7     | 2026-04-20 | 2026-06-30 | 45         |
| II  | 2     | 2026-04-20 | 2026-04-24 | 5          |
| II  | 3     | 2026-04-01 | 2026-06-30 | 57         |
| II  | 4     | 2026-07-01 | 2026-07-07 | 5          |
| II  | 5     | 2026-07-08 | 2026-07-14 | 5          |
| II  | 6     | 2026-07-15 | 2026-07-16 | 2          |
| II  | 7     | 2026-07-17 | 2026-09-30 | 52         |
| III | 2     | 2026-07-17 | 2026-07-23 | 5          |
| III | 3     | 2026-07-01 | 2026-09-30 | 64         |
| III | 4     | 2026-10-01 | 2026-10-07 | 5          |
| III | 5     | 2026-10-08 | 2026-10-14 | 5          |
| III | 6     | 2026-10-15 | 2026-10-16 | 2          |
| III | 7     | 2026-10-19 | 2026-12-31 | 52         |
| IV  | 2     | 2026-10-19 | 2026-10-23 | 5          |
| IV  | 3     | 2026-10-01 | 2026-12-31 | 64         |
| IV  | 4     | 2027-01-04 | 2027-01-11 | 5          |
| IV  | 5     | 2027-01-12 | 2027-01-18 | 5          |
| IV  | 6     | 2027-01-19 | 2027-01-20 | 2          |
| IV  | 7     | 2027-01-21 | 2027-01-21 | 1          |
"""
"""Holidays of the library: 1 and 5 January 2027 (Isra Mikraj) among them."""


def jadwal(tahun: int = 2026, *libur: Libur, **hari: int) -> Jadwal:
    return build_jadwal(tahun, Kalender(libur), Pengaturan(**hari))


def cari(isi: Jadwal, triwulan: Triwulan, baris: int) -> BarisJadwal:
    return next(b for b in isi.untuk(triwulan) if b.baris == baris)


def test_jadwal_2026() -> None:
    """The whole year; the dates that the office named are among them."""
    baris = [
        f"| {b.triwulan.romawi:<3} | {b.baris:<5} | {b.mulai} | {b.selesai} | {b.hari_kerja:<10} |"
        for b in jadwal().baris
    ]
    assert baris == JADWAL_2026.strip().splitlines()[1:]
    assert jadwal().akhir == dt.date(2027, 1, 21)


@pytest.mark.parametrize("tahun", [2026, 2027, 2028])
@pytest.mark.parametrize("triwulan", list(Triwulan))
def test_satu_sumber_tenggat(tahun: int, triwulan: Triwulan) -> None:
    """Forms and boards take their deadlines from the same dates."""
    tenggat = build_tenggat(tahun, triwulan, Kalender(), Pengaturan())
    isi = jadwal(tahun)
    rinci = {2: tenggat.renaksi, 4: tenggat.laporan, 5: tenggat.rekap, 6: tenggat.lhe}
    assert {n: cari(isi, triwulan, n).selesai for n in rinci} == rinci
    assert cari(isi, Triwulan.I, 1).selesai == tenggat.mandat


def test_tahun_kabisat() -> None:
    assert cari(jadwal(2028), Triwulan.I, 1).selesai == dt.date(2028, 2, 29)


def test_lama_dari_pengaturan() -> None:
    isi = jadwal(hari_laporan=1, hari_rekap=1, hari_lhe=1, hari_renaksi=1)
    assert cari(isi, Triwulan.I, 4).selesai == dt.date(2026, 4, 1)
    assert cari(isi, Triwulan.I, 6).selesai == dt.date(2026, 4, 6)
    assert cari(isi, Triwulan.II, 2).selesai == dt.date(2026, 4, 7)


@pytest.mark.parametrize("hari", [0, -1, 61])
def test_lama_yang_tidak_masuk_akal_ditolak(hari: int) -> None:
    with pytest.raises(ValueError, match="hari_lhe"):
        Pengaturan(hari_lhe=hari)


def test_libur_kantor_menggeser() -> None:
    daerah = Libur(tanggal=dt.date(2026, 4, 13), keterangan="Hari jadi provinsi")
    isi = jadwal(2026, daerah)
    assert cari(isi, Triwulan.I, 5).selesai == dt.date(2026, 4, 16)
    assert cari(isi, Triwulan.II, 2).selesai == dt.date(2026, 4, 27)


def test_pelaksana_menurut_sop() -> None:
    isi = jadwal().untuk(Triwulan.I)
    semua = {b.baris for b in isi if set(b.pelaksana) == set(Level)}
    program = {b.baris for b in isi if b.pelaksana == (Level.KASUBAG, Level.KEPALA_DINAS)}
    assert (semua, program) == ({1, 3, 4}, {2, 5, 6, 7})


def test_perkiraan() -> None:
    """In 2033 Idul Fitri is an estimate and lies in the days after TW IV of 2032."""
    assert not any(b.perkiraan for b in jadwal().baris)
    isi = jadwal(2032)
    tanda = {b.baris: b.perkiraan for b in isi.untuk(Triwulan.IV)}
    assert tanda == {2: False, 3: False, 4: True, 5: True, 6: True, 7: True}


def test_berikut() -> None:
    """What ends next, a row that ends that very day among it, row 7 never."""
    tiga = jadwal().find_berikut(dt.date(2026, 4, 8))
    assert [(b.triwulan.romawi, b.baris) for b in tiga] == [("I", 4), ("I", 5), ("I", 6)]
    assert jadwal().find_berikut(dt.date(2027, 2, 1)) == ()


def test_libur_dua_tahun_dan_pengganti() -> None:
    """National days of both years; the office's own rows say what they override."""
    libur = (
        Libur(tanggal=dt.date(2026, 4, 3), keterangan="Hari kerja pengganti"),
        Libur(tanggal=dt.date(2026, 4, 13), keterangan="Hari jadi provinsi"),
    )
    isi = {
        h.tanggal: h for h in Kalender(libur).find_libur(dt.date(2026, 1, 1), dt.date(2027, 1, 31))
    }
    assert isi[dt.date(2026, 4, 3)].jenis is JenisLibur.HARI_KERJA
    assert isi[dt.date(2026, 4, 3)].menimpa == "Wafat Yesus Kristus"
    assert isi[dt.date(2026, 4, 13)].jenis is JenisLibur.KANTOR
    assert isi[dt.date(2026, 12, 24)].jenis is JenisLibur.CUTI_BERSAMA
    assert isi[dt.date(2027, 1, 1)].nama == "Tahun Baru Masehi"
    assert dt.date(2026, 4, 4) not in isi


def test_perkiraan_ditandai_dan_dapat_ditimpa() -> None:
    """An estimated Idul Fitri says so, until the office's own row fixes it."""
    hari = dt.date(2027, 3, 10)
    (kira,) = Kalender().find_libur(hari, hari)
    assert kira.is_perkiraan
    kedua = hari + dt.timedelta(days=1)
    skb = tuple(Libur(tanggal=t, keterangan="Idul Fitri menurut SKB") for t in (hari, kedua))
    assert Kalender().is_perkiraan(dt.date(2027, 3, 12), dt.date(2027, 3, 12))
    assert not Kalender(skb).is_perkiraan(hari, kedua)
    assert Kalender().has_cuti_bersama(2026)
    assert not Kalender().has_cuti_bersama(2035)
