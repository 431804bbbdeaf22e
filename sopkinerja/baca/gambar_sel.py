"""Pictures inside cells: Excel keeps them as an error with rich data, WPS as a formula."""

from __future__ import annotations

import re
import zipfile
from typing import Any, NamedTuple

from sopkinerja.lembar.ooxml import parse_bagian

DISPIMG = re.compile(r'\bDISPIMG\(\s*"([^"]*)"', re.IGNORECASE)


class GambarSel(NamedTuple):
    """Which cells hold a picture: by the number of their rich value (attribute `vm`), and by the
    name that a formula DISPIMG gives."""

    kaya: frozenset[str] = frozenset()
    wps: frozenset[str] = frozenset()


def read_gambar_sel(zip_: zipfile.ZipFile) -> GambarSel:
    """The pictures inside the cells of a workbook, as long as they are in it."""
    wps = parse_bagian(zip_, "xl/cellimages.xml")
    nama = [] if wps is None else [el.get("name", "") for el in wps.iter("{*}cNvPr")]
    return GambarSel(frozenset(_find_nomor_kaya(zip_)), frozenset(nama))


def _find_nomor_kaya(zip_: zipfile.ZipFile) -> list[str]:
    """The numbers of the rich values that are pictures: other rich values are errors (`#SPILL!`)
    or data of a service. From the cell's number by three lists to the name of a structure."""
    meta = parse_bagian(zip_, "xl/metadata.xml")
    nilai = parse_bagian(zip_, "xl/richdata/rdrichvalue.xml")
    susunan = parse_bagian(zip_, "xl/richdata/rdrichvaluestructure.xml")
    if meta is None or nilai is None or susunan is None:
        return []
    gambar = ["image" in str(s.get("t", "")).lower() for s in susunan.iterfind("{*}s")]
    rv = [_pilih(gambar, el.get("s")) for el in nilai.iterfind("{*}rv")]
    jenis = [el.get("name", "") for el in meta.iterfind("{*}metadataTypes/{*}metadataType")]
    rvb = [
        _pilih(rv, el.get("i"))
        for induk in meta.iterfind("{*}futureMetadata[@name='XLRICHVALUE']")
        for el in induk.iter("{*}rvb")
    ]
    hasil = []
    for nomor, bk in enumerate(meta.iterfind("{*}valueMetadata/{*}bk"), 1):
        for rc in bk.iterfind("{*}rc"):
            kaya = _pilih(["", *jenis], rc.get("t")) == "XLRICHVALUE"
            if kaya and _pilih(rvb, rc.get("v")):
                hasil.append(str(nomor))
    return hasil


def _pilih(daftar: list[Any], nomor: str | None) -> Any:
    """The entry of that number, None where there is none."""
    ada = nomor is not None and nomor.isdecimal() and int(nomor) < len(daftar)
    return daftar[int(nomor)] if ada and nomor is not None else None
