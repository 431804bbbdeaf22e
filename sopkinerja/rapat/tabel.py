"""The tables of the Rapat Monev form."""

from __future__ import annotations

from sopkinerja.formulir.tabel import PERBAIKAN
from sopkinerja.katalog import Kode
from sopkinerja.lembar.tabel import Kolom, Tabel, list_kunci
from sopkinerja.rapat import teks

BUTIR_TANGGAL = frozenset({"tanggal_lhe", "tanggal_rapat"})
"""Rows of the table `rapat` that hold a date."""
BANTUAN_TANGGAL = ("Tanggal", "Ketik sebagai tanggal. Contoh: 15/04/2026")
"""The input message of those."""

POLA_AGENDA = "A{:03d}"
AGENDA = Tabel(
    "agenda",
    teks.LEMBAR,
    (
        Kolom("no", "No", 5, "tengah"),
        Kolom("jabatan", "Jabatan", 30, "teks"),
        Kolom("indikator", "Indikator", 56, "teks"),
        Kolom("target", "Target s.d. TW", 13, "angka"),
        Kolom("realisasi", "Realisasi s.d. TW", 13, "angka"),
        Kolom("capaian", "Capaian s.d. TW (%)", 12, "capaian"),
        Kolom("hambatan", "Hambatan/Kegagalan", 35, "teks"),
        Kolom("rekomendasi", "Rekomendasi", 35, "teks"),
    ),
    list_kunci(POLA_AGENDA, 200),
    11,
)
RAPAT = Tabel(
    "rapat",
    teks.LEMBAR,
    (
        Kolom(
            "isi",
            "Isi",
            56,
            "teks",
            isian=True,
            bantuan=("Hasil rapat", "Tulis isinya di sini. Panduannya ada di sebelah kanan."),
            tempat=3,
        ),
    ),
    tuple(teks.BUTIR),
    215,
    utama="isi",
    nama_baris=tuple((k, nama) for k, (nama, _) in teks.BUTIR.items()),
    tiada=Kode.RAPAT_002,
    sebutan=teks.NAMA_TABEL["rapat"],
)
KEPUTUSAN = Tabel(
    "keputusan",
    teks.LEMBAR,
    (
        Kolom("no", "No", 5, "tengah"),
        Kolom(
            "penanggung_jawab",
            "Penanggung Jawab",
            30,
            "teks",
            isian=True,
            bantuan=(
                "Penanggung jawab",
                "Jabatan yang menindaklanjuti. Contoh: Kabid Perdagangan Luar Negeri",
            ),
        ),
        Kolom(
            "keputusan",
            "Keputusan",
            56,
            "teks",
            isian=True,
            bantuan=(
                "Keputusan",
                "Satu baris satu keputusan. Contoh: Lelang alat uji dimulai bulan Mei",
            ),
        ),
        Kolom(
            "tenggat",
            "Tenggat",
            13,
            "tanggal",
            isian=True,
            jenis="tanggal",
            bantuan=("Tenggat", "Paling lambat tanggal berapa. Contoh: 30/04/2026"),
        ),
    ),
    list_kunci("K{:02d}", 20),
    227,
    pola="K{:02d}",
    utama="keputusan",
    ciri=frozenset({"keputusan", "penanggung_jawab", "tenggat"}),
    is_berulang=True,
    tiada=Kode.RAPAT_002,
    sebutan=teks.NAMA_TABEL["keputusan"],
)
HADIR = Tabel(
    "hadir",
    teks.LEMBAR,
    (
        Kolom("no", "No", 5, "tengah"),
        Kolom(
            "nama",
            "Nama",
            30,
            "teks",
            isian=True,
            bantuan=("Nama", "Nama peserta rapat, satu baris satu orang."),
        ),
        Kolom(
            "jabatan",
            "Jabatan",
            56,
            "teks",
            isian=True,
            bantuan=("Jabatan", "Contoh: Kepala Subbagian Program"),
        ),
    ),
    list_kunci("H{:02d}", 40),
    251,
    pola="H{:02d}",
    utama="nama",
    ciri=frozenset({"nama", "jabatan", "no"}),
    is_berulang=True,
    tiada=Kode.RAPAT_002,
    sebutan=teks.NAMA_TABEL["hadir"],
)
TABEL = (AGENDA, RAPAT, KEPUTUSAN, HADIR, PERBAIKAN)
"""All of them."""
