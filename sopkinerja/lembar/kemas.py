"""The zip around a workbook: equal parts give equal bytes, and what is the same in every form is
squeezed once in a process.

Stretches of deflate that each end in a full flush may stand behind each other in one stream
(RFC 1951): so a part is constant stretches that are kept squeezed, and what differs between them.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

KECIL = 1024
"""Parts of fewer bytes are stored as they are: nothing to gain."""
RUAS = 4096
"""Constant text of so many characters is a stretch of its own."""
GAMBAR = (".png", ".jpg", ".jpeg", ".gif")
TINGKAT = 1
"""zlib's quickest: forms are sent once and read once."""

_LOKAL = struct.Struct("<4s5H3I2H")
_PUSAT = struct.Struct("<4s6H3I5H2I")
_AKHIR = struct.Struct("<4s4H2IH")
_VERSI, _HARI, _IZIN = 20, (2026 - 1980) << 9 | 1 << 5 | 1, 0o644 << 16
"""Unpacked by version 2.0; 1 January 2026; a plain file."""
_UTF8 = 0x800
_TAMAT = b"\x03\x00"
"""An empty last block."""

Isi = bytes | Sequence[str]
"""A part: its bytes, or its text in pieces of which the long ones are in other forms too."""


class _Ruas(NamedTuple):
    """A stretch of a part: its bytes, and squeezed up to a full flush."""

    isi: bytes
    padat: bytes


class _Padat(NamedTuple):
    """A part as it lies in the zip."""

    cara: int
    crc: int
    ukuran: int
    isi: bytes


def pack(semua: Iterable[tuple[str, Isi]], tetap: Collection[str] = ()) -> bytes:
    """A zip of these parts with fixed timestamps; pictures and small parts aren't squeezed. `tetap`
    names the parts that are the same in most packages."""
    wadah, pusat = bytearray(), bytearray()
    jumlah = 0
    for nama, isi in semua:
        satu = _squeeze(nama, isi, nama in tetap)
        jalur = nama.encode()
        tanda = 0 if nama.isascii() else _UTF8
        sifat = (tanda, satu.cara, 0, _HARI, satu.crc, len(satu.isi), satu.ukuran, len(jalur), 0)
        pusat += _PUSAT.pack(b"PK\1\2", _VERSI, _VERSI, *sifat, 0, 0, 0, _IZIN, len(wadah))
        pusat += jalur
        wadah += _LOKAL.pack(b"PK\3\4", _VERSI, *sifat)
        wadah += jalur
        wadah += satu.isi
        jumlah += 1
    letak = len(wadah)
    wadah += pusat
    wadah += _AKHIR.pack(b"PK\5\6", 0, 0, jumlah, jumlah, len(pusat), letak, 0)
    return bytes(wadah)


def join(isi: Isi) -> bytes:
    """The bytes of a part."""
    return isi if isinstance(isi, bytes) else "".join(isi).encode()


def _squeeze(nama: str, isi: Isi, tetap: bool) -> _Padat:
    if not isinstance(isi, bytes):
        return _squeeze_ruas(list(_iter_ruas(isi)))
    if len(isi) < KECIL or nama.endswith(GAMBAR):
        return _Padat(0, zlib.crc32(isi), len(isi), isi)
    return _keep_utuh(isi) if tetap else _squeeze_utuh(isi)


def _squeeze_utuh(isi: bytes) -> _Padat:
    return _squeeze_ruas([_build_ruas(isi)])


_keep_utuh = lru_cache(maxsize=256)(_squeeze_utuh)


def _squeeze_ruas(ruas: Sequence[_Ruas]) -> _Padat:
    crc = ukuran = 0
    for r in ruas:
        crc = zlib.crc32(r.isi, crc)
        ukuran += len(r.isi)
    return _Padat(zlib.DEFLATED, crc, ukuran, b"".join([*(r.padat for r in ruas), _TAMAT]))


def _iter_ruas(potongan: Sequence[str]) -> Iterator[_Ruas]:
    beda: list[str] = []
    for p in potongan:
        if len(p) < RUAS:
            beda.append(p)
            continue
        if beda:
            yield _build_ruas("".join(beda).encode())
            beda = []
        yield _keep_ruas(p)
    if beda:
        yield _build_ruas("".join(beda).encode())


@lru_cache(maxsize=512)
def _keep_ruas(teks: str) -> _Ruas:
    return _build_ruas(teks.encode())


def _build_ruas(isi: bytes) -> _Ruas:
    mampat = zlib.compressobj(TINGKAT, zlib.DEFLATED, -zlib.MAX_WBITS)
    return _Ruas(isi, mampat.compress(isi) + mampat.flush(zlib.Z_FULL_FLUSH))
