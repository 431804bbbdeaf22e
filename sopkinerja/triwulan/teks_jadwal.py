"""Every text on the Jadwal Monev, its calendar file, and what `lampirkan` records."""

from __future__ import annotations

from sopkinerja.istilah import Level

JUDUL = "JADWAL MONITORING DAN EVALUASI PENGUKURAN KINERJA TAHUN {tahun}"
JUDUL_BERKAS = "Jadwal Monev {tahun}"
SOP = "SOP Pengumpulan Data Kinerja"
SOP_NOMOR = " Nomor {nomor}"
SOP_TANGGAL = " tanggal {tanggal}"
PER = "disusun {waktu}"

KEGIATAN = {
    1: "Memberi mandat (PK/SKP) sesuai level jabatan dan menetapkan target TW I sampai IV",
    2: "Menyusun Rencana Aksi (Renaksi) dan jadwal monitoring evaluasi",
    3: "Melaksanakan mandat; mencatat realisasi per hari, bulan, dan triwulan",
    4: "Melaporkan hasil kinerja: target, realisasi, hambatan/kegagalan, rekomendasi",
    5: "Merekap hasil pengukuran kinerja setiap level jabatan; rapat monev",
    6: "Melaporkan hasil pengukuran kinerja internal kepada yang berkepentingan",
    7: "Menutup triwulan, lalu kembali ke baris 2 untuk triwulan berikutnya",
}
KEGIATAN_AKHIR = "Menutup TW IV dan tahun {tahun}"
"""Row 7 after TW IV."""
SINGKAT = {
    1: "Mandat (PK/SKP)",
    2: "Renaksi dan jadwal",
    3: "Pelaksanaan, catatan",
    4: "Laporan kinerja",
    5: "Rekap, rapat monev",
    6: "LHE",
    7: "Kembali ke baris 2",
}
SINGKAT_AKHIR = "Penutupan tahun"
KELUARAN = {
    1: "PK dan Target Program Kerja per triwulan per level jabatan",
    2: "Renaksi dan Jadwal Monev triwulan",
    3: "Catatan realisasi pekerjaan per level jabatan",
    4: "Laporan Hasil Kinerja Triwulan per level jabatan",
    5: "Matriks Akumulasi Hasil Kinerja Triwulan seluruh level jabatan",
    6: "LHE Internal Triwulan {triwulan}",
    7: "Seperti di atas, mulai baris 2",
}
KELUARAN_AKHIR = "LHE tahun {tahun}; bahan LAKIP dan RENJA"
KOLOM_LEVEL = {
    Level.JFU: "Staf/ JFU",
    Level.JFK: "Pejabat Fungs./ JFK",
    Level.KABID: "Kabid",
    Level.KASUBAG: "Kasubag Program",
    Level.KEPALA_DINAS: "Kepala Dinas",
}
"""The SOP's five columns, in its order."""
LEVEL_PROGRAM = "Kasubag Program"
CENTANG = "✓"
PITA = "TRIWULAN {triwulan}"
PERKIRAAN = "(perkiraan)"
CATATAN = (
    "Hari kerja: Senin sampai Jumat, tanpa libur nasional, cuti bersama, dan libur pada lembar "
    "Libur di referensi. Pada baris 1, 3, dan 4 kolom Kasubag Program berlaku bagi semua "
    "Kasubag/Kasi. Baris 1 tahun {berikut} dimulai 1 Januari {berikut}, bersamaan dengan "
    "baris 4 sampai 6 TW IV {tahun}."
)
CATATAN_PERKIRAAN = (
    "Tanggal bertanda (perkiraan) dapat bergeser: tanggal hari rayanya belum ditetapkan pemerintah."
)
BINTANG = " *"
CATATAN_BINTANG = "* Perkiraan, dapat bergeser: tanggal hari rayanya belum ditetapkan pemerintah."

JUDUL_GANTT = "JADWAL MONEV {tahun} DALAM MINGGU"
GANTT_PANDUAN = (
    "Setiap kolom satu minggu, berkepala tanggal Seninnya. Angka di dalam batang adalah tanggal "
    "terakhir baris itu. Kolom kelabu adalah minggu dengan libur pada hari kerja; baris Libur "
    "memuat banyaknya."
)
GANTT_KEPALA = ("TW", "Baris SOP", "Mulai", "Selesai")
GANTT_LIBUR = "Libur (hari)"
GANTT_MINGGU = "Minggu mulai Senin"

JUDUL_LIBUR = "HARI LIBUR {mulai} SAMPAI {sampai}"
LIBUR_KETERANGAN = (
    "Libur nasional dan cuti bersama menurut kalender pemerintah; baris “Libur daerah/kantor” dan "
    "“Hari kerja” berasal dari lembar Libur di referensi dan mengalahkan kalender itu."
)
LIBUR_TANPA_CUTI = (
    "Cuti bersama tahun {tahun} belum ada di kalender ini. Sesudah SKB terbit, tuliskan di lembar "
    "Libur pada referensi, lalu jalankan lagi: sopkinerja jadwal"
)
LIBUR_KOSONG = "Tidak ada hari libur."
PENGARUH_LIBUR = "libur"
PENGARUH_AKHIR_PEKAN = "jatuh pada akhir pekan"
PENGARUH_KERJA = "masuk kerja"

PENYUSUN, MENGETAHUI = "Disusun oleh,", "Mengetahui,"
KASUBAG, KEPALA = "Kepala Subbagian Program", "Kepala Dinas"

ICS_PRODID = "-//sopkinerja//Jadwal Monev//ID"
ICS_NAMA = "Jadwal Monev {tahun} {singkatan}"
ICS_JUDUL = "Baris {baris} TW {triwulan}: {singkat}"
ICS_MULAI = "Mulai: {judul}"
ICS_SELESAI = "Hari terakhir: {judul}"
ICS_URAIAN = (
    "Baris {baris} SOP: {kegiatan}.\nWaktu: {mulai} sampai {selesai}{perkiraan}.\n"
    "Pelaksana: {pelaksana}.\nKeluaran: {keluaran}."
)
ICS_ALARM = "{hari} hari lagi: {judul}"
ICS_ALARM_AKHIR = "Besok hari terakhir: {judul}"
