"""The quarterly forms with what earlier triwulan left open: issued, and issued again where something
before them has changed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator

from sopkinerja.agenda.agenda import Agenda
from sopkinerja.formulir.edaran import Urusan
from sopkinerja.formulir.penerbit import HasilTerbit
from sopkinerja.istilah import Formulir, Triwulan
from sopkinerja.laporan import terbit
from sopkinerja.opd.model import Referensi
from sopkinerja.rapat.tindak_lanjut import read_tindak_lanjut
from sopkinerja.ruang import Pengaturan, Ruang

TerbitLagi = tuple[int, Triwulan, tuple[str, ...]]
"""Year, triwulan, and the jabatan whose forms have a new revision; none: none could be made, because
referensi holds a galat."""


def issue_laporan(urusan: Urusan) -> HasilTerbit:
    """Issues the form of every jabatan with a mandat; see laporan.terbit."""
    tindak = read_tindak_lanjut(urusan.agenda, urusan.tahun, urusan.triwulan)
    return terbit.issue_laporan(urusan, tindak)


def reissue_laporan(urusan: Urusan) -> HasilTerbit:
    """Issues again exactly the forms of a triwulan that are out already: those whose text has
    changed (figures s.d. the triwulan before, Renaksi, Tindak Lanjut) get their next revision.

    Nothing happens where none is out, or the triwulan is closed.
    """
    agenda, tahun, triwulan = urusan.agenda, urusan.tahun, urusan.triwulan
    beredar = agenda.read_terbitan_triwulan(Formulir.LAPORAN, tahun, triwulan)
    if not beredar or triwulan in agenda.read_tutup(tahun):
        return HasilTerbit()
    return issue_laporan(urusan._replace(hanya={t.identitas.jabatan for t in beredar}))


def reissue_sesudah(
    ruang: Ruang,
    agenda: Agenda,
    cari_referensi: Callable[[int], Referensi | None],
    sesudah: tuple[int, Triwulan],
    waktu: dt.datetime,
    pengaturan: Pengaturan,
) -> Iterator[TerbitLagi]:
    """The forms of every later triwulan of that year and of the next one that are out and open,
    each year by its own referensi."""
    for tahun in (sesudah[0], sesudah[0] + 1):
        tutup = agenda.read_tutup(tahun)
        beredar = [
            t
            for t in Triwulan
            if (tahun, t) > sesudah
            and t not in tutup
            and agenda.read_terbitan_triwulan(Formulir.LAPORAN, tahun, t)
        ]
        referensi = cari_referensi(tahun) if beredar else None
        for triwulan in beredar:
            if referensi is None:
                yield tahun, triwulan, ()
                continue
            hasil = reissue_laporan(Urusan(ruang, agenda, referensi, triwulan, waktu, pengaturan))
            if hasil.revisi:
                yield tahun, triwulan, tuple(hasil.revisi)
