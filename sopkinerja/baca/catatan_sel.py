"""What somebody wrote beside the cells of a workbook: notes, threads of comments, text boxes. None of
it is an answer, and whoever wrote it thinks that it is read."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from typing import NamedTuple

from lxml import etree

from sopkinerja.baca.rincian import find_bagian_lembar
from sopkinerja.lembar.kisi import build_alamat
from sopkinerja.lembar.ooxml import build_nama_relasi, parse, read_relasi
from sopkinerja.tulisan import render_sebaris

MAKS_CATATAN, MAKS_HURUF = 2_000, 1_500
"""So many of a workbook are kept, and so much of each: more than a form of ours has."""
_UTAS = "tc="
"""How the author of a note begins that only stands for a thread."""


class CatatanSel(NamedTuple):
    """What stands beside a cell."""

    lembar: str
    sel: str
    teks: str


def read_catatan_sel(zip_: zipfile.ZipFile) -> tuple[CatatanSel, ...]:
    """Of an .xlsx or .xlsm, also those that its form was issued with."""
    hasil = []
    for lembar, bagian in find_bagian_lembar(zip_).items():
        for sel, teks in _iter_lembar(zip_, bagian):
            rapi = render_sebaris(teks).strip()
            if rapi:
                hasil.append(CatatanSel(lembar, sel, rapi[:MAKS_HURUF]))
    return tuple(dict.fromkeys(hasil))[:MAKS_CATATAN]


def _iter_lembar(zip_: zipfile.ZipFile, lembar: str) -> Iterator[tuple[str, str]]:
    relasi = build_nama_relasi(lembar)
    ada = {n.lower(): n for n in zip_.namelist()}
    if relasi.lower() not in ada:
        return
    semua = {relasi: zip_.read(ada[relasi.lower()])}
    for r in read_relasi(semua, lembar):
        pembaca = _PEMBACA.get(r.jenis)
        if pembaca and not r.luar and r.sasaran.lower() in ada:
            try:
                yield from pembaca(parse(zip_.read(ada[r.sasaran.lower()])))
            except etree.XMLSyntaxError:
                continue


def _iter_catatan(akar: etree._Element) -> Iterator[tuple[str, str]]:
    penulis = [el.text or "" for el in akar.iterfind("{*}authors/{*}author")]
    for el in akar.iter("{*}comment"):
        nomor = el.get("authorId", "")
        siapa = penulis[int(nomor)] if nomor.isdecimal() and int(nomor) < len(penulis) else ""
        if not siapa.startswith(_UTAS):
            yield el.get("ref", ""), "".join(t.text or "" for t in el.iter("{*}t"))


def _iter_utas(akar: etree._Element) -> Iterator[tuple[str, str]]:
    for el in akar.iter("{*}threadedComment"):
        yield el.get("ref", ""), "".join(t.text or "" for t in el.iter("{*}text"))


def _iter_kotak(akar: etree._Element) -> Iterator[tuple[str, str]]:
    for jangkar in akar:
        teks = " ".join(t.text or "" for t in jangkar.iter("{*}t"))
        if teks:
            kolom, baris = (jangkar.findtext(f"{{*}}from/{{*}}{k}", "") for k in ("col", "row"))
            tempat = kolom.isdecimal() and baris.isdecimal()
            yield build_alamat(int(baris) + 1, int(kolom) + 1) if tempat else "", teks


_PEMBACA = {"comments": _iter_catatan, "threadedComment": _iter_utas, "drawing": _iter_kotak}
"""What a sheet's relation of that kind leads to."""
