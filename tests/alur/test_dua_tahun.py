"""January: TW IV of one year and row 1 of the next, in one workspace with one inbox."""

from __future__ import annotations

import datetime as dt
import hashlib
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from sopkinerja.agenda.agenda import Agenda
from sopkinerja.istilah import Formulir, Triwulan
from sopkinerja.mandat import tabel
from sopkinerja.mandat.model_formulir import FormulirMandat
from sopkinerja.opd.baca import read_grid
from sopkinerja.opd.model import BarisDpa
from sopkinerja.opd.salinan import find_hilang
from sopkinerja.ruang import Ruang
from tests.alat.skema import validasi
from tests.alat.telaah import lint
from tests.alur.kecil import create_kecil, find_formulir, issue, ketik
from tests.alur.kiriman import INDIKATOR, sidik
from tests.alur.setahun import tutup
from tests.alur.test_cli import baca_json, check_gagal, jalankan

SUB = "3.30.01.1.01.0001"
DPA = (
    BarisDpa(
        tahun=2026, kode=SUB, uraian="Pembinaan (contoh)", pagu=150_000_000.0, unit="SET",
        penanggung_jawab="BID-01", sumber_dana="APBD", realisasi_tw=(1e7, None, None, None),
    ),
)  # fmt: skip
MANDAT = tuple(
    i.model_copy(update={"sub_kegiatan": SUB} if i.kode == "BID-01.01" else {}) for i in INDIKATOR
)
BOLONG = "tidak lengkap (TW I, II, III)"
FEBRUARI = ("--tanggal", "2027-02-03")
DESEMBER, JANUARI = ("--tanggal", "2026-12-15"), ("--tanggal", "2027-01-06")


@pytest.fixture(scope="module")
def ruang_dibuka(tmp_path_factory: pytest.TempPathFactory) -> Ruang:
    """TW IV 2026 is out, and 2027 was opened in December."""
    ruang = create_kecil(tmp_path_factory.mktemp("dua") / "ruang", MANDAT, DPA)
    issue(ruang, Triwulan.IV, dt.date(2026, 10, 1))
    hasil = jalankan(ruang, "mulai-tahun", "2027", *DESEMBER)
    assert hasil.exit_code == 0, hasil.output
    return ruang


@pytest.fixture
def ruang(ruang_dibuka: Ruang, tmp_path: Path) -> Ruang:
    return Ruang(shutil.copytree(ruang_dibuka.akar, tmp_path / "ruang"))


def read_baris(ruang: Ruang, lembar: str, tahun: int) -> list[dict[str, Any]]:
    """The rows of one year on a sheet of referensi, by heading; blanks left out."""
    buku = load_workbook(ruang.berkas_referensi)
    judul, *isi = buku[lembar].iter_rows(values_only=True)
    semua = [dict(zip(map(str, judul), b, strict=True)) for b in isi]
    return [{k: v for k, v in b.items() if v is not None} for b in semua if b["Tahun"] == tahun]


def isi_referensi(ruang: Ruang, lembar: str, isi: Mapping[str, Any]) -> None:
    """The Kasubag fills cells of every 2027 row of a sheet, by heading."""
    buku = load_workbook(ruang.berkas_referensi)
    judul, *baris = buku[lembar].iter_rows()
    kolom = {sel.value: n for n, sel in enumerate(judul)}
    for b in baris:
        if b[kolom["Tahun"]].value == 2027:
            for nama, nilai in isi.items():
                b[kolom[nama]].value = nilai
    buku.save(ruang.berkas_referensi)


def find_mandat(ruang: Ruang) -> dict[str, Path]:
    """The mandat forms of 2027 by jabatan."""
    with Agenda(ruang.berkas_agenda, baca_saja=True) as agenda:
        terbitan = agenda.read_terbitan_triwulan(Formulir.MANDAT, 2027, None)
    return {t.identitas.jabatan: ruang.akar / t.berkas for t in terbitan}


def kirim_mandat(ruang: Ruang) -> None:
    """The Kepala Bidang sets targets for 2027 on the prefilled rows."""
    target = {"target_tahun": 44.0, **{f"tw_{n}": 11.0 for n in range(4)}}
    isian = {("mandat", k, kolom): v for k in tabel.MANDAT.kunci[:2] for kolom, v in target.items()}
    ketik(find_mandat(ruang)["BID-01"], isian, ruang.inbox / "mandat 2027.xlsx")


def kirim_laporan(ruang: Ruang) -> None:
    """The Kepala Bidang reports TW IV of 2026."""
    with Agenda(ruang.berkas_agenda, baca_saja=True) as agenda:
        asal = find_formulir(ruang, agenda, Triwulan.IV)["BID-01"]
    isian: dict[tuple[str, str, str], Any] = {("anggaran", SUB, "realisasi_tw"): 140_000_000.0}
    for kode in ("BID-01.01", "BID-01.02"):
        isian |= {("laporan", kode, "realisasi"): 10.0, ("laporan", kode, "bukti_dukung"): "a.pdf"}
    ketik(asal, isian, ruang.inbox / "laporan TW IV.xlsx")


def test_pembukaan_tahun_menyimpan_semua_dan_mengusulkan(tmp_path: Path) -> None:
    ruang = create_kecil(tmp_path / "ruang", MANDAT, DPA)
    asli, lama = ruang.berkas_referensi.read_bytes(), read_grid(ruang.berkas_referensi)
    hasil = jalankan(ruang, "mulai-tahun", "2027", *DESEMBER)
    assert "1 baris DPA dan 3 baris Mandat diusulkan dari 2026" in hasil.stdout
    assert "Tidak ada rekomendasi 2026 yang masih terbuka" in hasil.stdout
    sha = hashlib.sha256(asli).hexdigest()
    assert (ruang.arsip / sha[:2] / f"{sha}.xlsx").read_bytes() == asli
    indeks = load_workbook(ruang.arsip / "Indeks.xlsx").active
    assert sha in {sel.value for baris in indeks.iter_rows() for sel in baris}
    assert list(find_hilang(lama, read_grid(ruang.berkas_referensi))) == []
    assert read_baris(ruang, "DPA", 2027) == [
        {
            "Tahun": 2027, "Kode": SUB, "Uraian": "Pembinaan (contoh)", "Unit": "SET",
            "Penanggung Jawab": "BID-01", "Sumber Dana": "APBD",
        }
    ]  # fmt: skip
    usulan = read_baris(ruang, "Mandat", 2027)
    assert [b["Kode"] for b in usulan] == ["BID-01.01", "BID-01.02", "STF-01.01"]
    assert not any(k.startswith(("TW ", "Target")) for b in usulan for k in b)
    assert len(read_baris(ruang, "Mandat", 2026)) == 3


@pytest.mark.validator
def test_referensi_baru_sehat(ruang: Ruang) -> None:
    assert validasi(ruang.berkas_referensi) == []
    assert lint(ruang.berkas_referensi) == []


def test_dua_kali_membuka_tahun_tidak_mengubah_apa_pun(ruang: Ruang) -> None:
    sebelum = sidik(ruang)
    hasil = jalankan(ruang, "mulai-tahun", "2027", *JANUARI)
    assert (hasil.exit_code, sidik(ruang)) == (0, sebelum)
    assert "sudah dibuka; tidak ada yang diubah" in hasil.stdout


@pytest.mark.parametrize("tahun", ["2026", "2029", "2024"])
def test_hanya_tahun_berikut_dapat_dibuka(ruang: Ruang, tahun: str) -> None:
    sebelum = sidik(ruang)
    check_gagal(jalankan(ruang, "mulai-tahun", tahun, *JANUARI), tahun, "2026, 2027", "2028")
    assert sidik(ruang) == sebelum


def test_januari_dalam_satu_inbox(ruang: Ruang) -> None:
    hasil = jalankan(ruang, "terbitkan", "mandat", "--semua", *JANUARI)
    assert "Mandat 2027: 4 formulir baru" in hasil.stdout, hasil.output
    kirim_mandat(ruang)
    kirim_laporan(ruang)
    hasil = jalankan(ruang, "terima", "--json", *JANUARI)
    berkas = {b["nama"]: b for b in baca_json(hasil)["berkas"]}
    assert {n: (b["formulir"], b["tahun"], b["putusan"]) for n, b in berkas.items()} == {
        "mandat 2027.xlsx": ("mandat", 2027, "diterima"),
        "laporan TW IV.xlsx": ("laporan", 2026, "diterima"),
    }, hasil.output
    assert list((ruang.outbox / "2026/TW4/atasan").glob("KADIS_*.xlsx"))
    papan = baca_json(jalankan(ruang, "status", "--json", *JANUARI))
    assert (papan["tahun"], papan["triwulan"]) == (2026, 4)
    assert {j["kode"]: j["keadaan"] for j in papan["jabatan"]} == {
        "BID-01": "diterima", "STF-01": "belum",
    }  # fmt: skip
    papan = baca_json(jalankan(ruang, "status", "mandat", "--json", *JANUARI))
    assert papan["tahun"] == 2027
    assert {j["kode"]: j["keadaan"] for j in papan["jabatan"]} == {
        "KADIS": "belum", "SUB-01": "belum", "BID-01": "diterima", "STF-01": "belum",
    }  # fmt: skip
    matriks = jalankan(ruang, "matriks", "-t", "4", "--tahun", "2026", *JANUARI)
    assert "di outbox/2026/TW4/atasan: kirim kepada tiap atasan, untuk dibaca" in matriks.stdout
    assert "outbox/2026/TW4/Matriks_Akumulasi_TW4_2026.xlsx" in matriks.stdout
    mandat = jalankan(ruang, "terbitkan", "mandat", "--tahun", "2027", "--semua", *JANUARI)
    assert "Sudah diterima, tidak diterbitkan lagi: BID-01" in mandat.stdout
    kembali = ("kembalikan", "BID-01", "--catatan", "Target dinaikkan", *JANUARI)
    assert "outbox/2027/" in jalankan(ruang, *kembali).stdout
    assert "outbox/2026/TW4/" in jalankan(ruang, *kembali, "-t", "4").stdout


def test_formulir_mandat_membawa_angka_tahun_tertutup(ruang: Ruang) -> None:
    kirim_laporan(ruang)
    jalankan(ruang, "terima", *JANUARI)
    jalankan(ruang, "terbitkan", "mandat", "--semua", *JANUARI)

    def read_lalu() -> dict[str, float | None]:
        with Agenda(ruang.berkas_agenda, baca_saja=True) as agenda:
            terbit = agenda.read_terbitan_triwulan(Formulir.MANDAT, 2027, None)
        isi = [FormulirMandat.model_validate_json(t.isi) for t in terbit]
        return {i.kode: i.realisasi_tahun_lalu for f in isi for i in f.baris}

    assert read_lalu() == {"BID-01.01": None, "BID-01.02": None, "STF-01.01": None}
    for tw in Triwulan:
        tutup(ruang, tw, "2027-01-15")
    hasil = jalankan(ruang, "terbitkan", "mandat", "--semua", *JANUARI)
    assert "1 revisi" in hasil.stdout
    tetap = {"BID-01.01": 10.0, "BID-01.02": 10.0, "STF-01.01": None}
    assert read_lalu() == tetap
    lembar = load_workbook(find_mandat(ruang)["BID-01"])["Mandat"]
    isi = [str(s.value) for b in lembar.iter_rows() for s in b]
    assert isi.count(f"Realisasi Tahun Lalu: {BOLONG}.") == 2
    buka = ("buka", "-t", "1", "--tahun", "2026", "--alasan", "Laporan tertinggal", *JANUARI)
    assert jalankan(ruang, *buka).exit_code == 0
    hasil = jalankan(ruang, "terbitkan", "mandat", "--semua", *JANUARI)
    assert "tidak ada yang baru" in hasil.stdout
    assert read_lalu() == tetap


def test_tahun_tidak_lengkap_ditandai_di_tahun_berikut(tmp_path: Path) -> None:
    """Three triwulan never came: what 2027 starts from says so, on the screen and in its LHE."""
    ruang = create_kecil(tmp_path / "ruang", MANDAT, DPA)
    issue(ruang, Triwulan.IV, dt.date(2026, 10, 1))
    kirim_laporan(ruang)
    jalankan(ruang, "terima", *JANUARI)
    for tw in Triwulan:
        tutup(ruang, tw, "2027-01-15")
    hasil = jalankan(ruang, "mulai-tahun", "2027", "--tanggal", "2027-01-16")
    assert f"dengan catatan: BID-01.01 {BOLONG}, BID-01.02 {BOLONG}." in hasil.stdout
    isi_referensi(ruang, "DPA", {"Pagu": 175_000_000})
    isi_referensi(ruang, "Mandat", {"Target Tahun": 44, **{f"TW {t.romawi}": 11 for t in Triwulan}})
    assert jalankan(ruang, "tetapkan", "--tahun", "2027", *FEBRUARI).exit_code == 0
    assert jalankan(ruang, "lhe", "-t", "1", "--tahun", "2027", *FEBRUARI).exit_code == 0
    lembar = load_workbook(ruang.outbox / "2027/TW1/LHE_TW1_2027.xlsx")["Antar Triwulan"]
    baris = [[s.value for s in b] for b in lembar.iter_rows()]
    (satu,) = [b for b in baris if b[0] == "BID-01.01"]
    assert f"tahun lalu {BOLONG}" in satu
    assert not any(b[0] == "STF-01.01" and BOLONG in str(b) for b in baris)


def test_pembekuan_menunggu_pagu_dan_target(ruang: Ruang) -> None:
    """What only a proposal lacks stops no form, no figure of the year before, but the freezing."""
    sebelum = ruang.berkas_agenda.read_bytes()
    hasil = jalankan(ruang, "tetapkan", *JANUARI)
    assert hasil.exit_code == 3
    assert "Pagu masih kosong" in hasil.stdout
    assert "belum punya target" in hasil.stdout
    assert ruang.berkas_agenda.read_bytes() == sebelum
    isi_referensi(ruang, "DPA", {"Pagu": 175_000_000})
    target = {"Target Tahun": 44, **{f"TW {t.romawi}": 11 for t in Triwulan}}
    isi_referensi(ruang, "Mandat", target)
    hasil = jalankan(ruang, "tetapkan", *JANUARI)
    assert "Mandat 2027 versi 1 ditetapkan: 3 indikator" in hasil.stdout, hasil.output
    with Agenda(ruang.berkas_agenda, baca_saja=True) as agenda:
        lama, baru = agenda.read_mandat(2026), agenda.read_mandat(2027)
        assert agenda.read_riwayat_mandat(2026) == [lama]
    assert lama is not None
    assert baru is not None
    assert [i.kode for i in baru.indikator] == [i.kode for i in lama.indikator]
    assert [p.pagu for m in (lama, baru) for p in m.pagu] == [150_000_000.0, 175_000_000.0]
    _check_pilihan(ruang)


def _check_pilihan(ruang: Ruang) -> None:
    """Both years are frozen and TW I of neither is closed: in a pipe the year must be said."""
    for kata in (("matriks", "-t", "1"), ("lhe", "-t", "1"), ("terbitkan", "laporan", "-t", "1")):
        sebelum = sidik(ruang)
        hasil = jalankan(ruang, *kata, *JANUARI)
        assert hasil.exit_code == 2
        assert "Sebutkan --tahun: ada 2026 dan 2027" in hasil.stderr
        assert sidik(ruang) == sebelum
    hasil = jalankan(ruang, "terbitkan", "laporan", "-t", "1", "--tahun", "2027", *JANUARI)
    assert "TW I 2027: 2 formulir baru" in hasil.stdout, hasil.output
    assert "TW4_2026" in jalankan(ruang, "lhe", "-t", "4", *JANUARI).stdout
    revisi = ("tetapkan", "--mulai-triwulan", "4", "--alasan", "APBD-P", *JANUARI)
    assert jalankan(ruang, *revisi).exit_code == 2
    hasil = jalankan(ruang, *revisi, "--tahun", "2026")
    assert "Mandat 2026 versi 1 tetap berlaku" in hasil.stdout, hasil.output


def test_jadwal_dan_tahun_yang_belum_dibuka(ruang: Ruang) -> None:
    assert "Jadwal_Monev_2027.xlsx" in jalankan(ruang, "jadwal", *JANUARI).stdout
    assert jalankan(ruang, "jadwal", *DESEMBER).exit_code == 2
    hasil = jalankan(ruang, "tetapkan", "--tahun", "2030", *JANUARI)
    check_gagal(hasil, "2030", "sopkinerja mulai-tahun")


def test_tahun_salah_ketik_dibekukan_hanya_bila_disebut(tmp_path: Path) -> None:
    """A row of 2027 in a workspace of 2026 opens no year; `--tahun` may."""
    depan = INDIKATOR[2].model_copy(update={"tahun": 2027})
    ruang = create_kecil(tmp_path / "ruang", (*INDIKATOR, depan))
    assert "Mandat 2026 versi 1 tetap berlaku" in jalankan(ruang, "tetapkan", *DESEMBER).stdout
    hasil = jalankan(ruang, "tetapkan", "--tahun", "2027", *DESEMBER)
    assert "Mandat 2027 versi 1 ditetapkan: 1 indikator" in hasil.stdout, hasil.output


def test_tahun_terbuka_sampai_tahun_ketiga(ruang: Ruang) -> None:
    """With 2027 frozen, 2028 is opened; the sheet OPD follows, and 2026 is still served."""
    isi_referensi(ruang, "DPA", {"Pagu": 175_000_000})
    target = {"Target Tahun": 44, **{f"TW {t.romawi}": 11 for t in Triwulan}}
    isi_referensi(ruang, "Mandat", target)
    assert jalankan(ruang, "tetapkan", *JANUARI).exit_code == 0
    hasil = jalankan(ruang, "mulai-tahun", "2028", "--tanggal", "2027-12-15")
    assert "1 baris DPA dan 3 baris Mandat diusulkan dari 2027" in hasil.stdout, hasil.output
    assert load_workbook(ruang.berkas_referensi)["OPD"]["B2"].value == 2027
    assert len(read_baris(ruang, "Mandat", 2026)) == len(read_baris(ruang, "Mandat", 2028)) == 3
    assert jalankan(ruang, "status", "-t", "4", "--tahun", "2026", *JANUARI).exit_code == 0
