"""What a person reads who typed a command wrong, or asked for help: Bahasa Indonesia, exit 2."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

from sopkinerja.cli import main
from sopkinerja.cli.bahasa import translate
from sopkinerja.cli.utama import PERINTAH, list_anak
from sopkinerja.tampilan import add_tahun, note_tahun
from tests.laporan.tabel import read_tabel

KASUS = """
| Ketikan                          | Pesan                                                 |
| -------------------------------- | ----------------------------------------------------- |
| xyz                              | perintah xyz tidak dikenal.                           |
| --foo                            | pilihan --foo tidak dikenal.                          |
| stauts                           | perintah stauts tidak dikenal. Maksud Anda “status”?  |
| LHE                              | perintah LHE tidak dikenal. Maksud Anda “lhe”?        |
| terbitkan lporan -t 1            | perintah lporan tidak dikenal. Maksud Anda “laporan”? |
| status --tahn 2026               | pilihan --tahn tidak dikenal. Maksud Anda “--tahun”?  |
| panduan kasbag                   | NAMA: “kasbag” bukan salah satu dari 'kasubag', 'pegawai', 'pimpinan', 'pasang', 'temuan', 'istilah', 'templat', 'bukti-sakip'. Maksud Anda “kasubag”? |
| lhe                              | -t / --triwulan: belum ditulis.                       |
| lhe -t                           | -t memerlukan isi.                                    |
| lhe -t 5                         | -t / --triwulan: “5” bukan triwulan; tulis 1 sampai 4. |
| lhe -t dua                       | -t / --triwulan: “dua” bukan triwulan; tulis 1 sampai 4. |
| lhe -t 1 --tanggal 8/4           | --tanggal: “8/4” bukan tanggal; tulis 8/4/2026 atau 2026-04-08. |
| lanjut --baris 8                 | --baris: 8 di luar batas 1 sampai 7.                 |
| mulai-tahun tahun                | TAHUN: “tahun” bukan bilangan bulat.                 |
| lhe -t 1 sekarang                | ada kata yang tidak dikenal: sekarang.                |
| lhe -t 1 --semua                 | pilihan --semua tidak dikenal.                        |
| status gaji                      | FORMULIR: “gaji” bukan salah satu dari 'mandat', 'renaksi', 'laporan', 'rapat'. |
| periksa                          | BERKAS: belum ditulis.                                |
| periksa tidak-ada.xlsx           | BERKAS: “tidak-ada.xlsx” tidak ada.                   |
| periksa .                        | BERKAS: “.” adalah folder, bukan berkas.              |
| tutup -t 1 --tetap=ya            | --tetap ditulis tanpa isi.                            |
| tutup -t 1 --tetap               | --tetap memerlukan --alasan.                          |
"""
ASING = ("Usage", "Options", "Commands", "Show this", "required", "Error", "Try ")


def jalankan(*kata: str) -> Result:
    return CliRunner().invoke(main, list(kata), prog_name="sopkinerja")


@pytest.mark.parametrize("kasus", read_tabel(KASUS), ids=lambda k: k["Ketikan"])
def test_salah_ketik(kasus: dict[str, str], tmp_path: Path) -> None:
    hasil = jalankan(*(["--ruang", str(tmp_path)] if not kasus["Ketikan"].startswith("-") else []),
                     *kasus["Ketikan"].split())  # fmt: skip
    assert hasil.exit_code == 2
    assert hasil.stdout == ""
    salah, bantuan = hasil.stderr.splitlines()
    assert salah == f"sopkinerja: {kasus['Pesan']}"
    assert bantuan.startswith("Bantuan: sopkinerja")
    assert bantuan.endswith("--help")


def test_berkas_tanpa_izin_baca() -> None:
    """As click says it (a test run by root can read every file)."""
    assert translate("File 'a.xlsx' is not readable.") == "“a.xlsx” tidak boleh dibaca."


def list_perintah(perintah: click.Command, *jalur: str) -> Iterator[tuple[str, ...]]:
    yield jalur
    for nama, anak in list_anak(perintah):
        yield from list_perintah(anak, *jalur, nama)


@pytest.mark.parametrize("jalur", list(list_perintah(main)), ids=" ".join)
def test_bantuan(jalur: tuple[str, ...]) -> None:
    hasil = jalankan(*jalur, "--help")
    assert hasil.exit_code == 0
    assert hasil.stdout.startswith("Cara pakai: sopkinerja")
    assert "Menampilkan bantuan ini." in hasil.stdout
    assert not [kata for kata in ASING if kata in hasil.stdout]


def test_tanpa_perintah_memandu(tmp_path: Path) -> None:
    """In a pipe the guide tells what can be done, and asks nothing."""
    hasil = jalankan("--ruang", str(tmp_path))
    assert hasil.exit_code == 0
    assert "Folder ini belum menjadi ruang kerja." in hasil.stdout
    assert "sopkinerja mulai --contoh" in hasil.stdout


def test_langkah_berikutnya_menyebut_tahun_bila_ada_beberapa() -> None:
    """Only commands that take a year get one, and never twice."""
    teks = "sopkinerja terima, lalu: sopkinerja tutup -t 1 --tetap; sopkinerja status laporan"
    with click.Context(main):
        assert add_tahun(teks) == teks
        note_tahun(2026)
        jadi = add_tahun(teks)
        assert jadi == (
            "sopkinerja terima, lalu: sopkinerja tutup -t 1 --tahun 2026 --tetap; "
            "sopkinerja status laporan --tahun 2026"
        )
        assert add_tahun(jadi) == jadi


@pytest.mark.parametrize("nama", list(PERINTAH))
def test_daftar_perintah_tahu_bantuannya(nama: str) -> None:
    """The list of commands says the first sentence of each one's own help."""
    perintah = dict(list_anak(main))[nama]
    assert PERINTAH[nama][1] == perintah.get_short_help_str(limit=300)


def test_bantuan_tidak_memuat_yang_berat() -> None:
    """`--help` imports no reader, writer, model or register."""
    isi = "import sys; from sopkinerja.cli import main; main(['--help'], standalone_mode=False)"
    periksa = f"{isi}; print(*sorted(sys.modules), sep=chr(10), file=sys.stderr)"
    hasil = subprocess.run(
        [sys.executable, "-c", periksa], capture_output=True, text=True, check=True
    )
    termuat = {m.partition(".")[0] for m in hasil.stderr.split()}
    assert "Perintah:" in hasil.stdout
    assert "click" in termuat
    assert not termuat & {"pydantic", "openpyxl", "xlsxwriter", "pandas", "lxml"}
