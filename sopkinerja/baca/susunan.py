"""Workbooks whose parts bear other names than usual: `xl/styles2.xml`, `xl\\workbook.xml`, `book.xml`.

The package's relations say which part is the workbook, its styles, its texts; Excel goes by them, our
readers by the usual names.
"""

from __future__ import annotations

import io
import posixpath
import zipfile
from collections.abc import Iterator, Mapping

from lxml import etree

from sopkinerja.lembar.kemas import pack
from sopkinerja.lembar.ooxml import (
    JENIS_ISI,
    NAMA_JENIS_ISI,
    RELASI_PAKET,
    Bagian,
    build_nama_relasi,
    parse,
    read_relasi,
    serialize,
)

UTAMA = "xl/workbook.xml"
_BAKU = {
    "officeDocument": UTAMA,
    "styles": "xl/styles.xml",
    "sharedStrings": "xl/sharedStrings.xml",
    "core-properties": "docProps/core.xml",
    "extended-properties": "docProps/app.xml",
    "extendedProperties": "docProps/app.xml",
    "sheetMetadata": "xl/metadata.xml",
    "rdRichValue": "xl/richData/rdrichvalue.xml",
    "rdRichValueStructure": "xl/richData/rdrichvaluestructure.xml",
    "cellImage": "xl/cellimages.xml",
}
"""The usual name of a part by the kind of relation that leads to it."""
_FOLDER = {"worksheet": "xl/worksheets/", "image": "xl/media/"}
"""The usual folder of parts that there are several of."""


def build_baku(isi: bytes) -> bytes:
    """The same workbook with the usual names of its parts; the very bytes where it has them."""
    try:
        with zipfile.ZipFile(io.BytesIO(isi)) as zip_:
            nama = {n.replace("\\", "/").lstrip("/"): n for n in zip_.namelist()}
            if all(k == v for k, v in nama.items()) and _is_baku(zip_, set(nama)):
                return isi
            semua = {k: zip_.read(v) for k, v in nama.items() if not k.endswith("/")}
        return pack(_rename(semua).items())
    except (zipfile.BadZipFile, KeyError, ValueError, etree.XMLSyntaxError):
        return isi


def _is_baku(zip_: zipfile.ZipFile, ada: set[str]) -> bool:
    """Whether package and workbook call their parts by the usual names."""
    for induk in ("", UTAMA):
        relasi = build_nama_relasi(induk)
        if relasi not in ada:
            return UTAMA in ada
        for r in read_relasi({relasi: zip_.read(relasi)}, induk):
            baku = _BAKU.get(r.jenis, r.sasaran)
            if not r.luar and r.sasaran.lower() != baku.lower():
                return False
    return True


def _rename(semua: Bagian) -> Bagian:
    """Each part that relations lead to under its usual name; what stood there and is nobody's goes."""
    semua = _spell(semua)
    baru = dict(_find_baru(semua))
    baru = {n: baru.get(n, n) for n in semua}
    terpakai = {v for k, v in baru.items() if k != v}
    hasil: Bagian = {}
    for nama, isi in semua.items():
        if nama.endswith(".rels"):
            induk = _find_induk(nama)
            tujuan = build_nama_relasi(baru.get(induk, induk))
            hasil[tujuan] = _rename_relasi(isi, induk, baru)
        elif nama == NAMA_JENIS_ISI:
            hasil[nama] = _rename_jenis_isi(isi, baru)
        elif baru[nama] != nama or nama not in terpakai:
            hasil[baru[nama]] = isi
    return hasil


def _spell(semua: Mapping[str, bytes]) -> Bagian:
    """Parts as the relations spell them: names differ in case alone."""
    ejaan = {n.lower(): n for n in semua}
    tetap = {"_rels/.rels": "_rels/.rels", NAMA_JENIS_ISI.lower(): NAMA_JENIS_ISI}
    antre, sudah = [""], {""}
    while antre:
        induk = antre.pop()
        lama = ejaan.get(build_nama_relasi(induk).lower())
        if lama is None:
            continue
        tetap[lama.lower()] = build_nama_relasi(induk)
        for r in read_relasi({build_nama_relasi(induk): semua[lama]}, induk):
            if not r.luar and r.sasaran.lower() in ejaan and r.sasaran.lower() not in sudah:
                tetap[r.sasaran.lower()] = r.sasaran
                sudah.add(r.sasaran.lower())
                antre.append(r.sasaran)
    return {tetap.get(n.lower(), n): isi for n, isi in semua.items()}


def _find_baru(semua: Mapping[str, bytes]) -> Iterator[tuple[str, str]]:
    """(name, usual name) of every part that has another one."""
    antre, sudah, terpakai = [""], {""}, set(_BAKU.values())
    while antre:
        for r in read_relasi(semua, antre.pop()):
            if r.luar or r.sasaran in sudah or r.sasaran not in semua:
                continue
            sudah.add(r.sasaran)
            antre.append(r.sasaran)
            baku = _BAKU.get(r.jenis) or _build_dalam(_FOLDER.get(r.jenis, ""), r.sasaran)
            if r.jenis in _FOLDER and baku in terpakai:
                baku = _build_dalam(_FOLDER[r.jenis], f"{len(terpakai)}-{r.sasaran}")
            terpakai.add(baku)
            if baku != r.sasaran:
                yield r.sasaran, baku


def _build_dalam(folder: str, nama: str) -> str:
    """The name inside a folder; as it is where it lies there, or where no folder is due."""
    return nama if nama.startswith(folder) else folder + posixpath.basename(nama)


def _find_induk(relasi: str) -> str:
    """`xl/_rels/workbook.xml.rels` holds the relations of `xl/workbook.xml`."""
    folder, nama = posixpath.split(relasi)
    return posixpath.join(posixpath.dirname(folder), nama.removesuffix(".rels"))


def _rename_relasi(isi: bytes, induk: str, baru: Mapping[str, str]) -> bytes:
    """Its targets inside the package, from the root and by their new names."""
    akar = parse(isi)
    sasaran = {r.id: r.sasaran for r in read_relasi({build_nama_relasi(induk): isi}, induk)}
    for el in akar.iter(f"{{{RELASI_PAKET}}}Relationship"):
        lama = sasaran.get(el.get("Id", ""), "")
        if el.get("TargetMode") != "External" and lama in baru:
            el.set("Target", f"/{baru[lama]}")
    return serialize(akar).encode()


def _rename_jenis_isi(isi: bytes, baru: Mapping[str, str]) -> bytes:
    akar = parse(isi)
    kecil = {k.lower(): v for k, v in baru.items()}
    for el in akar.iter(f"{{{JENIS_ISI}}}Override"):
        nama = el.get("PartName", "").replace("\\", "/").lstrip("/")
        el.set("PartName", f"/{kecil.get(nama.lower(), nama)}")
    return serialize(akar).encode()
