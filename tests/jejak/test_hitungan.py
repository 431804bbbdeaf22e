"""How a score was reckoned: which mean it is, and its parts as they count."""

from __future__ import annotations

import pytest

from sopkinerja.jejak.hitungan import MAKS_BAGIAN, render_skor
from sopkinerja.jejak.model import Bagian
from sopkinerja.laporan.capaian import skor
from sopkinerja.ruang import Pengaturan
from tests.laporan.tabel import read_angka, read_tabel

KASUS = """
| kasus             | capaian    | bobot    | cara                | hitungan                                     |
|-------------------|------------|----------|---------------------|----------------------------------------------|
| tanpa bobot       | 80 100     | - -      | rata-rata           | (80,00 + 100,00) ÷ 2 = 90,00%                |
| berbobot          | 80 100     | 30 10    | rata-rata tertimbang | (80,00 × 30 + 100,00 × 10) ÷ 40 = 85,00%    |
| satu tanpa bobot  | 80 100     | 30 -     | rata-rata           | (80,00 + 100,00) ÷ 2 = 90,00%                |
| dibatasi          | 80 150     | 50 50    | rata-rata tertimbang | (80,00 × 50 + 120,00 × 50) ÷ 100 = 100,00%  |
| yang kosong lepas | 80 - 100   | 30 20 10 | rata-rata tertimbang | (80,00 × 30 + 100,00 × 10) ÷ 40 = 85,00%    |
| tidak ada         | - -        | 30 10    |                     |                                              |
"""


@pytest.mark.parametrize("b", read_tabel(KASUS), ids=lambda b: b["kasus"])
def test_cara_dan_hitungan(b: dict[str, str]) -> None:
    """The mean that is named is the one that gives the score."""
    capaian, bobot = (
        [None if x == "-" else read_angka(x) for x in b[k].split()] for k in ("capaian", "bobot")
    )
    nilai = skor(
        ((c, w) for c, w in zip(capaian, bobot, strict=True) if c is not None), Pengaturan()
    )
    bagian = [
        Bagian("X", "X", c, w, None if c is None else min(c, 120.0))
        for c, w in zip(capaian, bobot, strict=True)
    ]
    assert render_skor(bagian, nilai) == (b["cara"], b["hitungan"])


def test_yang_panjang_tidak_ditulis_semua() -> None:
    bagian = [Bagian("X", "X", 90.0, dibatasi=90.0)] * (MAKS_BAGIAN + 1)
    assert render_skor(bagian, 90.0) == ("rata-rata", "13 angka di bawah ini = 90,00%")
