"""The referensi workbook written anew: every cell that stood there still does, and rows are added."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from openpyxl import load_workbook

from sopkinerja.contoh.opd import build_contoh
from sopkinerja.mandat.referensi import read_referensi, write_referensi
from sopkinerja.opd.baca import read_grid, read_grid_isi
from sopkinerja.opd.salinan import find_hilang, render_salinan
from tests.alat.skema import validasi
from tests.alat.telaah import lint
from tests.opd.kecil import build_kecil, resolve


def write_kantor(folder: Path, *, ganda: bool = True) -> Path:
    """The small workbook as an office keeps it: own columns and sheets, lines above headings,
    percentages, formulas, dates as text, a NIP with blanks, words of the SOP."""
    berkas = write_referensi(folder / "referensi.xlsx", build_kecil())
    buku = load_workbook(berkas)
    jabatan = buku["Jabatan"]
    jabatan["I1"], jabatan["I3"], jabatan["I5"] = "Catatan Kantor", "pindah gedung", 12.5
    jabatan["C4"] = "Kasubag Program"
    jabatan["K2"] = "tanpa judul"
    buku["Pegawai"]["A3"] = "19800101 200501 1 001"
    buku["Pegawai"]["G3"] = "1 Februari 2026"
    if ganda:
        buku["Unit"]["D1"], buku["Unit"]["D2"] = "Nama", "judul ganda"
    mandat = buku["Mandat"]
    for sel in ("J2", "K2", "L2", "M2", "N2"):
        mandat[sel] = None
    mandat["H2"], mandat["J2"], mandat["N2"] = "Terakhir", 0.85, 0.85
    mandat["J2"].number_format = mandat["N2"].number_format = "0%"
    libur = buku["Libur"]
    libur.insert_rows(1)
    libur["A1"] = "Hari libur kantor kami"
    kantor = buku.create_sheet("Nota Dinas")
    kantor["B3"], kantor["B4"], kantor["C9"] = "Nomor 12", dt.date(2026, 3, 4), "=1+1"
    buku["OPD"]["A20"], buku["OPD"]["B20"] = "laman", "contoh.go.id"
    buku.save(berkas)
    return berkas


def test_setiap_sel_masih_di_tempatnya(tmp_path: Path) -> None:
    berkas = write_kantor(tmp_path)
    lama = read_grid(berkas)
    isi = render_salinan(lama, {}, {}, "Lainnya 2027")
    baru = read_grid_isi(isi)
    sisa = {s.alamat for s in find_hilang(lama, baru)}
    daftar = {(b[0].nilai, b[1].nilai): b[2].nilai for b in baru["Lainnya 2027"][1:]}
    assert daftar == {
        ("Libur", "A1"): "Hari libur kantor kami",
        ("Jabatan", "K2"): "tanpa judul",
        ("Unit", "D1"): "Nama",
        ("Unit", "D2"): "judul ganda",
        ("OPD", "A20"): "laman",
        ("OPD", "B20"): "contoh.go.id",
    }
    assert sisa == {"A1", "K2", "D1", "D2", "A20", "B20"}
    assert [s.nilai for b in baru["Nota Dinas"] for s in b if s.nilai] == [
        "Nomor 12", dt.date(2026, 3, 4), "=1+1",
    ]  # fmt: skip


@pytest.mark.validator
def test_tetap_berkata_sama(tmp_path: Path) -> None:
    berkas = write_kantor(tmp_path, ganda=False)
    lama, temuan_lama = read_referensi(berkas)
    assert lama is not None, [t.pesan for t in temuan_lama]
    assert lama.mandat[0].target_tahun == 85.0
    isi = render_salinan(read_grid(berkas), {}, {}, "Lainnya 2027")
    salinan = tmp_path / "salinan.xlsx"
    salinan.write_bytes(isi)
    assert read_referensi(salinan)[0] == lama
    assert validasi(salinan) == []
    assert lint(salinan) == []


def test_contoh_disalin_dua_kali_tetap_sama(tmp_path: Path) -> None:
    berkas = write_referensi(tmp_path / "referensi.xlsx", build_contoh())
    sekali = render_salinan(read_grid(berkas), {}, {}, "Lainnya 2027")
    assert "Lainnya 2027" not in read_grid_isi(sekali)
    assert render_salinan(read_grid_isi(sekali), {}, {}, "Lainnya 2027") == sekali
    berkas.write_bytes(sekali)
    assert resolve(read_referensi(berkas)[0]) == build_contoh()


def test_baris_ditambahkan_di_bawah(tmp_path: Path) -> None:
    berkas = write_referensi(tmp_path / "referensi.xlsx", build_kecil())
    baris = {"tahun": 2027.0, "kode": "3.30.01", "uraian": "Program baru", "pagu": None}
    isi = render_salinan(read_grid(berkas), {"DPA": [baris]}, {"tahun": 2027.0}, "Lainnya")
    baru = read_grid_isi(isi)
    assert [s.nilai for s in baru["DPA"][-1][:4]] == [2027.0, "3.30.01", "Program baru", None]
    assert baru["OPD"][1][1].nilai == 2027.0
    assert [s.nilai for b in baru["Lainnya"][1:] for s in b if s.nilai] == ["OPD", "B2", 2026.0]
