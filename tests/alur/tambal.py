"""Cells of a form patched in its XML, as programs other than ours write them: no library of
spreadsheets stands between a test and the program."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping
from pathlib import Path
from xml.sax.saxutils import escape

from lxml import etree

NS = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_ISI = re.compile(r"(?P<jenis>[nsfebdh]):(?P<isi>.*)", re.DOTALL)


def bongkar(isi: bytes) -> dict[str, bytes]:
    """The parts of a workbook by name."""
    with zipfile.ZipFile(io.BytesIO(isi)) as zip_:
        return {n: zip_.read(n) for n in zip_.namelist()}


def susun(bagian: dict[str, bytes]) -> bytes:
    """A workbook of these parts."""
    wadah = io.BytesIO()
    with zipfile.ZipFile(wadah, "w", zipfile.ZIP_DEFLATED) as zip_:
        for nama, isi in bagian.items():
            zip_.writestr(nama, isi)
    return wadah.getvalue()


def tambal(berkas: Path, isi: Mapping[tuple[str, str], str]) -> Path:
    """Puts what `build_isi` makes of a text into (sheet, cell); the style of a cell stays."""
    bagian = bongkar(berkas.read_bytes())
    for (lembar, alamat), tulis in isi.items():
        nama = find_bagian(bagian, lembar)
        pohon = etree.fromstring(bagian[nama])
        _isi_sel(pohon, alamat, tulis)
        bagian[nama] = etree.tostring(pohon, xml_declaration=True, encoding="UTF-8")
    berkas.write_bytes(susun(bagian))
    return berkas


def find_bagian(bagian: Mapping[str, bytes], lembar: str) -> str:
    """The part that holds a sheet."""
    pola = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
    buku = etree.fromstring(bagian["xl/workbook.xml"])
    rid = next(s.get(pola) for s in buku.iter(f"{{{NS}}}sheet") if s.get("name") == lembar)
    relasi = etree.fromstring(bagian["xl/_rels/workbook.xml.rels"])
    tujuan = next(str(r.get("Target")) for r in relasi if r.get("Id") == rid)
    return tujuan.lstrip("/") if tujuan.startswith("/") else f"xl/{tujuan}"


def build_isi(tulis: str) -> tuple[str, str]:
    """(cell type, inner XML) of `n:310`, `s:text`, `e:#SPILL!`, `b:1`, `d:2026-01-15T00:00:00`,
    `h:` (a cell with nothing) and `f:150+160=310` (a formula and what it shows; without `=` the
    program kept no value)."""
    cocok = _ISI.fullmatch(tulis)
    assert cocok is not None, tulis
    isi = escape(cocok["isi"])
    match cocok["jenis"]:
        case "h":
            return "", ""
        case "s":
            return "inlineStr", f'<is><t xml:space="preserve">{isi}</t></is>'
        case "f":
            rumus, _, nilai = isi.rpartition("=")
            return "", f"<f>{rumus}</f><v>{nilai}</v>" if rumus else f"<f>{nilai}</f>"
        case jenis:
            return "" if jenis == "n" else jenis, f"<v>{isi}</v>"


def _isi_sel(pohon: etree._Element, alamat: str, tulis: str) -> None:
    sel = next(c for c in pohon.iter(f"{{{NS}}}c") if c.get("r") == alamat)
    jenis, isi = build_isi(tulis)
    for anak in list(sel):
        sel.remove(anak)
    sel.attrib.pop("t", None)
    if jenis:
        sel.set("t", jenis)
    sel.extend(etree.fromstring(f'<c xmlns="{NS}">{isi}</c>'))
