"""Filled forms for measuring: the same every time, and as full as real ones."""

from __future__ import annotations

import datetime as dt
import io
from collections import Counter
from typing import Any

import openpyxl
import pytest

from bench.pengisi import JUMLAH_CATATAN, fill, split_volume
from sopkinerja.contoh.besar import build_besar
from sopkinerja.istilah import Triwulan
from sopkinerja.laporan.formulir import NAMA_TEMPLAT, build_isi
from sopkinerja.laporan.jenis import LAPORAN
from sopkinerja.laporan.rekam import build_formulir
from sopkinerja.lembar.templat import find_templat
from sopkinerja.opd.mandat import Mandat
from sopkinerja.ruang import Pengaturan

TW, JABATAN = Triwulan.I, "PDN"
WAKTU = dt.datetime(2026, 4, 6, 1)
MANDAT = build_besar(1, 10)
BERINDIKATOR = {i.kode: i for i in MANDAT.mandat}


@pytest.fixture(scope="module")
def formulir() -> bytes:
    """The issued form of a Kabid with ten indicators or more."""
    akhir = TW.akhir(2026)
    mandat = Mandat(tahun=2026, versi=1, berlaku_mulai=TW, tanggal=akhir, indikator=MANDAT.mandat)
    jabatan = next(j for j in MANDAT.jabatan if j.kode == JABATAN)
    isi = build_formulir(
        MANDAT, mandat, jabatan, TW, {}, tanggal=akhir, tenggat=akhir, pengaturan=Pengaturan()
    )
    assert isi is not None
    return LAPORAN.compile_templat(find_templat(NAMA_TEMPLAT, None)).render(build_isi(isi))


def test_terisi_sama_setiap_kali_dan_penuh(formulir: bytes) -> None:
    """150 notes; where our formula stands, its kept value is what the notes add up to."""
    terisi = fill(formulir, BERINDIKATOR, 0, TW, WAKTU)
    assert terisi == fill(formulir, BERINDIKATOR, 0, TW, WAKTU)
    assert terisi != fill(formulir, BERINDIKATOR, 3, TW, WAKTU)
    buku = openpyxl.load_workbook(io.BytesIO(terisi), data_only=True)
    catatan = [b for b in _read_tabel(buku, "Catatan") if b["tanggal"] is not None]
    assert len(catatan) == JUMLAH_CATATAN
    jumlah = Counter[str]()
    for baris in catatan:
        jumlah[baris["kode"]] += baris["volume"] or 0
    realisasi = {b["kode"]: b["realisasi"] for b in _read_tabel(buku, "Laporan")}
    dijumlahkan = {k: v for k, v in jumlah.items() if v}
    assert len(dijumlahkan) >= 2
    assert {k: pytest.approx(realisasi[k]) for k in dijumlahkan} == dijumlahkan


def _read_tabel(buku: openpyxl.Workbook, lembar: str) -> list[dict[str, Any]]:
    """The rows of a sheet by the hidden keys of its first row."""
    kunci, *isi = buku[lembar].iter_rows(values_only=True)
    return [dict(zip(kunci, baris, strict=True)) for baris in isi if baris[0]]


@pytest.mark.parametrize(("nomor", "galat", "kosong"), [(0, 0, 0), (3, 1, 0), (7, 0, 1)])
def test_sebagian_rusak(formulir: bytes, nomor: int, galat: int, kosong: int) -> None:
    """One form in ten has an error cell, one of twenty a realisasi too little."""
    utuh = _read_laporan(fill(formulir, BERINDIKATOR, 0, TW, WAKTU))
    isi = _read_laporan(fill(formulir, BERINDIKATOR, nomor, TW, WAKTU))
    assert list(isi.values()).count("#N/A") == galat
    assert len(utuh) - len(isi) == kosong


def _read_laporan(isi: bytes) -> dict[str, object]:
    lembar = openpyxl.load_workbook(io.BytesIO(isi), data_only=True)["Laporan"]
    return {
        c.coordinate: c.value for baris in lembar.iter_rows() for c in baris if c.value is not None
    }


@pytest.mark.parametrize(
    ("jumlah", "paling_banyak", "bagian"),
    [(3, 15, [1, 1, 1]), (7, 3, [3, 2, 2]), (1.25, 2, [0.63, 0.62]), (40, 4, [10, 10, 10, 10])],
)
def test_volume_dibagi(jumlah: float, paling_banyak: int, bagian: list[float]) -> None:
    """Notes add up to the result, none of them is nothing."""
    assert split_volume(jumlah, paling_banyak) == bagian
