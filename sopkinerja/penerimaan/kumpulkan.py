"""Gathering what lies in inbox/: files, subfolders, zips; what must stay there is said why."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Iterator
from pathlib import Path

from sopkinerja import teks
from sopkinerja.penerimaan.amankan import unpack_zip
from sopkinerja.penerimaan.model import Sumber
from sopkinerja.ruang import Pengaturan
from sopkinerja.temuan import Temuan

SEMENTARA = (".tmp", ".part", ".partial", ".crdownload", ".download")
DETIK_TENANG = 5.0
"""A truncated file touched more recently than this is taken to be still on its way."""


def find_berkas(inbox: Path) -> Iterator[tuple[str, Path]]:
    """(name relative to inbox, path) of every file, in a fixed order."""
    for jalur in sorted(inbox.rglob("*")):
        if jalur.is_file() and jalur.name != ".gitkeep":
            yield jalur.relative_to(inbox).as_posix(), jalur


def check_dilewati(jalur: Path) -> str | None:
    """Why a file is left where it is; None where it is to be taken in."""
    nama = jalur.name
    if nama.startswith(("~$", ".~lock")):
        return teks.DILEWATI_KUNCI
    if nama.startswith("."):
        return teks.DILEWATI_TERSEMBUNYI
    if nama.lower().endswith(SEMENTARA):
        return teks.DILEWATI_UNDUHAN
    return None


def read_sumber(
    inbox: Path, urutan: int, pengaturan: Pengaturan
) -> tuple[list[Sumber | tuple[Sumber, Temuan]], list[tuple[str, str]]]:
    """Every file as bytes, zips opened; beside it (name, why) of what is left alone.

    A member of a zip that can't be taken comes with its temuan.
    """
    sumber: list[Sumber | tuple[Sumber, Temuan]] = []
    dilewati: list[tuple[str, str]] = []
    for nama, jalur in find_berkas(inbox):
        sebab = check_dilewati(jalur)
        isi = None if sebab else _read_utuh(jalur)
        if isi is None:
            dilewati.append((nama, sebab or teks.DILEWATI_DISALIN))
            continue
        sumber.extend(build_sumber(nama, isi, jalur, urutan, pengaturan))
    return sumber, dilewati


def build_sumber(
    nama: str, isi: bytes, asal: Path | None, urutan: int, pengaturan: Pengaturan
) -> list[Sumber | tuple[Sumber, Temuan]]:
    """One file, or the members of a zip of files."""
    if not nama.lower().endswith(".zip"):
        return [Sumber(nama, isi, hashlib.sha256(isi).hexdigest(), asal, urutan)]
    hasil: list[Sumber | tuple[Sumber, Temuan]] = []
    for anggota in unpack_zip(isi, nama, pengaturan):
        if isinstance(anggota, Temuan):
            utuh = Sumber(nama, isi, hashlib.sha256(isi).hexdigest(), asal, urutan)
            hasil.append((utuh, anggota))
        else:
            nama_anggota, isi_anggota = anggota
            sha = hashlib.sha256(isi_anggota).hexdigest()
            hasil.append(Sumber(nama_anggota, isi_anggota, sha, asal, urutan))
    return hasil


def _read_utuh(jalur: Path) -> bytes | None:
    """The bytes; None while the file is still being written."""
    try:
        awal = jalur.stat()
        isi = jalur.read_bytes()
        akhir = jalur.stat()
    except PermissionError:
        return None
    if (awal.st_size, awal.st_mtime_ns) != (akhir.st_size, akhir.st_mtime_ns):
        return None
    baru = time.time() - akhir.st_mtime < DETIK_TENANG
    if baru and isi[:2] == b"PK" and b"PK\x05\x06" not in isi[-66000:]:
        return None
    return isi
