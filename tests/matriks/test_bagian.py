"""Rows that a sheet can't hold go on in the next one, and Daftar Isi says which holds what."""

from __future__ import annotations

import io
from itertools import pairwise

import openpyxl
import pytest

from sopkinerja.matriks.bagian import split_baris
from sopkinerja.matriks.buku import write_matriks
from sopkinerja.matriks.lembar_matriks import JUDUL
from sopkinerja.matriks.matriks import build_matriks
from tests.matriks.bahan import build_bahan, build_semua


@pytest.mark.parametrize("muat", [1, 2, 3, 5, 8, 15, 100])
def test_bagian_memuat_semua_dan_tidak_memotong_unit(muat: int) -> None:
    baris = build_matriks(build_bahan()).baris
    bagian = list(split_baris(baris, muat))
    assert [b for satu in bagian for b in satu] == list(baris)
    assert max(map(len, bagian)) <= muat
    for kiri, kanan in pairwise(bagian):
        tempat = (kanan[0].level, kanan[0].unit)
        if tempat == (kiri[-1].level, kiri[-1].unit):
            assert sum((b.level, b.unit) == tempat for b in baris) > muat


def test_tanpa_baris_satu_bagian_kosong() -> None:
    assert list(split_baris((), 5)) == [()]


def test_lembar_lanjutan() -> None:
    setahun = build_semua(build_bahan())
    hasil = io.BytesIO()
    write_matriks(setahun, hasil, muat=6)
    buku = openpyxl.load_workbook(hasil)
    lembar = [n for n in buku.sheetnames if n.startswith("Matriks")]
    assert lembar[0] == "Matriks" == buku.active.title
    assert len(lembar) > 1
    assert [n.replace("Akumulasi", "Matriks") for n in buku.sheetnames if n[:4] == "Akum"] == lembar
    kolom = JUDUL.index("Kode Indikator")
    kode = [b[kolom] for n in lembar for b in buku[n].iter_rows(min_row=5, values_only=True)]
    assert [k for k in kode if k] == [b.kode for b in setahun.matriks.baris]
    isi = {b[0]: b[1] for b in buku["Daftar Isi"].iter_rows(values_only=True) if b[0]}
    pertama = setahun.matriks.baris[0]
    assert f"{pertama.level.value}, {pertama.unit}" in isi["Matriks"]
    assert isi[lembar[1]] != isi["Matriks"]
