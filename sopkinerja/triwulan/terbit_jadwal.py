"""Handing out the Jadwal Monev: the workbook, and the calendar file for phones."""

from __future__ import annotations

import datetime as dt
import io
from dataclasses import dataclass
from pathlib import Path

from sopkinerja.agenda.agenda import Agenda
from sopkinerja.istilah import Level
from sopkinerja.kalender import Kalender
from sopkinerja.opd.model import Referensi
from sopkinerja.opd.pejabat import build_pejabat
from sopkinerja.ruang import Pengaturan, Ruang
from sopkinerja.triwulan.jadwal import Jadwal, build_jadwal
from sopkinerja.triwulan.jadwal_buku import BahanJadwal, write_jadwal
from sopkinerja.triwulan.kalender_ics import render_ics


@dataclass(frozen=True)
class HasilJadwal:
    """The schedule and where its two files lie."""

    jadwal: Jadwal
    buku: Path
    ics: Path


def issue_jadwal(
    ruang: Ruang,
    agenda: Agenda,
    referensi: Referensi,
    tahun: int,
    waktu: dt.datetime,
    pengaturan: Pengaturan,
) -> HasilJadwal:
    """Writes both files of a year; run again, they replace those before."""
    kalender = Kalender(referensi.libur)
    jadwal = build_jadwal(tahun, kalender, pengaturan)
    bahan = build_bahan_jadwal(referensi, jadwal, kalender, waktu)
    nama = ruang.build_outbox(tahun) / f"Jadwal_Monev_{tahun}.xlsx"
    isi = io.BytesIO()
    write_jadwal(bahan, isi)
    ics = render_ics(referensi.opd, jadwal, waktu)
    with agenda.transaksi():
        return HasilJadwal(
            jadwal,
            agenda.write_keluaran(nama, isi.getvalue()),
            agenda.write_keluaran(nama.with_suffix(".ics"), ics),
        )


def build_bahan_jadwal(
    referensi: Referensi, jadwal: Jadwal, kalender: Kalender, waktu: dt.datetime
) -> BahanJadwal:
    """The schedule with who signs it on that day."""
    kepala = next((j.kode for j in referensi.jabatan if j.level is Level.KEPALA_DINAS), "")
    hari = waktu.date()
    return BahanJadwal(
        opd=referensi.opd,
        jadwal=jadwal,
        kalender=kalender,
        waktu=waktu,
        kasubag=build_pejabat(referensi, referensi.opd.kasubag_program, hari),
        kepala=build_pejabat(referensi, kepala, hari),
    )
