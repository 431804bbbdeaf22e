"""Figures of reports: whole numbers as they are, others with two decimals unless the target has more."""

from __future__ import annotations

import pytest

from sopkinerja.cetak.gaya import build_format_angka
from sopkinerja.temuan import clean_titik
from sopkinerja.tulisan import count_sebut, render_figur, render_kutip
from tests.laporan.tabel import read_tabel

FIGUR = """
| nilai              | desimal | tercetak      | format                |
|--------------------|---------|---------------|-----------------------|
| 8671               | 2       | 8.671         | [$-421]#,##0_)        |
| 8.5                | 2       | 8,50          | [$-421]#,##0.00_)     |
| 2.9675             | 2       | 2,97          | [$-421]#,##0.00_)     |
| 2.9675             | 3       | 2,968         | [$-421]#,##0.000_)    |
| 55.9425            | 2       | 55,94         | [$-421]#,##0.00_)     |
| 65.99499999999999  | 2       | 66,00         | [$-421]#,##0.00_)     |
| 79.9975            | 2       | 80,00         | [$-421]#,##0.00_)     |
| 0                  | 2       | 0             | [$-421]#,##0_)        |
| 0.004              | 2       | 0,004         | [$-421]#,##0.000_)    |
| -0.0049            | 2       | -0,0049       | [$-421]#,##0.0000_)   |
| 0.005              | 2       | 0,01          | [$-421]#,##0.00_)     |
| -1234.5            | 2       | -1.234,50     | [$-421]#,##0.00_)     |
| 1e21               | 2       | 1.000.000.000.000.000.000.000 | [$-421]#,##0_) |
"""


@pytest.mark.parametrize("b", read_tabel(FIGUR), ids=lambda b: f"{b['nilai']}_{b['desimal']}")
def test_figur(b: dict[str, str]) -> None:
    """Text and cell show the same digits."""
    nilai, desimal = float(b["nilai"]), int(b["desimal"])
    assert render_figur(nilai, desimal) == b["tercetak"]
    assert build_format_angka(nilai, desimal) == b["format"]


@pytest.mark.parametrize(("banyak", "tampil"), [(0, 0), (4, 4), (5, 5), (6, 6), (7, 5), (60, 5)])
def test_tidak_ada_sisa_satu(banyak: int, tampil: int) -> None:
    """One alone is shown, not counted."""
    assert count_sebut(banyak, 5) == tampil


@pytest.mark.parametrize(
    ("teks", "jadi"),
    [
        (
            "Bedanya: a / Belum dicek.. Yang berlaku b..",
            "Bedanya: a / Belum dicek. Yang berlaku b.",
        ),
        ("isi ... dan seterusnya...", "isi ... dan seterusnya..."),
        ("berkas a..xlsx di ../x.", "berkas a..xlsx di ../x."),
    ],
)
def test_satu_titik_di_akhir_kalimat(teks: str, jadi: str) -> None:
    assert clean_titik(teks) == jadi


KUTIPAN = """
| teks                          | huruf | dikutip           |
| Terbit sesuai jadwal          | 20    | Terbit sesuai jadwal |
| Terbit sesuai jadwal          | 19    | Terbit sesuai jadwa… |
| Terbit sesuai jadwal          | 7     | Terbit…           |
"""


@pytest.mark.parametrize("b", read_tabel(KUTIPAN), ids=lambda b: b["huruf"])
def test_kutipan_yang_terpotong_berelipsis(b: dict[str, str]) -> None:
    assert render_kutip(b["teks"], int(b["huruf"])) == b["dikutip"]
