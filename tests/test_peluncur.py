"""What is double-clicked in a workspace opens its guide, whatever the folder is called."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from sopkinerja.cli import main
from sopkinerja.paket.petunjuk import NAMA as CARA
from sopkinerja.peluncur import BARIS, FOLDER, NAMA, list_peluncur

PROGRAM = Path(sys.executable).with_name("sopkinerja")
FOLDER_SULIT = "Kinerja 2026 & 'Disperindag' $HOME %TEMP% (baru)"


@pytest.fixture
def ruang(tmp_path: Path) -> Path:
    folder = tmp_path / FOLDER_SULIT
    hasil = CliRunner().invoke(main, ["mulai", str(folder)])
    assert hasil.exit_code == 0, hasil.output
    return folder


def jalankan(*perintah: str | Path, path: str = "") -> str:
    """What it shows to someone who then presses Enter."""
    lingkungan = {k: v for k, v in os.environ.items() if k != "SOPKINERJA_RUANG"}
    hasil = subprocess.run(
        perintah, input="\n", capture_output=True, text=True, check=False, cwd="/",
        env=lingkungan | {"PATH": path or os.environ["PATH"]},
    )  # fmt: skip
    return hasil.stdout + hasil.stderr


@pytest.mark.parametrize("nama", [f"{NAMA}.sh", f"{NAMA}.command"])
def test_membuka_pemandu_di_foldernya(ruang: Path, nama: str) -> None:
    layar = jalankan(ruang / nama)
    assert "belum menjadi ruang kerja" not in layar
    assert "referensi.xlsx" in layar
    assert "Tekan Enter untuk menutup." in layar


def test_halaman_bagi_pegawai_ada_lagi_setelah_dihapus(ruang: Path) -> None:
    """What is sent with the forms lies in the workspace; `mulai` lays it there again."""
    berkas = ruang / CARA
    isi = berkas.read_bytes()
    berkas.unlink()
    hasil = CliRunner().invoke(main, ["--ruang", str(ruang), "mulai"])
    assert hasil.stdout.startswith(f"dibuat: {berkas}\n→")
    assert berkas.read_bytes() == isi


def test_setiap_baris_sop_ada_berkasnya(ruang: Path) -> None:
    """A row's file shows that row's steps alone."""
    semua = sorted(p.name for p in (ruang / FOLDER).iterdir())
    assert semua == [f"{n} {nama}.sh" for n, nama in BARIS.items()]
    satu, lima = (jalankan(ruang / FOLDER / semua[n]) for n in (0, 4))
    assert "sopkinerja status mandat" in satu
    assert "status mandat" not in lima
    assert "belum menjadi ruang kerja" not in lima


def test_program_yang_dipindah_dicari_di_path(ruang: Path, tmp_path: Path) -> None:
    """The program that made the launcher is gone: the one on the path runs, or it is told."""
    berkas = ruang / f"{NAMA}.sh"
    isi = berkas.read_text()
    berkas.write_text(re.sub(r"program=.*", "program='/tidak/ada/sopkinerja'", isi, count=1))
    tempat = tmp_path / "bin"
    tempat.mkdir()
    for alat in ("sh", "dirname"):
        asli = shutil.which(alat)
        assert asli
        (tempat / alat).symlink_to(asli)
    assert "Program sopkinerja tidak ditemukan" in jalankan(berkas, path=str(tempat))
    (tempat / "sopkinerja").symlink_to(PROGRAM)
    assert "referensi.xlsx" in jalankan(berkas, path=str(tempat))


def test_desktop_menjalankan_yang_di_sebelahnya(ruang: Path) -> None:
    """The Exec line, read as the desktop entry specification says, with `%k` its own place."""
    berkas = ruang / f"{NAMA}.desktop"
    (baris,) = re.findall(r"^Exec=(.*)$", berkas.read_text(), re.MULTILINE)
    kata = [k.replace(r"\$", "$") for k in shlex.split(baris.replace("\\\\", "\\"))]
    layar = jalankan(*(str(berkas) if k == "%k" else k for k in kata))
    assert "referensi.xlsx" in layar


def test_yang_sudah_ada_tidak_diganti(ruang: Path) -> None:
    berkas = ruang / f"{NAMA}.sh"
    berkas.write_text("punya kantor")
    CliRunner().invoke(main, ["mulai", str(ruang)])
    assert berkas.read_text() == "punya kantor"


def test_bat_aman_untuk_nama_yang_sulit() -> None:
    """Windows itself isn't at hand: what can be held is line ends, quotes around every path, the code
    page before the first name, and a doubled percent sign."""
    program = Path(r"C:\Users\Ayu & Budi\100% baru\sopkinerja.exe")
    semua = {p.jalur: p for p in list_peluncur(program, "win32")}
    bat = [p for p in semua.values() if p.jalur.endswith(".bat")]
    assert len(bat) == 1 + len(BARIS)
    for p in bat:
        teks = p.isi.decode()
        baris = teks.split("\r\n")
        assert "\n" not in teks.replace("\r\n", "")
        assert teks.index("chcp 65001") < teks.index("PROGRAM=")
        assert r'set "PROGRAM=C:\Users\Ayu & Budi\100%% baru\sopkinerja.exe"' in baris
        assert baris[4].startswith('pushd "%~dp0')
        assert not re.findall(r'(?<!")%PROGRAM%(?!")', teks)
    assert b"lanjut --baris 7" in semua[f"{FOLDER}/7 {BARIS[7]}.bat"].isi
