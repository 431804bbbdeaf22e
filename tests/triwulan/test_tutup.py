"""Who a closing would leave behind, and what must be closed first."""

from __future__ import annotations

import pytest

from sopkinerja.formulir.model import BarisStatus
from sopkinerja.istilah import Keadaan, Level, Triwulan
from sopkinerja.triwulan.tutup import find_kurang, find_terbuka
from tests.matriks.bahan import read_tabel

KURANG = """
| Keadaan   | Kurang |
| diterima  | tidak  |
| belum     | ya     |
| terlambat | ya     |
| perbaikan | ya     |
| konflik   | ya     |
| lowong    | tidak  |
"""
URUTAN = """
| Kasus                         | Tutup | Bermandat   | TW | Terbuka |
| TW I selalu boleh             |       | 1 2 3 4     | 1  |         |
| yang sebelumnya tertutup      | 1     | 1 2 3 4     | 2  |         |
| yang sebelumnya terbuka       |       | 1 2 3 4     | 2  | 1       |
| yang pertama terbuka disebut  | 2     | 1 2 3 4     | 4  | 1       |
| dibuka kembali                | 2 3   | 1 2 3 4     | 4  | 1       |
| mandat baru mulai TW II       |       | 2 3 4       | 2  |         |
| lubang di tengah              | 1 3   | 1 2 3 4     | 4  | 2       |
"""


def build_status(keadaan: str) -> BarisStatus:
    return BarisStatus(
        kode=keadaan, nama="Jabatan", level=Level.JFU, unit="SET", pemangku="", hari_terlambat=0,
        keadaan=Keadaan(keadaan), kiriman=0,
    )  # fmt: skip


def test_siapa_yang_kurang() -> None:
    tabel = read_tabel(KURANG)
    assert {b["Keadaan"] for b in tabel} == set(Keadaan)
    kurang = find_kurang([build_status(b["Keadaan"]) for b in tabel])
    assert [s.kode for s in kurang] == [b["Keadaan"] for b in tabel if b["Kurang"] == "ya"]


@pytest.mark.parametrize("kasus", read_tabel(URUTAN), ids=lambda k: k["Kasus"])
def test_yang_sebelumnya_ditutup_dahulu(kasus: dict[str, str]) -> None:
    tutup, bermandat = (
        {Triwulan(int(n)) for n in kasus[k].split()} for k in ("Tutup", "Bermandat")
    )
    terbuka = find_terbuka(Triwulan(int(kasus["TW"])), tutup, bermandat)
    assert (str(terbuka.value) if terbuka else "") == kasus["Terbuka"]
