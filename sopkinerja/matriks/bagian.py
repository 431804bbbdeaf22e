"""Rows that are more than a sheet can hold, parted where a level or a unit ends."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from sopkinerja.matriks.baris import BarisMatriks

MAKS_BARIS = 1_048_000
"""A sheet of Excel has 1,048,576 rows; some are the headings'."""


def split_baris(
    baris: Sequence[BarisMatriks], muat: int = MAKS_BARIS
) -> Iterator[tuple[BarisMatriks, ...]]:
    """The rows in their order, at most `muat` to a part; a unit of a level is cut only where it
    alone is more. One empty part where there are none."""
    bagian: list[BarisMatriks] = []
    for _, satu in groupby(baris, key=lambda b: (b.level, b.unit)):
        milik = list(satu)
        if bagian and len(bagian) + len(milik) > muat:
            yield tuple(bagian)
            bagian = []
        bagian += milik
        while len(bagian) > muat:
            yield tuple(bagian[:muat])
            bagian = bagian[muat:]
    if bagian or not baris:
        yield tuple(bagian)


def render_bagian(bagian: Sequence[BarisMatriks]) -> str:
    """`Kepala Dinas, Sekretariat sampai Kabid, Bidang Perdagangan`: what a part holds."""
    awal, akhir = (f"{b.level.value}, {b.unit}" for b in (bagian[0], bagian[-1]))
    return awal if awal == akhir else f"{awal} sampai {akhir}"
