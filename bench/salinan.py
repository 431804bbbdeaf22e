"""One issued form as plain data, and XlsxWriter writing it again cell by cell.

What is copied: values, formulas with their cached values, styles, widths, heights, hidden rows and
columns, merges, list and number validations with their messages, protection, page set-up.
Conditional formats and pictures are left out, in XlsxWriter's favour.
"""

from __future__ import annotations

import io
import warnings
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import openpyxl
import xlsxwriter
from openpyxl.cell.cell import Cell
from openpyxl.worksheet.worksheet import Worksheet


@dataclass
class Lembar:
    """One sheet: cells as (row, column, kind, value, cached value, style key)."""

    nama: str
    tampak: bool
    sel: list[tuple[int, int, str, Any, Any, tuple[Any, ...]]] = field(default_factory=list)
    lebar: dict[str, tuple[float, bool]] = field(default_factory=dict)
    baris: dict[int, tuple[float | None, bool]] = field(default_factory=dict)
    gabung: list[str] = field(default_factory=list)
    validasi: list[tuple[str, dict[str, Any]]] = field(default_factory=list)


@dataclass
class Salinan:
    """All sheets and the styles that their cells name."""

    lembar: list[Lembar]
    gaya: dict[tuple[Any, ...], dict[str, Any]]


def read_salinan(path: Path) -> Salinan:
    """The form as data, by openpyxl; slow, and not timed."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        rumus, nilai = openpyxl.load_workbook(path), openpyxl.load_workbook(path, data_only=True)
    salinan = Salinan([], {})
    for lembar in rumus.worksheets:
        salinan.lembar.append(_read_lembar(lembar, nilai[lembar.title], salinan.gaya))
    return salinan


def _read_lembar(
    asal: Worksheet, nilai: Worksheet, gaya: dict[tuple[Any, ...], dict[str, Any]]
) -> Lembar:
    hasil = Lembar(asal.title, asal.sheet_state == "visible")
    for baris in asal.iter_rows():
        for sel in baris:
            if isinstance(sel, Cell) and (sel.value is not None or sel.has_style):
                kunci = tuple(sel._style)
                if kunci not in gaya:
                    gaya[kunci] = build_gaya(sel)
                jenis = {"f": "rumus", "n": "angka"}.get(sel.data_type, "teks")
                jenis = "kosong" if sel.value is None else jenis
                simpanan = nilai.cell(sel.row, sel.column).value
                hasil.sel.append((sel.row - 1, sel.column - 1, jenis, sel.value, simpanan, kunci))
    for huruf, kolom in asal.column_dimensions.items():
        hasil.lebar[f"{huruf}:{huruf}"] = (kolom.width, kolom.hidden)
    for nomor, dimensi in asal.row_dimensions.items():
        hasil.baris[nomor - 1] = (dimensi.height, dimensi.hidden)
    hasil.gabung = [str(d) for d in asal.merged_cells.ranges]
    hasil.validasi = [
        (str(daerah), _build_validasi(v))
        for v in asal.data_validations.dataValidation
        for daerah in v.sqref.ranges
    ]
    return hasil


def build_gaya(sel: Cell) -> dict[str, Any]:
    """What XlsxWriter needs to know of a cell's style."""
    hasil: dict[str, Any] = {
        "font_name": sel.font.name,
        "font_size": sel.font.sz,
        "bold": bool(sel.font.b),
        "italic": bool(sel.font.i),
        "num_format": sel.number_format,
        "text_wrap": bool(sel.alignment.wrap_text),
        "locked": bool(sel.protection.locked),
        "border": 1 if sel.border.left.style else 0,
    }
    if sel.alignment.horizontal:
        hasil["align"] = sel.alignment.horizontal
    if sel.fill.patternType == "solid" and isinstance(sel.fill.fgColor.rgb, str):
        hasil["bg_color"] = f"#{sel.fill.fgColor.rgb[2:]}"
    return hasil


def _build_validasi(v: Any) -> dict[str, Any]:
    hasil: dict[str, Any] = {"validate": "any"}
    if v.type == "list":
        isi = v.formula1
        sumber = isi[1:-1].split(",") if isi.startswith('"') else f"={isi}"
        hasil = {"validate": "list", "source": sumber}
    elif v.type == "decimal":
        hasil = {"validate": "decimal", "criteria": "between", "minimum": -1e15, "maximum": 1e15}
    hasil |= {"input_title": v.promptTitle or "", "input_message": v.prompt or ""}
    return hasil


def write_salinan(salinan: Salinan) -> bytes:
    """The workbook, the usual way."""
    keluaran = io.BytesIO()
    buku = xlsxwriter.Workbook(
        keluaran, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    )
    gaya = {kunci: buku.add_format(sifat) for kunci, sifat in salinan.gaya.items()}
    for isi in salinan.lembar:
        lembar = buku.add_worksheet(isi.nama)
        if not isi.tampak:
            lembar.hide()
        for kolom, (lebar, sembunyi) in isi.lebar.items():
            lembar.set_column(kolom, lebar, None, {"hidden": sembunyi})
        for nomor, (tinggi, sembunyi) in isi.baris.items():
            lembar.set_row(nomor, tinggi, None, {"hidden": sembunyi})
        for daerah in isi.gabung:
            lembar.merge_range(daerah, "")
        for baris, kolom_, jenis, nilai, simpanan, kunci in isi.sel:
            if jenis == "rumus":
                lembar.write_formula(baris, kolom_, nilai, gaya[kunci], simpanan or "")
            elif jenis == "angka":
                lembar.write_number(baris, kolom_, nilai, gaya[kunci])
            elif jenis == "teks":
                lembar.write_string(baris, kolom_, str(nilai), gaya[kunci])
            else:
                lembar.write_blank(baris, kolom_, None, gaya[kunci])
        for daerah, aturan in isi.validasi:
            lembar.data_validation(daerah, aturan)
        lembar.protect("")
        lembar.set_landscape()
        lembar.set_paper(14)
        lembar.fit_to_pages(1, 0)
    buku.close()
    return keluaran.getvalue()
