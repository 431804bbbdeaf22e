"""Rows that drop out of a year in silence."""

from __future__ import annotations

import pytest

from sopkinerja.katalog import Kode
from sopkinerja.mandat.aturan_tahun import BarisTahun, check_tahun_sesat
from sopkinerja.temuan import Letak
from tests.laporan.tabel import read_tabel

KASUS = """
| kasus                              | 2025 | 2026  | 2027 | disebut |
|------------------------------------|------|-------|------|---------|
| satu tahun saja                    |      | a b c |      |         |
| satu baris bertahun lalu           | d    | a b c |      | d       |
| satu baris bertahun depan          |      | a b c | d    | d       |
| dilanjutkan dari tahun lalu        | a    | a b c |      |         |
| tahun lalu selengkapnya            | d e f | a b c |     |         |
| dua dari lima bukan salah ketik    | d e  | a b c |      |         |
| dua dari dua puluh dua             | v w  | a b c d e f g h i j k l m n o p q r s t | | v w |
| tahun yang dikerjakan baru dimulai | a b c | d    |      |         |
| belum ada yang bertahun ini        | a    |       |      |         |
"""


@pytest.mark.parametrize("baris", read_tabel(KASUS), ids=lambda b: b["kasus"])
def test_baris_bertahun_lain(baris: dict[str, str]) -> None:
    daftar = [
        BarisTahun(
            tahun,
            (apa,),
            Letak(lembar="Mandat", sel="A2", tabel="mandat", baris=apa, kolom="tahun"),
        )
        for tahun in (2025, 2026, 2027)
        for apa in baris[str(tahun)].split()
    ]
    temuan = list(check_tahun_sesat(daftar, 2026))
    assert [t.letak.baris for t in temuan] == baris["disebut"].split()
    assert {t.kode for t in temuan} <= {Kode.REFERENSI_462}
