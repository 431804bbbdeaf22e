"""Which figure of an indicator counts in a triwulan: from its own form, or a later Data Menyusul."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from sopkinerja.istilah import Besaran, Triwulan
from sopkinerja.laporan.model import IsianMenyusul, Laporan


class AngkaMasuk(NamedTuple):
    """The figure, and whose form gave it.

    `pengirim` is the triwulan of that form, `lewat_menyusul` whether it stood on Data Menyusul;
    `terbuka` is True where a later form may give the figure, `diumumkan` where a form says that it
    comes later. `diabaikan` is the latest figure that doesn't count, because nobody announced it.
    """

    realisasi: Besaran | None = None
    pengirim: Triwulan | None = None
    lewat_menyusul: bool = False
    terbuka: bool = False
    diumumkan: bool = False
    sementara: bool = False
    diabaikan: Besaran | None = None


def find_angka(
    laporan: Mapping[Triwulan, Laporan], kode: str, triwulan: Triwulan, *, dijanjikan: bool
) -> AngkaMasuk:
    """What the accepted forms of one jabatan say of one indicator in one triwulan.

    A later form's Data Menyusul is heard where the mandat (`dijanjikan`) or the triwulan's own form
    announced the figure or called it provisional; its figure then replaces the one before. A row
    without a figure only announces, except that on the triwulan's own form it tells whether its
    figure is provisional.
    """
    sendiri = laporan.get(triwulan)
    isian = sendiri.cari(kode) if sendiri else None
    angka = AngkaMasuk(
        isian.realisasi if isian else None, triwulan if sendiri else None, terbuka=dijanjikan
    )
    for pengirim, baris in _find_menyusul(laporan, kode, triwulan):
        if pengirim is triwulan or angka.terbuka:
            angka = _apply_baris(angka, baris, pengirim, triwulan)
        elif baris.realisasi not in (None, angka.realisasi):
            angka = angka._replace(diabaikan=baris.realisasi)
    return angka


def _apply_baris(
    angka: AngkaMasuk, baris: IsianMenyusul, pengirim: Triwulan, triwulan: Triwulan
) -> AngkaMasuk:
    angka = angka._replace(terbuka=True, diumumkan=True)
    if baris.realisasi is not None and (angka.realisasi is None or pengirim > triwulan):
        return angka._replace(
            realisasi=baris.realisasi,
            pengirim=pengirim,
            lewat_menyusul=True,
            sementara=baris.sementara,
        )
    if angka.realisasi is not None and pengirim is triwulan:
        return angka._replace(sementara=baris.sementara)
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
