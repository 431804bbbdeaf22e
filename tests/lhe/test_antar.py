"""Antar Triwulan: each triwulan's figures as its own matrix has them, beside each other."""

from __future__ import annotations

import pytest

from sopkinerja.istilah import Level, Triwulan
from sopkinerja.lhe.antar import KOLOM, LEVEL
from sopkinerja.lhe.pokok import build_pokok_lalu
from tests.lhe.bahan_tahun import DIUBAH, build_bahan_tahun
from tests.lhe.test_buku import cari_baris, teks, tulis
from tests.matriks.bahan import build_bahan


def test_sejauh_tahun_berjalan() -> None:
    lembar = tulis(build_bahan())["Antar Triwulan"]
    baris = cari_baris(lembar, 0, "KD-01.01")
    assert baris[1] == (
        "Jumlah hasil KD-01.01 yang dilaporkan tepat waktu kepada pimpinan (dokumen)"
    )
    assert baris[3:9] == [8, 80, 80, 11, 110, 95]
    assert baris[9:15] == [None] * 6
    assert baris[15] == 19
    assert baris[17] == 15
    isi = teks(lembar)
    assert "LHE TW I diteruskan TW II, III, IV (akhir tahun): TW I → [TW II] → TW III" in isi
    assert cari_baris(lembar, 0, "TW II")[1:4] == ["SEMENTARA (belum ditutup)", "5 dari 6", 1]
    assert cari_baris(lembar, 0, "TW III")[1] == "belum berjalan"


def test_setiap_angka_dari_matriks_triwulannya() -> None:
    bahan = build_bahan_tahun(setahun=False)
    lembar = tulis(bahan)["Antar Triwulan"]
    pokok = build_pokok_lalu(bahan)
    milik = [b for b in pokok[Triwulan.IV].akumulasi if b["Level"] in LEVEL]
    assert len(milik) == 45
    for b in milik:
        baris = cari_baris(lembar, 0, b["Kode Indikator"])
        for t, p in pokok.items():
            lalu = next(x for x in p.akumulasi if x["Kode Indikator"] == b["Kode Indikator"])
            kolom = ("Realisasi TW", "Capaian TW (%)", "Capaian s.d. TW (%)")
            awal = 3 * t.value
            assert baris[awal : awal + 3] == [
                pytest.approx(lalu[k]) if lalu[k] is not None else None for k in kolom
            ]
    skor = [p.cari_level(Level.KEPALA_DINAS)["Skor (%)"] for p in pokok.values()]
    assert [s.value for s in lembar["E"][6:10]] == pytest.approx(skor)
    assert [s.value for s in lembar["D"][6:10]] == [1, 1, 2, 2]


def test_capaian_tahun_memakai_target_versi_terakhir() -> None:
    lembar = tulis(build_bahan_tahun())["Antar Triwulan"]
    judul = [k.judul for k in KOLOM]
    baris = dict(zip(judul, cari_baris(lembar, 0, DIUBAH), strict=True))
    assert baris["Target Tahun"] == 220
    assert baris["Capaian Tahun (%)"] == pytest.approx(baris["Realisasi s.d. TW"] / 220 * 100)
