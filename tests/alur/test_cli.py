"""The commands as the Kasubag and a script meet them: exit codes, one JSON object, clear lines."""

from __future__ import annotations

import json
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from click.testing import CliRunner, Result

from sopkinerja.agenda.agenda import Agenda
from sopkinerja.cli import main
from sopkinerja.istilah import Putusan
from sopkinerja.ruang import Ruang
from tests.alur.kiriman import catat, isi, isi_agenda, isi_arsip, realisasi_berlaku, sidik

TANGGAL = ("--tanggal", "2026-04-07")
BERKAS = {
    "nama", "sha256", "putusan", "formulir", "jabatan", "tahun", "triwulan", "revisi", "arsip",
    "balasan", "temuan",
}  # fmt: skip


def jalankan(ruang: Ruang | Path, *kata: str) -> Result:
    akar = ruang.akar if isinstance(ruang, Ruang) else ruang
    hasil = CliRunner().invoke(main, ["--ruang", str(akar), *kata])
    if hasil.exception and not isinstance(hasil.exception, SystemExit):
        raise hasil.exception
    return hasil


def baca_json(hasil: Result) -> Any:
    """The one object on stdout; what to do next stands on stderr."""
    assert "→" in hasil.stderr
    return json.loads(hasil.stdout)


def check_gagal(hasil: Result, *kata: str) -> None:
    """Exit 3, nothing on stdout, one line on stderr that says these words."""
    assert hasil.exit_code == 3, hasil.output
    assert hasil.stdout == ""
    (baris,) = hasil.stderr.splitlines()
    assert baris.startswith("sopkinerja: ")
    assert all(k in baris for k in kata), baris


def test_terima_json(meja_kerja: Ruang) -> None:
    isi(meja_kerja, "a.xlsx")
    isi(meja_kerja, "b.xlsx", None, jabatan="STF-01")
    (meja_kerja.inbox / "~$c.xlsx").write_bytes(b"x")
    (meja_kerja.inbox / "d.pdf").write_bytes(b"%PDF")
    hasil = jalankan(meja_kerja, "terima", *TANGGAL, "--json")
    assert hasil.exit_code == 1
    obj = baca_json(hasil)
    assert list(obj) == ["versi", "berkas", "ringkasan", "dalam_perbaikan"]
    assert obj["dalam_perbaikan"] == ["STF-01"]
    assert obj["versi"] == 1
    assert list(obj["ringkasan"]) == [p.value for p in Putusan]
    assert obj["ringkasan"] == {
        "diterima": 1, "perlu_perbaikan": 1, "duplikat": 0, "usang": 0, "konflik": 0,
        "karantina": 1, "dilewati": 1,
    }  # fmt: skip
    assert all(set(b) == BERKAS for b in obj["berkas"])
    per = {b["nama"]: b for b in obj["berkas"]}
    a, b, c, d = per["a.xlsx"], per["b.xlsx"], per["~$c.xlsx"], per["d.pdf"]
    assert (a["formulir"], a["jabatan"], a["tahun"], a["triwulan"], a["revisi"]) == (
        "laporan", "BID-01", 2026, 1, 1,
    )  # fmt: skip
    assert (meja_kerja.akar / a["arsip"]).is_file()
    assert (meja_kerja.akar / b["balasan"]).is_file()
    assert set(b["temuan"][0]) == {"kode", "tingkat", "lembar", "sel", "pesan", "saran"}
    assert (d["formulir"], d["arsip"], d["putusan"]) == (None, None, "karantina")
    assert (c["putusan"], c["sha256"]) == ("dilewati", None)
    assert all(b["temuan"] for b in (b, c, d))


def test_terima_kode_keluar(meja_kerja: Ruang) -> None:
    assert jalankan(meja_kerja, "terima", *TANGGAL).exit_code == 0
    isi(meja_kerja, "a.xlsx")
    hasil = jalankan(meja_kerja, "terima", *TANGGAL)
    assert hasil.exit_code == 0
    assert "✓ diterima" in hasil.stdout
    assert "Tanda terima: outbox/2026/tanda-terima/Tanda_Terima_2026-04-07" in hasil.stdout
    assert "→" in hasil.stdout
    isi(meja_kerja, "b.xlsx", simpan=None)
    assert jalankan(meja_kerja, "terima", *TANGGAL).exit_code == 0, "a duplicate needs nobody"
    isi(meja_kerja, "c.xlsx", None)
    hasil = jalankan(meja_kerja, "terima", *TANGGAL)
    assert hasil.exit_code == 1
    assert "formulir perbaikan: outbox/2026/TW1/perbaikan/" in hasil.stdout


@pytest.mark.parametrize(
    "kata",
    [
        ("terima", "--tanggal", "7 April"),
        ("kembalikan", "BID-01", "-t", "5", "--catatan", "x"),
        ("kembalikan", "BID-01", "-t", "1"),
        ("pilih", "abc"),
        ("periksa", "tidak ada.xlsx"),
        ("periksa",),
        ("status", "mandat-lain"),
        ("tidak-ada",),
    ],
)
def test_salah_pakai(meja_kerja: Ruang, kata: tuple[str, ...]) -> None:
    hasil = jalankan(meja_kerja, *kata)
    assert hasil.exit_code == 2
    assert hasil.stdout == ""


SEMUA = (
    ("terima",),
    ("terima", "--uji-coba"),
    ("kembalikan", "BID-01", "-t", "1", "--catatan", "x"),
    ("pilih", "abcdef", "--alasan", "x"),
    ("status",),
    ("matriks", "-t", "1"),
    ("lhe", "-t", "1"),
    ("terbitkan", "laporan", "-t", "1"),
    ("tetapkan",),
)


@pytest.mark.parametrize("kata", SEMUA, ids=lambda k: k[0])
def test_bukan_ruang_kerja(tmp_path: Path, kata: tuple[str, ...]) -> None:
    """One line, exit 3, and nothing is left in a folder that is no workspace."""
    check_gagal(jalankan(tmp_path, *kata), "sopkinerja mulai")
    check_gagal(jalankan(tmp_path / "tidak ada", *kata), "sopkinerja mulai")
    assert list(tmp_path.iterdir()) == []


def test_ruang_terkunci(meja_kerja: Ruang) -> None:
    with meja_kerja.kunci():
        check_gagal(jalankan(meja_kerja, "terima"), "sedang dipakai")


def test_agenda_dipegang_atau_rusak(meja_kerja: Ruang) -> None:
    lain = sqlite3.connect(meja_kerja.berkas_agenda, isolation_level=None)
    lain.execute("BEGIN EXCLUSIVE")
    check_gagal(jalankan(meja_kerja, "terima", "--uji-coba"), "sopkinerja.db", "dipakai")
    lain.close()
    meja_kerja.berkas_agenda.write_bytes(b"bukan agenda" * 100)
    check_gagal(jalankan(meja_kerja, "terima"), "sopkinerja pulihkan")
    meja_kerja.berkas_agenda.unlink()
    check_gagal(jalankan(meja_kerja, "terima"), "sopkinerja pulihkan")
    check_gagal(jalankan(meja_kerja, "mulai", str(meja_kerja.akar)), "sopkinerja pulihkan")
    meja_kerja.berkas_agenda.mkdir()
    check_gagal(jalankan(meja_kerja, "terima"), "sopkinerja.db")


def test_pengaturan_salah(meja_kerja: Ruang) -> None:
    meja_kerja.berkas_pengaturan.write_bytes(b"\xff\xfe")
    check_gagal(jalankan(meja_kerja, "terima"), "sopkinerja.toml")
    meja_kerja.berkas_pengaturan.write_text("tidak_ada = 1\n")
    check_gagal(jalankan(meja_kerja, "terima"), "tidak_ada")


def test_referensi_salah_tidak_menahan_terima(meja_kerja: Ruang) -> None:
    buku = openpyxl.load_workbook(meja_kerja.berkas_referensi)
    del buku["Jabatan"]
    buku.save(meja_kerja.berkas_referensi)
    isi(meja_kerja, "a.xlsx")
    assert jalankan(meja_kerja, "terima", *TANGGAL).exit_code == 0
    hasil = jalankan(meja_kerja, "status", "--json")
    assert hasil.exit_code == 3
    assert hasil.stdout == "", "stdout is for JSON alone"
    assert jalankan(meja_kerja, "terbitkan", "laporan", "-t", "1").exit_code == 3
    meja_kerja.berkas_referensi.unlink()
    isi(meja_kerja, "b.xlsx", 11.0)
    assert jalankan(meja_kerja, "terima", *TANGGAL).exit_code == 0


def test_uji_coba_dan_periksa(meja_kerja: Ruang, tmp_path: Path) -> None:
    berkas = isi(meja_kerja, "a.xlsx", None)
    sebelum = sidik(meja_kerja)
    for kata in (("terima", "--uji-coba"), ("periksa", str(berkas))):
        hasil = jalankan(meja_kerja, *kata, *TANGGAL, "--json")
        assert hasil.exit_code == 1
        (satu,) = baca_json(hasil)["berkas"]
        assert satu["putusan"] == "perlu_perbaikan"
        assert sidik(meja_kerja) == sebelum
    assert (satu["arsip"], satu["balasan"]) == (None, None)
    teks = jalankan(meja_kerja, "periksa", str(berkas), *TANGGAL).stdout
    assert "perlu perbaikan" in teks
    assert "Realisasi" in teks


def test_status_json(meja_kerja: Ruang) -> None:
    """Late is counted in working days from the deadline (8 April) to the first return."""
    isi(meja_kerja, "a.xlsx", None)
    jalankan(meja_kerja, "terima", "--tanggal", "2026-04-13")
    isi(meja_kerja, "b.xlsx")
    jalankan(meja_kerja, "terima", "--tanggal", "2026-04-15")
    hasil = jalankan(
        meja_kerja, "status", "laporan", "-t", "1", "--tanggal", "2026-04-16", "--json"
    )
    assert hasil.exit_code == 0
    obj = baca_json(hasil)
    bid, stf = obj.pop("jabatan")
    assert obj == {"versi": 1, "formulir": "laporan", "tahun": 2026, "triwulan": 1}
    assert bid == {
        "kode": "BID-01", "nama": "Kepala Bidang Contoh", "level": "Kabid", "unit": "SET",
        "pemangku": "Pegawai BID-01 (contoh)", "keadaan": "diterima", "hari_terlambat": 3,
        "kiriman": 2,
    }  # fmt: skip
    assert (stf["keadaan"], stf["hari_terlambat"], stf["kiriman"]) == ("terlambat", 6, 0)
    teks = jalankan(meja_kerja, "status", "--tanggal", "2026-04-16").stdout
    assert "Diterima: 1 (1 di antaranya terlambat)" in teks
    assert "terlambat 6 hari kerja" in teks
    assert "Yth. Pegawai STF-01 (contoh)" in teks


def test_status_perbaikan(meja_kerja: Ruang) -> None:
    """A correction has two working days of its own."""
    isi(meja_kerja, "a.xlsx", None)
    jalankan(meja_kerja, "terima", *TANGGAL)
    teks = jalankan(meja_kerja, "status", "-t", "1", "--tanggal", "2026-04-10").stdout
    assert "Dalam perbaikan: 1" in teks
    assert "perbaikan ke-1 ditunggu sampai 9 April 2026, lewat 1 hari kerja" in teks
    assert "(tenggatnya 9 April 2026 sudah lewat)" in teks
    teks = jalankan(meja_kerja, "status", "-t", "1", "--tanggal", "2026-04-09").stdout
    assert "paling lambat 9 April 2026" in teks
    lanjut = jalankan(meja_kerja, "status", "-t", "2", "--tanggal", "2026-07-03").stdout
    assert "→ sopkinerja terbitkan laporan -t 2" in lanjut


def test_konflik_lalu_pilih(meja_kerja: Ruang) -> None:
    """The board shows it, the advice names the command, pilih settles it."""
    isi(meja_kerja, "a.xlsx", 10.0, simpan=None)
    isi(meja_kerja, "b.xlsx", 11.0, simpan=None)
    hasil = jalankan(meja_kerja, "terima", *TANGGAL)
    assert hasil.exit_code == 1
    with Agenda(meja_kerja.berkas_agenda, baca_saja=True) as agenda:
        satu, sha = (
            next(k.sha256 for k in agenda.read_kiriman_tahun() if k.nama == nama)
            for nama in ("a.xlsx", "b.xlsx")
        )
    papan = jalankan(meja_kerja, "status", "-t", "1", *TANGGAL)
    for tercetak in (hasil.stdout, papan.stdout):
        (baris,) = [b for b in tercetak.splitlines() if b.startswith("→ Konflik laporan TW I 2026")]
        assert f"bila a.xlsx (datang 7 April 2026): sopkinerja pilih {satu[:12]} --alasan" in baris
        assert f"bila b.xlsx (datang 7 April 2026): sopkinerja pilih {sha[:12]} --alasan" in baris
    hasil = jalankan(meja_kerja, "pilih", sha[:12].upper(), "--alasan", "Dikonfirmasi.")
    assert hasil.exit_code == 0, hasil.output
    assert "b.xlsx" in hasil.stdout
    assert realisasi_berlaku(meja_kerja) == 11
    check_gagal(jalankan(meja_kerja, "pilih", sha[:12], "--alasan", "lagi"), "konflik")


def test_kembalikan(meja_kerja: Ruang) -> None:
    check_gagal(
        jalankan(meja_kerja, "kembalikan", "BID-01", "-t", "1", "--catatan", "x"), "Belum ada"
    )
    isi(meja_kerja, "a.xlsx")
    jalankan(meja_kerja, "terima", *TANGGAL)
    hasil = jalankan(
        meja_kerja, "kembalikan", "BID-01", "-t", "1", "--catatan", "Lengkapi.", *TANGGAL
    )
    assert hasil.exit_code == 0
    assert "outbox/2026/TW1/perbaikan/" in hasil.stdout
    catat(meja_kerja, "tutup")
    sebelum = isi_agenda(meja_kerja)
    kata = ("kembalikan", "BID-01", "-t", "1", "--catatan", "x")
    check_gagal(jalankan(meja_kerja, *kata), "ditutup")
    check_gagal(jalankan(meja_kerja, "terbitkan", "laporan", "-t", "1"), "ditutup")
    assert isi_agenda(meja_kerja) == sebelum


def test_indeks_arsip(meja_kerja: Ruang) -> None:
    """Everything in arsip stands in its index, and everything in the index in arsip."""
    isi(meja_kerja, "=1+1 a.xlsx")
    isi(meja_kerja, "b.xlsx", None, jabatan="STF-01")
    jalankan(meja_kerja, "terima", *TANGGAL)
    jalankan(meja_kerja, "matriks", "-t", "1", *TANGGAL)
    jalankan(meja_kerja, "lhe", "-t", "1", *TANGGAL)
    lembar = openpyxl.load_workbook(meja_kerja.arsip / "Indeks.xlsx")["Indeks"]
    judul, *baris = list(lembar.iter_rows(min_row=4, values_only=True))
    assert judul == (
        "No", "Waktu", "Jenis", "Nama berkas asal", "Formulir", "Jabatan", "Triwulan", "Putusan",
        "Sidik Berkas (SHA-256)", "Tempat di arsip",
    )  # fmt: skip
    tempat = {str(b[-1]).removeprefix("arsip/") for b in baris}
    assert tempat | {"Indeks.xlsx"} == set(isi_arsip(meja_kerja))
    assert {b[2] for b in baris} == {"kiriman", "cetakan"}
    assert {(b[3], b[5], b[6], b[7]) for b in baris if b[2] == "kiriman"} == {
        ("=1+1 a.xlsx", "BID-01", "I 2026", "diterima"),
        ("b.xlsx", "STF-01", "I 2026", "perlu perbaikan"),
    }
    assert all(s.data_type in "sn" and not s.hyperlink for b in lembar.iter_rows() for s in b)


def test_sebagai_proses(meja_kerja: Ruang) -> None:
    """As a script runs it: one JSON object on stdout, the next step on stderr, the exit code."""
    isi(meja_kerja, "a.xlsx", None)
    hasil = subprocess.run(
        [sys.executable, "-c", "from sopkinerja.cli import main; main()", "terima", "--json"],
        cwd=meja_kerja.akar, capture_output=True, encoding="utf-8", check=False,
    )  # fmt: skip
    assert hasil.returncode == 1
    assert json.loads(hasil.stdout)["ringkasan"]["perlu_perbaikan"] == 1
    assert "→" in hasil.stderr


@pytest.mark.parametrize("folder", ["arsip", "outbox", "karantina"])
def test_folder_ternyata_berkas(meja_kerja: Ruang, folder: str) -> None:
    """A file where a folder is expected: one line, exit 3, and inbox/ keeps what lies in it."""
    isi(meja_kerja, "a.xlsx", None)
    (meja_kerja.inbox / "asing.csv").write_bytes(b"a;b")
    shutil.rmtree(meja_kerja.akar / folder)
    (meja_kerja.akar / folder).touch()
    sebelum = sidik(meja_kerja)
    check_gagal(jalankan(meja_kerja, "terima", *TANGGAL), "tidak dapat ditulis")
    assert sidik(meja_kerja) == sebelum


def test_status_tanpa_nama_sebelum_mandat_ditetapkan(tmp_path: Path) -> None:
    """In January row 1 is what is due."""
    ruang = Ruang(tmp_path / "ruang")
    assert jalankan(ruang.akar, "mulai", str(ruang.akar), "--contoh").exit_code == 0
    hasil = jalankan(ruang, "status", "--tanggal", "2026-01-20", "--json")
    assert hasil.exit_code == 0
    assert baca_json(hasil)["formulir"] == "mandat"


def test_status_triwulan_tertutup_tidak_menagih(meja_kerja: Ruang) -> None:
    alasan = ("--tetap", "--alasan", "Batas waktu lewat.", "--tanggal", "2026-04-20")
    assert "formulir laporan kinerja" in jalankan(meja_kerja, "status", "-t", "1", *TANGGAL).stdout
    assert jalankan(meja_kerja, "tutup", "-t", "1", *alasan).exit_code == 0
    hasil = jalankan(meja_kerja, "status", "-t", "1", "--tanggal", "2026-04-21")
    assert "Teks pengingat" not in hasil.stdout
    assert "→ TW I sudah ditutup" in hasil.stdout
    lebih_awal = jalankan(meja_kerja, "status", "-t", "1", *TANGGAL).stdout
    saat = "! Papan ini keadaan saat TW I ditutup, 20 April 2026; keadaan per"
    assert (saat in lebih_awal, saat in hasil.stdout) == (True, False)
