"""Every marker is documented, and an office is told of those that its own template lacks."""

from __future__ import annotations

import shutil
from pathlib import Path

import openpyxl
import pytest

from sopkinerja.formulir.teks_penanda import ARTI, render_kurang
from sopkinerja.jenis import FORMULIR
from sopkinerja.laporan.jenis import LAPORAN
from sopkinerja.lembar.templat import find_templat
from sopkinerja.ruang import Ruang


def test_setiap_penanda_dijelaskan() -> None:
    assert ARTI.keys() == frozenset().union(*(j.penanda for j in FORMULIR))


@pytest.mark.parametrize("hapus", [True, False])
def test_penanda_yang_dihapus_kantor_diberitahukan(tmp_path: Path, hapus: bool) -> None:
    ruang = Ruang(tmp_path)
    ruang.templat.mkdir(parents=True)
    berkas = ruang.templat / LAPORAN.nama_templat
    shutil.copy(find_templat(LAPORAN.nama_templat, None), berkas)
    buku = openpyxl.load_workbook(berkas)
    buku["Petunjuk"]["B1"] = "Pemda kami" if hapus else "{{pemda_kapital}} kami"
    sel = next(s for b in buku["Perbaikan"].iter_rows() for s in b if "batas}}" in str(s.value))
    sel.value = "Segera" if hapus else f"{sel.value} ya"
    buku.save(berkas)
    kabar = LAPORAN.open_templat(ruang, "").kabar
    if not hapus:
        assert kabar is None
        return
    assert kabar is not None
    assert render_kurang(["pemda_kapital", "perbaikan_batas"]) in kabar.render()
