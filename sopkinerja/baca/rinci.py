"""What stands behind a cell's value, and the streaming parser that gathers it from a sheet."""

from __future__ import annotations

import contextlib
import re
from typing import IO, NamedTuple
from xml.parsers import expat

from sopkinerja.baca.teks_kaya import Kaya


class Rinci(NamedTuple):
    """What stands behind a cell's value; a formula's text has no leading `=`."""

    rumus: str | None = None
    persen: bool = False
    galat: str | None = None
    format: str = ""
    """The number format of a value, where it has one (.xlsx)."""
    terlihat: str = ""
    """The text that a number or date shows (.ods)."""
    tautan: str = ""
    coret: bool = False
    sisa: str | None = None
    """What a text says without the words that are struck through; None where none are."""
    samar: str | None = None
    """What a text says without the digits that stand raised, lowered or white, or what a number shows
    that its format hides (.ods); None where there is nothing of the kind."""
    putih: bool = False
    """White on white: nobody sees it."""
    gambar: bool = False
    gabungan: str = ""
    """The merged range whose first row lent this one its value."""


class Daerah(NamedTuple):
    """Where a sheet's tables lie: their columns and their last row, 0-based. Below `akhir_isi`
    no cell of theirs has a value; it may still have an error."""

    kolom: frozenset[int]
    akhir: int
    akhir_isi: int


class BerdtdError(ValueError):
    """The XML declares a document type: no honest program does."""


class Selesai(Exception):
    """Past the last row that matters."""


POLOS = Rinci()
RinciLembar = dict[tuple[int, int], Rinci]
"""By (row, column), 0-based; cells with nothing to tell are left out."""
_HYPERLINK = re.compile(r'(?<![\w.])HYPERLINK\(\s*"((?:[^"]|"")+)"\s*[,;)]', re.IGNORECASE)
_BERALAMAT = ("HYPERLINK(", "IMAGE(")
_FUNGSI_GAMBAR = re.compile(r'(?<![\w.])IMAGE\(\s*"((?:[^"]|"")+)"', re.IGNORECASE)


def build_rinci_rumus(rinci: Rinci, rumus: str) -> Rinci:
    """The details of a cell with that formula: a link or a picture by its address keeps it."""
    if not any(fungsi in rumus.upper() for fungsi in _BERALAMAT):
        return rinci if rinci.gambar else rinci._replace(rumus=rumus)
    polos = rumus.replace("_xlfn.", "").replace("_xlws.", "")
    tautan, gambar = _HYPERLINK.search(polos), _FUNGSI_GAMBAR.search(polos)
    ketemu = tautan or gambar
    alamat = ketemu[1].replace('""', '"') if ketemu else rinci.tautan
    if gambar or rinci.gambar:
        return rinci._replace(tautan=alamat, gambar=True)
    return rinci._replace(rumus=rumus, tautan=alamat)


def add_kaya(rinci: Rinci, kaya: Kaya) -> Rinci:
    """The details of a text in several fonts."""
    coret = rinci.coret or kaya.sisa is not None
    return rinci._replace(coret=coret, sisa=kaya.sisa, samar=kaya.samar)


class Pengurai:
    """The expat parser of one sheet; text is gathered only while `teks` is a list."""

    def __init__(self) -> None:
        self.teks: list[str] | None = None
        self.hasil: RinciLembar = {}
        self.pengurai = expat.ParserCreate(namespace_separator=" ")
        self.pengurai.buffer_text = True
        self.pengurai.StartDoctypeDeclHandler = self._tolak
        self.pengurai.StartElementHandler = self.buka
        self.pengurai.EndElementHandler = self.tutup

    def read(self, aliran: IO[bytes]) -> RinciLembar:
        with contextlib.suppress(Selesai):
            self.pengurai.ParseFile(aliran)
        return self.hasil

    def kumpulkan(self) -> None:
        self.teks = []
        self.pengurai.CharacterDataHandler = self.teks.append

    def ambil(self) -> str:
        teks = "".join(self.teks or ())
        self.teks = None
        self.pengurai.CharacterDataHandler = None
        return teks

    def buka(self, nama: str, sifat: dict[str, str]) -> None:
        raise NotImplementedError

    def tutup(self, nama: str) -> None:
        raise NotImplementedError

    def _tolak(self, *_: object) -> None:
        raise BerdtdError
