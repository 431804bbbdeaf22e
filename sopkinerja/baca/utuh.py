"""Is the XML of a workbook whole: what a program would refuse to open isn't read in part.

The fast reader stops where the cells end and doesn't mind how a sheet goes on.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Sequence
from xml.parsers import expat

from sopkinerja.baca.rinci import BerdtdError

_DIPERIKSA = re.compile(r"xl/(?:worksheets/[^/]+|[^/]+)\.xml|content\.xml", re.IGNORECASE)
"""Sheets, texts, styles and the workbook itself, whatever their names."""


def check_utuh(zip_: zipfile.ZipFile) -> None:
    """Raises ExpatError where the XML of such a part is broken, BerdtdError where it declares a
    document type, BadZipFile where it isn't as large as its zip says."""
    for bagian in zip_.infolist():
        if _DIPERIKSA.fullmatch(bagian.filename.replace("\\", "/").lstrip("/")):
            with zip_.open(bagian) as aliran:
                _build_pengurai().ParseFile(aliran)


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
