"""Sampul: whose report it is, of which triwulan, in which state, and what is inside."""

from __future__ import annotations

from collections.abc import Sequence

from sopkinerja.lembar.gaya import WARNA
from sopkinerja.lembar.tata import write_kop
from sopkinerja.lembar.tulis import Buku, Lembar
from sopkinerja.lhe.halaman import render_judul
from sopkinerja.matriks.cetakan import build_cetakan, build_kop
from sopkinerja.matriks.model import Bahan, RapatMonev
from sopkinerja.tulisan import render_tanggal, render_waktu

KOLOM, LEBAR = 10, 15.0
ISI = (
    ("Ringkasan", "satu halaman: hasil, yang tertinggal, yang perlu diputuskan"),
    ("IKU", "indikator Kepala Dinas"),
    ("Capaian Level", "skor kelima level jabatan, sebaran predikat, skor setiap jabatan"),
    ("Capaian Unit", "skor setiap unit kerja"),
    ("Di Bawah Target", "indikator yang belum mencapai target, dari yang terendah"),
    ("Hambatan dan Rekomendasi", "sebab dan usul perbaikan menurut pelapor"),
    ("Tindak Lanjut", "keputusan rapat dan rekomendasi triwulan lalu"),
    ("Antar Triwulan", "perkembangan sepanjang tahun"),
    ("Kepatuhan", "siapa melapor, terlambat, atau belum"),
    ("Anggaran", "pagu, realisasi, dan serapan"),
    ("Data Menyusul", "angka yang terbit kemudian dan angka sementara"),
    ("Pengesahan", "aturan hitung, hasil rapat, tanda tangan"),
    ("Sumber Data", "berkas asal setiap angka"),
)
"""The sheets after the cover and what each holds."""
ISI_PENYESUAIAN = ("Penyesuaian", "yang berubah sesudah triwulan ditutup dan dibuka kembali")


def list_isi(bahan: Bahan) -> tuple[tuple[str, str], ...]:
    """The sheets of this LHE; an adjusted one has `Penyesuaian` before its signatures."""
    return (*ISI[:-2], ISI_PENYESUAIAN, *ISI[-2:]) if bahan.revisi else ISI


def write_sampul(buku: Buku, bahan: Bahan, isi: Sequence[tuple[str, str]] = ISI) -> None:
    """The sheet `Sampul`."""
    lembar = buku.build_lembar("Sampul", WARNA["utama"])
    lembar.ws.hide_gridlines(2)
    lembar.apply_lebar(*[LEBAR] * KOLOM)
    baris = write_kop(lembar, build_kop(bahan), KOLOM - 1)
    lembar.apply_tinggi_baris(baris, 22)
    baris = _write_judul(lembar, bahan, baris + 1)
    lembar.merge(baris, 2, KOLOM - 3, "Isi laporan", "bagian", bottom=1)
    lembar.apply_tinggi_baris(baris, 20)
    for ke, (nama, uraian) in enumerate(isi, baris + 1):
        lembar.apply_tinggi_baris(ke, 16)
        lembar.write_tautan(ke, 2, nama, nama)
        lembar.merge(ke, 4, KOLOM - 3, uraian, "redup")
    lembar.apply_halaman()
    lembar.ws.fit_to_pages(1, 1)


def _write_judul(lembar: Lembar, bahan: Bahan, baris: int) -> int:
    judul = (
        (render_judul(bahan), 20, 34),
        (bahan.opd.nama, 14, 24),
        (f"Tahun {bahan.tahun}", 14, 24),
    )
    for teks, ukuran, tinggi in judul:
        lembar.merge(baris, 0, KOLOM - 1, teks, "pusat", "tebal", font_size=ukuran)
        lembar.apply_tinggi_baris(baris, tinggi)
        baris += 1
    cetakan = build_cetakan(bahan)
    warna = {"bg_color": WARNA["utama"], "font_color": "#FFFFFF"} if cetakan.is_final else {}
    lembar.apply_tinggi_baris(baris, 10)
    lembar.merge(
        baris + 1, 3, KOLOM - 4, cetakan.tanda, "pusat", "tebal", font_size=16, border=2, **warna
    )
    lembar.apply_tinggi_baris(baris + 1, 30)
    per = f"Cetakan ke-{cetakan.nomor}, keadaan data per {render_waktu(cetakan.waktu)}"
    lapor = f"{cetakan.jumlah_lapor} dari {cetakan.jumlah_jabatan} jabatan sudah lapor · PK versi {cetakan.versi_pk}"
    baris += 2
    for teks in (per, lapor, _render_nomor(bahan.rapat or RapatMonev())):
        lembar.merge(baris, 0, KOLOM - 1, teks, "pusat", font_size=10)
        lembar.apply_tinggi_baris(baris, 16)
        baris += 1
    lembar.apply_tinggi_baris(baris, 18)
    return baris + 1


def _render_nomor(rapat: RapatMonev) -> str:
    tanggal = render_tanggal(rapat.tanggal_lhe) if rapat.tanggal_lhe else ""
    nomor = f"Nomor {rapat.nomor_lhe}" if rapat.nomor_lhe else "Nomor LHE belum ditetapkan"
    return f"{nomor}, {tanggal}" if tanggal else nomor
