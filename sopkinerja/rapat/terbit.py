"""Issuing the Rapat Monev form of a triwulan."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from sopkinerja.agenda.agenda import Agenda
from sopkinerja.matriks.tercetak import Setahun
from sopkinerja.rapat.jenis import RAPAT
from sopkinerja.rapat.model import Diminta
from sopkinerja.rapat.rekam import build_formulir
from sopkinerja.ruang import Ruang


def issue_rapat(ruang: Ruang, agenda: Agenda, setahun: Setahun, diminta: Sequence[Diminta]) -> Path:
    """The Rapat Monev form with what is asked of the head of the office, and what was filled before
    in place; another agenda or other minutes make the next revision. Where it lies."""
    formulir = build_formulir(setahun, diminta=diminta)
    siap = RAPAT.open_templat(ruang, setahun.bahan.opd.logo)
    penerbit = RAPAT.build_penerbit(siap, ruang, agenda, setahun.bahan.waktu)
    with agenda.transaksi():
        siap.apply(ruang, agenda)
        penerbit.issue(formulir, None)
    return RAPAT.build_tujuan(ruang, formulir)
