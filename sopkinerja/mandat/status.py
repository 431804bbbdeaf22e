"""The return board of the mandat forms: where each jabatan stands, and who waits for whom."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict

from sopkinerja.agenda.agenda import Agenda
from sopkinerja.agenda.model import Kiriman
from sopkinerja.formulir.model import BarisStatus
from sopkinerja.formulir.papan import build_baris_status
from sopkinerja.istilah import Formulir, Keadaan
from sopkinerja.kalender import Kalender
from sopkinerja.mandat.masuk import read_masuk
from sopkinerja.mandat.model_formulir import FormulirMandat
from sopkinerja.mandat.rekam import build_tenggat_mandat
from sopkinerja.mandat.setahun import Setahun
from sopkinerja.mandat.terbit import find_tunggu, list_jabatan
from sopkinerja.opd.model import Referensi
from sopkinerja.opd.pejabat import build_pejabat


def build_status(
    agenda: Agenda, referensi: Referensi, tanggal: dt.date, kalender: Kalender, setahun: Setahun
) -> tuple[BarisStatus, ...]:
    """The board of every jabatan, in the order of referensi.

    Late is who hasn't returned a form after the last day of February, or after its own deadline
    where the mandat was frozen before a form ever went out; who was never sent a form isn't late,
    and is done where the Mandat sheet holds its rows.
    """
    tahun = referensi.opd.tahun
    tenggat = build_tenggat_mandat(tahun)
    kiriman: dict[str, list[Kiriman]] = defaultdict(list)
    for k in agenda.read_kiriman_triwulan(Formulir.MANDAT, tahun, None):
        if k.identitas:
            kiriman[k.identitas.jabatan].append(k)
    formulir = {
        t.identitas.jabatan: FormulirMandat.model_validate_json(t.isi)
        for t in agenda.read_terbitan_triwulan(Formulir.MANDAT, tahun, None)
    }
    revisi = _read_tenggat_revisi(agenda, tahun)
    masuk = read_masuk(agenda, referensi, setahun)
    hasil = []
    for jabatan in list_jabatan(referensi, dt.date(tahun, 1, 1)):
        kode = jabatan.kode
        pejabat = build_pejabat(referensi, kode, tanggal)
        baris = build_baris_status(
            jabatan, formulir.get(kode), pejabat, kiriman[kode], tanggal,
            revisi.get(kode, tenggat), kalender,
        )  # fmt: skip
        if kode not in formulir and baris.keadaan is Keadaan.BELUM:
            if kode in masuk.lembar or kode in masuk.beku:
                baris = baris.model_copy(update={"keadaan": Keadaan.DITERIMA})
            else:
                tunggu = find_tunggu(referensi, masuk, jabatan, tanggal)
                baris = baris.model_copy(update={"menunggu": tunggu})
        hasil.append(baris)
    return tuple(hasil)


def _read_tenggat_revisi(agenda: Agenda, tahun: int) -> dict[str, dt.date]:
    """The deadline of the first form of each jabatan whose mandat was frozen before it went out."""
    hasil: dict[str, dt.date] = {}
    pertama: dict[str, FormulirMandat] = {}
    for t in agenda.read_terbitan_triwulan(Formulir.MANDAT, tahun, None):
        pertama.setdefault(t.identitas.jabatan, FormulirMandat.model_validate_json(t.isi))
    for jabatan, f in pertama.items():
        if f.bebas_mulai:
            hasil[jabatan] = f.tenggat
    return hasil
