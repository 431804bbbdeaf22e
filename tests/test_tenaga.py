"""Work that several processes share: nothing is lost, changed or put in another order."""

from __future__ import annotations

import gc
import os
import subprocess
import sys
import time
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from functools import partial

import pytest

from sopkinerja.sampah import AMBANG
from sopkinerja.tenaga import (
    MAKS_BERAT,
    PALING_SEDIKIT,
    ROMBONGAN,
    count_inti,
    find_bekal,
    iter_hasil,
    open_tenaga,
    open_tenaga_berbekal,
)

BANYAK = 100


def kuadrat(angka: int) -> int:
    return angka * angka


def tunggu_sampah(_: int) -> int:
    return gc.get_threshold()[0]


def kali_bekal(angka: int) -> int:
    bekal = find_bekal()
    assert isinstance(bekal, int)
    return bekal * angka


def mati_di_jalan(induk: int, angka: int) -> int:
    """Ends the process that does it, unless that is the one which asked."""
    if angka == BANYAK // 2 and os.getpid() != induk:
        os._exit(9)
    return angka * angka


@pytest.mark.parametrize("proses", [0, 1, 2])
def test_hasil_sama_dan_berurut(proses: int) -> None:
    """From one process or from many."""
    harap = [(n, n * n) for n in range(BANYAK)]
    if not proses:
        assert list(iter_hasil(None, kuadrat, range(BANYAK))) == harap
        return
    with ProcessPoolExecutor(proses) as tenaga:
        assert list(iter_hasil(tenaga, kuadrat, iter(range(BANYAK)))) == harap


@pytest.mark.skipif(count_inti() < 2, reason="one core: nobody else works")
def test_proses_lain_jarang_mencari_sampah() -> None:
    """In the processes that share the work as in the one that shares it out."""
    with open_tenaga(BANYAK) as tenaga:
        assert {hasil for _, hasil in iter_hasil(tenaga, tunggu_sampah, range(BANYAK))} == {AMBANG}


@pytest.mark.parametrize("banyak", [3, BANYAK])
def test_bekal_sampai_di_setiap_proses(banyak: int) -> None:
    """Where one process does all, and where several share it; afterwards it is gone."""
    with open_tenaga_berbekal(banyak, 7) as tenaga:
        assert list(iter_hasil(tenaga, kali_bekal, range(banyak))) == [
            (n, 7 * n) for n in range(banyak)
        ]
    assert find_bekal() is None


def test_proses_yang_mati_tidak_menghilangkan_apa_pun() -> None:
    """What a lost process was doing, and all that was to come, is done here."""
    with ProcessPoolExecutor(2) as tenaga:
        hasil = list(iter_hasil(tenaga, partial(mati_di_jalan, os.getpid()), range(BANYAK)))
    assert hasil == [(n, n * n) for n in range(BANYAK)]


def test_yang_berat_tidak_bertumpuk() -> None:
    """Of heavy items no more are on their way than may be, whatever hands there are."""
    diambil: list[int] = []
    sumber = (diambil.append(n) or n for n in range(BANYAK))  # type: ignore[func-returns-value]
    tertinggi = 0
    with ThreadPoolExecutor(8) as tenaga:
        hasil = iter_hasil(tenaga, kuadrat, sumber, lambda _: MAKS_BERAT // ROMBONGAN)
        for selesai, _ in enumerate(hasil):
            tertinggi = max(tertinggi, len(diambil) - selesai)
    assert ROMBONGAN < tertinggi <= 2 * ROMBONGAN


def test_sedikit_dikerjakan_sendiri() -> None:
    """A handful isn't worth the start of a process."""
    with open_tenaga(PALING_SEDIKIT - 1) as tenaga:
        assert tenaga is None
    with open_tenaga(BANYAK) as tenaga:
        assert (tenaga is None) == (count_inti() == 1)


INDUK = f"""
import time
from tests.test_tenaga import kuadrat
from sopkinerja.tenaga import iter_hasil, open_tenaga
if __name__ == "__main__":
    with open_tenaga({BANYAK}) as tenaga:
        assert tenaga is not None
        print(*tenaga.submit(kuadrat, 3).result() and tenaga._processes, flush=True)
        time.sleep(600)
"""


@pytest.mark.skipif(count_inti() < 2, reason="one core: no further process")
@pytest.mark.skipif(sys.platform == "win32", reason="asks with signal 0, which kills there")
def test_proses_pergi_bersama_induknya() -> None:
    """Killed halfway, a command leaves no process behind that holds its files."""
    induk = subprocess.Popen([sys.executable, "-c", INDUK], stdout=subprocess.PIPE, text=True)
    assert induk.stdout is not None
    anak = [int(n) for n in induk.stdout.readline().split()]
    assert anak
    induk.kill()
    induk.wait()
    induk.stdout.close()
    while any(_hidup(n) for n in anak):
        time.sleep(0.1)


def _hidup(nomor: int) -> bool:
    try:
        with open(f"/proc/{nomor}/stat") as berkas:
            return berkas.read().rsplit(")", 1)[1].split()[0] != "Z"
    except FileNotFoundError:
        return False
