"""A form as its parts, changed cell by cell in its XML: all else stays byte for byte as issued.

A cell is named `tabel.baris.kolom` by the form's hidden keys; of a kode indikator only the number
after the jabatan is told (`laporan.01.realisasi`), of a sub kegiatan its place (`anggaran.01`), so
that one address serves every chair.
"""

from __future__ import annotations

import datetime as dt
import io
import re
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

import openpyxl
from lxml import etree
from openpyxl.utils import coordinate_to_tuple

from tests.alur.kecil import find_tempat

UTAMA = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
RELASI = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
Isi = str | int | float | bool | dt.date | None
Alamat = Mapping[str, tuple[str, str]]
"""Sheet and cell by `tabel.baris.kolom`."""


class Galat(NamedTuple):
    """An error cell."""

    kode: str


class Rumus(NamedTuple):
    """A formula with what a program shows for it."""

    rumus: str
    hasil: Isi | Galat


def read_alamat(berkas: Path, jabatan: str) -> dict[str, tuple[str, str]]:
    """Where every cell of a form stands; the same on every like form."""
    tempat = find_tempat(openpyxl.load_workbook(berkas))
    anggaran = list(dict.fromkeys(b for t, b, _ in tempat if t == "anggaran"))
    return {
        f"{tabel}.{_singkat(tabel, baris, jabatan, anggaran)}.{kolom}": sel
        for (tabel, baris, kolom), sel in tempat.items()
    }


def _singkat(tabel: str, baris: str, jabatan: str, anggaran: list[str]) -> str:
    if tabel == "anggaran":
        return f"{anggaran.index(baris) + 1:02d}"
    return baris.removeprefix(f"{jabatan}.")


class Borang:
    """One file, open for typing and for worse."""

    def __init__(self, isi: bytes, alamat: Alamat) -> None:
        with zipfile.ZipFile(io.BytesIO(isi)) as arsip:
            self.bagian = {i.filename: arsip.read(i) for i in arsip.infolist()}
        self.alamat = alamat
        self.teks_bersama = [
            "".join(t.text or "" for t in si.iter(f"{UTAMA}t"))
            for si in etree.fromstring(self.bagian["xl/sharedStrings.xml"]).iter(f"{UTAMA}si")
        ]
        self._pohon: dict[str, etree._Element] = {}

    def jalur(self, lembar: str) -> str:
        """The part that holds a sheet."""
        tujuan = {
            r.get("Id"): r.get("Target", "")
            for r in etree.fromstring(self.bagian["xl/_rels/workbook.xml.rels"])
        }
        nomor = next(
            s.get(f"{RELASI}id")
            for s in etree.fromstring(self.bagian["xl/workbook.xml"]).iter(f"{UTAMA}sheet")
            if s.get("name") == lembar
        )
        return f"xl/{tujuan[nomor].removeprefix('/xl/')}"

    def xml(self, lembar: str) -> etree._Element:
        """A sheet's root; what is changed in it is saved."""
        jalur = self.jalur(lembar)
        if jalur not in self._pohon:
            self._pohon[jalur] = etree.fromstring(self.bagian[jalur])
        return self._pohon[jalur]

    def baris(self, lembar: str, nomor: int) -> etree._Element:
        """One row, made where there is none."""
        data = self.xml(lembar).find(f"{UTAMA}sheetData")
        assert data is not None
        ada = next((r for r in data if int(r.get("r", "0")) == nomor), None)
        if ada is None:
            ada = etree.SubElement(data, f"{UTAMA}row", r=str(nomor))
            data[:] = sorted(data, key=lambda r: int(r.get("r", "0")))
        return ada

    def sel(self, lembar: str, alamat: str) -> etree._Element:
        """One cell, made where there is none."""
        nomor, _ = coordinate_to_tuple(alamat)
        baris = self.baris(lembar, nomor)
        ada = next((c for c in baris if c.get("r") == alamat), None)
        if ada is None:
            ada = etree.SubElement(baris, f"{UTAMA}c", r=alamat)
            baris.attrib.pop("spans", None)
            baris[:] = sorted(baris, key=lambda c: coordinate_to_tuple(c.get("r", ""))[1])
        return ada

    def isi(self, tempat: str, nilai: Isi | Rumus | Galat) -> None:
        """Types a value into the cell of these keys."""
        taruh(self.sel(*self.alamat[tempat]), nilai)

    def hasil_rumus(self, tempat: str, hasil: Isi | Galat) -> None:
        """What a program shows for the formula that stays in a cell."""
        c = self.sel(*self.alamat[tempat])
        rumus = c.findtext(f"{UTAMA}f")
        assert rumus, f"{tempat} is no formula"
        taruh(c, Rumus(rumus, hasil))

    def teks(self, c: etree._Element) -> str:
        """What a cell element holds, as text."""
        isi = c.findtext(f"{UTAMA}v") or ""
        if c.get("t") == "s":
            return self.teks_bersama[int(isi)]
        return "".join(t.text or "" for t in c.iter(f"{UTAMA}t")) or isi

    def ganti(self, bagian: str, lama: str, baru: str) -> None:
        """Text of a part replaced; it must be there."""
        isi = self.tulis()[bagian].decode()
        assert re.search(lama, isi), f"{bagian}: no {lama}"
        self.bagian[bagian] = re.sub(lama, baru, isi).encode()

    def tulis(self) -> dict[str, bytes]:
        """The parts with all that was typed; what is changed in them is saved."""
        for jalur, akar in self._pohon.items():
            self.bagian[jalur] = etree.tostring(
                akar, xml_declaration=True, encoding="UTF-8", standalone=True
            )
        self._pohon.clear()
        return self.bagian

    def simpan(self, waktu: dt.datetime | None = None) -> bytes:
        """The file as a program saves it, at that moment (UTC) where one is told."""
        self.tulis()
        if waktu and "docProps/core.xml" in self.bagian:
            saat = waktu.strftime("%Y-%m-%dT%H:%M:%SZ")
            self.ganti("docProps/core.xml", r"(<dcterms:modified[^>]*>)[^<]*", rf"\g<1>{saat}")
        return build_zip(self.bagian)


def build_zip(bagian: Mapping[str, bytes]) -> bytes:
    """Parts as a zip."""
    isi = io.BytesIO()
    with zipfile.ZipFile(isi, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as arsip:
        for nama, data in bagian.items():
            arsip.writestr(zipfile.ZipInfo(nama, (2026, 1, 1, 0, 0, 0)), data)
    return isi.getvalue()


def taruh(c: etree._Element, nilai: Isi | Rumus | Galat) -> None:
    """A value into a cell element, which keeps its style."""
    for anak in list(c):
        c.remove(anak)
    c.attrib.pop("t", None)
    if isinstance(nilai, Rumus):
        etree.SubElement(c, f"{UTAMA}f").text = nilai.rumus
    jenis, isi = _isi(nilai.hasil if isinstance(nilai, Rumus) else nilai)
    if isi is None:
        return
    if jenis == "str" and not isinstance(nilai, Rumus):
        c.set("t", "inlineStr")
        teks = etree.SubElement(etree.SubElement(c, f"{UTAMA}is"), f"{UTAMA}t")
        teks.text = isi
        teks.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
        return
    if jenis:
        c.set("t", jenis)
    etree.SubElement(c, f"{UTAMA}v").text = isi


def _isi(nilai: Isi | Galat) -> tuple[str, str | None]:
    if isinstance(nilai, Galat):
        return "e", nilai.kode
    if nilai is None:
        return "", None
    if isinstance(nilai, bool):
        return "b", str(int(nilai))
    if isinstance(nilai, str):
        return "str", nilai
    if isinstance(nilai, dt.date):
        return "", str((nilai - dt.date(1899, 12, 30)).days)
    return "", repr(nilai)
