"""Row 4: Laporan Hasil Kinerja Triwulan per level jabatan (target, realisasi, hambatan,
rekomendasi), one sheet for each level, jabatan by jabatan."""

from __future__ import annotations

from pathlib import Path
from typing import Any, BinaryIO

import pandas as pd

from sopkinerja.cetak.tata import KolomTabel, write_judul, write_kop, write_pengesahan
from sopkinerja.cetak.tulis import Buku, Lembar, build_buku
from sopkinerja.formulir.papan import render_keadaan
from sopkinerja.istilah import Level
from sopkinerja.matriks.akumulasi import build_akumulasi
from sopkinerja.matriks.cetakan import (
    build_cetakan,
    build_kop,
    build_penanda_opd,
    build_tempat_tanggal,
)
from sopkinerja.matriks.kepala import LEBAR_F4, finish_tabel, write_kepala
from sopkinerja.matriks.model import Bahan
from sopkinerja.matriks.nilai import build_skor_jabatan, build_skor_level
from sopkinerja.matriks.tabel import (
    KolomMatriks,
    TempatTabel,
    build_nama,
    build_sifat_predikat,
    fit_angka,
    level_lebar,
    read_baris,
    write_baris_matriks,
    write_kepala_kolom,
)

ANGKA = ("kanan", "pas")
PERSEN = ("persen", "pas")
KOLOM = (
    KolomMatriks("Kode Indikator", 10),
    KolomMatriks("Sasaran", 24, luwes=True),
    KolomMatriks("Indikator", 26, luwes=True),
    KolomMatriks("Satuan", 9, ("tengah",)),
    KolomMatriks("Target TW", 9, ANGKA),
    KolomMatriks("Realisasi TW", 9, ANGKA),
    KolomMatriks("Capaian TW (%)", 9, PERSEN),
    KolomMatriks("Status TW", 11, ("tengah",)),
    KolomMatriks("Hambatan/Kegagalan", 28, luwes=True),
    KolomMatriks("Rekomendasi", 28, luwes=True),
)
BANTU = ("Polaritas", "Batas Bawah TW", "Batas Atas TW", "Nilai Terburuk")
NAMA = build_nama(KOLOM, BANTU)
AKHIR = len(KOLOM) - 1


def write_laporan_kinerja(bahan: Bahan, tujuan: BinaryIO | Path) -> None:
    """The workbook: sheet Ikhtisar, then one sheet for each level that has jabatan."""
    tabel = build_akumulasi(bahan)
    skor = build_skor_jabatan(bahan, tabel)
    judul = f"Laporan Hasil Kinerja Triwulan {bahan.triwulan.romawi} Tahun {bahan.tahun}"
    with build_buku(tujuan, build_cetakan(bahan), judul, bahan.opd.nama) as buku:
        daftar = [lv for lv in Level if any(j.level is lv for j in bahan.jabatan)]
        _write_ikhtisar(buku, bahan, skor, judul, daftar)
        for level in daftar:
            _write_level(buku, bahan, tabel, skor, level)


IKHTISAR = (
    KolomTabel("Level jabatan", 30),
    KolomTabel("Jabatan", 12, ("tengah",)),
    KolomTabel("Sudah lapor", 14, ("tengah",)),
    KolomTabel("Indikator", 12, ("tengah",)),
    KolomTabel("Dinilai s.d. TW", 16, ("tengah",)),
    KolomTabel("Rata-rata capaian s.d. TW (%)", 20, ("persen",)),
    KolomTabel("Predikat", 18, ("tengah",)),
    KolomTabel("Jabatan dinilai", 18, ("tengah",)),
)


def _write_ikhtisar(
    buku: Buku, bahan: Bahan, skor: pd.DataFrame, judul: str, daftar: list[Level]
) -> None:
    lembar = buku.build_lembar("Ikhtisar", "#1F4E79")
    lembar.apply_lebar(*(k.lebar for k in IKHTISAR))
    akhir = len(IKHTISAR) - 1
    baris = write_kop(lembar, build_kop(bahan), akhir)
    sub = ("per level jabatan", buku.cetakan.render())
    baris = write_judul(lembar, judul.upper(), *sub, akhir=akhir, baris=baris) + 1
    for ke, kolom in enumerate(IKHTISAR):
        lembar.write(baris, ke, kolom.judul, "kepala")
    per_level = {b["Level"]: b for b in read_baris(build_skor_level(bahan, skor))}
    for ke, level in enumerate(daftar, baris + 1):
        _write_baris_ikhtisar(lembar, bahan, ke, level, per_level[level.value])
    tanda = baris + len(daftar) + 2
    kiri, kanan = build_penanda_opd(bahan)
    write_pengesahan(
        lembar, kiri, kanan, baris=tanda, kolom_kiri=(0, 1), kolom_kanan=(5, akhir),
        tempat_tanggal=build_tempat_tanggal(bahan),
    )  # fmt: skip
    lembar.apply_halaman()
    lembar.ws.hide_gridlines(2)


def _write_baris_ikhtisar(
    lembar: Lembar, bahan: Bahan, baris: int, level: Level, skor: dict[str, Any]
) -> None:
    kode = {j.kode for j in bahan.jabatan if j.level is level}
    lapor = len({j for j, t in bahan.terima if t is bahan.triwulan} & kode)
    lembar.write_tautan(baris, 0, level.value.replace("/", "-"), level.value, "sel")
    nilai = (
        len(kode), lapor, skor["Jumlah Indikator"], skor["Dinilai"], skor["Skor (%)"],
        skor["Predikat"], f"{skor['Dengan Skor']} dari {skor['Jumlah Jabatan']}",
    )  # fmt: skip
    for ke, (isi, kolom) in enumerate(zip(nilai, IKHTISAR[1:], strict=True), 1):
        sifat = build_sifat_predikat(isi, bahan.pengaturan) if kolom.judul == "Predikat" else {}
        lembar.write(baris, ke, isi, "sel", *kolom.gaya, **sifat)


def _write_level(
    buku: Buku, bahan: Bahan, tabel: pd.DataFrame, skor: pd.DataFrame, level: Level
) -> None:
    lembar = buku.build_lembar(level.value)
    milik = tabel[tabel["Level"] == level.value]
    lembar.apply_lebar(*level_lebar(KOLOM, fit_angka(KOLOM, milik), LEBAR_F4))
    romawi = bahan.triwulan.romawi
    judul = f"Laporan Hasil Kinerja Triwulan {romawi} Tahun {bahan.tahun}, Level {level.value}"
    kepala = baris = write_kepala(lembar, bahan, judul, akhir=AKHIR)
    write_kepala_kolom(lembar, KOLOM, BANTU, baris)
    for jabatan in read_baris(skor[skor["Level"] == level.value]):
        baris = _write_jabatan(lembar, bahan, milik, jabatan, baris + 1)
    lembar.apply_sembunyi(len(KOLOM), len(NAMA) - 1)
    kiri, kanan = build_penanda_opd(bahan)
    ujung = write_pengesahan(
        lembar, kiri, kanan, baris=baris + 2, kolom_kiri=(0, 2), kolom_kanan=(AKHIR - 1, AKHIR),
        tempat_tanggal=build_tempat_tanggal(bahan),
    )  # fmt: skip
    finish_tabel(lembar, TempatTabel(kepala, kepala + 1, ujung - 1, AKHIR))


def _write_jabatan(
    lembar: Lembar, bahan: Bahan, milik: pd.DataFrame, jabatan: dict[str, Any], baris: int
) -> int:
    """A band that names the jabatan, its rows; the last row written."""
    kode = jabatan["Kode Jabatan"]
    status = next((s for s in bahan.status if s.kode == kode), None)
    bagian = (f"{kode} · {jabatan['Jabatan']}", jabatan["Pemangku"], render_keadaan(status))
    teks = " — ".join(b for b in bagian if b)
    lembar.merge(baris, 0, AKHIR, teks, "sel", "tebal", "kiri", bg_color="#EDF3F8")
    for isi in read_baris(milik[milik["Kode Jabatan"] == kode]):
        baris += 1
        write_baris_matriks(lembar, bahan, baris, KOLOM, NAMA, isi)
    if not jabatan["Jumlah Indikator"]:
        baris += 1
        lembar.merge(baris, 0, AKHIR, "Belum ada mandat.", "sel", "miring", "redup")
    return baris
