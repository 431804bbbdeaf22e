"""A workspace whose forms are out, made once and copied for each test."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from sopkinerja.ruang import Ruang
from tests.alur.kecil import create_kecil, issue
from tests.alur.kiriman import INDIKATOR


@pytest.fixture(scope="session")
def ruang_terbit(tmp_path_factory: pytest.TempPathFactory) -> Ruang:
    ruang = create_kecil(tmp_path_factory.mktemp("terbit") / "ruang", INDIKATOR)
    issue(ruang)
    return ruang


@pytest.fixture
def meja_kerja(ruang_terbit: Ruang, tmp_path: Path) -> Ruang:
    """A fresh copy: TW I 2026 issued to BID-01 and STF-01, nothing has come back."""
    return Ruang(shutil.copytree(ruang_terbit.akar, tmp_path / "ruang"))
