"""Whose quarterly report is awaited."""

from __future__ import annotations

from collections.abc import Container

from sopkinerja.agenda.agenda import Agenda
from sopkinerja.istilah import Formulir, Triwulan
from sopkinerja.lembar.cap import Identitas


def list_ditunggu(agenda: Agenda, datang: Container[Identitas]) -> list[str]:
    """The kode of who was given a form of the earliest open triwulan of a year and whose report of it
    isn't in, nor among those that come now."""
    hasil = []
    for tahun in agenda.read_daftar_tahun():
        tutup = agenda.read_tutup(tahun)
        for tw in (t for t in Triwulan if t not in tutup):
            terbit = {
                t.identitas
                for t in agenda.read_terbitan_triwulan(Formulir.LAPORAN, tahun, tw)
                if t.identitas not in datang
            }
            kiriman = agenda.read_kiriman_triwulan(Formulir.LAPORAN, tahun, tw, isi=False)
            masuk = {k.identitas for k in kiriman if k.berlaku}
            hasil += sorted(i.jabatan for i in terbit - masuk)
            break
    return hasil
