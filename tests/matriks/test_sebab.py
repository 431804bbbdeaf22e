"""The latest cause of an indicator, and of which triwulan it is."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from sopkinerja.istilah import Triwulan
from sopkinerja.laporan.model import IsianIndikator, Laporan
from sopkinerja.matriks.sebab import SebabTerakhir, find_sebab
from tests.matriks.bahan import build_bahan, build_semua, build_terima, read_tabel

KODE = "KD-01.01"
KASUS = """
| Kasus                   | H I   | R I   | H II  | R II   | Hambatan     | Rekomendasi  | Tenggat    |
|-------------------------|-------|-------|-------|--------|--------------|--------------|------------|
| triwulan ini            | lama  | lalu  | hujan | tambal | hujan        | tambal       | 2026-09-30 |
| kosong: yang terakhir   | lama  | lalu  |       |        | lama (TW I)  | lalu (TW I)  | 2026-06-30 |
| nihil bukan sebab       | lama  | lalu  | nihil | -      | lama (TW I)  | lalu (TW I)  | 2026-06-30 |
| masing-masing sendiri   | lama  |       |       | tambal | lama (TW I)  | tambal       | 2026-09-30 |
| tak pernah ditulis      |       |       |       |        |              |              |            |
"""


@pytest.mark.parametrize("kasus", read_tabel(KASUS)[1:], ids=lambda k: k["Kasus"])
def test_sebab_terakhir(kasus: dict[str, str]) -> None:
    bahan = build_bahan()
    terima = dict(bahan.terima)
    for t in (Triwulan.I, Triwulan.II):
        isian = IsianIndikator(
            kode=KODE,
            realisasi=8.0,
            hambatan=kasus[f"H {t.romawi}"],
            rekomendasi=kasus[f"R {t.romawi}"],
        )
        terima["KD-01", t] = replace(build_terima("KD-01", t, ()), laporan=Laporan(isian=(isian,)))
    sebab = find_sebab(build_semua(replace(bahan, terima=terima)), KODE)
    teks = [u.render(Triwulan.II) if u else "" for u in (sebab.hambatan, sebab.rekomendasi)]
    assert teks == [kasus["Hambatan"], kasus["Rekomendasi"]]
    tenggat = dt.date.fromisoformat(kasus["Tenggat"]) if kasus["Tenggat"] else None
    assert sebab.tenggat == tenggat


def test_indikator_yang_tidak_ada_tanpa_sebab() -> None:
    assert find_sebab(build_semua(build_bahan()), "TAK-ADA.01") == SebabTerakhir()
