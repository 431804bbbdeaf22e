"""The return board of the Rapat Monev form: one line, whether the minutes of a triwulan are in."""

from __future__ import annotations

import datetime as dt

from sopkinerja.agenda.agenda import Agenda
from sopkinerja.formulir.model import BarisStatus
from sopkinerja.formulir.papan import build_baris_status
from sopkinerja.istilah import Formulir, Level, Triwulan
from sopkinerja.kalender import Kalender
from sopkinerja.opd.model import Jabatan, Referensi
from sopkinerja.opd.pejabat import find_pemegang
from sopkinerja.rapat.jenis import read_rekam
from sopkinerja.rapat.penanggung_jawab import KASUBAG


def build_status(
    agenda: Agenda, referensi: Referensi, triwulan: Triwulan, tanggal: dt.date, tenggat: dt.date
) -> BarisStatus:
    """Where the minutes stand; they are the Kasubag Program's to send, and late after `tenggat`."""
    tahun = referensi.opd.tahun
    terbitan = agenda.read_terbitan_triwulan(Formulir.RAPAT, tahun, triwulan)
    kode = terbitan[-1].identitas.jabatan if terbitan else referensi.opd.kasubag_program
    jabatan = referensi.cari_jabatan(kode) or Jabatan(
        kode=kode, nama=KASUBAG, level=Level.KASUBAG, unit=""
    )
    pejabat = find_pemegang(referensi, kode, triwulan, tanggal)
    baris = build_baris_status(
        jabatan,
        read_rekam(terbitan[-1].isi) if terbitan else None,
        pejabat,
        agenda.read_kiriman_triwulan(Formulir.RAPAT, tahun, triwulan, isi=False),
        tanggal,
        tenggat,
        Kalender(referensi.libur),
    )
    return baris.model_copy(update={"unit": jabatan.unit, "terbit": bool(terbitan)})
