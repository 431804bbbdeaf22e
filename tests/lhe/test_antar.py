"""Antar Triwulan: each triwulan's figures as its own matrix has them, beside each other."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from sopkinerja.istilah import Level, Triwulan
from sopkinerja.laporan.model import IsianIndikator, IsianMenyusul
from sopkinerja.lhe.antar_kolom import build_kolom_indikator
from sopkinerja.lhe.halaman import PIMPINAN
from sopkinerja.lhe.utama import render_arah
from sopkinerja.matriks.model import Bahan
from sopkinerja.ruang import Pengaturan
from tests.lhe.bahan_tahun import DIUBAH, build_bahan_tahun
from tests.lhe.test_buku import cari_baris, teks, tulis
from tests.matriks.bahan import build_bahan, build_semua


def test_sejauh_tahun_berjalan() -> None:
    lembar = tulis(build_bahan())["Antar Triwulan"]
    baris = cari_baris(lembar, 0, "KD-01.01")
    assert baris[1] == (
        "Jumlah hasil KD-01.01 yang dilaporkan tepat waktu kepada pimpinan (dokumen)"
    )
    assert baris[2:8] == [10, 8, 80, 10, 11, 95]
    assert baris[8] == 15
    assert baris[10] == 19
    assert baris[12:14] == [80, 110]  # Capaian TW, beside the page
    isi = teks(lembar)
    assert "LHE TW I diteruskan TW II, III, IV (akhir tahun): TW I → [TW II] → TW III" in isi
    assert cari_baris(lembar, 0, "TW II")[1:4] == ["SEMENTARA (belum ditutup)", "5 dari 6", 1]
    assert "TW III (%)" not in isi
    with pytest.raises(AssertionError):
        cari_baris(lembar, 0, "TW III")
    assert str(lembar.print_area).endswith("$L$26")


def test_setiap_angka_dari_matriks_triwulannya() -> None:
    bahan = build_bahan_tahun(setahun=False)
    lembar = tulis(bahan)["Antar Triwulan"]
    semua = build_semua(bahan).per_triwulan
    milik = [b for b in semua[Triwulan.IV].baris if b.level in PIMPINAN]
    assert len(milik) == 45
    for b in milik:
        baris = cari_baris(lembar, 0, b.kode)
        for t, m in semua.items():
            lalu = m.per_kode[b.kode]
            angka = (lalu.tw.target, lalu.tw.realisasi, lalu.sd.capaian)
            awal = 3 * t.value - 1
            assert baris[awal : awal + 3] == [
                a if a is None or isinstance(a, str) else pytest.approx(a) for a in angka
            ]
    skor = [m.skor_level(Level.KEPALA_DINAS).nilai for m in semua.values()]
    assert [s.value for s in lembar["E"][6:10]] == pytest.approx(skor)
    assert [s.value for s in lembar["D"][6:10]] == [1, 1, 2, 2]


def test_capaian_tahun_memakai_target_versi_terakhir() -> None:
    lembar = tulis(build_bahan_tahun())["Antar Triwulan"]
    judul = [k.judul for kolom in build_kolom_indikator(Triwulan.IV) for k in kolom]
    baris = dict(zip(judul, cari_baris(lembar, 0, DIUBAH), strict=True))
    assert baris["Target Tahun"] == 220
    assert baris["Capaian Tahun (%)"] == pytest.approx(baris["Realisasi s.d. TW"] / 220 * 100)


@pytest.mark.parametrize(
    ("lalu", "sekarang", "kalimat"),
    [
        (80.0, 83.333, "naik dari 80,00% menjadi 83,33%"),
        (83.3333, 83.3349, "tetap 83,33%"),
        (90.0, 65.0, "turun dari 90,00% menjadi 65,00%"),
    ],
)
def test_arah_menurut_angka_tercetak(lalu: float, sekarang: float, kalimat: str) -> None:
    assert render_arah(lalu, sekarang) == kalimat


TANPA_BEDA = "Semua angka yang dicetak FINAL masih sama."


def build_kepala(kini: float, **lain: Any) -> Bahan:
    """TW II after TW I was closed; KD-01.01 said 8 of 10 in TW I, and says so much now."""
    lama = build_bahan(Triwulan.I, tutup=frozenset({Triwulan.I}))
    bahan = build_bahan(tutup=frozenset({Triwulan.I}), final={Triwulan.I: (lama,)})
    terima = bahan.terima["KD-01", Triwulan.I]
    isian = (terima.laporan.isian[0].model_copy(update={"realisasi": kini}),)
    laporan = terima.laporan.model_copy(update={"isian": (*isian, *terima.laporan.isian[1:])})
    baru = {("KD-01", Triwulan.I): replace(terima, laporan=laporan, sha256="baru")}
    return replace(bahan, terima={**bahan.terima, **baru}, **lain)


NAIK_TW_II = "Capaian indikator Kepala Dinas naik dari 87,50% menjadi "


def test_kalimat_membandingkan_yang_dicetak() -> None:
    """From what TW I was printed with to what TW II is printed with, never from today's TW I."""
    assert f"{NAIK_TW_II}100,66%. Skor" in teks(tulis(build_kepala(8.0))["Antar Triwulan"])
    isi = teks(tulis(build_kepala(10.0))["Antar Triwulan"])
    assert (
        f"{NAIK_TW_II}103,16%. Dasarnya berbeda: TW I dicetak FINAL 87,50%, sekarang 92,50%." in isi
    )


@pytest.mark.parametrize(
    ("kini", "keadaan"),
    [
        (8.0, "FINAL (sudah ditutup)"),
        (10.0, "FINAL (sudah ditutup); kini 92,50: angka KD-01.01 berubah"),
    ],
)
def test_skor_final_di_samping_yang_sekarang(kini: float, keadaan: str) -> None:
    baris = cari_baris(tulis(build_kepala(kini))["Antar Triwulan"], 0, "TW I")
    assert (baris[1], baris[4]) == (keadaan, 87.5)


def test_angka_yang_masuk_sesudah_ditutup_disebut() -> None:
    """Blank in TW I's FINAL: whose report came later, and what others publish."""
    bahan = build_kepala(8.0)
    (lama,) = bahan.final[Triwulan.I]
    tanpa = {k: t for k, t in lama.terima.items() if k[0] != "KD-01"}
    kini = replace(bahan, final={Triwulan.I: (replace(lama, terima=tanpa),)})
    baris = cari_baris(tulis(kini)["Antar Triwulan"], 0, "KD-01.01")
    assert baris[2:5] == [10, "belum lapor, kini 8", None]
    menyusul = (IsianMenyusul(kode="KD-01.01", triwulan=Triwulan.I, sumber="BPS"),)
    terima = lama.terima["KD-01", Triwulan.I]
    isian = (IsianIndikator(kode="KD-01.01"), *terima.laporan.isian[1:])
    laporan = terima.laporan.model_copy(update={"isian": isian, "menyusul": menyusul})
    ada = {**lama.terima, ("KD-01", Triwulan.I): replace(terima, laporan=laporan)}
    kini = replace(bahan, final={Triwulan.I: (replace(lama, terima=ada),)})
    assert cari_baris(tulis(kini)["Antar Triwulan"], 0, "KD-01.01")[3] == "menyusul, kini 8"


@pytest.mark.parametrize(
    ("lain", "sebab"),
    [
        ({"mandat": 2}, "PK versi 1 pada TW I, versi 2 pada TW II"),
        ({"pengaturan": Pengaturan(batas_capaian=0)}, "aturan hitung diubah"),
    ],
)
def test_kalimat_menyebut_dasar_yang_berbeda(lain: dict[str, Any], sebab: str) -> None:
    bahan = build_kepala(8.0)
    if "mandat" in lain:
        dua = bahan.mandat[Triwulan.II].model_copy(update={"versi": 2})
        lain = {"mandat": {**bahan.mandat, Triwulan.II: dua}}
    isi = teks(tulis(replace(bahan, **lain))["Antar Triwulan"])
    assert f"Dasarnya berbeda: {sebab}." in isi
