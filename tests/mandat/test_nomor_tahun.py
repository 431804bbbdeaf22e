"""Kode over the years: the same jabatan and indikator keep theirs, a new one gets the next."""

from __future__ import annotations

import datetime as dt

import pytest

from sopkinerja.mandat.tetapkan import plan_tetapkan
from sopkinerja.opd.mandat import Indikator
from sopkinerja.opd.nomor import number_indikator
from tests.alur.kecil import build_referensi
from tests.alur.kiriman import build_indikator
from tests.laporan.tabel import read_tabel

KASUS = """
| Kasus                              | 2026       | 2027          | Kode 2026    | Kode 2027    |
|------------------------------------|------------|---------------|--------------|--------------|
| semua sama                         | A B        | A B           | 01 02        | 01 02        |
| urutan berbeda                     | A B        | B A           | 01 02        | 02 01        |
| yang baru mendapat nomor berikut   | A B        | B C           | 01 02        | 02 03        |
| nomor yang hilang tidak dipakai    | A B        | C             | 01 02        | 03           |
| kode yang ditulis tetap            | A=05 B     | A B C         | 05 06        | 05 06 07     |
| kode tahun depan ditulis sendiri   | A B        | A=01 C        | 01 02        | 01 03        |
"""


def build_baris(teks: str, tahun: int) -> list[Indikator]:
    """`A=05 B` as two indicators, the second without a kode."""
    hasil = []
    for satu in teks.split():
        nama, _, nomor = satu.partition("=")
        kode = f"BID-01.{nomor}" if nomor else ""
        baru = {"tahun": tahun, "indikator": f"Indikator {nama}", "kode": kode}
        hasil.append(build_indikator("BID-01").model_copy(update=baru))
    return hasil


def read_nomor(daftar: tuple[Indikator, ...], tahun: int) -> str:
    return " ".join(i.kode.removeprefix("BID-01.") for i in daftar if i.tahun == tahun)


@pytest.mark.parametrize("kasus", read_tabel(KASUS), ids=lambda k: k["Kasus"])
def test_nomor_lintas_dua_tahun(kasus: dict[str, str]) -> None:
    lama, baru = build_baris(kasus["2026"], 2026), build_baris(kasus["2027"], 2027)
    nomor = number_indikator([*baru, *lama])
    assert [i.indikator for i in nomor] == [i.indikator for i in (*baru, *lama)]
    assert (read_nomor(nomor, 2026), read_nomor(nomor, 2027)) == (
        kasus["Kode 2026"], kasus["Kode 2027"],
    )  # fmt: skip


@pytest.mark.parametrize("kasus", read_tabel(KASUS), ids=lambda k: k["Kasus"])
def test_membekukan_tahun_berikut_berkata_sama(kasus: dict[str, str]) -> None:
    """Where last year's rows have left the sheet, the frozen mandat remembers."""
    lama = build_referensi(tuple(build_baris(kasus["2026"], 2026)))
    beku = plan_tetapkan(lama, [], dt.date(2026, 2, 1)).mandat
    baru = build_referensi(tuple(build_baris(kasus["2027"], 2027))).untuk_tahun(2027)
    hasil = plan_tetapkan(baru, [], dt.date(2027, 2, 1), (), [beku]).mandat
    assert (hasil.tahun, read_nomor(hasil.indikator, 2027)) == (2027, kasus["Kode 2027"])
