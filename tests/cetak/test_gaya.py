"""The house style: typed writes that fail loudly, numbers as Indonesians read them, safe names."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from pathlib import Path

import openpyxl
import pytest

from sopkinerja.cetak.gaya import (
    Cetakan,
    TulisGagal,
    build_format_angka,
    build_kaki,
    build_nama_lembar,
    clean_teks,
)
from sopkinerja.cetak.tabel import KolomCetak, write_tabel
from sopkinerja.cetak.tata import Kop, Penandatangan, write_kop, write_pengesahan
from sopkinerja.cetak.tulis import build_buku
from sopkinerja.lembar.huruf import TINGGI_MAKS, count_baris, measure_tinggi

CETAKAN = Cetakan(False, 2, dt.datetime(2026, 4, 15, 14, 5), 55, 60, 1)


@pytest.mark.parametrize(
    ("nilai", "format_angka"),
    [
        (10, "[$-421]#,##0_)"),
        (10.0, "[$-421]#,##0_)"),
        (1234.5, "[$-421]#,##0.0_)"),
        (0.0101, "[$-421]#,##0.0000_)"),
        (-0.25, "[$-421]#,##0.00_)"),
        (0.1 + 0.2, "[$-421]#,##0.0_)"),
        (1234567890123.45, "[$-421]#,##0.00_)"),
        (1e12 + 0.1, "[$-421]#,##0.0_)"),
        (98765432109876.5, "[$-421]#,##0.0_)"),
        (1e12, "[$-421]#,##0_)"),
        (1e12 / 3, "[$-421]#,##0.000_)"),
        (1e21, "[$-421]#,##0_)"),
        (0.0000004, "[$-421]#,##0.000000_)"),
        (1 / 3, "[$-421]#,##0.333333_)".replace("333333", "000000")),
    ],
)
def test_format_menurut_desimal(nilai: float, format_angka: str) -> None:
    assert build_format_angka(nilai) == format_angka


def test_teks_dibersihkan() -> None:
    assert clean_teks("a\x00b\x07\r\nc\rd\ufffe\ud800") == "ab\nc\nd"
    panjang = clean_teks("😀" * 20_000)
    assert len(panjang.encode("utf-16-le")) // 2 <= 32_767
    assert panjang.endswith(" … (dipotong)")


def test_nama_lembar() -> None:
    assert build_nama_lembar("Bidang A/B: [x]?*") == "Bidang A-B- -x---"
    assert build_nama_lembar("'") == "Lembar"
    assert build_nama_lembar("history") == "Lembar history"
    panjang = "UPT Pengujian dan Sertifikasi Mutu Barang"
    satu = build_nama_lembar(panjang)
    dua = build_nama_lembar(panjang, [satu.casefold()])
    assert (len(satu), len(dua)) == (31, 31)
    assert dua.endswith(" (2)")


def test_kaki_muat() -> None:
    assert len(build_kaki(CETAKAN)) < 255
    assert "&8 SEMENTARA · cetakan ke-2" in build_kaki(CETAKAN)


def test_tulis_menurut_jenis() -> None:
    isi = io.BytesIO()
    with build_buku(isi, CETAKAN, "Uji") as buku:
        lembar = buku.build_lembar("Uji")
        lembar.write_baris(0, ("=1+1", 12, 1.5, dt.date(2026, 1, 2), True, None, "", "0012"), "sel")
    baris = next(openpyxl.load_workbook(isi)["Uji"].iter_rows())
    assert [s.value for s in baris[:3]] == ["=1+1", 12, 1.5]
    assert [s.data_type for s in baris] == ["s", "n", "n", "d", "s", "n", "n", "s"]
    assert baris[4].value == "ya"


def test_gagal_tulis_tidak_diam() -> None:
    buku = build_buku(io.BytesIO(), CETAKAN, "Uji")
    with pytest.raises(TulisGagal):
        buku.build_lembar("Uji").write(2_000_000, 0, "di luar lembar")
    with pytest.raises(TulisGagal):
        buku.build_lembar("Uji dua").write(0, 20_000, 1.0)


def test_gagal_di_tengah_tidak_menyisakan_berkas(tmp_path: Path) -> None:
    def _gagal() -> None:
        with build_buku(tmp_path / "a.xlsx", CETAKAN, "Uji") as buku:
            buku.build_lembar("Uji").write(2_000_000, 0, "salah")

    with pytest.raises(TulisGagal):
        _gagal()
    assert list(tmp_path.iterdir()) == []


def test_rumus_kosong_bernilai_teks_kosong() -> None:
    isi = io.BytesIO()
    with build_buku(isi, CETAKAN, "Uji") as buku:
        lembar = buku.build_lembar("Uji")
        lembar.write_rumus(0, 0, '=IF(TRUE,"","")', None)
        lembar.write_rumus(1, 0, "=0*1", 0.0)
    xml = zipfile.ZipFile(isi).read("xl/worksheets/sheet1.xml").decode()
    assert 't="str"><f>IF(TRUE,"","")</f><v></v>' in xml
    assert "<f>0*1</f><v>0.0</v>" in xml


def test_tinggi_baris_mengikuti_lipatan() -> None:
    assert count_baris("pendek", 20, 9) == 1
    assert count_baris("satu\ndua", 20, 9) == 2
    assert count_baris("kata " * 40, 20, 9) >= 8
    assert count_baris("x" * 100, 10, 9) > 8
    assert measure_tinggi(100, 9) == TINGGI_MAKS


def test_tabel_kop_dan_pengesahan() -> None:
    isi = io.BytesIO()
    with build_buku(isi, CETAKAN, "Uji", "Dinas") as buku:
        lembar = buku.build_lembar("Uji")
        kolom = (KolomCetak("No", 5), KolomCetak("Teks", 30), KolomCetak("Nilai", 10, ("persen",)))
        baris = write_kop(lembar, Kop("Pemerintah Contoh", "Dinas Contoh", "Jalan 1"), 2)
        baris = write_tabel(lembar, kolom, [(1, "a " * 60, 93.756)], baris=baris)
        write_pengesahan(
            lembar,
            Penandatangan("Disusun oleh,", "Kasubag", "Nama Satu", "Penata (III/c)", "1980"),
            Penandatangan("Mengetahui,", "Kepala Dinas", "Nama Dua"),
            baris=baris + 1,
            kolom_kiri=(0, 1),
            kolom_kanan=(2, 2),
            tempat_tanggal="Palu, 15 April 2026",
        )
        lembar.apply_halaman()
    lembar = openpyxl.load_workbook(isi)["Uji"]
    teks = [s.value for b in lembar.iter_rows() for s in b if s.value is not None]
    assert teks[:3] == ["PEMERINTAH CONTOH", "DINAS CONTOH", "Jalan 1"]
    assert "NIP. 1980" in teks
    assert lembar.row_dimensions[6].height > 20
    assert lembar.page_setup.orientation == "landscape"
