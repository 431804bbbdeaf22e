"""Row 6: the LHE Internal of a triwulan, one workbook for those who must decide and sign."""

from __future__ import annotations

from pathlib import Path
from typing import BinaryIO

from sopkinerja.cetak.tulis import build_buku
from sopkinerja.istilah import Triwulan
from sopkinerja.lhe.anggaran import write_anggaran
from sopkinerja.lhe.antar import write_antar
from sopkinerja.lhe.capaian import write_iku, write_kurang, write_level, write_unit
from sopkinerja.lhe.halaman import render_judul
from sopkinerja.lhe.hambatan import write_hambatan, write_hambatan_tahun
from sopkinerja.lhe.kepatuhan import write_kepatuhan
from sopkinerja.lhe.kepatuhan_tahun import write_kepatuhan_tahun
from sopkinerja.lhe.menyusul import write_menyusul
from sopkinerja.lhe.pengesahan import write_pengesahan_lhe
from sopkinerja.lhe.penyesuaian import write_penyesuaian
from sopkinerja.lhe.pokok import build_pokok_lalu
from sopkinerja.lhe.ringkasan import write_ringkasan
from sopkinerja.lhe.sampul import build_isi_tahun, list_isi, write_sampul
from sopkinerja.lhe.sumber import write_sumber
from sopkinerja.lhe.tindak import write_tindak_lanjut
from sopkinerja.matriks.cetakan import build_cetakan
from sopkinerja.matriks.model import Bahan
from sopkinerja.matriks.perubahan_pk import write_perubahan_pk


def write_lhe_tahun(bahan: Bahan, tujuan: Path | BinaryIO) -> None:
    """LHE Internal Tahun <tahun>; `bahan` is of TW IV and speaks of the whole year."""
    semua = build_pokok_lalu(bahan)
    pokok, lalu = semua[Triwulan.IV], semua[Triwulan.III]
    with build_buku(tujuan, build_cetakan(bahan), render_judul(bahan), bahan.opd.nama) as buku:
        write_sampul(buku, bahan, build_isi_tahun(bahan))
        write_ringkasan(buku, semua)
        write_iku(buku, pokok)
        write_level(buku, pokok)
        write_unit(buku, pokok)
        write_kurang(buku, pokok)
        write_hambatan_tahun(buku, semua)
        write_tindak_lanjut(buku, pokok, lalu)
        write_antar(buku, semua)
        write_kepatuhan_tahun(buku, bahan)
        write_anggaran(buku, bahan)
        write_menyusul(buku, pokok)
        write_penyesuaian(buku, bahan)
        write_perubahan_pk(buku, bahan)
        write_pengesahan_lhe(buku, bahan)
        write_sumber(buku, bahan)


def write_lhe(bahan: Bahan, tujuan: Path | BinaryIO) -> None:
    """LHE Internal Triwulan n — Hasil Pengukuran Kinerja, s.d. that triwulan."""
    semua = build_pokok_lalu(bahan)
    pokok = semua[bahan.triwulan]
    lalu = semua[Triwulan(bahan.triwulan - 1)] if bahan.triwulan > Triwulan.I else None
    judul = f"{render_judul(bahan)} {bahan.tahun}"
    with build_buku(tujuan, build_cetakan(bahan), judul, bahan.opd.nama) as buku:
        write_sampul(buku, bahan, list_isi(bahan))
        write_ringkasan(buku, semua)
        write_iku(buku, pokok)
        write_level(buku, pokok)
        write_unit(buku, pokok)
        write_kurang(buku, pokok)
        write_hambatan(buku, pokok)
        write_tindak_lanjut(buku, pokok, lalu)
        write_antar(buku, semua)
        write_kepatuhan(buku, bahan)
        write_anggaran(buku, bahan)
        write_menyusul(buku, pokok)
        write_penyesuaian(buku, bahan)
        write_pengesahan_lhe(buku, bahan)
        write_sumber(buku, bahan)
