"""Renaksi and Tindak Lanjut in matrix and LHE: every row that was asked, with its answer."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import replace
from typing import BinaryIO

import openpyxl
import pytest
from openpyxl.workbook import Workbook

from sopkinerja.istilah import Triwulan
from sopkinerja.lhe.buku import write_lhe
from sopkinerja.matriks.buku import write_matriks
from sopkinerja.matriks.model import Bahan
from sopkinerja.matriks.tercetak import Setahun
from sopkinerja.matriks.tindak import render_ringkas
from tests.matriks.bahan import build_bahan, build_semua


def tulis(write: Callable[[Setahun, BinaryIO], None], bahan: Bahan) -> Workbook:
    isi = io.BytesIO()
    write(build_semua(bahan), isi)
    return openpyxl.load_workbook(isi)


def read_kolom(buku: Workbook, lembar: str, *judul: str) -> list[tuple[object, ...]]:
    """The rows under the first row that holds these headings, as far as the first column goes."""
    baris = list(buku[lembar].iter_rows(values_only=True))
    kepala = next(ke for ke, b in enumerate(baris) if set(judul) <= set(b))
    tempat = [baris[kepala].index(j) for j in judul]
    hasil = []
    for b in baris[kepala + 1 :]:
        if b[tempat[0]] is None:
            break
        hasil.append(tuple(b[k] for k in tempat))
    return hasil


def test_matriks_memuat_setiap_langkah_dan_tindak_lanjut() -> None:
    bahan = build_bahan()
    buku = tulis(write_matriks, bahan)
    langkah = read_kolom(buku, "Renaksi", "Kode Langkah", "Kode Jabatan", "Status")
    status = [s for _, _, s in langkah]
    assert status[:4] == ["selesai", "berjalan", "belum dijawab", "belum"]
    assert langkah[0][:2] == ("TW2.L01", bahan.langkah[0].jabatan)
    assert len(langkah) == len(bahan.langkah)
    tindak = read_kolom(buku, "Tindak Lanjut", "Kode Tindak Lanjut", "Tenggat", "Status")
    assert len(tindak) == len(bahan.tindak_lanjut)
    assert tindak[-1] == ("K1.01", "20 Juni 2026 (lewat tenggat)", "belum dijawab")


def test_lhe_menyebut_yang_belum_selesai() -> None:
    """Follow-ups all, of the Renaksi only what isn't done; the sentence counts both."""
    bahan = build_bahan()
    lembar = tulis(write_lhe, bahan)["Tindak Lanjut"]
    semua = "\n".join(str(s.value) for b in lembar.iter_rows() for s in b if s.value is not None)
    assert (
        "7 tindak lanjut dari triwulan lalu: 2 selesai, 1 berjalan, 1 belum, 3 belum dijawab; 1 lewat tenggat."
        in semua
    )
    assert "6 langkah: 2 selesai" in semua
    nomor = [x.langkah.kode for x in bahan.langkah if f"{x.langkah.kode}: Menyiapkan" in semua]
    assert len(nomor) == 4
    assert all(f"{x.tindak.kode}: Menambah" in semua for x in bahan.tindak_lanjut[:-1])


@pytest.mark.parametrize("triwulan", [Triwulan.I, Triwulan.II])
def test_tanpa_tindak_lanjut_dikatakan(triwulan: Triwulan) -> None:
    bahan = replace(build_bahan(triwulan), langkah=(), tindak_lanjut=())
    buku = tulis(write_matriks, bahan)
    assert not {"Renaksi", "Tindak Lanjut"} & set(buku.sheetnames)
    lembar = tulis(write_lhe, bahan)["Tindak Lanjut"]
    isi = str(lembar["A3"].value)
    assert ("membuka tahun" in isi) is (triwulan is Triwulan.I)


def test_ringkasan_menyebut_yang_ada_saja() -> None:
    assert render_ringkas([], "langkah") == "Tidak ada langkah"
    assert render_ringkas([None, None], "langkah") == "2 langkah: 2 belum dijawab"
