"""Matriks Akumulasi as a workbook: the matrix, the year side by side, a summary, levels, units."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import cycle
from pathlib import Path
from typing import BinaryIO

from sopkinerja.cetak.daftar_isi import ButirIsi, build_daftar_isi, write_daftar_isi
from sopkinerja.cetak.predikat import build_sifat_predikat
from sopkinerja.cetak.tabel import KolomCetak, SelCetak
from sopkinerja.cetak.tulis import Buku, Lembar, build_buku
from sopkinerja.istilah import Level
from sopkinerja.matriks.bagian import MAKS_BARIS, render_bagian, split_baris
from sopkinerja.matriks.baris import BarisMatriks, Skor
from sopkinerja.matriks.beda import render_beda
from sopkinerja.matriks.cetakan import build_cetakan
from sopkinerja.matriks.kepala import write_kepala_saring
from sopkinerja.matriks.lembar_akumulasi import write_lembar_akumulasi
from sopkinerja.matriks.lembar_beda import LEMBAR as LEMBAR_BEDA
from sopkinerja.matriks.lembar_beda import write_beda
from sopkinerja.matriks.lembar_kelompok import write_lembar_level, write_lembar_unit
from sopkinerja.matriks.lembar_matriks import write_lembar_matriks
from sopkinerja.matriks.matriks import Matriks
from sopkinerja.matriks.penyesuaian import write_penyesuaian
from sopkinerja.matriks.peringatan import write_peringatan
from sopkinerja.matriks.perubahan_pk import write_perubahan_pk
from sopkinerja.matriks.ringkasan import write_ringkasan
from sopkinerja.matriks.tercetak import Setahun
from sopkinerja.matriks.tindak import write_pelaksanaan, write_tindak_lanjut

ISI = {
    "Matriks": "Semua indikator semua jabatan, satu baris satu indikator; dapat disaring",
    "Akumulasi": "Triwulan I sampai IV berdampingan",
    "Ringkasan": "Capaian per level dan per unit, sebaran predikat, pengesahan",
    "Perubahan PK": "Yang berubah antarversi PK",
    "Renaksi": "Pelaksanaan langkah Renaksi triwulan ini",
    "Tindak Lanjut": "Yang ditindaklanjuti dari triwulan lalu",
    "Penyesuaian": "Yang berubah sesudah triwulan ditutup",
    LEMBAR_BEDA: "Yang berubah dari cetakan sebelum ini, sejak kapan, dan sebabnya",
    "Temuan": "Peringatan pada laporan yang diterima",
}
"""What the sheets hold that are of no one level or unit."""
KOLOM_SKOR = (
    KolomCetak("Rata-rata capaian s.d. TW (%)", 15, ("persen",)),
    KolomCetak("Predikat", 14, ("tengah",)),
    KolomCetak("Indikator dinilai", 12, ("tengah",)),
)
"""What Daftar Isi says of the others."""


def write_matriks(setahun: Setahun, tujuan: BinaryIO | Path, muat: int = MAKS_BARIS) -> None:
    """The whole workbook, at most `muat` rows to a sheet; sheets Daftar Isi, Matriks (on which it opens), Akumulasi, Ringkasan, one
    per level, Perubahan PK, Renaksi and Tindak Lanjut where there are any, Penyesuaian after a
    reopening, Beda from the second printing on, Temuan, one per unit."""
    matriks, bahan = setahun.matriks, setahun.bahan
    judul = f"Matriks Akumulasi Hasil Kinerja Triwulan {bahan.triwulan.romawi} Tahun {bahan.tahun}"
    with build_buku(tujuan, build_cetakan(bahan), judul, bahan.opd.nama) as buku:
        daftar = build_daftar_isi(buku)
        bagian, beda = list(split_baris(matriks.baris, muat)), render_beda(setahun.beda)
        semua = [write_lembar_matriks(buku, matriks, judul, isi) for isi in bagian]
        semua += [write_lembar_akumulasi(buku, matriks, beda, isi) for isi in bagian]
        write_ringkasan(buku, matriks)
        kelompok = [*_list_bagian(semua, bagian), *_write_level(buku, matriks)]
        write_perubahan_pk(buku, bahan)
        write_pelaksanaan(buku, bahan)
        write_tindak_lanjut(buku, bahan)
        write_penyesuaian(buku, bahan)
        write_beda(buku, matriks)
        write_peringatan(buku, matriks, "Temuan")
        kelompok += _write_unit(buku, matriks)
        baris = write_kepala_saring(daftar, bahan, judul) + 1
        write_daftar_isi(daftar, _list_isi(buku, kelompok), baris, KOLOM_SKOR)


def _list_bagian(
    lembar: Sequence[Lembar], bagian: Sequence[Sequence[BarisMatriks]]
) -> Iterator[ButirIsi]:
    """What Daftar Isi says of each part, where there are several."""
    if len(bagian) > 1:
        for satu, isi in zip(lembar, cycle(bagian), strict=False):
            nama = satu.nama.partition(" (")[0]
            yield ButirIsi(satu, f"{ISI[nama]}: {render_bagian(isi)}")


def _write_level(buku: Buku, matriks: Matriks) -> Iterator[ButirIsi]:
    for level in Level:
        lembar = write_lembar_level(buku, matriks, level)
        if lembar:
            yield _build_butir(lembar, matriks, f"Level {level.value}", matriks.skor_level(level))


def _write_unit(buku: Buku, matriks: Matriks) -> Iterator[ButirIsi]:
    """After all others: their names are the office's own words."""
    for skor in matriks.unit:
        lembar = write_lembar_unit(buku, matriks, skor)
        if lembar:
            yield _build_butir(lembar, matriks, skor.nama, skor)


def _build_butir(lembar: Lembar, matriks: Matriks, isi: str, skor: Skor) -> ButirIsi:
    sifat = build_sifat_predikat(skor.predikat, matriks.bahan.pengaturan)
    dinilai = f"{skor.dinilai} dari {skor.indikator}"
    return ButirIsi(lembar, isi, (skor.nilai, SelCetak(skor.predikat, sifat=sifat), dinilai))


def _list_isi(buku: Buku, kelompok: Sequence[ButirIsi]) -> list[ButirIsi]:
    """Every sheet after the first."""
    bernama = {butir.lembar.nama: butir for butir in kelompok}
    return [bernama.get(lb.nama) or ButirIsi(lb, ISI[lb.nama]) for lb in buku.daftar_lembar[1:]]
