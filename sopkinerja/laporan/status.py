"""The return board of the quarterly forms: where each jabatan stands, and how late."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict

from sopkinerja.agenda.agenda import Agenda
from sopkinerja.agenda.model import Kiriman
from sopkinerja.formulir.model import BarisStatus
from sopkinerja.formulir.papan import build_baris_status, list_kursi
from sopkinerja.istilah import Formulir, Triwulan
from sopkinerja.kalender import Kalender
from sopkinerja.laporan.model import FormulirLaporan
from sopkinerja.opd.mandat import Mandat
from sopkinerja.opd.model import Referensi
from sopkinerja.opd.pejabat import find_pemegang


def read_formulir_terakhir(
    agenda: Agenda, tahun: int, triwulan: Triwulan
) -> dict[str, FormulirLaporan]:
    """The newest record of issue of each jabatan's quarterly form."""
    return {
        t.identitas.jabatan: FormulirLaporan.model_validate_json(t.isi)
        for t in agenda.read_terbitan_triwulan(Formulir.LAPORAN, tahun, triwulan)
    }


def build_status(
    agenda: Agenda,
    referensi: Referensi,
    mandat: Mandat,
    triwulan: Triwulan,
    tanggal: dt.date,
    tenggat: dt.date,
    kalender: Kalender,
) -> tuple[BarisStatus, ...]:
    """The board of every jabatan that has a mandat, in the order of referensi."""
    kiriman: dict[str, list[Kiriman]] = defaultdict(list)
    for k in agenda.read_kiriman_triwulan(Formulir.LAPORAN, mandat.tahun, triwulan):
        if k.identitas:
            kiriman[k.identitas.jabatan].append(k)
    formulir = read_formulir_terakhir(agenda, mandat.tahun, triwulan)
    hasil = []
    for jabatan in list_kursi(referensi, mandat, formulir):
        pejabat = find_pemegang(referensi, jabatan.kode, triwulan, tanggal)
        hasil.append(
            build_baris_status(
                jabatan, formulir.get(jabatan.kode), pejabat.nama if pejabat else "",
                kiriman[jabatan.kode], tanggal, tenggat, kalender,
            )
        )  # fmt: skip
    return tuple(hasil)
