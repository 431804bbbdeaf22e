"""Every text an officer reads that is not a temuan: headings, help, examples, status lines.

`{{nama}}` in a text is a marker that is filled when a form is issued; `{nama}` is filled by
str.format here.
"""

from __future__ import annotations

from sopkinerja.formulir import teks as teks_formulir
from sopkinerja.istilah import KeadaanTindak
from sopkinerja.konsolidasi import PENYATUAN

# --- Sheets of the quarterly form, by table
LEMBAR = {
    "perbaikan": "Perbaikan",
    "petunjuk": "Petunjuk",
    "laporan": "Laporan",
    "catatan": "Catatan",
    "rekap": "Rekap Bulanan",
    "anggaran": "Anggaran",
    "pelaksanaan": "Renaksi",
    "tindak_lanjut": "Tindak Lanjut",
    "menyusul": "Data Menyusul",
    "definisi": "Definisi",
}

CARA_MENGISI = {k: p.kalimat.cara_mengisi for k, p in PENYATUAN.items()}
PILIHAN_KEADAAN = tuple(k.value for k in KeadaanTindak)

# --- Titles and identity block
JUDUL_LEMBAR = {
    "perbaikan": "DAFTAR PERBAIKAN — LAPORAN KINERJA TRIWULAN {{triwulan}} TAHUN {{tahun}}",
    "petunjuk": "PETUNJUK PENGISIAN LAPORAN KINERJA TRIWULAN {{triwulan}} TAHUN {{tahun}}",
    "laporan": "LAPORAN HASIL KINERJA TRIWULAN {{triwulan}} TAHUN {{tahun}}",
    "catatan": "CATATAN REALISASI PEKERJAAN TRIWULAN {{triwulan}} TAHUN {{tahun}}",
    "rekap": "REKAP BULANAN TRIWULAN {{triwulan}} TAHUN {{tahun}}",
    "anggaran": "REALISASI ANGGARAN TRIWULAN {{triwulan}} TAHUN {{tahun}}",
    "pelaksanaan": "PELAKSANAAN RENCANA AKSI TRIWULAN {{triwulan}} TAHUN {{tahun}}",
    "tindak_lanjut": "TINDAK LANJUT S.D. TRIWULAN {{triwulan}} TAHUN {{tahun}}",
    "menyusul": "DATA MENYUSUL TRIWULAN {{triwulan}} TAHUN {{tahun}}",
    "definisi": "DEFINISI DAN SUMBER DATA INDIKATOR TAHUN {{tahun}}",
}
JUDUL_BERKAS = "Laporan Kinerja TW {triwulan} {tahun} – {jabatan}"

# --- Short lines above the tables
KETERANGAN = {
    "rekap": (
        "Terisi sendiri dari lembar Catatan; tidak perlu diketik. Yang dijumlahkan hanya indikator "
        "dengan Cara Mengisi “hasil TW ini saja”; yang lain bertanda –."
    ),
    "anggaran": "Isi Realisasi TW: belanja triwulan ini saja, dalam rupiah penuh, tanpa titik.",
    "pelaksanaan": (
        "Langkah yang direncanakan untuk triwulan ini. Pilih Status setiap langkah; yang belum "
        "selesai dijelaskan di Catatan dan dibawa ke Renaksi triwulan berikutnya."
    ),
    "tindak_lanjut": (
        "Rekomendasi dan keputusan rapat dari triwulan lalu yang belum selesai. Pilih Status "
        "setiap baris; yang belum selesai ditanyakan lagi pada formulir berikutnya."
    ),
    "menyusul": (
        "Hanya untuk angka resmi yang terbit sesudah tenggat (misalnya dari BPS). Kosongkan "
        "bila tidak ada. Angka yang sudah terbit, juga untuk triwulan lalu, ditulis di sini."
    ),
    "definisi": "Untuk dibaca: apa yang diukur setiap indikator dan dari mana angkanya diambil.",
}

TIDAK_DIJUMLAHKAN = "–"
"""Where volumes don't add up: a position, a mean."""

# --- Choosing a word of a scale
PILIH_SEBUTAN = "Pilih dari daftar: klik panah di kanan sel."
PILIH_ANGKA = (
    "Pilih dari daftar: klik panah di kanan sel. Boleh juga ditulis angkanya, misalnya 78,5."
)

# --- What is still missing (formulas in the form say the same)
SISA_LENGKAP = "Lembar ini lengkap. Lihat juga lembar lain, simpan, lalu kirim kembali."
SISA_AWAL = "Masih kurang: "
SISA_REALISASI = "{} realisasi"
SISA_BUKAN_ANGKA = "{} realisasi yang bukan angka"
SISA_HAMBATAN = "{} hambatan/rekomendasi"
SISA_CATATAN = "Masih ada {} baris Catatan yang belum lengkap (sel merah muda)."
SISA_CATATAN_KOSONG = "Catatan masih kosong: satu baris untuk satu kegiatan pada satu hari."
SISA_CATATAN_LENGKAP = "Setiap baris Catatan sudah lengkap."
SISA_ANGGARAN = "Masih kurang: {} realisasi anggaran (isi 0 bila belum ada belanja)."
SISA_ANGGARAN_LENGKAP = "Realisasi anggaran lengkap."
SISA_KEADAAN = "Masih ada {} baris yang Status-nya belum dipilih."
SISA_KEADAAN_LENGKAP = "Status setiap baris sudah dipilih."

SALAH_TANGGAL = (
    "Tanggal perlu dicek",
    "Isi tanggal seperti {{contoh_tanggal}}, di dalam {{periode}}.",
)
SALAH_TENGGAT = ("Tanggal perlu dicek", "Isi tanggal seperti {{contoh_tenggat}}.")
SALAH_PERKIRAAN = ("Tanggal perlu dicek", "Isi tanggal seperti {{contoh_perkiraan}}.")

# --- Examples that stand in input messages, where the catalogue of temuan has none
CONTOH = {
    "contoh_hambatan": "Pengadaan alat uji terlambat dua bulan",
    "contoh_rekomendasi": "Lelang dimulai Januari; PPK menyiapkan dokumen sejak Desember",
    "contoh_penjelasan": "Ada tambahan peserta dari kerja sama dengan kabupaten",
    "contoh_uraian": "Pendataan IKM pangan di tiga sentra",
    "contoh_keterangan": "Termin kedua dibayar bulan depan",
    "contoh_sumber": "BPS, Berita Resmi Statistik",
    "contoh_catatan_tindak": "Alat sudah dipesan, datang bulan Juli",
}

# --- Petunjuk
SAPAAN = (
    "Yth. {{pemangku_nama}} – terima kasih atas waktu Bapak/Ibu. Formulir ini mencatat kinerja "
    "{{jabatan}} selama Triwulan {{triwulan}} Tahun {{tahun}} ({{periode}}). Pengisiannya cukup "
    "mengikuti langkah di bawah ini."
)
LANGKAH: tuple[tuple[str, str], ...] = (
    (
        "Isi sel kuning saja",
        "Hanya sel berwarna kuning yang diisi. Sel lain terkunci dan terisi sendiri. Klik sebuah "
        "sel kuning: muncul penjelasan dan contohnya.",
    ),
    (
        "Catat kegiatan di lembar Catatan",
        "Sepanjang triwulan, tulis satu baris untuk setiap kegiatan: tanggal, kode indikator "
        "(pilih dari daftar), uraian, volume, bukti. Contoh: {{contoh_tanggal}} · "
        "{{contoh_kode}} · {{contoh_uraian}} · {{contoh_volume}} · {{contoh_bukti_dukung}}",
    ),
    (
        "Isi Realisasi di lembar Laporan",
        "Setiap indikator yang punya Target TW perlu Realisasi. Perhatikan Cara Mengisi: “hasil "
        "TW ini saja” berarti hasil tiga bulan ini; “posisi s.d. akhir TW” berarti keadaan sejak "
        "Januari sampai akhir triwulan; “rata-rata TW ini” berarti rata-rata tiga bulan ini. "
        "Untuk “hasil TW ini saja” angkanya terisi sendiri dari Catatan dan boleh Anda timpa. Arti "
        "setiap indikator dan sumber datanya, bila tercatat, ada di lembar Definisi.",
    ),
    (
        "Cara menulis angka",
        "Koma untuk desimal, tanpa titik ribuan, tanpa satuan. Contoh: 12,5 dan 1250. "
        "Persen ditulis sesuai targetnya: target 90 persen yang tercapai 85 persen ditulis 85, "
        "bukan 0,85.",
    ),
    ("Cara menulis tanggal", "Contoh: {{contoh_tanggal}} (hari/bulan/tahun)."),
    (
        "Kegiatan tidak terlaksana",
        "Tulis 0 pada Realisasi dan sebabnya pada Hambatan/Kegagalan. Jangan dikosongkan dan "
        "jangan diisi “-” atau “nihil”: sel kosong dibaca belum lapor.",
    ),
    (
        "Capaian di bawah {{ambang}}%",
        "Isi Hambatan/Kegagalan dan Rekomendasi. Contoh hambatan: {{contoh_hambatan}}. Contoh "
        "rekomendasi: {{contoh_rekomendasi}}. Tenggat boleh kosong: dianggap akhir triwulan "
        "berikutnya.",
    ),
    (
        "Bukti dukung",
        "Tulis nama berkas, tautan, atau tempat arsipnya, dan kirim berkasnya bersama formulir ini. "
        "Contoh: {{contoh_bukti_dukung}}",
    ),
    (
        "Angka yang terbit belakangan",
        "Bila angka resminya baru terbit sesudah tenggat (misalnya dari BPS), tulis di lembar "
        "Data Menyusul; Realisasinya boleh kosong dahulu.",
    ),
    (
        "Bila ada lembar Renaksi atau Tindak Lanjut",
        "Pilih Status setiap baris (selesai, berjalan, atau belum) dan tulis Catatan singkat; langkah "
        "yang bertarget juga perlu Realisasi, yang tercapai triwulan ini. "
        "Contoh: {{contoh_catatan_tindak}}.",
    ),
    (
        "Periksa, simpan, kirim kembali",
        "Di atas tabel setiap lembar tertulis apa yang masih kurang (Laporan, juga Anggaran, Renaksi, "
        "dan Tindak Lanjut bila ada). Bila tidak ada lagi yang merah, simpan dan kirim berkas Excel "
        "ini kepada Kasubag Program paling lambat {{tenggat}}. Nama berkas boleh apa saja. Jangan "
        "menyalin isinya ke berkas lain, dan jangan kirim foto atau PDF formulirnya.",
    ),
)

# --- Parts of a temuan that say why
TENGGAT_BUKAN_TANGGAL = "berisi “{isi}”, yang tidak terbaca sebagai tanggal"
TENGGAT_TANPA_REKOMENDASI = "({tanggal}) terisi, tetapi tidak ada rekomendasi di barisnya"
TENGGAT_LEWAT = "({tanggal}) tidak sesudah TW {triwulan} yang dilaporkan"
TENGGAT_JAUH = "({tanggal}) lebih dari dua tahun lagi"
PERKIRAAN_KOSONG = "belum diisi"
PERKIRAAN_BUKAN_TANGGAL = "berisi “{isi}”, yang tidak terbaca sebagai tanggal"
PERKIRAAN_LEWAT = "({tanggal}) sudah lewat, tetapi angkanya belum ada"
BELUM_ADA = "belum ada angka"
CARA_BUKA = (
    "TW {triwulan} sudah ditutup: bila angkanya memang harus berubah, Kasubag Program menjalankan "
    "sopkinerja buka -t {nomor} --alasan “…”, lalu formulir TW {triwulan} dikirim lagi."
)
CARA_KEMBALIKAN = (
    "TW {triwulan} belum ditutup: betulkan formulir TW {triwulan} dan kirim lagi, atau Kasubag "
    "Program menjalankan sopkinerja kembalikan {jabatan} -t {nomor} --catatan “…”."
)
CARA_KIRIM = (
    "TW {triwulan} belum ditutup dan formulirnya belum diterima: kirim formulir TW {triwulan} itu."
)

# --- Perbaikan

PERBAIKAN_PENGANTAR = (
    "Terima kasih, laporan Bapak/Ibu sudah kami terima dan periksa. Isian Anda tetap ada di "
    "tempatnya. Mohon perbaiki yang tercantum di atas langsung di berkas ini, simpan, lalu "
    "kirim kembali kepada Kasubag Program."
)

PERBAIKAN_PETUNJUK = (
    "Klik tulisan biru untuk menuju selnya. Di lembar Laporan, baris yang perlu diperbaiki "
    "berwarna jingga dan dijelaskan pada kolom Catatan Pemeriksa. Bila suatu angka memang sudah benar, "
    "biarkan angkanya dan tulis alasannya pada kolom Penjelasan."
)

# --- As on every form
BARIS_IDENTITAS = teks_formulir.BARIS_IDENTITAS
PENUTUP = teks_formulir.PENUTUP
