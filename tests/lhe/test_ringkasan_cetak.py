"""Ringkasan on paper, of any office: one F4 page, nothing cut, no letter under 7 points, signed."""

from __future__ import annotations

from pathlib import Path

import pytest

from sopkinerja.cetak.tulis import build_buku
from sopkinerja.lhe.ringkasan import write_ringkasan
from sopkinerja.matriks.cetakan import build_cetakan
from tests.cetakan.kertas import Batas, check_kertas
from tests.lhe.test_ringkasan import BAHAN
from tests.matriks.bahan import build_semua


@pytest.mark.libreoffice
@pytest.mark.poppler
@pytest.mark.parametrize("nama", BAHAN)
def test_satu_halaman_f4(nama: str, tmp_path: Path) -> None:
    setahun = build_semua(BAHAN[nama]())
    cetakan = build_cetakan(setahun.bahan)
    path = tmp_path / "ringkasan.xlsx"
    with build_buku(path, cetakan, "Ringkasan") as buku:
        write_ringkasan(buku, setahun)
    assert check_kertas(path, Batas(halaman=1, tanda=cetakan.tanda, tanda_tangan=2)) == []
