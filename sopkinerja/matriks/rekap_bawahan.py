"""For an atasan: which of the direct subordinates have returned, what they report, what holds
them back."""

from __future__ import annotations

from pathlib import Path
from typing import Any, BinaryIO, NamedTuple

import pandas as pd

from sopkinerja.cetak.tata import KolomTabel, write_tabel
from sopkinerja.cetak.tulis import Buku, Lembar, build_buku
from sopkinerja.formulir.papan import render_keadaan
from sopkinerja.istilah import Keadaan
from sopkinerja.matriks.akumulasi import build_akumulasi, find_pemangku
from sopkinerja.matriks.cetakan import build_cetakan
from sopkinerja.matriks.kepala import LEBAR_F4, finish_tabel, write_kepala
from sopkinerja.matriks.model import Bahan, JabatanMatriks
from sopkinerja.matriks.nilai import build_skor_jabatan
from sopkinerja.matriks.peringatan import build_peringatan, write_peringatan
from sopkinerja.matriks.tabel import (
    KolomMatriks,
    TempatTabel,
    build_sifat_predikat,
    fit_angka,
    level_lebar,
    read_baris,
    write_tabel_matriks,
)

ANGKA = ("kanan", "pas")
PERSEN = ("persen", "pas")
BAWAHAN = (
    KolomTabel("No", 5, ("tengah",)),
    KolomTabel("Kode Jabatan", 11),
    KolomTabel("Jabatan", 34),
    KolomTabel("Pemangku", 28),
    KolomTabel("Keadaan laporan", 34),
    KolomTabel("Kiriman", 9, ("tengah",)),
    KolomTabel("Skor s.d. TW (%)", 11, ("persen",)),
    KolomTabel("Predikat", 14, ("tengah",)),
    KolomTabel("Indikator dinilai", 11, ("tengah",)),
    KolomTabel("Peringatan", 11, ("tengah",)),
)
CAPAIAN = (
    KolomMatriks("Jabatan", 20),
    KolomMatriks("Kode Indikator", 10),
    KolomMatriks("Indikator", 26, luwes=True),
    KolomMatriks("Satuan", 9, ("tengah",)),
    KolomMatriks("Target TW", 9, ANGKA),
    KolomMatriks("Realisasi TW", 9, ANGKA),
    KolomMatriks("Capaian TW (%)", 9, PERSEN),
    KolomMatriks("Status TW", 11, ("tengah",)),
    KolomMatriks("Capaian s.d. TW (%)", 9, PERSEN, isi="Capaian s.d. TW (%)"),
    KolomMatriks("Predikat", 10, ("tengah",)),
    KolomMatriks("Hambatan/Kegagalan", 26, luwes=True),
    KolomMatriks("Rekomendasi", 26, luwes=True),
)
BANTU = (
    "Polaritas", "Batas Bawah TW", "Batas Atas TW", "Target s.d. TW", "Realisasi s.d. TW",
    "Batas Bawah s.d. TW", "Batas Atas s.d. TW", "Status", "Nilai Terburuk",
)  # fmt: skip


class Dasar(NamedTuple):
    """What the workbooks of all atasan rest on: the matrix and the scores of every jabatan."""

    tabel: pd.DataFrame
    skor: pd.DataFrame


def build_dasar(bahan: Bahan) -> Dasar:
    """Computed once for many workbooks."""
    tabel = build_akumulasi(bahan)
    return Dasar(tabel, build_skor_jabatan(bahan, tabel))


def write_rekap_bawahan(
    bahan: Bahan, jabatan: str, tujuan: BinaryIO | Path, dasar: Dasar | None = None
) -> None:
    """The workbook of one atasan: sheets Bawahan, Capaian, Peringatan."""
    tabel, skor = dasar or build_dasar(bahan)
    bawahan = [j for j in bahan.jabatan if j.atasan == jabatan]
    kode = {j.kode for j in bawahan}
    judul = f"Rekap Bawahan {jabatan} Triwulan {bahan.triwulan.romawi} Tahun {bahan.tahun}"
    with build_buku(tujuan, build_cetakan(bahan), judul, bahan.opd.nama) as buku:
        _write_bawahan(buku, bahan, jabatan, skor[skor["Kode Jabatan"].isin(kode)])
        _write_capaian(buku, bahan, jabatan, tabel[tabel["Kode Jabatan"].isin(kode)])
        write_peringatan(buku, bahan, "Peringatan", kode)


def _write_bawahan(buku: Buku, bahan: Bahan, jabatan: str, skor: pd.DataFrame) -> None:
    lembar = buku.build_lembar("Bawahan", "#1F4E79")
    lembar.apply_lebar(*(k.lebar for k in BAWAHAN))
    judul = f"Rekap Bawahan, Triwulan {bahan.triwulan.romawi} Tahun {bahan.tahun}"
    akhir = len(BAWAHAN) - 1
    sub = (render_atasan(bahan, jabatan), _render_ringkas(bahan, skor))
    baris = write_kepala(lembar, bahan, judul, *sub, akhir=akhir)
    isi = [_build_baris(bahan, ke, b) for ke, b in enumerate(read_baris(skor), 1)]
    kosong = "Jabatan ini tidak mempunyai bawahan langsung."
    ujung = write_tabel(lembar, BAWAHAN, isi, baris=baris, lebar=False, kosong=kosong)
    for ke, b in enumerate(isi, baris + 1):
        lembar.write(ke, 7, b[7], "sel", "tengah", **build_sifat_predikat(b[7], bahan.pengaturan))
    finish_tabel(lembar, TempatTabel(baris, baris + 1, ujung - 1, akhir))


def render_atasan(bahan: Bahan, jabatan: str) -> str:
    """`Kepala Bidang … — Nama`: whose subordinates these are."""
    atasan = find_jabatan(bahan, jabatan)
    return f"{atasan.nama} — {find_pemangku(atasan, bahan.triwulan)}" if atasan else jabatan


def find_jabatan(bahan: Bahan, kode: str) -> JabatanMatriks | None:
    """The chair of that kode, or None."""
    return next((j for j in bahan.jabatan if j.kode == kode), None)


def _render_ringkas(bahan: Bahan, skor: pd.DataFrame) -> str:
    kode = set(skor["Kode Jabatan"])
    keadaan = [s.keadaan for s in bahan.status if s.kode in kode]
    lapor = sum((k, bahan.triwulan) in bahan.terima for k in kode)
    perlu = len(kode) - keadaan.count(Keadaan.LOWONG)
    return f"Sudah lapor: {lapor} dari {perlu} jabatan yang terisi"


def _build_baris(bahan: Bahan, nomor: int, skor: dict[str, Any]) -> list[Any]:
    kode = skor["Kode Jabatan"]
    status = next((s for s in bahan.status if s.kode == kode), None)
    dinilai = f"{skor['Dinilai']} dari {skor['Jumlah Indikator']}"
    return [
        nomor, kode, skor["Jabatan"], skor["Pemangku"], render_keadaan(status),
        status.kiriman if status else 0, skor["Skor (%)"], skor["Predikat"], dinilai,
        len(build_peringatan(bahan, {kode})),
    ]  # fmt: skip


def _write_capaian(buku: Buku, bahan: Bahan, jabatan: str, milik: pd.DataFrame) -> None:
    lembar: Lembar = buku.build_lembar("Capaian")
    lembar.apply_lebar(*level_lebar(CAPAIAN, fit_angka(CAPAIAN, milik), LEBAR_F4))
    judul = f"Capaian Bawahan, Triwulan {bahan.triwulan.romawi} Tahun {bahan.tahun}"
    sub = render_atasan(bahan, jabatan)
    baris = write_kepala(lembar, bahan, judul, sub, akhir=len(CAPAIAN) - 1)
    tempat = write_tabel_matriks(lembar, bahan, CAPAIAN, BANTU, milik, baris=baris)
    finish_tabel(lembar, tempat)
