"""The small tables on the one page that sums up a triwulan or a year."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sopkinerja.cetak.tabel import write_tabel
from sopkinerja.cetak.tulis import Lembar
from sopkinerja.lhe.halaman import read_sel, write_bagian
from sopkinerja.matriks import kolom as k
from sopkinerja.matriks.baris import BarisMatriks
from sopkinerja.matriks.kolom import Kolom
from sopkinerja.matriks.matriks import Matriks

LEBAR = 12.3
KOLOM = (
    k.INDIKATOR.apply(LEBAR, judul="Indikator Kinerja Utama", bentang=5).with_isi(
        lambda b: b.sebutan
    ),
    k.TARGET_TAHUN.apply(LEBAR, ("kanan",)),
    k.REALISASI_SD.apply(LEBAR, (), "Realisasi Tahun"),
    k.CAPAIAN_TAHUN.apply(LEBAR, ("persen", "tebal")),
    k.PREDIKAT.apply(LEBAR, ("tengah",)),
    k.TAHUN_LALU.apply(LEBAR),
    k.BANDING.apply(LEBAR, bentang=3),
    k.CATATAN.apply(LEBAR, bentang=3),
)
"""Every IKU of a year, on the grid of the page."""
MAKS_IKU = 12
"""More than this can't be read on the one page; the sheet IKU has all."""


def write_iku_ringkas(lembar: Lembar, matriks: Matriks, baris: int) -> int:
    """Every IKU against the annual target and last year; the next free row."""
    iku = matriks.iku[:MAKS_IKU]
    judul = "Indikator Kinerja Utama terhadap target tahun"
    if len(matriks.iku) > len(iku):
        judul = f"{judul} ({len(iku)} dari {len(matriks.iku)}; selengkapnya di lembar IKU)"
    return write_ringkas(lembar, matriks, baris, judul, KOLOM, iku)


def write_ringkas(
    lembar: Lembar,
    matriks: Matriks,
    baris: int,
    judul: str,
    kolom: Sequence[Kolom],
    milik: Iterable[BarisMatriks],
) -> int:
    """A few rows of the matrix under a heading, on the grid of the page; the next free row."""
    baris = write_bagian(lembar, baris, sum(satu.bentang for satu in kolom) - 1, judul)
    isi = ([read_sel(matriks, satu, b) for satu in kolom] for b in milik)
    baris = write_tabel(lembar, kolom, isi, baris=baris, lebar=False)
    lembar.apply_tinggi_baris(baris, 5)
    return baris + 1
