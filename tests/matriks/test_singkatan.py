"""Chairs in a narrow column."""

from __future__ import annotations

import pytest

from sopkinerja.matriks.singkatan import list_singkatan, render_singkatan
from tests.matriks.bahan import read_tabel

SINGKATAN = """
| kode   | nama                                                | singkat        |
| SEK    | Sekretaris Dinas                                    | Sekretaris Dinas |
| PLN    | Kepala Bidang Perdagangan Luar Negeri               | Kabid PLN      |
| KEU    | Kepala Subbagian Keuangan dan Aset                  | Kasubag KEU    |
| UJI    | Kepala Seksi Pengujian Mutu                         | Kasi UJI       |
| PSMB   | Kepala UPT Pengujian dan Sertifikasi Mutu Barang    | Kepala UPT PSMB |
| UPTD-1 | Kepala UPTD Pengujian dan Sertifikasi Mutu (contoh) | Kepala UPTD UPTD-1 |
| JFK-01 | Analis Perdagangan Ahli Muda                        | JFK-01         |
| CAB    | Kepala Cabang (contoh)                              | Kepala Cabang  |
"""


@pytest.mark.parametrize("k", read_tabel(SINGKATAN), ids=lambda k: k["kode"])
def test_singkatan(k: dict[str, str]) -> None:
    assert render_singkatan(k["kode"], k["nama"]) == k["singkat"]


def test_juga_tanpa_dipendekkan() -> None:
    """Whoever types the whole words before the kode means the same chair."""
    semua = list_singkatan("PLN", "Kepala Bidang Perdagangan Luar Negeri (contoh)")
    assert semua == ("Kabid PLN", "Kepala Bidang PLN")
