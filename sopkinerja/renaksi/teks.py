"""Every text on the Renaksi form: headings, help, examples, status lines.

`{{nama}}` is a marker that is filled when the form is issued; `{nama}` is filled by str.format.
"""

from __future__ import annotations

from sopkinerja.formulir import teks as teks_formulir
from sopkinerja.mandat import teks as teks_mandat

# --- Sheets, by table
LEMBAR = {
    "perbaikan": "Perbaikan",
    "petunjuk": "Petunjuk",
    "renaksi": "Renaksi",
    "rujukan": "Rujukan",
}
LEMBAR_CAP = teks_formulir.LEMBAR_CAP

# --- Titles and identity block
JUDUL_LEMBAR = {
    "perbaikan": "DAFTAR PERBAIKAN — RENCANA AKSI TRIWULAN {{triwulan}} TAHUN {{tahun}}",
    "petunjuk": "PETUNJUK PENGISIAN RENCANA AKSI TRIWULAN {{triwulan}} TAHUN {{tahun}}",
    "renaksi": "RENCANA AKSI (RENAKSI) TRIWULAN {{triwulan}} TAHUN {{tahun}}",
    "rujukan": "RUJUKAN RENCANA AKSI TRIWULAN {{triwulan}} TAHUN {{tahun}}",
}
JUDUL_BERKAS = "Renaksi TW {triwulan} {tahun} – {jabatan}"
KODE_FORMULIR = teks_formulir.KODE_FORMULIR
BARIS_IDENTITAS = teks_formulir.BARIS_IDENTITAS
KAKI_TENGAH = teks_formulir.KAKI_TENGAH
KAKI_JABATAN = "{jabatan} – Renaksi TW {triwulan} {tahun}"
CONTOH_PILIHAN = teks_mandat.CONTOH_INDUK

# --- Live checks (formulas in the form say the same)
CEK_LENGKAP = "Lengkap"
CEK_ISI = "Isi: "
CEK_BULAN = "Bulan: pilih dari daftar"
CEK_URUTAN = "Bulan Selesai mendahului Bulan Mulai"
CEK_ANGGARAN = "Anggaran bukan angka"
CEK_TARGET = "Target bukan angka"
CEK_SATUAN = "Satuan belum diisi"
CEK_JUMLAH = "Target bulan tidak sama dengan Target TW"
SISA_KOSONG = "Belum ada langkah: mulailah dari baris pertama."
SISA_LENGKAP = "Lengkap. Simpan lalu kirim kembali."
SISA_AWAL = "Masih kurang: "
SISA_BARIS = "{} langkah belum lengkap"
SISA_SALAH = "{} langkah perlu diperiksa"
SISA_INDIKATOR = "{} indikator bertarget belum punya langkah"
SISA_PAGU = "anggaran langkah melebihi pagu"
JUMLAH_ANGGARAN = "Jumlah anggaran langkah"
BUTUH_LANGKAH = "Perlu langkah"
TANPA_TARGET = "Tanpa target TW ini"
SUDAH_ADA = "Sudah ada"

SALAH_ANGKA = teks_formulir.SALAH_ANGKA
SALAH_PILIHAN = teks_formulir.SALAH_PILIHAN
SALAH_RUJUKAN = teks_mandat.SALAH_RUJUKAN

# --- Petunjuk
SAPAAN = (
    "Yth. {{pemangku_nama}} – terima kasih atas waktu Bapak/Ibu. Formulir ini memuat rencana aksi "
    "{{jabatan}} untuk Triwulan {{triwulan}} Tahun {{tahun}} ({{periode}}): langkah nyata agar "
    "target triwulan tercapai. Pengisiannya cukup mengikuti langkah di bawah ini."
)
LANGKAH: tuple[tuple[str, str], ...] = (
    (
        "Baca lembar Rujukan",
        "Di situ ada indikator jabatan ini dengan target triwulannya, dan pagu sub kegiatan yang "
        "membiayainya. Setiap indikator bertarget di triwulan ini memerlukan sekurangnya satu "
        "langkah.",
    ),
    (
        "Isi sel kuning saja",
        "Di lembar Renaksi, satu baris untuk satu langkah; tersedia 30 baris. Sel lain terkunci "
        "dan terisi sendiri. Klik sebuah sel kuning: muncul penjelasan dan contohnya.",
    ),
    (
        "Baris yang sudah terisi",
        "Itu langkah triwulan lalu yang belum selesai; kodenya tertulis di kolom Lanjutan. Pilih "
        "bulannya yang baru dan perbarui bila perlu. Bila tidak dilanjutkan, kosongkan seluruh sel "
        "kuning di barisnya.",
    ),
    (
        "Pilih Kode Indikator",
        "Klik panah di kanan sel, lalu pilih indikator yang didukung langkah itu.",
    ),
    (
        "Tulis Langkah Aksi dan Keluaran",
        "Langkah: apa yang dikerjakan. Keluaran: hasil yang dapat ditunjukkan. Contoh langkah: "
        "Pelatihan ekspor bagi 20 IKM. Contoh keluaran: 20 IKM terlatih; laporan pelatihan.",
    ),
    (
        "Pilih Bulan Mulai dan Bulan Selesai",
        "Bulan di dalam triwulan ini saja: {{bulan_1}}, {{bulan_2}}, atau {{bulan_3}}. Yang "
        "berlanjut sesudahnya ditulis lagi pada Renaksi triwulan berikutnya.",
    ),
    (
        "Satuan dan Target",
        "Boleh kosong. Bila hasilnya dapat dihitung, tulis satuannya dan targetnya per bulan, atau "
        "Target TW saja; angkanya saja. Contoh: satuan IKM, target bulan 5, 5, 10. Realisasinya "
        "ditanyakan pada formulir triwulan. Pada langkah lanjutan, Target TW berisi sisanya.",
    ),
    (
        "Penanggung Jawab dan Anggaran",
        "Penanggung Jawab: nama jabatan yang mengerjakan. Anggaran: rupiah penuh, angka saja tanpa "
        "titik, misalnya 12500000; boleh kosong. Jumlah anggaran setahun tidak melebihi pagu di "
        "lembar Rujukan.",
    ),
    (
        "Periksa, simpan, kirim kembali",
        "Lihat baris di atas tabel dan kolom Pemeriksaan: di situ tertulis apa yang masih kurang. "
        "Bila sudah “Lengkap”, simpan dan kirim berkas Excel ini kepada Kasubag Program paling "
        "lambat {{tenggat}}. Nama berkas boleh apa saja. Jangan menyalin isinya ke berkas lain, "
        "dan jangan kirim foto atau PDF-nya.",
    ),
)
PENUTUP = teks_formulir.PENUTUP

# --- Rujukan
BAGIAN = {
    "indikator": "A. Indikator jabatan ini dan targetnya",
    "pagu": "B. Sub kegiatan yang membiayai",
    "rencana": "C. Anggaran langkah triwulan lalu",
}
INFO_INDIKATOR = (
    "Pilih di kolom Kode Indikator lembar Renaksi; jumlah langkahnya terhitung sendiri."
)
INFO_PAGU = "Jumlah anggaran langkah setahun tidak melebihi jumlah pagu ini."
PAGU_TIADA = "Tidak ada sub kegiatan DPA yang menjadi acuan jabatan ini."
INFO_RENCANA = (
    "Ikut dihitung terhadap pagu; langkah yang dilanjutkan di sini tidak dihitung dua kali."
)
RENCANA_TIADA = "Belum ada."
RENCANA_TRIWULAN = "Langkah yang direncanakan untuk triwulan {triwulan}"

# --- Perbaikan
PERBAIKAN_PENGANTAR = (
    "Terima kasih, Renaksi Bapak/Ibu sudah kami terima dan periksa. Isian Anda tetap ada di "
    "tempatnya. Mohon perbaiki yang tercantum di atas langsung di berkas ini, simpan, lalu "
    "kirim kembali kepada Kasubag Program."
)
PERBAIKAN_PETUNJUK = (
    "Klik tulisan biru untuk menuju selnya. Di lembar Renaksi, baris yang perlu diperbaiki berwarna "
    "jingga dan dijelaskan pada kolom Catatan Pemeriksa."
)

# --- Parts of a temuan
BUTIR_ANGGARAN = "Anggaran langkah baris ke-{nomor}"
BUTIR_TARGET = "{kolom} langkah baris ke-{nomor}"
BULAN_KOSONG = "belum diisi"
BULAN_TAK_TERBACA = "berisi “{isi}”, yang tidak terbaca sebagai nama bulan"
BULAN_LUAR = "berisi {bulan}, di luar TW {triwulan}"
