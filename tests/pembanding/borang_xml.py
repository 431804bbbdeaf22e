"""An officer's hands: types into an issued form by patching its XML, cells found by their headings.

All else stays byte for byte as issued, and no spreadsheet library stands in between: a form is
filled in some milliseconds.
"""

from __future__ import annotations

import datetime as dt
import io
import re
import zipfile
from collections.abc import Mapping, Sequence
from fractions import Fraction
from pathlib import Path

from lxml import etree
from openpyxl.utils import coordinate_to_tuple

from tests.pembanding.hitung import Kata

UTAMA = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
RELASI = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
Isi = str | int | Fraction | dt.date
TABEL = {
    "Laporan": ("Kode Indikator", "Target TW", "Realisasi", "Hambatan/Kegagalan", "Bukti Dukung"),
    "Catatan": ("Tanggal", "Kode Indikator", "Uraian Kegiatan", "Volume"),
    "Anggaran": ("Kode Sub Kegiatan", "Pagu (Rp)", "Realisasi TW (Rp)"),
    "Data Menyusul": ("Kode Indikator", "Triwulan", "Perkiraan Tanggal", "Sementara"),
}
"""Headings by which the table of a sheet is found."""


class BorangXml:
    """One form, open for typing."""

    def __init__(self, berkas: Path) -> None:
        with zipfile.ZipFile(berkas) as arsip:
            self.bagian = {i.filename: arsip.read(i) for i in arsip.infolist()}
        tujuan = {
            r.get("Id"): r.get("Target", "")
            for r in etree.fromstring(self.bagian["xl/_rels/workbook.xml.rels"])
        }
        self.lembar = {
            s.get("name", ""): f"xl/{tujuan[s.get(f'{RELASI}id')].removeprefix('/xl/')}"
            for s in etree.fromstring(self.bagian["xl/workbook.xml"]).iter(f"{UTAMA}sheet")
        }
        self.teks = [
            "".join(t.text or "" for t in si.iter(f"{UTAMA}t"))
            for si in etree.fromstring(self.bagian["xl/sharedStrings.xml"]).iter(f"{UTAMA}si")
        ] if "xl/sharedStrings.xml" in self.bagian else []  # fmt: skip
        self.pohon: dict[str, etree._Element] = {}

    def baca(self, lembar: str) -> dict[tuple[int, int], str]:
        """The texts and numbers of a sheet by (row, column)."""
        return {
            coordinate_to_tuple(c.get("r", "")): nilai
            for c in self._akar(lembar).iter(f"{UTAMA}c")
            if (nilai := self._nilai(c))
        }

    def _akar(self, lembar: str) -> etree._Element:
        if lembar not in self.pohon:
            self.pohon[lembar] = etree.fromstring(self.bagian[self.lembar[lembar]])
        return self.pohon[lembar]

    def _nilai(self, c: etree._Element) -> str:
        isi = c.findtext(f"{UTAMA}v") or ""
        if c.get("t") == "s":
            return self.teks[int(isi)]
        if c.get("t") == "inlineStr":
            return "".join(t.text or "" for t in c.iter(f"{UTAMA}t"))
        return isi

    def find_tabel(self, lembar: str) -> tuple[int, dict[str, int]]:
        """Heading row and the column of each heading."""
        per_baris: dict[int, dict[str, int]] = {}
        for (baris, kolom), teks in self.baca(lembar).items():
            per_baris.setdefault(baris, {}).setdefault(" ".join(teks.split()), kolom)
        return next(
            (b, judul)
            for b, judul in sorted(per_baris.items())
            if judul.keys() >= set(TABEL[lembar])
        )

    def isi_baris(self, lembar: str, kunci: str, isi: Mapping[str, Mapping[str, Isi]]) -> None:
        """Types {value of the heading `kunci`: {heading: value}} into the rows of a table."""
        atas, judul = self.find_tabel(lembar)
        sel = self.baca(lembar)
        baris = {
            sel[b, k]: b for b, k in sel if k == judul[kunci] and b > atas and sel[b, k] in isi
        }
        for nama, nilai in isi.items():
            self._ketik(lembar, baris[nama], judul, nilai)

    def tambah_baris(self, lembar: str, isi: Sequence[Mapping[str, Isi]]) -> None:
        """Types rows into the first free rows under a table's headings."""
        atas, judul = self.find_tabel(lembar)
        for nomor, nilai in enumerate(isi, atas + 1):
            self._ketik(lembar, nomor, judul, nilai)

    def _ketik(
        self, lembar: str, baris: int, judul: Mapping[str, int], isi: Mapping[str, Isi]
    ) -> None:
        sel = {
            coordinate_to_tuple(c.get("r", ""))[1]: c
            for r in self._akar(lembar).iter(f"{UTAMA}row")
            if int(r.get("r", "0")) == baris
            for c in r
        }
        for nama, nilai in isi.items():
            _taruh(sel[judul[nama]], nilai)

    def taruh_hasil_rumus(self, lembar: str, kode: str, judul: str, hasil: Fraction) -> None:
        """What a program shows for the formula that stays in a cell."""
        atas, kolom = self.find_tabel(lembar)
        baris = next(
            b
            for (b, k), n in self.baca(lembar).items()
            if k == kolom["Kode Indikator"] and n == kode and b > atas
        )
        for c in self._akar(lembar).iter(f"{UTAMA}c"):
            if coordinate_to_tuple(c.get("r", "")) == (baris, kolom[judul]):
                assert c.find(f"{UTAMA}f") is not None, f"{kode}: {judul} is no formula"
                for lama in c.findall(f"{UTAMA}v"):
                    c.remove(lama)
                c.attrib.pop("t", None)
                etree.SubElement(c, f"{UTAMA}v").text = render(hasil)

    def simpan(self, waktu: dt.datetime) -> bytes:
        """The file as a program saves it at that moment (UTC)."""
        for lembar, akar in self.pohon.items():
            self.bagian[self.lembar[lembar]] = etree.tostring(
                akar, xml_declaration=True, encoding="UTF-8", standalone=True
            )
        inti = self.bagian["docProps/core.xml"]
        self.bagian["docProps/core.xml"] = re.sub(
            rb"(<dcterms:modified[^>]*>)[^<]*",
            rb"\g<1>" + waktu.strftime("%Y-%m-%dT%H:%M:%SZ").encode(),
            inti,
        )
        isi = io.BytesIO()
        with zipfile.ZipFile(isi, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as arsip:
            for nama, data in self.bagian.items():
                arsip.writestr(zipfile.ZipInfo(nama, (2026, 1, 1, 0, 0, 0)), data)
        return isi.getvalue()


def _taruh(c: etree._Element, nilai: Isi) -> None:
    for anak in list(c):
        c.remove(anak)
    c.attrib.pop("t", None)
    if isinstance(nilai, Kata):
        nilai = nilai.teks
    if isinstance(nilai, str):
        if nilai:
            c.set("t", "inlineStr")
            etree.SubElement(etree.SubElement(c, f"{UTAMA}is"), f"{UTAMA}t").text = nilai
        return
    if isinstance(nilai, dt.date):
        nilai = (nilai - dt.date(1899, 12, 30)).days
    etree.SubElement(c, f"{UTAMA}v").text = render(Fraction(nilai))


def render(angka: Fraction) -> str:
    """A number as a file holds it."""
    return str(angka.numerator) if angka.denominator == 1 else repr(float(angka))
