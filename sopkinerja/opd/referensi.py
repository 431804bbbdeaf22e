"""The referensi workbook: written for the Kasubag Program, read back with every fault at once."""

from __future__ import annotations

from pathlib import Path

from sopkinerja.opd.baca import read_grid
from sopkinerja.opd.buku import render_referensi
from sopkinerja.opd.draf import build_draf
from sopkinerja.opd.model import Referensi
from sopkinerja.ruang import write_berkas
from sopkinerja.temuan import Temuan, is_ditolak


def write_referensi(path: Path, referensi: Referensi | None) -> Path:
    """Write the workbook (None: an empty one ready to fill); returns where it lies, a numbered
    name where someone has the old one open."""
    return write_berkas(path, render_referensi(referensi))


def read_referensi(path: Path) -> tuple[Referensi | None, list[Temuan]]:
    """The workbook's content (None where a galat stands) and all temuan.

    SopKinerjaError where the file is missing, open elsewhere or no workbook.
    """
    draf, temuan = build_draf(read_grid(path))
    return None if is_ditolak(temuan) else draf.build_referensi(), temuan
