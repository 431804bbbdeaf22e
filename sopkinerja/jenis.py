"""The kinds of form that there are. Intake, corrections, workspaces and tests loop over them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sopkinerja.formulir.jenis import Jenis
from sopkinerja.istilah import Formulir
from sopkinerja.laporan.jenis import LAPORAN
from sopkinerja.lembar.tabel import Tabel
from sopkinerja.mandat.jenis import MANDAT
from sopkinerja.rapat.jenis import RAPAT
from sopkinerja.renaksi.jenis import RENAKSI

FORMULIR: tuple[Jenis[Any], ...] = (MANDAT, RENAKSI, LAPORAN, RAPAT)
"""Every kind of form, in the order of the SOP."""
TABEL: Mapping[str, Tabel] = {t.nama: t for j in FORMULIR for t in j.tabel}
"""Every table of every form, by its name."""


def find_jenis(formulir: Formulir) -> Jenis[Any]:
    """The kind that is called so."""
    return next(j for j in FORMULIR if j.formulir is formulir)
