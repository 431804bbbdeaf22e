"""A workbook of many rows as plain data, and XlsxWriter writing it again row by row.

What is copied: values, formulas with their cached values, one format for each that the workbook has
(font, fill, border, number format, alignment), widths. Merges, charts, conditional formats, links,
validations and page set-up are left out, in XlsxWriter's favour.
"""

from __future__ import annotations

import warnings
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import openpyxl
import xlsxwriter
from openpyxl.cell.cell import Cell

from bench.salinan import build_gaya


@dataclass
class LembarBaris:
    """One sheet: its rows as lists of (column, kind, value, cached value, style)."""

    nama: str
    baris: list[tuple[int, list[tuple[int, str, Any, Any, int]]]] = field(default_factory=list)
    lebar: dict[str, float] = field(default_factory=dict)


@dataclass
class SalinanBaris:
    """All sheets, and the styles that their cells name by number."""

    lembar: list[LembarBaris]
    gaya: list[dict[str, Any]]


def read_salinan_baris(path: Path) -> SalinanBaris:
    """The workbook as data, by openpyxl; slow, and not timed."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        rumus, nilai = openpyxl.load_workbook(path), openpyxl.load_workbook(path, data_only=True)
    nomor: dict[tuple[Any, ...], int] = {}
    hasil = SalinanBaris([], [])
    for lembar in rumus.worksheets:
        isi = LembarBaris(lembar.title)
        isi.lebar = {f"{h}:{h}": k.width for h, k in lembar.column_dimensions.items()}
        for baris, simpanan in zip(
            lembar.iter_rows(), nilai[lembar.title].iter_rows(), strict=True
        ):
            sel = []
            for c, s in zip(baris, simpanan, strict=True):
                if not isinstance(c, Cell) or (c.value is None and not c.has_style):
                    continue
                kunci = tuple(c._style)
                if kunci not in nomor:
                    nomor[kunci] = len(nomor)
                    hasil.gaya.append(build_gaya(c))
                jenis = {"f": "rumus", "n": "angka", "d": "tanggal"}.get(c.data_type, "teks")
                jenis = "kosong" if c.value is None else jenis
                sel.append((c.column - 1, jenis, c.value, s.value, nomor[kunci]))
            if sel:
                isi.baris.append((baris[0].row - 1, sel))
        hasil.lembar.append(isi)
    return hasil


def write_salinan_baris(salinan: SalinanBaris, tujuan: Path) -> int:
    """The workbook written in constant memory; how many cells."""
    buku = xlsxwriter.Workbook(
        tujuan, {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    )
    gaya = [buku.add_format(sifat) for sifat in salinan.gaya]
    banyak = 0
    for isi in salinan.lembar:
        lembar = buku.add_worksheet(isi.nama)
        for kolom, lebar in isi.lebar.items():
            lembar.set_column(kolom, lebar)
        for b, baris in isi.baris:
            banyak += len(baris)
            for k, jenis, nilai, simpanan, g in baris:
                if jenis == "teks":
                    lembar.write_string(b, k, str(nilai), gaya[g])
                elif jenis == "angka":
                    lembar.write_number(b, k, nilai, gaya[g])
                elif jenis == "rumus":
                    lembar.write_formula(
                        b, k, str(nilai), gaya[g], "" if simpanan is None else simpanan
                    )
                elif jenis == "tanggal":
                    lembar.write_datetime(b, k, nilai, gaya[g])
                else:
                    lembar.write_blank(b, k, None, gaya[g])
    buku.close()
    return banyak
