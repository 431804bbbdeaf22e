"""What tetapkan leaves beside a faulty referensi, and takes away again."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import load_workbook

from sopkinerja.mulai import create_ruang
from sopkinerja.ruang import Ruang
from tests.alur.test_cli import jalankan
from tests.opd.kecil import build_kecil, write_rusak

PERIKSA = "Periksa_Referensi.xlsx"
TETAPKAN = ("tetapkan", "--tanggal", "2026-01-05")


@pytest.fixture
def ruang(tmp_path: Path) -> Ruang:
    satu = Ruang(tmp_path)
    create_ruang(satu, build_kecil())
    return satu


def test_periksa_ditulis_lalu_diganti_lalu_dihapus(ruang: Ruang) -> None:
    """As many rows as the terminal counts; what is mended is gone from the next one."""
    write_rusak(ruang.akar, "Jabatan!C4=Tenaga Ahli; Pegawai!E3=Orang")
    hasil = jalankan(ruang, *TETAPKAN)
    assert hasil.exit_code == 3
    ringkas = load_workbook(ruang.akar / PERIKSA).worksheets[0]["A2"].value
    assert ringkas.startswith("2 galat, ")
    assert f"referensi.xlsx: {ringkas} Lihat {PERIKSA}" in hasil.stdout
    write_rusak(ruang.akar, "")
    hasil = jalankan(ruang, *TETAPKAN)
    assert hasil.exit_code == 0
    ringkas = load_workbook(ruang.akar / PERIKSA).worksheets[0]["A2"].value
    assert "galat" not in ringkas
    lagi = jalankan(ruang, "status", "mandat", "--tanggal", "2026-01-05").stdout
    assert lagi.startswith("Mandat 2026 per "), "the same peringatan are told once"


def test_periksa_usang_dihapus(ruang: Ruang) -> None:
    bersih = build_kecil().model_copy(update={"mandat": (), "dpa": ()})
    write_rusak(ruang.akar, "Jabatan!C4=Tenaga Ahli", bersih)
    jalankan(ruang, *TETAPKAN)
    assert (ruang.akar / PERIKSA).exists()
    write_rusak(ruang.akar, "", bersih)
    hasil = jalankan(ruang, "status", "mandat", "--tanggal", "2026-01-05")
    assert f"{PERIKSA} dihapus" in hasil.stdout
    assert not (ruang.akar / PERIKSA).exists()


def test_uji_coba_dan_json_tidak_menulis_periksa(ruang: Ruang) -> None:
    write_rusak(ruang.akar, "Jabatan!C4=Tenaga Ahli")
    jalankan(ruang, *TETAPKAN, "--uji-coba")
    jalankan(ruang, "status", "mandat", "--json", "--tanggal", "2026-01-05")
    assert not (ruang.akar / PERIKSA).exists()


def test_periksa_yang_tak_dapat_ditulis_tidak_menghentikan(ruang: Ruang) -> None:
    (ruang.akar / PERIKSA).mkdir()
    hasil = jalankan(ruang, *TETAPKAN)
    assert hasil.exit_code == 0
    assert f"{PERIKSA} tidak dapat ditulis" in hasil.stderr


def test_referensi_yang_terbuka_dikatakan(ruang: Ruang) -> None:
    """What isn't saved yet isn't seen: said, and no reason to stop."""
    (ruang.akar / "~$referensi.xlsx").write_bytes(b"\x04Sari")
    hasil = jalankan(ruang, *TETAPKAN)
    assert hasil.exit_code == 0
    assert "sedang terbuka di Excel oleh Sari" in hasil.stderr
    assert "terakhir disimpan" in hasil.stderr
