"""Reading a returned file as intake does: with the tables of every form."""

from __future__ import annotations

from sopkinerja.baca.buku import read_buku
from sopkinerja.baca.sel import BukuTerbaca
from sopkinerja.jenis import TABEL


def read_kiriman(isi: bytes, nama: str) -> BukuTerbaca:
    """The workbook in these bytes."""
    return read_buku(isi, nama, tuple(TABEL.values()))
