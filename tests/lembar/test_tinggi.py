"""Row heights: enough lines for wrapped text, and not many more."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sopkinerja.lembar.huruf import count_baris_em as count_baris
from sopkinerja.lembar.huruf import measure_em as measure
from sopkinerja.lembar.tinggi import GayaTeks, build_lebar, estimate_tinggi

ARIAL = GayaTeks("Arial", 10.0, lipat=True)


@pytest.mark.parametrize(
    ("teks", "per_baris", "baris"),
    [
        ("pendek", 10.0, 1),
        ("", 10.0, 1),
        ("satu dua tiga", 2.5, 3),
        ("satu\n\ntiga", 10.0, 3),
        ("a" * 40, 5.6, 4),
        ("kata " + "a" * 20, 5.6, 3),
    ],
)
def test_jumlah_baris(teks: str, per_baris: float, baris: int) -> None:
    assert count_baris(teks, per_baris) == baris


@given(st.text(max_size=60), st.floats(1.1, 40))
def test_tak_kurang_dari_isinya(teks: str, per_baris: float) -> None:
    assert count_baris(teks, per_baris) >= measure("".join(teks.split())) / per_baris - 1
    assert count_baris(teks, per_baris) >= count_baris(teks, per_baris * 2)


@pytest.mark.parametrize(
    ("gaya", "baku", "angka"),
    [
        # A column 20.71 wide is 145 pixels with a 7-pixel digit, 140 of them for text (105 points).
        (ARIAL, ARIAL, 105 / 5.56),
        (GayaTeks("Arial", 20.0, lipat=True), ARIAL, 105 / 11.12),
        (ARIAL._replace(menjorok=2), ARIAL, (140 - 18) * 0.75 / 5.56),
        (GayaTeks("Calibri", 11.0, lipat=True), GayaTeks(), 105 / (11 * 0.556 * 0.91)),
    ],
)
def test_ruang_sebaris(gaya: GayaTeks, baku: GayaTeks, angka: float) -> None:
    """Digits that fit on a line, with a little in reserve."""
    lebar = build_lebar(gaya, 20.71, baku)
    assert lebar is not None
    assert 0.93 * angka < lebar.per_baris / measure("0") <= angka


def test_tak_berlipat_tak_diukur() -> None:
    assert build_lebar(ARIAL._replace(lipat=False), 20, ARIAL) is None


def test_tak_lebih_dari_batas_excel() -> None:
    lebar = build_lebar(ARIAL, 5, ARIAL)
    assert lebar is not None
    assert estimate_tinggi("kata " * 2000, lebar) == 409
