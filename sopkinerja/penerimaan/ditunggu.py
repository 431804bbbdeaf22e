"""Whose quarterly report is awaited: it was handed out, its triwulan is open, and none is in."""

from __future__ import annotations

import datetime as dt
from collections.abc import Container, Iterable, Iterator

from sopkinerja.agenda.agenda import Agenda
from sopkinerja.agenda.model import Kiriman
from sopkinerja.istilah import Formulir, Putusan, Triwulan
from sopkinerja.laporan.aturan_waktu import is_dini
from sopkinerja.lembar.cap import Identitas


def is_masuk(kiriman: Iterable[Kiriman]) -> bool:
    """Whether of the returns of one form one counts, or waits for a choice among those that came;
    one that was sent back to be mended doesn't."""
    return any(k.berlaku or k.putusan is Putusan.KONFLIK for k in kiriman)


def list_ditunggu(agenda: Agenda, datang: Container[Identitas]) -> list[Identitas]:
    """The awaited reports of the earliest open triwulan of each year that has a mandat, without those
    that come now (`datang`)."""
    hasil: list[Identitas] = []
    for tahun in agenda.read_daftar_tahun():
        tutup = agenda.read_tutup(tahun)
        for tw in (t for t in Triwulan if t not in tutup and agenda.read_mandat(tahun, t)):
            hasil += sorted(_iter_ditunggu(agenda, tahun, tw, datang), key=lambda i: i.jabatan)
            break
    return hasil


def _iter_ditunggu(
    agenda: Agenda, tahun: int, tw: Triwulan, datang: Container[Identitas]
) -> Iterator[Identitas]:
    kiriman: dict[Identitas, list[Kiriman]] = {}
    for k in agenda.read_kiriman_triwulan(Formulir.LAPORAN, tahun, tw, isi=False):
        if k.identitas:
            kiriman.setdefault(k.identitas, []).append(k)
    terbit = {t.identitas for t in agenda.read_terbitan_triwulan(Formulir.LAPORAN, tahun, tw)}
    yield from (i for i in terbit if i not in datang and not is_masuk(kiriman.get(i, ())))


def find_ditunggu_sesudah(
    ditunggu: Iterable[Identitas], identitas: Identitas, hari: dt.date
) -> Identitas | None:
    """Of the awaited reports that of the same jabatan of a later triwulan which is over."""
    if identitas.triwulan is None:
        return None
    masa = (identitas.tahun, identitas.triwulan)
    for i in ditunggu:
        if i.jabatan == identitas.jabatan and i.triwulan and (i.tahun, i.triwulan) > masa:
            return None if is_dini(i.triwulan, i.tahun, hari) else i
    return None


def list_ditunggu_dulu(
    agenda: Agenda, identitas: Identitas, datang: Container[Identitas]
) -> list[Triwulan]:
    """The triwulan before that of a report of which the same jabatan's is awaited."""
    tutup = agenda.read_tutup(identitas.tahun)
    lebih_dulu = {
        t: identitas.model_copy(update={"triwulan": t})
        for t in Triwulan
        if identitas.triwulan and t < identitas.triwulan and t not in tutup
    }
    return [
        t
        for t, i in lebih_dulu.items()
        if i not in datang and agenda.read_terbitan(i) and not is_masuk(agenda.read_kiriman(i))
    ]
