"""Row heights of a report: a row is as tall as the longest of its wrapped texts."""

from __future__ import annotations

import datetime as dt
import io
from pathlib import Path

import openpyxl
import pytest

from sopkinerja.cetak.gaya import Cetakan
from sopkinerja.cetak.tulis import build_buku
from tests.alat import soffice_convert
from tests.alat.cetak import print_buku, read_awal
from tests.cetakan.kertas import read_nisbah

CETAKAN = Cetakan(False, 2, dt.datetime(2026, 4, 15, 14, 5), 55, 60, 1)
PANJANG = "kata " * 40


@pytest.mark.parametrize("isi", [("pendek", PANJANG), (PANJANG, "pendek")])
def test_baris_setinggi_teks_terpanjang(isi: tuple[str, str]) -> None:
    hasil = io.BytesIO()
    with build_buku(hasil, CETAKAN, "Uji") as buku:
        lembar = buku.build_lembar("Uji")
        lembar.apply_lebar(20, 20)
        lembar.write_baris(0, isi, "teks", "lipat")
        lembar.write_baris(1, (PANJANG, PANJANG), "teks", "lipat")
        lembar.write_baris(2, ("pendek", "pendek"), "teks", "lipat")
    tinggi = [openpyxl.load_workbook(hasil)["Uji"].row_dimensions[n].height for n in (1, 2, 3)]
    assert tinggi[0] == tinggi[1] > tinggi[2] * 4


@pytest.mark.parametrize(
    "teks", ["<r>tulisan</r>", "<r><t>5</t></r>", "<r>&</c></row></r>", "_x0041_"]
)
def test_teks_yang_seperti_xml_tetap_teks(teks: str) -> None:
    """What an officer types never becomes part of the workbook's own XML."""
    hasil = io.BytesIO()
    with build_buku(hasil, CETAKAN, "Uji") as buku:
        buku.build_lembar("Uji").write(0, 0, teks, "teks")
    sel = openpyxl.load_workbook(hasil)["Uji"]["A1"].value
    assert str(sel).strip() == teks


@pytest.mark.libreoffice
@pytest.mark.poppler
def test_lembar_di_luar_cetak(tmp_path: Path) -> None:
    """It is there on screen, and no page shows it; the sheets around it are printed whole."""
    with build_buku(tmp_path / "uji.xlsx", CETAKAN, "Uji") as buku:
        for nama in ("Depan", "Teknis", "Belakang"):
            lembar = buku.build_lembar(nama, dicetak=nama != "Teknis")
            lembar.write_baris(0, (nama, 7), "teks")
            lembar.apply_halaman()
    ada = openpyxl.load_workbook(tmp_path / "uji.xlsx")["Teknis"]
    assert (ada.sheet_state, ada["A1"].value, ada["B1"].value) == ("visible", "Teknis", 7)
    pdf = soffice_convert(tmp_path / "uji.xlsx", "pdf", tmp_path)
    assert read_awal(pdf) == {"Depan": 1, "Belakang": 2}


@pytest.mark.libreoffice
@pytest.mark.poppler
def test_kaki_terbaca_pada_lembar_lebar(tmp_path: Path) -> None:
    """Wider than the paper, the sheet is printed small; its footer isn't."""
    with build_buku(tmp_path / "uji.xlsx", CETAKAN, "Uji") as buku:
        for nama, banyak in (("Sempit", 8), ("Lebar", 12), ("Dua", 18)):
            lembar = buku.build_lembar(nama)
            lembar.apply_lebar(*[20] * banyak)
            lembar.write_baris(0, ["isi"] * banyak, "sel")
            lembar.apply_halaman(lebar=2 if nama == "Dua" else 1)
    for halaman in print_buku(tmp_path / "uji.xlsx").halaman:
        kaki = [tinggi for kata, tinggi in halaman.kata if kata == "SEMENTARA"]
        assert kaki[0] >= 7 * read_nisbah()
