"""How small a sheet is printed: as reckoned before it is written, so it is by LibreOffice."""

from __future__ import annotations

from pathlib import Path

import pytest
import xlsxwriter

from sopkinerja.cetak.halaman import HURUF_CETAK, TataHalaman
from sopkinerja.cetak.lebar import UKURAN, fit_lebar
from tests.alat.cetak import print_buku
from tests.cetakan.kertas import measure_huruf
from tests.laporan.tabel import read_tabel

HURUF = 10.0
ARIAL = {"font_name": "Arial", "font_size": HURUF}
CETAK = read_tabel("""
| kasus                         | kolom                     | halaman | ulang |
|-------------------------------|---------------------------|---------|-------|
| muat                          | 10*20                     | 1       |       |
| sedikit lebih                 | 10*30                     | 1       |       |
| lebih kecil dari yang terbaca | 20*30                     | 1       |       |
| dua halaman                   | 10*36                     | 2       |       |
| kolom tak dibelah             | 95, 95, 95                | 2       |       |
| kolom pertama diulang         | 30, 10*36                 | 2       | 0     |
| kolom kedua diulang           | 24, 14, 24, 9, 22*12      | 2       | 1     |
""")


def read_lebar(teks: str) -> list[float]:
    """`24, 2*10` is one column of 24 characters and two of 10."""
    kolom = [bagian.strip().split("*") for bagian in teks.split(",")]
    return [float(k[-1]) for k in kolom for _ in range(int(k[0]) if len(k) > 1 else 1)]


@pytest.mark.parametrize("baris", CETAK, ids=lambda b: b["kasus"])
def test_skala_seperti_dicetak_libreoffice(baris: dict[str, str], tmp_path: Path) -> None:
    lebar = read_lebar(baris["kolom"])
    ulang = (int(baris["ulang"]), int(baris["ulang"])) if baris["ulang"] else None
    halaman = TataHalaman(kolom_ulang=ulang, lebar=int(baris["halaman"]))
    path = tmp_path / "a.xlsx"
    with xlsxwriter.Workbook(path, {"default_format_properties": ARIAL}) as buku:
        huruf = buku.add_format(ARIAL)
        lembar = buku.add_worksheet()
        for nomor, w in enumerate(lebar):
            lembar.set_column(nomor, nomor, w)
            lembar.write_string(0, nomor, "Kata", huruf)
        halaman.apply(lembar)
    tercetak = print_buku(path).halaman
    assert len(tercetak) == halaman.lebar
    ukuran, _ = measure_huruf(tercetak[0])
    assert ukuran / HURUF == pytest.approx(halaman.measure_skala(lebar), abs=0.011)


LUWES = read_tabel("""
| kasus                        | kolom        | halaman | luwes | hasil        |
|------------------------------|--------------|---------|-------|--------------|
| muat apa adanya              | 30, 60       | 1       | 1     | 30, 60       |
| yang berisi kata menyempit   | 80, 100      | 1       | 1     | 80, 97       |
| tak ada yang boleh menyempit | 80, 100      | 1       |       | 80, 100      |
| paling banyak sepertiga      | 100, 300     | 1       | 1     | 100, 198     |
""")


@pytest.mark.parametrize("baris", LUWES, ids=lambda b: b["kasus"])
def test_kolom_kata_menyempit_sampai_terbaca(baris: dict[str, str]) -> None:
    lebar, luwes = read_lebar(baris["kolom"]), [int(x) for x in baris["luwes"].split()]
    hasil = fit_lebar(lebar, luwes, TataHalaman(lebar=int(baris["halaman"])))
    assert hasil == pytest.approx(read_lebar(baris["hasil"]))


def test_sesudah_menyempit_terbaca() -> None:
    halaman = TataHalaman(kolom_ulang=(1, 1), lebar=2)
    lebar = [24.0, 14.0, 24.0, *[10.8] * 24, 18.0]
    assert halaman.measure_skala(lebar) * UKURAN < HURUF_CETAK
    assert halaman.measure_skala(fit_lebar(lebar, (0, 2, 27), halaman)) * UKURAN >= HURUF_CETAK
