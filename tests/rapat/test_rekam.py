"""What the meeting is told of the last rekomendasi of a point."""

from __future__ import annotations

import datetime as dt

import pytest

from sopkinerja.istilah import KeadaanTindak, Triwulan
from sopkinerja.matriks.sebab import SebabTerakhir, Ucapan
from sopkinerja.rapat.rekam import render_rekomendasi
from tests.matriks.bahan import read_tabel

KASUS = """
| Kasus            | TW | Tenggat    | Keadaan  | Tertulis                                    |
| triwulan ini     | 2  | 2026-05-15 |          | Lelang ulang                                |
| berjalan         | 1  | 2026-08-15 | berjalan | Lelang ulang (TW I) — berjalan              |
| lewat            | 1  | 2026-05-15 | berjalan | Lelang ulang (TW I) — berjalan, lewat tenggat |
| lewat, diam      | 1  | 2026-05-15 |          | Lelang ulang (TW I) — lewat tenggat         |
| selesai          | 1  | 2026-05-15 | selesai  | Lelang ulang (TW I) — selesai               |
| belum ditanyakan | 1  | 2026-08-15 |          | Lelang ulang (TW I)                         |
"""


@pytest.mark.parametrize("k", read_tabel(KASUS), ids=lambda k: k["Kasus"])
def test_rekomendasi_membawa_jawaban_terakhirnya(k: dict[str, str]) -> None:
    keadaan = KeadaanTindak(k["Keadaan"]) if k["Keadaan"] else None
    ucapan = Ucapan("Lelang ulang", Triwulan(int(k["TW"])))
    sebab = SebabTerakhir(None, ucapan, dt.date.fromisoformat(k["Tenggat"]), keadaan)
    assert render_rekomendasi(sebab, Triwulan.II, dt.date(2026, 7, 20)) == k["Tertulis"]


def test_tanpa_rekomendasi() -> None:
    assert render_rekomendasi(SebabTerakhir(), Triwulan.II, dt.date(2026, 7, 20)) == ""
