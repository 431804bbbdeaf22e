"""What the leadership would miss on paper is named, and what is well done passes."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pytest

from sopkinerja.cetak.gaya import Cetakan
from sopkinerja.cetak.tata import Penandatangan, write_pengesahan
from sopkinerja.cetak.tulis import Lembar, build_buku
from tests.cetakan.kertas import Batas, check_kertas

pytestmark = [pytest.mark.libreoffice, pytest.mark.poppler]
CETAKAN = Cetakan(True, 2, dt.datetime(2026, 4, 15, 14, 5), 55, 60, 1)
BATAS = Batas(halaman=2, tanda="FINAL", tanda_tangan=2)
SATU = Penandatangan("Disusun oleh,", "Kasubag", "Melati (contoh)", nip="1")
DUA = Penandatangan("Mengetahui,", "Kepala", "Kenanga (contoh)", nip="2")


def write_buku(folder: Path, ubah: Callable[[Lembar], None] = lambda _: None) -> Path:
    """Forty rows on two pages, two signatures on the first; what `ubah` does to it comes last."""
    with build_buku(folder / "uji.xlsx", CETAKAN, "Uji") as buku:
        lembar = buku.build_lembar("Uji")
        lembar.apply_lebar(20, 20, 20, 20)
        awal = write_pengesahan(
            lembar, SATU, DUA, baris=0, kolom_kiri=(0, 1), kolom_kanan=(2, 3)
        )  # fmt: skip
        for n in range(40):
            lembar.write_baris(awal + n, (f"Baris {n}", "isi", "isi", "isi"), "sel")
            lembar.apply_tinggi_baris(awal + n, 17)
        lembar.apply_halaman(ulang=(awal, awal))
        ubah(lembar)
    return folder / "uji.xlsx"


def without_judul(lembar: Lembar) -> None:
    """A table whose second page has figures under nothing."""
    lembar.ws.repeat_row_range = ""


def with_judul_lain(lembar: Lembar) -> None:
    """The row that repeats isn't printed."""
    lembar.write(60, 0, "Kode Indikator", "sel")
    lembar.ws.repeat_rows(60, 60)


def without_kaki(lembar: Lembar) -> None:
    """A page that doesn't say what it is."""
    lembar.halaman = None


def test_yang_baik_lolos(tmp_path: Path) -> None:
    assert check_kertas(write_buku(tmp_path), BATAS) == []


@pytest.mark.parametrize(
    ("ubah", "galat"),
    [
        (lambda lb: lb.write(20, 5, "kecil", "sel", font_size=6), "Uji: letters of 6.0 points"),
        (lambda lb: lb.ws.set_h_pagebreaks([10, 20]), "3 pages"),
        (lambda lb: lb.ws.set_h_pagebreaks([45]), "Uji: its last page of 3 holds 2 rows"),
        (lambda lb: lb.ws.set_paper(9), "Uji: not on F4"),
        (without_kaki, "Uji: a page without FINAL"),
        (without_judul, "Uji: 2 pages without a heading row"),
        (with_judul_lain, "Uji: page 1 of 2 lacks the headings ['Indikator', 'Kode']"),
        (lambda lb: lb.ws.print_area(7, 0, 46, 3), "page 1 isn't signed"),
    ],
)
def test_yang_tidak(tmp_path: Path, ubah: Callable[[Lembar], None], galat: str) -> None:
    assert any(g.startswith(galat) for g in check_kertas(write_buku(tmp_path, ubah), BATAS))
