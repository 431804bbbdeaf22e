"""Forms as a screen shows them: what stays in view leaves room to type, also on a phone."""

from __future__ import annotations

import io
from functools import cache
from typing import Any, NamedTuple

import openpyxl
import pytest
from openpyxl.workbook.workbook import Workbook

from sopkinerja.formulir.jenis import Jenis
from sopkinerja.formulir.tabel import PERBAIKAN
from sopkinerja.jenis import FORMULIR
from sopkinerja.laporan.formulir import NAMA_TEMPLAT, build_isi
from sopkinerja.laporan.jenis import LAPORAN as LAPORAN_JENIS
from sopkinerja.laporan.tabel import LAPORAN, TABEL
from sopkinerja.lembar.tabel import Tabel
from sopkinerja.lembar.templat import find_templat
from sopkinerja.mandat.tabel import MANDAT
from sopkinerja.rapat.tabel import AGENDA, AGENDA_LAIN, HADIR
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
LEMBAR = [
    *(Lembar("laporan", t, BEKU[t.nama]) for t in TABEL if t.nama in BEKU),
    Lembar("mandat", MANDAT, ("no", "indikator")),
    Lembar("renaksi", RENAKSI, ("no", "kode")),
    Lembar("rapat", AGENDA, ("no", "indikator", "capaian")),
    Lembar("rapat", AGENDA_LAIN, ("no", "indikator", "capaian")),
    Lembar("rapat", HADIR, ()),
]
DI_LUAR_AWAL = {"pelaksanaan": "keadaan"}
"""Where the first column to be filled isn't due in the first row: a step without a target."""
TANPA_BEKU = {
    "laporan": ("Petunjuk",),
    "mandat": ("Petunjuk", "Rujukan"),
    "renaksi": ("Petunjuk", "Rujukan"),
    "rapat": ("Petunjuk", "Rapat Lalu", "Diminta dari Pimpinan", "Hasil Rapat"),
}
"""Sheets that are read from the top, without a table to scroll in."""


@cache
def buka(formulir: str, percobaan: int = 0) -> Workbook:
    """A form as it is issued, or sent back to be corrected; the other kinds as their template."""
    if formulir != "laporan":
        jenis = next(j for j in FORMULIR if j.formulir.value == formulir)
        return openpyxl.load_workbook(find_templat(jenis.nama_templat, None))
    isi = build_formulir(12)
    mentah = build_mentah(isi) if percobaan else None
    templat = LAPORAN_JENIS.compile_templat(find_templat(NAMA_TEMPLAT, None))
    return openpyxl.load_workbook(
        io.BytesIO(templat.render(build_isi(isi, mentah, percobaan=percobaan)))
    )


@pytest.mark.parametrize("jenis", FORMULIR, ids=lambda j: j.formulir.value)
def test_setiap_lembar_diukur(jenis: Jenis[Any]) -> None:
    """Every sheet that an officer sees is held to its measures below."""
    nama = jenis.formulir.value
    buku = openpyxl.load_workbook(find_templat(jenis.nama_templat, None))
    diukur = {s.tabel.lembar for s in LEMBAR if s.formulir == nama}
    tampak = {ws.title for ws in buku if ws.sheet_state == "visible"}
    assert tampak == {*diukur, *TANPA_BEKU[nama], "Perbaikan"}


@pytest.mark.parametrize("satu", LEMBAR, ids=lambda s: f"{s.formulir} {s.tabel.lembar}")
def test_yang_tetap_terlihat_menyisakan_ruang(satu: Lembar) -> None:
    """Headings and the name of the row stay in view, and nothing that takes more of the screen."""
    layar = read_layar(buka(satu.formulir)[satu.tabel.lembar])
    assert layar.kepala == satu.tabel.kepala
    assert layar.beku_tinggi <= MAKS_BEKU
    assert layar.kolom_beku == tuple(satu.tabel.tempat[k] + 1 for k in satu.beku)
    assert layar.beku_lebar <= MAKS_LEBAR_BEKU
    assert layar.di_sela == ()
    assert layar.zoom == 100


@pytest.mark.parametrize("satu", LEMBAR, ids=lambda s: f"{s.formulir} {s.tabel.lembar}")
def test_terbuka_pada_isian_pertama_yang_terlihat_di_ponsel(satu: Lembar) -> None:
    """Beside the name of the row a phone shows the whole of the first column to be filled."""
    lembar = buka(satu.formulir)[satu.tabel.lembar]
    layar, isian, tempat = read_layar(lembar), satu.tabel.isian, satu.tabel.tempat
    kolom = DI_LUAR_AWAL.get(satu.tabel.nama, isian[0] if isian else "")
    assert layar.sel_aktif == (satu.tabel.sel(kolom) if kolom else f"B{satu.tabel.awal}")
    assert layar.ke_isian <= PONSEL
    assert bool(layar.ke_isian) == bool(isian)
    if bebas := [k for k in isian if k not in satu.beku]:
        assert read_lebar(lembar, tempat[bebas[0]] + 1) <= PONSEL


@pytest.mark.parametrize("formulir", TANPA_BEKU)
def test_kop_hanya_di_kertas(formulir: str) -> None:
    """Only Petunjuk shows the letterhead on the screen too."""
    for lembar in buka(formulir):
        if lembar.sheet_state == "visible" and lembar.title != "Petunjuk":
            assert "{{kop_opd}}" in (lembar.oddHeader.center.text or "") or formulir == "laporan"
            sel = (str(s.value) for baris in lembar.iter_rows(max_row=8) for s in baris)
            assert not any("{{opd_kapital}}" in isi or "{{kontak}}" in isi for isi in sel)


@pytest.mark.parametrize("formulir", TANPA_BEKU)
def test_petunjuk_selebar_ponsel(formulir: str) -> None:
    assert read_layar(buka(formulir)["Petunjuk"]).lebar <= PONSEL


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
    """What is said of a row can be read beside its figure without scrolling: on a phone with the
    name of the row, on a laptop with the words that answer it."""
    lembar = buka("laporan", 1)[LAPORAN.lembar]
    tempat = LAPORAN.tempat
    assert tempat["catatan_pemeriksa"] == tempat["realisasi"] + 1
    assert read_lebar(lembar, tempat["catatan_pemeriksa"] + 1) <= PONSEL
    assert read_lebar(lembar, tempat["rekomendasi"] + 1) <= LAPTOP
    daftar = buka("laporan", 1)["Perbaikan"]
    assert read_lebar(daftar, PERBAIKAN.tempat["temuan"] + 1) <= PONSEL


@pytest.mark.parametrize(("formulir", "tabel"), [("mandat", MANDAT), ("renaksi", RENAKSI)])
def test_kode_formulir_di_atas_judul(formulir: str, tabel: Tabel) -> None:
    atas = buka(formulir)[tabel.lembar].iter_rows(max_row=tabel.kepala)
    assert any("{{kode_formulir}}" in str(s.value) for baris in atas for s in baris)
