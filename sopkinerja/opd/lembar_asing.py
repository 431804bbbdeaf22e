"""Copies of a sheet of referensi under another name: nobody reads them, so the Kasubag is told."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from sopkinerja.baca.sel import Sel
from sopkinerja.katalog import Kode
from sopkinerja.opd.baca import BARIS_CARI_JUDUL, Grid, baca_judul, find_lembar
from sopkinerja.opd.judul import find_kolom
from sopkinerja.opd.tata import LEMBAR, LembarReferensi
from sopkinerja.temuan import Letak, Temuan

_JUDUL_PASTI = 0.8
"""The share of a sheet's headings that another sheet must have to be a copy of it."""


def check_lembar_asing(grid: Mapping[str, Grid]) -> Iterator[Temuan]:
    """A sheet built like one of ours, whose rows differ from it, isn't read in its place."""
    dipakai = {find_lembar(lembar.nama, grid): lembar for lembar in LEMBAR}
    for nama, baris in grid.items():
        asal = None if nama in dipakai else _find_asal(baris, dipakai)
        if asal and _list_isi(baris) != _list_isi(grid[asal]):
            yield Temuan(Kode.REFERENSI_460, Letak(nama, "A1"), asing=nama, lembar=asal)


def _find_asal(baris: Grid, dipakai: Mapping[str | None, LembarReferensi]) -> str | None:
    """The sheet that has most of its headings too."""
    cocok = {n: _count_judul(baris, lembar) for n, lembar in dipakai.items() if n}
    cukup = [n for n in cocok if cocok[n] >= max(3, len(dipakai[n].kolom) * _JUDUL_PASTI)]
    return max(cukup, key=cocok.__getitem__, default=None)


def _count_judul(baris: Grid, lembar: LembarReferensi) -> int:
    return max(
        (
            len(find_kolom(lembar.nama, lembar.kolom, [baca_judul(s) for s in b]))
            for b in baris[:BARIS_CARI_JUDUL]
        ),
        default=0,
    )


def _list_isi(baris: Sequence[Sequence[Sel]]) -> list[list[object]]:
    """The values of each row that has any."""
    isi: list[list[object]] = [[s.nilai for s in b if not s.is_kosong] for b in baris]
    return [b for b in isi if b]
