"""One day on all of the LHE: that of its number, of what was printed later that printing's own."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from sopkinerja.istilah import Triwulan
from sopkinerja.lhe.sampul import find_mundur, find_tanggal, render_nomor
from sopkinerja.matriks.model import RapatMonev
from sopkinerja.tulisan import WITA
from tests.matriks.bahan import build_bahan, read_tabel

TITIK = "." * 36
KASUS = f"""
| hal                 | nomor | tanggal    | revisi | setahun | hari       | tertulis                                                     |
| keduanya            | 12    | 2026-07-17 | 0      |         | 2026-07-17 | Nomor 12, 17 Juli 2026                                       |
| tanpa tanggal       | 12    |            | 0      |         | 2026-07-15 | Nomor 12, 15 Juli 2026                                       |
| tanpa nomor         |       | 2026-07-17 | 0      |         | 2026-07-17 | Nomor LHE belum ditetapkan, 17 Juli 2026                     |
| belum ada           |       |            | 0      |         | 2026-07-15 | Nomor LHE belum ditetapkan                                   |
| disesuaikan         | 12    | 2026-07-10 | 2      |         | 2026-07-15 | Nomor 12, 10 Juli 2026; penyesuaian ke-2, 15 Juli 2026       |
| tahun: bukan TW IV  | 12    | 2026-07-10 | 0      | ya      | 2026-07-15 | Nomor: {TITIK}    15 Juli 2026                               |
"""


@pytest.mark.parametrize("k", read_tabel(KASUS), ids=lambda k: k["hal"])
def test_nomor_dan_hari(k: dict[str, str]) -> None:
    tanggal = dt.date.fromisoformat(k["tanggal"]) if k["tanggal"] else None
    bahan = build_bahan(
        Triwulan.IV if k["setahun"] else Triwulan.II,
        rapat=RapatMonev(nomor_lhe=k["nomor"], tanggal_lhe=tanggal),
        revisi=int(k["revisi"]),
        setahun=bool(k["setahun"]),
        waktu=dt.datetime(2026, 7, 15, 9, 30),
    )
    assert find_tanggal(bahan) == dt.date.fromisoformat(k["hari"])
    assert render_nomor(bahan) == k["tertulis"]


MUNDUR = """
| hari ini           | sehari sebelumnya | disebut                     |
| KD-01              | BID-01            | 17 April 2026 (KD-01)       |
| KD-01 BID-01       |                   | 17 April 2026 (BID-01 dan KD-01) |
| KD-01 BID-01 JFK-01 JFU-09 | SUB-01    | 17 April 2026 (BID-01, JFK-01, dan 2 lainnya) |
"""


@pytest.mark.parametrize("k", read_tabel(MUNDUR), ids=lambda k: k["disebut"])
def test_yang_datang_sesudah_tanggal_lhe(k: dict[str, str]) -> None:
    """All that came on the last day are named, as far as two, not one of them."""
    bahan, terima = build_bahan(), {}
    contoh = next(iter(bahan.terima.values()))
    for hari, siapa in ((17, k["hari ini"]), (16, k["sehari sebelumnya"])):
        saat = dt.datetime(2026, 4, hari, 9, tzinfo=WITA)
        for ke, jabatan in enumerate(siapa.split()):
            satu = replace(contoh, jabatan=jabatan, diterima=saat + dt.timedelta(minutes=ke))
            terima[jabatan, Triwulan.II] = satu
    bahan = replace(
        bahan, terima=terima, waktu=dt.datetime(2026, 4, 15, 9, tzinfo=WITA), rapat=None
    )
    assert f"yang baru diterima {k['disebut']}. " in find_mundur(bahan)
    assert find_mundur(replace(bahan, waktu=dt.datetime(2026, 4, 17, 8, tzinfo=WITA))) == ""
