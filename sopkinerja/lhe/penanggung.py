"""Who answers for an indicator of the Kepala Dinas."""

from __future__ import annotations

from sopkinerja.istilah import Level
from sopkinerja.mandat.kembar import find_kembar
from sopkinerja.matriks.baris import BarisMatriks
from sopkinerja.matriks.matriks import Matriks
from sopkinerja.matriks.singkatan import render_singkatan

MAKS_KODE = 5
"""So many are named by kode in a narrow column."""


def find_penanggung(matriks: Matriks, b: BarisMatriks) -> tuple[BarisMatriks, ...]:
    """The rows below an indicator by which somebody answers for it: of the same words where there
    are any, else every one that supports it directly first of all; none for a leaf."""
    if b.level is not Level.KEPALA_DINAS:
        return ()
    bawah = [x for x in matriks.baris if b.kode in x.indikator.semua_induk]
    kamus = matriks.bahan.pengaturan.satuan
    kembar = {i.kode for _, i in find_kembar([b.indikator, *(x.indikator for x in bawah)], kamus)}
    sama = tuple(x for x in bawah if x.kode in kembar)
    return sama or tuple(x for x in bawah if x.indikator.induk == b.kode)


def render_penanggung(matriks: Matriks, b: BarisMatriks, paling: int = 2) -> str:
    """`Kabid PLN`; of many their kode, of very many the first of them and how many more; the owner
    where nobody is below."""
    milik = find_penanggung(matriks, b) or (b,)
    nama = list(dict.fromkeys(render_singkatan(x.jabatan.kode, x.jabatan.nama) for x in milik))
    if len(nama) <= paling:
        return ", ".join(nama)
    kode = list(dict.fromkeys(x.jabatan.kode for x in milik))
    lagi = f", +{len(kode) - MAKS_KODE} lagi" if len(kode) > MAKS_KODE else ""
    return ", ".join(kode[:MAKS_KODE]) + lagi
