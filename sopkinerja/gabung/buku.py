"""The two workbooks of a pemda: its matrix, and its LHE."""

from __future__ import annotations

from typing import BinaryIO

from sopkinerja.cetak.daftar_isi import ButirIsi, build_daftar_isi, write_daftar_isi
from sopkinerja.cetak.gaya import Kaki
from sopkinerja.cetak.lipat import fold_kolom
from sopkinerja.cetak.tabel import KolomCetak, write_baris, write_kepala_kolom, write_pita
from sopkinerja.cetak.tata import Penandatangan, write_kepala_layar
from sopkinerja.cetak.tulis import Buku, build_buku
from sopkinerja.gabung.kolom import take_kolom
from sopkinerja.gabung.lembar import (
    write_bersama,
    write_iku,
    write_level,
    write_luar,
    write_opd,
    write_sebab,
    write_sumber,
)
from sopkinerja.gabung.model import KinerjaPemda
from sopkinerja.gabung.ringkasan import write_ringkasan
from sopkinerja.gabung.teks import render_judul
from sopkinerja.matriks.lembar_matriks import BEKU, JUDUL, KOLOM, LIPATAN
from sopkinerja.tulisan import render_waktu

OPD: KolomCetak = KolomCetak("OPD", 22, pita="OPD")
ISI = {
    "Matriks": "setiap indikator setiap jabatan semua OPD, sebagaimana dicetak FINAL",
    "Capaian OPD": "skor kelima level setiap OPD berdampingan",
    "Tidak Dihitung": "OPD yang belum menutup atau tidak terbaca, dan apa yang perlu dilakukan",
    "Sumber Data": "ruang kerja atau bundel asal setiap OPD, SHA-256, hari ditutup",
}


def build_kaki(gabungan: KinerjaPemda) -> Kaki:
    """The footer: state, as of when, how many OPD."""
    kiri = f"{gabungan.tanda} · per {render_waktu(gabungan.waktu)}"
    return Kaki(kiri, f"{len(gabungan.opd)} dari {gabungan.jumlah} OPD", gabungan.waktu)


def write_lhe_pemda(gabungan: KinerjaPemda, sah: Penandatangan, tujuan: BinaryIO) -> None:
    """The LHE of the pemda; its first sheet is the page that is signed."""
    judul = f"{render_judul(gabungan)} — Hasil Pengukuran Kinerja OPD"
    with build_buku(tujuan, build_kaki(gabungan), judul, gabungan.pemda) as buku:
        write_ringkasan(buku, gabungan, sah)
        for write in (
            write_iku, write_bersama, write_opd, write_level, write_sebab, write_luar, write_sumber,
        ):  # fmt: skip
            write(buku, gabungan)


def write_matriks_pemda(gabungan: KinerjaPemda, tujuan: BinaryIO) -> None:
    """The matrices of all OPD below each other, in the columns of one OPD's."""
    tahun, triwulan = gabungan.periode
    judul = f"Matriks Akumulasi Hasil Kinerja Pemda Triwulan {triwulan.romawi} Tahun {tahun}"
    with build_buku(tujuan, build_kaki(gabungan), judul, gabungan.pemda) as buku:
        daftar = build_daftar_isi(buku)
        _write_matriks(buku, gabungan, judul)
        write_opd(buku, gabungan, dicetak=False)
        write_luar(buku, gabungan)
        write_sumber(buku, gabungan)
        kaki = build_kaki(gabungan)
        baris = write_kepala_layar(
            daftar, f"{judul} · {gabungan.pemda}", f"{kaki.kiri} · {kaki.tengah}"
        )
        butir = [ButirIsi(lb, ISI[lb.nama]) for lb in buku.daftar_lembar[1:]]
        write_daftar_isi(daftar, butir, baris + 1)


def _write_matriks(buku: Buku, gabungan: KinerjaPemda, judul: str) -> None:
    """All rows, to be filtered and sorted on the screen; figures as they were printed, no formula."""
    lembar, kaki = buku.build_lembar("Matriks", "#1F4E79", dicetak=False), build_kaki(gabungan)
    kolom = (OPD, *take_kolom(KOLOM))
    lembar.apply_lebar(*(k.lebar for k in kolom))
    kepala = write_kepala_layar(
        lembar, f"{judul} · {gabungan.pemda}", f"{kaki.kiri} · {kaki.tengah}"
    )
    write_pita(lembar, kolom, kepala)
    baris = kepala = kepala + 1
    write_kepala_kolom(lembar, kolom, kepala, gaya=("kecil",))
    for o in gabungan.opd:
        for b in o.baris:
            baris += 1
            isi = (o.singkatan, *(k.read(b) for k in kolom[1:]))
            write_baris(lembar, kolom, isi, baris, gaya=("kecil",))
    lembar.ws.autofilter(kepala, 0, max(baris, kepala + 1), len(kolom) - 1)
    for awal, akhir in LIPATAN:
        fold_kolom(lembar, JUDUL.index(awal.judul) + 1, JUDUL.index(akhir.judul) + 1)
    lembar.ws.freeze_panes(kepala + 1, BEKU + 1)
    lembar.apply_halaman(ulang=(kepala - 1, kepala))
    lembar.ws.activate()
