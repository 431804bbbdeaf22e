"""What a file is by its bytes, whatever it is called."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable

from sopkinerja.temuan import Temuan

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_BUKU = re.compile(r"xl/workbook\d*\.xml")
MAKRO = "xl/vbaproject.bin"
GAMBAR = ("xl/media/", "pictures/")
"""Where pictures lie in .xlsx and .ods."""


class BerkasDitolak(Exception):
    """The file can't be read at all; `temuan` says why."""

    def __init__(self, temuan: Temuan) -> None:
        super().__init__(temuan.pesan)
        self.temuan = temuan


def is_zip(isi: bytes) -> bool:
    """True for what begins like a zip, empty ones included."""
    return isi[:4] in (b"PK\x03\x04", b"PK\x05\x06")


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


def find_jenis(isi: bytes) -> str | None:
    """xlsx, xlsm, ods or xls; None for anything else, broken zips included."""
    if is_ole(isi):
        return None if is_bersandi_ole(isi) else "xls"
    if not is_zip(isi):
        return None
    try:
        with zipfile.ZipFile(io.BytesIO(isi)) as zip_:
            return find_jenis_zip(zip_.namelist())
    except zipfile.BadZipFile:
        return None
