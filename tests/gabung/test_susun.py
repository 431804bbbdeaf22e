"""Which OPD come first, what a level is worth over all of them, and that one page holds them."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest

from sopkinerja.cetak.tata import Penandatangan
from sopkinerja.gabung.buku import write_lhe_pemda
from sopkinerja.gabung.model import (
    BarisOpd,
    JenisSumber,
    KinerjaPemda,
    OpdTutup,
    Periode,
    Sumber,
)
from sopkinerja.gabung.ringkasan import LEBAR, TINGGI, build_halaman
from sopkinerja.gabung.skor import build_skor_level
from sopkinerja.gabung.susun import build_gabungan
from sopkinerja.gabung.teks import render_utama
from sopkinerja.istilah import Level, StatusHasil, Triwulan
from sopkinerja.matriks.baris import Skor
from sopkinerja.matriks.lembar_matriks import KOLOM
from sopkinerja.ruang import Pengaturan
from sopkinerja.tulisan import WITA
from tests.cetakan.kertas import Batas, check_kertas
from tests.matriks.bahan import read_tabel

WAKTU = dt.datetime(2026, 5, 4, 12, tzinfo=WITA)
SAH = Penandatangan("Mengetahui,", "Sekretaris Daerah", "........")
URUTAN = """
| OPD                 | Capaian IKU | Urut |
| semua tercapai      | 100 110     | 4    |
| separuh             | 90 100      | 2    |
| separuh, lebih rendah | 60 100    | 1    |
| dua pertiga         | 100 100 50  | 3    |
| belum dinilai       | -           | 5    |
"""
SKOR = """
| Skor (jabatan)        | Rata-rata | Jabatan   |
| 90 (1) 60 (2)         | 70.0      | 3 dari 3  |
| 90 (1) - (4)          | 90.0      | 1 dari 5  |
| - (1) - (1)           | -         | 0 dari 2  |
"""


def build_opd(nama: str, *capaian: float | None, level: tuple[Skor, ...] = ()) -> OpdTutup:
    """A closed OPD with these IKU alone."""
    dihitung = [c for c in capaian if c is not None]
    nilai = sum(dihitung) / len(dihitung) if dihitung else None
    return OpdTutup(
        sumber=Sumber(JenisSumber.RUANG, f"/data/{nama}", "0" * 64), kunci=nama, nama=nama,
        singkatan=nama, pemda="Provinsi Contoh", tempat="Palu", ditutup=WAKTU, revisi=0, versi_pk=1,
        sidik=nama, pengaturan=Pengaturan(), jabatan=4, lapor=3,
        level=level or tuple(build_skor(lv, nilai, 1) for lv in Level),
        baris=tuple(build_baris(n, c) for n, c in enumerate(capaian, 1)), final=(),
    )  # fmt: skip


def build_skor(level: Level, nilai: float | None, jabatan: int) -> Skor:
    ada = jabatan if nilai is not None else 0
    return Skor(level.value, level.value, nilai, "", jabatan, ada, 0, ada, jabatan)


def build_baris(nomor: int, capaian: float | None) -> BarisOpd:
    status = StatusHasil.BELUM_DAPAT_DINILAI if capaian is None else StatusHasil.DIHITUNG
    kode, nama = f"KD.{nomor:02}", f"Indeks pelayanan ke-{nomor} menurut survei masyarakat"
    hambatan = "Petugas loket berganti sehingga pelayanan belum lancar. " * 4
    isi = (Level.KEPALA_DINAS, kode, nama, "indeks", capaian, status, hambatan, "Melatih petugas.")
    return BarisOpd(*isi, sel=("",) * len(KOLOM))


def read_angka(teks: str) -> float | None:
    return None if teks == "-" else float(teks)


def gabung(*opd: OpdTutup) -> KinerjaPemda:
    return build_gabungan(Periode(2026, Triwulan.I), WAKTU, opd)


def test_yang_tertinggal_lebih_dahulu() -> None:
    tabel = read_tabel(URUTAN)
    isi = gabung(*(build_opd(b["OPD"], *map(read_angka, b["Capaian IKU"].split())) for b in tabel))
    assert [o.nama for o in isi.opd] == [
        b["OPD"] for b in sorted(tabel, key=lambda b: int(b["Urut"]))
    ]
    assert render_utama(isi) == "6 dari 9 IKU mencapai target s.d. Triwulan I; 3 tertinggal."


@pytest.mark.parametrize("kasus", read_tabel(SKOR), ids=lambda k: k["Skor (jabatan)"])
def test_skor_level_menurut_jabatan(kasus: dict[str, str]) -> None:
    """A level's mean over all OPD runs over their jabatan, however many an OPD has."""
    kata = kasus["Skor (jabatan)"].split()
    opd = []
    for n, (nilai, jabatan) in enumerate(zip(kata[::2], kata[1::2], strict=True)):
        skor = tuple(build_skor(lv, read_angka(nilai), int(jabatan.strip("()"))) for lv in Level)
        opd.append(build_opd(f"OPD {n}", level=skor))
    for s in build_skor_level(gabung(*opd)):
        assert s.nilai == (pytest.approx(x) if (x := read_angka(kasus["Rata-rata"])) else None)
        assert f"{s.dengan_skor} dari {s.jabatan}" == kasus["Jabatan"]


@pytest.mark.parametrize("banyak", [1, 30, 40, 120])
def test_ringkasan_satu_halaman(banyak: int) -> None:
    """However many OPD there are, the page takes what one page holds, and says what it leaves out."""
    nama = "Dinas Pemberdayaan Masyarakat"
    isi = gabung(*(build_opd(f"{nama} {n}", 80, 100, 95, 120) for n in range(banyak)))
    halaman = build_halaman(isi, SAH)
    assert sum(b.measure(LEBAR) for b in halaman) <= TINGGI
    teks = [str(s.isi) for b in halaman for s in b.sel]
    tampak = sum(t.startswith(nama) and ":" not in t for t in teks)
    sisa = [t for t in teks if t.startswith("dan ") and " OPD lagi" in t]
    assert sisa == (
        [f"dan {banyak - tampak} OPD lagi, lihat lembar Capaian OPD"] * (tampak < banyak)
    )


def test_aturan_lain_disebut() -> None:
    """Another rule of reckoning than most have is told, and a level then has no predikat."""
    lain = replace(build_opd("lain", 90), pengaturan=Pengaturan(batas_capaian=100))
    isi = gabung(build_opd("satu", 90), build_opd("dua", 90), lain)
    assert [(o.nama, "aturan hitung" in o.catatan[0].pesan) for o in isi.opd if o.catatan] == [
        ("lain", True)
    ]
    assert {s.predikat for s in build_skor_level(isi)} == {""}


@pytest.mark.libreoffice
@pytest.mark.poppler
def test_lhe_di_kertas(tmp_path: Path) -> None:
    """Forty OPD: one signed page first, headings on every page, letters that can be read."""
    isi = gabung(*(build_opd(f"Dinas Contoh {n}", 80, 100, 95, 120) for n in range(40)))
    lhe = tmp_path / "LHE_Pemda.xlsx"
    with lhe.open("wb") as tujuan:
        write_lhe_pemda(isi, SAH, tujuan)
    assert check_kertas(lhe, Batas(halaman=24, tanda="FINAL", tanda_tangan=1)) == []
