"""Sums of typed numbers behind a cell: which are read, and what they give."""

from __future__ import annotations

import pytest

from sopkinerja.baca.hitungan import is_hitungan, read_hitungan
from sopkinerja.baca.sel import Sel
from tests.matriks.bahan import read_tabel

KASUS = """
| rumus                       | hasil     |
| 150+160                     | 310       |
| =150+160                    | 310       |
| of:=150+160                 | 310       |
| +150+160                    | 310       |
| 100000000+150000000         | 250000000 |
| (12+8)*2-5/2                | 37.5      |
| 0.1+0.2                     | 0.3       |
| 50%*200                     | 100       |
| SUM(150,160)                | 310       |
| of:=SUM(150;160)            | 310       |
| sum(1,2)+3                  | 6         |
| 310                         | 310       |
| A1+160                      |           |
| SUM(E9:E12)                 |           |
| Catatan!E9                  |           |
| [1]Sheet1!$A$1              |           |
| TODAY()-45000               |           |
| "15"&"0"                    |           |
| 150**2                      |           |
| 150//4                      |           |
| 9/0                         |           |
| 1e400                       |           |
| SUM()                       |           |
| (150+160                    |           |
| 150 160                     |           |
|                             |           |
"""


@pytest.mark.parametrize("kasus", read_tabel(KASUS), ids=lambda k: k["rumus"] or "kosong")
def test_jumlahan_angka_ketikan(kasus: dict[str, str]) -> None:
    harap = float(kasus["hasil"]) if kasus["hasil"] else None
    assert read_hitungan(kasus["rumus"]) == harap


@pytest.mark.parametrize(
    ("nilai", "rumus", "pasti"),
    [(310.0, "150+160", True), (42.0, "150+160", False), ("310", "150+160", False),
     (310.0, None, False), (310.0, "A1", False)],
)  # fmt: skip
def test_hanya_yang_tampil_sama_dengan_hasilnya(
    nilai: float | str, rumus: str | None, pasti: bool
) -> None:
    assert is_hitungan(Sel(nilai, "Catatan", "E9", rumus)) is pasti


def test_rumus_yang_sangat_panjang_tidak_dihitung() -> None:
    assert read_hitungan("+".join(["1"] * 100)) == 100
    assert read_hitungan("+".join(["1"] * 1000)) is None
    assert read_hitungan("(" * 300 + "1" + ")" * 300) is None
