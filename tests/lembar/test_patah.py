"""Sums and signatures under a table never stand on a page without some of its rows."""

from __future__ import annotations

import io
from dataclasses import replace
from itertools import pairwise

import openpyxl
import pytest

from sopkinerja.laporan.formulir import NAMA_TEMPLAT, build_isi
from sopkinerja.laporan.jenis import LAPORAN as LAPORAN_JENIS
from sopkinerja.laporan.tabel import LAPORAN
from sopkinerja.lembar.patah import TEMAN, BarisTampak, HalamanLembar, find_patah
from sopkinerja.lembar.templat import find_templat
from tests.laporan.contoh_formulir import build_formulir
from tests.laporan.tabel import read_tabel

EKOR = 99
KASUS = read_tabel("""
| kasus                             | baris           | ekor | halaman |
| muat sehalaman                    | 10 10 10 10     | 20   | 4       |
| pas sehalaman                     | 10 10 10 10 10  | 35   | 5       |
| ekor tak muat                     | 10 10 10 10 10  | 36   | 2 3     |
| ekor dengan sebaris               | 10*9            | 20   | 6 3     |
| halaman terakhir cukup            | 10*12           | 20   | 8 4     |
| ekor membuka halaman baru         | 10*16           | 30   | 8 5 3   |
| halaman di tengah ikut dijaga     | 10*17           | 50   | 8 6 3   |
| halaman di tengah tinggal sedikit | 10*18           | 60   | 8 7 3   |
| baris melebihi halaman            | 200 200 200 200 | 20   | 1 1 1 1 |
| kurang dari tiga baris            | 80              | 40   | 1       |
| tiga baris tak muat dengan ekor   | 25 25 25        | 20   | 1 2     |
| sehalaman, masih akan tumbuh      | 10+5*5          | 30   | 2 3     |
| tumbuh pun masih sehalaman        | 10+5*5          | 15   | 5       |
| yang tumbuh hanya dua             | 10+5*6          | 15   | 6       |
| sudah terisi                      | 10*5            | 30   | 5       |
| sebaris saja masih akan tumbuh    | 10*4 10+6       | 30   | 2 3     |
| tiga baris masih akan tumbuh      | 10+9*3          | 40   | 1 2     |
| tiap halaman disisakan            | 10+5*14         | 20   | 7 4 3   |
""")


@pytest.mark.parametrize("kasus", KASUS, ids=lambda k: k["kasus"])
def test_halaman_terakhir_tidak_sendirian(kasus: dict[str, str]) -> None:
    """A page takes 100 points at most, the headings (row 2) 10 of them on each; `10+5` is a row of
    10 points that grows by 5 when it is filled."""
    tinggi: list[tuple[float, float]] = []
    for satu in kasus["baris"].split():
        nilai, _, kali = satu.partition("*")
        kini, _, tumbuh = nilai.partition("+")
        tinggi += [(float(kini), float(tumbuh or 0))] * int(kali or 1)
    baris = [
        BarisTampak(1, 5),
        BarisTampak(2, 10),
        *(BarisTampak(n, *t) for n, t in enumerate(tinggi, 3)),
    ]
    baris.append(BarisTampak(EKOR, float(kasus["ekor"])))
    patah = find_patah(baris, HalamanLembar(100 / 0.98, 2, 3, EKOR - 1, 15))
    batas = [2, *patah, len(tinggi) + 2]
    jumlah = [akhir - awal for awal, akhir in pairwise(batas)]
    assert " ".join(map(str, jumlah)) == kasus["halaman"]


def test_judul_antara_dua_tabel_tidak_menutup_halaman() -> None:
    """A heading in the table (row 8) goes with the row below it: the page ends above it."""
    tinggi = [5, 10, *[10] * 12, 20]
    baris = [BarisTampak(n, t) for n, t in enumerate(tinggi, 1)]
    halaman = HalamanLembar(80 / 0.98, 2, 3, 14, 15, pita=frozenset({8}))
    assert find_patah(baris, halaman) == (7, 11)
    assert find_patah(baris, replace(halaman, pita=frozenset())) == (8, 11)


@pytest.mark.parametrize("banyak", [3, 6, 10, 21, 40, 60])
def test_formulir_berpatah_bila_perlu(banyak: int) -> None:
    isi = build_isi(build_formulir(banyak, lengkap=False))
    templat = LAPORAN_JENIS.compile_templat(find_templat(NAMA_TEMPLAT, None))
    buku = openpyxl.load_workbook(io.BytesIO(templat.render(isi)))
    patah = [b.id for b in buku["Laporan"].row_breaks.brk]
    batas = [LAPORAN.kepala, *patah, LAPORAN.kepala + banyak]
    assert all(b - a >= TEMAN for a, b in pairwise(batas))
    assert bool(patah) == (banyak > 5)
