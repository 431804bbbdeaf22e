"""Scores by jabatan, level and unit; the headline; the spread of predikat."""

from __future__ import annotations

import pytest

from sopkinerja.istilah import Triwulan
from sopkinerja.matriks.akumulasi import build_akumulasi
from sopkinerja.matriks.model import Bahan
from sopkinerja.matriks.nilai import (
    build_sebaran,
    build_skor_jabatan,
    build_skor_level,
    build_skor_unit,
)
from sopkinerja.matriks.ringkasan import build_kalimat_utama
from tests.matriks.bahan import TIDAK_VALID, build_bahan

BATAS_ATAS = (95 + 90 + 97.6470588235294 + 120) / 4
"""KD-01: the fourth indicator's 150 is limited to 120."""


def build_skor(bahan: Bahan) -> dict[str, float | None]:
    """Score by kode jabatan."""
    skor = build_skor_jabatan(bahan, build_akumulasi(bahan))
    return dict(zip(skor["Kode Jabatan"], skor["Skor (%)"], strict=True))


def test_skor_jabatan_dibatasi() -> None:
    skor = build_skor(build_bahan())
    assert skor["KD-01"] == pytest.approx(BATAS_ATAS)
    assert skor["BID-01"] == pytest.approx((30 + 0 + 80) / 3)
    assert skor[TIDAK_VALID] is None


def test_skor_menurut_bobot() -> None:
    bahan = build_bahan()
    lama = bahan.mandat[Triwulan.II]
    bobot = {"KD-01.01": 70.0, "KD-01.02": 10.0, "KD-01.03": 10.0, "KD-01.04": 10.0}
    indikator = tuple(i.model_copy(update={"bobot": bobot.get(i.kode)}) for i in lama.indikator)
    mandat = dict.fromkeys(Triwulan, lama.model_copy(update={"indikator": indikator}))
    skor = build_skor(build_bahan(mandat=mandat))
    assert skor["KD-01"] == pytest.approx(0.7 * 95 + 0.1 * (90 + 97.6470588235294 + 120))


def test_level_dan_unit_menyebut_n_dari_m() -> None:
    bahan = build_bahan()
    skor = build_skor_jabatan(bahan, build_akumulasi(bahan))
    level = build_skor_level(bahan, skor).set_index("Level")
    assert level.loc["Kabid", ["Dengan Skor", "Jumlah Jabatan"]].tolist() == [1, 2]
    assert level.loc["Kasubag/Kasi", "Skor (%)"] is None
    unit = build_skor_unit(bahan, skor).set_index("Kode Unit")
    assert unit.loc["BID", ["Dengan Skor", "Jumlah Jabatan"]].tolist() == [3, 3]
    assert unit.loc["BID", "Skor (%)"] == pytest.approx((110 / 3 + 105.5 + 95) / 3)


def test_sebaran_menghitung_semua_indikator() -> None:
    bahan = build_bahan()
    tabel = build_akumulasi(bahan)
    sebaran = build_sebaran(bahan, tabel)
    assert sebaran["Jumlah"].sum() == len(tabel)
    assert sebaran["Golongan"].tolist()[:2] == ["Sangat Tinggi", "Tinggi"]
    isi = dict(zip(sebaran["Golongan"], sebaran["Jumlah"], strict=True))
    assert (isi["Sangat Rendah"], isi["tidak valid"], isi["data menyusul"]) == (2, 1, 1)


def test_kalimat_utama() -> None:
    bahan = build_bahan()
    skor = build_skor_jabatan(bahan, build_akumulasi(bahan))
    assert build_kalimat_utama(bahan, build_skor_level(bahan, skor)) == (
        "Capaian indikator Kepala Dinas: 100,66% (Sangat Tinggi), 4 dari 4 indikator dinilai."
    )


def test_kalimat_utama_tanpa_kepala_dinas() -> None:
    bahan = build_bahan()
    tanpa = {k: v for k, v in bahan.terima.items() if k[0] != "KD-01"}
    bahan = build_bahan(terima=tanpa)
    skor = build_skor_jabatan(bahan, build_akumulasi(bahan))
    assert build_kalimat_utama(bahan, build_skor_level(bahan, skor)) == (
        "Indikator Kepala Dinas belum dapat dinilai. "
        "Rata-rata level Kabid: 36,67% (Sangat Rendah), 1 dari 2 jabatan."
    )
