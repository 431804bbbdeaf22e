"""A quarterly form that came before its triwulan was over, while an earlier one is awaited."""

from __future__ import annotations

from collections.abc import Sequence

from sopkinerja.istilah import Formulir
from sopkinerja.laporan.aturan_waktu import check_waktu, is_dini
from sopkinerja.penerimaan.ditunggu import is_masuk, list_ditunggu_dulu
from sopkinerja.penerimaan.meja import Meja
from sopkinerja.penerimaan.model import Berkas


def add_dini(meja: Meja, daftar: Sequence[Berkas]) -> None:
    """Says so first among its temuan; nothing where that jabatan's report of it counts already."""
    hari = meja.waktu.date()
    datang = {b.identitas for b in daftar if b.identitas and b.putusan is None and not b.is_ditolak}
    for b in daftar:
        ident = b.identitas
        if b.putusan or ident is None or ident.formulir is not Formulir.LAPORAN:
            continue
        if not is_dini(ident.triwulan, ident.tahun, hari):
            continue
        if is_masuk(meja.agenda.read_kiriman(ident)):
            continue
        temuan = check_waktu(ident, hari, list_ditunggu_dulu(meja.agenda, ident, datang))
        if temuan:
            b.temuan = (temuan, *b.temuan)
