"""Penyesuaian: one row an indicator, and what the adjustment does to the headline."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from sopkinerja.agenda.model import Peristiwa
from sopkinerja.istilah import Triwulan
from sopkinerja.lhe.penyesuaian import (
    MAKS_CETAK,
    build_isi,
    render_pengaruh,
    render_sebab,
    render_sisa,
)
from sopkinerja.lhe.pokok import build_pokok
from sopkinerja.matriks.model import Penyesuaian
from sopkinerja.matriks.penyesuaian import build_baris
from sopkinerja.matriks.tercetak import build_tahun
from sopkinerja.tulisan import WITA, render_tanggal
from tests.lhe.bahan_tahun import build_bahan_tahun
from tests.matriks.bahan import build_bahan, build_semua

POKOK = "1 dari 4 IKU mencapai target, rata-rata 100,66%"


def build(kode: str, apa: str, sebelum: str, sesudah: str, uraian: str = "Hasil") -> Penyesuaian:
    """A change in TW II."""
    jabatan = "Level Kepala Dinas" if uraian == "skor" else "BID-01 Kepala Bidang"
    return Penyesuaian(
        ke=1, jabatan=jabatan, kode=kode, uraian=uraian, triwulan="TW II", apa=apa,
        sebelum=sebelum, sesudah=sesudah, alasan="Contoh.", sumber="berkas.xlsx",
    )  # fmt: skip


REALISASI = build("BID-01.01", "Realisasi", "(kosong)", "12")
CAPAIAN = build("BID-01.01", "Capaian (%)", "(kosong)", "60,00")
IKU = build("KD-01.01", "Realisasi", "8", "9")
SKOR = build("Kepala Dinas", "Skor (%)", "90,00", "100,66", "skor")


def test_satu_baris_setiap_indikator() -> None:
    isi = build_baris(replace(build_bahan(), revisi=1, penyesuaian=(REALISASI, CAPAIAN, IKU)))
    assert [(b[0], b[3]) for b in isi] == [(1, "BID-01.01 Hasil"), (2, "KD-01.01 Hasil")]
    assert isi[0][4] == "TW II Realisasi: (kosong) → 12\nTW II Capaian (%): (kosong) → 60,00"
    assert isi[0][5:] == ["Contoh.", "berkas.xlsx"]


def test_semua_skor_satu_baris_dan_sisanya_disebut() -> None:
    """No change stands outside the printed rows without a word: all scores of an adjustment are one
    row, and where rows are left all the same, the page says how many."""
    level = replace(
        SKOR, jabatan="Level Staf/JFU", kode="Staf/JFU", sebelum="99,44", sesudah="98,84"
    )
    lagi = replace(SKOR, ke=2, sebelum="100,66", sesudah="101,00")
    isi = build_isi(replace(build_bahan(), revisi=2, penyesuaian=(IKU, SKOR, level, lagi)))
    assert [(b[0], b[1], b[3]) for b in isi] == [
        (1, 1, "KD-01.01 Hasil"), (2, 1, "skor"), (3, 2, "skor"),
    ]  # fmt: skip
    assert isi[1][4] == (
        "Level Kepala Dinas: TW II Skor (%): 90,00 → 100,66\n"
        "Level Staf/JFU: TW II Skor (%): 99,44 → 98,84"
    )
    assert render_sisa(MAKS_CETAK) == ""
    assert "3 baris lagi" in render_sisa(MAKS_CETAK + 3)


@pytest.mark.parametrize(
    ("berubah", "kalimat"),
    [
        ((REALISASI, CAPAIAN), f" Hasil pokok tetap: {POKOK}."),
        ((IKU,), " Rata-rata capaian IKU tetap."),
        ((IKU, SKOR), " Rata-rata capaian IKU semula 90,00; sekarang 100,66."),
    ],
)
def test_pengaruh_pada_hasil_pokok(berubah: tuple[Penyesuaian, ...], kalimat: str) -> None:
    bahan = replace(build_bahan(), revisi=1, penyesuaian=berubah)
    assert render_pengaruh(build_semua(bahan)) == kalimat


def test_halaman_satu_mengatakan_mengapa_ada_penyesuaian() -> None:
    """What was reopened for it, when and why, what changed and where it is listed; nothing before."""
    dulu = replace(REALISASI, ke=1)
    bahan = replace(
        build_bahan(), revisi=2, penyesuaian=(dulu, replace(IKU, ke=2), replace(SKOR, ke=2)),
        sebab_revisi=(
            Peristiwa(dt.datetime(2026, 8, 3, 9, tzinfo=WITA), "buka", Triwulan.I, "", "Salah ketik."),
        ),
    )  # fmt: skip
    pokok = {p.nama: p.isi for p in build_pokok(build_semua(bahan))}
    assert pokok["Penyesuaian ke-2"] == (
        "TW I dibuka kembali 3 Agustus 2026 karena: Salah ketik. 2 angka dan teks berubah "
        "pada BID-01, daftarnya di lembar Penyesuaian. Rata-rata capaian IKU semula 90,00; sekarang 100,66."
    )
    assert next(iter(pokok)) == "Penyesuaian ke-2"
    assert render_sebab(build_semua(build_bahan())) == ""


@pytest.mark.parametrize(("hari", "disebut"), [(-1, True), (0, False), (1, False)])
def test_tanggal_sebelum_laporan_terbaru(hari: int, disebut: bool) -> None:
    """A paper can't be dated before what it holds came: the page says so where it is."""
    bahan = build_bahan()
    terbaru = max(t.diterima for t in bahan.terima.values())
    bahan = replace(bahan, waktu=terbaru + dt.timedelta(hari), rapat=None)
    pokok = {p.nama: p.isi for p in build_pokok(build_semua(bahan))}
    assert ("Tanggal" in pokok) is disebut
    tanggal = [render_tanggal(w.date()) for w in (bahan.waktu, terbaru)]
    assert not disebut or all(t in pokok["Tanggal"] for t in tanggal)


def test_pengaruh_pada_hasil_pokok_setahun() -> None:
    """Of the year both sides are judged by the annual target; without a FINAL before nothing is said."""
    bahan = build_bahan_tahun()
    kd = next(k for k in bahan.terima if k[0] == "KADIS" and k[1] is Triwulan.IV)
    terima = bahan.terima[kd]
    nol = tuple(i.model_copy(update={"realisasi": 0.0}) for i in terima.laporan.isian)
    laporan = terima.laporan.model_copy(update={"isian": nol})
    lama = replace(bahan, terima={**bahan.terima, kd: replace(terima, laporan=laporan)})
    baru = replace(bahan, revisi=1, final={Triwulan.IV: (lama,)})
    kalimat = render_pengaruh(build_tahun(build_semua(baru)))
    assert kalimat.startswith(" Hasil pokok semula ")
    assert "; sekarang 2 dari 8 IKU mencapai target, rata-rata " in kalimat
    assert render_pengaruh(build_tahun(build_semua(replace(bahan, revisi=1)))) == ""
