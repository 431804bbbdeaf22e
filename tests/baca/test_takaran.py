"""Numbers with words beside them, and what each is read as."""

from __future__ import annotations

import pytest

from sopkinerja.baca.angka import BukanAngka, DuaBacaan
from sopkinerja.baca.sel import Sel
from sopkinerja.baca.takaran import Takaran, is_strip, read_target_terukur, read_terukur
from sopkinerja.baca.terlihat import find_samar
from sopkinerja.istilah import Polaritas, Rentang
from sopkinerja.satuan import KAMUS_BAWAAN
from tests.laporan.tabel import read_tabel

HASIL = """
| Teks                   | Satuan      | Dibaca       |
| 3 dokumen              | dokumen     | 3            |
| 3 Dok.                 | Dokumen     | 3            |
| 0,9 Angka              | Angka       | 0.9          |
| 12 bln                 | bulan       | 12           |
| 1.550bh                | buah        | 1550         |
| 1.550                  | buah        | 1550 / 1.55  |
| 1.550 ton              | ton         | 1550 / 1.55  |
| 2.5 dokumen            | dokumen     | 2.5 / 25     |
| 85 persen              | %           | 85           |
| Rp 2,5 miliar          | Rupiah      | 2500000000   |
| 2,5 M                  | Rp          | 2500000000 / 2500000 |
| 1,2 ribu orang         | orang       | 1200         |
| 14,2 juta US$          | juta US$    | 14.2         |
| 14,2 juta              | juta US$    | satuan 14,2  |
| Rp 1.500.000           | juta rupiah | satuan 1500000 |
| Rp 5.000.000           | orang       | satuan 5000000 |
| Rp 1.500.000           |             | 1500000      |
| 12 (dua belas) dokumen | dokumen     | 12           |
| 12 (dua puluh)         | dokumen     | dua 12       |
| 4 dokumen              |             | 4            |
| 4 lusin                |             | satuan 4     |
| 125 orang              | dokumen     | satuan 125   |
| 1.234 orang            | dokumen     | satuan 1234  |
| 450 m2                 | m2          | 450          |
| 450 m2                 | ha          | satuan 450   |
| 4 dari 5               | orang       | dua 4        |
| 1:200                  | rasio       | dua 1        |
| 3 + 4                  | orang       | dua 3        |
| ≥ 80                   | nilai       | arah 80      |
| maks. 5 hari           | hari        | arah 5       |
| Level 3                | Level       | 3            |
| -12,5 juta US$         | juta US$    | -12.5        |
| 1 250 000 orang        | orang       | 1250000      |
| semua orang            | orang       | teks         |
| -                      | orang       | teks         |
"""

TAMPAK = """
| Isi    | Format               | Satuan      | Dibaca |
| 5.2    | 0.0" ribu ton"       | ribu ton    | 5.2    |
| 12     | #,##0" juta ekor"    | juta ekor   | 12     |
| 350    | #,##0" juta"         | juta rupiah | 350    |
| 350    | #,##0" jt"           | Rp juta     | 350    |
| 2.54   | "Rp "0.0" milyar"    | miliar Rp   | 2.54   |
| -4     | 0" ribu m3"          | ribu m3     | -4     |
| 1250   | #,##0"juta"          | juta rupiah | 1250   |
| 350    | #,##0" juta"         | rupiah      | samar  |
| 350    | #,##0" juta"         |             | samar  |
| 350    | #,##0" juta"         | ribu rupiah | samar  |
| 350000 | #,##0," juta"        | juta rupiah | samar  |
| 12     | 0"00 juta"           | juta rupiah | samar  |
| 10     | #,##0,," juta"       | juta rupiah | samar  |
| 350    | ;;;                  | juta rupiah | samar  |
"""

TARGET = """
| Teks                 | Satuan | Polaritas | Dibaca      |
| ≥ 80                 | nilai  | Naik      | 80          |
| >80                  | nilai  | Naik      | 80          |
| >= 80%               | %      | Naik      | 80          |
| min. 80              | nilai  | Naik      | 80          |
| Minimal 80           | nilai  | Naik      | 80          |
| paling sedikit 8 kali | kali  | Naik      | 8           |
| ≥ 80                 | nilai  | Turun     | arah 80     |
| ≥ 80                 | nilai  | Rentang   | arah 80     |
| ≥ 80                 | nilai  |           | 80          |
| ≤ 5                  | hari   | Turun     | 5           |
| <5%                  | %      | Turun     | 5           |
| maks. 5 hari         | hari   | Turun     | 5           |
| paling lambat 3 hari | hari   | Turun     | 3           |
| ≤ 5                  | hari   | Naik      | arah 5      |
| menit 5              | hari   | Turun     | satuan 5    |
| 3-5 hari             | hari   | Turun     | [3, 5]      |
| 20 °C s.d. 25 °C     | °C     | Rentang   | [20, 25]    |
| 2,5% - 4,5%          | persen | Rentang   | [2.5, 4.5]  |
| 3-5 orang            | hari   | Turun     | satuan 5    |
| 1-2-3                | hari   | Turun     | dua 2       |
"""


def render(hasil: object) -> str:
    if isinstance(hasil, DuaBacaan):
        return " / ".join(f"{b:.12g}" for b in hasil.bacaan)
    if isinstance(hasil, BukanAngka):
        return f"{hasil.sebab} {hasil.angka}".strip()
    if isinstance(hasil, Rentang):
        return f"[{hasil.bawah:g}, {hasil.atas:g}]"
    return f"{hasil:.12g}" if isinstance(hasil, float) else str(hasil)


@pytest.mark.parametrize("kasus", read_tabel(HASIL), ids=lambda k: f"{k['Teks']}:{k['Satuan']}")
def test_hasil_bersatuan(kasus: dict[str, str]) -> None:
    takaran = Takaran(kasus["Satuan"], KAMUS_BAWAAN)
    assert render(read_terukur(Sel(kasus["Teks"], "Laporan", "J1"), takaran)) == kasus["Dibaca"]


@pytest.mark.parametrize("kasus", read_tabel(TAMPAK), ids=lambda k: f"{k['Format']}:{k['Satuan']}")
def test_satuan_dalam_format(kasus: dict[str, str]) -> None:
    """A format that names the size which the satuan names too shows no other number."""
    nilai, takaran = float(kasus["Isi"]), Takaran(kasus["Satuan"], KAMUS_BAWAAN)
    sel = Sel(nilai, "Laporan", "J1", samar=find_samar(nilai, kasus["Format"]))
    assert sel.samar is not None
    assert render(read_terukur(sel, takaran)) == kasus["Dibaca"]
    assert render(read_target_terukur(sel, takaran)) == kasus["Dibaca"]


@pytest.mark.parametrize("kasus", read_tabel(TARGET), ids=lambda k: f"{k['Teks']}:{k['Polaritas']}")
def test_target_bertanda(kasus: dict[str, str]) -> None:
    arah = Polaritas(kasus["Polaritas"]) if kasus["Polaritas"] else None
    takaran = Takaran(kasus["Satuan"], KAMUS_BAWAAN, arah)
    sel = Sel(kasus["Teks"], "Mandat", "J1")
    assert render(read_target_terukur(sel, takaran)) == kasus["Dibaca"]


@pytest.mark.parametrize("teks", ["-", "–", " — ", "N/A", "n.a.", "n.a", "Tidak ada", "NA"])
def test_strip(teks: str) -> None:
    assert is_strip(Sel(teks, "Mandat", "K1"))


@pytest.mark.parametrize("teks", ["0", "nihil", "", "- 3", "ada", None, 0.0])
def test_bukan_strip(teks: str | float | None) -> None:
    assert not is_strip(Sel(teks, "Mandat", "K1"))
