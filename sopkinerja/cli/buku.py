"""The referensi workbook of a command, opened once however many of its parts ask for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from sopkinerja.ruang import Ruang

if TYPE_CHECKING:
    from sopkinerja.mandat.referensi import BukuReferensi

META_BUKU = "sopkinerja.referensi"


def open_buku(ruang: Ruang) -> BukuReferensi:
    """The workbook as it lies there now; what this command has read of the very same bytes stays."""
    from sopkinerja.mandat.referensi import BukuReferensi, open_referensi
    from sopkinerja.opd.baca import read_isi

    meta = click.get_current_context().meta
    ada = meta.get(META_BUKU)
    path = ruang.berkas_referensi
    if not isinstance(ada, BukuReferensi) or ada.path != path or ada.isi != read_isi(path):
        ada = meta[META_BUKU] = open_referensi(path, ruang.read_pengaturan())
    return ada
