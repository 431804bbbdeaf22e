"""The return board of the Renaksi forms: where each jabatan that owes one stands, and how late."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict

from sopkinerja.agenda.agenda import Agenda
from sopkinerja.agenda.model import Kiriman
from sopkinerja.formulir.model import BarisStatus
from sopkinerja.formulir.papan import build_baris_status, list_kursi
from sopkinerja.istilah import Formulir, Triwulan
from sopkinerja.kalender import Kalender, build_tenggat
from sopkinerja.opd.mandat import Mandat
from sopkinerja.opd.model import Referensi
from sopkinerja.opd.pejabat import find_pemegang
from sopkinerja.renaksi.model import FormulirRenaksi
from sopkinerja.ruang import Pengaturan


def read_formulir_terakhir(
    agenda: Agenda, tahun: int, triwulan: Triwulan
) -> dict[str, FormulirRenaksi]:
    """The newest record of issue of each jabatan's Renaksi form."""
    return {
        t.identitas.jabatan: FormulirRenaksi.model_validate_json(t.isi)
        for t in agenda.read_terbitan_triwulan(Formulir.RENAKSI, tahun, triwulan)
    }


def build_status(
    agenda: Agenda,
    referensi: Referensi,
    mandat: Mandat,
    triwulan: Triwulan,
    tanggal: dt.date,
    pengaturan: Pengaturan,
) -> tuple[BarisStatus, ...]:
    """The board of every chair with a mandat at the levels of the settings, or that was sent a
    form, in the order of referensi."""
    kalender = Kalender(referensi.libur)
    tenggat = build_tenggat(mandat.tahun, triwulan, kalender, pengaturan).renaksi
    kiriman: dict[str, list[Kiriman]] = defaultdict(list)
    for k in agenda.read_kiriman_triwulan(Formulir.RENAKSI, mandat.tahun, triwulan):
        if k.identitas:
            kiriman[k.identitas.jabatan].append(k)
    formulir = read_formulir_terakhir(agenda, mandat.tahun, triwulan)
    hasil = []
    for jabatan in list_kursi(referensi, mandat, formulir):
        if jabatan.level not in pengaturan.level_renaksi and jabatan.kode not in formulir:
            continue
        pejabat = find_pemegang(referensi, jabatan.kode, triwulan, tanggal)
        hasil.append(
            build_baris_status(
                jabatan, formulir.get(jabatan.kode), pejabat.nama if pejabat else "",
                kiriman[jabatan.kode], tanggal, tenggat, kalender,
            )
        )  # fmt: skip
    return tuple(hasil)
