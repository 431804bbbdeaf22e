"""Every row of the matrix is computed once, however many documents print it."""

from __future__ import annotations

import shutil
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

import pytest

from sopkinerja.matriks.akumulasi import build_baris
from sopkinerja.ruang import Ruang
from tests.alur.setahun import INDIKATOR, STAF, build_isian, jalankan, kirim


@contextmanager
def count_baris() -> Iterator[Counter[str]]:
    """How often the row of each indicator is computed meanwhile."""
    hitung: Counter[str] = Counter()

    def lihat(bingkai: FrameType, peristiwa: str, _: object) -> None:
        if peristiwa == "call" and bingkai.f_code is build_baris.__code__:
            hitung[bingkai.f_locals["indikator"].kode] += 1

    sys.setprofile(lihat)
    try:
        yield hitung
    finally:
        sys.setprofile(None)


@pytest.fixture
def ruang(ruang_lapor: Ruang, tmp_path: Path) -> Ruang:
    """BID-01 has reported TW I; STF-01 has not."""
    return Ruang(shutil.copytree(ruang_lapor.akar, tmp_path / "ruang"))


@pytest.mark.parametrize("perintah", ["matriks -t 1", "lhe -t 1"])
def test_setiap_baris_sekali(ruang: Ruang, perintah: str) -> None:
    """Matrix, Laporan Kinerja, recaps and Rapat Monev form out of one computation; and the LHE."""
    with count_baris() as hitung:
        jalankan(ruang, f"{perintah} --tanggal 2026-04-08 --tetap --alasan", "Menunggu")
    assert hitung == dict.fromkeys((i.kode for i in INDIKATOR), 1)


def test_terima_hanya_baris_rekapnya(ruang: Ruang) -> None:
    """The recap of the Kepala Bidang shows STF-01 alone."""
    kirim(ruang, 1, "STF-01", "staf.xlsx", build_isian(STAF, 10.0))
    with count_baris() as hitung:
        jalankan(ruang, "terima --tanggal 2026-04-08")
    assert hitung == {STAF: 1}
