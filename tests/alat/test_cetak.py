"""What a reader would miss on paper is named: cut texts, empty pages, lonely rows."""

from pathlib import Path

import pytest
import xlsxwriter
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from tests.alat import check_cetak

pytestmark = [pytest.mark.libreoffice, pytest.mark.poppler]
PANJANG = "Pelaksanaan kegiatan mundur karena dokumen anggaran baru disahkan akhir Januari"


def _buku(tmp_path: Path) -> Workbook:
    """A workbook in a font that every test machine has a metric equal of."""
    huruf = {"font_name": "Arial", "font_size": 10}
    return xlsxwriter.Workbook(tmp_path / "b.xlsx", {"default_format_properties": huruf})


def _lembar(buku: Workbook, nama: str = "Laporan") -> Worksheet:
    lembar = buku.add_worksheet(nama)
    lembar.fit_to_pages(1, 0)
    lembar.repeat_rows(0)
    lembar.set_column(0, 1, 12)
    lembar.write_row(0, 0, ["Kode", "Indikator", "Hambatan"])
    return lembar


def test_yang_baik_lolos(tmp_path: Path) -> None:
    """Two pages of rows, high enough, and a short sheet."""
    with _buku(tmp_path) as buku:
        lembar = _lembar(buku)
        bungkus = buku.add_format({"text_wrap": True})
        lembar.set_column(2, 2, 30)
        for baris in range(1, 70):
            lembar.set_row(baris, 42)
            lembar.write_row(baris, 0, [f"K.{baris:02d}", "Nilai ekspor"])
            lembar.write_string(baris, 2, PANJANG, bungkus)
        _lembar(buku, "Pendek").write_row(1, 0, ["K.01", "sendirian"])
    assert check_cetak(tmp_path / "b.xlsx") == []


def test_baris_terlalu_rendah(tmp_path: Path) -> None:
    """Wrapped text in a low row."""
    with _buku(tmp_path) as buku:
        lembar = _lembar(buku)
        lembar.set_row(1, 15)
        lembar.write_string(1, 2, PANJANG, buku.add_format({"text_wrap": True}))
    galat = check_cetak(tmp_path / "b.xlsx")
    assert galat[0].startswith("Laporan!C2: cut in print, row too low")
    assert [g for g in galat[1:] if "not whole in print" not in g] == []


def test_tetangga_terisi(tmp_path: Path) -> None:
    """A long text is cut by its filled neighbour, not by an empty one."""
    with _buku(tmp_path) as buku:
        lembar = _lembar(buku)
        lembar.write_row(1, 0, [PANJANG, "terisi"])
        lembar.write_row(2, 0, [PANJANG[:30]])
    galat = check_cetak(tmp_path / "b.xlsx")
    assert galat[0].startswith("Laporan!A2: cut in print, too narrow")
    assert [g for g in galat[1:] if "not whole in print" not in g] == []


def test_gabungan_terlalu_sempit(tmp_path: Path) -> None:
    """A merged cell that holds less than its text."""
    with _buku(tmp_path) as buku:
        bungkus = buku.add_format({"text_wrap": True})
        _lembar(buku).merge_range("A3:B3", PANJANG, bungkus)
    galat = check_cetak(tmp_path / "b.xlsx")
    assert galat[0].startswith("Laporan!A3: cut in print, merged cells too low")
    assert [g for g in galat[1:] if "not whole in print" not in g] == []


def test_angka_tidak_muat(tmp_path: Path) -> None:
    """A number too wide for its column prints as ###."""
    with _buku(tmp_path) as buku:
        lembar = _lembar(buku)
        lembar.set_column(1, 1, 3)
        lembar.write_row(0, 0, ["K", "I", "H"])
        lembar.write_number(1, 1, 59036002845, buku.add_format({"num_format": "#,##0"}))
    assert check_cetak(tmp_path / "b.xlsx") == ["page 1: ###"]


def test_halaman_hampir_kosong(tmp_path: Path) -> None:
    """A page with one row before the last, and a last page that holds nothing."""
    with _buku(tmp_path) as buku:
        lembar = _lembar(buku)
        for baris in range(1, 10):
            lembar.write_row(baris, 0, [f"K.{baris:02d}", "isi"])
        lembar.set_h_pagebreaks([2, 10])
        garis = buku.add_format({"border": 1})
        lembar.write_blank(12, 0, None, garis)
    assert check_cetak(tmp_path / "b.xlsx") == [
        "Laporan: its page 1 of 3 holds 1 rows",
        "Laporan: its page 3 of 3 holds nothing",
    ]


def test_tanpa_fit_to_pages(tmp_path: Path) -> None:
    """A sheet left to chance."""
    with _buku(tmp_path) as buku:
        buku.add_worksheet("Catatan").write_string(0, 0, "isi")
    assert check_cetak(tmp_path / "b.xlsx") == ["Catatan: fit-to-pages is missing"]
