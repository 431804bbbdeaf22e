"""Row heights of a report: a row is as tall as the longest of its wrapped texts."""

from __future__ import annotations

import datetime as dt
import io

import openpyxl
import pytest

from sopkinerja.cetak.gaya import Cetakan
from sopkinerja.cetak.tulis import build_buku

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
