"""The year's end: the annual LHE, LAKIP and RENJA, numbered."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import BinaryIO

from sopkinerja.agenda.agenda import Agenda
from sopkinerja.agenda.cetakan import Siap, render_cetakan
from sopkinerja.istilah import Triwulan
from sopkinerja.lhe.buku import write_lhe
from sopkinerja.lhe.lakip import write_lakip
from sopkinerja.lhe.renja import Terbuka, find_langkah_terbuka, write_renja
from sopkinerja.matriks.tercetak import Setahun, apply_nomor_setahun, build_tahun
from sopkinerja.rapat.tindak_lanjut import read_tindak_lanjut

RENJA = "RENJA"
"""The one that is of the year to come."""


def render_tahunan(agenda: Agenda, setahun: Setahun) -> list[Siap]:
    """LHE_<tahun>, LAKIP_<tahun> and RENJA_<tahun+1> from the final matrix of TW IV, each with the
    number of its next printing; call inside a transaction."""
    isi, tahun = build_tahun(setahun), setahun.bahan.tahun
    return [
        _render(agenda, isi, jenis, tahun + (jenis == RENJA), write)
        for jenis, write in build_penulis(agenda, isi).items()
    ]


def build_penulis(agenda: Agenda, isi: Setahun) -> dict[str, Callable[[Setahun, BinaryIO], None]]:
    """What writes each document of the year, by its name."""
    tindak_lanjut = read_tindak_lanjut(agenda, isi.bahan.tahun + 1, Triwulan.I)
    terbuka = Terbuka(tindak_lanjut, find_langkah_terbuka(isi.bahan))
    return {"LHE": write_lhe, "LAKIP": write_lakip, RENJA: partial(_write_renja, terbuka)}


def _render(
    agenda: Agenda,
    setahun: Setahun,
    jenis: str,
    tahun: int,
    write: Callable[[Setahun, BinaryIO], None],
) -> Siap:
    nomor = agenda.build_nomor_cetakan(jenis, setahun.bahan.tahun, None)
    isi = apply_nomor_setahun(setahun, nomor)
    return render_cetakan(isi.bahan, jenis, partial(write, isi), nama=f"{jenis}_{tahun}")


def _write_renja(terbuka: Terbuka, setahun: Setahun, tujuan: BinaryIO) -> None:
    write_renja(setahun, terbuka, tujuan)
