"""The package around a workbook: parts, relations, content types."""

from __future__ import annotations

import io
import posixpath
import zipfile
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from lxml import etree

Bagian = dict[str, bytes]
"""Every part of a package by its name (`xl/workbook.xml`)."""

UTAMA = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELASI_BUKU = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELASI_PAKET = "http://schemas.openxmlformats.org/package/2006/relationships"
JENIS_ISI = "http://schemas.openxmlformats.org/package/2006/content-types"
GAMBAR = "http://schemas.openxmlformats.org/drawingml/2006/main"
LETAK_GAMBAR = "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing"
RUANG_XML = "{http://www.w3.org/XML/1998/namespace}space"
NAMA_JENIS_ISI = "[Content_Types].xml"
KEPALA_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


class Relasi(NamedTuple):
    """One relation of a part: `sasaran` is a part name, or an address where `luar` is True."""

    id: str
    jenis: str
    sasaran: str
    luar: bool


def q(nama: str) -> str:
    """A tag of SpreadsheetML as lxml names it."""
    return f"{{{UTAMA}}}{nama}"


def parse(isi: bytes) -> etree._Element:
    """A part as a tree, without entities or network."""
    pengurai = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True)
    return etree.fromstring(isi, pengurai)


def parse_bagian(zip_: zipfile.ZipFile, nama: str) -> etree._Element | None:
    """A part by its usual name, in any case; None where there is none."""
    ada = next((n for n in zip_.namelist() if n.lower() == nama), None)
    return None if ada is None else parse(zip_.read(ada))


def serialize(akar: etree._Element) -> str:
    """A tree as the text of a part."""
    return KEPALA_XML + etree.tostring(akar, encoding="unicode")


def read_bagian(isi: bytes) -> Bagian:
    """The parts of a package; zipfile.BadZipFile where it isn't one."""
    with zipfile.ZipFile(io.BytesIO(isi)) as zip_:
        return {i.filename: zip_.read(i) for i in zip_.infolist() if not i.is_dir()}


def build_nama_relasi(bagian: str) -> str:
    """`xl/workbook.xml` keeps its relations in `xl/_rels/workbook.xml.rels`."""
    folder, nama = posixpath.split(bagian)
    return posixpath.join(folder, "_rels", f"{nama}.rels")


def read_relasi(semua: Mapping[str, bytes], bagian: str) -> list[Relasi]:
    """The relations of a part (`""` is the package itself)."""
    isi = semua.get(build_nama_relasi(bagian))
    return [] if isi is None else list(_relasi(parse(isi), posixpath.dirname(bagian)))


def _relasi(akar: etree._Element, folder: str) -> Iterator[Relasi]:
    for el in akar.iter(f"{{{RELASI_PAKET}}}Relationship"):
        luar = el.get("TargetMode") == "External"
        sasaran = el.get("Target", "")
        if not luar:
            sasaran = posixpath.normpath(posixpath.join("/", folder, sasaran)).lstrip("/")
        jenis = el.get("Type", "").rsplit("/", 1)[-1]
        yield Relasi(el.get("Id", ""), jenis, sasaran, luar)


def add_relasi(semua: Bagian, bagian: str, id_: str, jenis: str, sasaran: str) -> None:
    """A relation of a part to another one of the package, under that id."""
    nama = build_nama_relasi(bagian)
    kosong = f'{KEPALA_XML}<Relationships xmlns="{RELASI_PAKET}"/>'.encode()
    akar = parse(semua.get(nama, kosong))
    relasi = etree.SubElement(akar, f"{{{RELASI_PAKET}}}Relationship")
    relasi.set("Id", id_)
    relasi.set("Type", f"{RELASI_BUKU}/{jenis}")
    relasi.set("Target", posixpath.join("/", sasaran))
    semua[nama] = serialize(akar).encode()


def add_jenis_bagian(semua: Bagian, bagian: str, jenis: str) -> None:
    """What kind of content a part is."""
    akar = parse(semua[NAMA_JENIS_ISI])
    ubah = etree.SubElement(akar, f"{{{JENIS_ISI}}}Override")
    ubah.set("PartName", f"/{bagian}")
    ubah.set("ContentType", jenis)
    semua[NAMA_JENIS_ISI] = serialize(akar).encode()


def add_jenis_akhiran(semua: Bagian, akhiran: str, jenis: str) -> None:
    """What kind of content parts of that ending are, where nothing says so yet."""
    akar = parse(semua[NAMA_JENIS_ISI])
    if all(el.get("Extension", "").lower() != akhiran for el in akar):
        baku = etree.Element(f"{{{JENIS_ISI}}}Default", Extension=akhiran, ContentType=jenis)
        akar.insert(0, baku)
        semua[NAMA_JENIS_ISI] = serialize(akar).encode()


def drop_relasi(semua: Bagian, bagian: str, sasaran: set[str]) -> None:
    """Takes the relations to these parts out of a part."""
    nama = build_nama_relasi(bagian)
    if nama not in semua:
        return
    akar = parse(semua[nama])
    buang = {r.id for r in _relasi(akar, posixpath.dirname(bagian)) if r.sasaran in sasaran}
    for el in list(akar):
        if el.get("Id") in buang:
            akar.remove(el)
    semua[nama] = serialize(akar).encode()


def prune(semua: Bagian) -> None:
    """Drops every part that no relation leads to, and its entry among the content types."""
    terjangkau = find_terjangkau(semua)
    for nama in semua.keys() - terjangkau:
        del semua[nama]
    akar = parse(semua[NAMA_JENIS_ISI])
    for el in list(akar.iter(f"{{{JENIS_ISI}}}Override")):
        if el.get("PartName", "").lstrip("/") not in terjangkau:
            akar.remove(el)
    semua[NAMA_JENIS_ISI] = serialize(akar).encode()


def find_terjangkau(semua: Mapping[str, bytes]) -> set[str]:
    """The parts that relations lead to, with their relation parts and the content types."""
    terjangkau = {NAMA_JENIS_ISI}
    antre = [""]
    while antre:
        bagian = antre.pop()
        if build_nama_relasi(bagian) in semua:
            terjangkau.add(build_nama_relasi(bagian))
        for r in read_relasi(semua, bagian):
            if not r.luar and r.sasaran in semua and r.sasaran not in terjangkau:
                terjangkau.add(r.sasaran)
                antre.append(r.sasaran)
    return terjangkau
