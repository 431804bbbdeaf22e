"""Of a frozen mandat, what the papers of one chair are made of."""

from __future__ import annotations

from sopkinerja.mandat.pagu_pk import list_penanggung
from sopkinerja.opd.indeks import find_menurut
from sopkinerja.opd.mandat import Kursi, Mandat


def pick_mandat(mandat: Mandat, kursi: Kursi) -> Mandat:
    """Of a version what the papers of one chair are made of: its indicators and those they
    support, its superior, and the chairs in charge of the budget. It travels lightly."""
    milik = mandat.untuk(kursi.kode)
    atas = dict.fromkeys(k for i in milik for k in i.semua_induk)
    luar = (x for k in atas for x in find_menurut(mandat.indikator, "kode", k))
    tempat = dict.fromkeys((kursi.kode, kursi.atasan or kursi.kode, *list_penanggung(mandat)))
    return mandat.model_copy(
        update={
            "indikator": (*milik, *(x for x in luar if x.jabatan != kursi.kode)),
            "kursi": tuple(k for kode in tempat if (k := mandat.cari_kursi(kode))),
        }
    )
