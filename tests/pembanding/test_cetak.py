"""What is printed and what predikat reads are one value, also where a float just misses a cut-off."""

from __future__ import annotations

from fractions import Fraction

import pytest

from sopkinerja.istilah import Polaritas
from sopkinerja.laporan.capaian import capaian, predikat, skor
from sopkinerja.ruang import Pengaturan
from sopkinerja.tulisan import render_angka
from tests.pembanding.hitung import Aturan, baca_predikat, hitung_capaian, pecah, skor_jabatan

ATURAN = Aturan()
TEPAT = """
| realisasi dari target        | rata-rata | tercetak | predikat      |
| 9/11, 551.89/1100            | 65.995    | 66,00    | Sedang        |
| 6/7, 6/7, 1421.79/1400       | 90.995    | 91,00    | Sangat Tinggi |
| 7/7, 7/11, 2405.67/2200      | 90.995    | 91,00    | Sangat Tinggi |
| 4.55/5                       | 91        | 91,00    | Sangat Tinggi |
| 4.54975/5                    | 90.995    | 91,00    | Sangat Tinggi |
| 4.5497/5                     | 90.994    | 90,99    | Tinggi        |
"""
"""Scores that are exactly so much; as a mean of floats the first is 65.99499999999999."""


@pytest.mark.parametrize("baris", TEPAT.strip().splitlines()[1:])
def test_rata_rata_tepat_di_ambang(baris: str) -> None:
    daftar, rata, tercetak, label = (s.strip() for s in baris.strip("|").split("|"))
    pasangan = [p.split("/") for p in daftar.split(", ")]
    aturan = Pengaturan()
    ours = skor(
        [(capaian(Polaritas.NAIK, float(t), float(r), aturan), None) for r, t in pasangan], aturan
    )
    polos = skor_jabatan([(_hitung(r, t), None) for r, t in pasangan], ATURAN)
    assert polos == pecah(rata)
    assert baca_predikat(polos, ATURAN) == label
    assert ours is not None
    assert (render_angka(ours, 2), predikat(ours, aturan)) == (tercetak, label)


def _hitung(realisasi: str, target: str) -> Fraction:
    return hitung_capaian("Naik", Fraction(target), Fraction(realisasi), None, ATURAN)
