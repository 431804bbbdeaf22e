"""The columns of a FINAL matrix as an OPD's rows carry them: the cells of the sheet `Matriks`."""

from __future__ import annotations

from collections.abc import Sequence

from sopkinerja.cetak.gaya import Nilai
from sopkinerja.cetak.tabel import KolomCetak, SelCetak
from sopkinerja.gabung.model import BarisOpd
from sopkinerja.matriks.kolom import Kolom
from sopkinerja.matriks.lembar_matriks import KOLOM

TEMPAT = {k.judul: n for n, k in enumerate(KOLOM)}
"""Which cell of a row stands under a heading."""


def read_nilai(baris: BarisOpd, kolom: Kolom) -> Nilai:
    """What a cell holds."""
    sel = baris.sel[TEMPAT[kolom.judul]]
    return sel.nilai if isinstance(sel, SelCetak) else sel


def take_kolom(kolom: Sequence[Kolom]) -> tuple[KolomCetak[BarisOpd], ...]:
    """Columns of the matrix that read an OPD's rows."""
    return tuple(_take(k, TEMPAT[k.judul]) for k in kolom)


def _take(kolom: Kolom, tempat: int) -> KolomCetak[BarisOpd]:
    return KolomCetak(
        kolom.judul, kolom.lebar, kolom.gaya, lambda b: b.sel[tempat], pita=kolom.pita
    )
