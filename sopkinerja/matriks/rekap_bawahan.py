"""For an atasan: which of the direct subordinates have returned, what they report, what holds
them back."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import BinaryIO

from sopkinerja.cetak.halaman import measure_muat
from sopkinerja.cetak.lebar import level_lebar
from sopkinerja.cetak.predikat import build_sifat_predikat
from sopkinerja.cetak.tabel import Isi, KolomCetak, SelCetak, write_tabel
from sopkinerja.cetak.tulis import Buku, build_buku
from sopkinerja.formulir.papan import render_keadaan
from sopkinerja.istilah import Keadaan
from sopkinerja.matriks import kolom as k
from sopkinerja.matriks.akumulasi import find_pemangku
from sopkinerja.matriks.baris import Skor
from sopkinerja.matriks.cetakan import build_cetakan
from sopkinerja.matriks.kepala import finish_tabel, write_kepala
from sopkinerja.matriks.matriks import Matriks
from sopkinerja.matriks.model import Bahan
from sopkinerja.matriks.peringatan import build_peringatan, write_peringatan
from sopkinerja.matriks.tabel import (
    ANGKA,
    PERSEN,
    TempatTabel,
    fit_angka,
    write_tabel_matriks,
)
from sopkinerja.opd.indeks import find_menurut

BAWAHAN = (
    KolomCetak("No", 5, ("tengah",)),
    KolomCetak("Kode Jabatan", 11),
    KolomCetak("Jabatan", 32),
    KolomCetak("Pemangku", 26),
    KolomCetak("Keadaan laporan", 42),
    KolomCetak("Kiriman", 9, ("tengah",)),
    KolomCetak("Skor s.d. TW (%)", 11, ("persen",)),
    KolomCetak("Predikat", 14, ("tengah",)),
    KolomCetak("Indikator dinilai", 11, ("tengah",)),
    KolomCetak("Peringatan", 11, ("tengah",)),
)
CAPAIAN = (
    k.KODE.apply(10),
    k.INDIKATOR.apply(22, luwes=True),
    k.JABATAN.apply(22).with_isi(lambda b: f"{b.jabatan.kode} {b.jabatan.nama}"),
    k.SATUAN.apply(9, ("tengah",)),
    k.TARGET_TW.apply(9, ANGKA),
    k.REALISASI_TW.apply(9, ANGKA),
    k.CAPAIAN_TW.apply(9, PERSEN),
    k.STATUS_TW.apply(12, ("tengah",)),
    k.CAPAIAN_SD.apply(9, PERSEN),
    k.PREDIKAT.apply(12, ("tengah",)),
    k.HAMBATAN.apply(22, luwes=True),
    k.REKOMENDASI.apply(22, luwes=True),
)
BANTU = (
    k.POLARITAS, *k.BATAS_TW, k.TARGET_SD, k.REALISASI_SD, *k.BATAS_SD, k.STATUS, k.TERBURUK,
)  # fmt: skip


def find_bawahan(bahan: Bahan, atasan: str) -> tuple[str, ...]:
    """Kode of the direct subordinates."""
    return tuple(j.kode for j in find_menurut(bahan.jabatan, "atasan", atasan))


def write_rekap_bawahan(matriks: Matriks, jabatan: str, tujuan: BinaryIO | Path) -> None:
    """The workbook of one atasan: sheets Bawahan, Capaian, Peringatan. The matrix must hold the
    rows of the subordinates."""
    bahan, kode = matriks.bahan, find_bawahan(matriks.bahan, jabatan)
    judul = f"Rekap Bawahan {jabatan} Triwulan {bahan.triwulan.romawi} Tahun {bahan.tahun}"
    with build_buku(tujuan, build_cetakan(bahan), judul, bahan.opd.nama) as buku:
        _write_bawahan(buku, matriks, jabatan, matriks.skor_jabatan(*kode))
        _write_capaian(buku, matriks, jabatan, kode)
        write_peringatan(buku, matriks, "Peringatan", kode)


def _write_bawahan(buku: Buku, matriks: Matriks, jabatan: str, skor: Sequence[Skor]) -> None:
    lembar, bahan = buku.build_lembar("Bawahan", "#1F4E79"), matriks.bahan
    lembar.apply_lebar(*(kolom.lebar for kolom in BAWAHAN))
    judul = f"Rekap Bawahan, Triwulan {bahan.triwulan.romawi} Tahun {bahan.tahun}"
    akhir = len(BAWAHAN) - 1
    sub = (render_atasan(matriks, jabatan), _render_ringkas(bahan, skor))
    baris = write_kepala(lembar, bahan, judul, *sub, akhir=akhir)
    isi = [_build_baris(matriks, ke, s) for ke, s in enumerate(skor, 1)]
    kosong = "Jabatan ini tidak mempunyai bawahan langsung."
    ujung = write_tabel(lembar, BAWAHAN, isi, baris=baris, lebar=False, kosong=kosong)
    finish_tabel(lembar, TempatTabel(baris, baris + 1, ujung - 1, akhir), 2)


def render_atasan(matriks: Matriks, jabatan: str) -> str:
    """`Kepala Bidang … — Nama`: whose subordinates these are."""
    atasan, triwulan = matriks.kursi.get(jabatan), matriks.bahan.triwulan
    if atasan is None:
        return jabatan
    return f"{atasan.render_sebagai(triwulan)} — {find_pemangku(atasan, triwulan)}"


def _render_ringkas(bahan: Bahan, skor: Sequence[Skor]) -> str:
    kode = {s.kode for s in skor}
    keadaan = [s.keadaan for j in kode for s in find_menurut(bahan.status, "kode", j)]
    lapor = sum((j, bahan.triwulan) in bahan.terima for j in kode)
    perlu = len(kode) - keadaan.count(Keadaan.LOWONG)
    return f"Sudah lapor: {lapor} dari {perlu} jabatan yang terisi"


def _build_baris(matriks: Matriks, nomor: int, skor: Skor) -> list[Isi]:
    bahan, kode = matriks.bahan, skor.kode
    status = next(iter(find_menurut(bahan.status, "kode", kode)), None)
    kursi = matriks.kursi[kode]
    sifat = build_sifat_predikat(skor.predikat, bahan.pengaturan)
    return [
        nomor, kode, kursi.render_sebagai(bahan.triwulan), find_pemangku(kursi, bahan.triwulan),
        render_keadaan(status), status.kiriman if status else 0, skor.nilai,
        SelCetak(skor.predikat, sifat=sifat), f"{skor.dinilai} dari {skor.indikator}",
        len(build_peringatan(matriks, {kode})),
    ]  # fmt: skip


def _write_capaian(buku: Buku, matriks: Matriks, jabatan: str, kode: Sequence[str]) -> None:
    lembar, bahan, milik = buku.build_lembar("Capaian"), matriks.bahan, matriks.milik(*kode)
    lembar.apply_lebar(*level_lebar(CAPAIAN, fit_angka(CAPAIAN, milik), measure_muat(len(CAPAIAN))))
    judul = f"Capaian Bawahan, Triwulan {bahan.triwulan.romawi} Tahun {bahan.tahun}"
    sub = render_atasan(matriks, jabatan)
    baris = write_kepala(lembar, bahan, judul, sub, akhir=len(CAPAIAN) - 1)
    tempat = write_tabel_matriks(lembar, bahan, CAPAIAN, BANTU, milik, baris=baris)
    finish_tabel(lembar, tempat, 2)
