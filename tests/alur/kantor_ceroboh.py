"""A year's office as a hurried hand types it: names for kode, kode missing, percents three ways,
merged cells, rows pasted from an SKP, the words of the office for level and employment."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

OPD = {
    "tahun": 2026, "nama": "Dinas Perdagangan Contoh", "singkatan": "Disdag Contoh",
    "pemda": "Provinsi Contoh", "tempat": "Kota Contoh", "atasan_nama": "Gubernur (contoh)",
    "atasan_jabatan": "Gubernur Contoh", "kasubag_program": "Kasubag Program",
}  # fmt: skip
UNIT = (
    ("Kode Unit", "Nama Unit", "Induk"),
    ("DINAS", "Pimpinan Dinas", "-"),
    ("SEK", "Sekretariat", "pimpinan dinas"),
    (None, "Subbagian Program", "Sekretariat"),
    ("PDN", "Bidang Perdagangan Dalam Negeri", "DINAS"),
    ("PLN", "Bidang Perdagangan Luar Negeri", "Dinas Perdagangan"),
    ("UPT", "UPTD Pengujian Mutu", "DINAS"),
)
JABATAN = (
    ("Kode Jabatan", "Nama Jabatan", "Level", "Kode Unit", "Atasan Langsung"),
    ("KADIS", "Kepala Dinas", "Eselon II.a", "Pimpinan Dinas", None),
    ("SEK", "Sekretaris", "Sekretaris", "Sekretariat", "Kepala Dinas"),
    (None, "Kepala Subbagian Program", "Pengawas", "Subbagian Program", "sekretaris"),
    ("PDN", "Kepala Bidang Perdagangan Dalam Negeri", "Administrator", "PDN", "kadis"),
    ("PLN", "Kepala Bidang Perdagangan Luar Negeri", "III/b", "PLN", "KADIS"),
    ("UPT", "Kepala UPTD Pengujian Mutu", "Kepala UPTD", "UPTD Pengujian Mutu", "Kepala Dinas"),
    ("PRG-01", "Perencana", "Ahli Muda", "Subbagian Program", "Kepala Subbagian Program"),
    ("PDN-01", "Analis Perdagangan", "Sub Koordinator", "PDN", "Kepala Bidang Perdagangan Dalam Negeri"),
    ("PDN-02", "Pengelola Data Harga", "Pelaksana", "PDN", "Analis Perdagangan"),
    ("PLN‑01", "Analis Ekspor", "Analis Ekspor Ahli Pertama", "PLN", "PLN"),
    ("PLN-02", "Pengadministrasi Ekspor", "Pelaksana", "PLN", "Analis Expor"),
    ("UPT-01", "Penguji Mutu Barang", "Terampil", "UPT", "UPT"),
    ("UPT-02", "Penguji Mutu Barang", "Mahir", "UPT", "UPT"),
)  # fmt: skip
PEGAWAI = (
    ("NIP", "Pejabat", "Status Kepegawaian", "Gol", "Nama Jabatan"),
    ("19700101 199501 1 001", "Kepala Satu (contoh)", "PNS", "IV/c", "Kepala Dinas"),
    ("19720202 199702 1 002", "Sekretaris Dua (contoh)", "PNS", "IV.b", "SEKRETARIS"),
    ("198003032005031003", "Kasubag Tiga (contoh)", "PNS", "III d", "Kepala Subbagian Program"),
    ("19750404 200004 1 004", "Kabid Empat (contoh)", "Pegawai Negeri Sipil", "IV/a", "PDN"),
    ("19760505 200105 2 005", "Kabid Lima (contoh)", "PNS", "IV/a", "Kabid Perdagangan Luar Negeri"),
    ("19770606 200206 1 006", "Kepala Enam (contoh)", "PNS", "IV/a", "UPT"),
    ("19900707 201507 1 007", "Perencana Tujuh (contoh)", "PNS", "III/c", "Perencana"),
    ("19880808 201208 2 008", "Analis Delapan (contoh)", "PNS", "III/d", "Analis Perdagangan"),
    ("19990909 202501 1 009", "Calon Sembilan (contoh)", "CPNS", "II/c", "Pengelola Data Harga"),
    ("19951010 202121 1 010", "Analis Sepuluh (contoh)", "P3K", "IX", "Analis Ekspor"),
    (None, "Tenaga Sebelas (contoh)", "PJLP", None, "Pengadministrasi Ekspor"),
    ("19921212 201812 1 012", "Penguji Dua Belas (contoh)", "PNS", "II/d", "Penguji Mutu Barang"),
    ("19931213 202321 2 013", "Penguji Tiga Belas (contoh)", "PPPK Paruh Waktu", "VII", "UPT-02"),
)  # fmt: skip
RENSTRA = (
    ("Kode IKU", "Sasaran Strategis", "Indikator Kinerja Utama", "Satuan", *(f"Target {y}" for y in range(2025, 2030))),
    ("IKU-01", "Meningkatnya perdagangan", "Pertumbuhan nilai perdagangan", "%", "5,1", "5,2", "5,3", "5,4", "5,5"),
    ("IKU-02", "Stabilnya harga", "Koefisien variasi harga bahan pokok", "%", "9", "8,5", "8", "7,5", "7"),
    (None, "Meningkatnya mutu barang", "Sertifikat mutu yang terbit", "dokumen", "480", "520", "560", "600", "640"),
    ("IKU-04", "Meningkatnya akuntabilitas", "Predikat AKIP", "Predikat AKIP", "B", "BB", "BB", "A", "A"),
)  # fmt: skip
DPA = (
    ("Tahun Anggaran", "Kode", "Uraian", "Pagu (Rp)", "Unit", "Penanggung Jawab", "Sumber Dana"),
    (2026, dt.time(3, 30, 2), "PROGRAM STABILISASI HARGA", None, "PDN", None, "APBD"),
    (2026, "3.30.02.1.01", "Pengendalian Harga", None, "PDN", None, "APBD"),
    (2026, "3.30.02.1.01.0001", "Pemantauan Harga", "Rp 150.000.000", "PDN", "Analis Perdagangan", "APBD"),
    (2026, "3.30.02.1.01.0002", "Operasi Pasar", 275000000, "PDN", "PDN", "APBD"),
    (2026, "3.30.05", "PROGRAM PENGEMBANGAN EKSPOR", None, "PLN", None, "APBD"),
    (2026, "3.30.05.1.01", "Promosi Dagang", None, "PLN", None, "APBD"),
    (2026, "3.30.05.1.01.0001", "Pameran Dagang Nasional", "420.000.000", "PLN", "Analis Ekspor", "APBD"),
    (2026, "3.30.06", "PROGRAM STANDARDISASI", None, "UPT", None, "APBD"),
    (2026, "3.30.06.1.01", "Pengujian Mutu", None, "UPT", None, "APBD"),
    (2026, "3.30.06.1.01.0001", "Pengujian Contoh Barang", 310000000, "UPT", "Kepala UPTD Pengujian Mutu", "APBD"),
)  # fmt: skip
MANDAT = (
    ("TAHUN", "Nama Jabatan", "Sasaran\nStrategis", "Indikator Kinerja", "Satuan", "Polaritas",
     "Konsolidasi", "Target Tahunan", "TW 1", "Triwulan II", "Target TW 3", "Target Triwulan IV",
     "Indikator Atasan", "Kode IKU", "Sub Kegiatan"),
    (2026, "Kepala Dinas", "Meningkatnya perdagangan", "Pertumbuhan nilai perdagangan", "%", "Naik", "Terakhir", "5,2%", "5,0%", "5,1%", "5,1%", "5,2%", "-", "Pertumbuhan nilai perdagangan", None),
    (2026, None, "Stabilnya harga", "Koefisien variasi harga bahan pokok", "%", "Turun", "Rata-rata", "≤ 8,5", "≤ 8,5", "≤ 8,5", "≤ 8,5", "≤ 8,5", None, "IKU-02", None),
    (2026, None, "Meningkatnya mutu barang", "Sertifikat mutu yang terbit", "dokumen", "Naik", "Jumlah", "520 dokumen", "120 dok", "130 dok", "140 dok", "130 dok", None, "Sertifikat mutu yang terbit", None),
    (2026, None, "Meningkatnya akuntabilitas", "Predikat AKIP", "Predikat AKIP", "Naik", "Terakhir", "bb", None, None, None, "BB", None, "IKU-04", None),
    (2026, "Sekretaris", "Meningkatnya akuntabilitas", "Nilai komponen pengukuran kinerja", "nilai", "Positif", "Posisi Akhir", ">= 24", None, None, None, "24", "Predikat AKIP", None, None),
    (2026, None, None, "Temuan yang ditindaklanjuti", "persen", "Naik", "Terakhir", 1.0, 0.25, 0.5, 0.75, 1.0, "Predikat AKIP", None, None),
    (2026, "Kepala Subbagian Program", "Tersusunnya dokumen", "Dokumen perencanaan", "dok", "Naik", "Jumlah", "4 dok", 1, 1, 1, 1, "Nilai komponen pengukuran kinerja", None, None),
    (2026, "Perencana", "Tersusunnya dokumen", "Rancangan RENJA", "dokumen", "Naik", "Kumulatif", 1, "-", 1, "-", "-", "dokumen perencanaan", None, None),
    (2026, "PDN", "Stabilnya harga", "Koefisien variasi harga bahan pokok", "%", "Turun", "Rata-rata", 8.5, 8.5, 8.5, 8.5, 8.5, "Koefisien variasi harga bahan pokok", None, "Operasi Pasar"),
    (2026, "PDN", "Stabilnya harga", "Pasar yang dipantau", "pasar", "Naik", "Terakhir", 12, 12, 12, 12, 12, "Koefisien variasi harga bahan pokok", None, None),
    (2026, "Analis Perdagangan", "Stabilnya harga", "Laporan pemantauan harga", "lap", "Naik", "Jumlah", "12 lap", 3, 3, 3, 3, "Pasar yang dipantau", None, "Pemantauan Harga"),
    (2026, None, "Stabilnya harga", "Ketepatan data harga", "%", "Naik", "Rata-rata", 0.95, 0.95, 0.95, 0.95, 0.95, "Pasar yang dipantau", None, None),
    (2026, "Pengelola Data Harga", "Stabilnya harga", "Data harga harian yang diinput", "data", "Naik", "Jumlah", "1.440", 360, 360, 360, 360, "Laporan pemantauan harga", None, None),
    (2026, "PLN", "Meningkatnya ekspor", "Nilai ekspor nonmigas", "juta US$", "Naik", "Terakhir", "7,00-7,50", None, None, None, "7,00-7,50", "Pertumbuhan nilai perdagangan", None, None),
    (2026, "Analis Ekspor", "Meningkatnya ekspor", "Pameran dagang yang diikuti", "kegiatan", "Naik", "Jumlah", "2 keg", 0, 1, 0, 1, "Nilai ekspor", None, "Pameran Dagang"),
    (2026, "Pengadministrasi Ekspor", "Meningkatnya ekspor", "Surat keterangan asal yang diproses", "dok", "Naik", "Jumlah", 400, 100, 100, 100, 100, "Pameran dagang yang diikuti", None, None),
    (2026, "Kepala UPTD Pengujian Mutu", "Meningkatnya mutu barang", "Sertifikat mutu yang terbit", "dokumen", "Naik", "Jumlah", 520, 120, 130, 140, 130, "Sertifikat mutu yang terbit", None, "Pengujian Contoh Barang"),
    (2026, None, "Meningkatnya mutu barang", "Hari penyelesaian pengujian", "hari", "Negatif", "Rata-rata", "maks. 7 hari", 7, 7, 7, 7, "Sertifikat mutu yang terbit", None, None),
    (2026, "UPT-01", "Meningkatnya mutu barang", "Contoh barang yang diuji", "contoh uji", "Naik", "Jumlah", 300, 70, 80, 80, 70, "Sertifikat mutu yang terbit", None, None),
    (2026, "UPT-02", "Meningkatnya mutu barang", "Contoh barang yang diuji", "contoh uji", "Naik", "Jumlah", 280, 70, 70, 70, 70, "Sertifikat mutu yang terbit", None, None),
    (2026, "Penguji Mutu Barang", "Meningkatnya mutu barang", "Alat uji yang dikalibrasi", "unit", "Naik", "Jumlah", 4, 1, 1, 1, 1, "Sertifikat mutu yang terbit", None, None),
)  # fmt: skip
GABUNG = {"Mandat": ("B2:B5", "B6:B7", "B12:B13", "B18:B19"), "Jabatan": ()}
"""Merged as the PK printed them."""
PERSEN = ("Mandat", "H7:L7")
"""Cells that show per cent by their format: 0,25 is 25 % there, as on Mandat!H13 it isn't."""
LEMBAR = {
    "Unit": UNIT, "Jabatan": JABATAN, "Pegawai": PEGAWAI, "Renstra": RENSTRA, "DPA": DPA,
    "Mandat": MANDAT,
}  # fmt: skip


def write_ceroboh(berkas: Path) -> None:
    """Fills an empty referensi, its headings too."""
    buku = load_workbook(berkas)
    for baris in buku["OPD"].iter_rows(min_row=2):
        if baris[0].value in OPD:
            baris[1].value = OPD[baris[0].value]
    for nama, isi in LEMBAR.items():
        _isi_lembar(buku[nama], isi)
    for nama, rentang in GABUNG.items():
        for satu in rentang:
            buku[nama].merge_cells(satu)
    for baris in buku[PERSEN[0]][PERSEN[1]]:
        for sel in baris:
            sel.number_format = "0%"
    buku.save(berkas)


def _isi_lembar(lembar: Worksheet, isi: Sequence[Sequence[Any]]) -> None:
    lembar.delete_rows(1, lembar.max_row)
    for baris in isi:
        lembar.append(list(baris))
    for sel in _iter_sel(lembar):
        if isinstance(sel.value, str):
            sel.number_format = "@"


def _iter_sel(lembar: Worksheet) -> Iterator[Any]:
    return (sel for baris in lembar.iter_rows() for sel in baris)


def mend(berkas: Path, sel: dict[str, Any]) -> None:
    """Types these values into `Lembar!A1`."""
    buku = load_workbook(berkas)
    for tempat, nilai in sel.items():
        lembar, _, alamat = tempat.partition("!")
        buku[lembar][alamat].value = nilai
    buku.save(berkas)
