"""A terminal of eighty columns, as a window opens: no line is broken by it, and colours are asked for."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import openpyxl
import pytest

from sopkinerja.contoh.opd import build_contoh
from sopkinerja.layar import fold_teks, hang_teks
from sopkinerja.mulai import create_ruang
from sopkinerja.ruang import Ruang
from tests.alat.terminal import Terminal, list_lebar
from tests.alur.kecil import create_kecil
from tests.alur.kiriman import INDIKATOR, isi
from tests.alur.setahun import jalankan

PERINTAH = (
    "status laporan -t 1 --tanggal 2026-04-20",
    "terima --uji-coba --tanggal 2026-04-20",
    "tetapkan --uji-coba --tanggal 2026-04-20",
    "tetapkan --tanggal 2026-04-20",
    "jejak BID-01.01 -t 1",
    "tutup -t 1 --tanggal 2026-04-20",
)
"""What prints most; two of them can't go on, and say why."""


def test_delapan_puluh_kolom(ruang_lapor: Ruang, tmp_path: Path) -> None:
    ruang = Ruang(shutil.copytree(ruang_lapor.akar, tmp_path / "kantor"))
    for nama, angka in (("a.xlsx", 11.0), ("b.xlsx", 12.0), ("c.xlsx", None)):
        isi(ruang, nama, angka, simpan=None)
    (ruang.inbox / "catatan rapat pembinaan.xlsx").write_text("bukan buku kerja")
    for satu in PERINTAH:
        with Terminal(*satu.split(), folder=ruang.akar) as layar:
            layar.tutup()
            assert len(layar.layar.splitlines()) > 1
            assert list_lebar(layar.layar) == [], satu


@pytest.mark.parametrize(("no_color", "warna"), [("", True), ("1", False)])
def test_warna(no_color: str, warna: bool, tmp_path: Path) -> None:
    """https://no-color.org"""
    with Terminal(folder=tmp_path, NO_COLOR=no_color) as layar:
        layar.tunggu("Nomor langkah")
        layar.ketik("0")
        assert layar.tutup() == 0
        assert layar.is_berwarna is warna


def test_batang_kemajuan(tmp_path: Path) -> None:
    """On a terminal how many are done and what time is left; nobody sees it in a pipe."""
    ruang = create_kecil(tmp_path / "kantor", INDIKATOR)
    berkas = [f"inbox/{n}.xlsx" for n in range(9)]
    buku = openpyxl.Workbook()
    for satu in berkas:
        buku.save(ruang.akar / satu)
    with Terminal("periksa", *berkas, folder=ruang.akar) as layar:
        layar.tutup()
    assert re.search(r"Membaca berkas +\[#{30}\]  9/9", layar.layar)
    assert (
        "[" not in jalankan(ruang, "periksa", *(str(ruang.akar / b) for b in berkas), kode=1).stderr
    )


PANJANG = '→ Bila triwulan ini sudah selesai: sopkinerja tutup -t 1 --tetap --alasan "Ada yang belum lapor"; lalu tunggu'


def test_perintah_tidak_terpotong() -> None:
    """A command goes whole onto a line of its own; what goes on stands under its beginning."""
    baris = fold_teks(PANJANG, 80).splitlines()
    assert baris == [
        "→ Bila triwulan ini sudah selesai:",
        '  sopkinerja tutup -t 1 --tetap --alasan "Ada yang belum lapor"; lalu tunggu',
    ]
    assert fold_teks(PANJANG, 200) == PANJANG


def test_daftar_terlipat_di_bawah_kolom_keduanya() -> None:
    """What goes on of a person's line stands under the name, not under the kode."""
    baris = (
        "  PLN-03       Analis Perdagangan Ahli Pertama — Wijaya Kusuma, S.Si. (contoh), terlambat"
    )
    assert fold_teks(baris, 60).splitlines() == [
        "  PLN-03       Analis Perdagangan Ahli Pertama — Wijaya",
        "               Kusuma, S.Si. (contoh), terlambat",
    ]
    assert fold_teks("! Papan ini keadaan saat ditutup.", 20).splitlines() == [
        "! Papan ini keadaan", "  saat ditutup.",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("awal", "masuk"), [("", 0), ("! ", 2), ("  1. ", 5), (" 12. ", 5), ("   · ", 5), ("110. ", 5)]
)
def test_lanjutan_di_bawah_teksnya(awal: str, masuk: int) -> None:
    """What goes on stands under the text, not under its number; an explanation under itself."""
    baris = hang_teks(awal + "Formulirnya dibuat di outbox; kirimkan. " * 4).splitlines()
    assert len(baris) > 1
    assert {len(b) - len(b.lstrip()) for b in baris[1:]} == {masuk}
    assert max(map(len, baris)) <= 80


def test_batang_tidak_menghitung_yang_lowong(tmp_path: Path) -> None:
    """Of 61 chairs one is vacant: 60 from the first to the last; the bar fits a narrow window, and
    so do the guide's steps."""
    create_ruang(Ruang(tmp_path), build_contoh())
    jendela = {"folder": tmp_path, "COLUMNS": "60"}
    with Terminal("lanjut", "--tanggal", "5 Januari 2026", **jendela) as layar:
        layar.tunggu("Nomor langkah")
        layar.ketik("0")
        layar.tutup()
        assert list_lebar(layar.layar, 60) == []
    for perintah in (("tetapkan",), ("terbitkan", "laporan", "-t", "1")):
        with Terminal(*perintah, "--tanggal", "5 Januari 2026", **jendela) as layar:
            assert layar.tutup() == 0
        batang = re.findall(r"[\w ]+\[[#-]+\][\w/: ]*", layar.layar)
        assert max(len(b.rstrip()) for b in batang) <= 60
        hitungan = re.findall(r"\] +(\d+)/(\d+)", layar.layar)
        assert hitungan[-1] == ("60", "60")
        assert {semua for _, semua in hitungan} == {"60"}
