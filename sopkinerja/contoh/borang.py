"""A form as an officer meets it in a spreadsheet program: headings, open cells, locked cells.

Nothing here knows the hidden keys: tables are found by what the headings say.
"""

from __future__ import annotations

import datetime as dt
import io
import re
import warnings
import zipfile
from collections.abc import Mapping
from functools import cached_property
from pathlib import Path
from typing import Any

import openpyxl
from openpyxl.cell.cell import Cell
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet
from openpyxl.writer.excel import ExcelWriter

from sopkinerja.istilah import Triwulan
from sopkinerja.jenis import TABEL
from sopkinerja.lembar.cap import POLA_KODE

TANGGAL_ZIP = (2026, 1, 1, 0, 0, 0)
Baris = dict[str, Cell]
"""Cells of one row of a table by field key."""


class Borang:
    """An issued form, open for typing."""

    def __init__(self, path: Path) -> None:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            self.buku: Workbook = openpyxl.load_workbook(path)
        self.laporan = self.find_baris("laporan", "kode")
        _, _, tahun, triwulan, self.jabatan, _, _ = self._read_kode()
        self.tahun, self._triwulan = int(tahun), triwulan

    @property
    def triwulan(self) -> Triwulan:
        """The triwulan of a quarterly form; a mandat form has none."""
        return Triwulan(int(self._triwulan))

    def _read_kode(self) -> tuple[str, ...]:
        for lembar in self.tampak():
            for baris in lembar.iter_rows(max_row=12, values_only=True):
                for nilai in baris:
                    cocok = POLA_KODE.search(nilai) if isinstance(nilai, str) else None
                    if cocok:
                        return cocok.groups()
        raise ValueError("no kode formulir in sight: not a form of ours")

    def tampak(self) -> list[Worksheet]:
        """The sheets that an officer sees."""
        return [s for s in self.buku.worksheets if s.sheet_state == "visible"]

    @cached_property
    def _tertulis(self) -> list[tuple[Worksheet, int, dict[str, int]]]:
        """The texts in the first rows of each sheet that an officer sees, with their columns."""
        return [
            (lembar, nomor, {_rapi(n): k for k, n in enumerate(baris, 1) if isinstance(n, str)})
            for lembar in self.tampak()
            for nomor, baris in enumerate(lembar.iter_rows(max_row=120, values_only=True), 1)
        ]

    def find_kepala(self, tabel: str) -> tuple[Worksheet, int, Mapping[str, int]] | None:
        """Sheet, heading row and column of each field of a table, by its headings."""
        judul = {_rapi(j): k for k, j in TABEL[tabel].judul.items() if "{{" not in j}
        for lembar, nomor, teks in self._tertulis:
            if judul.keys() <= teks.keys():
                return lembar, nomor, {kunci: teks[j] for j, kunci in judul.items()}
        return None

    def find_baris(self, tabel: str, kunci: str) -> list[Baris]:
        """The visible rows of a table under its headings as far as `kunci` is filled; where that
        cell is the officer's own, every row of open cells. Empty where there is no such table."""
        kepala = self.find_kepala(tabel)
        if kepala is None:
            return []
        lembar, nomor, kolom = kepala
        hasil: list[Baris] = []
        for b in range(nomor + 1, lembar.max_row + 1):
            if not all(isinstance(lembar.cell(b, n), Cell) for n in kolom.values()):
                break  # titles, sums and signatures below a table are merged cells
            sel = _sel(lembar, b, kolom[kunci])
            bebas = not _sel(lembar, nomor + 1, kolom[kunci]).protection.locked
            tampak = sel.value and not lembar.row_dimensions[b].hidden
            if not sel.protection.locked or (tampak and not bebas):
                hasil.append({k: _sel(lembar, b, n) for k, n in kolom.items()})
            elif hasil:
                break
        return hasil

    def ketik(self, sel: Cell, nilai: Any) -> None:
        """Types one value; a locked cell is a bug here, as an officer couldn't."""
        if sel.protection.locked:
            raise PermissionError(f"{sel.parent.title}!{sel.coordinate} is locked")
        sel.value = nilai

    def isi(self, baris: Baris, isi: Mapping[str, Any]) -> None:
        """Types several cells of one row."""
        for kolom, nilai in isi.items():
            self.ketik(baris[kolom], nilai)

    def tempel(self, tabel: str, nomor: int, isi: Mapping[str, Any]) -> None:
        """Pastes values into one row of the sheet of a table, locked or not, and shows the row."""
        kepala = self.find_kepala(tabel)
        assert kepala is not None
        lembar, _, kolom = kepala
        lembar.row_dimensions[nomor].hidden = False
        for kunci, nilai in isi.items():
            _sel(lembar, nomor, kolom[kunci]).value = nilai

    def simpan(self, waktu: dt.datetime) -> bytes:
        """The workbook as saved at that moment (UTC); equal content gives equal bytes."""
        self.buku.properties.modified = waktu
        mentah = io.BytesIO()
        ExcelWriter(self.buku, zipfile.ZipFile(mentah, "w", zipfile.ZIP_STORED)).save()
        return _bekukan(mentah)


def _bekukan(mentah: io.BytesIO) -> bytes:
    """The same zip with fixed dates."""
    hasil = io.BytesIO()
    with zipfile.ZipFile(mentah) as asal, zipfile.ZipFile(hasil, "w") as tujuan:
        for nama in asal.namelist():
            info = zipfile.ZipInfo(nama, TANGGAL_ZIP)
            tujuan.writestr(info, asal.read(nama), zipfile.ZIP_DEFLATED, 6)
    return hasil.getvalue()


def _sel(lembar: Worksheet, baris: int, kolom: int) -> Cell:
    sel = lembar.cell(baris, kolom)
    assert isinstance(sel, Cell), f"{lembar.title}!{sel.coordinate} is covered by a merged cell"
    return sel


def _rapi(nilai: Any) -> str:
    return re.sub(r"\s+", " ", nilai).strip() if isinstance(nilai, str) else ""
