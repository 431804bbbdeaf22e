"""Workbooks whose parts bear other names than usual: `xl/workbook22.xml`, `xl\\workbook.xml`.

The package itself says which part is the workbook; Excel goes by that, our readers by the usual
names.
"""

from __future__ import annotations

import io
import posixpath
import zipfile
from collections.abc import Mapping

from lxml import etree

from sopkinerja.lembar.ooxml import build_nama_relasi, pack, read_relasi

UTAMA = "xl/workbook.xml"
_JENIS = "[Content_Types].xml"
_PAKET = build_nama_relasi("")


def build_baku(isi: bytes) -> bytes:
    """The same workbook with the usual names of its parts; the very bytes where it has them."""
    try:
        with zipfile.ZipFile(io.BytesIO(isi)) as zip_:
            nama = {n: n.replace("\\", "/").lstrip("/") for n in zip_.namelist()}
            ada = {n.lower() for n in nama.values()}
            if UTAMA in ada and all(k == v for k, v in nama.items()):
                return isi
            semua = {v: zip_.read(k) for k, v in nama.items()}
        return pack(_rename_utama(semua).items())
    except (zipfile.BadZipFile, KeyError, ValueError, etree.XMLSyntaxError):
        return isi


def _rename_utama(semua: Mapping[str, bytes]) -> Mapping[str, bytes]:
    """The part that the package calls its workbook, under the usual name; parts of its folder are
    where they were."""
    paket = next((n for n in semua if n.lower() == _PAKET), _PAKET)
    relasi = read_relasi({_PAKET: semua.get(paket, b"<x/>")}, "")
    buku = next((r.sasaran for r in relasi if r.jenis == "officeDocument"), UTAMA)
    if buku not in semua or buku == UTAMA or posixpath.dirname(buku) != "xl":
        return semua
    lain = {buku: UTAMA, build_nama_relasi(buku): build_nama_relasi(UTAMA)}
    hasil = {lain.get(n, n): isi for n, isi in semua.items()}
    for tunjuk in (paket, _JENIS):
        hasil[tunjuk] = hasil[tunjuk].replace(buku.encode(), UTAMA.encode())
    return hasil
