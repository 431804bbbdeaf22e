"""The Rapat Monev form as a screen shows it: the indikator in view beside what is decided."""

from __future__ import annotations

import io
from functools import cache

import openpyxl
import pytest
from openpyxl.workbook.workbook import Workbook

from sopkinerja.istilah import Triwulan
from sopkinerja.lembar.templat import find_templat
from sopkinerja.matriks.matriks import build_matriks
from sopkinerja.matriks.tercetak import build_setahun
from sopkinerja.rapat.formulir import NAMA_TEMPLAT, build_isi
from sopkinerja.rapat.jenis import RAPAT
from sopkinerja.rapat.rekam import build_formulir
from sopkinerja.rapat.tabel import AGENDA, AGENDA_LAIN, HADIR
from tests.alat.layar import read_layar
from tests.laporan.tabel import read_tabel
from tests.lhe.bahan_contoh import build_bahan_contoh

PONSEL, MAKS_BEKU, MAKS_LEBAR_BEKU, LAPTOP = 390, 120, 235, 1366

KASUS = """
| lembar         | baris beku | kolom beku | sel aktif |
| Rapat Monev    | 5          | 2 3 4      | E6        |
| Agenda Lainnya | 5          | 2 3 4      | E6        |
| Hasil Rapat    | 0          |            | D7        |
| Daftar Hadir   | 5          |            | C6        |
"""


@cache
def buka(percobaan: int = 0) -> Workbook:
    """The sample's form of TW I as it is issued, or sent back."""
    formulir = build_formulir(build_setahun(build_matriks(build_bahan_contoh(Triwulan.I))))
    mentah = {} if percobaan else None
    templat = RAPAT.compile_templat(find_templat(NAMA_TEMPLAT, None))
    isi = templat.render(build_isi(formulir, mentah, percobaan=percobaan))
    return openpyxl.load_workbook(io.BytesIO(isi))


@pytest.mark.parametrize("kasus", read_tabel(KASUS), ids=lambda k: k["lembar"])
def test_indikator_terlihat_di_sebelah_yang_diisi(kasus: dict[str, str]) -> None:
    """Headings and the indikator stay in view, a phone shows the first input cell beside them, and
    it is the active one."""
    layar = read_layar(buka()[kasus["lembar"]])
    assert layar.kepala == int(kasus["baris beku"])
    assert layar.kolom_beku == tuple(map(int, kasus["kolom beku"].split()))
    assert layar.sel_aktif == kasus["sel aktif"]
    assert layar.beku_tinggi <= MAKS_BEKU
    assert layar.beku_lebar <= MAKS_LEBAR_BEKU
    assert 0 < layar.ke_isian <= PONSEL
    assert layar.lebar <= LAPTOP
    assert layar.zoom == 100


def test_petunjuk_selebar_ponsel() -> None:
    assert read_layar(buka()["Petunjuk"]).lebar <= PONSEL


@pytest.mark.parametrize(("percobaan", "lembar"), [(0, "Rapat Monev"), (1, "Perbaikan")])
def test_terbuka_pada_yang_dikerjakan(percobaan: int, lembar: str) -> None:
    assert [ws.title for ws in buka(percobaan) if ws.sheet_view.tabSelected] == [lembar]


def test_judul_tabel_berulang_dan_level_bawah_di_luar_cetak() -> None:
    buku = buka()
    for t in (AGENDA, HADIR):
        assert buku[t.lembar].print_title_rows == f"${t.kepala}:${t.kepala}"
    kolom = {s.column_letter for s in buku[AGENDA_LAIN.lembar][AGENDA_LAIN.kepala] if s.value}
    luar = str(buku[AGENDA_LAIN.lembar].print_area).split("!")[1].split("$")[1]
    assert luar not in kolom
    assert buku[AGENDA_LAIN.lembar].column_dimensions[luar].hidden


def test_penanggung_jawab_dipilih_dari_daftar() -> None:
    """On every sheet where something is decided."""
    for nama in ("Rapat Monev", "Agenda Lainnya", "Hasil Rapat"):
        daftar = [v for v in buka()[nama].data_validations.dataValidation if v.type == "list"]
        (satu,) = daftar
        assert "Daftar Jabatan" in satu.formula1
        assert satu.errorStyle == "information"
    assert buka()["Daftar Jabatan"].sheet_state == "hidden"
