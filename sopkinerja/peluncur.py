"""What is double-clicked in a workspace: it opens the guide there, on Windows, macOS and Linux.

Each launcher names the program that made it, and takes the one on the path where that is gone. It
finds its own folder, so a workspace may be moved, and may have any name.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from sopkinerja.ruang import Ruang, write_berkas

NAMA = "Buka sopkinerja"
FOLDER = "langkah"
BARIS = {
    1: "Mandat dan PK", 2: "Renaksi dan jadwal", 3: "Formulir laporan", 4: "Terima kiriman",
    5: "Matriks dan rapat", 6: "LHE", 7: "Tutup triwulan",
}  # fmt: skip
"""The rows of the SOP, as the files of single steps are called."""
_BAT = """@echo off
rem {apa}
chcp 65001 >nul
set "PYTHONUTF8=1"
pushd "%~dp0{naik_bat}"
set "PROGRAM={program}"
if not exist "%PROGRAM%" set "PROGRAM=sopkinerja"
"%PROGRAM%" lanjut{pilihan}
if errorlevel 9009 echo Program sopkinerja tidak ditemukan: pasang dahulu, lihat docs/pasang.md.
popd
pause
"""
_SH = """#!/bin/sh
# {apa}
cd "$(dirname "$0")/{naik}" || exit 1
program={program}
[ -x "$program" ] || program=sopkinerja
"$program" lanjut{pilihan}
[ $? -ne 127 ] || echo "Program sopkinerja tidak ditemukan: pasang dahulu, lihat docs/pasang.md."
printf 'Tekan Enter untuk menutup. '
read -r _
"""
_DESKTOP = """[Desktop Entry]
Type=Application
Name=Buka sopkinerja
Comment={apa}
Terminal=true
Exec=sh -c "exec \\\\"\\\\$(dirname \\\\"\\\\$1\\\\")/{nama}.sh\\\\"" sh %k
"""


class Peluncur(NamedTuple):
    """One file: where it lies in the workspace, and its bytes."""

    jalur: str
    isi: bytes

    @property
    def is_dijalankan(self) -> bool:
        """Whether its system runs only what is marked as a program."""
        return not self.jalur.endswith(".bat")


def list_peluncur(program: Path, sistem: str = sys.platform) -> Iterator[Peluncur]:
    """The launchers of every system, and of `sistem` those of the single rows of the SOP; `program`
    is the command that they run."""
    apa = "Membuka pemandu sopkinerja untuk folder ini."
    for ekor in ("bat", "sh", "command"):
        yield Peluncur(f"{NAMA}.{ekor}", _render(ekor, program, apa))
    yield Peluncur(f"{NAMA}.desktop", _DESKTOP.format(apa=apa, nama=NAMA).encode())
    milik = {"win32": "bat", "darwin": "command"}.get(sistem, "sh")
    for nomor, nama in BARIS.items():
        apa = f"Baris {nomor} SOP: {nama}."
        isi = _render(milik, program, apa, pilihan=f" --baris {nomor}", naik="..")
        yield Peluncur(f"{FOLDER}/{nomor} {nama}.{milik}", isi)


def write_peluncur(ruang: Ruang) -> list[Path]:
    """Writes those that are missing; returns what was written."""
    program = Path(sys.argv[0]).resolve()
    if program.stem.lower() != "sopkinerja":
        program = Path(sys.executable).with_name(
            f"sopkinerja{program.suffix if sys.platform == 'win32' else ''}"
        )
    jadi = []
    for p in list_peluncur(program):
        tujuan = ruang.akar / p.jalur
        if tujuan.exists():
            continue
        tujuan.parent.mkdir(exist_ok=True)
        jadi.append(write_berkas(tujuan, p.isi))
        if p.is_dijalankan:
            tujuan.chmod(0o755)
    return jadi


def _render(ekor: str, program: Path, apa: str, pilihan: str = "", naik: str = ".") -> bytes:
    if ekor == "bat":
        naik_bat = "" if naik == "." else naik
        isi = _BAT.format(
            apa=apa, program=str(program).replace("%", "%%"), pilihan=pilihan, naik_bat=naik_bat
        )
        return isi.replace("\n", "\r\n").encode()
    kutip = "'" + str(program).replace("'", "'\\''") + "'"
    return _SH.format(apa=apa, program=kutip, pilihan=pilihan, naik=naik).encode()
