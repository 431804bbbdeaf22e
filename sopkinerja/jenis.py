"""The kinds of form that there are. Issuing, boards, intake, corrections, workspaces and tests loop
over them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sopkinerja.formulir.jenis import Jenis
from sopkinerja.istilah import Formulir
from sopkinerja.laporan.jenis import LAPORAN
from sopkinerja.lembar.tabel import Tabel
from sopkinerja.mandat import skp
from sopkinerja.mandat.jenis import MANDAT
from sopkinerja.rapat.jenis import RAPAT
from sopkinerja.renaksi.jenis import RENAKSI
from sopkinerja.triwulan.edaran import (
    Edaran,
    build_papan_laporan,
    build_papan_mandat,
    build_papan_rapat,
    build_papan_renaksi,
    issue_renaksi,
)
from sopkinerja.triwulan.tahun import build_triwulan_ditagih, find_status, find_status_mandat
from sopkinerja.triwulan.terbit_laporan import issue_laporan

FORMULIR: tuple[Jenis[Any], ...] = (MANDAT, RENAKSI, LAPORAN, RAPAT)
"""Every kind of form, in the order of the SOP."""
TEMPLAT = (*(j.nama_templat for j in FORMULIR), skp.NAMA_TEMPLAT)
"""Every template that the office owns: those of forms, and of documents made like them."""
TABEL: Mapping[str, Tabel] = {t.nama: t for j in FORMULIR for t in j.tabel}
"""Every table of every form, by its name."""

EDARAN: Mapping[Formulir, Edaran] = {
    Formulir.MANDAT: Edaran(
        build_papan_mandat, lambda daftar, _tw, tanggal: find_status_mandat(daftar, tanggal)
    ),
    Formulir.RENAKSI: Edaran(
        build_papan_renaksi, issue=issue_renaksi,
        lanjut="; setelah semua masuk: sopkinerja renaksi -t {tw}",
    ),
    Formulir.LAPORAN: Edaran(
        build_papan_laporan, find_status, build_triwulan_ditagih, issue_laporan
    ),
    Formulir.RAPAT: Edaran(build_papan_rapat, find_status, build_triwulan_ditagih),
}  # fmt: skip
"""How each kind is asked after, and those that go out to every jabatan are issued."""


def find_jenis(formulir: Formulir) -> Jenis[Any]:
    """The kind that is called so."""
    return next(j for j in FORMULIR if j.formulir is formulir)
