"""The office's logo as a picture file that forms can carry."""

from __future__ import annotations

import struct
import zlib
from dataclasses import dataclass
from pathlib import Path

MAKS_UKURAN = 256 * 1024
"""Bytes: every form carries it."""
JENIS = {"PNG": "png", "JPEG": "jpeg", "GIF": "gif"}


@dataclass(frozen=True)
class Logo:
    """A picture file; `lebar` and `tinggi` say how wide and high it is beside each other."""

    isi: bytes
    akhiran: str
    lebar: float
    tinggi: float

    @property
    def sidik(self) -> int:
        """The CRC-32 by which a package knows it."""
        return zlib.crc32(self.isi)


def read_logo(path: Path) -> Logo | None:
    """The logo that forms may carry; None where there is no such file, or one too large or of a
    kind that not every program shows."""
    return read_gambar(path) if path.is_file() and path.stat().st_size <= MAKS_UKURAN else None


def read_gambar(path: Path) -> Logo | None:
    """A picture of any size; None where there is no such file, or it is none that every program
    shows."""
    if not path.is_file():
        return None
    from xlsxwriter.exceptions import XlsxWriterException
    from xlsxwriter.image import Image

    try:
        gambar = Image(str(path))
    except (XlsxWriterException, struct.error, OSError, ValueError):
        return None
    akhiran = JENIS.get(gambar.image_type)
    if akhiran is None or not gambar.width or not gambar.height:
        return None
    x, y = gambar._x_dpi or 96, gambar._y_dpi or 96
    return Logo(path.read_bytes(), akhiran, gambar.width / x, gambar.height / y)
