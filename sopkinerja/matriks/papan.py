"""The return board of the quarterly forms by the mandat in force, for the matrix and for `status`."""

from __future__ import annotations

import datetime as dt

from sopkinerja.agenda.agenda import Agenda
from sopkinerja.formulir.model import BarisStatus
from sopkinerja.formulir.papan import build_papan
from sopkinerja.istilah import Triwulan
from sopkinerja.kalender import Kalender, build_tenggat
from sopkinerja.kesalahan import SopKinerjaError
from sopkinerja.laporan.jenis import LAPORAN
from sopkinerja.opd.mandat import Mandat
from sopkinerja.opd.model import Referensi
from sopkinerja.ruang import Pengaturan


def build_papan_triwulan(
    agenda: Agenda,
    referensi: Referensi,
    mandat: Mandat,
    triwulan: Triwulan,
    waktu: dt.datetime,
    pengaturan: Pengaturan,
) -> tuple[tuple[BarisStatus, ...], dt.date]:
    """The board as it stands at `waktu`, and the last day for the returns; no return is opened."""
    tenggat = build_tenggat_laporan(referensi, triwulan, pengaturan)
    papan = build_papan(LAPORAN, agenda, referensi, mandat, triwulan, waktu.date(), tenggat)
    return papan, tenggat


def build_tenggat_laporan(
    referensi: Referensi, triwulan: Triwulan, pengaturan: Pengaturan
) -> dt.date:
    """The last day for the returns of a triwulan."""
    kalender = Kalender(referensi.libur)
    return build_tenggat(referensi.opd.tahun, triwulan, kalender, pengaturan).laporan


def read_mandat_berlaku(agenda: Agenda, tahun: int, triwulan: Triwulan) -> Mandat:
    """The version in force in that triwulan; SopKinerjaError where none is."""
    mandat = agenda.read_mandat(tahun, triwulan)
    if mandat is None:
        raise SopKinerjaError(
            f"Mandat {tahun} belum ditetapkan, jadi belum ada yang dapat direkap. "
            "Jalankan: sopkinerja tetapkan"
        )
    return mandat


def read_mandat_tahun(agenda: Agenda, tahun: int, triwulan: Triwulan) -> dict[Triwulan, Mandat]:
    """The version in force in each triwulan; SopKinerjaError where none is in that one."""
    read_mandat_berlaku(agenda, tahun, triwulan)
    return {tw: m for tw in Triwulan if (m := agenda.read_mandat(tahun, tw))}
