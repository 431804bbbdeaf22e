"""Renaksi of the OPD: every accepted step by unit and jabatan, its months as a small grid."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import groupby
from pathlib import Path
from typing import BinaryIO

from sopkinerja.cetak.gaya import WARNA, Nilai
from sopkinerja.cetak.lipat import keep_ujung
from sopkinerja.cetak.tata import write_judul, write_kop, write_penandatangan
from sopkinerja.cetak.tulis import Buku, Lembar, build_buku
from sopkinerja.formulir.papan import render_keadaan
from sopkinerja.istilah import BULAN
from sopkinerja.opd.surat import build_kop, build_penandatangan_penyusun, render_tempat_tanggal
from sopkinerja.renaksi.bahan import BahanRenaksi, RenaksiJabatan
from sopkinerja.renaksi.buku_setahun import write_setahun
from sopkinerja.renaksi.model import Langkah
from sopkinerja.renaksi.nilai_formulir import render_target_tw

LEBAR = (11, 23, 11, 9.5, 28, 12, 12, 12, 12, 9, 18, 16, 15)
AKHIR = len(LEBAR) - 1
BULAN_AWAL = 5
"""First column of the grid."""
TINGGI_TANDA = 132


def write_renaksi(bahan: BahanRenaksi, tujuan: BinaryIO | Path) -> None:
    """The workbook: steps first, then who owes a Renaksi, then the signatures; the year beside."""
    judul = f"Rencana Aksi (Renaksi) Triwulan {bahan.triwulan.romawi} Tahun {bahan.tahun}"
    with build_buku(tujuan, bahan.cetakan, judul, bahan.opd.nama) as buku:
        _write_utama(buku, bahan, judul)
        write_setahun(buku, bahan)


def _write_utama(buku: Buku, bahan: BahanRenaksi, judul: str) -> None:
    lembar = buku.build_lembar("Renaksi", "#1F4E79")
    lembar.ws.hide_gridlines(2)
    lembar.apply_lebar(*LEBAR)
    baris = write_kop(lembar, build_kop(bahan.opd), AKHIR)
    sub = (_render_ringkas(bahan), buku.cetakan.render())
    baris = write_judul(lembar, judul.upper(), *sub, akhir=AKHIR, baris=baris)
    lembar.apply_tinggi_baris(baris, 5)
    kepala = baris + 1
    lembar.write_baris(kepala, _build_kepala(bahan), "kepala")
    baris = kepala + 1
    for unit, isi in groupby(bahan.jabatan, key=lambda j: j.nama_unit):
        lembar.merge(baris, 0, AKHIR, unit, "pita", "kiri")
        baris += 1
        for jabatan in isi:
            baris = _write_jabatan(lembar, bahan, jabatan, baris)
    if not bahan.jabatan:
        lembar.merge(baris, 0, AKHIR, "Belum ada Renaksi yang diterima.", "sel", "miring", "tengah")
        baris += 1
    semua = [s for j in bahan.jabatan for s in j.langkah]
    baris = _write_jumlah(lembar, "Jumlah seluruhnya", semua, baris)
    baris = _write_belum(lembar, bahan, baris)
    _write_tanda_tangan(lembar, bahan, baris + 1)
    lembar.ws.freeze_panes(kepala + 1, 0)
    lembar.apply_halaman(ulang=(kepala, kepala))
    keep_ujung(lembar, kepala, baris, baris + 1)


def _render_ringkas(bahan: BahanRenaksi) -> str:
    langkah = [s for j in bahan.jabatan for s in j.langkah]
    lanjutan = sum(_is_lanjutan(bahan, s) for s in langkah)
    teks = f"{len(langkah)} langkah aksi dari {len(bahan.jabatan)} jabatan"
    return f"{teks}, {lanjutan} di antaranya lanjutan triwulan lalu" if lanjutan else teks


def _is_lanjutan(bahan: BahanRenaksi, s: Langkah) -> bool:
    return not s.kunci.startswith(f"TW{bahan.triwulan.value}.")


def _build_kepala(bahan: BahanRenaksi) -> list[str]:
    bulan = [BULAN[b - 1] for b in bahan.triwulan.bulan]
    return [
        "Kode Indikator", "Indikator", "Target TW Indikator", "Kode Langkah", "Langkah Aksi",
        *bulan, "Target TW", "Satuan", "Keluaran", "Penanggung Jawab", "Anggaran",
    ]  # fmt: skip


def _write_jabatan(lembar: Lembar, bahan: BahanRenaksi, j: RenaksiJabatan, baris: int) -> int:
    siapa = f"{j.status.kode} · {j.status.sebagai} — {j.status.pemangku or 'lowong'}"
    lembar.merge(baris, 0, AKHIR, siapa, "kepala", "kiri")
    baris += 1
    for s in j.sort_langkah():
        _write_langkah(lembar, bahan, j, s, baris)
        baris += 1
    return _write_jumlah(lembar, f"Jumlah {j.status.kode}", j.langkah, baris)


def _write_langkah(
    lembar: Lembar, bahan: BahanRenaksi, j: RenaksiJabatan, s: Langkah, baris: int
) -> None:
    i = j.indikator.get(s.kode)
    nama, target = (i.indikator, render_target_tw(i, bahan.triwulan)) if i else ("", "")
    lembar.write_baris(baris, (s.kode, nama, target, s.kunci, s.langkah), "sel")
    bulan = zip(bahan.triwulan.bulan, s.target_bulan, strict=True)
    for ke, (satu, target_bulan) in enumerate(bulan, BULAN_AWAL):
        _write_bulan(lembar, baris, ke, s, satu, target_bulan)
    lembar.write(baris, BULAN_AWAL + 3, s.target, "sel", "pusat", "pas")
    lembar.write(baris, BULAN_AWAL + 4, s.satuan, "sel", "pusat")
    belakang: tuple[Nilai, ...] = (s.keluaran, s.penanggung_jawab)
    lembar.write_baris(baris, belakang, "sel", kolom=BULAN_AWAL + 5)
    lembar.write(baris, AKHIR, s.anggaran, "sel", "rupiah", "pas")


def _write_bulan(
    lembar: Lembar, baris: int, kolom: int, s: Langkah, bulan: int, target: float | None
) -> None:
    """A month that the step runs in is marked, or holds its target."""
    jalan = (s.bulan_mulai or 13) <= bulan <= (s.bulan_selesai or 0)
    if jalan or target is not None:
        isi: Nilai = "■" if target is None else target
        lembar.write(baris, kolom, isi, "sel", "pusat", "pas", bg_color=WARNA["sorot"])
    else:
        lembar.write(baris, kolom, None, "sel")


def _write_jumlah(lembar: Lembar, judul: str, langkah: Sequence[Langkah], baris: int) -> int:
    jumlah = math.fsum(s.anggaran or 0 for s in langkah)
    lembar.merge(baris, 0, AKHIR - 1, f"{judul}: {len(langkah)} langkah", "sel", "total")
    lembar.write(baris, AKHIR, jumlah, "sel", "total", "rupiah", "pas")
    return baris + 1


def _write_tanda_tangan(lembar: Lembar, bahan: BahanRenaksi, baris: int) -> None:
    kiri, kanan = build_penandatangan_penyusun(bahan.kasubag, bahan.kepala)
    tempat = render_tempat_tanggal(bahan.opd, bahan.waktu.date())
    lembar.apply_tinggi_baris(baris, TINGGI_TANDA)
    write_penandatangan(lembar, baris, 0, 3, "", kiri)
    write_penandatangan(lembar, baris, BULAN_AWAL + 5, AKHIR, tempat, kanan)


def _write_belum(lembar: Lembar, bahan: BahanRenaksi, baris: int) -> int:
    """Who has not returned a Renaksi, and where each stands; the next free row."""
    if not bahan.belum:
        return baris
    lembar.merge(
        baris, 0, AKHIR, f"Belum mengembalikan Renaksi: {len(bahan.belum)}", "pita", "kiri"
    )
    for ke, s in enumerate(bahan.belum, baris + 1):
        lembar.write(ke, 0, s.kode, "sel")
        lembar.merge(ke, 1, BULAN_AWAL - 1, s.sebagai, "sel")
        lembar.merge(ke, BULAN_AWAL, BULAN_AWAL + 4, s.pemangku or "lowong", "sel")
        lembar.merge(ke, BULAN_AWAL + 5, AKHIR, render_keadaan(s), "sel")
    return baris + 1 + len(bahan.belum)
