"""The letterhead of reports: with the office's logo where it is a picture, whole without one."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import openpyxl
import pytest

from sopkinerja.cetak.gaya import Kaki
from sopkinerja.cetak.tata import Kop, write_kop
from sopkinerja.cetak.tulis import build_buku
from sopkinerja.ruang import build_waktu
from tests.alat.gambar import build_png


@pytest.mark.parametrize(
    ("isi", "gambar"),
    [
        pytest.param(build_png(200, 256), 1, id="png"),
        pytest.param(b"%PDF-1.7 logo", 0, id="bukan gambar"),
        pytest.param(build_png(200, 256)[:20], 0, id="terpotong"),
        pytest.param(b"", 0, id="kosong"),
        pytest.param(None, 0, id="tidak ada"),
    ],
)
def test_logo_di_kop(tmp_path: Path, isi: bytes | None, gambar: int) -> None:
    logo = tmp_path / "logo.png"
    if isi is not None:
        logo.write_bytes(isi)
    tujuan = io.BytesIO()
    with build_buku(tujuan, Kaki("A", "", build_waktu(None)), "A", "Dinas") as buku:
        lembar = buku.build_lembar("A")
        assert write_kop(lembar, Kop("Provinsi X", "Dinas X", "Jalan X", logo), 3) == 4
    with zipfile.ZipFile(tujuan) as arsip:
        assert len([n for n in arsip.namelist() if n.startswith("xl/media/")]) == gambar
    assert openpyxl.load_workbook(tujuan)["A"]["A2"].value == "DINAS X"
