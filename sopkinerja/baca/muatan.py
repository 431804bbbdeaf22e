"""What a workbook carries beside its cells: never opened, never followed, but told."""

from __future__ import annotations

import re
import zipfile
from typing import NamedTuple

from lxml import etree

from sopkinerja.baca.catatan_sel import CatatanSel, read_catatan_sel
from sopkinerja.lembar.ooxml import parse

_TAUTAN = re.compile(r"xl/externallinks/_rels/[^/]+\.rels")
_MAKRO = re.compile(r"(?:.*/)?vbaproject\.bin|xl/macrosheets/.+|basic/.+\.xml|scripts/.+")
_DAFTAR_BASIC = re.compile(r"basic/(?:.+/)?script-l[bc]\.xml")
"""The lists of an .ods of its libraries of macros, often empty."""
_JENIS_MAKRO = re.compile(rb"ms-office\.(?:vbaproject|activex)|macrosheet", re.IGNORECASE)
"""What a package calls its macros, whatever names they have; Excel 4.0's among them."""
_OBJEK = re.compile(r"xl/embeddings/.+|object \d+/content\.xml")
_CATATAN = re.compile(r"xl/(?:.*comments?|drawings/drawing)[^/]*\.xml")
"""Parts in which something may be written beside cells, for a first look."""
_MAKRO_XLS = "_VBA_PROJECT_CUR".encode("utf-16-le")


class Muatan(NamedTuple):
    """Macros, the workbooks that it points to (as it names them), how many objects lie in it, and
    what is written beside its cells."""

    makro: bool = False
    tautan: tuple[str, ...] = ()
    objek: int = 0
    catatan: tuple[CatatanSel, ...] = ()


TANPA_MUATAN = Muatan()


def read_muatan(zip_: zipfile.ZipFile) -> Muatan:
    """Of an .xlsx, .xlsm or .ods, by the names of its parts."""
    nama = {n.replace("\\", "/").lower(): n for n in zip_.namelist()}
    makro = any(_MAKRO.fullmatch(n) and not _DAFTAR_BASIC.fullmatch(n) for n in nama)
    if daftar := nama.get("[content_types].xml"):
        makro = makro or _JENIS_MAKRO.search(zip_.read(daftar)) is not None
    tautan = [t for n, asli in sorted(nama.items()) if _TAUTAN.fullmatch(n)
              for t in _read_tujuan(zip_.read(asli))]  # fmt: skip
    objek = sum(bool(_OBJEK.fullmatch(n)) for n in nama)
    catatan = read_catatan_sel(zip_) if any(map(_CATATAN.match, nama)) else ()
    return Muatan(makro, tuple(dict.fromkeys(tautan)), objek, catatan)


def find_muatan_xls(isi: bytes) -> Muatan:
    """Of an .xls: whether its container names macros."""
    return Muatan(makro=_MAKRO_XLS in isi)


def _read_tujuan(isi: bytes) -> list[str]:
    """Where the relations of one link lead, without the folders."""
    try:
        akar = parse(isi)
    except etree.XMLSyntaxError:
        return []
    tujuan = (el.get("Target", "") for el in akar.iter("{*}Relationship"))
    return [t.replace("\\", "/").rpartition("/")[2] for t in tujuan if t]
