"""Bytes that are taken from where they lie when they are needed, so that a run never holds them all."""

from __future__ import annotations

import hashlib
import struct
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from sopkinerja.kesalahan import SopKinerjaError

POTONG = 1024 * 1024
_KEPALA = struct.Struct("<26x2H")
"""The head of a member of a zip: how long its name and its extra field are."""

GALAT_BACA = (OSError, EOFError, zipfile.BadZipFile, zlib.error, struct.error)


@dataclass(frozen=True)
class IsiBerkas:
    """The bytes of a file, or of one member of a zip: proved at each reading to be those that were
    seen first."""

    jalur: Path
    sha256: str
    ukuran: int
    anggota: zipfile.ZipInfo | None = None

    def read(self) -> bytes:
        """All of them; SopKinerjaError where they are no longer what they were."""
        return b"".join(self.iter_potong())

    def iter_potong(self) -> Iterator[bytes]:
        """All of them, piece by piece; SopKinerjaError, at the last, where they are no longer what
        they were."""
        sidik, sisa = hashlib.sha256(), self.ukuran + 1
        try:
            with self._open() as aliran:
                while potong := aliran.read(min(POTONG, sisa)):
                    sidik.update(potong)
                    sisa -= len(potong)
                    yield potong
        except GALAT_BACA:
            sidik.update(b"?")
        if sidik.hexdigest() != self.sha256:
            raise SopKinerjaError(
                f"{self.jalur.name} berubah atau hilang selagi diproses. Tunggu sampai selesai "
                "disalin atau disimpan, lalu ulangi."
            )

    @contextmanager
    def _open(self) -> Iterator[IO[bytes] | zipfile.ZipExtFile]:
        with self.jalur.open("rb") as berkas:
            if self.anggota is None:
                yield berkas
                return
            berkas.seek(self.anggota.header_offset)
            berkas.seek(sum(_KEPALA.unpack(berkas.read(_KEPALA.size))), 1)
            with zipfile.ZipExtFile(berkas, "r", self.anggota) as aliran:
                yield aliran


def hash_isi(isi: bytes | IsiBerkas) -> str:
    """The SHA-256 of bytes, in hand or not."""
    return isi.sha256 if isinstance(isi, IsiBerkas) else hashlib.sha256(isi).hexdigest()


def read_isi(isi: bytes | IsiBerkas) -> bytes:
    """Bytes, in hand or not."""
    return isi.read() if isinstance(isi, IsiBerkas) else isi


def iter_isi(isi: bytes | IsiBerkas) -> Iterator[bytes]:
    """Bytes piece by piece, in hand or not."""
    if isinstance(isi, IsiBerkas):
        yield from isi.iter_potong()
    else:
        yield isi


def hash_berkas(jalur: Path) -> str:
    """The SHA-256 of a file of any size; OSError where it can't be read."""
    sidik = hashlib.sha256()
    with jalur.open("rb") as berkas:
        while potong := berkas.read(POTONG):
            sidik.update(potong)
    return sidik.hexdigest()
