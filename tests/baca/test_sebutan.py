"""A cell on a scale: its words in any case, numbers where there are bounds, nothing guessed."""

from __future__ import annotations

import pytest

from sopkinerja.baca.angka import BukanAngka, DuaBacaan
from sopkinerja.baca.sebutan import BukanSebutan, read_sebutan
from sopkinerja.baca.sel import Sel
from sopkinerja.istilah import Sebutan
from sopkinerja.skala import SKALA_BAWAAN, find_bernama
from sopkinerja.tulisan import render_target
from tests.laporan.tabel import read_tabel

SEL = """
| skala              | isi               | dibaca       |
| Opini BPK          | WTP               | WTP          |
| Opini BPK          | wtp               | WTP          |
| Opini BPK          | “WTP”.            | WTP          |
| Opini BPK          | WTP DPP           | bukan        |
| Opini BPK          | 4                 | bukan        |
| Opini BPK          | nihil             | bukan        |
| Opini BPK          | WTP (Wajar Tanpa Pengecualian) | WTP |
| Opini BPK          | WTP (WDP)         | bukan        |
| Predikat AKIP      | bb                | BB           |
| Predikat AKIP      | 78,5              | BB (78,5)    |
| Predikat AKIP      | BB (78,5)         | BB (78,5)    |
| Predikat AKIP      | 78,5 (BB)         | BB (78,5)    |
| Predikat AKIP      | BB/78,5           | BB (78,5)    |
| Predikat AKIP      | A (78,5)          | bukan        |
| Predikat AKIP      | B (Baik)          | B            |
| Predikat AKIP      | BB (>70)          | BB           |
| Predikat AKIP      | BB (> 70 s.d. 80) | BB           |
| Predikat AKIP      | A (>60)           | bukan        |
| Kategori Pelayanan | B (76,61-88,30)   | B            |
| Opini BPK          | WTP (ke-5)        | WTP          |
| Predikat AKIP      | 70.050            | dua          |
| Predikat AKIP      | BB-A              | bukan        |
| Kategori Pelayanan | 10                | bukan        |
| Ya/Tidak           | YA                | Ya           |
| Ya/Tidak           | 1                 | bukan        |
| Ada/Tidak Ada      | tidak   ada       | Tidak Ada    |
"""


@pytest.mark.parametrize("kasus", read_tabel(SEL), ids=str)
def test_sel(kasus: dict[str, str]) -> None:
    skala = find_bernama(kasus["skala"], SKALA_BAWAAN)
    assert skala is not None
    hasil = read_sebutan(Sel(kasus["isi"], "Laporan", "K11"), skala)
    bentuk = {BukanSebutan: "bukan", DuaBacaan: "dua"}
    assert bentuk.get(type(hasil)) or render_target(_sebutan(hasil)) == kasus["dibaca"]
    if kasus["dibaca"] in bentuk.values():
        assert bentuk.get(type(hasil)) == kasus["dibaca"]


def _sebutan(hasil: object) -> Sebutan:
    assert isinstance(hasil, Sebutan), hasil
    return hasil


def test_angka_kosong_dan_galat() -> None:
    """A number cell is one; a blank is none; an error or a logical value stays what it is."""
    skala = SKALA_BAWAAN[0]
    assert read_sebutan(Sel(78.5, "", ""), skala) == Sebutan(sebutan="BB", nilai=5, angka=78.5)
    assert read_sebutan(Sel(None, "", ""), skala) is None
    assert read_sebutan(Sel("  ", "", ""), skala) is None
    assert isinstance(read_sebutan(Sel("", "", "", galat="#N/A"), skala), BukanAngka)
    assert isinstance(read_sebutan(Sel(True, "", ""), skala), BukanAngka)


def test_yang_bukan_sebutan_menyebut_pilihannya() -> None:
    opini, akip = SKALA_BAWAAN[1], SKALA_BAWAAN[0]
    assert read_sebutan(Sel("Baik", "", ""), opini) == BukanSebutan("Baik", "TMP, TW, WDP, WTP")
    hasil = read_sebutan(Sel("Baik", "", ""), akip)
    assert isinstance(hasil, BukanSebutan)
    assert hasil.pilihan.endswith("AA (atau angkanya)")
