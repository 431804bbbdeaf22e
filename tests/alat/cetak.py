"""The printed page: the PDF holds the cells' text, whole, and pages are filled sensibly."""

from __future__ import annotations

import re
import subprocess
import tempfile
from pathlib import Path

from tests.alat.libreoffice import soffice_convert, tanya


def check_cetak(path: Path) -> list[str]:
    """Every fault of the printed workbook; empty where all is well."""
    with tempfile.TemporaryDirectory() as folder:
        pdf = soffice_convert(path, "pdf", Path(folder))
        halaman = _read_halaman(pdf)
    cetakan = _padat("".join(halaman))
    galat = [f"page {i}: ####" for i, h in enumerate(halaman, 1) if re.search(r"#{3,}", h)]
    galat += [f"page {i} is empty" for i, h in enumerate(halaman, 1) if not h.strip()]
    for lembar, sel, teks in tanya({"op": "teks_tercetak", "berkas": str(path.resolve())}):
        if _padat(teks) not in cetakan:
            galat.append(f"{lembar}!{sel}: not whole in print: {teks[:80]!r}")
    return galat


def _read_halaman(pdf: Path) -> list[str]:
    hasil = subprocess.run(
        ["pdftotext", "-raw", "-enc", "UTF-8", pdf, "-"], capture_output=True, check=True
    )
    return hasil.stdout.decode().split("\f")[:-1]


def _padat(teks: str) -> str:
    """Without white space and soft hyphens."""
    return re.sub(r"[\s\u00ad\u200b]+", "", teks)
