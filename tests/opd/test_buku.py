"""The referensi workbook in other programs: valid, printable, and the same after LibreOffice."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from openpyxl import load_workbook

from sopkinerja.contoh.opd import build_contoh
from sopkinerja.mandat.referensi import read_referensi, write_referensi
from sopkinerja.opd.buku import render_isi
from sopkinerja.opd.isi_buku import IsiReferensi, TabelReferensi
from sopkinerja.opd.model import Referensi
from sopkinerja.opd.tata import LEMBAR, UNIT
from tests.alat.libreoffice import soffice_convert
from tests.alat.skema import validasi
from tests.alat.telaah import lint
from tests.opd.kecil import build_kecil, resolve

ISI = pytest.mark.parametrize("isi", [None, build_kecil()], ids=["kosong", "terisi"])


@ISI
def test_lolos_lint(tmp_path: Path, isi: Referensi | None) -> None:
    assert lint(write_referensi(tmp_path / "referensi.xlsx", isi)) == []


@pytest.mark.validator
@ISI
def test_skema_sah(tmp_path: Path, isi: Referensi | None) -> None:
    assert validasi(write_referensi(tmp_path / "referensi.xlsx", isi)) == []


@pytest.mark.libreoffice
def test_disimpan_libreoffice_berkata_sama(tmp_path: Path) -> None:
    berkas = write_referensi(tmp_path / "referensi.xlsx", build_contoh())
    (tmp_path / "lain").mkdir()
    simpanan = soffice_convert(berkas, "xlsx", tmp_path / "lain")
    assert resolve(read_referensi(simpanan)[0]) == build_contoh()


def test_kolom_sesuai_perjanjian(tmp_path: Path) -> None:
    buku = load_workbook(write_referensi(tmp_path / "referensi.xlsx", None))
    assert buku.sheetnames == ["Petunjuk", "OPD", *(lembar.nama for lembar in LEMBAR)]
    judul = [sel.value for sel in buku["Mandat"][1]]
    assert judul == [
        "Tahun",
        "Jabatan",
        "Kode",
        "Sasaran",
        "Indikator",
        "Satuan",
        "Polaritas",
        "Konsolidasi",
        "Bobot",
        "Target Tahun",
        "TW I",
        "TW II",
        "TW III",
        "TW IV",
        "Induk",
        "Renstra",
        "Sub Kegiatan",
        "Realisasi Tahun Lalu",
        "Nilai Terburuk",
        "Data Menyusul",
        "Sumber Data",
        "Definisi",
        "Aspek",
        "Jenis",
    ]
    assert buku["Pegawai"]["A1"].comment is not None


def test_setiap_kolom_daftar_berpilihan(tmp_path: Path) -> None:
    buku = load_workbook(write_referensi(tmp_path / "referensi.xlsx", None))
    for lembar in LEMBAR:
        daftar = [
            str(v.sqref)
            for v in buku[lembar.nama].data_validations.dataValidation
            if v.type == "list"
        ]
        berdaftar = [k for k in lembar.kolom if k.sumber or k.kunci == "data_menyusul"]
        assert len(daftar) == len(berdaftar)


def test_daftar_sampai_ke_bawah_baris_terakhir() -> None:
    """Also in an office with thousands of rows, and the list holds all of their kode."""
    tabel = {
        isi.nama: TabelReferensi(
            isi.kolom, [[None] * len(isi.kolom)] * (2500 if isi is UNIT else 1)
        )
        for isi in LEMBAR
    }
    buku = load_workbook(io.BytesIO(render_isi(IsiReferensi({}, tabel))))
    for lembar in LEMBAR:
        for v in buku[lembar.nama].data_validations.dataValidation:
            assert str(v.sqref).endswith("3500"), (lembar.nama, str(v.sqref))
            assert "OFFSET" not in str(v.formula1) or "$3500)" in v.formula1
