"""Workbooks put together as other programs do: parts under other names, other namespaces, other zips.

Which program writes what was seen in: Excel (Strict), Excel with co-authoring or a repaired file
(`workbook22.xml`, `styles2.xml`), Excel on Android and Power Automate (absolute targets), .NET's old
ZipFile (backslashes), OpenXML SDK and Aspose (parts outside `xl/`), WPS and macOS (case, order).
"""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
from collections.abc import Callable, Mapping

Bagian = dict[str, bytes]
KETAT = {
    b"http://schemas.openxmlformats.org/spreadsheetml/2006/main": b"http://purl.oclc.org/ooxml/spreadsheetml/main",
    b"http://schemas.openxmlformats.org/officeDocument/2006/relationships": b"http://purl.oclc.org/ooxml/officeDocument/relationships",
    b"http://schemas.openxmlformats.org/drawingml/2006/": b"http://purl.oclc.org/ooxml/drawingml/",
}


def unpack(isi: bytes) -> Bagian:
    with zipfile.ZipFile(io.BytesIO(isi)) as zip_:
        return {n: zip_.read(n) for n in zip_.namelist()}


def pack(bagian: Mapping[str, bytes]) -> bytes:
    wadah = io.BytesIO()
    with zipfile.ZipFile(wadah, "w", zipfile.ZIP_DEFLATED) as zip_:
        for nama, isi in bagian.items():
            zip_.writestr(nama, isi)
    return wadah.getvalue()


def share_teks(bagian: Bagian) -> Bagian:
    """Texts out of the cells into a part of their own, as Excel keeps them."""
    hasil, teks = dict(bagian), dict[bytes, int]()

    def ganti(m: re.Match[bytes]) -> bytes:
        return b'<c%st="s"%s><v>%d</v></c>' % (m[1], m[2], teks.setdefault(m[3], len(teks)))

    for nama in [n for n in bagian if n.startswith("xl/worksheets/sheet")]:
        pola = rb'<c([^>]*)t="inlineStr"([^>]*)><is>(.*?)</is></c>'
        hasil[nama] = re.sub(pola, ganti, bagian[nama], flags=re.DOTALL)
    isi = b"".join(b"<si>%s</si>" % t for t in teks)
    hasil["xl/sharedStrings.xml"] = b'<sst xmlns="%s">%s</sst>' % (next(iter(KETAT)), isi)
    relasi = "xl/_rels/workbook.xml.rels"
    jenis = list(KETAT)[1] + b"/sharedStrings"
    baru = b'<Relationship Id="rId98" Target="sharedStrings.xml" Type="%s"/>' % jenis
    hasil[relasi] = bagian[relasi].replace(b"</Relationships>", baru + b"</Relationships>")
    return hasil


def rename(bagian: Bagian, ubah: Callable[[str], str]) -> Bagian:
    """Every part under the name that `ubah` gives it, relations and content types along with it."""
    baru = {n: ubah(n) for n in bagian if not n.endswith(".rels") and not n.startswith("[")}
    hasil: Bagian = {}
    for nama, isi in bagian.items():
        if nama.endswith(".rels"):
            induk = _find_induk(nama)
            tujuan = baru.get(induk, induk)
            folder, dasar = posixpath.split(tujuan)
            hasil[posixpath.join(folder, "_rels", f"{dasar}.rels")] = _rename_relasi(
                isi, posixpath.dirname(induk), folder, baru
            )
        elif nama.startswith("["):
            hasil[nama] = re.sub(
                rb'PartName="/([^"]*)"',
                lambda m: b'PartName="/%s"' % baru.get(m[1].decode(), m[1].decode()).encode(),
                isi,
            )
        else:
            hasil[baru[nama]] = isi
    return hasil


def _find_induk(relasi: str) -> str:
    folder, nama = posixpath.split(relasi)
    return posixpath.join(posixpath.dirname(folder), nama.removesuffix(".rels"))


def _rename_relasi(isi: bytes, lama: str, folder: str, baru: Mapping[str, str]) -> bytes:
    def ganti(m: re.Match[bytes]) -> bytes:
        sasaran = m[1].decode()
        utuh = posixpath.normpath(posixpath.join("/", lama, sasaran)).lstrip("/")
        if utuh not in baru:
            return m[0]
        return b'Target="%s"' % posixpath.relpath(baru[utuh], folder or ".").encode()

    return re.sub(rb'Target="([^"]*)"', ganti, isi)


def _absolut(bagian: Bagian) -> Bagian:
    """Targets from the root of the package."""
    hasil = dict(bagian)
    for nama, isi in bagian.items():
        if nama.endswith(".rels"):
            folder = posixpath.dirname(_find_induk(nama))

            def ganti(m: re.Match[bytes], folder: str = folder) -> bytes:
                utuh = posixpath.normpath(posixpath.join("/", folder, m[1].decode()))
                return b'Target="%s"' % utuh.encode() if utuh[1:] in bagian else m[0]

            hasil[nama] = re.sub(rb'Target="([^"]*)"', ganti, isi)
    return hasil


def _ketat(bagian: Bagian) -> Bagian:
    hasil = {}
    for nama, isi in bagian.items():
        for lama, baru in KETAT.items():
            isi = isi.replace(lama, baru)
        hasil[nama] = isi
    return hasil


def _bernomor(nama: str) -> str:
    """`xl/styles.xml` to `xl/styles2.xml`."""
    dasar, akhiran = posixpath.splitext(nama)
    return f"{dasar}2{akhiran}"


def _folder_lain(nama: str) -> str:
    return re.sub(r"^xl/", "excel/", nama)


def _tanpa_folder(nama: str) -> str:
    return re.sub(r"^xl/(?:worksheets/)?", "", nama)


SUSUNAN: dict[str, Callable[[Bagian], Bagian]] = {
    "buku bernomor": lambda b: rename(b, lambda n: n.replace("xl/workbook.", "xl/workbook22.")),
    "gaya dan teks bernomor": lambda b: rename(
        b, lambda n: _bernomor(n) if "styles" in n or "sharedStrings" in n else n
    ),
    "lembar bernama sendiri": lambda b: rename(b, lambda n: n.replace("/sheet", "/lembar-")),
    "semua bernomor": lambda b: rename(b, _bernomor),
    "folder lain": lambda b: rename(b, _folder_lain),
    "tanpa folder": lambda b: rename(b, _tanpa_folder),
    "huruf besar": lambda b: rename(b, lambda n: n.upper() if n.startswith("xl/") else n),
    "huruf besar di zip saja": lambda b: {
        (n.replace("xl/", "XL/") if not n.startswith("[") else n): i for n, i in b.items()
    },
    "sasaran dari akar": _absolut,
    "garis miring terbalik": lambda b: {n.replace("/", "\\"): i for n, i in b.items()},
    "garis miring terbalik di folder lembar saja": lambda b: {
        n.replace("worksheets/", "worksheets\\"): i for n, i in b.items()
    },
    "garis miring terbalik, bernomor": lambda b: {
        n.replace("/", "\\"): i for n, i in rename(b, _bernomor).items()
    },
    "urutan terbalik": lambda b: dict(reversed(b.items())),
    "folder ikut": lambda b: {"xl/": b"", "xl/worksheets/": b"", **b},
    "Strict": _ketat,
    "Strict bernomor": lambda b: _ketat(rename(b, _bernomor)),
    "Strict garis miring terbalik": lambda b: {
        n.replace("/", "\\"): i for n, i in _ketat(b).items()
    },
    "templat": lambda b: {
        n: i.replace(b"spreadsheetml.sheet.main+xml", b"spreadsheetml.template.main+xml")
        for n, i in b.items()
    },
}
"""Ways to put the same workbook together."""
