"""The workbook: a table to filter with links that lead on, progress by name, reminders; texts stay texts."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from sopkinerja.papan.buku import render_buku
from sopkinerja.papan.model import PapanCetak
from sopkinerja.tulisan import WITA
from tests.alat.cetak import check_cetak
from tests.alat.skema import validasi
from tests.alat.telaah import lint
from tests.papan.contoh_papan import build_contoh_papan

WAKTU = dt.datetime(2026, 4, 10, 12, tzinfo=WITA)


def tulis(folder: Path, papan: PapanCetak) -> Path:
    berkas = folder / "Status_TW1_2026.xlsx"
    berkas.write_bytes(render_buku(papan, WAKTU))
    return berkas


def read_kolom(ws: Worksheet, judul: str) -> list[object]:
    """The cells below a heading."""
    kepala = next(c for baris in ws.iter_rows() for c in baris if c.value == judul)
    return [b[0].value for b in ws.iter_rows(kepala.row + 1, None, kepala.column, kepala.column)]


def test_baris_sama_dengan_laman(tmp_path: Path) -> None:
    buku = openpyxl.load_workbook(tulis(tmp_path, build_contoh_papan()))
    assert buku.sheetnames == ["Status", "Kemajuan", "Pengingat"]
    status = buku["Status"]
    papan = build_contoh_papan()
    satu = openpyxl.load_workbook(tulis(tmp_path, papan._replace(baris=papan.baris[:1])))
    assert satu.sheetnames == ["Status", "Pengingat"]
    assert read_kolom(status, "Kode Jabatan") == ["SET-01", "DAG-01", "DAG"]
    assert read_kolom(status, "Keadaan") == [
        "belum kembali, terlambat", "dalam perbaikan", "diterima",
    ]  # fmt: skip
    assert read_kolom(status, "Terlambat (hari kerja)") == [2, None, None]
    assert read_kolom(status, "Yang Harus Diperbaiki")[1] == "Realisasi belum diisi"
    assert status.freeze_panes == "A7"
    assert status.auto_filter.ref == "A6:J9"
    assert status.print_title_rows == "$6:$6"
    assert read_kolom(buku["Kemajuan"], "Belum Selesai")[:2] == [
        "Pegawai SET-01 (Jabatan SET-01): belum kembali, terlambat",
        "Pegawai DAG-01 (Jabatan DAG-01): dalam perbaikan",
    ]
    kepala = [c.value for b in buku["Pengingat"].iter_rows() for c in b]
    assert "Telepon" not in kepala, "the copy to pass on has no such column"


def test_tautan(tmp_path: Path) -> None:
    """The Kasubag's own copy leads to the correction form, to WhatsApp and to mail."""
    papan = build_contoh_papan("x")
    perbaikan = papan.baris[1]._replace(tautan="perbaikan/DAG-01%20a.xlsx")
    papan = papan._replace(baris=(papan.baris[0], perbaikan, papan.baris[2]))
    berkas = tulis(tmp_path, papan)
    buku = openpyxl.load_workbook(berkas)
    tuju = {
        c.hyperlink.target.replace("\\", "/")
        for ws in buku
        for b in ws.iter_rows()
        for c in b
        if c.hyperlink
    }
    assert tuju == {
        "perbaikan/DAG-01%20a.xlsx", "https://wa.me/62812?text=x", "https://wa.me/?text=x",
        "mailto:a@b.id",
    }  # fmt: skip
    luar = [g for g in lint(berkas) if "a link to the outside" not in g]
    assert luar == [], "only the Kasubag's own copy leads outside, and only there"
    assert lint(tulis(tmp_path, build_contoh_papan())) == []


@pytest.mark.parametrize(
    "teks", ["=1+1", '=HYPERLINK("http://x")', "@SUM(A1)", "http://x.id", "<r>x</r>"]
)
def test_teks_tetap_teks(tmp_path: Path, teks: str) -> None:
    buku = openpyxl.load_workbook(tulis(tmp_path, build_contoh_papan(teks)))
    semua = [c for ws in buku for b in ws.iter_rows() for c in b if c.value is not None]
    assert {c.data_type for c in semua} <= {"s", "n"}
    assert not [c for c in semua if c.hyperlink and c.hyperlink.target == "http://x.id"]


@pytest.mark.validator
def test_sah_menurut_skema(tmp_path: Path) -> None:
    assert validasi(tulis(tmp_path, build_contoh_papan("teks"))) == []


@pytest.mark.libreoffice
@pytest.mark.poppler
@pytest.mark.parametrize("teks", ["", "kata panjang " * 15], ids=["biasa", "panjang"])
def test_tercetak_utuh(tmp_path: Path, teks: str) -> None:
    assert check_cetak(tulis(tmp_path, build_contoh_papan(teks))) == []
