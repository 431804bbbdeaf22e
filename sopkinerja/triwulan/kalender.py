"""Working days and deadlines of the SOP's rows.

Working days are Monday to Friday without the public and government holidays of Indonesia (the
`holidays` library), overridden by the sheet Libur: a date there is a holiday, unless its
Keterangan begins with "Hari kerja", which makes it a working day.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

import holidays

from sopkinerja.istilah import Triwulan
from sopkinerja.opd.model import Libur
from sopkinerja.ruang import Pengaturan


class Kalender:
    """Knows which days are worked; `libur` is the office's own sheet."""

    def __init__(self, libur: Iterable[Libur] = ()) -> None:
        self._nasional = holidays.country_holidays(
            "ID", categories=("public", "government"), language="id"
        )
        self._libur = {x.tanggal: x.keterangan for x in libur}

    def is_hari_kerja(self, tanggal: dt.date) -> bool:
        """True where the office works that day."""
        sendiri = self._libur.get(tanggal)
        if sendiri is not None:
            return sendiri.strip().casefold().startswith("hari kerja")
        return tanggal.weekday() < 5 and tanggal not in self._nasional

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


@dataclass(frozen=True)
class Tenggat:
    """The last day of rows 4, 5 and 6 of one triwulan."""

    laporan: dt.date
    rekap: dt.date
    lhe: dt.date


def build_tenggat(
    tahun: int, triwulan: Triwulan, kalender: Kalender, pengaturan: Pengaturan
) -> Tenggat:
    """Deadlines by the SOP: row 4 after the triwulan's end, then row 5, then row 6."""
    laporan = kalender.tambah(triwulan.akhir(tahun), pengaturan.hari_laporan)
    rekap = kalender.tambah(laporan, pengaturan.hari_rekap)
    return Tenggat(laporan, rekap, kalender.tambah(rekap, pengaturan.hari_lhe))
