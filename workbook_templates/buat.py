"""Makes the shipped form templates; equal input gives equal bytes.

python workbook_templates/buat.py [FOLDER]
"""

from __future__ import annotations

import sys
from pathlib import Path

from kerangka import Buku
from triwulan import SEMUA

from sopkinerja.laporan import teks
from sopkinerja.laporan.tabel import TABEL


def build_laporan_triwulan(tujuan: Path) -> None:
    """The template of the quarterly form."""
    buku = Buku(tujuan, teks, TABEL)
    for lembar in SEMUA:
        lembar(buku)
    buku.wb.close()


if __name__ == "__main__":
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent
    build_laporan_triwulan(folder / "laporan_triwulan.xlsx")
