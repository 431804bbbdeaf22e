"""A workbook as its cells: value, formula and what meaning their looks carry, straight from the XML.

About ten times as fast as a workbook library, and it has values and formulas in one pass.
"""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from lxml import etree
from openpyxl.styles.numbers import BUILTIN_FORMATS
from openpyxl.utils import coordinate_to_tuple

UTAMA = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
RELASI = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"


@dataclass(frozen=True)
class Gaya:
    """What a cell's looks say: number format, fill, bold or struck through, locked."""

    format: str = "General"
    isian: str = ""
    huruf: str = ""
    terkunci: bool = True


@dataclass(frozen=True)
class Sel:
    """A cell that holds something or is filled."""

    nilai: str | float | bool | None
    rumus: str = ""
    gaya: Gaya = field(default_factory=Gaya)


@dataclass(frozen=True)
class Lembar:
    """A sheet: its cells by (row, column), and what spans or rules ranges of it."""

    keadaan: str
    sel: dict[tuple[int, int], Sel]
    gabung: frozenset[str] = frozenset()
    aturan: frozenset[str] = frozenset()
    """Dropdowns, input rules, conditional formats, links and protection, each as one text."""


def read_buku(berkas: Path) -> dict[str, Lembar]:
    """The sheets of an .xlsx in their order."""
    with zipfile.ZipFile(berkas) as arsip:
        nama = set(arsip.namelist())
        teks = _read_teks(arsip) if "xl/sharedStrings.xml" in nama else []
        gaya = _read_gaya(arsip)
        tujuan = {
            r.get("Id"): r.get("Target", "")
            for r in etree.fromstring(arsip.read("xl/_rels/workbook.xml.rels"))
        }
        hasil = {}
        for s in etree.fromstring(arsip.read("xl/workbook.xml")).iter(f"{UTAMA}sheet"):
            bagian = tujuan[s.get(f"{RELASI}id")]
            bagian = bagian.lstrip("/") if bagian.startswith("/") else f"xl/{bagian}"
            akar = etree.fromstring(arsip.read(bagian))
            hasil[s.get("name", "")] = Lembar(
                s.get("state", "visible"),
                dict(_read_sel(akar, teks, gaya)),
                frozenset(m.get("ref", "") for m in akar.iter(f"{UTAMA}mergeCell")),
                frozenset(_read_aturan(akar)),
            )
    return hasil


def _read_teks(arsip: zipfile.ZipFile) -> list[str]:
    akar = etree.fromstring(arsip.read("xl/sharedStrings.xml"))
    return [_teks(si) for si in akar.iter(f"{UTAMA}si")]


def _teks(elemen: etree._Element) -> str:
    return "".join(t.text or "" for t in elemen.iter(f"{UTAMA}t"))


def _read_gaya(arsip: zipfile.ZipFile) -> list[Gaya]:
    """The cell formats in the order that cells point at."""
    akar = etree.fromstring(arsip.read("xl/styles.xml"))
    format_ = dict(BUILTIN_FORMATS) | {
        int(n.get("numFmtId", "0")): n.get("formatCode", "")
        for n in akar.iterfind(f"{UTAMA}numFmts/{UTAMA}numFmt")
    }
    isian = [_warna(f) for f in akar.iterfind(f"{UTAMA}fills/{UTAMA}fill")]
    huruf = [_huruf(f) for f in akar.iterfind(f"{UTAMA}fonts/{UTAMA}font")]
    hasil = []
    for xf in akar.iterfind(f"{UTAMA}cellXfs/{UTAMA}xf"):
        kunci = xf.find(f"{UTAMA}protection")
        hasil.append(
            Gaya(
                format_.get(int(xf.get("numFmtId", "0")), "?"),
                isian[int(xf.get("fillId", "0"))],
                huruf[int(xf.get("fontId", "0"))],
                kunci is None or kunci.get("locked", "1") not in ("0", "false"),
            )
        )
    return hasil or [Gaya()]


def _warna(isian: etree._Element) -> str:
    pola = isian.find(f"{UTAMA}patternFill")
    if pola is None or pola.get("patternType", "none") in ("none", "gray125"):
        return ""
    depan = pola.find(f"{UTAMA}fgColor")
    return "" if depan is None else (depan.get("rgb") or f"tema {depan.get('theme')}")


def _huruf(huruf: etree._Element) -> str:
    nyala = [
        kata
        for nama, kata in (("b", "tebal"), ("strike", "dicoret"))
        if (e := huruf.find(f"{UTAMA}{nama}")) is not None
        and e.get("val", "1") not in ("0", "false")
    ]
    return " ".join(nyala)


def _read_sel(
    akar: etree._Element, teks: list[str], gaya: list[Gaya]
) -> Iterator[tuple[tuple[int, int], Sel]]:
    for c in akar.iterfind(f"{UTAMA}sheetData/{UTAMA}row/{UTAMA}c"):
        sel = Sel(_nilai(c, teks), c.findtext(f"{UTAMA}f") or "", gaya[int(c.get("s", "0"))])
        if sel.nilai is not None or sel.rumus or sel.gaya.isian:
            yield coordinate_to_tuple(c.get("r", "")), sel


def _nilai(c: etree._Element, teks: list[str]) -> str | float | bool | None:
    jenis = c.get("t", "n")
    if jenis == "inlineStr":
        return _teks(c) or None
    isi = c.findtext(f"{UTAMA}v")
    if not isi:
        return None
    if jenis == "s":
        return teks[int(isi)] or None
    if jenis == "b":
        return isi == "1"
    return float(isi) if jenis == "n" else isi


def _read_aturan(akar: etree._Element) -> Iterator[str]:
    for v in akar.iter(f"{UTAMA}dataValidation"):
        rumus = " ".join(f.text or "" for f in v if f.text)
        yield f"validasi {v.get('sqref')} {v.get('type', '')} {rumus} {v.get('prompt', '')}"
    for cf in akar.iter(f"{UTAMA}conditionalFormatting"):
        for rumus in cf.iter(f"{UTAMA}formula"):
            yield f"format bersyarat {cf.get('sqref')} {rumus.text or ''}"
    for h in akar.iter(f"{UTAMA}hyperlink"):
        yield f"tautan {h.get('ref')} {h.get('location', '')}"
    if akar.find(f"{UTAMA}sheetProtection") is not None:
        yield "lembar dilindungi"
