"""What a file is by its bytes, whatever it is called."""

from __future__ import annotations

import io
import re
import struct
import zipfile
import zlib
from collections.abc import Iterable
from typing import IO

from sopkinerja.temuan import Temuan

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_BUKU = re.compile(r"xl/workbook\d*\.xml")
_JENIS_BUKU = re.compile(
    rb"(?:spreadsheetml\.(?:sheet|template)|ms-excel\.(?:sheet|template)\.macroEnabled)\.main\+xml"
)
"""What a package calls a workbook."""
_MAKS_JENIS_ISI = 1024 * 1024
_RUSAK = (
    zipfile.BadZipFile, zlib.error, NotImplementedError, OSError, EOFError, ValueError, RuntimeError
)  # fmt: skip
MAKRO = "xl/vbaproject.bin"
_AKHIR_ZIP = ((b"PK\x05\x06", "<L", 12), (b"PK\x06\x06", "<Q", 40))
"""The records at the end of a zip, and where each says how large the directory is."""
_DI_ZIP64 = 2**32 - 1
_EKOR = 66_000
GAMBAR = ("xl/media/", "pictures/")
"""Where pictures lie in .xlsx and .ods."""
TAK_DIURAI = (*GAMBAR, "xl/embeddings/", "thumbnails/", "docprops/thumbnail", MAKRO)
"""Parts that no reader of ours unpacks: outside the budget."""


class BerkasDitolak(Exception):
    """The file can't be read at all; `temuan` says why."""

    def __init__(self, temuan: Temuan) -> None:
        super().__init__(temuan.pesan)
        self.temuan = temuan


def is_zip(isi: bytes) -> bool:
    """True for what begins like a zip, empty ones included."""
    return isi[:4] in (b"PK\x03\x04", b"PK\x05\x06")


def read_besar_direktori(berkas: IO[bytes]) -> int:
    """How many bytes the directory of a zip takes, by any of the records at its end: readers take
    memory by it before they see what it lists."""
    besar = berkas.seek(0, 2)
    berkas.seek(max(0, besar - _EKOR))
    ekor = berkas.read()
    semua = [
        struct.unpack_from(bentuk, ekor, cocok.start() + letak)[0]
        for tanda, bentuk, letak in _AKHIR_ZIP
        for cocok in re.finditer(re.escape(tanda), ekor)
        if cocok.start() + letak + struct.calcsize(bentuk) <= len(ekor)
    ]
    return max((n for n in semua if n != _DI_ZIP64), default=0)


def is_ole(isi: bytes) -> bool:
    """True for the container of .xls and of password-protected .xlsx."""
    return isi.startswith(OLE)


def is_bersandi_ole(isi: bytes) -> bool:
    """True for an .xlsx inside a password: its container names an EncryptedPackage."""
    return "EncryptedPackage".encode("utf-16-le") in isi


def find_jenis_zip(nama: Iterable[str]) -> str | None:
    """xlsx, xlsm or ods by the parts of a zip; None where it is none of them."""
    ada = {n.replace("\\", "/").lower() for n in nama}
    if any(_BUKU.fullmatch(n) for n in ada):
        return "xlsm" if MAKRO in ada else "xlsx"
    return "ods" if "content.xml" in ada and "meta-inf/manifest.xml" in ada else None


def find_jenis_paket(berkas: IO[bytes]) -> str | None:
    """The same of a zip: by the names of its parts, else by what it calls its main part, which may
    bear any name; None of a broken one."""
    try:
        with zipfile.ZipFile(berkas) as zip_:
            jenis = find_jenis_zip(zip_.namelist())
            if jenis == "ods":
                return jenis if _is_lembar_odf(zip_) else None
            return jenis or _find_jenis_isi(zip_)
    except _RUSAK:
        return None


def _is_lembar_odf(zip_: zipfile.ZipFile) -> bool:
    """False where an OpenDocument calls itself a letter, a presentation or a drawing."""
    if "mimetype" not in zip_.namelist():
        return True
    with zip_.open("mimetype") as aliran:
        return b"spreadsheet" in aliran.read(_MAKS_JENIS_ISI)


def _find_jenis_isi(zip_: zipfile.ZipFile) -> str | None:
    nama = next((n for n in zip_.namelist() if n.lower() == "[content_types].xml"), None)
    if nama is None:
        return None
    with zip_.open(nama) as aliran:
        isi = aliran.read(_MAKS_JENIS_ISI)
    cocok = _JENIS_BUKU.search(isi)
    if cocok is None:
        return None
    return "xlsm" if b"macroEnabled" in cocok[0] else "xlsx"


def find_jenis(isi: bytes) -> str | None:
    """xlsx, xlsm, ods or xls; None for anything else, broken zips included."""
    if is_ole(isi):
        return None if is_bersandi_ole(isi) else "xls"
    return find_jenis_paket(io.BytesIO(isi)) if is_zip(isi) else None
