"""What the rest of the year must bring: each konsolidasi and polaritas by hand, and TW I to IV."""

from __future__ import annotations

import pytest

from sopkinerja.istilah import Triwulan
from sopkinerja.lhe.perlu import find_perlu, render_masa
from sopkinerja.satuan import KamusSatuan
from tests.matriks.bahan import read_tabel
from tests.matriks.satu import build_satu

KASUS = """
| hal                       | polaritas | konsolidasi | target TW            | tahun       | realisasi   | perlu                           | kali |
| sisa di satu TW           | Naik      | Jumlah      | 10 20 20 50          | 100         | 10 20 10    | 60 (1,2 × target TW)              | 1.2  |
| sisa dibagi tiga          | Naik      | Jumlah      | 10 30 30 30          | 100         | 10          | 30 per TW (1,0 × target TW)       | 1    |
| dibulatkan ke atas        | Naik      | Jumlah      | 10 10 10 10          | 40          | 9.01 9      | 11 per TW (1,1 × target TW)     | 1.0995 |
| batas dibulatkan ke bawah | Turun     | Rata-rata   | 3 3 3 3              | 3           | 2.5 2.005 2 | ≤ 5,49 (rata-rata 2,17)         |      |
| sudah lewat               | Naik      | Jumlah      | 10 10 10 10          | 40          | 20 10 12    | tercapai                        |      |
| pas                       | Naik      | Jumlah      | 10 10 10 10          | 40          | 20 10 10    | tercapai                        |      |
| sejauh ini nol            | Naik      | Jumlah      | 5 5 5 5              | 20          | 0           | 6,67 per TW (1,3 × target TW)     | 1.3333333 |
| sejauh ini nol, tanpa target TW | Naik | Jumlah     | 5 - - -              | 20          | 0           | 6,67 per TW (sejauh ini 0)      |      |
| hanya TW yang bertarget   | Naik      | Jumlah      | 5 - 5 -              | 10          | 4           | 6 (1,2 × target TW)               | 1.2  |
| sisa tanpa target TW      | Naik      | Jumlah      | 5 5 - -              | 10          | 4 4         | 1 per TW (0,3 × rata-rata)      |      |
| biaya yang ditekan        | Turun     | Jumlah      | 5 5 5 5              | 20          | 4 4 4       | paling banyak 8                 |      |
| biaya yang sudah lewat    | Turun     | Jumlah      | 5 5 5 5              | 20          | 9 9 9       | tidak terkejar                  |      |
| rata-rata                 | Naik      | Rata-rata   | 82 82 83 83          | 82.5        | 83 77 78.34 | ≥ 91,66 (rata-rata 79,45)       |      |
| rata-rata, dua TW lagi    | Naik      | Rata-rata   | 80 80 80 80          | 80          | 70 80       | ≥ 85 (rata-rata 75)             |      |
| rata-rata yang ditekan    | Turun     | Rata-rata   | 3 3 3 3              | 3           | 2 3 3       | ≤ 4 (rata-rata 2,67)            |      |
| rata-rata tak terkejar    | Turun     | Rata-rata   | 3 3 3 3              | 3           | 9 9 9       | tidak terkejar (rata-rata 9)    |      |
| rata-rata rentang         | Rentang   | Rata-rata   | 2~4 2~4 2~4 2~4      | 2~4         | 3 3 2       | 0 s.d. 8 (rata-rata 2,67)       |      |
| posisi                    | Naik      | Terakhir    | 10 20 30 40          | 40          | 9 19        | 40 (kini 19)                    |      |
| posisi rentang            | Rentang   | Terakhir    | 2.5~4.5 2.5~4.5 2.5~4.5 2.5~4.5 | 2.5~4.5 | 3.25  | 2,5 s.d. 4,5 (kini 3,25)        |      |
| target TW IV saja         | Naik      | Terakhir    | - - - 78.5           | 78.5        |             | 78,5                            |      |
| belum lapor               | Naik      | Jumlah      | 10 10 10 10          | 40          | - 10        | – (belum lapor)                 |      |
| tanpa target tahun        | Naik      | Jumlah      | 10 10 10 10          |             | 10          | tanpa target tahun              |      |
| akhir tahun, kurang       | Naik      | Jumlah      | 10 10 10 10          | 40          | 9 9 9 8.5   | kurang 4,5                      |      |
| akhir tahun, tercapai     | Naik      | Jumlah      | 10 10 10 10          | 40          | 9 9 9 14    | tercapai                        |      |
| akhir tahun, lebih        | Turun     | Terakhir    | 8 8 8 8              | 8           | 8 8 8 9     | lebih 1                         |      |
| akhir tahun, luar rentang | Rentang   | Terakhir    | 2~4 2~4 2~4 2~4      | 2~4         | 3 3 3 5     | di bawah target                 |      |
"""


@pytest.mark.parametrize("k", read_tabel(KASUS), ids=lambda k: k["hal"])
def test_perlu(k: dict[str, str]) -> None:
    baris, triwulan = build_satu(k)
    hasil = find_perlu(baris, triwulan, KamusSatuan())
    assert hasil.teks == k["perlu"]
    assert hasil.kali == (pytest.approx(float(k["kali"])) if k["kali"] else None)


UTUH = """
| hal                    | polaritas | konsolidasi | target TW | tahun | realisasi | perlu                                    |
| tak terbagi tiga       | Naik      | Jumlah      | 5 5 5 5   | 20    | 0         | 7 per TW, dibulatkan (1,3 × target TW)   |
| habis dibagi           | Naik      | Jumlah      | 5 5 5 5   | 20    | 5         | 5 per TW (1,0 × target TW)               |
| sisa satu TW           | Naik      | Jumlah      | 5 5 5 5   | 20    | 5 5 4.5   | 6, dibulatkan (1,1 × target TW)          |
| rata-rata              | Naik      | Rata-rata   | 5 5 5 5   | 5     | 4         | ≥ 6, dibulatkan (rata-rata 4)            |
| paling banyak          | Turun     | Rata-rata   | 5 5 5 5   | 5     | 6         | ≤ 4, dibulatkan (rata-rata 6)            |
"""
"""Of dokumen, which only come whole."""


@pytest.mark.parametrize("k", read_tabel(UTUH), ids=lambda k: k["hal"])
def test_yang_dihitung_diperlukan_utuh(k: dict[str, str]) -> None:
    """Nobody is asked for a third of a document: rounded to the safe side, and it says so."""
    assert find_perlu(*build_satu(k), KamusSatuan(bulat=("dokumen",))).teks == k["perlu"]


@pytest.mark.parametrize(
    ("triwulan", "masa"),
    [(Triwulan.I, "TW II–IV"), (Triwulan.II, "TW III–IV"), (Triwulan.III, "TW IV"), (Triwulan.IV, "")],
)  # fmt: skip
def test_masa(triwulan: Triwulan, masa: str) -> None:
    assert render_masa(triwulan) == masa
