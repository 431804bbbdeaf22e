"""The office restyles its template in LibreOffice; forms are issued from it, filled and taken in."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from sopkinerja.laporan.formulir import NAMA_TEMPLAT
from sopkinerja.ruang import Ruang
from tests.alur.kecil import create_kecil
from tests.alur.test_pulang import DPA, INDIKATOR, check_masuk, isi_dan_ubah
from tests.lembar.test_templat_pugar import kirim, pugar

pytestmark = pytest.mark.libreoffice
__all__ = ["kirim", "pugar"]


@pytest.fixture
def ruang(tmp_path: Path, pugar: Path) -> Ruang:
    """A workspace whose template has other fonts, a logo, rows above, a column inside, two columns
    moved, rewritten instructions and a marker in two fonts."""
    ruang = create_kecil(tmp_path / "ruang", INDIKATOR, DPA)
    shutil.copy(pugar, ruang.templat / NAMA_TEMPLAT)
    return ruang


@pytest.mark.parametrize("jenis", ["xlsx", "ods"])
def test_diisi_dan_diterima(ruang: Ruang, jenis: str) -> None:
    isi_dan_ubah(ruang, f"kiriman.{jenis}", jenis)
    assert check_masuk(ruang) == []
