"""Where rows go when tables become longer, and what formulas then say."""

from __future__ import annotations

import pytest

from sopkinerja.lembar.geser import Geser, Ruas, Tempat, shift_daerah, shift_rumus

SEMUA = {
    "laporan": Geser((Ruas(11, 50, 20), Ruas(60, 69, 5))),
    "rekap bulanan": Geser((Ruas(11, 50, 20),)),
    "catatan": Geser((Ruas(11, 510),)),
}
"""Laporan holds two tables below each other, and a signature below both."""

# --- formulas outside tables

DI_LUAR = """
| rumus                                     | jadi                                      |
| SUM(H11:H50)                              | SUM(H11:H70)                              |
| SUM($H$11:$H$50)                          | SUM($H$11:$H$70)                          |
| SUM(H11:H49)                              | SUM(H11:H49)                              |
| SUM(H11:H51)                              | SUM(H11:H71)                              |
| SUM(H60:H69)                              | SUM(H80:H94)                              |
| H51+H70                                   | H71+H95                                   |
| H10&"H51:H60, H51"                       | H10&"H51:H60, H51"                       |
| LOG10(H51)+ABC51X+TW_51                   | LOG10(H71)+ABC51X+TW_51                   |
| COUNTIF('Rekap Bulanan'!$C$11:$C$50,"?*") | COUNTIF('Rekap Bulanan'!$C$11:$C$70,"?*") |
| REKAP!H51+Catatan!H511                    | REKAP!H51+Catatan!H511                    |
| OFFSET(laporan!$C$51,0,0,MAX(1,2),1)      | OFFSET(laporan!$C$71,0,0,MAX(1,2),1)      |
| H11:INDEX(H11:H50,3)                      | H11:INDEX(H11:H70,3)                      |
| SUM($11:$50,A:A)                          | SUM($11:$70,A:A)                          |
"""

# --- formulas in row 50, the last of the table; copied two rows down

DI_TABEL = """
| rumus                                             | tetap                                             | turun                                             |
| H50/$H$51                                         | H50/$H$71                                         | H52/$H$71                                         |
| SUM($H$11:H50)                                    | SUM($H$11:H50)                                    | SUM($H$11:H52)                                    |
| H49+H10                                           | H49+H10                                           | H51+H10                                           |
| SUM($H$11:$H$50)                                  | SUM($H$11:$H$70)                                  | SUM($H$11:$H$70)                                  |
| SUMIFS('Catatan'!$E$11:$E$510,Catatan!$C$11,$C50) | SUMIFS('Catatan'!$E$11:$E$510,Catatan!$C$11,$C50) | SUMIFS('Catatan'!$E$11:$E$510,Catatan!$C$11,$C52) |
| 'Rekap Bulanan'!H50&'Rekap Bulanan'!H51           | 'Rekap Bulanan'!H50&'Rekap Bulanan'!H71           | 'Rekap Bulanan'!H52&'Rekap Bulanan'!H71           |
"""

DAERAH = """
| daerah        | jadi           |
| H11:H50       | H11:H70        |
| H11:H50 J50   | H11:H70 J50:J70 |
| H11:H49       | H11:H49        |
| B8:P8         | B8:P8          |
| H51           | H71            |
| H60:H69       | H80:H94        |
| A1:XFD1048576 | A1:XFD1048576  |
| A:C           | A:C            |
"""


def _baris(tabel: str) -> list[list[str]]:
    isi = [[s.strip() for s in b.strip(" |").split("|")] for b in tabel.strip().splitlines()]
    return isi[1:]


@pytest.mark.parametrize(("rumus", "jadi"), _baris(DI_LUAR))
def test_rumus_di_luar_tabel(rumus: str, jadi: str) -> None:
    assert shift_rumus(rumus, SEMUA, Tempat("Laporan", 8)) == jadi


@pytest.mark.parametrize(("rumus", "tetap", "turun"), _baris(DI_TABEL))
def test_rumus_baris_tabel(rumus: str, tetap: str, turun: str) -> None:
    assert shift_rumus(rumus, SEMUA, Tempat("Laporan", 50)) == tetap
    assert shift_rumus(rumus, SEMUA, Tempat("Laporan", 50, 2)) == turun


@pytest.mark.parametrize(("daerah", "jadi"), _baris(DAERAH))
def test_daerah(daerah: str, jadi: str) -> None:
    assert shift_daerah(daerah, SEMUA["laporan"]) == jadi


def test_baris() -> None:
    geser = SEMUA["laporan"]
    assert [geser.pindah(b) for b in (10, 50, 51, 60, 69, 70)] == [10, 50, 71, 80, 89, 95]
    assert [geser.ujung(b) for b in (10, 49, 50, 51, 69, 70)] == [10, 49, 70, 71, 94, 95]
