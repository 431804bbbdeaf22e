"""When a locked cell still says what was issued in it: number noise passes, a changed digit doesn't."""

from __future__ import annotations

import pytest

from sopkinerja.baca.sel import Sel
from sopkinerja.formulir.terkunci import is_sama
from sopkinerja.istilah import Rentang
from tests.laporan.tabel import read_tabel

KASUS = """
| Kasus                      | Terbit | Kembali             | Sama  |
| seperti terbit             | 100    | 100                 | ya    |
| derau hitungan             | 0.3    | 0.30000000000000004 | ya    |
| derau di sekitar nol       | 0      | 0.0000000001        | ya    |
| besar, beda satu           | 100    | 101                 | tidak |
| kecil, beda seperseratus   | 0      | 0.01                | tidak |
| besar, beda sepersejuta    | 1000   | 1000.001            | tidak |
| kecil, beda sepersejuta    | 0      | 0.000001            | tidak |
| kosong                     | 100    |                     | tidak |
"""


@pytest.mark.parametrize("kasus", read_tabel(KASUS), ids=lambda k: k["Kasus"])
def test_angka(kasus: dict[str, str]) -> None:
    kembali = float(kasus["Kembali"]) if kasus["Kembali"] else None
    assert is_sama(Sel(kembali, "Laporan", "E9"), float(kasus["Terbit"])) == (kasus["Sama"] == "ya")


@pytest.mark.parametrize(
    ("kembali", "sama"),
    [("80 s.d. 90", True), ("80 – 90", True), ("80 s.d. 90,5", False), ("79 s.d. 90", False)],
)
def test_rentang(kembali: str, sama: bool) -> None:
    assert is_sama(Sel(kembali, "Laporan", "E9"), Rentang(bawah=80, atas=90)) == sama
