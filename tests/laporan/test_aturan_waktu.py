"""A report before its triwulan is over, while an earlier one is awaited."""

from __future__ import annotations

import datetime as dt

import pytest

from sopkinerja.istilah import Formulir, Triwulan
from sopkinerja.laporan.aturan_waktu import check_waktu
from sopkinerja.lembar.cap import Identitas
from tests.laporan.tabel import read_tabel

KASUS = """
| TW | hari       | ditunggu | kode         | memuat                                                       |
| 2  | 2026-04-09 | 1        | TRIWULAN_002 | Ini formulir TW II 2026, yang baru berakhir 30 Juni 2026; yang ditunggu dari BID-01 laporan TW I 2026. |
| 2  | 2026-05-31 | 1        | TRIWULAN_002 | TW I 2026                                                    |
| 2  | 2026-06-01 | 1        | TRIWULAN_090 | laporan TW I 2026 dari BID-01 masih ditunggu                 |
| 2  | 2026-06-29 | 1        | TRIWULAN_090 | TW I 2026                                                    |
| 2  | 2026-06-30 | 1        |              |                                                              |
| 2  | 2026-07-02 | 1        |              |                                                              |
| 2  | 2026-04-09 |          |              |                                                              |
| 3  | 2026-07-08 | 1 2      | TRIWULAN_002 | laporan TW I 2026 dan TW II 2026                             |
| 4  | 2026-12-01 | 3        | TRIWULAN_090 | 31 Desember 2026                                             |
| 1  | 2026-01-05 |          |              |                                                              |
"""


@pytest.mark.parametrize("kasus", read_tabel(KASUS), ids=str)
def test_waktu(kasus: dict[str, str]) -> None:
    identitas = Identitas(
        formulir=Formulir.LAPORAN, opd="CONTOH", tahun=2026,
        triwulan=Triwulan(int(kasus["TW"])), jabatan="BID-01",
    )  # fmt: skip
    ditunggu = [Triwulan(int(t)) for t in kasus["ditunggu"].split()]
    temuan = check_waktu(identitas, dt.date.fromisoformat(kasus["hari"]), ditunggu)
    assert (temuan.kode.name if temuan else "") == kasus["kode"]
    assert kasus["memuat"] in (temuan.pesan if temuan else "")
