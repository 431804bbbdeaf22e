"""A quarterly form of a closed triwulan comes while a later one of that jabatan is awaited: the wrong
file may have been sent."""

from __future__ import annotations

from collections.abc import Sequence

from sopkinerja.agenda.agenda import Agenda
from sopkinerja.istilah import Formulir, Putusan
from sopkinerja.katalog import Kode, Tingkat
from sopkinerja.laporan.aturan_waktu import build_lewat
from sopkinerja.penerimaan.ditunggu import find_ditunggu_sesudah, list_ditunggu
from sopkinerja.penerimaan.meja import Meja
from sopkinerja.penerimaan.model import Berkas


def add_lewat(meja: Meja, daftar: Sequence[Berkas]) -> None:
    """Says so before a reopening is spoken of, and beside what a copy is told."""
    calon = [b for b in daftar if _is_lewat(meja.agenda, b)]
    if not calon:
        return
    ditunggu = list_ditunggu(meja.agenda, {b.identitas for b in daftar if b.identitas})
    for b in calon:
        assert b.identitas
        lain = find_ditunggu_sesudah(ditunggu, b.identitas, meja.waktu.date())
        if lain and b.putusan is Putusan.KARANTINA:
            b.temuan = (build_lewat(b.identitas, lain), *b.temuan)
        elif lain:
            b.temuan = (*b.temuan, build_lewat(b.identitas, lain, Tingkat.PERINGATAN))


def _is_lewat(agenda: Agenda, berkas: Berkas) -> bool:
    """A report that is held for its closed triwulan, or of a closed one says what was accepted."""
    i = berkas.identitas
    if i is None or i.formulir is not Formulir.LAPORAN:
        return False
    if berkas.putusan is Putusan.DUPLIKAT:
        return i.triwulan in agenda.read_tutup(i.tahun)
    return any(t.kode is Kode.TRIWULAN_001 for t in berkas.temuan)
