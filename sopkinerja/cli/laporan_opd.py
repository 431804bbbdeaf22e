"""Rows 5 and 6: matrix and LHE."""

from __future__ import annotations

import datetime as dt
import sys
from functools import partial
from typing import TYPE_CHECKING

import click

from sopkinerja import tampilan
from sopkinerja.cli.dasar import (
    check_alasan,
    main,
    open_agenda,
    pilihan_alasan,
    pilihan_tahun,
    pilihan_tanggal,
    pilihan_tetap,
    pilihan_triwulan,
    read_referensi,
)
from sopkinerja.cli.pdf import hand_out_pdf, pilihan_pdf
from sopkinerja.istilah import JenisLampiran, Triwulan
from sopkinerja.layar import print_baris
from sopkinerja.ruang import Ruang, build_waktu
from sopkinerja.triwulan.tahun import find_triwulan

if TYPE_CHECKING:
    from sopkinerja.agenda.agenda import Agenda
    from sopkinerja.agenda.cetakan import CetakanTercatat
    from sopkinerja.matriks.model import Bahan

REKAP = "{n} Rekap Bawahan di {folder}: kirim kepada tiap atasan, untuk dibaca dan ditindaklanjuti"
SEBELUM_RAPAT = " sebelum Rapat Monev"
RAPAT_TETAP = (
    "Rapat Monev {masa} sudah diadakan dan hasilnya tetap berlaku: formulirnya tidak ditulis lagi. Bila "
    "ada yang perlu ditambahkan, isi formulir yang sudah ada dan taruh di inbox/."
)
RAPAT_LAGI = (
    "Hasil Rapat Monev {masa} sudah diterima dan sudah terisi di formulirnya; tidak perlu diisi lagi, "
    "kecuali ada yang ditambahkan."
)
"""What is said of a meeting whose results are in."""


@main.command()
@pilihan_triwulan()
@pilihan_tahun
@pilihan_tetap
@pilihan_alasan
@pilihan_tanggal("Tanggal cetak")
@pilihan_pdf
@click.pass_obj
def matriks(
    ruang: Ruang, triwulan: Triwulan, tahun: int | None, tetap: bool, alasan: str,
    tanggal: dt.date | None, pdf: bool,
) -> None:  # fmt: skip
    """Baris 5: Matriks Akumulasi, Laporan Kinerja per level, formulir Rapat Monev.

    Contoh: sopkinerja matriks -t 1
    """
    from sopkinerja.agenda.indeks import write_indeks
    from sopkinerja.lhe.diminta import build_pilihan
    from sopkinerja.matriks.bahan import build_bahan
    from sopkinerja.matriks.matriks import build_matriks
    from sopkinerja.matriks.terbit import issue_matriks, issue_rekap_bawahan
    from sopkinerja.matriks.tercetak import build_setahun
    from sopkinerja.rapat.terbit import issue_rapat
    from sopkinerja.triwulan.dini import check_dini

    check_alasan(tetap, alasan)
    pengaturan = ruang.read_pengaturan()
    waktu = build_waktu(tanggal)
    cari = partial(find_triwulan, triwulan=triwulan, tanggal=waktu.date())
    referensi = read_referensi(ruang, tahun, cari)
    with open_agenda(ruang) as agenda:
        nomor = agenda.build_nomor_cetakan("Matriks_Akumulasi", referensi.opd.tahun, triwulan)
        bahan = build_bahan(agenda, referensi, triwulan, waktu, pengaturan, nomor)
        bahan = check_dini(agenda, bahan, "matriks", alasan, tetap=tetap)
        isi = build_matriks(bahan)
        setahun = build_setahun(isi)
        diminta = tuple(build_pilihan(setahun))
        pernah_tutup = triwulan in agenda.read_pernah_tutup(bahan.tahun)
        with agenda.transaksi():
            hasil = [*issue_matriks(ruang, agenda, isi)]
            if not (bahan.rapat and pernah_tutup):
                hasil.append(issue_rapat(ruang, agenda, setahun, diminta))
        write_indeks(ruang, agenda)
        rekap = issue_rekap_bawahan(ruang, agenda, isi)
    for berkas in hasil:
        print_baris(ruang.build_jalur(berkas))
    if rekap:
        folder = ruang.build_jalur(rekap[0].parent)
        print_baris(
            REKAP.format(n=len(rekap), folder=folder) + SEBELUM_RAPAT * (bahan.rapat is None)
        )
    lengkap = not pdf or hand_out_pdf(ruang, hasil)
    if bahan.rapat:
        kata = RAPAT_TETAP if pernah_tutup else RAPAT_LAGI
        print_baris(kata.format(masa=f"TW {triwulan.romawi} {bahan.tahun}"))
    tampilan.print_lanjut(
        *_build_lanjut_matriks(bahan, is_dibuka=pernah_tutup and not bahan.is_final)
    )
    if not lengkap:
        sys.exit(1)


def _build_lanjut_matriks(bahan: Bahan, *, is_dibuka: bool) -> tuple[str, ...]:
    """The meeting, once; then the LHE, and of a reopened triwulan the closing that prints all of it."""
    tw = bahan.triwulan.value
    if bahan.rapat is None:
        return (
            "Isi formulir Rapat Monev sesudah rapat, taruh di inbox/, lalu: sopkinerja terima",
            f"Sesudah formulir itu diterima: sopkinerja lhe -t {tw}",
        )
    if is_dibuka:
        return (f"Semuanya dicetak FINAL saat menutup: sopkinerja tutup -t {tw}",)
    return (f"Rapat Monev sudah diterima; cetak LHE-nya: sopkinerja lhe -t {tw}",)


@main.command()
@pilihan_triwulan()
@pilihan_tahun
@pilihan_tetap
@pilihan_alasan
@pilihan_tanggal("Tanggal cetak")
@pilihan_pdf
@click.pass_obj
def lhe(
    ruang: Ruang, triwulan: Triwulan, tahun: int | None, tetap: bool, alasan: str,
    tanggal: dt.date | None, pdf: bool,
) -> None:  # fmt: skip
    """Baris 6: LHE Internal Triwulan dan Evaluasi Renja untuk Bappeda.

    Sebelum triwulannya ditutup keduanya SEMENTARA, untuk dibaca dan diperiksa; yang ditandatangani
    adalah yang FINAL, dicetak oleh tutup. Yang sudah ditandatangani dan dilampirkan tidak dicetak
    lagi.

    Contoh: sopkinerja lhe -t 1 --pdf
    """
    from sopkinerja.agenda.cetakan import render_cetakan, save_cetakan
    from sopkinerja.agenda.indeks import write_indeks
    from sopkinerja.lhe.buku import write_lhe
    from sopkinerja.lhe.evaluasi_renja_buku import write_evaluasi_renja
    from sopkinerja.lhe.sampul import find_mundur
    from sopkinerja.matriks.bahan import build_bahan
    from sopkinerja.matriks.matriks import build_matriks
    from sopkinerja.matriks.tercetak import apply_nomor_setahun, build_setahun
    from sopkinerja.rapat.tindak_lanjut import apply_tahun_lalu
    from sopkinerja.triwulan.dini import check_dini
    from sopkinerja.triwulan.tanda_tangan import find_bertanda, is_bertanda

    check_alasan(tetap, alasan)
    pengaturan = ruang.read_pengaturan()
    waktu = build_waktu(tanggal)
    cari = partial(find_triwulan, triwulan=triwulan, tanggal=waktu.date())
    referensi = read_referensi(ruang, tahun, cari)
    with open_agenda(ruang) as agenda:
        if bertanda := find_bertanda(agenda, referensi.opd.tahun, triwulan):
            _print_bertanda(ruang, agenda, bertanda, pdf=pdf)
            return
        nomor = agenda.build_nomor_cetakan("LHE", referensi.opd.tahun, triwulan)
        bahan = build_bahan(agenda, referensi, triwulan, waktu, pengaturan, nomor)
        bahan = check_dini(agenda, bahan, "lhe", alasan, tetap=tetap)
        if mundur := find_mundur(bahan):
            print_baris(f"! {mundur}", err=True)
        isi = build_setahun(build_matriks(apply_tahun_lalu(agenda, bahan)))
        nomor = agenda.build_nomor_cetakan("Evaluasi_Renja", bahan.tahun, triwulan)
        renja = apply_nomor_setahun(isi, nomor)
        siap = [render_cetakan(bahan, "LHE", partial(write_lhe, isi))]
        if not is_bertanda(agenda, bahan.tahun, triwulan, JenisLampiran.EVALUASI_RENJA):
            tulis = partial(write_evaluasi_renja, renja)
            siap.append(render_cetakan(renja.bahan, "Evaluasi_Renja", tulis))
        with agenda.transaksi():
            hasil = [save_cetakan(ruang, agenda, s) for s in siap]
        write_indeks(ruang, agenda)
    for berkas in hasil:
        print_baris(ruang.build_jalur(berkas))
    lengkap = not pdf or hand_out_pdf(ruang, hasil)
    tampilan.print_lanjut(*_build_lanjut_lhe(triwulan, is_final=bahan.is_final))
    if not lengkap:
        sys.exit(1)


def _build_lanjut_lhe(triwulan: Triwulan, *, is_final: bool) -> tuple[str, ...]:
    """A SEMENTARA is read and closed, a FINAL is signed."""
    if is_final:
        return (
            "Cetak LHE FINAL (tabel lampirannya dibaca di buku kerja) dan Evaluasi Renja untuk "
            f"ditandatangani; sesudah dipindai: sopkinerja lampirkan FILE --sebagai lhe -t {triwulan.value}",
        )
    return (
        "LHE ini SEMENTARA, untuk dibaca dan diperiksa Kepala Dinas; belum untuk ditandatangani.",
        "LHE FINAL yang ditandatangani dicetak saat menutup; bila ini sudah disetujui: "
        f"sopkinerja tutup -t {triwulan.value}",
    )


def _print_bertanda(
    ruang: Ruang, agenda: Agenda, bertanda: list[CetakanTercatat], *, pdf: bool
) -> None:
    """The signed printings stay as they are; one that has no PDF yet gets it where it is asked."""
    from sopkinerja.triwulan.tanda_tangan import restore_bertanda

    with agenda.transaksi():
        hasil = restore_bertanda(ruang, agenda, bertanda)
    for berkas in hasil:
        print_baris(ruang.build_jalur(berkas))
    tanpa = [b for b in hasil if not b.with_suffix(".pdf").exists()]
    lengkap = not pdf or not tanpa or hand_out_pdf(ruang, tanpa)
    tw = bertanda[0].triwulan
    tampilan.print_lanjut(
        "LHE FINAL ini sudah ditandatangani dan pindaiannya disimpan, jadi tidak dicetak lagi. Bila "
        f'angkanya harus berubah: sopkinerja buka -t {tw} --alasan "…"'
    )
    if not lengkap:
        sys.exit(1)
