"""A form filled in its XML: the parts of the issued form stay as they were."""

from __future__ import annotations

import shutil
from pathlib import Path

import openpyxl

from tests.alur.kecil import find_tempat
from tests.alur.kiriman import INDIKATOR
from tests.alur.tambal import tambal


def isi_xml(formulir: Path, tujuan: Path, jabatan: str = "BID-01", realisasi: float = 10.0) -> Path:
    """Every indicator of the jabatan with this realisasi and an evidence, as `tujuan`."""
    tempat = find_tempat(openpyxl.load_workbook(formulir))
    tujuan.parent.mkdir(parents=True, exist_ok=True)
    shutil.copy(formulir, tujuan)
    ketikan = {}
    for i in INDIKATOR:
        if i.jabatan == jabatan:
            ketikan[tempat["laporan", i.kode, "realisasi"]] = f"n:{realisasi:g}"
            ketikan[tempat["laporan", i.kode, "bukti_dukung"]] = "s:tautan daftar hadir"
    return tambal(tujuan, ketikan)
