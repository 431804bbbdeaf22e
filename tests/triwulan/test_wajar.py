"""A day or a triwulan that can't be meant lies months from the work; anything else passes."""

from __future__ import annotations

import datetime as dt

import pytest

from sopkinerja.istilah import Triwulan
from sopkinerja.triwulan.wajar import Acuan, is_belum_mulai, is_hari_wajar
from tests.laporan.tabel import read_tabel

HARI = """
| Kasus                          | Hari ini   | Terakhir   | Beredar | TW | Hari       | Wajar |
| hari ini                       | 2026-04-08 | 2026-04-07 | 1       |    | 2026-04-08 | ya    |
| kemarin dulu                   | 2026-04-08 | 2026-04-07 | 1       |    | 2026-03-30 | ya    |
| hari dan bulan tertukar        | 2026-04-10 | 2026-04-07 | 1       |    | 2026-10-04 | tidak |
| bulan kurang satu angka        | 2026-11-20 | 2026-11-19 | 3       |    | 2026-01-20 | tidak |
| tahun lalu                     | 2026-04-08 | 2026-04-07 | 1       |    | 2025-04-08 | tidak |
| tahun tertukar                 | 2026-04-08 | 2026-04-07 | 1       | 1  | 2062-04-08 | tidak |
| belum ada catatan, tahun benar | 2019-05-01 |            |         |    | 2026-01-05 | ya    |
| belum ada catatan, disiapkan   | 2019-05-01 |            |         |    | 2025-11-03 | ya    |
| belum ada catatan, tahun salah | 2019-05-01 |            |         |    | 2062-01-05 | tidak |
| dimainkan kelak, sambungan     | 2019-05-01 | 2026-04-15 | 1       |    | 2026-07-03 | ya    |
| formulir TW II ditunggu        | 2019-05-01 | 2026-01-05 | 2       |    | 2026-07-03 | ya    |
| TW I dicetak terlambat         | 2019-05-01 | 2026-01-05 | 1       | 1  | 2026-09-30 | ya    |
| TW I dicetak tertukar          | 2019-05-01 | 2026-04-10 | 1       | 1  | 2026-10-04 | tidak |
| TW III, menjelang              | 2019-05-01 | 2026-01-05 |         | 3  | 2026-06-05 | ya    |
"""


def _tanggal(teks: str) -> dt.date | None:
    return dt.date.fromisoformat(teks) if teks else None


@pytest.mark.parametrize("k", read_tabel(HARI), ids=lambda k: k["Kasus"])
def test_hari(k: dict[str, str]) -> None:
    hari_ini, hari = _tanggal(k["Hari ini"]), _tanggal(k["Hari"])
    assert hari_ini
    assert hari
    beredar = {(2026, Triwulan(int(n))) for n in k["Beredar"].split()}
    acuan = Acuan(hari_ini, _tanggal(k["Terakhir"]), frozenset({2026}), frozenset(beredar))
    triwulan = Triwulan(int(k["TW"])) if k["TW"] else None
    assert is_hari_wajar(hari, acuan, triwulan) is (k["Wajar"] == "ya")


@pytest.mark.parametrize("hari", ["2026-04-08", "2031-01-05"])
def test_kantor_yang_belum_diisi(hari: str) -> None:
    """There is no work yet that a day could be months away from."""
    assert is_hari_wajar(dt.date.fromisoformat(hari), Acuan(dt.date(2026, 11, 30)))


MULAI = """
| Kasus                        | TW | Tahun     | Hari       | Belum |
| sedang berjalan              | 2  | 2026      | 2026-04-10 | tidak |
| sudah lewat                  | 1  | 2026      | 2026-04-10 | tidak |
| sebulan sebelumnya           | 2  | 2026      | 2026-03-01 | tidak |
| dua triwulan lagi            | 4  | 2026      | 2026-04-10 | ya    |
| dua tahun, salah satunya     | 4  | 2026 2027 | 2026-12-10 | tidak |
| belum ada tahun              | 4  |           | 2026-04-10 | tidak |
"""


@pytest.mark.parametrize("k", read_tabel(MULAI), ids=lambda k: k["Kasus"])
def test_mulai(k: dict[str, str]) -> None:
    tahun = {int(t) for t in k["Tahun"].split()}
    hari = dt.date.fromisoformat(k["Hari"])
    assert is_belum_mulai(Triwulan(int(k["TW"])), tahun, hari) is (k["Belum"] == "ya")


def test_tahun_yang_disebut() -> None:
    """`mulai-tahun 2028` in December 2027, though all that is on record is a year old."""
    acuan = Acuan(
        dt.date(2019, 5, 1), dt.date(2026, 12, 15), frozenset({2028}),
        frozenset({(2026, Triwulan.IV)}), 2028,
    )  # fmt: skip
    assert is_hari_wajar(dt.date(2027, 12, 15), acuan)
    assert not is_hari_wajar(dt.date(2082, 12, 15), acuan)
