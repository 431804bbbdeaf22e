"""Working days, holidays and deadlines of the SOP's rows.

Working days are Monday to Friday without the public and government holidays of Indonesia (the
`holidays` library), overridden by the sheet Libur: a date there is a holiday, unless its
Keterangan begins with "Hari kerja", which makes it a working day.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from sopkinerja.istilah import Libur, Triwulan
from sopkinerja.libur_nasional import read_nasional
from sopkinerja.ruang import Pengaturan

PERKIRAAN = "(perkiraan)"
"""How the library marks a date that the government hasn't fixed yet."""
CUTI_BERSAMA = "Cuti Bersama"


class JenisLibur(StrEnum):
    """Who says that a day is special, and what it is then."""

    NASIONAL = "Libur nasional"
    CUTI_BERSAMA = "Cuti bersama"
    KANTOR = "Libur daerah/kantor"
    HARI_KERJA = "Hari kerja"


@dataclass(frozen=True, order=True)
class HariLibur:
    """A day that is special by the national calendar or by the sheet Libur.

    `nama` is as the calendar or the office writes it, `menimpa` the national name that a row of
    the sheet Libur overrides.
    """

    tanggal: dt.date
    nama: str
    jenis: JenisLibur
    menimpa: str = ""

    @property
    def is_perkiraan(self) -> bool:
        """True where the date is an estimate and nothing overrides it."""
        return PERKIRAAN in self.nama

    @property
    def is_pengganti(self) -> bool:
        """True for a row of the office's own sheet Libur."""
        return self.jenis in (JenisLibur.KANTOR, JenisLibur.HARI_KERJA)


class Kalender:
    """Knows which days are worked; `libur` is the office's own sheet."""

    def __init__(self, libur: Iterable[Libur] = ()) -> None:
        self._libur = {x.tanggal: x.keterangan for x in libur}

    def is_hari_kerja(self, tanggal: dt.date) -> bool:
        """True where the office works that day."""
        sendiri = self._libur.get(tanggal)
        if sendiri is not None:
            return sendiri.strip().casefold().startswith("hari kerja")
        return tanggal.weekday() < 5 and tanggal not in read_nasional(tanggal.year)

    def tambah(self, tanggal: dt.date, hari: int) -> dt.date:
        """The `hari`-th working day after a date."""
        while hari > 0:
            tanggal += dt.timedelta(days=1)
            hari -= self.is_hari_kerja(tanggal)
        return tanggal

    def hitung(self, sesudah: dt.date, sampai: dt.date) -> int:
        """Working days after one date, up to and with another; 0 where that isn't later."""
        hari = range((sampai - sesudah).days)
        return sum(self.is_hari_kerja(sesudah + dt.timedelta(days=n + 1)) for n in hari)

    def find_libur(self, mulai: dt.date, sampai: dt.date) -> tuple[HariLibur, ...]:
        """The special days from one date to another, both counted, in order."""
        semua = (mulai + dt.timedelta(days=n) for n in range((sampai - mulai).days + 1))
        return tuple(h for t in semua if (h := self._build_libur(t)))

    def is_perkiraan(self, mulai: dt.date, sampai: dt.date) -> bool:
        """True where an estimated holiday lies in between, or could move into it by a day."""
        sehari = dt.timedelta(days=1)
        return any(h.is_perkiraan for h in self.find_libur(mulai - sehari, sampai + sehari))

    def has_cuti_bersama(self, tahun: int) -> bool:
        """True where the government's cuti bersama of that year are known already."""
        libur = self.find_libur(dt.date(tahun, 1, 1), dt.date(tahun, 12, 31))
        return any(h.jenis is JenisLibur.CUTI_BERSAMA for h in libur)

    def _build_libur(self, tanggal: dt.date) -> HariLibur | None:
        nasional = read_nasional(tanggal.year).get(tanggal, "")
        sendiri = self._libur.get(tanggal)
        if sendiri is not None:
            kerja = self.is_hari_kerja(tanggal)
            jenis = JenisLibur.HARI_KERJA if kerja else JenisLibur.KANTOR
            return HariLibur(tanggal, sendiri.strip(), jenis, nasional)
        if not nasional:
            return None
        cuti = nasional.startswith(CUTI_BERSAMA)
        jenis = JenisLibur.CUTI_BERSAMA if cuti else JenisLibur.NASIONAL
        return HariLibur(tanggal, nasional, jenis)


@dataclass(frozen=True)
class Tenggat:
    """The last day of rows 1, 2, 4, 5 and 6 of one triwulan (row 1: of its year)."""

    mandat: dt.date
    renaksi: dt.date
    laporan: dt.date
    rekap: dt.date
    lhe: dt.date


def build_tenggat(
    tahun: int, triwulan: Triwulan, kalender: Kalender, pengaturan: Pengaturan
) -> Tenggat:
    """Deadlines by the SOP: row 4 after the triwulan's end, then row 5, then row 6; row 2 after
    row 1 for TW I, after row 6 of the triwulan before for the others."""
    mandat = dt.date(tahun, 3, 1) - dt.timedelta(days=1)
    sebelum = mandat
    if triwulan > Triwulan.I:
        sebelum = build_tenggat(tahun, Triwulan(triwulan - 1), kalender, pengaturan).lhe
    laporan = kalender.tambah(triwulan.akhir(tahun), pengaturan.hari_laporan)
    rekap = kalender.tambah(laporan, pengaturan.hari_rekap)
    return Tenggat(
        mandat=mandat,
        renaksi=kalender.tambah(sebelum, pengaturan.hari_renaksi),
        laporan=laporan,
        rekap=rekap,
        lhe=kalender.tambah(rekap, pengaturan.hari_lhe),
    )
