"""Is the XML of a workbook whole: what a program would refuse to open isn't read in part.

The fast reader stops where the cells end and doesn't mind how a sheet goes on.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Sequence
from typing import IO
from xml.parsers import expat

from sopkinerja.baca.paket import TAK_DIURAI
from sopkinerja.baca.rinci import BerdtdError
from sopkinerja.lembar.ooxml import build_nama_relasi, parse, read_relasi

_DIPERIKSA = re.compile(r"xl/(?:worksheets/[^/]+|[^/]+)\.xml|content\.xml")
"""Sheets, texts, styles and the workbook itself, whatever their names."""
_TEKS_BERANAK = re.compile(rb"<(?:\w+:)?[tv](?:\s[^<>]*[^/<>])?>[^<]*<(?=[^/!?])")
"""A text or a value that goes on with an element instead of its end."""
_POTONG, _TEKS_TERPANJANG = 1 << 20, 1 << 16
_TAK_DIBACA = (*TAK_DIURAI, "meta-inf/")
_BUKU = "xl/workbook.xml"


def check_utuh(zip_: zipfile.ZipFile) -> None:
    """Raises ExpatError where the XML of such a part is broken, BerdtdError where any part declares
    a document type, BadZipFile where a part isn't as large as the directory says, ValueError where
    a text or a value holds an element: the fast reader would run both together (12 and 5 to 125).

    Goes before the fast reader, which believes neither and would unpack what there is.
    """
    for bagian in zip_.infolist():
        nama = bagian.filename.replace("\\", "/").lstrip("/").lower()
        if not nama.endswith((".xml", ".rels")) or nama.startswith(_TAK_DIBACA):
            continue
        with zip_.open(bagian) as aliran:
            try:
                _check_bagian(aliran)
            except (expat.ExpatError, TeksBeranakError):
                if _DIPERIKSA.fullmatch(nama):
                    raise


def _check_bagian(aliran: IO[bytes]) -> None:
    pengurai, ekor = _build_pengurai(), b""
    while potong := aliran.read(_POTONG):
        pengurai.Parse(potong, False)
        if _TEKS_BERANAK.search(ekor + potong):
            raise TeksBeranakError
        ekor = potong[-_TEKS_TERPANJANG:]
    pengurai.Parse(b"", True)


def check_lembar(zip_: zipfile.ZipFile) -> None:
    """Raises LembarKembarError where two sheets are one part: each would be read anew."""
    ada, relasi = zip_.namelist(), build_nama_relasi(_BUKU)
    if _BUKU not in ada or relasi not in ada:
        return
    buku = parse(zip_.read(_BUKU))
    nomor = [
        v for m in buku.iter("{*}sheet") for k, v in m.attrib.items() if str(k).endswith("}id")
    ]
    bagian = [
        r.sasaran for r in read_relasi({relasi: zip_.read(relasi)}, _BUKU) if r.jenis == "worksheet"
    ]
    if len(set(nomor)) < len(nomor) or len(set(bagian)) < len(bagian):
        raise LembarKembarError


class TeksBeranakError(ValueError):
    """An element stands inside the text of a cell."""


class LembarKembarError(Exception):
    """Two sheets of a workbook are the same part."""


def check_nama(nama: Sequence[str]) -> None:
    """Raises ValueError where two sheets have one name: no program can open that, and what is told
    of one would be taken for the other's."""
    if len({n.casefold() for n in nama}) < len(nama):
        raise ValueError("two sheets of one name")


def _build_pengurai() -> expat.XMLParserType:
    pengurai = expat.ParserCreate()
    pengurai.StartDoctypeDeclHandler = _tolak
    return pengurai


def _tolak(*_: object) -> None:
    raise BerdtdError
