"""Pictures of one colour, to put where a picture is asked for."""

from __future__ import annotations

import struct
import zlib


def build_png(lebar: int, tinggi: int, warna: tuple[int, int, int] = (31, 56, 100)) -> bytes:
    """A PNG of so many pixels."""
    isi = zlib.compress((b"\0" + bytes(warna) * lebar) * tinggi)
    kepala = struct.pack(">2I5B", lebar, tinggi, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + jenis + data + struct.pack(">I", zlib.crc32(jenis + data))
        for jenis, data in ((b"IHDR", kepala), (b"IDAT", isi), (b"IEND", b""))
    )
