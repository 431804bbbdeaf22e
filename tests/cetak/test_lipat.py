"""Where the last page of a sheet begins: signatures bring rows with them, no page holds a line."""

from __future__ import annotations

import io

import pytest

from sopkinerja.cetak.lipat import (
    LONGGAR,
    keep_pita_ujung,
    keep_ujung,
    list_awal,
    measure_muatan,
    plan_henti,
    plan_pita,
)
from sopkinerja.cetak.tulis import TINGGI, build_buku
from tests.cetak.test_gaya import CETAKAN
from tests.laporan.tabel import read_tabel

# rows of 10 points after a heading of 10, how much a page takes, where the end begins
KASUS = """
| kasus                              | baris | muatan | ujung | henti |
| ---------------------------------- | ----- | ------ | ----- | ----- |
| satu halaman                       | 9     | 100    | 9     |       |
| penuh, dua halaman                 | 15    | 100    | 15    |       |
| satu baris tertinggal              | 10    | 100    | 10    | 7     |
| dua baris tertinggal               | 11    | 100    | 11    | 8     |
| tiga sudah cukup                   | 13    | 100    | 13    |       |
| tanda tangan terpotong             | 12    | 100    | 8     | 5     |
| tanda tangan sendirian             | 13    | 100    | 10    | 7     |
| program lain memuat kurang         | 9     | 100 90 | 9     | 6     |
| halaman sebelumnya tidak sendirian | 20    | 100    | 18    | 15    |
"""


@pytest.mark.parametrize("kasus", read_tabel(KASUS), ids=lambda k: k["kasus"])
def test_henti(kasus: dict[str, str]) -> None:
    tinggi = [10.0] * (int(kasus["baris"]) + 1)
    muatan = [float(m) for m in kasus["muatan"].split()]
    henti = plan_henti(tinggi, muatan, 0, int(kasus["ujung"]))
    assert henti == (int(kasus["henti"]) if kasus["henti"] else None)


# rows of 10 points after a heading of 10, 100 on a page, which rows are bands, where signatures begin
PITA = """
| kasus                           | baris | pita       | ujung | henti |
| ------------------------------- | ----- | ---------- | ----- | ----- |
| satu halaman                    | 9     | 1 9        |       |       |
| pita di tengah                  | 15    | 1 5        |       | 10    |
| pita menutup halaman            | 15    | 1 9        |       | 9     |
| dua pita menutup halaman        | 15    | 1 8 9      |       | 8     |
| pita membuka halaman            | 15    | 1 10       |       | 10    |
| halaman berikutnya juga         | 25    | 8 9 16     |       | 8 16 23 |
| akhir tinggal sebaris           | 10    | 1          |       | 8     |
| akhir tinggal sebaris, di pita  | 10    | 1 7        |       | 7     |
| pita semua                      | 12    | 0 1 2 3 4 5 6 7 8 9 10 11 12 |       | 10 |
| tanda tangan terpotong          | 12    | 1          | 8     | 5     |
| tanda tangan sendirian          | 13    | 1          | 10    | 7     |
| tanda tangan dan pita           | 13    | 1 6        | 10    | 6     |
| tanda tangan muat               | 15    | 1 9        | 13    | 9     |
"""


@pytest.mark.parametrize("kasus", read_tabel(PITA), ids=lambda k: k["kasus"])
def test_pita_tidak_menutup_halaman(kasus: dict[str, str]) -> None:
    pita = {int(n) for n in kasus["pita"].split()}
    ujung = int(kasus["ujung"]) if kasus["ujung"] else None
    henti = plan_pita([10.0] * (int(kasus["baris"]) + 1), 100, 0, pita, ujung)
    assert henti == [int(n) for n in kasus["henti"].split()]


def test_tanda_tangan_tidak_menyisakan_pita() -> None:
    """The break that keeps signatures whole isn't made right below a band."""
    tinggi = [10.0] * 14
    assert plan_henti(tinggi, [100.0], 0, 10) == 7
    assert plan_henti(tinggi, [100.0], 0, 10, {6}) == 6
    assert plan_henti(tinggi, [100.0], 0, 10, {5, 6}) == 5


def find_henti_pita(baris: int, ujung: int, pita: int) -> list[int]:
    """Where a sheet of so many rows with signatures from `ujung` on and one band breaks."""
    with build_buku(io.BytesIO(), CETAKAN, "Uji") as buku:
        lembar = buku.build_lembar("Uji")
        lembar.apply_lebar(90, 90)
        for n in range(baris):
            lembar.write(n, 0, n)
        keep_pita_ujung(lembar, 0, [pita], ujung, baris - 1)
        return list(lembar.ws.hbreaks)


def test_pita_ditahan_hanya_bila_halamannya_tetap() -> None:
    """Every page is cut where none ends with a band; where that would take a page more, only the
    signatures are kept whole."""
    libre, excel = measure_muatan([90, 90])
    muat = int(min(libre * LONGGAR[0], excel) / TINGGI)
    assert find_henti_pita(2 * muat - 5, 2 * muat - 9, muat - 1) == [muat - 1]
    assert find_henti_pita(2 * muat - 1, 2 * muat - 5, muat - 1) == []


def test_awal_halaman() -> None:
    """Ten rows on the first page, the heading and nine on the others."""
    assert list_awal([10.0] * 25, 100, 0, None) == [0, 10, 19]
    assert list_awal([10.0] * 25, 100, 0, 7) == [0, 7, 16]


def test_halaman_lebih_lebar_memuat_lebih_banyak() -> None:
    """Never larger than life; Excel's columns are narrower, so that it shrinks less."""
    assert measure_muatan([40, 40]) == measure_muatan([80])
    libre, excel = measure_muatan([180])
    assert excel < libre


def find_henti(lebar: list[float], dicetak: int, baris: int) -> list[int]:
    """Where a sheet of so many rows breaks so that its last one isn't alone."""
    with build_buku(io.BytesIO(), CETAKAN, "Uji") as buku:
        lembar = buku.build_lembar("Uji")
        lembar.apply_lebar(*lebar)
        lembar.kolom_cetak = dicetak
        for n in range(baris):
            lembar.write(n, 0, n)
        keep_ujung(lembar, 0, baris - 1, baris - 1)
        return list(lembar.ws.hbreaks)


def test_kolom_yang_tidak_dicetak_tidak_diukur() -> None:
    """What stands beside the printed columns for the screen doesn't shrink the page."""
    sendiri = [find_henti([90, 90], 2, n) for n in range(20, 60)]
    assert any(sendiri)
    assert [find_henti([90, 90, 200], 2, n) for n in range(20, 60)] == sendiri
