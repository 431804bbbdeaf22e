"""A workspace whose forms are out, made once and copied for each test."""

from __future__ import annotations

import datetime as dt
import shutil
from pathlib import Path

import pytest

from sopkinerja.istilah import Triwulan
from sopkinerja.ruang import Ruang
from tests.alur import setahun
from tests.alur.kecil import create_kecil, issue
from tests.alur.kiriman import INDIKATOR
from tests.alur.setahun import REVISI_SATU, STAF, build_isian, jalankan, kirim, lapor_bidang, tutup


@pytest.fixture(scope="session")
def ruang_terbit(tmp_path_factory: pytest.TempPathFactory) -> Ruang:
    ruang = create_kecil(tmp_path_factory.mktemp("terbit") / "ruang", INDIKATOR)
    issue(ruang)
    return ruang


@pytest.fixture
def meja_kerja(ruang_terbit: Ruang, tmp_path: Path) -> Ruang:
    """A fresh copy: TW I 2026 issued to BID-01 and STF-01, nothing has come back."""
    return Ruang(shutil.copytree(ruang_terbit.akar, tmp_path / "ruang"))


@pytest.fixture(scope="session")
def ruang_lapor(tmp_path_factory: pytest.TempPathFactory) -> Ruang:
    """TW I: the Kabid has reported, below target, with a rekomendasi; the staff hasn't."""
    ruang = create_kecil(tmp_path_factory.mktemp("lapor") / "ruang", setahun.INDIKATOR)
    issue(ruang)
    kirim(ruang, 1, "BID-01", "bidang.xlsx", lapor_bidang(8.0, 12.0, "Ganti alatnya"))
    jalankan(ruang, "terima --tanggal 2026-04-07")
    return ruang


@pytest.fixture(scope="session")
def ruang_tutup(ruang_lapor: Ruang, tmp_path_factory: pytest.TempPathFactory) -> Ruang:
    """The same, with the forms of TW II out since its first day, and TW I closed."""
    ruang = Ruang(shutil.copytree(ruang_lapor.akar, tmp_path_factory.mktemp("tutup") / "ruang"))
    shutil.copy(issue(ruang, Triwulan.II, dt.date(2026, 4, 1))["BID-01"], ruang.akar / REVISI_SATU)
    tutup(ruang, 1, "2026-04-20")
    return ruang


@pytest.fixture
def terbuka(ruang_lapor: Ruang, tmp_path: Path) -> Ruang:
    return Ruang(shutil.copytree(ruang_lapor.akar, tmp_path / "ruang"))


@pytest.fixture
def tertutup(ruang_tutup: Ruang, tmp_path: Path) -> Ruang:
    return Ruang(shutil.copytree(ruang_tutup.akar, tmp_path / "tertutup"))


@pytest.fixture(scope="session")
def ruang_dua_tutup(ruang_tutup: Ruang, tmp_path_factory: pytest.TempPathFactory) -> Ruang:
    """TW I and II closed; the staff's return of TW I came too late and is held."""
    ruang = Ruang(shutil.copytree(ruang_tutup.akar, tmp_path_factory.mktemp("dua") / "ruang"))
    kirim(ruang, 2, "BID-01", "b2.xlsx", lapor_bidang(11.0, 5.0))
    kirim(ruang, 2, "STF-01", "s2.xlsx", build_isian(STAF, 10.0))
    jalankan(ruang, "terima --tanggal 2026-07-06")
    tutup(ruang, 2, "2026-07-20")
    issue(ruang, Triwulan.III, dt.date(2026, 7, 21))
    kirim(ruang, 1, "STF-01", "susulan.xlsx", build_isian(STAF, 12.0))
    jalankan(ruang, "terima --tanggal 2026-07-22", kode=1)
    return ruang


@pytest.fixture
def dua_tutup(ruang_dua_tutup: Ruang, tmp_path: Path) -> Ruang:
    return Ruang(shutil.copytree(ruang_dua_tutup.akar, tmp_path / "dua"))
