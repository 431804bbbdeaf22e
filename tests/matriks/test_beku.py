"""A closed triwulan is kept whole, and an adjustment brings returns and nothing else."""

from __future__ import annotations

import datetime as dt
from dataclasses import fields, replace

import pytest

from sopkinerja.formulir.model import BarisStatus
from sopkinerja.istilah import Keadaan, KeadaanTindak, Level, Triwulan
from sopkinerja.laporan.model import BarisTindakLanjut, IsianAnggaran, IsianIndikator, Laporan
from sopkinerja.matriks.beku import apply_laporan, parse_beku, render_beku
from sopkinerja.matriks.model import Bahan, LangkahDitanya, Penyesuaian, TindakDitanya
from sopkinerja.matriks.penyesuaian import SKOR, build_penyesuaian
from sopkinerja.renaksi.model import BarisLangkah, IsianTindak
from sopkinerja.ruang import Pengaturan
from tests.matriks.bahan import build_bahan, build_semua, build_terima, read_tabel

LANGKAH = LangkahDitanya(
    "STF-01", BarisLangkah(kunci="A1", kode="STF-01.09", langkah="Mendata", bulan="April")
)
TINDAK = TindakDitanya(
    "STF-01",
    BarisTindakLanjut(kunci="R1-26.STF-01.09", asal="Rekomendasi TW I", uraian="Ganti alat"),
)


def build_lengkap() -> Bahan:
    """Every field holds something."""
    return build_bahan(
        tutup=frozenset((Triwulan.I, Triwulan.II)),
        pengaturan_lalu={Triwulan.I: Pengaturan(rumus_turun="rasio")},
        revisi=1,
        hari_tutup=dt.date(2026, 7, 20),
        penyesuaian=(Penyesuaian(1, "a", "b", "c", "d", "e", "f", "g", "h", "i"),),
        langkah=(LANGKAH,),
        tindak_lanjut=(replace(TINDAK, jawaban=IsianTindak(kunci="x", keadaan=None)),),
    )


@pytest.mark.parametrize("triwulan", [Triwulan.I, Triwulan.II])
def test_pulang_pergi(triwulan: Triwulan) -> None:
    bahan = replace(build_lengkap(), triwulan=triwulan)
    kembali = parse_beku(render_beku(bahan))
    assert {f.name: getattr(kembali, f.name) for f in fields(Bahan)} == {
        f.name: getattr(bahan, f.name) for f in fields(Bahan)
    }
    assert render_beku(kembali) == render_beku(bahan)


def build_susulan() -> Bahan:
    """STF-01 reports TW I after all, with money spent, and others' names have changed since."""
    isian = (IsianIndikator(kode="STF-01.09", realisasi=9.0, hambatan="Banjir"),)
    laporan = Laporan(
        isian=isian,
        anggaran=(IsianAnggaran(kode="3.30.03.1.01.0001", realisasi_tw=5_000_000.0),),
        renaksi=(IsianTindak(kunci="A1", keadaan=KeadaanTindak.SELESAI, catatan="Lengkap"),),
        tindak_lanjut=(IsianTindak(kunci="R1-26.STF-01.09", keadaan=KeadaanTindak.BERJALAN),),
    )
    bahan = build_bahan(Triwulan.I)
    terima = build_terima("STF-01", Triwulan.I, isian, laporan=laporan, nama_berkas="susulan.xlsx")
    return replace(
        bahan,
        unit=(),
        pengaturan=Pengaturan(batas_capaian=0),
        terima={**bahan.terima, ("STF-01", Triwulan.I): terima},
    )


def build_tertutup(triwulan: Triwulan) -> Bahan:
    return build_bahan(
        triwulan,
        tutup=frozenset(triwulan.sampai_dengan()),
        langkah=(LANGKAH,),
        tindak_lanjut=(TINDAK,),
    )


@pytest.mark.parametrize("triwulan", [Triwulan.I, Triwulan.II])
def test_hanya_laporan_yang_dibawa(triwulan: Triwulan) -> None:
    beku, sumber = build_tertutup(triwulan), build_susulan()
    baru = apply_laporan(beku, sumber, Triwulan.I)
    assert set(baru.terima) - set(beku.terima) == {("STF-01", Triwulan.I)}
    boleh = ("terima", "tidak_valid", "status", "status_lalu", "langkah", "tindak_lanjut")
    assert replace(baru, **{k: getattr(beku, k) for k in boleh}) == beku


PAPAN = """
| Kasus                            | Beku      | Datang     | Hari | Kini      | Datang kini | Hari kini | Jadi      | Hari jadi |
| libur diubah sesudah ditutup     | diterima  | 2026-04-13 | 3    | diterima  | 2026-04-13  | 1         | diterima  | 3         |
| datang sesudah dibuka kembali    | terlambat |            | 5    | diterima  | 2026-05-04  | 17        | diterima  | 17        |
| lowong, kini ada pemangkunya     | lowong    |            | 0    | terlambat |             | 17        | lowong    | 0         |
| lowong, lalu datang              | lowong    |            | 0    | diterima  | 2026-05-04  | 17        | diterima  | 17        |
| dikembalikan                     | diterima  | 2026-04-13 | 3    | perbaikan | 2026-04-13  | 3         | perbaikan | 3         |
"""


def build_papan(keadaan: str, datang: str, hari: str) -> BarisStatus:
    return BarisStatus(
        kode="STF-01", nama="Pengelola", level=Level.JFU, unit="SET", pemangku="",
        keadaan=Keadaan(keadaan), hari_terlambat=int(hari), kiriman=int(bool(datang)),
        diterima_pertama=dt.date.fromisoformat(datang) if datang else None,
    )  # fmt: skip


@pytest.mark.parametrize("kasus", read_tabel(PAPAN), ids=lambda k: k["Kasus"])
def test_papan_yang_dibuka_kembali(kasus: dict[str, str]) -> None:
    """What came changes a line; today's holders, holidays and settings don't."""
    beku = replace(
        build_tertutup(Triwulan.I),
        status=(build_papan(kasus["Beku"], kasus["Datang"], kasus["Hari"]),),
    )
    kini = build_papan(kasus["Kini"], kasus["Datang kini"], kasus["Hari kini"])
    (jadi,) = apply_laporan(beku, replace(beku, status=(kini,)), Triwulan.I).status
    assert (jadi.keadaan.value, jadi.hari_terlambat) == (kasus["Jadi"], int(kasus["Hari jadi"]))


SKOR_BERUBAH = {
    ("BID", "s.d. TW I", "Skor (%)"): ("86,08", "87,39"),
    ("STF-01", "s.d. TW I", "Predikat"): ("(belum ada)", "Tinggi"),
    ("STF-01", "s.d. TW I", "Skor (%)"): ("(belum ada)", "90,00"),
    ("Staf/JFU", "s.d. TW I", "Predikat"): ("(belum ada)", "Tinggi"),
    ("Staf/JFU", "s.d. TW I", "Skor (%)"): ("(belum ada)", "90,00"),
}


def test_yang_berubah_disebut() -> None:
    """Figures, words, money and answers, each once."""
    beku = build_tertutup(Triwulan.I)
    baru = apply_laporan(beku, build_susulan(), Triwulan.I)
    beda = build_penyesuaian(beku, baru, Triwulan.I, 2, "Tertinggal")
    skor = [p for p in beda if p.uraian == SKOR]
    beda = tuple(p for p in beda if p.uraian != SKOR)
    assert {(p.kode, p.triwulan, p.apa): (p.sebelum, p.sesudah) for p in skor} == SKOR_BERUBAH
    assert {p.sumber for p in skor} == {
        "angka STF-01.09 berubah (sebabnya pada baris indikator itu)"
    }
    isi = {(p.kode, p.triwulan, p.apa): (p.sebelum, p.sesudah) for p in beda}
    assert isi == {
        ("STF-01.09", "TW I", "Realisasi"): ("(kosong)", "9"),
        ("STF-01.09", "TW I", "Capaian (%)"): ("(kosong)", "90,00"),
        ("STF-01.09", "TW I", "Status"): ("belum lapor", "dihitung"),
        ("STF-01.09", "s.d. TW I", "Realisasi"): ("(kosong)", "9"),
        ("STF-01.09", "s.d. TW I", "Capaian (%)"): ("(kosong)", "90,00"),
        ("STF-01.09", "s.d. TW I", "Status"): ("belum lapor", "dihitung"),
        ("STF-01.09", "s.d. TW I", "Predikat"): ("(kosong)", "Tinggi"),
        ("STF-01.09", "s.d. TW I", "Capaian Tahun (%)"): ("(kosong)", "22,50"),
        ("STF-01.09", "TW I", "Hambatan/Kegagalan"): ("(kosong)", "Banjir"),
        ("3.30.03.1.01.0001", "TW I", "Realisasi anggaran"): ("(kosong)", "Rp 5.000.000"),
        ("A1", "TW I", "Renaksi"): ("(kosong)", "selesai · Lengkap"),
        ("R1-26.STF-01.09", "TW I", "Tindak Lanjut"): ("(kosong)", "berjalan"),
    }
    assert {(p.ke, p.jabatan, p.alasan) for p in beda} == {
        (2, "STF-01 Pengadministrasi Umum", "Tertinggal")
    }
    (sumber,) = {p.sumber for p in beda}
    assert sumber.startswith("Laporan TW I, Contoh Pemangku STF-01: susulan.xlsx, diterima 7 April")


def test_triwulan_lalu_dengan_aturannya() -> None:
    """What a later triwulan shows of a closed one goes by the settings it was closed with."""
    bahan = build_bahan(pengaturan_lalu={Triwulan.I: Pengaturan(rumus_turun="rasio")})
    setahun = build_semua(bahan)
    antar = setahun.matriks.per_kode["BID-01.05"].per_triwulan
    assert antar[Triwulan.I].capaian == pytest.approx(41.67, abs=0.005)
    assert antar[Triwulan.II].capaian == 100.0
    lalu = setahun.per_triwulan
    assert lalu[Triwulan.I].bahan.pengaturan.rumus_turun == "rasio"
    assert lalu[Triwulan.II].bahan.pengaturan == bahan.pengaturan
