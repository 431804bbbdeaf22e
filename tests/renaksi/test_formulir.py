"""The Renaksi form as a workbook: its values, its formulas, its schema, its print."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import load_workbook

from sopkinerja.katalog import Kode
from sopkinerja.lembar.isi import IsiBuku, Rumus
from sopkinerja.lembar.patah import TEMAN
from sopkinerja.lembar.penanda import POLA_PENANDA
from sopkinerja.opd.mandat import Pagu
from sopkinerja.renaksi import teks
from sopkinerja.renaksi.formulir import KENAL_PENANDA, build_isi
from sopkinerja.renaksi.jenis import RENAKSI as RENAKSI_JENIS
from sopkinerja.renaksi.tabel import RENAKSI, TABEL
from sopkinerja.temuan import Letak, Temuan
from tests.alat import check_cetak, lint, validasi
from tests.alat.cetak import print_buku
from tests.laporan.test_formulir import check_hitung_ulang
from tests.renaksi.borang import (
    SETENGAH_JADI,
    build_baris,
    build_formulir,
    build_mentah,
    templat,
    write,
)
from tests.test_teks import iter_teks

TEMUAN = (
    Temuan(Kode.RENAKSI_003, Letak("Renaksi", "D17", "renaksi", "L07", "kode"), nomor=7,
           contoh="PLN.01"),
    Temuan(Kode.RENAKSI_007, Letak("Renaksi", "H13", "renaksi", "L03", "keluaran"), nomor=3,
           kolom="Keluaran"),
    Temuan(Kode.RENAKSI_001, Letak("Renaksi", "", "renaksi", "", "kode"), kode="PLN.02",
           indikator="Misi dagang", triwulan="II"),
)  # fmt: skip
BANYAK = tuple(
    Pagu(kode=f"3.30.{n:02d}", uraian="Sub", pagu=10.0, unit="D", penanggung_jawab="X")
    for n in range(50)
)


def build_semua() -> dict[str, IsiBuku]:
    """Empty, carried over, filled with more sub kegiatan than rows, and corrected."""
    setengah = build_mentah(*SETENGAH_JADI)
    return {
        "kosong": build_isi(build_formulir(bawaan=(), pagu=(), anggaran_lalu={})),
        "lanjutan": build_isi(build_formulir()),
        "lengkap": build_isi(build_formulir(pagu=BANYAK), build_mentah(build_baris())),
        "perbaikan": build_isi(
            build_formulir(), setengah, temuan=TEMUAN, percobaan=2, jumlah_lalu=5
        ),
    }


def test_tabel_templat() -> None:
    assert templat().tabel.keys() == {t.nama for t in RENAKSI_JENIS.tabel}
    assert templat().tabel["renaksi"].kapasitas == 30


def test_teks_dikenal() -> None:
    """No text asks for a marker that the form can't fill."""
    semua = [v for k, v in vars(teks).items() if k.isupper()]
    bantuan = [k.bantuan for t in TABEL for k in t.kolom if k.bantuan]
    assert {
        m for t in iter_teks((*semua, *bantuan)) for m in POLA_PENANDA.findall(t)
    } <= KENAL_PENANDA


def test_langkah_lanjutan_terisi() -> None:
    """A carried-over step stands there with its kunci; its months are chosen anew."""
    isi = build_semua()["lanjutan"]
    satu, dua = isi.tabel["renaksi"][0].nilai, isi.tabel["renaksi"][1].nilai
    assert (satu["asal"], satu["kode"]) == ("TW1.L03", "PLN.01 — Nilai ekspor nonmigas")
    assert (satu["bulan_mulai"], satu["anggaran"]) == (None, 40e6)
    assert satu["cek"] == Rumus("Isi: Bulan Mulai, Bulan Selesai")
    assert (dua["asal"], dua["langkah"], dua["cek"]) == (None, None, Rumus(""))
    assert isi.rumus == {"sisa": "Masih kurang: 1 langkah belum lengkap", "jumlah_anggaran": 40e6}


def test_pemeriksaan_langsung() -> None:
    """What the live checks say of rows in every state, of indicators, and of the budget."""
    isi = build_isi(build_formulir(), build_mentah(*SETENGAH_JADI))
    cek = [b.nilai["cek"].nilai for b in isi.tabel["renaksi"] if isinstance(b.nilai["cek"], Rumus)]
    assert cek[:14] == [
        "Lengkap", "Lengkap", "Isi: Keluaran", teks.CEK_BULAN, teks.CEK_URUTAN, teks.CEK_ANGGARAN,
        "Lengkap", "Lengkap", teks.CEK_SATUAN, teks.CEK_TARGET, teks.CEK_JUMLAH,
        "Isi: Kode Indikator, Bulan Mulai, Bulan Selesai, Keluaran, Penanggung Jawab",
        "Isi: Kode Indikator, Langkah Aksi, Bulan Mulai, Bulan Selesai, Keluaran, Penanggung Jawab",
        "",
    ]  # fmt: skip
    assert isi.rumus["sisa"] == ("Masih kurang: 3 langkah belum lengkap, 6 langkah perlu diperiksa")
    target = [b.nilai["target_indikator"] for b in isi.tabel["renaksi"]]
    assert target[:3] == [Rumus("1 unit"), Rumus("1 unit"), Rumus("")]
    assert target[8] == Rumus("–")
    indikator = [b.nilai["keterangan"] for b in isi.tabel["indikator"]]
    assert indikator == [Rumus("Sudah ada"), *[Rumus("Tanpa target TW ini")] * 2]
    lengkap = build_semua()["lengkap"]
    assert lengkap.rumus["sisa"] == "Masih kurang: anggaran langkah melebihi pagu"
    assert len(lengkap.tabel["pagu"]) == 50
    assert sum(b.nilai["pagu"] for b in lengkap.tabel["pagu"]) == 500.0  # type: ignore[misc]
    kosong = build_semua()["kosong"]
    assert kosong.rumus["sisa"] == teks.SISA_KOSONG
    assert kosong.tabel["indikator"][0].nilai["keterangan"] == Rumus("Perlu langkah")
    beres = build_isi(build_formulir(), build_mentah(build_baris()))
    assert beres.rumus["sisa"] == teks.SISA_LENGKAP


def test_perbaikan_menunjuk_barisnya() -> None:
    isi = build_semua()["perbaikan"]
    baris = [b.nilai["catatan_pemeriksa"] for b in isi.tabel["renaksi"]]
    assert str(baris[2]).startswith("Mohon dicek: ")
    assert str(baris[6]).startswith(TEMUAN[0].pesan)
    assert [b.nilai["sel"].teks for b in isi.tabel["perbaikan"]] == [  # type: ignore[union-attr]
        "baris ke-7", "lembar Renaksi", "baris ke-3",
    ]  # fmt: skip


NAMA = ("kosong", "lanjutan", "lengkap", "perbaikan")


@pytest.mark.libreoffice
@pytest.mark.parametrize("nama", NAMA)
def test_rumus_sama_dengan_python(tmp_path: Path, nama: str) -> None:
    assert check_hitung_ulang(write(build_semua()[nama], tmp_path)) >= 98


@pytest.mark.libreoffice
@pytest.mark.poppler
@pytest.mark.parametrize("nama", NAMA)
def test_cetakan(tmp_path: Path, nama: str) -> None:
    assert check_cetak(write(build_semua()[nama], tmp_path)) == []


@pytest.mark.libreoffice
@pytest.mark.poppler
@pytest.mark.parametrize("nama", ["kosong", "lanjutan"])
@pytest.mark.parametrize("diketik", [1, 4])
def test_tanda_tangan_tidak_sendirian_setelah_diisi(
    tmp_path: Path, nama: str, diketik: int
) -> None:
    """Long steps are typed into rows that were one line high: the signatures keep three rows."""
    path = write(build_semua()[nama], tmp_path)
    buku = load_workbook(path)
    lembar = buku["Renaksi"]
    for baris in range(RENAKSI.akhir - diketik, RENAKSI.akhir):
        lembar.row_dimensions[baris - 20].height = 56
    for baris in range(RENAKSI.awal, RENAKSI.akhir + 1):
        lembar.cell(baris, RENAKSI.tempat["langkah"] + 1, f"Langkah-{baris}")
    buku.save(path)
    (halaman,) = [h for h in print_buku(path).find_halaman("Renaksi") if "Mengetahui," in h.teks]
    assert halaman.teks.count("Langkah-") >= TEMAN


@pytest.mark.validator
def test_skema(tmp_path: Path) -> None:
    for nama, isi in build_semua().items():
        assert validasi(write(isi, tmp_path, nama)) == []


def test_lint(tmp_path: Path) -> None:
    for nama, isi in build_semua().items():
        assert lint(write(isi, tmp_path, nama)) == []
