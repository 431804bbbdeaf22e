"""The demo of a whole year: told to its end, every figure reckoned twice, every output sound."""

from __future__ import annotations

import shutil
from collections import Counter
from pathlib import Path

import pytest
from click.testing import CliRunner

from sopkinerja.agenda.agenda import Agenda
from sopkinerja.agenda.jurnal import check_rantai, read_jurnal
from sopkinerja.bundel.isi_arsip import check_arsip, list_berkas
from sopkinerja.bundel.periksa import check_bundel
from sopkinerja.bundel.pulih import build_register, compare_register
from sopkinerja.cli import main
from sopkinerja.contoh.demo_tahun import BERAKHIR, BERGANTI, DEPAN, DIREVISI
from sopkinerja.contoh.peraga import TANGGAL
from sopkinerja.istilah import Formulir, Putusan, Triwulan
from sopkinerja.laporan.model import FormulirLaporan
from sopkinerja.mandat.referensi import read_referensi, write_referensi
from sopkinerja.ruang import Ruang
from tests.alat import lint, validasi
from tests.alat.figur import find_panjang
from tests.alur.setahun import read_isi
from tests.cetakan.batas import SETAHUN
from tests.cetakan.kertas import check_kertas
from tests.pembanding.banding import check_ruang

pytestmark = pytest.mark.panjang

JENIS = {
    "formulir mandat": f"outbox/{DEPAN}/mandat/formulir/*/PLN_*.xlsx",
    "PK revisi": "outbox/2026/mandat/pk/PLN_PK_2026_rev*.xlsx",
    "PK dan Target": "outbox/2026/mandat/PK_dan_Target_2026.xlsx",
    "Jadwal Monev": "outbox/2026/Jadwal_Monev_2026.xlsx",
    "formulir Renaksi": "outbox/2026/TW4/renaksi/formulir/*/PLN_*.xlsx",
    "Renaksi": "outbox/2026/TW4/Renaksi_TW4_2026.xlsx",
    "formulir laporan": "outbox/2026/TW4/formulir/*/PLN_*.xlsx",
    "perbaikan": "outbox/2026/TW4/perbaikan/*.xlsx",
    "rapat": "outbox/2026/TW3/Rapat_Monev_TW3_2026*.xlsx",
    "matriks": "outbox/2026/TW4/Matriks_Akumulasi_TW4_2026.xlsx",
    "matriks disesuaikan": "outbox/2026/TW2/Matriks_Akumulasi_TW2_2026_rev1.xlsx",
    "laporan kinerja": "outbox/2026/TW4/Laporan_Kinerja_TW4_2026.xlsx",
    "LHE disesuaikan": "outbox/2026/TW1/LHE_TW1_2026_rev1.xlsx",
    "LHE TW III": "outbox/2026/TW3/LHE_TW3_2026.xlsx",
    "LHE tahunan": "outbox/2026/LHE_2026.xlsx",
    "evaluasi renja": "outbox/2026/TW4/Evaluasi_Renja_TW4_2026.xlsx",
    "evaluasi renja III": "outbox/2026/TW3/Evaluasi_Renja_TW3_2026.xlsx",
    "tindak lanjut": "outbox/2026/Tindak_Lanjut_2026.xlsx",
    "LAKIP": "outbox/2026/LAKIP_2026.xlsx",
    "RENJA": f"outbox/2026/RENJA_{DEPAN}.xlsx",
    "tanda terima": "outbox/*/tanda-terima/*2027-01-13*.xlsx",
    "indeks arsip": "arsip/Indeks.xlsx",
}


@pytest.fixture(scope="module")
def setahun(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """The workspace that the demo left, and what it printed."""
    folder = tmp_path_factory.mktemp("setahun") / "ruang"
    hasil = CliRunner().invoke(main, ["demo", "--tahun-penuh", str(folder)])
    assert hasil.exit_code == 0, hasil.output
    return folder, hasil.output


def find_satu(folder: Path, jenis: str) -> Path:
    """The one output of that kind that the tests look at."""
    return sorted(folder.glob(JENIS[jenis]))[0]


def test_setiap_angka_setahun_dihitung_kedua_kali(setahun: tuple[Path, str]) -> None:
    """Every matrix and LHE ever handed out, before and after closing and adjusting, again from the
    archived forms by code that shares nothing with ours."""
    banding = check_ruang(setahun[0])
    assert banding.beda == []
    assert banding.jumlah > 90_000
    cetakan = Counter(c.partition(" cetakan")[0] for c in banding.cetakan)
    assert cetakan == Counter(
        {f"{jenis} TW {t.romawi}": 3 if t <= Triwulan.II else 2
         for jenis in ("Matriks_Akumulasi", "LHE") for t in Triwulan}
        | {"LHE 2026": 1}
    )  # fmt: skip


FIGUR = ("Tindak_Lanjut*.xlsx", "LHE*.xlsx", "LAKIP*.xlsx", "RENJA*.xlsx", "TW?/*.xlsx")
"""What of outbox/2026 is for the leadership."""


def test_dua_desimal_kecuali_targetnya_lebih(setahun: tuple[Path, str]) -> None:
    with Agenda(Ruang(setahun[0]).berkas_agenda, baca_saja=True) as agenda:
        indikator = [i for m in agenda.read_riwayat_mandat(2026) for i in m.indikator]
    berkas = sorted({p for pola in FIGUR for p in (setahun[0] / "outbox/2026").glob(pola)})
    hasil = {p.name: find_panjang(p, indikator) for p in berkas}
    assert {n: panjang for n, (_, panjang) in hasil.items() if panjang} == {}
    assert sum(jumlah for jumlah, _ in hasil.values()) > 60_000


def test_jalan_cerita(setahun: tuple[Path, str]) -> None:
    """What the year was to hold happened: revisions, people, late and held returns, two years."""
    with Agenda(Ruang(setahun[0]).berkas_agenda, baca_saja=True) as agenda:
        assert agenda.read_tutup(2026) == frozenset(Triwulan)
        versi = [(m.versi, m.berlaku_mulai.value) for m in agenda.read_riwayat_mandat(2026)]
        laporan = {t: agenda.read_kiriman_triwulan(Formulir.LAPORAN, 2026, t) for t in Triwulan}
        terbit = {t: agenda.read_terbitan_triwulan(Formulir.LAPORAN, 2026, t) for t in Triwulan}
        depan = agenda.read_kiriman_triwulan(Formulir.MANDAT, DEPAN, None)
    assert versi == [(1, 1), (2, 2), (3, 3)], "the first one was replaced before it was used"
    for t in Triwulan:
        putusan = {k.putusan for k in laporan[t]}
        assert {Putusan.DITERIMA, Putusan.PERLU_PERBAIKAN} <= putusan
        menerima = {i.identitas.jabatan for i in terbit[t]}
        assert (BERAKHIR in menerima) == (t <= Triwulan.II)
    assert any(k.diterima.date().isoformat() >= "2026-07-27" and k.berlaku for k in laporan[1])
    assert sum(k.berlaku for k in depan) > 10
    pemangku = {
        FormulirLaporan.model_validate_json(t.isi).pemangku.nama
        for t in terbit[Triwulan.II]
        if t.identitas.jabatan == BERGANTI
    }
    assert len(pemangku) == 2
    for kode in DIREVISI:
        tahun = [t for t in terbit[Triwulan.III] if t.identitas.jabatan == kode]
        isi = [FormulirLaporan.model_validate_json(t.isi) for t in tahun]
        assert len({f.versi_mandat for f in isi}) == 2


def test_cetakan_menyebut_letak_keluaran(setahun: tuple[Path, str]) -> None:
    for baris in setahun[1].split("Bukalah:")[1].strip().splitlines():
        assert Path(baris.split("  ")[-1].strip()).exists(), baris


def test_sesudah_ditutup_tidak_berubah(setahun: tuple[Path, str], tmp_path: Path) -> None:
    """Names, units and settings are others now: what was closed prints as it did on that day."""
    ruang = Ruang(shutil.copytree(setahun[0], tmp_path / "ruang"))
    dulu = {j: read_isi(find_satu(ruang.akar, j)) for j in ("matriks", "LHE TW III")}
    referensi, _ = read_referensi(ruang.berkas_referensi, tahun=2026)
    assert referensi is not None
    ubah = {
        "unit": tuple(u.model_copy(update={"nama": f"{u.nama} baru"}) for u in referensi.unit),
        "jabatan": tuple(j.model_copy(update={"nama": f"{j.nama} X"}) for j in referensi.jabatan),
    }
    write_referensi(ruang.berkas_referensi, referensi.model_copy(update=ubah))
    ruang.berkas_pengaturan.write_text('rumus_turun = "rasio"\nbatas_capaian = 0\n', "utf-8")
    for perintah, triwulan in (("matriks -t 4", Triwulan.IV), ("lhe -t 3", Triwulan.III)):
        hari = TANGGAL[triwulan].tutup.isoformat()
        argumen = [*perintah.split(), "--tahun", "2026", "--tanggal", hari]
        hasil = CliRunner().invoke(main, ["--ruang", str(ruang.akar), *argumen])
        assert hasil.exit_code == 0, hasil.output
    assert {j: read_isi(find_satu(ruang.akar, j)) for j in dulu} == dulu


@pytest.fixture(scope="module")
def terbukti(setahun: tuple[Path, str], tmp_path_factory: pytest.TempPathFactory) -> Ruang:
    """A copy of the workspace, with the bundle of every triwulan."""
    folder = tmp_path_factory.mktemp("bundel") / "ruang"
    ruang = Ruang(shutil.copytree(setahun[0], folder))
    for t in Triwulan:
        argumen = ["bundel", "-t", str(t.value), "--tahun", "2026"]
        hasil = CliRunner().invoke(main, ["--ruang", str(ruang.akar), *argumen])
        assert hasil.exit_code == 0, hasil.output
    return ruang


@pytest.mark.parametrize("triwulan", Triwulan)
def test_bundel_sama_sampai_sel_terakhir(terbukti: Ruang, triwulan: Triwulan) -> None:
    """Every original read and judged again, every printing built anew, SEMENTARA, FINAL, adjusted
    and of the year: no cell differs."""
    nama = f"TW{triwulan.value}/Bundel_TW{triwulan.value}_2026.zip"
    hasil = check_bundel(terbukti.build_outbox(2026) / nama, terbukti)
    assert [t.pesan for t in hasil.temuan] == []
    assert hasil.putar.dibaca > 60 * triwulan.value
    assert sum(hasil.putar.cetakan.values()) > 60_000
    jenis = {c.split("_TW")[0].split("_20")[0] for c in hasil.putar.cetakan}
    setahun = {"LAKIP", "RENJA"} if triwulan is Triwulan.IV else set()
    assert jenis == {"Matriks_Akumulasi", "Laporan_Kinerja", "LHE", "Evaluasi_Renja"} | setahun


def test_satu_bita_di_arsip_setahun_ketahuan(terbukti: Ruang, tmp_path: Path) -> None:
    """Every file of arsip/ is proved, and one flipped byte in any of them is found."""
    halaman = tuple(check_rantai(read_jurnal(terbukti.akar)))
    semua = {b.tempat: b for b in list_berkas(terbukti.berkas_agenda, halaman)}
    ada = {terbukti.build_jalur(p) for p in terbukti.arsip.rglob("*") if p.is_file()}
    assert ada - semua.keys() == {"arsip/Indeks.xlsx"}
    assert list(check_arsip(terbukti.akar, semua.values())) == []
    for tempat, berkas in semua.items():
        isi = bytearray((terbukti.akar / tempat).read_bytes())
        isi[len(isi) // 2] ^= 1
        (tmp_path / tempat).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / tempat).write_bytes(isi)
        assert [c.berkas for c in check_arsip(tmp_path, [berkas])] == [berkas]
    assert len(semua) > 400


def test_register_setahun_kembali(terbukti: Ruang, tmp_path: Path) -> None:
    """The year's register made anew from arsip/ is the lost one, row for row."""
    halaman = tuple(check_rantai(read_jurnal(terbukti.akar)))
    build_register(halaman, tmp_path / "baru.db")
    assert compare_register(terbukti.berkas_agenda, tmp_path / "baru.db") == ()
    assert len(halaman) > 50


def test_menolak_ruang_sungguhan(tmp_path: Path) -> None:
    (tmp_path / "referensi.xlsx").write_bytes(b"milik kantor")
    hasil = CliRunner().invoke(main, ["demo", "--tahun-penuh", str(tmp_path)])
    assert hasil.exit_code == 3
    assert (tmp_path / "referensi.xlsx").read_bytes() == b"milik kantor"


@pytest.mark.parametrize("jenis", JENIS)
def test_lint(setahun: tuple[Path, str], jenis: str) -> None:
    assert lint(find_satu(setahun[0], jenis)) == []


@pytest.mark.validator
@pytest.mark.parametrize("jenis", JENIS)
def test_skema(setahun: tuple[Path, str], jenis: str) -> None:
    assert validasi(find_satu(setahun[0], jenis)) == []


@pytest.mark.libreoffice
@pytest.mark.poppler
@pytest.mark.parametrize("jenis", SETAHUN)
def test_cetak(setahun: tuple[Path, str], jenis: str) -> None:
    assert check_kertas(find_satu(setahun[0], jenis), SETAHUN[jenis]) == []
