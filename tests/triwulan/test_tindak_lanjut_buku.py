"""What a year has to follow up, on paper: valid, uncut, every word of it."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from openpyxl import load_workbook

from sopkinerja.istilah import KeadaanTindak
from sopkinerja.laporan.model import BarisTindakLanjut
from sopkinerja.matriks.model import TindakDitanya
from sopkinerja.renaksi.model import IsianTindak
from sopkinerja.ruang import build_waktu
from sopkinerja.triwulan.tindak_lanjut_buku import render_daftar_tindak
from tests.alat.cetak import check_cetak
from tests.alat.skema import validasi
from tests.alat.telaah import lint

PANJANG = (
    "Menyusun jadwal pembinaan bersama kabupaten/kota dan menetapkan penanggung jawabnya. " * 4
)
NAMA = {"BID-01": "Kepala Bidang Contoh", "STF-01": "Pengelola Data"}


def build_tindak(
    jabatan: str, kunci: str, keadaan: str = "", tenggat: dt.date | None = None, uraian: str = "x"
) -> TindakDitanya:
    """One of them; its answer has a note."""
    baris = BarisTindakLanjut(
        kunci=kunci, asal="Rekomendasi TW I", kode=f"{jabatan}.01", uraian=uraian, tenggat=tenggat,
        penanggung_jawab=NAMA[jabatan],
    )  # fmt: skip
    isian = IsianTindak(kunci=kunci, keadaan=KeadaanTindak(keadaan or "belum"), catatan="Menunggu")
    return TindakDitanya(jabatan, baris, isian if keadaan else None)


SEMUA = (
    build_tindak("BID-01", "a", "selesai", dt.date(2026, 5, 4), "=SUM(A1) bukan rumus"),
    build_tindak("BID-01", "b", "berjalan", dt.date(2027, 2, 26)),
    build_tindak("BID-01", "c", "berjalan", dt.date(2026, 5, 4), PANJANG.strip()),
    build_tindak("STF-01", "d", "belum"),
    build_tindak("STF-01", "e", tenggat=dt.date(2027, 1, 6)),
    build_tindak("STF-01", "f", tenggat=dt.date(2027, 1, 5)),
)


def write_contoh(folder: Path) -> Path:
    berkas = folder / "Tindak_Lanjut_2026.xlsx"
    waktu = build_waktu(dt.date(2027, 1, 6))
    berkas.write_bytes(render_daftar_tindak(SEMUA, NAMA, 2026, waktu, "Dinas Contoh"))
    return berkas


def test_yang_lewat_tenggat_dahulu_yang_selesai_terakhir(tmp_path: Path) -> None:
    berkas = write_contoh(tmp_path)
    semua = list(load_workbook(berkas).active.iter_rows(values_only=True))
    isi = [b for b in semua[4:] if b[0]]
    assert [(b[1], b[2], b[3], b[9] or "") for b in isi] == [
        ("lewat tenggat", "4 Mei 2026", "BID-01", "berjalan: Menunggu"),
        ("lewat tenggat", "5 Januari 2027", "STF-01", ""),
        ("belum ada kabar", "6 Januari 2027", "STF-01", ""),
        ("belum", None, "STF-01", "Menunggu"),
        ("berjalan", "26 Februari 2027", "BID-01", "Menunggu"),
        ("selesai", "4 Mei 2026", "BID-01", "Menunggu"),
    ]
    assert [b[6] for b in isi][::5] == [PANJANG.strip(), "=SUM(A1) bukan rumus"]
    ringkas = "6 tindak lanjut: 2 lewat tenggat, 1 belum ada kabar, 1 belum, 1 berjalan, 1 selesai"
    assert any(ringkas in str(b[0]) for b in semua[:4])
    assert lint(berkas) == []


@pytest.mark.validator
def test_skema_sah(tmp_path: Path) -> None:
    assert validasi(write_contoh(tmp_path)) == []


@pytest.mark.libreoffice
def test_tidak_ada_yang_terpotong_di_kertas(tmp_path: Path) -> None:
    assert check_cetak(write_contoh(tmp_path)) == []
