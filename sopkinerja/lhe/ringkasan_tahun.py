"""The small table of every IKU on the one page that sums up a year."""

from __future__ import annotations

from typing import Any

from sopkinerja.cetak.gaya import Nilai
from sopkinerja.cetak.tulis import Lembar
from sopkinerja.lhe.halaman import write_bagian
from sopkinerja.lhe.pokok import Isi, Pokok
from sopkinerja.lhe.tahun_lalu import BANDING, CATATAN, LALU
from sopkinerja.lhe.warna import find_warna

KOLOM = (
    ("Indikator Kinerja Utama", 0, 4),
    ("Target Tahun", 5, 5),
    ("Realisasi Tahun", 6, 6),
    ("Capaian Tahun (%)", 7, 7),
    ("Predikat", 8, 8),
    (LALU, 9, 9),
    (BANDING, 10, 12),
    ("Keterangan", 13, 15),
)
"""Heading, first and last grid column of the page."""
MAKS_IKU = 12
"""More than this can't be read on the one page; the sheet IKU has all."""

Sel = tuple[Nilai, tuple[str, ...], dict[str, Any]]


def write_iku_ringkas(lembar: Lembar, pokok: Pokok, baris: int) -> int:
    """Every IKU against the annual target and last year; the next free row."""
    iku, akhir = pokok.iku[:MAKS_IKU], KOLOM[-1][2]
    judul = "Indikator Kinerja Utama terhadap target tahun"
    if len(pokok.iku) > len(iku):
        judul = f"{judul} ({len(iku)} dari {len(pokok.iku)}; selengkapnya di lembar IKU)"
    baris = write_bagian(lembar, baris, akhir, judul)
    for teks, awal, ujung in KOLOM:
        lembar.merge(baris, awal, ujung, teks, "kepala")
    for b in iku:
        baris += 1
        for (_, awal, ujung), (nilai, gaya, sifat) in zip(KOLOM, _build_iku(pokok, b), strict=True):
            lembar.merge(baris, awal, ujung, nilai, "sel", *gaya, **sifat)
    lembar.apply_tinggi_baris(baris + 1, 5)
    return baris + 2


def _build_iku(pokok: Pokok, b: Isi) -> tuple[Sel, ...]:
    isi, tinta = find_warna(pokok.bahan, b["Predikat"])
    warna = {"bg_color": isi, "font_color": tinta} if b["Predikat"] else {}
    return (
        (f"{b['Indikator']} ({b['Satuan']})", (), {}),
        (b["Target Tahun"], ("kanan",), {}),
        (b["Realisasi s.d. TW"], (), {}),
        (b["Capaian Tahun (%)"], ("persen", "tebal"), {}),
        (b["Predikat"], ("tengah",), warna),
        (b[LALU], (), {}),
        (b[BANDING], (), {}),
        (b[CATATAN], (), {}),
    )
