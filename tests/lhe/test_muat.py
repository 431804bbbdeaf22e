"""What fits the one page, and that the rest is counted and pointed to."""

from __future__ import annotations

import pytest

from sopkinerja.lhe.kertas import bagi_ruang
from sopkinerja.lhe.muat import render_butir, render_muat

DUA_KALIMAT = "Pengapalan tertunda dua minggu. Harga kakao turun pada bulan Maret"


@pytest.mark.parametrize(
    ("teks", "huruf", "hasil"),
    [
        ("", 20, ""),
        ("Bahan baku terbatas", 20, "Bahan baku terbatas"),
        ("Bahan\n baku", 20, "Bahan baku"),
        (DUA_KALIMAT, 45, "Pengapalan tertunda dua minggu. … (selengkapnya di lembar IKU)"),
        (DUA_KALIMAT, 20, "Pengapalan tertunda … (selengkapnya di lembar IKU)"),
        ("Pengapalantertunda", 10, "Pengapalan … (selengkapnya di lembar IKU)"),
    ],
)
def test_muat(teks: str, huruf: int, hasil: str) -> None:
    assert render_muat(teks, huruf, "IKU") == hasil


@pytest.mark.parametrize(
    ("butir", "huruf", "hasil"),
    [
        ((), 20, ""),
        (("satu.", "dua."), 20, "satu.   dua."),
        (("satu.", "dua.", "tiga."), 9, "satu.   dua; dan 1 lagi, lihat lembar Kepatuhan."),
        (("satu dua tiga.", "dua."), 5, "satu …; dan 1 lagi, lihat lembar Kepatuhan."),
    ],
)  # fmt: skip
def test_butir(butir: tuple[str, ...], huruf: int, hasil: str) -> None:
    assert render_butir(butir, huruf, "Kepatuhan") == hasil


@pytest.mark.parametrize(
    ("pertama", "kedua", "ruang", "hasil"),
    [
        ((), (), 0, (0, 0)),
        ((10,) * 4, (10,) * 2, 60, (4, 2)),
        ((10,) * 4, (10,) * 2, 59, (2, 2)),
        ((10,) * 25, (20,) * 25, 300, (18, 5)),
        ((10,) * 25, (), 200, (19, 0)),
        ((10,) * 3, (90, 90), 140, (3, 1)),
        ((10,), (90, 90), 60, (1, 0)),
    ],
)
def test_bagi_ruang(
    pertama: tuple[float, ...], kedua: tuple[float, ...], ruang: float, hasil: tuple[int, int]
) -> None:
    assert bagi_ruang(pertama, kedua, ruang, 10) == hasil
