"""Which figure of an indicator counts in a triwulan: from its own form, or a later Data Menyusul."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from sopkinerja.istilah import Triwulan
from sopkinerja.laporan.model import IsianMenyusul, Laporan


class AngkaMasuk(NamedTuple):
    """The figure, and whose form gave it.

    `pengirim` is the triwulan of that form, `lewat_menyusul` whether it stood on Data Menyusul;
    `diumumkan` is True where any form announced the figure for later.
    """

    realisasi: float | None = None
    pengirim: Triwulan | None = None
    lewat_menyusul: bool = False
    diumumkan: bool = False
    sementara: bool = False


def find_angka(laporan: Mapping[Triwulan, Laporan], kode: str, triwulan: Triwulan) -> AngkaMasuk:
    """What the accepted forms of one jabatan say of one indicator in one triwulan.

    A figure on a later form's Data Menyusul replaces the one before. A row without a figure only
    announces, except that on the triwulan's own form it tells whether its figure is provisional.
    """
    sendiri = laporan.get(triwulan)
    isian = sendiri.cari(kode) if sendiri else None
    angka = AngkaMasuk(
        isian.realisasi if isian else None, triwulan if sendiri else None, diumumkan=False
    )
    for pengirim, baris in _find_menyusul(laporan, kode, triwulan):
        angka = angka._replace(diumumkan=True)
        if baris.realisasi is not None and (angka.realisasi is None or pengirim > triwulan):
            angka = AngkaMasuk(baris.realisasi, pengirim, True, True, baris.sementara)
        elif angka.realisasi is not None and pengirim is triwulan:
            angka = angka._replace(sementara=baris.sementara)
    return angka


def _find_menyusul(
    laporan: Mapping[Triwulan, Laporan], kode: str, triwulan: Triwulan
) -> Iterator[tuple[Triwulan, IsianMenyusul]]:
    """Rows of Data Menyusul about this indicator and triwulan, the earlier return first."""
    for t in Triwulan:
        if t >= triwulan and t in laporan:
            for baris in laporan[t].menyusul:
                if baris.kode == kode and baris.triwulan is triwulan:
                    yield t, baris
