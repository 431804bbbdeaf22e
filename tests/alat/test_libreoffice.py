"""LibreOffice does what an officer does, and no more."""

import getpass
import os
import signal
import socket
from pathlib import Path

import openpyxl
import pytest
from openpyxl.styles import Protection
from openpyxl.worksheet.datavalidation import DataValidation

from tests.alat import (
    LangkahDitolak,
    Persen,
    Rumus,
    soffice_convert,
    uno_edit,
    uno_fill,
    uno_read,
)
from tests.alat.libreoffice import buka

pytestmark = pytest.mark.libreoffice


@pytest.fixture
def formulir(tmp_path: Path) -> Path:
    """A protected sheet: A1 locked, A2 to A5 open, row 4 hidden, A5 with a dropdown."""
    buku = openpyxl.Workbook()
    lembar = buku.active
    assert lembar is not None
    lembar.title = "Laporan"
    lembar["A1"] = "Realisasi"
    for baris in range(2, 6):
        lembar.cell(baris, 1).protection = Protection(locked=False)
    lembar["B2"] = "=A2*2"
    lembar.row_dimensions[4].hidden = True
    pilihan = DataValidation("list", formula1='"ya,tidak"', showErrorMessage=True)
    pilihan.add("A5")
    lembar.add_data_validation(pilihan)
    lembar.protection.sheet = True
    buku.create_sheet("Lain")["A1"] = "isi"
    buku.save(tmp_path / "formulir.xlsx")
    return tmp_path / "formulir.xlsx"


@pytest.mark.parametrize("jenis", ["xlsx", "ods", "xls"])
def test_ketikan_sampai(formulir: Path, tmp_path: Path, jenis: str) -> None:
    """What is typed stands in the saved file, whatever its format."""
    isi = {("Laporan", "A2"): 7.5, ("Laporan", "A3"): "kata", ("Laporan", "A5"): "ya"}
    hasil = uno_read(uno_fill(formulir, isi, tmp_path / f"k.{jenis}", jenis))["Laporan"]
    assert hasil == {"A1": "Realisasi", "A2": 7.5, "A3": "kata", "A5": "ya", "B2": 15.0}


def test_yang_berakhir_dimulai_lagi(formulir: Path) -> None:
    """A LibreOffice that crashed over a file costs no test: a new one opens it, locked or not."""
    isi = uno_read(formulir)
    (formulir.parent / f".~lock.{formulir.name}#").write_text(
        f",{getpass.getuser()},{socket.gethostname()},28.11.2026 10:00,file:///profil-lain;"
    )
    os.killpg(buka().soffice.pid, signal.SIGKILL)
    assert uno_read(formulir) == isi


def test_persen_dan_rumus(formulir: Path, tmp_path: Path) -> None:
    """A percentage becomes a formatted fraction, a formula its result."""
    isi = {("Laporan", "A2"): Persen(85), ("Laporan", "A3"): Rumus("=1/0")}
    hasil = uno_fill(formulir, isi, tmp_path / "k.xlsx")
    lembar = openpyxl.load_workbook(hasil)["Laporan"]
    assert (lembar["A2"].value, lembar["A2"].number_format) == (0.85, "0%")
    assert uno_read(hasil)["Laporan"]["A3"] == {"galat": 532}


@pytest.mark.parametrize(
    ("lembar", "sel", "nilai", "sebab"),
    [
        ("Laporan", "A1", "x", "locked"),
        ("Laporan", "A4", "x", "hidden row"),
        ("Laporan", "A5", "mungkin", "choices"),
        ("Tiada", "A1", "x", "no such sheet"),
    ],
)
def test_yang_tidak_dapat_diketik(
    formulir: Path, tmp_path: Path, lembar: str, sel: str, nilai: str, sebab: str
) -> None:
    """A locked, hidden or missing cell is refused, and nothing is saved."""
    with pytest.raises(LangkahDitolak, match=sebab):
        uno_fill(formulir, {(lembar, sel): nilai}, tmp_path / "k.xlsx")
    assert not (tmp_path / "k.xlsx").exists()


def test_langkah(formulir: Path, tmp_path: Path) -> None:
    """Rows, columns and sheets move as an officer moves them."""
    langkah = [
        {"op": "sisip_baris", "lembar": "Laporan", "baris": 1},
        {"op": "sisip_kolom", "lembar": "Laporan", "kolom": "A"},
        {"op": "gandakan", "lembar": "Laporan", "nama": "Salinan"},
        {"op": "ganti_nama", "lembar": "Laporan", "nama": "Sheet9"},
        {"op": "hapus_lembar", "lembar": "Lain"},
    ]
    hasil = uno_edit(formulir, langkah, tmp_path / "k.xlsx", "xlsx")
    buku = openpyxl.load_workbook(hasil)
    assert buku.sheetnames == ["Sheet9", "Salinan"]
    assert buku["Sheet9"]["B2"].value == "Realisasi"
    assert buku["Sheet9"].protection.sheet


def test_salin_sendiri(formulir: Path, tmp_path: Path) -> None:
    """One sheet goes alone into a new workbook."""
    langkah = [{"op": "salin_sendiri", "lembar": "Laporan"}]
    hasil = uno_edit(formulir, langkah, tmp_path / "k.xlsx", "xlsx")
    assert openpyxl.load_workbook(hasil).sheetnames == ["Laporan"]


def test_hitung_ulang_membuang_nilai_basi(tmp_path: Path) -> None:
    """A stale cached value stays unless recalculation is asked for."""
    import xlsxwriter

    with xlsxwriter.Workbook(tmp_path / "basi.xlsx") as buku:
        buku.add_worksheet("L").write_formula("A1", "=1+1", None, 42)
    assert uno_read(tmp_path / "basi.xlsx")["L"]["A1"] == 42
    hasil = soffice_convert(tmp_path / "basi.xlsx", "ods", tmp_path, hitung_ulang=True)
    assert uno_read(hasil)["L"]["A1"] == 2
