"""New, changed, unchanged: a form held against the packages before."""

from __future__ import annotations

import datetime as dt

import pytest

from sopkinerja.paket.banding import Kabaran, PaketLalu, Perbandingan, compare, sum_kabar
from tests.laporan.tabel import read_tabel

AWAL = dt.date(2026, 3, 2)
KASUS = """
| Kasus                        | Paket lalu | Kini | Ke | Baru  | A                    |
| belum pernah                 |            | a    | 1  | ya    | baru                 |
| paket yang sama lagi         | a          | a    | 1  | tidak | baru                 |
| revisi                       | a          | b    | 2  | ya    | berubah 2            |
| revisi, dijalankan lagi      | a b        | b    | 2  | tidak | berubah 2            |
| revisi kedua                 | a b        | c    | 3  | ya    | berubah 3            |
| kembali ke isi lama          | a b        | a    | 3  | ya    | berubah 3            |
| sama, yang lain bertambah    | a          | a+   | 2  | ya    | tidak berubah 2      |
| sama sejak paket kedua       | a b b+     | b    | 4  | ya    | tidak berubah 3      |
| lowong di antaranya, sama    | a -        | a    | 3  | ya    | tidak berubah 2      |
| lowong di antaranya, revisi  | a -        | b    | 3  | ya    | berubah 2            |
| menjadi lowong               | a          | -    | 2  | ya    |                      |
"""


def build_isi(teks: str) -> dict[str, str]:
    """`a+`: A's form is a, and B has one too; `-`: A has none."""
    isi = {} if teks == "-" else {"A": teks.removesuffix("+")}
    return isi | ({"B": "x"} if teks.endswith("+") else {})


@pytest.mark.parametrize("b", read_tabel(KASUS), ids=lambda b: b["Kasus"])
def test_banding(b: dict[str, str]) -> None:
    """The days of the packages are 2, 3, 4 March …, and the day named is that of one of them."""
    riwayat = [
        PaketLalu(AWAL + dt.timedelta(ke), build_isi(isi))
        for ke, isi in enumerate(b["Paket lalu"].split())
    ]
    hasil = compare(build_isi(b["Kini"]), riwayat)
    assert (hasil.nomor, hasil.is_baru) == (int(b["Ke"]), b["Baru"] == "ya")
    a = hasil.isi.get("A")
    hari = f" {a.sejak.day}" if a and a.sejak else ""
    assert (f"{a.kabar.value}{hari}" if a else "") == b["A"]


@pytest.mark.parametrize(
    ("isi", "jumlah"),
    [
        ("baru baru", "baru"), ("tidak_berubah tidak_berubah", "tidak berubah"),
        ("baru tidak_berubah", "berubah"), ("berubah tidak_berubah", "berubah"),
        ("berubah", "berubah"),
    ],
)  # fmt: skip
def test_satu_unit(isi: str, jumlah: str) -> None:
    banding = [Perbandingan(Kabaran(k.replace("_", " "))) for k in isi.split()]
    assert sum_kabar(banding).value == jumlah
