"""Scores by jabatan, level and unit; the headline; the spread of predikat."""

from __future__ import annotations

import pytest

from sopkinerja.istilah import Level, Triwulan
from sopkinerja.matriks.matriks import build_matriks
from sopkinerja.matriks.model import Bahan
from sopkinerja.matriks.ringkasan import build_kalimat_utama
from tests.matriks.bahan import TIDAK_VALID, build_bahan

BATAS_ATAS = (95 + 90 + 97.6470588235294 + 120) / 4
"""KD-01: the fourth indicator's 150 is limited to 120."""


def build_skor(bahan: Bahan) -> dict[str, float | None]:
    """Score by kode jabatan."""
    return {s.kode: s.nilai for s in build_matriks(bahan).jabatan}


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
    matriks = build_matriks(build_bahan())
    kabid = matriks.skor_level(Level.KABID)
    assert (kabid.dengan_skor, kabid.jabatan) == (1, 2)
    assert matriks.skor_level(Level.KASUBAG).nilai is None
    (unit,) = [s for s in matriks.unit if s.kode == "BID"]
    assert (unit.dengan_skor, unit.jabatan) == (3, 3)
    assert unit.nilai == pytest.approx((110 / 3 + 105.5 + 95) / 3)


def test_sebaran_menghitung_semua_indikator() -> None:
    matriks = build_matriks(build_bahan())
    isi = matriks.sebaran
    assert sum(isi.values()) == len(matriks.baris)
    assert list(isi)[:2] == ["Sangat Tinggi", "Tinggi"]
    assert (isi["Sangat Rendah"], isi["tidak valid"], isi["data menyusul"]) == (2, 1, 1)
    assert (isi["belum lapor"], isi["jabatan lowong"]) == (1, 1)
    assert list(isi)[5:8] == ["belum dapat dinilai", "belum lapor", "jabatan lowong"]
    assert sum(matriks.status.values()) == len(matriks.baris)


def test_kalimat_utama() -> None:
    """The result first, then the mean, which may flatter."""
    assert build_kalimat_utama(build_matriks(build_bahan())) == (
        "1 dari 4 IKU yang dinilai mencapai target; 3 di bawah target. "
        "Rata-rata capaiannya 100,66% (Sangat Tinggi)."
    )


def test_kalimat_utama_tanpa_kepala_dinas() -> None:
    bahan = build_bahan()
    tanpa = {k: v for k, v in bahan.terima.items() if k[0] != "KD-01"}
    assert build_kalimat_utama(build_matriks(build_bahan(terima=tanpa))) == (
        "Indikator Kepala Dinas belum dapat dinilai. "
        "Rata-rata level Kabid: 36,67% (Sangat Rendah), 1 dari 2 jabatan."
    )
