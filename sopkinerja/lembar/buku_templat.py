"""The workbook part of a template: its sheets, defined names, and taking sheets away."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from lxml import etree

from sopkinerja.lembar.kisi import ALAMAT
from sopkinerja.lembar.ooxml import (
    RELASI_BUKU,
    Bagian,
    drop_relasi,
    parse,
    prune,
    q,
    read_relasi,
    serialize,
)

SESUDAH_HITUNG = [
    "oleSize",
    "customWorkbookViews",
    "pivotCaches",
    "smartTagPr",
    "smartTagTypes",
    "webPublishing",
    "fileRecoveryPr",
    "webPublishObjects",
    "extLst",
]


class LembaranTemplat(NamedTuple):
    """A sheet as the workbook lists it."""

    nama: str
    bagian: str
    tersembunyi: bool


class NamaSel(NamedTuple):
    """A defined name; `lembar` is the sheet it is local to."""

    nama: str
    isi: str
    lembar: str | None


def find_buku(semua: Mapping[str, bytes]) -> str:
    """The name of the workbook part; LookupError where there is none."""
    for r in read_relasi(semua, ""):
        if r.jenis == "officeDocument" and r.sasaran in semua:
            return r.sasaran
    raise LookupError("xl/workbook.xml")


def read_buku(semua: Mapping[str, bytes]) -> list[LembaranTemplat]:
    """The worksheets in their order."""
    buku = find_buku(semua)
    sasaran = {r.id: r.sasaran for r in read_relasi(semua, buku)}
    return [
        LembaranTemplat(
            el.get("name", ""),
            sasaran[str(el.get(f"{{{RELASI_BUKU}}}id"))],
            el.get("state", "visible") != "visible",
        )
        for el in parse(semua[buku]).iterfind(f"{q('sheets')}/{q('sheet')}")
    ]


def find_aktif(lembaran: list[LembaranTemplat], pilihan: str = "") -> str:
    """The sheet that the workbook opens on: the one chosen, else the first visible one."""
    tampak = [n.nama for n in lembaran if not n.tersembunyi]
    return pilihan if pilihan in tampak else next(iter(tampak), lembaran[0].nama)


def read_nama(semua: Mapping[str, bytes]) -> Iterator[NamaSel]:
    """The defined names."""
    lembaran = read_buku(semua)
    for el in parse(semua[find_buku(semua)]).iterfind(f"{q('definedNames')}/{q('definedName')}"):
        lokal = el.get("localSheetId")
        milik = lembaran[int(lokal)].nama if lokal and int(lokal) < len(lembaran) else None
        yield NamaSel(el.get("name", ""), el.text or "", milik)


def split_rujukan(isi: str) -> tuple[str, str] | None:
    """`'Rekap Bulanan'!$C$5` as sheet and `C5`; None where it isn't one cell or range."""
    m = re.fullmatch(
        r"(?:'((?:[^']|'')+)'|([^'!,]+))!(\$?[A-Z$\d]+(?::\$?[A-Z$\d]+)?)", isi.strip()
    )
    if m is None:
        return None
    return (m.group(1) or m.group(2)).replace("''", "'"), m.group(3).replace("$", "")


def is_merujuk(rumus: str, lembar: str) -> bool:
    """Whether a formula speaks of a sheet."""
    teks = re.sub(r'"[^"]*"', "", rumus).lower()
    kutip = "'" + lembar.replace("'", "''").lower() + "'!"
    return kutip in teks or re.search(rf"(?<![\w']){re.escape(lembar.lower())}!", teks) is not None


def drop_lembar(semua: Bagian, buang: frozenset[str], pilihan: str = "") -> None:
    """Takes sheets away with all that hangs on them, and makes the workbook part ready to issue,
    open on the sheet `pilihan`."""
    buku = find_buku(semua)
    lembaran = read_buku(semua)
    akar = parse(semua[buku])
    _drop_sheets(akar, lembaran, buang)
    _tidy_buku(akar)
    aktif = find_aktif([n for n in lembaran if n.nama not in buang], pilihan)
    _pilih_aktif(akar, [n.nama for n in lembaran if n.nama not in buang].index(aktif))
    semua[buku] = serialize(akar).encode()
    relasi = {r.sasaran for r in read_relasi(semua, buku) if r.jenis == "calcChain"}
    drop_relasi(semua, buku, relasi | {n.bagian for n in lembaran if n.nama in buang})
    prune(semua)


def read_nama_sel(semua: Mapping[str, bytes]) -> dict[tuple[str, str], tuple[str, ...]]:
    """The defined names by sheet and address of the single cell they point to."""
    hasil: dict[tuple[str, str], tuple[str, ...]] = {}
    for n in read_nama(semua):
        tujuan = split_rujukan(n.isi)
        if tujuan and ALAMAT.fullmatch(tujuan[1]):
            hasil[tujuan] = (*hasil.get(tujuan, ()), n.nama)
    return hasil


def _drop_sheets(
    akar: etree._Element, lembaran: list[LembaranTemplat], buang: frozenset[str]
) -> None:
    sheets = akar.find(q("sheets"))
    assert sheets is not None
    for el in list(sheets):
        if el.get("name") in buang:
            sheets.remove(el)
    nomor = {n.nama: i for i, n in enumerate(x for x in lembaran if x.nama not in buang)}
    wadah = akar.find(q("definedNames"))
    for el in [] if wadah is None else list(wadah):
        lokal = el.get("localSheetId")
        milik = lembaran[int(lokal)].nama if lokal and int(lokal) < len(lembaran) else None
        if milik in buang or any(is_merujuk(el.text or "", n) for n in buang):
            el.getparent().remove(el)  # type: ignore[union-attr]
        elif milik is not None:
            el.set("localSheetId", str(nomor[milik]))
    if wadah is not None and not len(wadah):
        akar.remove(wadah)


def _tidy_buku(akar: etree._Element) -> None:
    """Every program computes afresh on opening; the path of the template's maker goes."""
    for el in list(akar):
        if etree.QName(el).localname in ("AlternateContent", "revisionPtr"):
            akar.remove(el)
    hitung = akar.find(q("calcPr"))
    if hitung is None:
        hitung = etree.Element(q("calcPr"))
        sesudah = {q(n) for n in SESUDAH_HITUNG}
        tempat = next((i for i, el in enumerate(akar) if el.tag in sesudah), len(akar))
        akar.insert(tempat, hitung)
    hitung.set("fullCalcOnLoad", "1")


def _pilih_aktif(akar: etree._Element, nomor: int) -> None:
    for tampilan in akar.iterfind(f"{q('bookViews')}/{q('workbookView')}"):
        tampilan.set("activeTab", str(nomor))
        tampilan.attrib.pop("firstSheet", "")
