"""Matriks Akumulasi as a workbook: the matrix, the year side by side, a summary, levels, units."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import BinaryIO

from sopkinerja.cetak.tulis import Buku, build_buku
from sopkinerja.istilah import Level, Triwulan
from sopkinerja.matriks import kolom as k
from sopkinerja.matriks.baris import BarisMatriks, Skor
from sopkinerja.matriks.beda import render_beda
from sopkinerja.matriks.cetakan import build_cetakan
from sopkinerja.matriks.kepala import (
    LEBAR_F4,
    finish_tabel,
    render_skor,
    write_kepala,
    write_kepala_dua,
)
from sopkinerja.matriks.kolom import Kolom
from sopkinerja.matriks.matriks import Matriks
from sopkinerja.matriks.model import Bahan
from sopkinerja.matriks.penyesuaian import write_penyesuaian
from sopkinerja.matriks.peringatan import write_peringatan
from sopkinerja.matriks.perubahan_pk import write_perubahan_pk
from sopkinerja.matriks.ringkasan import write_ringkasan
from sopkinerja.matriks.tabel import ANGKA, PERSEN, fit_angka, level_lebar, write_tabel_matriks
from sopkinerja.matriks.tercetak import Setahun
from sopkinerja.matriks.tindak import write_pelaksanaan, write_tindak_lanjut

_SIAPA, _APA, _TW = "Jabatan", "Indikator", "Triwulan ini"
_SD, _TAHUN, _UJUNG = "Sampai dengan triwulan ini", "Setahun", "Penjelasan dan bukti"
TENGAH = ("tengah",)

KIRI = (
    k.KODE_JABATAN.apply(8.5, pita=_SIAPA),
    k.LEVEL.apply(11.5, pita=_SIAPA),
    k.UNIT.apply(16, pita=_SIAPA),
    k.JABATAN.apply(17, pita=_SIAPA),
    k.PEMANGKU.apply(15, pita=_SIAPA),
    k.KODE.apply(9.5, pita=_APA),
    k.SASARAN.apply(19, pita=_APA, luwes=True),
    k.INDIKATOR.apply(22, pita=_APA, luwes=True),
    k.SATUAN.apply(8, TENGAH, pita=_APA),
    k.POLARITAS.apply(7.5, TENGAH, pita=_APA),
    k.KONSOLIDASI.apply(9, TENGAH, pita=_APA),
    k.BOBOT.apply(6, ANGKA, pita=_APA),
    k.TARGET_TW.apply(8, ANGKA, pita=_TW),
    k.REALISASI_TW.apply(8, ANGKA, pita=_TW),
    k.CAPAIAN_TW.apply(8, PERSEN, pita=_TW),
    k.STATUS_TW.apply(10.5, TENGAH, pita=_TW),
)
"""The first page of the matrix: who, what, this triwulan."""

KANAN = (
    k.TARGET_SD.apply(8, ANGKA, pita=_SD),
    k.REALISASI_SD.apply(8, ANGKA, pita=_SD),
    k.CAPAIAN_SD.apply(8, PERSEN, pita=_SD),
    k.STATUS.apply(10.5, TENGAH, pita=_SD),
    k.KETERANGAN.apply(11, pita=_SD),
    k.PREDIKAT.apply(10, TENGAH, pita=_SD),
    k.TARGET_TAHUN.apply(8, ANGKA, pita=_TAHUN),
    k.CAPAIAN_TAHUN.apply(8, PERSEN, pita=_TAHUN),
    k.HAMBATAN.apply(26, pita=_UJUNG, luwes=True),
    k.REKOMENDASI.apply(26, pita=_UJUNG, luwes=True),
    k.BUKTI_DUKUNG.apply(14, pita=_UJUNG),
    k.SUMBER.apply(34, pita=_UJUNG),
    k.TENGGAT.apply(11, TENGAH, pita=_UJUNG),
    k.PENJELASAN.apply(18, pita=_UJUNG, luwes=True),
)
"""The second page: s.d. this triwulan, the year, words and sources. Scripts rely on the headings of
both and on their order."""
BATAS = (*k.BATAS_TW, *k.BATAS_SD, *k.BATAS_TAHUN, k.TERBURUK)
"""The helpers of its formulas."""

BEDA = "Berbeda dari Cetakan FINAL"
"""The column of Akumulasi that says what was printed otherwise: it shows figures as they are now."""

KODE_INDIKATOR = 5
"""The column repeated on the second page."""

RINGKAS = (
    k.KODE.apply(9.5),
    k.INDIKATOR.apply(24, luwes=True),
    k.SATUAN.apply(8, TENGAH),
    k.TARGET_SD.apply(8.5, ANGKA),
    k.REALISASI_SD.apply(8.5, ANGKA),
    k.CAPAIAN_SD.apply(8, PERSEN),
    k.STATUS.apply(10.5, TENGAH),
    k.PREDIKAT.apply(10, TENGAH),
    k.KETERANGAN.apply(11),
    k.HAMBATAN.apply(24, luwes=True),
    k.REKOMENDASI.apply(24, luwes=True),
)
BANTU_RINGKAS = (k.POLARITAS, *k.BATAS_SD, k.TERBURUK)
SIAPA_LEVEL = (k.UNIT.apply(14), k.JABATAN.apply(18), k.PEMANGKU.apply(15))
SIAPA_UNIT = (k.LEVEL.apply(10), k.JABATAN.apply(20), k.PEMANGKU.apply(16))


def write_matriks(setahun: Setahun, tujuan: BinaryIO | Path) -> None:
    """The whole workbook; sheets Matriks, Akumulasi, Ringkasan, one per level, one per unit,
    Perubahan PK, Renaksi and Tindak Lanjut where there are any, Temuan."""
    matriks, bahan = setahun.matriks, setahun.bahan
    judul = f"Matriks Akumulasi Hasil Kinerja Triwulan {bahan.triwulan.romawi} Tahun {bahan.tahun}"
    with build_buku(tujuan, build_cetakan(bahan), judul, bahan.opd.nama) as buku:
        _write_lembar_matriks(buku, matriks, judul)
        _write_lembar_akumulasi(buku, matriks, render_beda(setahun.beda))
        write_ringkasan(buku, matriks)
        _write_lembar_level(buku, matriks)
        _write_lembar_unit(buku, matriks)
        write_perubahan_pk(buku, bahan)
        write_pelaksanaan(buku, bahan)
        write_tindak_lanjut(buku, bahan)
        write_penyesuaian(buku, bahan)
        write_peringatan(buku, matriks, "Temuan")


def _write_lembar_matriks(buku: Buku, matriks: Matriks, judul: str) -> None:
    lembar, bahan = buku.build_lembar("Matriks", "#1F4E79"), matriks.bahan
    lembar.apply_lebar(*build_lebar_dua(KIRI, KANAN, matriks.baris, KODE_INDIKATOR))
    kolom = (*KIRI, *KANAN)
    baris = write_kepala_dua(
        lembar, bahan, judul, ulang=KODE_INDIKATOR, tengah=len(KIRI) - 1, akhir=len(kolom) - 1
    )
    tempat = write_tabel_matriks(lembar, bahan, kolom, BATAS, matriks.baris, baris=baris)
    ulang = (KODE_INDIKATOR, KODE_INDIKATOR)
    finish_tabel(lembar, tempat, 1, pita=True, lebar=2, kolom_ulang=ulang)


def build_lebar_dua(
    kiri: Sequence[Kolom], kanan: Sequence[Kolom], baris: Sequence[BarisMatriks], ulang: int
) -> list[float]:
    """Widths that make the paper break between the two halves: both pages equally wide, with
    the repeated column (the `ulang`-th on the left) counted on the second."""
    w_kiri, w_kanan, w_ulang = fit_angka(kiri, baris), fit_angka(kanan, baris), kiri[ulang].lebar
    total = max(sum(w_kiri), sum(w_kanan) + w_ulang, LEBAR_F4)
    return level_lebar(kiri, w_kiri, total) + level_lebar(kanan, w_kanan, total - w_ulang)


def _write_lembar_akumulasi(buku: Buku, matriks: Matriks, beda: Mapping[str, str]) -> None:
    """The four triwulan side by side, and what FINAL printings say otherwise, by kode indikator."""
    lembar, bahan, isi = buku.build_lembar("Akumulasi", "#1F4E79"), matriks.bahan, matriks.baris
    kiri, kanan, bantu = build_kolom_akumulasi(bahan, beda)
    lembar.apply_lebar(*build_lebar_dua(kiri, kanan, isi, 2))
    judul = f"Akumulasi Triwulan I–IV Tahun {bahan.tahun}, s.d. Triwulan {bahan.triwulan.romawi}"
    banyak = len(kiri) + len(kanan)
    baris = write_kepala_dua(lembar, bahan, judul, ulang=2, tengah=len(kiri) - 1, akhir=banyak - 1)
    tempat = write_tabel_matriks(lembar, bahan, (*kiri, *kanan), bantu, isi, baris=baris)
    finish_tabel(lembar, tempat, 1, pita=True, lebar=2, kolom_ulang=(2, 2))


def build_kolom_akumulasi(
    bahan: Bahan, beda: Mapping[str, str]
) -> tuple[tuple[Kolom, ...], tuple[Kolom, ...], tuple[Kolom, ...]]:
    """Columns of both pages of the sheet Akumulasi, and its helpers; the last shown one only where
    a FINAL printing says otherwise (`beda`, by kode indikator)."""
    siapa = (
        k.KODE_JABATAN.apply(8.5, pita=_SIAPA),
        k.JABATAN.apply(20, pita=_SIAPA, luwes=True),
        k.KODE.apply(9.5, pita=_APA),
        k.INDIKATOR.apply(30, pita=_APA, luwes=True),
        k.SATUAN.apply(9, TENGAH, pita=_APA),
        k.POLARITAS.apply(7.5, TENGAH, pita=_APA),
        k.KONSOLIDASI.apply(9, TENGAH, pita=_APA),
        k.TARGET_TAHUN.apply(9, ANGKA, pita=_APA),
    )
    tw = [_build_kolom_tw(t) for t in Triwulan]
    pita = f"Sampai dengan Triwulan {bahan.triwulan.romawi}"
    sd = (
        k.TARGET_SD.apply(9, ANGKA, pita=pita),
        k.REALISASI_SD.apply(9, ANGKA, pita=pita),
        k.CAPAIAN_SD.apply(9, PERSEN, pita=pita),
        k.STATUS.apply(11, TENGAH, pita=pita),
        k.PREDIKAT.apply(10, TENGAH, pita=pita),
        k.CAPAIAN_TAHUN.apply(9, PERSEN, pita=pita),
    )
    ujung = Kolom(BEDA, 42, isi=lambda b: beda.get(b.kode, ""), pita="Cetakan FINAL")
    bantu = [batas for t in Triwulan for batas in k.build_batas_triwulan(t)]
    kanan = (*tw[2], *tw[3], *sd, *([ujung] if beda else []))
    return (*siapa, *tw[0], *tw[1]), kanan, (*bantu, *k.BATAS_SD, *k.BATAS_TAHUN, k.TERBURUK)


def _build_kolom_tw(triwulan: Triwulan) -> tuple[Kolom, ...]:
    pita = f"Triwulan {triwulan.romawi}"
    target, realisasi, capaian, status = k.build_kolom_triwulan(triwulan)
    return (
        target.apply(8.5, ANGKA, pita=pita),
        realisasi.apply(8.5, ANGKA, pita=pita),
        capaian.apply(8.5, PERSEN, pita=pita),
        status.apply(11, TENGAH, pita=pita),
    )


def _write_lembar_level(buku: Buku, matriks: Matriks) -> None:
    for level in Level:
        milik = [b for b in matriks.baris if b.level is level]
        if milik:
            judul, skor = f"Capaian Level {level.value}", matriks.skor_level(level)
            kolom = (*SIAPA_LEVEL, *RINGKAS)
            _write_lembar_ringkas(buku, matriks.bahan, judul, kolom, milik, skor)


def _write_lembar_unit(buku: Buku, matriks: Matriks) -> None:
    for skor in matriks.unit:
        milik = [b for b in matriks.baris if b.jabatan.unit == skor.kode]
        if milik:
            judul, kolom = f"Capaian {skor.nama}", (*SIAPA_UNIT, *RINGKAS)
            _write_lembar_ringkas(buku, matriks.bahan, judul, kolom, milik, skor)


def _write_lembar_ringkas(
    buku: Buku,
    bahan: Bahan,
    judul: str,
    kolom: Sequence[Kolom],
    milik: Sequence[BarisMatriks],
    skor: Skor,
) -> None:
    lembar = buku.build_lembar(skor.nama)
    lembar.apply_lebar(*level_lebar(kolom, fit_angka(kolom, milik), LEBAR_F4))
    judul = f"{judul} s.d. Triwulan {bahan.triwulan.romawi} Tahun {bahan.tahun}"
    baris = write_kepala(lembar, bahan, judul, render_skor(skor), akhir=len(kolom) - 1)
    tempat = write_tabel_matriks(lembar, bahan, kolom, BANTU_RINGKAS, milik, baris=baris)
    finish_tabel(lembar, tempat, 0)
