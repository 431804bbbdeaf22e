"""Test tools: Microsoft's schema validator, a lint of our own, LibreOffice and the printed page.

`from tests.alat import validasi, lint, soffice_convert, uno_fill, check_cetak`
"""

from tests.alat.cetak import check_cetak
from tests.alat.libreoffice import (
    LangkahDitolak,
    Persen,
    Rumus,
    soffice_convert,
    uno_batch,
    uno_edit,
    uno_fill,
    uno_read,
)
from tests.alat.skema import validasi
from tests.alat.telaah import lint

__all__ = [
    "LangkahDitolak",
    "Persen",
    "Rumus",
    "check_cetak",
    "lint",
    "soffice_convert",
    "uno_batch",
    "uno_edit",
    "uno_fill",
    "uno_read",
    "validasi",
]
