"""The referensi workbook: written for the Kasubag Program, read back with every fault at once."""

from __future__ import annotations

from pathlib import Path

from sopkinerja.opd.buku import render_referensi
from sopkinerja.opd.model import Referensi
from sopkinerja.ruang import write_berkas


def write_referensi(path: Path, referensi: Referensi | None) -> Path:
    """Write the workbook (None: an empty one ready to fill); returns where it lies, a numbered
    name where someone has the old one open."""
    return write_berkas(path, render_referensi(referensi))
