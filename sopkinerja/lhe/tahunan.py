"""The year's end: the annual LHE, LAKIP and RENJA, numbered."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import BinaryIO

from sopkinerja.agenda.agenda import Agenda
from sopkinerja.agenda.cetakan import Siap, render_cetakan
from sopkinerja.istilah import Triwulan
from sopkinerja.lhe.buku import write_lhe_tahun
from sopkinerja.lhe.lakip import write_lakip
from sopkinerja.lhe.renja import Terbuka, find_langkah_terbuka, write_renja
from sopkinerja.matriks.model import Bahan
from sopkinerja.rapat.tindak_lanjut import read_tindak_lanjut


def render_tahunan(agenda: Agenda, bahan: Bahan) -> list[Siap]:
    """LHE_<tahun>, LAKIP_<tahun> and RENJA_<tahun+1> from the final Bahan of TW IV, each with the
    number of its next printing; call inside a transaction."""
    tahun = bahan.tahun
    terbuka = Terbuka(
        read_tindak_lanjut(agenda, tahun + 1, Triwulan.I), find_langkah_terbuka(bahan)
    )
    return [
        _render(agenda, bahan, "LHE", tahun, write_lhe_tahun),
        _render(agenda, bahan, "LAKIP", tahun, write_lakip),
        _render(agenda, bahan, "RENJA", tahun + 1, partial(_write_renja, terbuka)),
    ]


def _render(
    agenda: Agenda,
    bahan: Bahan,
    jenis: str,
    tahun: int,
    write: Callable[[Bahan, BinaryIO], None],
) -> Siap:
    nomor = agenda.build_nomor_cetakan(jenis, bahan.tahun, None)
    setahun = replace(bahan, setahun=True, nomor_cetak=nomor)
    return render_cetakan(setahun, jenis, write, nama=f"{jenis}_{tahun}")


def _write_renja(terbuka: Terbuka, bahan: Bahan, tujuan: BinaryIO) -> None:
    write_renja(bahan, terbuka, tujuan)
