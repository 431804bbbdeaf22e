"""New, changed, unchanged: a form held against the packages before."""

from __future__ import annotations

import datetime as dt

import pytest

from sopkinerja.paket.banding import Kabaran, PaketLalu, TerbitAwal, compare, sum_kabar
from tests.laporan.tabel import read_tabel

AWAL, KINI = dt.date(2026, 3, 2), dt.date(2026, 3, 9)
KASUS = """
| Kasus                        | Terbit awal | Paket lalu | Kini | Ke | Baru  | A               |
| belum pernah                 |             |            | a    | 1  | ya    | baru            |
| paket yang sama lagi         |             | a          | a    | 1  | tidak | baru            |
| revisi                       |             | a          | b    | 2  | ya    | berubah 2       |
| revisi, dijalankan lagi      |             | a b        | b    | 2  | tidak | berubah 2       |
| revisi kedua                 |             | a b        | c    | 3  | ya    | berubah 3       |
| kembali ke isi lama          |             | a b        | a    | 3  | ya    | berubah 3       |
| sama, yang lain bertambah    |             | a          | a+   | 2  | ya    | tidak berubah 2 |
| sama sejak paket kedua       |             | a b b+     | b    | 4  | ya    | tidak berubah 3 |
| lowong di antaranya, sama    |             | a -        | a    | 3  | ya    | tidak berubah 2 |
| lowong di antaranya, revisi  |             | a -        | b    | 3  | ya    | berubah 2       |
| menjadi lowong               |             | a          | -    | 2  | ya    |                 |
| terbit dahulu, lalu paket    | a           |            | a    | 1  | ya    | sudah terbit 1  |
| terbit dahulu, direvisi      | a           |            | b    | 1  | ya    | berubah 1       |
| terbit dahulu, paket lagi    | a           | a!         | a    | 1  | tidak | sudah terbit 1  |
| terbit dengan paketnya, lagi | a           | a          | a    | 1  | tidak | baru            |
| terbit di antara dua paket   | a           | -          | a    | 2  | ya    | sudah terbit 1  |
| paket lebih dari terbit awal | a           | a!         | b    | 2  | ya    | berubah 2       |
| terbit hari itu, tanpa paket | a=          |            | a    | 1  | ya    | baru            |
| terbit hari itu, direvisi    | a=          |            | b    | 1  | ya    | berubah 9       |
| terbit hari itu, lain sudah  | a=          | -          | a    | 2  | ya    | baru            |
"""


def build_paket(ke: int, teks: str) -> PaketLalu:
    """`a!`: A's form had been issued before that package's run."""
    terbit = ("A",) if teks.endswith("!") else ()
    return PaketLalu(AWAL + dt.timedelta(ke), build_isi(teks.removesuffix("!")), terbit=terbit)


def build_isi(teks: str) -> dict[str, str]:
    """`a+`: A's form is a, and B has one too; `-`: A has none."""
    isi = {} if teks == "-" else {"A": teks.removesuffix("+")}
    return isi | ({"B": "x"} if teks.endswith("+") else {})


@pytest.mark.parametrize("b", read_tabel(KASUS), ids=lambda b: b["Kasus"])
def test_banding(b: dict[str, str]) -> None:
    """The days of the packages are 2, 3, 4 March …, now is the 9th; that of the first issue is the 1st,
    with `=` the 9th; the day named is one of them."""
    riwayat = [build_paket(ke, isi) for ke, isi in enumerate(b["Paket lalu"].split())]
    sha = b["Terbit awal"]
    terbit = TerbitAwal(KINI if "=" in sha else AWAL.replace(day=1), sha.removesuffix("="))
    hasil = compare(build_isi(b["Kini"]), riwayat, {"A": terbit} if sha else {}, KINI)
    assert (hasil.nomor, hasil.is_baru) == (int(b["Ke"]), b["Baru"] == "ya")
    a = hasil.isi.get("A")
    hari = f" {a.sejak.day}" if a and a.sejak else ""
    assert (f"{a.kabar.value}{hari}" if a else "") == b["A"]


@pytest.mark.parametrize(
    ("isi", "jumlah"),
    [
        ("baru baru", "baru"), ("tidak_berubah tidak_berubah", "tidak berubah"),
        ("baru tidak_berubah", "berubah"), ("berubah tidak_berubah", "berubah"),
        ("berubah", "berubah"), ("baru sudah_terbit", "berubah"),
        ("sudah_diterima baru", "berubah"), ("sudah_diterima tidak_berubah", "tidak berubah"),
        ("tidak_berubah sudah_terbit", "sudah terbit"), ("sudah_diterima", "sudah diterima"),
    ],
)  # fmt: skip
def test_satu_unit(isi: str, jumlah: str) -> None:
    """A unit's zip is to be sent where one of its forms is."""
    kabar = [Kabaran(k.replace("_", " ")) for k in isi.split()]
    assert sum_kabar(kabar).value == jumlah
