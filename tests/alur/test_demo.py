"""The demo: the whole job on the sample OPD; every putusan occurs, every output is sound."""

from __future__ import annotations

import shutil
from collections import Counter
from pathlib import Path

import openpyxl
import pytest
from click.testing import CliRunner

from sopkinerja.agenda.agenda import Agenda
from sopkinerja.cli import main
from sopkinerja.contoh.opd import build_contoh
from sopkinerja.istilah import Formulir, Putusan, Triwulan
from sopkinerja.mandat.referensi import read_referensi
from sopkinerja.ruang import Ruang
from tests.alat import lint, uno_read, validasi
from tests.alat.figur import find_panjang
from tests.cetakan.batas import TRIWULAN
from tests.cetakan.kertas import check_kertas
from tests.pembanding.arsip import read_cetakan
from tests.pembanding.banding import check_ruang

JENIS = {
    "mandat": "outbox/2026/mandat/formulir/*/PLN_*.xlsx",
    "mandat perbaikan": "outbox/2026/mandat/perbaikan/PLN_*.xlsx",
    "pk dan target": "outbox/2026/mandat/PK_dan_Target_2026.xlsx",
    "pk kepala": "outbox/2026/mandat/pk/KADIS_*.xlsx",
    "skp": "outbox/2026/mandat/skp/SPI_*.xlsx",
    "pk non-asn": "outbox/2026/mandat/pk/PRG-04_*.xlsx",
    "formulir": "outbox/2026/TW1/formulir/*/PLN_*.xlsx",
    "formulir besar": "outbox/2026/TW1/formulir/*/KADIS_*.xlsx",
    "perbaikan": "outbox/2026/TW1/perbaikan/PLN_*.xlsx",
    "matriks": "outbox/2026/TW1/Matriks_Akumulasi_TW1_2026.xlsx",
    "laporan kinerja": "outbox/2026/TW1/Laporan_Kinerja_TW1_2026.xlsx",
    "rapat": "outbox/2026/TW1/Rapat_Monev_TW1_2026.xlsx",
    "lhe": "outbox/2026/TW1/LHE_TW1_2026.xlsx",
    "evaluasi renja": "outbox/2026/TW1/Evaluasi_Renja_TW1_2026.xlsx",
    "rekap bawahan": "outbox/2026/TW1/atasan/PLN_*.xlsx",
    "tanda terima": "outbox/2026/tanda-terima/*2026-04-07*.xlsx",
    "referensi": "referensi.xlsx",
    "indeks arsip": "arsip/Indeks.xlsx",
}


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """The workspace that the demo left, and what it printed."""
    folder = tmp_path_factory.mktemp("demo") / "ruang"
    hasil = CliRunner().invoke(main, ["demo", str(folder)])
    assert hasil.exit_code == 0, hasil.output
    return folder, hasil.output


def find_satu(folder: Path, jenis: str) -> Path:
    """The one output of that kind that the tests look at."""
    return sorted(folder.glob(JENIS[jenis]))[0]


def test_setiap_putusan_terjadi(demo: tuple[Path, str]) -> None:
    folder, cetak = demo
    with Agenda(Ruang(folder).berkas_agenda, baca_saja=True) as agenda:
        putusan = Counter(k.putusan for k in agenda.read_kiriman_tahun())
        diterima = [
            k for k in agenda.read_kiriman_triwulan(Formulir.LAPORAN, 2026, Triwulan.I) if k.berlaku
        ]
    assert {Putusan.DITERIMA, Putusan.PERLU_PERBAIKAN, Putusan.DUPLIKAT} <= putusan.keys()
    assert {Putusan.USANG, Putusan.KARANTINA} <= putusan.keys()
    assert "2 konflik" in cetak
    assert "dilewati" in cetak
    assert len(diterima) > 50
    assert {k.revisi for k in diterima} == {1, 2}


def test_mandat_dari_formulir_saja(demo: tuple[Path, str]) -> None:
    """The Mandat sheet is empty; the late are in force from TW I, and all is as was typed."""
    ruang = Ruang(demo[0])
    referensi, _ = read_referensi(ruang.berkas_referensi)
    assert referensi is not None
    assert referensi.mandat == ()
    with Agenda(ruang.berkas_agenda, baca_saja=True) as agenda:
        mandat = agenda.read_mandat(2026, Triwulan.I)
    assert mandat is not None
    assert {i.kode: i for i in mandat.indikator} == {i.kode: i for i in build_contoh().mandat}
    assert "1 perlu perbaikan" in demo[1].split("Baris 3-4")[0]
    assert "Jabatan tanpa mandat: P2IPK-05; PSMB-06" in demo[1]


def test_cetakan_menyebut_letak_keluaran(demo: tuple[Path, str]) -> None:
    folder, cetak = demo
    for baris in cetak.split("Bukalah:")[1].strip().splitlines():
        jalur = Path(baris.split("  ")[-1].strip())
        assert (jalur if jalur.is_absolute() else folder / jalur).exists(), baris


def test_demo_menolak_ruang_sungguhan(tmp_path: Path) -> None:
    (tmp_path / "referensi.xlsx").write_bytes(b"milik kantor")
    hasil = CliRunner().invoke(main, ["demo", str(tmp_path)])
    assert hasil.exit_code == 3
    assert (tmp_path / "referensi.xlsx").read_bytes() == b"milik kantor"


@pytest.mark.parametrize("jenis", JENIS)
def test_lint(demo: tuple[Path, str], jenis: str) -> None:
    assert lint(find_satu(demo[0], jenis)) == []


@pytest.mark.validator
@pytest.mark.parametrize("jenis", JENIS)
def test_skema(demo: tuple[Path, str], jenis: str) -> None:
    assert validasi(find_satu(demo[0], jenis)) == []


@pytest.mark.libreoffice
@pytest.mark.poppler
@pytest.mark.parametrize("jenis", TRIWULAN)
def test_cetak(demo: tuple[Path, str], jenis: str) -> None:
    assert check_kertas(find_satu(demo[0], jenis), TRIWULAN[jenis]) == []


@pytest.mark.libreoffice
@pytest.mark.parametrize("jenis", ["formulir besar", "perbaikan", "matriks", "lhe"])
def test_dihitung_ulang_libreoffice(demo: tuple[Path, str], jenis: str) -> None:
    """Every number that we cached is what LibreOffice computes, to 1e-9."""
    berkas = find_satu(demo[0], jenis)
    kami, lo = uno_read(berkas), uno_read(berkas, hitung_ulang=True)
    assert kami.keys() == lo.keys()
    beda = [
        (lembar, sel, nilai, lo[lembar].get(sel))
        for lembar, isi in kami.items()
        for sel, nilai in isi.items()
        if not _is_sama(nilai, lo[lembar].get(sel))
    ]
    assert beda == []


def test_setiap_angka_dihitung_kedua_kali(demo: tuple[Path, str]) -> None:
    """Matrix and LHE again from the archived forms, by code that shares nothing with ours."""
    banding = check_ruang(demo[0])
    assert banding.beda == []
    assert banding.cetakan == ["Matriks_Akumulasi TW I cetakan ke-1", "LHE TW I cetakan ke-1"]
    assert banding.jumlah > 9000


def test_pembanding_melihat_angka_yang_salah(demo: tuple[Path, str], tmp_path: Path) -> None:
    """The comparer is no rubber stamp: one figure changed in the matrix is found."""
    ruang = Path(shutil.copytree(demo[0], tmp_path / "ruang"))
    matriks = read_cetakan(ruang, 2026)[0].berkas
    buku = openpyxl.load_workbook(matriks, data_only=True)
    tempat = {s.value: s for baris in buku["Matriks"].iter_rows() for s in baris if s.value}
    kolom, baris = tempat["Realisasi s.d. TW"].column, tempat["KADIS.02"].row
    buku["Matriks"].cell(baris, kolom).value = 23
    buku.save(matriks)
    (beda,) = check_ruang(ruang).beda
    assert "Matriks KADIS.02 s.d. Realisasi: tercetak 23, seharusnya 22.0" in beda


@pytest.mark.parametrize("jenis", ["matriks", "laporan kinerja", "lhe", "rapat", "rekap bawahan"])
def test_dua_desimal_kecuali_targetnya_lebih(demo: tuple[Path, str], jenis: str) -> None:
    with Agenda(Ruang(demo[0]).berkas_agenda, baca_saja=True) as agenda:
        indikator = [i for m in agenda.read_riwayat_mandat(2026) for i in m.indikator]
    jumlah, panjang = find_panjang(find_satu(demo[0], jenis), indikator)
    assert panjang == []
    assert jumlah > 100


def _is_sama(satu: object, dua: object) -> bool:
    if isinstance(satu, int | float) and isinstance(dua, int | float):
        return abs(satu - dua) <= 1e-9 * max(1.0, abs(satu))
    return satu == dua
