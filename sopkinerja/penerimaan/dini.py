"""A quarterly form that came before its triwulan was over, while an earlier one is awaited."""

from __future__ import annotations

from collections.abc import Sequence

from sopkinerja.istilah import Formulir, Putusan, Triwulan
from sopkinerja.laporan.aturan_waktu import check_waktu, is_dini
from sopkinerja.lembar.cap import Identitas
from sopkinerja.penerimaan.meja import Meja
from sopkinerja.penerimaan.model import Berkas


def add_dini(meja: Meja, daftar: Sequence[Berkas]) -> None:
    """Says so first among its temuan; nothing where that jabatan's report of it counts already."""
    hari = meja.waktu.date()
    datang = {b.identitas for b in daftar if b.putusan is None and not b.is_ditolak}
    for b in daftar:
        ident = b.identitas
        if b.putusan or ident is None or ident.formulir is not Formulir.LAPORAN:
            continue
        if not is_dini(ident.triwulan, ident.tahun, hari) or _is_masuk(meja, ident):
            continue
        temuan = check_waktu(ident, hari, _list_ditunggu(meja, ident, datang))
        if temuan:
            b.temuan = (temuan, *b.temuan)


def _list_ditunggu(
    meja: Meja, identitas: Identitas, datang: set[Identitas | None]
) -> list[Triwulan]:
    """Earlier triwulan whose form that jabatan was given, that are open, and of which nothing is in."""
    tutup = meja.agenda.read_tutup(identitas.tahun)
    lebih_dulu = {
        t: identitas.model_copy(update={"triwulan": t})
        for t in Triwulan
        if identitas.triwulan and t < identitas.triwulan and t not in tutup
    }
    return [
        t
        for t, i in lebih_dulu.items()
        if i not in datang and meja.agenda.read_terbitan(i) and not _is_masuk(meja, i)
    ]


def _is_masuk(meja: Meja, identitas: Identitas) -> bool:
    """Whether a return of that form counts, or is one of those that wait for a choice."""
    return any(
        k.berlaku or k.putusan is Putusan.KONFLIK for k in meja.agenda.read_kiriman(identitas)
    )
