"""The page that goes out with the quarterly forms: how to fill one in, as one file for a phone."""

from __future__ import annotations

import base64
from functools import cache
from hashlib import sha256
from html import escape
from pathlib import Path

from sopkinerja.markah_laman import render_badan
from sopkinerja.panduan import DAFTAR, find_panduan
from sopkinerja.papan.laman import hash_izin
from sopkinerja.ruang import Ruang, write_berkas

NAMA = "Cara Mengisi Formulir.html"
TANDA = b'<meta name="generator" content="sopkinerja: cara mengisi formulir">'
"""What tells the page as ours when it comes back beside the forms."""
_SIDIK = b"<!-- sidik isi: "
"""What stands before the hash of the page: as long as that agrees, nobody edited it."""
_LAMAN = """<!DOCTYPE html>
<html lang="id">
<head>
<meta charset="utf-8">
{tanda}
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src '{izin}'; img-src data:">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{judul}</title>
<style>{gaya}</style>
</head>
<body>
{badan}
</body>
</html>
"""


def write_petunjuk(ruang: Ruang) -> list[Path]:
    """Writes it into the workspace where it is missing, or another version's that nobody edited;
    returns what was written."""
    tujuan = ruang.akar / NAMA
    if tujuan.exists() and not (tujuan.is_file() and _is_usang(tujuan.read_bytes())):
        return []
    return [write_berkas(tujuan, render_petunjuk())]


def _is_usang(isi: bytes) -> bool:
    """Whether a page is as the program wrote it once, and no longer writes it."""
    laman, tanda, _ = isi.rpartition(_SIDIK)
    return bool(tanda) and isi == _bubuhi(laman) != render_petunjuk()


def _bubuhi(laman: bytes) -> bytes:
    """A page with the hash of its own body at its end."""
    return laman + _SIDIK + f"{sha256(laman).hexdigest()} -->\n".encode()


@cache
def render_petunjuk() -> bytes:
    """The guide for officers as a page in UTF-8 that fetches nothing: its picture stands in it."""
    berkas = find_panduan(next(p for p in DAFTAR if p.nama == "pegawai"))
    isi = berkas.read_text(encoding="utf-8")
    gaya = Path(__file__).with_name("petunjuk.css").read_text(encoding="utf-8")
    laman = _LAMAN.format(
        tanda=TANDA.decode(),
        izin=hash_izin(gaya),
        judul=escape(isi.partition("\n")[0].lstrip("# ")),
        gaya=gaya,
        badan=render_badan(isi, lambda jalur: _build_alamat(berkas.parent / jalur)),
    )
    return _bubuhi(laman.encode())


def _build_alamat(gambar: Path) -> str:
    return f"data:image/png;base64,{base64.b64encode(gambar.read_bytes()).decode()}"
