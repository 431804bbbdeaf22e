"""Forms as a screen shows them: what stays in view leaves room to type, also on a phone."""

from __future__ import annotations

import io
from functools import cache
from typing import NamedTuple

import openpyxl
import pytest
from openpyxl.workbook.workbook import Workbook

from sopkinerja.formulir.tabel import PERBAIKAN
from sopkinerja.laporan.formulir import NAMA_TEMPLAT, build_isi
from sopkinerja.laporan.jenis import LAPORAN as LAPORAN_JENIS
from sopkinerja.laporan.tabel import LAPORAN, TABEL
from sopkinerja.lembar.tabel import Tabel
from sopkinerja.lembar.templat import find_templat
from sopkinerja.mandat.tabel import MANDAT
from sopkinerja.renaksi.tabel import RENAKSI
from tests.alat.layar import read_layar, read_lebar
from tests.laporan.contoh_formulir import build_formulir, build_mentah

PONSEL = 390
LAPTOP = 1300
"""Of 1366 pixels, beside the row numbers and the scroll bar."""
MAKS_BEKU = 120
MAKS_LEBAR_BEKU = 235
"""Beside the frozen columns a phone still shows the narrowest of what is typed."""


class Lembar(NamedTuple):
    """A sheet of a form, its main table, and the columns that stay in view."""

    formulir: str
    tabel: Tabel
    beku: tuple[str, ...]


BEKU = {
    "laporan": ("no", "indikator"),
    "catatan": ("tanggal",),
    "rekap": ("indikator",),
    "anggaran": ("uraian",),
    "pelaksanaan": ("langkah",),
    "tindak_lanjut": ("uraian",),
    "menyusul": ("kode",),
    "definisi": ("indikator",),
}
LEMBAR = [Lembar("laporan", t, BEKU[t.nama]) for t in TABEL if t.nama in BEKU]


@cache
def buka(formulir: str, percobaan: int = 0) -> Workbook:
    """A form as it is issued, or sent back to be corrected."""
    assert formulir == "laporan"
    isi = build_formulir(12)
    mentah = build_mentah(isi) if percobaan else None
    templat = LAPORAN_JENIS.compile_templat(find_templat(NAMA_TEMPLAT, None))
    return openpyxl.load_workbook(
        io.BytesIO(templat.render(build_isi(isi, mentah, percobaan=percobaan)))
    )


@pytest.mark.parametrize("satu", LEMBAR, ids=lambda s: s.tabel.lembar)
def test_yang_tetap_terlihat_menyisakan_ruang(satu: Lembar) -> None:
    """Headings and the name of the row stay in view, and nothing that takes more of the screen."""
    layar = read_layar(buka(satu.formulir)[satu.tabel.lembar])
    assert layar.kepala == satu.tabel.kepala
    assert layar.beku_tinggi <= MAKS_BEKU
    assert layar.kolom_beku == tuple(satu.tabel.tempat[k] + 1 for k in satu.beku)
    assert layar.beku_lebar <= MAKS_LEBAR_BEKU
    assert layar.zoom == 100


@pytest.mark.parametrize("satu", LEMBAR, ids=lambda s: s.tabel.lembar)
def test_terbuka_pada_isian_pertama_yang_terlihat_di_ponsel(satu: Lembar) -> None:
    layar = read_layar(buka(satu.formulir)[satu.tabel.lembar])
    isian = satu.tabel.isian
    assert layar.sel_aktif == (satu.tabel.sel(isian[0]) if isian else f"B{satu.tabel.awal}")
    assert layar.ke_isian <= PONSEL
    assert bool(layar.ke_isian) == bool(isian)


def test_petunjuk_selebar_ponsel() -> None:
    assert read_layar(buka("laporan")["Petunjuk"]).lebar <= PONSEL


@pytest.mark.parametrize(("percobaan", "lembar"), [(0, "Laporan"), (1, "Perbaikan")])
def test_buku_terbuka_pada_yang_dikerjakan(percobaan: int, lembar: str) -> None:
    buku = buka("laporan", percobaan)
    assert buku.active is not None
    assert buku.active.title == lembar
    assert [ws.title for ws in buku if ws.sheet_view.tabSelected] == [lembar]


def test_perbaikan_menyisakan_ruang_dan_muat_di_laptop() -> None:
    """By when and to whom stay in view; the list needs no scrolling sideways."""
    layar = read_layar(buka("laporan", 1)["Perbaikan"])
    assert layar.kepala == PERBAIKAN.kepala
    assert layar.beku_tinggi <= MAKS_BEKU
    assert layar.sel_aktif == f"B{PERBAIKAN.awal}"
    assert layar.lebar <= LAPTOP


def test_catatan_pemeriksa_di_sebelah_angkanya() -> None:
    """What is said of a row can be read beside its figure on a laptop, without scrolling."""
    lembar = buka("laporan", 1)[LAPORAN.lembar]
    tempat = LAPORAN.tempat
    assert tempat["catatan_pemeriksa"] - tempat["realisasi"] <= 2
    assert read_lebar(lembar, tempat["rekomendasi"] + 1) <= LAPTOP


@pytest.mark.parametrize(("templat", "tabel"), [("mandat", MANDAT), ("renaksi", RENAKSI)])
def test_mandat_dan_renaksi_menyisakan_ruang(templat: str, tabel: Tabel) -> None:
    """The headings stay in view with the form's own kode and nothing of the letterhead, which is
    the page's."""
    buku = openpyxl.load_workbook(find_templat(f"{templat}.xlsx", None))
    lembar = buku[tabel.lembar]
    layar = read_layar(lembar)
    assert layar.kepala == tabel.kepala
    assert layar.beku_tinggi <= MAKS_BEKU
    assert layar.zoom == 100
    assert layar.sel_aktif == tabel.sel(tabel.isian[0])
    atas = [str(s.value) for baris in lembar.iter_rows(max_row=tabel.kepala) for s in baris]
    assert any("{{kode_formulir}}" in isi for isi in atas)
    assert "{{kop_opd}}" in (lembar.oddHeader.center.text or "")
