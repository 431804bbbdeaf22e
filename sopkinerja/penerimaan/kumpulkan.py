"""Gathering what lies in inbox/: files, subfolders, zips; what must stay there is said why."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from pathlib import Path

from sopkinerja.agenda.isi import IsiBerkas, hash_berkas
from sopkinerja.kesalahan import SopKinerjaError
from sopkinerja.penerimaan import teks
from sopkinerja.penerimaan.amankan import unpack_zip
from sopkinerja.penerimaan.model import SumberBerkas, Wadah
from sopkinerja.ruang import Pengaturan
from sopkinerja.temuan import Temuan

SEMENTARA = (".tmp", ".part", ".partial", ".crdownload", ".download")
SISTEM = ("thumbs.db", "desktop.ini")
EKOR_ZIP = 66_000
"""The end of a zip stands within so many bytes of the end of its file."""
DETIK_TENANG = 5.0
"""A truncated file touched more recently than this is taken to be still on its way."""

DETIK_SELISIH = 600.0
"""So far may the clock of a network share be ahead of ours."""


def find_berkas(inbox: Path) -> Iterator[tuple[str, Path]]:
    """(name relative to inbox, path) of everything but folders, in an order that is the same on every
    system (Windows' own knows no capitals); of folders only those that aren't looked into, because
    they are links or closed to us."""
    if not inbox.is_dir():
        raise SopKinerjaError(f"Folder {inbox} tidak ada. Jalankan: sopkinerja mulai")
    tertutup: list[OSError] = []
    semua: list[Path] = []
    for folder, anak, berkas in os.walk(inbox, onerror=tertutup.append):
        semua += [Path(folder, n) for n in berkas if n != ".gitkeep"]
        semua += [p for n in anak if (p := Path(folder, n)).is_symlink()]
    semua += [Path(galat.filename) for galat in tertutup]
    for jalur in sorted(semua, key=lambda j: j.parts):
        yield clean_nama(jalur.relative_to(inbox).as_posix()), jalur


def clean_nama(nama: str) -> str:
    """A name that any output can hold: no control characters, no broken code points."""
    utuh = nama.encode("utf-8", "replace").decode("utf-8")
    return "".join(h if h.isprintable() or h == "\u200d" else "_" for h in utuh)


def check_dilewati(jalur: Path) -> str | None:
    """Why a file is left where it is; None where it is to be taken in."""
    nama = jalur.name
    if nama.startswith(("~$", ".~lock")):
        return teks.DILEWATI_KUNCI
    if nama.startswith("."):
        return teks.DILEWATI_TERSEMBUNYI
    if nama.lower() in SISTEM:
        return teks.DILEWATI_SISTEM
    if jalur.is_symlink():
        return teks.DILEWATI_TAUTAN
    if jalur.is_dir():
        return teks.DILEWATI_TERTUTUP
    if not jalur.is_file():
        return teks.DILEWATI_KHUSUS
    if nama.lower().endswith(SEMENTARA):
        return teks.DILEWATI_UNDUHAN
    return None


def read_sumber(
    inbox: Path, urutan: int, pengaturan: Pengaturan
) -> tuple[list[SumberBerkas | tuple[SumberBerkas, Temuan]], list[tuple[str, str]]]:
    """Every file, zips opened; beside it (name, why) of what is left alone.

    A member of a zip that can't be taken comes with its temuan.
    """
    sumber: list[SumberBerkas | tuple[SumberBerkas, Temuan]] = []
    dilewati: list[tuple[str, str]] = []
    for nama, jalur in find_berkas(inbox):
        isi = check_dilewati(jalur) or open_utuh(jalur)
        if isinstance(isi, str):
            dilewati.append((nama, isi))
            continue
        sumber.extend(build_sumber(nama, isi, jalur, urutan, pengaturan))
    return sumber, dilewati


def build_sumber(
    nama: str, isi: IsiBerkas, asal: Path | None, urutan: int, pengaturan: Pengaturan
) -> list[SumberBerkas | tuple[SumberBerkas, Temuan]]:
    """One file, or the members of a zip of files."""
    if not nama.lower().endswith(".zip"):
        return [SumberBerkas(nama, isi, asal, urutan)]
    hasil: list[SumberBerkas | tuple[SumberBerkas, Temuan]] = []
    wadah = Wadah(nama, isi)
    for nama_anggota, anggota in unpack_zip(isi, nama, pengaturan):
        bersih = clean_nama(nama_anggota)
        if isinstance(anggota, Temuan):
            hasil.append((SumberBerkas(bersih, isi, asal, urutan, wadah), anggota))
        else:
            milik = None if anggota.sha256 == isi.sha256 else wadah
            hasil.append(SumberBerkas(bersih, anggota, asal, urutan, milik))
    return hasil


def open_isi(jalur: Path) -> IsiBerkas:
    """The bytes of a file, known by their SHA-256; OSError where it can't be read."""
    return IsiBerkas(jalur, hash_berkas(jalur), jalur.stat().st_size)


def open_utuh(jalur: Path) -> IsiBerkas | str:
    """Its bytes; why not, while the file is still being written or can't be read."""
    try:
        awal = jalur.stat()
        isi = open_isi(jalur)
        akhir = jalur.stat()
        terpotong = _is_terpotong(jalur, akhir.st_size)
    except OSError:
        return teks.DILEWATI_TAK_TERBACA
    if (awal.st_size, awal.st_mtime_ns) != (akhir.st_size, akhir.st_mtime_ns):
        return teks.DILEWATI_DISALIN
    baru = -DETIK_SELISIH < time.time() - akhir.st_mtime < DETIK_TENANG
    return teks.DILEWATI_DISALIN if baru and terpotong else isi


def _is_terpotong(jalur: Path, ukuran: int) -> bool:
    """A zip whose end isn't there (yet)."""
    with jalur.open("rb") as berkas:
        if berkas.read(2) != b"PK":
            return False
        berkas.seek(max(0, ukuran - EKOR_ZIP))
        return b"PK\x05\x06" not in berkas.read()
