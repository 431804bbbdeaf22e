"""LAKIP_<tahun>: the year's figures as SOP LAKIP needs them."""

from __future__ import annotations

from pathlib import Path
from typing import BinaryIO

from sopkinerja.cetak.tulis import Buku
from sopkinerja.istilah import Level
from sopkinerja.lhe.capaian import KANAN, PERSEN_TEBAL, TENGAH, build_baris_capaian
from sopkinerja.lhe.efisiensi import write_efisiensi
from sopkinerja.lhe.halaman import NOMOR, build_halaman, write_isi
from sopkinerja.lhe.keberhasilan import NAMA as NAMA_KEBERHASILAN
from sopkinerja.lhe.keberhasilan import write_keberhasilan
from sopkinerja.lhe.lakip_definisi import NAMA as NAMA_DEFINISI
from sopkinerja.lhe.lakip_definisi import write_definisi
from sopkinerja.lhe.lakip_lalu import write_lalu
from sopkinerja.lhe.lakip_program import write_program
from sopkinerja.lhe.lakip_renstra import write_renstra
from sopkinerja.lhe.lakip_sebab import NAMA as NAMA_SEBAB
from sopkinerja.lhe.lakip_sebab import write_sebab
from sopkinerja.lhe.lembar import LembarBuku, write_buku
from sopkinerja.lhe.pengesahan import write_pengesahan_tahun
from sopkinerja.lhe.sasaran import write_sasaran
from sopkinerja.matriks import kolom as k
from sopkinerja.matriks.baris import BarisMatriks
from sopkinerja.matriks.matriks import Matriks
from sopkinerja.matriks.model import Bahan
from sopkinerja.matriks.tercetak import Setahun

LEVEL = (Level.KEPALA_DINAS, Level.KABID)
"""Whose indicators a LAKIP speaks of: those of the OPD and of its programs."""
KOLOM_CAPAIAN = (
    NOMOR,
    k.SASARAN.apply(36),
    k.KODE.apply(11),
    k.INDIKATOR.apply(40),
    k.SATUAN.apply(10),
    k.TARGET_TAHUN.apply(13, KANAN),
    k.REALISASI_SD.apply(13, KANAN, "Realisasi Tahun"),
    k.CAPAIAN_TAHUN.apply(12, PERSEN_TEBAL),
    k.PREDIKAT.apply(12, TENGAH),
    k.CATATAN.apply(20),
)


def write_lakip(setahun: Setahun, tujuan: Path | BinaryIO) -> None:
    """The workbook of a year; the matrix is of TW IV and speaks of the whole year."""
    judul = render_judul(setahun.bahan)
    write_buku(setahun, tujuan, judul, LEMBAR, (judul, setahun.bahan.opd.nama))


def render_judul(bahan: Bahan) -> str:
    """`Bahan LAKIP Tahun 2026`."""
    return f"Bahan LAKIP Tahun {bahan.tahun}"


def find_milik(matriks: Matriks) -> tuple[BarisMatriks, ...]:
    """The rows of Kepala Dinas and Kabid."""
    return tuple(b for b in matriks.baris if b.level in LEVEL)


def _write_sasaran(buku: Buku, matriks: Matriks) -> None:
    lembar, baris = write_sasaran(buku, matriks, render_judul(matriks.bahan))
    write_program(lembar, matriks, baris + 1)


def _write_capaian(buku: Buku, matriks: Matriks) -> None:
    kolom, milik = KOLOM_CAPAIAN, find_milik(matriks)
    ada = [b for b in milik if b.capaian is not None]
    tercapai = sum(not b.is_kurang for b in ada)
    bolong = sum(bool(b.tidak_lengkap) for b in ada)
    ekor = f" {bolong} angka tidak lengkap (lihat Keterangan)." if bolong else ""
    kalimat = (
        f"Dari {len(milik)} indikator Kepala Dinas dan Kabid, {len(ada)} dapat dinilai terhadap "
        f"target tahun; {tercapai} mencapainya.{ekor}"
    )
    lembar, baris = build_halaman(
        buku, matriks.bahan, "Target dan Realisasi", "Target, Realisasi, dan Capaian Kinerja",
        kalimat, kolom, laporan=render_judul(matriks.bahan),
    )  # fmt: skip
    isi = (build_baris_capaian(matriks, kolom, n, b) for n, b in enumerate(milik, 1))
    write_isi(lembar, kolom, isi, baris, kosong="Tidak ada indikator.")


LEMBAR = (
    LembarBuku(
        "Capaian Sasaran",
        "rata-rata capaian indikator Kepala Dinas setiap sasaran, dan programnya",
        lambda buku, s: _write_sasaran(buku, s.matriks),
    ),
    LembarBuku(
        "Target dan Realisasi",
        "setiap indikator: target, realisasi, capaian, predikat",
        lambda buku, s: _write_capaian(buku, s.matriks),
    ),
    LembarBuku(
        "Tahun Lalu",
        "realisasi tahun ini terhadap tahun lalu dan tahun-tahun sebelumnya",
        lambda buku, s: write_lalu(buku, find_milik(s.matriks), s.matriks, render_judul(s.bahan)),
    ),
    LembarBuku(
        "Renstra",
        "realisasi terhadap target Renstra dan standar nasional",
        lambda buku, s: write_renstra(buku, s.matriks, render_judul(s.bahan)),
    ),
    LembarBuku(
        NAMA_KEBERHASILAN,
        "mengapa target tercapai, dari keempat triwulan",
        lambda buku, s: write_keberhasilan(buku, s, render_judul(s.bahan), LEVEL),
    ),
    LembarBuku(
        NAMA_SEBAB,
        "mengapa target tahun tidak dicapai, apa yang diusulkan; lalu hambatan lain",
        lambda buku, s: write_sebab(buku, s, render_judul(s.bahan)),
    ),
    LembarBuku(
        "Anggaran dan Efisiensi",
        "pagu, realisasi, serapan, dan capaian",
        lambda buku, s: write_efisiensi(buku, s.matriks, render_judul(s.bahan)),
    ),
    LembarBuku(
        NAMA_DEFINISI,
        "apa yang diukur setiap indikator, dan sumber datanya (untuk layar)",
        lambda buku, s: write_definisi(buku, s.matriks, render_judul(s.bahan)),
    ),
    LembarBuku(
        "Pengesahan",
        "aturan hitung dan tanda tangan",
        lambda buku, s: write_pengesahan_tahun(buku, s.bahan, render_judul(s.bahan)),
    ),
)
"""The sheets after the cover."""
