"""Jadwal Monev: when each row of the SOP begins and ends in each triwulan, and who acts in it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from sopkinerja.istilah import Level, Triwulan
from sopkinerja.kalender import Kalender, Tenggat, build_tenggat
from sopkinerja.ruang import Pengaturan

_SEMUA = (Level.JFU, Level.JFK, Level.KABID, Level.KASUBAG, Level.KEPALA_DINAS)
_PROGRAM = (Level.KASUBAG, Level.KEPALA_DINAS)
PELAKSANA: Mapping[int, tuple[Level, ...]] = {
    1: _SEMUA, 2: _PROGRAM, 3: _SEMUA, 4: _SEMUA, 5: _PROGRAM, 6: _PROGRAM, 7: _PROGRAM,
}  # fmt: skip
"""The SOP's check marks; in the rows that not all levels share, Kasubag is the Kasubag Program."""


@dataclass(frozen=True)
class BarisJadwal:
    """One row of the SOP in one triwulan, from its first day to its last.

    `perkiraan`: an estimated holiday lies in it or in what it waits for, so that its dates may
    still move.
    """

    triwulan: Triwulan
    baris: int
    mulai: dt.date
    selesai: dt.date
    hari_kerja: int
    perkiraan: bool

    @property
    def pelaksana(self) -> tuple[Level, ...]:
        """The levels that act in it, in the order of the SOP's columns."""
        return PELAKSANA[self.baris]


@dataclass(frozen=True)
class Jadwal:
    """The schedule of a budget year; `baris` by triwulan and row."""

    tahun: int
    baris: tuple[BarisJadwal, ...]

    @property
    def akhir(self) -> dt.date:
        """The last day of all: TW IV ends in the January of the next year."""
        return max(b.selesai for b in self.baris)

    def untuk(self, triwulan: Triwulan) -> tuple[BarisJadwal, ...]:
        """The rows of one triwulan."""
        return tuple(b for b in self.baris if b.triwulan is triwulan)

    def find_berikut(self, tanggal: dt.date, paling: int = 3) -> tuple[BarisJadwal, ...]:
        """The rows that end on that day or next after it; row 7 has no deadline of its own."""
        nanti = [b for b in self.baris if b.baris != 7 and b.selesai >= tanggal]
        return tuple(sorted(nanti, key=lambda b: (b.selesai, b.triwulan, b.baris))[:paling])


def build_jadwal(tahun: int, kalender: Kalender, pengaturan: Pengaturan) -> Jadwal:
    """Every row of the year; row 1 stands in TW I alone."""
    tenggat = {t: build_tenggat(tahun, t, kalender, pengaturan) for t in Triwulan}
    baris = [b for t in Triwulan for b in _build_triwulan(tahun, t, tenggat, kalender)]
    return Jadwal(tahun, tuple(baris))


def _build_triwulan(
    tahun: int, triwulan: Triwulan, tenggat: Mapping[Triwulan, Tenggat], kalender: Kalender
) -> Iterator[BarisJadwal]:
    ini = tenggat[triwulan]
    awal, akhir = triwulan.awal(tahun), triwulan.akhir(tahun)
    lalu, acuan = ini.mandat, ini.mandat
    if triwulan > Triwulan.I:
        sebelum = Triwulan(triwulan - 1)
        lalu, acuan = tenggat[sebelum].lhe, sebelum.akhir(tahun)
    if triwulan is Triwulan.I:
        yield _build_tetap(triwulan, 1, awal, ini.mandat, kalender)
    yield _build_sesudah(triwulan, 2, lalu, ini.renaksi, acuan, kalender)
    yield _build_tetap(triwulan, 3, awal, akhir, kalender)
    yield _build_sesudah(triwulan, 4, akhir, ini.laporan, akhir, kalender)
    yield _build_sesudah(triwulan, 5, ini.laporan, ini.rekap, akhir, kalender)
    yield _build_sesudah(triwulan, 6, ini.rekap, ini.lhe, akhir, kalender)
    yield _build_ulang(tahun, triwulan, ini.lhe, kalender)


def _build_tetap(
    triwulan: Triwulan, baris: int, mulai: dt.date, selesai: dt.date, kalender: Kalender
) -> BarisJadwal:
    """Dates that the calendar fixes: holidays inside don't move them."""
    sehari_lalu = mulai - dt.timedelta(days=1)
    hari = kalender.hitung(sehari_lalu, selesai)
    return BarisJadwal(triwulan, baris, mulai, selesai, hari, perkiraan=False)


def _build_sesudah(
    triwulan: Triwulan, baris: int, sesudah: dt.date, selesai: dt.date, acuan: dt.date,
    kalender: Kalender,
) -> BarisJadwal:  # fmt: skip
    """Working days after another row; `acuan` is the fixed day from which all of them count."""
    mulai = min(kalender.tambah(sesudah, 1), selesai)
    perkiraan = kalender.is_perkiraan(acuan, selesai)
    hari = kalender.hitung(sesudah, selesai)
    return BarisJadwal(triwulan, baris, mulai, selesai, hari, perkiraan)


def _build_ulang(tahun: int, triwulan: Triwulan, lhe: dt.date, kalender: Kalender) -> BarisJadwal:
    """Row 7: back to row 2 until the next triwulan ends; after TW IV the year is closed."""
    mulai = kalender.tambah(lhe, 1)
    perkiraan = kalender.is_perkiraan(triwulan.akhir(tahun), mulai)
    selesai = mulai if triwulan is Triwulan.IV else Triwulan(triwulan + 1).akhir(tahun)
    hari = kalender.hitung(lhe, selesai)
    return BarisJadwal(triwulan, 7, mulai, selesai, hari, perkiraan)
