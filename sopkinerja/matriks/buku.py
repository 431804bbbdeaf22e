"""Matriks Akumulasi as a workbook: the matrix, the year side by side, a summary, levels, units."""

from __future__ import annotations

from pathlib import Path
from typing import BinaryIO

import pandas as pd

from sopkinerja.istilah import Level, Triwulan
from sopkinerja.lembar.gaya import Buku, Lembar, build_buku
from sopkinerja.lembar.tata import KolomTabel, write_judul, write_tabel
from sopkinerja.matriks.akumulasi import BATAS, build_akumulasi, build_antar_triwulan
from sopkinerja.matriks.cetakan import build_cetakan
from sopkinerja.matriks.model import Bahan
from sopkinerja.matriks.nilai import build_skor_jabatan, build_skor_level, build_skor_unit
from sopkinerja.matriks.ringkasan import write_ringkasan
from sopkinerja.matriks.tabel import (
    KolomMatriks,
    TempatTabel,
    fit_angka,
    level_lebar,
    read_baris,
    write_tabel_matriks,
)
from sopkinerja.temuan import Tingkat
from sopkinerja.tulisan import render_angka

_SIAPA, _APA = "Jabatan", "Indikator"
ANGKA = ("kanan", "pas")
PERSEN = ("persen", "pas")

KIRI = (
    KolomMatriks("Kode Jabatan", 8.5, pita=_SIAPA),
    KolomMatriks("Level", 11.5, pita=_SIAPA),
    KolomMatriks("Unit", 13, pita=_SIAPA),
    KolomMatriks("Jabatan", 15, pita=_SIAPA),
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
    KolomMatriks("Keterangan", 12, pita="Sampai dengan triwulan ini"),
    KolomMatriks("Predikat", 9, ("tengah",), pita="Sampai dengan triwulan ini"),
    KolomMatriks("Target Tahun", 8, ANGKA, pita="Setahun"),
    KolomMatriks("Capaian Tahun (%)", 8, PERSEN, pita="Setahun"),
    KolomMatriks("Hambatan/Kegagalan", 26, pita="Penjelasan dan bukti", luwes=True),
    KolomMatriks("Rekomendasi", 26, pita="Penjelasan dan bukti", luwes=True),
    KolomMatriks("Bukti Dukung", 15, pita="Penjelasan dan bukti"),
    KolomMatriks("Sumber", 16, pita="Penjelasan dan bukti"),
)
"""The second page: s.d. this triwulan, the year, words and sources."""

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
    KolomMatriks("Predikat", 9, ("tengah",)),
    KolomMatriks("Keterangan", 11),
    KolomMatriks("Hambatan/Kegagalan", 24, luwes=True),
    KolomMatriks("Rekomendasi", 24, luwes=True),
)
BANTU_RINGKAS = ("Polaritas", "Batas Bawah s.d. TW", "Batas Atas s.d. TW", "Nilai Terburuk")
LEBAR_F4 = 165.0
"""Characters that one landscape page takes at a scale that still reads well."""


def write_matriks(bahan: Bahan, tujuan: BinaryIO | Path) -> None:
    """The whole workbook; sheets Matriks, Akumulasi, Ringkasan, one per level, one per unit,
    Temuan."""
    tabel = build_akumulasi(bahan)
    skor = build_skor_jabatan(bahan, tabel)
    judul = f"Matriks Akumulasi Hasil Kinerja Triwulan {bahan.triwulan.romawi} Tahun {bahan.tahun}"
    with build_buku(tujuan, build_cetakan(bahan), judul, bahan.opd.nama) as buku:
        _write_lembar_matriks(buku, bahan, tabel, judul)
        _write_lembar_akumulasi(buku, bahan, tabel)
        write_ringkasan(buku, bahan, tabel, skor)
        _write_lembar_level(buku, bahan, tabel, skor)
        _write_lembar_unit(buku, bahan, tabel, skor)
        _write_lembar_temuan(buku, bahan)


def write_kepala(lembar: Lembar, bahan: Bahan, judul: str, *sub: str, akhir: int) -> int:
    """Title block of a table sheet; the next free row."""
    opd = f"{bahan.opd.nama} · {bahan.opd.pemda}"
    return write_judul(lembar, judul.upper(), opd, lembar.buku.cetakan.render(), *sub, akhir=akhir)


def write_kepala_dua(
    lembar: Lembar, bahan: Bahan, judul: str, *, ulang: int, tengah: int, akhir: int
) -> int:
    """Title block of a sheet two pages wide: state on the left of the repeated column `ulang`,
    the title on each page (the first ends at column `tengah`); the next free row."""
    cetakan = lembar.buku.cetakan
    opd = f"{bahan.opd.nama} · {bahan.opd.pemda}"
    sop = f"SOP Nomor {bahan.opd.nomor_sop}" if bahan.opd.nomor_sop else ""
    lembar.merge(0, 0, ulang - 1, cetakan.tanda, "stempel")
    lembar.merge(1, 0, ulang - 1, f"Cetakan ke-{cetakan.nomor}", "keterangan", "tengah")
    lembar.merge(2, 0, ulang - 1, sop, "keterangan", "tengah")
    for awal, ujung, lanjut in ((ulang + 1, tengah, ""), (tengah + 1, akhir, " (lanjutan)")):
        lembar.merge(0, awal, ujung, judul.upper() + lanjut, "judul")
        lembar.merge(1, awal, ujung, opd, "subjudul")
        lembar.merge(2, awal, ujung, cetakan.render(), "keterangan", "tengah")
    lembar.apply_tinggi_baris(0, 22)
    return 3


def finish_tabel(lembar: Lembar, tempat: TempatTabel, kolom_beku: int, **halaman: object) -> None:
    """Panes frozen under the headings, page set up with the headings repeated."""
    lembar.ws.freeze_panes(tempat.awal, kolom_beku)
    pita = tempat.kepala - int(bool(halaman.pop("pita", False)))
    lembar.apply_halaman(ulang=(pita, tempat.kepala), **halaman)  # type: ignore[arg-type]


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
    lembar = buku.build_lembar("Akumulasi", "#1F4E79")
    kiri, kanan, bantu = build_kolom_akumulasi(bahan)
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
    bahan: Bahan,
) -> tuple[tuple[KolomMatriks, ...], tuple[KolomMatriks, ...], tuple[str, ...]]:
    """Columns of both pages of the sheet Akumulasi, and its helpers."""
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


def render_skor(skor: dict[str, object]) -> str:
    """`Rata-rata capaian s.d. TW: 95,30 (Sangat Tinggi), 12 dari 14 jabatan · …`."""
    nilai = skor["Skor (%)"]
    n, m = skor["Dengan Skor"], skor["Jumlah Jabatan"]
    indikator = f"{skor['Dinilai']} dari {skor['Jumlah Indikator']} indikator dinilai"
    if not isinstance(nilai, float):
        return f"Belum ada capaian s.d. TW yang dapat dinilai (0 dari {m} jabatan) · {indikator}"
    angka = render_angka(nilai, 2)
    return f"Rata-rata capaian s.d. TW: {angka} ({skor['Predikat']}), {n} dari {m} jabatan · {indikator}"


def _write_lembar_temuan(buku: Buku, bahan: Bahan) -> None:
    lembar = buku.build_lembar("Temuan")
    kolom = (
        KolomTabel("No", 5, ("tengah",)),
        KolomTabel("Kode Jabatan", 10),
        KolomTabel("Jabatan", 26),
        KolomTabel("Perihal", 24),
        KolomTabel("Peringatan", 50),
        KolomTabel("Letak", 14),
        KolomTabel("Berkas", 26),
    )
    lembar.apply_lebar(*(k.lebar for k in kolom))
    judul = f"Peringatan pada Laporan yang Diterima, Triwulan {bahan.triwulan.romawi} {bahan.tahun}"
    baris = write_kepala(lembar, bahan, judul, akhir=len(kolom) - 1)
    isi = _build_temuan(bahan)
    kosong = "Tidak ada peringatan pada laporan yang diterima."
    akhir = write_tabel(lembar, kolom, isi, baris=baris, lebar=False, kosong=kosong)
    finish_tabel(lembar, TempatTabel(baris, baris + 1, akhir - 1, len(kolom) - 1), 0)


def _build_temuan(bahan: Bahan) -> list[tuple[str | int, ...]]:
    nama = {j.kode: j.nama for j in bahan.jabatan}
    hasil: list[tuple[str | int, ...]] = []
    for (kode, tw), terima in sorted(bahan.terima.items()):
        for t in terima.peringatan if tw is bahan.triwulan else ():
            letak = "!".join(b for b in (t.letak.lembar, t.letak.sel) if b)
            if t.tingkat is not Tingkat.INFO:
                isi = (kode, nama.get(kode, ""), t.kode.jenis.judul, t.pesan, letak)
                hasil.append((len(hasil) + 1, *isi, terima.nama_berkas))
    return hasil
