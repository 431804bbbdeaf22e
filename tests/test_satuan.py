"""How offices spell a satuan, and what follows from it."""

from __future__ import annotations

import pytest

from sopkinerja.ruang import Pengaturan
from sopkinerja.satuan import KAMUS_BAWAAN, KamusSatuan, read_satuan
from tests.laporan.tabel import read_tabel

SAMA = """
| Satu         | Dua            | Sama |
| dokumen      | Dokumen        | ya   |
| Dok.         | dokumen        | ya   |
| orang        | Org            | ya   |
| %            | Persen         | ya   |
| Persen (%)   | prosentase     | ya   |
| Persen/%     | %              | ya   |
| % (yoy)      | % (qtq)        |      |
| Indeks (0-5) | indeks (0-100) |      |
| Orang/Bulan  | org / bln      | ya   |
| OB           | Orang/bulan    | ya   |
| orang        | Orang/Bulan    |      |
| Rp.          | Rupiah         | ya   |
| juta rupiah  | rupiah         |      |
| m²           | m2             | ya   |
| -            |                | ya   |
| dokumen      | laporan        |      |
"""

EKOR = """
| Kata       | Satuan          | Ekor |
| Indeks     | Indeks (0-5)    | ya   |
| Level      | Level (1-5)     | ya   |
| Dokumen    | Dokumen/Laporan | ya   |
| lap.       | Dokumen/Laporan | ya   |
| orang      | Orang/Bulan     |      |
| skor       | Nilai           | ya   |
| juta       | juta US$        |      |
| dokumen    |                 |      |
|            | dokumen         |      |
"""


@pytest.mark.parametrize("kasus", read_tabel(SAMA), ids=lambda k: f"{k['Satu']}={k['Dua']}")
def test_ejaan_satuan(kasus: dict[str, str]) -> None:
    assert KAMUS_BAWAAN.is_sama(kasus["Satu"], kasus["Dua"]) is bool(kasus["Sama"])


@pytest.mark.parametrize("kasus", read_tabel(EKOR), ids=lambda k: f"{k['Kata']}:{k['Satuan']}")
def test_kata_di_samping_angka(kasus: dict[str, str]) -> None:
    assert KAMUS_BAWAAN.is_ekor(kasus["Kata"], kasus["Satuan"]) is bool(kasus["Ekor"])


def test_dihitung_dan_persen() -> None:
    bulat = ("Org", "bh", "Dokumen", "laporan (dokumen)", "Rp.", "Kab./Kota")
    assert all(map(KAMUS_BAWAAN.is_dihitung, bulat))
    assert not any(map(KAMUS_BAWAAN.is_dihitung, ("ton", "%", "hari", "orang/bulan", "-", "")))
    persen = ("%", "Persen", "persen per tahun", "% (yoy)", "%yoy", "Prosentase", "Persen/Tahun")
    assert all(map(KAMUS_BAWAAN.is_persen, persen))
    assert not any(map(KAMUS_BAWAAN.is_persen, ("poin", "", "-", "dokumen (%)")))


def test_kantor_menambah_ejaannya() -> None:
    """A spelling of the settings counts for every rule."""
    kantor = Pengaturan(alias_satuan=(("bal", "bl"),), satuan_bulat=("bal",)).satuan
    assert kantor.is_sama("Bl.", "bal")
    assert kantor.is_dihitung("bl")
    assert not kantor.is_sama("dok", "dokumen")


def test_tanpa_satuan() -> None:
    assert [read_satuan(t) for t in ("", None, " – ", "-", " unit ")] == ["-"] * 4 + ["unit"]
    assert not KamusSatuan().is_sama("-", "unit")
