"""A workbook broken on purpose is caught: by the schema validator or by our lint."""

import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
import xlsxwriter

from tests.alat import lint, validasi


@pytest.fixture
def bersih(tmp_path: Path) -> Path:
    """A small clean workbook with a list, a merge, a formula and an inner link."""
    path = tmp_path / "bersih.xlsx"
    with xlsxwriter.Workbook(path) as buku:
        lembar = buku.add_worksheet("Laporan")
        lembar.fit_to_pages(1, 0)
        lembar.write_string("A1", "Realisasi")
        lembar.write_string("B1", "Capaian")
        lembar.write_number("A2", 5)
        lembar.write_formula("B2", "=A2*20", None, 100)
        lembar.merge_range("A4:B5", "gabung")
        lembar.write_url("A7", "internal:Laporan!A1", string="ke atas")
        lembar.data_validation("A2", {"validate": "list", "source": ["ya", "tidak"]})
        buku.define_name("nilai", "=Laporan!$A$2")
    return path


def _ubah(path: Path, bagian: str, ubah: Callable[[str], str]) -> Path:
    """The same workbook with one part's text changed."""
    hasil = path.with_name("rusak.xlsx")
    with zipfile.ZipFile(path) as asal, zipfile.ZipFile(hasil, "w") as tujuan:
        for nama in asal.namelist():
            isi = asal.read(nama)
            if nama == bagian:
                baru = ubah(isi.decode())
                assert baru != isi.decode(), "nothing was changed"
                isi = baru.encode()
            tujuan.writestr(nama, isi)
    return hasil


LEMBAR, BUKU = "xl/worksheets/sheet1.xml", "xl/workbook.xml"
KASUS = [
    (LEMBAR, '<row r="4"', '<row r="1"', "row 1 after row 2"),
    (LEMBAR, '<c r="B1"', '<c r="A1"', "A1 stands twice"),
    (LEMBAR, '<c r="A2"', '<c r="C2"', "B2 is out of order"),
    (LEMBAR, '<c r="A2"', '<c r="A3"', "A3 stands in row 2"),
    (LEMBAR, '<mergeCell ref="A4:B5"/>', '<mergeCell ref="A4:B5"/><mergeCell ref="B5:C6"/>',
     "A4:B5 and B5:C6 overlap"),
    (LEMBAR, "<v>100</v>", "", "formula without its value"),
    (LEMBAR, '<c r="B2"><f>A2*20</f><v>100</v>', '<c r="B2" t="e"><f>A2*20</f><v>#N/A</v>',
     "error value #N/A"),
    (LEMBAR, "A2*20", "#REF!*20", "broken formula"),
    (LEMBAR, "A2*20", "[1]Data!A1", "reaches outside"),
    (LEMBAR, "A2*20", "cmd|' /C calc'!A0", "reaches outside"),
    (LEMBAR, "A2*20", "Hilang!A1", "sheet hilang"),
    (LEMBAR, '<pageSetUpPr fitToPage="1"/>', "", "fit_to_pages is missing"),
    (LEMBAR, "<dataValidation ", f'<dataValidation prompt="{"p" * 256}" ', "prompt of 256"),
    (LEMBAR, "<dataValidation ", f'<dataValidation promptTitle="{"p" * 33}" ', "promptTitle of 33"),
    (LEMBAR, '"ya,tidak"', f'"{"x" * 256}"', "list of 256"),
    (LEMBAR, 'location="Laporan!A1"', 'location="Hilang!A1"', "link to no sheet"),
    (LEMBAR, "<v>0</v>", "<v>99</v>", "shared string 99"),
    (LEMBAR, '<row r="4"', '<row r="4" ht="500" customHeight="1"', "409.5"),
    (BUKU, "Laporan!$A$2", "#REF!", "name nilai is broken"),
    (BUKU, "Laporan!$A$2", "Hilang!$A$2", "points to no sheet"),
    (BUKU, 'name="Laporan"', f'name="{"L" * 32}"', "not a name"),
    (BUKU, 'sheetId="1" ', 'sheetId="1" state="hidden" ', "active tab 0"),
]  # fmt: skip


def test_yang_bersih_lolos(bersih: Path) -> None:
    """A clean workbook has nothing to complain of."""
    assert lint(bersih) == []


@pytest.mark.parametrize(("bagian", "lama", "baru", "keluhan"), KASUS)
def test_yang_rusak_tertangkap(
    bersih: Path, bagian: str, lama: str, baru: str, keluhan: str
) -> None:
    """Each fault is named."""
    rusak = _ubah(bersih, bagian, lambda isi: isi.replace(lama, baru, 1))
    assert any(re.search(re.escape(keluhan), g) for g in lint(rusak)), lint(rusak)


def test_tautan_keluar(tmp_path: Path) -> None:
    """A link to the outside is named with its target."""
    with xlsxwriter.Workbook(tmp_path / "t.xlsx") as buku:
        lembar = buku.add_worksheet("L")
        lembar.fit_to_pages(1, 0)
        lembar.write_url("A1", "https://contoh.invalid/")
    assert lint(tmp_path / "t.xlsx") == ["L: a link to the outside: https://contoh.invalid/"]


def test_dua_tab_terpilih(tmp_path: Path) -> None:
    """Two selected tabs make Excel type into both."""
    with xlsxwriter.Workbook(tmp_path / "t.xlsx") as buku:
        for nama in ("A", "B"):
            lembar = buku.add_worksheet(nama)
            lembar.fit_to_pages(1, 0)
            lembar.select()
    assert lint(tmp_path / "t.xlsx") == ["more than one selected tab: A, B"]


def test_rumus_asing(bersih: Path) -> None:
    """Told which formulas are ours, the lint names every other."""
    assert lint(bersih, rumus_boleh=lambda lembar, sel, rumus: rumus == "A2*20") == []
    galat = lint(bersih, rumus_boleh=lambda lembar, sel, rumus: False)
    assert galat == ["Laporan: B2: a formula that isn't ours: A2*20"]


@pytest.mark.validator
def test_validasi(bersih: Path) -> None:
    """The schema validator passes the clean workbook and names a wrong element."""
    assert validasi(bersih) == []
    rusak = _ubah(bersih, LEMBAR, lambda isi: isi.replace("<sheetData>", "<asing/><sheetData>"))
    assert "asing" in " ".join(validasi(rusak))
