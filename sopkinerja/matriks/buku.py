"""Matriks Akumulasi as a workbook: the matrix, the year side by side, a summary, levels, units."""

from __future__ import annotations

from pathlib import Path
from typing import BinaryIO

import pandas as pd

from sopkinerja.cetak.tulis import Buku, build_buku
from sopkinerja.istilah import Level, Triwulan
from sopkinerja.matriks.akumulasi import BATAS, build_akumulasi, build_antar_triwulan
from sopkinerja.matriks.cetakan import build_cetakan
from sopkinerja.matriks.kepala import (
    LEBAR_F4,
    finish_tabel,
    render_skor,
    write_kepala,
    write_kepala_dua,
)
from sopkinerja.matriks.model import Bahan
from sopkinerja.matriks.nilai import build_skor_jabatan, build_skor_level, build_skor_unit
from sopkinerja.matriks.penyesuaian import write_penyesuaian
from sopkinerja.matriks.peringatan import write_peringatan
from sopkinerja.matriks.perubahan_pk import write_perubahan_pk
from sopkinerja.matriks.ringkasan import write_ringkasan
from sopkinerja.matriks.tabel import (
    KolomMatriks,
    fit_angka,
    level_lebar,
    read_baris,
    write_tabel_matriks,
)
from sopkinerja.matriks.tercetak import list_beda, render_beda
from sopkinerja.matriks.tindak import write_pelaksanaan, write_tindak_lanjut

_SIAPA, _APA = "Jabatan", "Indikator"
ANGKA = ("kanan", "pas")
PERSEN = ("persen", "pas")

KIRI = (
    KolomMatriks("Kode Jabatan", 8.5, pita=_SIAPA),
    KolomMatriks("Level", 11.5, pita=_SIAPA),
    KolomMatriks("Unit", 16, pita=_SIAPA),
    KolomMatriks("Jabatan", 17, pita=_SIAPA),
    KolomMatriks("Pemangku", 15, pita=_SIAPA),
    KolomMatriks("Kode Indikator", 9.5, pita=_APA),
    KolomMatriks("Sasaran", 19, pita=_APA, luwes=True),
    KolomMatriks("Indikator", 22, pita=_APA, luwes=True),
    KolomMatriks("Satuan", 8, ("tengah",), pita=_APA),
    KolomMatriks("Polaritas", 7.5, ("tengah",), pita=_APA),
    KolomMatriks("Konsolidasi", 9, ("tengah",), pita=_APA),
    KolomMatriks("Bobot", 6, ANGKA, pita=_APA),
    KolomMatriks("Target TW", 8, ANGKA, pita="Triwulan ini"),
    KolomMatriks("Realisasi TW", 8, ANGKA, pita="Triwulan ini"),
    KolomMatriks("Capaian TW (%)", 8, PERSEN, pita="Triwulan ini"),
    KolomMatriks("Status TW", 10.5, ("tengah",), pita="Triwulan ini"),
)
"""The first page of the matrix: who, what, this triwulan."""

KANAN = (
    KolomMatriks("Target s.d. TW", 8, ANGKA, pita="Sampai dengan triwulan ini"),
    KolomMatriks("Realisasi s.d. TW", 8, ANGKA, pita="Sampai dengan triwulan ini"),
    KolomMatriks("Capaian s.d. TW (%)", 8, PERSEN, pita="Sampai dengan triwulan ini"),
    KolomMatriks("Status", 10.5, ("tengah",), pita="Sampai dengan triwulan ini"),
    KolomMatriks("Keterangan", 11, pita="Sampai dengan triwulan ini"),
    KolomMatriks("Predikat", 10, ("tengah",), pita="Sampai dengan triwulan ini"),
    KolomMatriks("Target Tahun", 8, ANGKA, pita="Setahun"),
    KolomMatriks("Capaian Tahun (%)", 8, PERSEN, pita="Setahun"),
    KolomMatriks("Hambatan/Kegagalan", 26, pita="Penjelasan dan bukti", luwes=True),
    KolomMatriks("Rekomendasi", 26, pita="Penjelasan dan bukti", luwes=True),
    KolomMatriks("Bukti Dukung", 14, pita="Penjelasan dan bukti"),
    KolomMatriks("Sumber", 34, pita="Penjelasan dan bukti"),
)
"""The second page: s.d. this triwulan, the year, words and sources."""

BEDA = "Berbeda dari Cetakan FINAL"
"""The column of Akumulasi that says what was printed otherwise: it shows figures as they are now."""

KODE_INDIKATOR = 5
"""The column repeated on the second page."""

RINGKAS = (
    KolomMatriks("Kode Indikator", 9.5),
    KolomMatriks("Indikator", 24, luwes=True),
    KolomMatriks("Satuan", 8, ("tengah",)),
    KolomMatriks("Target s.d. TW", 8.5, ANGKA),
    KolomMatriks("Realisasi s.d. TW", 8.5, ANGKA),
    KolomMatriks("Capaian s.d. TW (%)", 8, PERSEN),
    KolomMatriks("Status", 10.5, ("tengah",)),
    KolomMatriks("Predikat", 10, ("tengah",)),
    KolomMatriks("Keterangan", 11),
    KolomMatriks("Hambatan/Kegagalan", 24, luwes=True),
    KolomMatriks("Rekomendasi", 24, luwes=True),
)
BANTU_RINGKAS = ("Polaritas", "Batas Bawah s.d. TW", "Batas Atas s.d. TW", "Nilai Terburuk")


def write_matriks(bahan: Bahan, tujuan: BinaryIO | Path) -> None:
    """The whole workbook; sheets Matriks, Akumulasi, Ringkasan, one per level, one per unit,
    Perubahan PK, Renaksi and Tindak Lanjut where there are any, Temuan."""
    tabel = build_akumulasi(bahan)
    skor = build_skor_jabatan(bahan, tabel)
    judul = f"Matriks Akumulasi Hasil Kinerja Triwulan {bahan.triwulan.romawi} Tahun {bahan.tahun}"
    with build_buku(tujuan, build_cetakan(bahan), judul, bahan.opd.nama) as buku:
        _write_lembar_matriks(buku, bahan, tabel, judul)
        _write_lembar_akumulasi(buku, bahan, tabel)
        write_ringkasan(buku, bahan, tabel, skor)
        _write_lembar_level(buku, bahan, tabel, skor)
        _write_lembar_unit(buku, bahan, tabel, skor)
        write_perubahan_pk(buku, bahan)
        write_pelaksanaan(buku, bahan)
        write_tindak_lanjut(buku, bahan)
        write_penyesuaian(buku, bahan)
        write_peringatan(buku, bahan, "Temuan")


def _write_lembar_matriks(buku: Buku, bahan: Bahan, tabel: pd.DataFrame, judul: str) -> None:
    lembar = buku.build_lembar("Matriks", "#1F4E79")
    lembar.apply_lebar(*build_lebar_dua(KIRI, KANAN, tabel, KIRI[KODE_INDIKATOR].lebar))
    kolom = (*KIRI, *KANAN)
    baris = write_kepala_dua(
        lembar, bahan, judul, ulang=KODE_INDIKATOR, tengah=len(KIRI) - 1, akhir=len(kolom) - 1
    )
    tempat = write_tabel_matriks(lembar, bahan, kolom, BATAS, tabel, baris=baris)
    ulang = (KODE_INDIKATOR, KODE_INDIKATOR)
    finish_tabel(lembar, tempat, 1, pita=True, lebar=2, kolom_ulang=ulang)


def build_lebar_dua(
    kiri: tuple[KolomMatriks, ...],
    kanan: tuple[KolomMatriks, ...],
    tabel: pd.DataFrame,
    ulang: float,
) -> list[float]:
    """Widths that make the paper break between the two halves: both pages equally wide, with
    the repeated column counted on the second."""
    w_kiri, w_kanan = fit_angka(kiri, tabel), fit_angka(kanan, tabel)
    total = max(sum(w_kiri), sum(w_kanan) + ulang, LEBAR_F4)
    return level_lebar(kiri, w_kiri, total) + level_lebar(kanan, w_kanan, total - ulang)


def _write_lembar_akumulasi(buku: Buku, bahan: Bahan, tabel: pd.DataFrame) -> None:
    isi = build_antar_triwulan(bahan)
    identitas = tabel[["Kode Jabatan", "Jabatan", *_KOLOM_SD]].reset_index(drop=True)
    isi = pd.concat([isi, identitas], axis=1)
    beda = render_beda(list_beda(bahan))
    isi[BEDA] = [beda.get(kode, "") for kode in isi["Kode Indikator"]]
    lembar = buku.build_lembar("Akumulasi", "#1F4E79")
    kiri, kanan, bantu = build_kolom_akumulasi(bahan, beda=bool(beda))
    lembar.apply_lebar(*build_lebar_dua(kiri, kanan, isi, kiri[2].lebar))
    judul = f"Akumulasi Triwulan I–IV Tahun {bahan.tahun}, s.d. Triwulan {bahan.triwulan.romawi}"
    banyak = len(kiri) + len(kanan)
    baris = write_kepala_dua(lembar, bahan, judul, ulang=2, tengah=len(kiri) - 1, akhir=banyak - 1)
    tempat = write_tabel_matriks(lembar, bahan, (*kiri, *kanan), bantu, isi, baris=baris)
    finish_tabel(lembar, tempat, 1, pita=True, lebar=2, kolom_ulang=(2, 2))


_KOLOM_SD = (
    "Indikator", "Satuan", "Polaritas", "Konsolidasi", "Target Tahun", "Target s.d. TW",
    "Realisasi s.d. TW", "Capaian s.d. TW (%)", "Status", "Predikat", "Capaian Tahun (%)", *BATAS,
)  # fmt: skip


def build_kolom_akumulasi(
    bahan: Bahan, *, beda: bool = False
) -> tuple[tuple[KolomMatriks, ...], tuple[KolomMatriks, ...], tuple[str, ...]]:
    """Columns of both pages of the sheet Akumulasi, and its helpers; the last shown one only where
    a FINAL printing says otherwise (`beda`)."""
    siapa = (
        KolomMatriks("Kode Jabatan", 8.5, pita=_SIAPA),
        KolomMatriks("Jabatan", 20, pita=_SIAPA, luwes=True),
        KolomMatriks("Kode Indikator", 9.5, pita=_APA),
        KolomMatriks("Indikator", 30, pita=_APA, luwes=True),
        KolomMatriks("Satuan", 9, ("tengah",), pita=_APA),
        KolomMatriks("Polaritas", 7.5, ("tengah",), pita=_APA),
        KolomMatriks("Konsolidasi", 9, ("tengah",), pita=_APA),
        KolomMatriks("Target Tahun", 9, ANGKA, pita=_APA),
    )
    tw = [_build_kolom_tw(t) for t in Triwulan]
    pita = f"Sampai dengan Triwulan {bahan.triwulan.romawi}"
    sd = (
        KolomMatriks("Target s.d. TW", 9, ANGKA, pita=pita),
        KolomMatriks("Realisasi s.d. TW", 9, ANGKA, pita=pita),
        KolomMatriks("Capaian s.d. TW (%)", 9, PERSEN, pita=pita),
        KolomMatriks("Status", 11, ("tengah",), pita=pita),
        KolomMatriks("Predikat", 10, ("tengah",), pita=pita),
        KolomMatriks("Capaian Tahun (%)", 9, PERSEN, pita=pita),
        *((KolomMatriks(BEDA, 42, pita="Cetakan FINAL"),) if beda else ()),
    )
    bantu = [f"TW {t.romawi} {k}" for t in Triwulan for k in ("Batas Bawah", "Batas Atas")]
    return (*siapa, *tw[0], *tw[1]), (*tw[2], *tw[3], *sd), (*bantu, *BATAS[2:])


def _build_kolom_tw(triwulan: Triwulan) -> tuple[KolomMatriks, ...]:
    gaya = {"Status": ("tengah",), "Capaian (%)": PERSEN}
    lebar = {"Status": 11.0}
    return tuple(
        KolomMatriks(
            f"{k} TW {triwulan.romawi}".replace(" (%) ", " ") + (" (%)" if "%" in k else ""),
            lebar.get(k, 8.5),
            gaya.get(k, ANGKA),
            isi=f"TW {triwulan.romawi} {k}",
            pita=f"Triwulan {triwulan.romawi}",
        )
        for k in ("Target", "Realisasi", "Capaian (%)", "Status")
    )


def _write_lembar_level(buku: Buku, bahan: Bahan, tabel: pd.DataFrame, skor: pd.DataFrame) -> None:
    siapa = (KolomMatriks("Unit", 14), KolomMatriks("Jabatan", 18), KolomMatriks("Pemangku", 15))
    per_level = {b["Level"]: b for b in read_baris(build_skor_level(bahan, skor))}
    for level in Level:
        milik = tabel[tabel["Level"] == level.value]
        if len(milik):
            judul = f"Capaian Level {level.value}"
            _write_lembar_ringkas(
                buku, bahan, level.value, judul, (*siapa, *RINGKAS), milik, per_level[level.value]
            )


def _write_lembar_unit(buku: Buku, bahan: Bahan, tabel: pd.DataFrame, skor: pd.DataFrame) -> None:
    siapa = (KolomMatriks("Level", 10), KolomMatriks("Jabatan", 20), KolomMatriks("Pemangku", 16))
    for baris in read_baris(build_skor_unit(bahan, skor)):
        milik = tabel[tabel["Kode Unit"] == baris["Kode Unit"]]
        if len(milik):
            nama = str(baris["Unit"])
            _write_lembar_ringkas(
                buku, bahan, nama, f"Capaian {nama}", (*siapa, *RINGKAS), milik, baris
            )


def _write_lembar_ringkas(
    buku: Buku,
    bahan: Bahan,
    nama: str,
    judul: str,
    kolom: tuple[KolomMatriks, ...],
    milik: pd.DataFrame,
    skor: dict[str, object],
) -> None:
    lembar = buku.build_lembar(nama)
    lembar.apply_lebar(*level_lebar(kolom, fit_angka(kolom, milik), LEBAR_F4))
    judul = f"{judul} s.d. Triwulan {bahan.triwulan.romawi} Tahun {bahan.tahun}"
    baris = write_kepala(lembar, bahan, judul, render_skor(skor), akhir=len(kolom) - 1)
    tempat = write_tabel_matriks(lembar, bahan, kolom, BANTU_RINGKAS, milik, baris=baris)
    finish_tabel(lembar, tempat, 0)
