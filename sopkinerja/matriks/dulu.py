"""What the years before came to, as the LAKIP compares with them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sopkinerja.agenda.agenda import Agenda
from sopkinerja.mandat.setahun import TahunDulu
from sopkinerja.matriks.setahun import read_setahun
from sopkinerja.opd.mandat import Indikator
from sopkinerja.tulisan import render_besaran

JUMLAH_TAHUN = 3
"""How many years before this one."""


def read_dulu(agenda: Agenda, tahun: int, indikator: Sequence[Indikator]) -> Iterator[TahunDulu]:
    """From the closed years of the register, the oldest first; a kode that was measured otherwise
    then is left out, its figures can't be compared."""
    kini = {i.kode: i for i in indikator}
    for dulu in range(tahun - JUMLAH_TAHUN, tahun):
        for kode, hasil in read_setahun(agenda, dulu).items():
            if kode in kini and hasil.ukuran == kini[kode].ukuran:
                angka = render_besaran(hasil.realisasi)
                yield TahunDulu(kode, dulu, angka, hasil.capaian, hasil.catatan)
