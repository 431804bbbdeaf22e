"""What the year before leaves open, on paper: valid, uncut, every word of it."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from openpyxl import load_workbook

from sopkinerja.agenda.agenda import Agenda
from sopkinerja.laporan.model import BarisTindakLanjut
from sopkinerja.ruang import Ruang, build_waktu
from sopkinerja.triwulan.terbuka_buku import write_terbuka
from tests.alat.cetak import check_cetak
from tests.alat.skema import validasi
from tests.alat.telaah import lint
from tests.alur.kecil import build_referensi

PANJANG = (
    "Menyusun jadwal pembinaan bersama kabupaten/kota dan menetapkan penanggung jawabnya. " * 4
)
TERBUKA = {
    "BID-01": (
        BarisTindakLanjut(
            kunci="a", asal="Rekomendasi TW III", kode="BID-01.01", uraian=PANJANG.strip()
        ),
        BarisTindakLanjut(
            kunci="b", asal="Keputusan Rapat Monev TW IV", uraian="=SUM(A1) bukan rumus",
            penanggung_jawab="Kepala Bidang Contoh", tenggat=dt.date(2027, 2, 26),
        ),
    ),
    "STF-01": (BarisTindakLanjut(kunci="c", asal="Rekomendasi TW I", uraian="Memperbarui data"),),
}  # fmt: skip


def write_contoh(folder: Path) -> Path:
    ruang, waktu = Ruang(folder), build_waktu(dt.date(2027, 1, 6))
    Agenda.create(ruang.berkas_agenda)
    with Agenda(ruang.berkas_agenda) as agenda:
        return write_terbuka(ruang, agenda, build_referensi(()), TERBUKA, 2027, waktu)


def test_semua_terdaftar(tmp_path: Path) -> None:
    berkas = write_contoh(tmp_path)
    assert berkas.relative_to(tmp_path).as_posix() == "outbox/2027/Tindak_Lanjut_2026.xlsx"
    isi = [b for b in load_workbook(berkas).active.iter_rows(min_row=5, values_only=True) if b[0]]
    assert [(b[1], b[2], b[5]) for b in isi] == [
        ("BID-01", "Kepala Bidang Contoh", PANJANG.strip()),
        ("BID-01", "Kepala Bidang Contoh", "=SUM(A1) bukan rumus"),
        ("STF-01", "Pengelola Data", "Memperbarui data"),
    ]
    assert isi[1][6:] == ("Kepala Bidang Contoh", "26 Februari 2027")
    assert lint(berkas) == []


@pytest.mark.validator
def test_skema_sah(tmp_path: Path) -> None:
    assert validasi(write_contoh(tmp_path)) == []


@pytest.mark.libreoffice
def test_tidak_ada_yang_terpotong_di_kertas(tmp_path: Path) -> None:
    assert check_cetak(write_contoh(tmp_path)) == []
