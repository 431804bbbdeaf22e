"""Every text an officer reads that is not a temuan: headings, help, examples, status lines.

`{{nama}}` in a text is a marker that is filled when a form is issued; `{nama}` is filled by
str.format here.
"""

from __future__ import annotations

from sopkinerja.formulir import teks as teks_formulir
from sopkinerja.formulir.teks import JUDUL_PERBAIKAN
from sopkinerja.istilah import KeadaanTindak, Konsolidasi

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
}

# --- Headings, by table and field key (contract)
JUDUL_KOLOM: dict[str, dict[str, str]] = {
    "laporan": {
        "no": "No",
        "kode": "Kode Indikator",
        "sasaran": "Sasaran",
        "indikator": "Indikator",
        "satuan": "Satuan",
        "cara": "Cara Mengisi",
        "target_tahun": "Target Tahun",
        "realisasi_lalu": "Realisasi s.d. TW Lalu",
        "target_tw": "Target TW",
        "realisasi": "Realisasi",
        "capaian": "Capaian (%)",
        "hambatan": "Hambatan/Kegagalan",
        "rekomendasi": "Rekomendasi",
        "bukti_dukung": "Bukti Dukung",
        "penjelasan": "Penjelasan",
        "catatan_pemeriksa": "Catatan Pemeriksa",
    },
    "catatan": {
        "tanggal": "Tanggal",
        "kode": "Kode Indikator",
        "uraian": "Uraian Kegiatan",
        "volume": "Volume",
        "bukti_dukung": "Bukti Dukung",
    },
    "rekap": {
        "kode": "Kode Indikator",
        "indikator": "Indikator",
        "satuan": "Satuan",
        "bulan_1": "{{bulan_1}}",
        "bulan_2": "{{bulan_2}}",
        "bulan_3": "{{bulan_3}}",
        "jumlah": "Jumlah TW {{triwulan}}",
    },
    "anggaran": {
        "kode": "Kode Sub Kegiatan",
        "uraian": "Sub Kegiatan",
        "pagu": "Pagu (Rp)",
        "realisasi_lalu": "Realisasi s.d. TW Lalu (Rp)",
        "realisasi_tw": "Realisasi TW (Rp)",
        "realisasi_sd": "Realisasi s.d. TW (Rp)",
        "keterangan": "Keterangan",
    },
    "pelaksanaan": {
        "kode": "Kode Langkah",
        "indikator": "Kode Indikator",
        "langkah": "Langkah Aksi",
        "bulan": "Bulan",
        "keluaran": "Keluaran",
        "penanggung_jawab": "Penanggung Jawab",
        "keadaan": "Status",
        "catatan": "Catatan",
    },
    "tindak_lanjut": {
        "kode": "Kode Tindak Lanjut",
        "asal": "Asal",
        "indikator": "Kode Indikator",
        "uraian": "Yang Ditindaklanjuti",
        "penanggung_jawab": "Penanggung Jawab",
        "tenggat": "Tenggat",
        "keadaan": "Status",
        "catatan": "Catatan",
    },
    "menyusul": {
        "kode": "Kode Indikator",
        "triwulan": "Triwulan",
        "sumber": "Sumber",
        "perkiraan": "Perkiraan Tanggal",
        "realisasi": "Realisasi",
        "sementara": "Sementara",
    },
    "perbaikan": JUDUL_PERBAIKAN,
}

CARA_MENGISI = {
    Konsolidasi.JUMLAH: "hasil TW ini saja",
    Konsolidasi.TERAKHIR: "posisi s.d. akhir TW",
    Konsolidasi.RATA_RATA: "rata-rata TW ini",
}
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
}
JUDUL_BERKAS = "Laporan Kinerja TW {triwulan} {tahun} – {jabatan}"

# --- Short lines above the tables
KETERANGAN = {
    "catatan": (
        "Satu baris untuk satu kegiatan pada satu hari. Volume di sini dijumlahkan sendiri ke "
        "Rekap Bulanan, dan ke Realisasi bila Cara Mengisi berbunyi “hasil TW ini saja”."
    ),
    "rekap": "Terisi sendiri dari lembar Catatan; tidak perlu diketik.",
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
        "Hanya untuk angka resmi yang terbit setelah batas waktu (misalnya dari BPS). Kosongkan "
        "bila tidak ada. Angka yang sudah terbit, juga untuk triwulan lalu, ditulis di sini."
    ),
}

# --- What is still missing (formulas in the form say the same)
SISA_LENGKAP = "Lengkap. Simpan lalu kirim kembali."
SISA_AWAL = "Masih kurang: "
SISA_REALISASI = "{} realisasi"
SISA_BUKAN_ANGKA = "{} realisasi yang bukan angka"
SISA_HAMBATAN = "{} hambatan/rekomendasi"
SISA_CATATAN = "Masih ada {} baris Catatan yang belum lengkap (sel merah muda)."
SISA_CATATAN_LENGKAP = "Setiap baris Catatan sudah lengkap."
SISA_ANGGARAN = "Masih kurang: {} realisasi anggaran (isi 0 bila belum ada belanja)."
SISA_ANGGARAN_LENGKAP = "Realisasi anggaran lengkap."
SISA_KEADAAN = "Masih ada {} baris yang Status-nya belum dipilih."
SISA_KEADAAN_LENGKAP = "Status setiap baris sudah dipilih."

# --- Input messages: title (up to 32 characters) and text (up to 255 once filled), by table.field
PESAN_ISIAN = {
    "laporan.realisasi": (
        "Realisasi",
        "Tulis angkanya saja, contoh: {{contoh_realisasi}}. Koma untuk desimal, tanpa titik "
        "ribuan. Persen: tulis 85, bukan 0,85. Tidak terlaksana: tulis 0 dan sebabnya di "
        "Hambatan/Kegagalan.",
    ),
    "laporan.hambatan": (
        "Hambatan/Kegagalan",
        "Wajib bila Capaian di bawah {{ambang}}%. Contoh: {{contoh_hambatan}}",
    ),
    "laporan.rekomendasi": (
        "Rekomendasi",
        "Apa yang sebaiknya dilakukan, oleh siapa, kapan. Contoh: {{contoh_rekomendasi}}",
    ),
    "laporan.bukti_dukung": (
        "Bukti Dukung",
        "Nama berkas, tautan, atau tempat arsip. Contoh: {{contoh_bukti_dukung}}",
    ),
    "laporan.penjelasan": (
        "Penjelasan",
        "Isi bila angkanya luar biasa (misalnya Capaian jauh di atas target), atau untuk menjawab "
        "Catatan Pemeriksa. Contoh: {{contoh_penjelasan}}",
    ),
    "catatan.tanggal": (
        "Tanggal kegiatan",
        "Tanggal dalam {{periode}}. Contoh: {{contoh_tanggal}}",
    ),
    "catatan.kode": ("Kode Indikator", "Pilih dari daftar: klik tanda panah di kanan sel."),
    "catatan.uraian": (
        "Uraian Kegiatan",
        "Apa yang dikerjakan, singkat. Contoh: {{contoh_uraian}}",
    ),
    "catatan.volume": (
        "Volume",
        "Banyaknya hasil dalam satuan indikator, angka saja. Contoh: {{contoh_volume}}",
    ),
    "catatan.bukti_dukung": (
        "Bukti Dukung",
        "Nama berkas, tautan, atau tempat arsip. Contoh: {{contoh_bukti_dukung}}",
    ),
    "anggaran.realisasi_tw": (
        "Realisasi TW (Rp)",
        "Belanja triwulan ini saja, rupiah penuh tanpa titik. Contoh: {{contoh_rupiah}}. "
        "Belum ada belanja: tulis 0.",
    ),
    "anggaran.keterangan": (
        "Keterangan",
        "Boleh kosong. Contoh: {{contoh_keterangan}}",
    ),
    "pelaksanaan.keadaan": ("Status", "Pilih selesai, berjalan, atau belum: klik panah di sel."),
    "pelaksanaan.catatan": (
        "Catatan",
        "Hasilnya, atau mengapa belum selesai. Contoh: {{contoh_catatan_tindak}}",
    ),
    "tindak_lanjut.keadaan": ("Status", "Pilih selesai, berjalan, atau belum: klik panah di sel."),
    "tindak_lanjut.catatan": (
        "Catatan",
        "Apa yang sudah dilakukan, atau mengapa belum. Contoh: {{contoh_catatan_tindak}}",
    ),
    "menyusul.kode": ("Kode Indikator", "Pilih dari daftar: klik tanda panah di kanan sel."),
    "menyusul.triwulan": ("Triwulan", "Triwulan yang angkanya menyusul: I, II, III atau IV."),
    "menyusul.sumber": ("Sumber", "Siapa yang menerbitkan angkanya. Contoh: {{contoh_sumber}}"),
    "menyusul.perkiraan": (
        "Perkiraan Tanggal",
        "Kapan angkanya terbit. Contoh: {{contoh_perkiraan}}",
    ),
    "menyusul.realisasi": (
        "Realisasi",
        "Kosongkan selama belum terbit; isi bila sudah. Contoh: {{contoh_realisasi}}",
    ),
    "menyusul.sementara": (
        "Sementara",
        "ya bila angkanya masih angka sementara, tidak bila sudah tetap.",
    ),
}
SALAH_TANGGAL = (
    "Tanggal perlu dicek",
    "Isi tanggal seperti {{contoh_tanggal}}, di dalam {{periode}}.",
)
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
        "Untuk “hasil TW ini saja” angkanya terisi sendiri dari Catatan dan boleh Anda timpa.",
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
        "rekomendasi: {{contoh_rekomendasi}}.",
    ),
    (
        "Bukti dukung",
        "Tulis nama berkas, tautan, atau tempat arsipnya. Contoh: {{contoh_bukti_dukung}}",
    ),
    (
        "Angka yang terbit belakangan",
        "Bila angka resminya baru terbit setelah batas waktu (misalnya dari BPS), tulis di lembar "
        "Data Menyusul; Realisasinya boleh kosong dahulu.",
    ),
    (
        "Bila ada lembar Renaksi atau Tindak Lanjut",
        "Pilih Status setiap baris (selesai, berjalan, atau belum) dan tulis Catatan singkat. "
        "Contoh: {{contoh_catatan_tindak}}.",
    ),
    (
        "Periksa, simpan, kirim kembali",
        "Lihat baris di atas tabel Laporan: di situ tertulis apa yang masih kurang. Bila sudah "
        "“Lengkap”, simpan dan kirim berkas Excel ini kepada Kasubag Program paling lambat "
        "{{tenggat}}. Nama berkas boleh apa saja. Jangan menyalin isinya ke berkas lain, dan "
        "jangan kirim foto atau PDF-nya.",
    ),
)

# --- Parts of a temuan that say why
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
    "tempatnya. Mohon perbaiki yang tercantum di bawah ini langsung di berkas ini, simpan, lalu "
    "kirim kembali kepada Kasubag Program."
)

PERBAIKAN_PETUNJUK = (
    "Klik tulisan biru untuk menuju selnya. Di lembar Laporan, baris yang perlu diperbaiki "
    "berwarna jingga dan dijelaskan pada kolom Catatan Pemeriksa. Bila suatu angka memang sudah benar, "
    "biarkan angkanya dan tulis alasannya pada kolom Penjelasan."
)

# --- As on every form
IDENTITAS = teks_formulir.IDENTITAS
BARIS_IDENTITAS = teks_formulir.BARIS_IDENTITAS
PENUTUP = teks_formulir.PENUTUP
