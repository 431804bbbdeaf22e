"""Quarterly forms that are out already, issued again after something before them has changed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator

from sopkinerja.agenda.agenda import Agenda
from sopkinerja.istilah import Formulir, Triwulan
from sopkinerja.laporan.terbit import reissue_laporan
from sopkinerja.opd.model import Referensi
from sopkinerja.ruang import Pengaturan, Ruang

TerbitLagi = tuple[int, Triwulan, int]
"""Year, triwulan, and how many forms have a new revision."""


def reissue_sesudah(
    ruang: Ruang,
    agenda: Agenda,
    cari_referensi: Callable[[int], Referensi | None],
    sesudah: tuple[int, Triwulan],
    waktu: dt.datetime,
    pengaturan: Pengaturan,
) -> Iterator[TerbitLagi]:
    """The forms of every later triwulan of that year and of the next one that are out and open,
    each year by its own referensi (none where that holds a galat)."""
    for tahun in (sesudah[0], sesudah[0] + 1):
        beredar = [
            t
            for t in Triwulan
            if (tahun, t) > sesudah and agenda.read_terbitan_triwulan(Formulir.LAPORAN, tahun, t)
        ]
        referensi = cari_referensi(tahun) if beredar else None
        for triwulan in beredar if referensi else ():
            assert referensi is not None
            hasil = reissue_laporan(ruang, agenda, referensi, triwulan, waktu, pengaturan)
            if hasil.revisi:
                yield tahun, triwulan, len(hasil.revisi)
