"""Capaian Sasaran: the Kepala Dinas' indicators of each sasaran together."""

from __future__ import annotations

from collections.abc import Sequence

from sopkinerja.cetak.gaya import WARNA
from sopkinerja.cetak.predikat import build_sel_predikat
from sopkinerja.cetak.tabel import KolomCetak
from sopkinerja.cetak.tulis import Buku, Lembar
from sopkinerja.laporan.capaian import predikat
from sopkinerja.lhe.halaman import Baris, build_halaman, write_isi
from sopkinerja.lhe.ujung import is_cukup
from sopkinerja.lhe.utama import render_utama
from sopkinerja.matriks.baris import BarisMatriks
from sopkinerja.matriks.matriks import Matriks
from sopkinerja.matriks.model import Bahan
from sopkinerja.matriks.nilai import build_skor
from sopkinerja.tulisan import render_persen

KOLOM = (
    KolomCetak("Sasaran", 58),
    KolomCetak("Rata-rata Capaian Tahun (%)", 24, ("persen", "tebal")),
    KolomCetak("Predikat", 24, ("tengah",)),
    KolomCetak("Indikator Dinilai", 18, ("tengah",)),
    KolomCetak("Di Bawah Target", 20, ("bulat", "tengah")),
    KolomCetak("Tidak Lengkap", 16, ("bulat", "tengah")),
)


def write_sasaran(buku: Buku, matriks: Matriks, laporan: str) -> tuple[Lembar, int]:
    """The sheet `Capaian Sasaran`; it and its next free row."""
    daftar = group_sasaran(matriks)
    isi = [_build_baris(matriks.bahan, s, milik) for s, milik in daftar]
    lembar, baris = build_halaman(
        buku,
        matriks.bahan,
        "Capaian Sasaran",
        "Capaian setiap Sasaran",
        f"{render_utama(matriks)} {render_sasaran(matriks, daftar)}",
        KOLOM,
        warna=WARNA["utama"],
        laporan=laporan,
    )
    kosong = "Kepala Dinas belum mempunyai indikator."
    return lembar, write_isi(lembar, KOLOM, isi, baris, kosong=kosong)


def group_sasaran(matriks: Matriks) -> list[tuple[str, list[BarisMatriks]]]:
    """The Kepala Dinas' indicators under their sasaran, in order."""
    kelompok: dict[str, list[BarisMatriks]] = {}
    for b in matriks.iku:
        kelompok.setdefault(b.indikator.sasaran, []).append(b)
    return list(kelompok.items())


def _build_baris(bahan: Bahan, sasaran: str, milik: Sequence[BarisMatriks]) -> Baris:
    ada = [b for b in milik if b.capaian is not None]
    nilai = build_skor(ada, bahan.pengaturan)
    label = "" if nilai is None else predikat(nilai, bahan.pengaturan)
    sel = build_sel_predikat(bahan.pengaturan, label)
    dinilai = f"{len(ada)} dari {len(milik)}"
    bolong = sum(bool(b.tidak_lengkap) for b in ada)
    return (sasaran, nilai, sel, dinilai, sum(b.is_kurang for b in ada), bolong)


def render_sasaran(matriks: Matriks, daftar: Sequence[tuple[str, Sequence[BarisMatriks]]]) -> str:
    """How many sasaran can be assessed, and the lowest where that is nearly all of them."""
    aturan = matriks.bahan.pengaturan
    nilai = [(n, s) for s, milik in daftar if (n := build_skor(milik, aturan)) is not None]
    if not nilai:
        return "Belum ada sasaran yang dapat dinilai."
    rendah = min(nilai)
    ekor = f"; terendah: {rendah[1]} ({render_persen(rendah[0])})"
    if not is_cukup(len(nilai), len(daftar)):
        ekor = ""
    return (
        f"{len(nilai)} dari {len(daftar)} sasaran dapat dinilai{ekor}. "
        "Rata-rata memakai Capaian Tahun dalam batas capaian."
    )
