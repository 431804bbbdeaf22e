"""What all letters and messages of one package say alike."""

from __future__ import annotations

from typing import NamedTuple

from sopkinerja.formulir.edaran import Papan, Urusan
from sopkinerja.formulir.kontak import find_kontak
from sopkinerja.formulir.model import Kontak
from sopkinerja.istilah import Pejabat
from sopkinerja.opd.model import Opd
from sopkinerja.opd.pejabat import build_pejabat
from sopkinerja.paket.teks import JUDUL_DAFTAR
from sopkinerja.papan.pengingat import render_sebutan
from sopkinerja.papan.teks import SEBUTAN
from sopkinerja.tulisan import HARI, render_tanggal


class Pengantar(NamedTuple):
    """`apa` is what is asked for (`laporan kinerja TW I 2026`), `tenggat` the day in words; `judul` is that of
    the list; whom it comes from and whom to ask."""

    opd: Opd
    apa: str
    judul: str
    tenggat: str
    kasubag: Pejabat | None
    kontak: Kontak


def build_pengantar(urusan: Urusan, papan: Papan) -> Pengantar:
    """For the forms of that board, as of the day of the run."""
    hari, opd = urusan.waktu.date(), urusan.referensi.opd
    tenggat = f"{HARI[papan.tenggat.weekday()]}, {render_tanggal(papan.tenggat)}"
    return Pengantar(
        opd=opd,
        apa=render_sebutan(papan),
        judul=JUDUL_DAFTAR.format(formulir=SEBUTAN[papan.formulir], masa=papan.masa),
        tenggat=tenggat,
        kasubag=build_pejabat(urusan.referensi, opd.kasubag_program, hari),
        kontak=find_kontak(urusan.referensi, hari),
    )
