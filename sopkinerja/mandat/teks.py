"""Every text on the mandat form: headings, help, examples, status lines.

`{{nama}}` is a marker that is filled when the form is issued; `{nama}` is filled by str.format.
"""

from __future__ import annotations

from sopkinerja.formulir import teks as teks_formulir
from sopkinerja.konsolidasi import DIJELASKAN, PENYATUAN
from sopkinerja.polaritas import SIFAT

# --- Sheets, by table
LEMBAR = {
    "perbaikan": "Perbaikan",
    "petunjuk": "Petunjuk",
    "mandat": "Mandat",
    "rujukan": "Rujukan",
}
LEMBAR_CAP = teks_formulir.LEMBAR_CAP

# --- Titles and identity block
JUDUL_LEMBAR = {
    "perbaikan": "DAFTAR PERBAIKAN — MANDAT KINERJA TAHUN {{tahun}}",
    "petunjuk": "PETUNJUK PENGISIAN MANDAT KINERJA TAHUN {{tahun}}",
    "mandat": "MANDAT KINERJA (PK/SKP) DAN TARGET TRIWULAN TAHUN {{tahun}}",
    "rujukan": "RUJUKAN PENGISIAN MANDAT KINERJA TAHUN {{tahun}}",
}
JUDUL_BERKAS = "Mandat Kinerja {tahun} – {jabatan}"
KODE_FORMULIR = teks_formulir.KODE_FORMULIR
BARIS_IDENTITAS = "{{jabatan}} · {{pemangku}} · {{tahun}}"
KAKI_TENGAH = teks_formulir.KAKI_TENGAH
KAKI_JABATAN = "{jabatan} – Mandat {tahun}"
PIHAK_PERTAMA, PIHAK_KEDUA = "Pihak Pertama,", "Pihak Kedua,"
PILIHAN = "{kode} — {teks}"
"""How a dropdown names what can be chosen."""
KOSONG = "kosong"
"""How a message calls a target that isn't there."""
SUDAH_KEMBALI = "sudah kembali tetapi masih perlu diperbaiki"
BELUM_KEMBALI = "belum kembali"
"""Where a mandat form is while its jabatan's rows of the Mandat sheet are frozen."""
DAN_LAGI = "{teks}; dan {jumlah} lagi"
SARAN_FORMULIR = (
    'Bila datang dari formulir: sopkinerja kembalikan JABATAN --catatan "…", lalu terima lagi.'
)
CONTOH_INDUK = "Contoh: {pilihan}"
BARIS_BARU = "“baris {nomor}”"
"""How a message calls an indicator that has no kode yet."""

# --- Live checks (formulas in the form say the same)
CEK_LENGKAP = "Lengkap"
CEK_ISI = "Isi: "
CEK_TARGET_TW = "Target TW"
CEK_PILIHAN = "Polaritas dan Konsolidasi: pilih dari daftar"
CEK_RENTANG_JUMLAH = "Rentang tidak dijumlahkan: pilih Terakhir atau Rata-rata"
CEK_RENTANG = "Rentang: tulis dua batas, misalnya 2,5 s.d. 4,5"
CEK_BUKAN_ANGKA = "Ada target yang bukan angka"
CEK_SEBUTAN = "Sebutan tidak dijumlahkan: pilih Terakhir"
CEK_SEBUTAN_BEDA = "Target Tahun belum sama dengan target TW yang terakhir"
CEK_TIDAK_COCOK = "Target Tahun belum sama dengan kolom Menurut TW"
NOL_TIDAK_DITAGIH = (
    "TW bertarget 0 tidak ikut dirata-ratakan: pada polaritas Naik tidak ada yang ditagih."
)
SISA_KOSONG = "Belum ada indikator: mulailah dari baris pertama."
SISA_LENGKAP = "Lengkap. Simpan lalu kirim kembali."
SISA_AWAL = "Masih kurang: "
SISA_BARIS = "{} baris belum lengkap"
SISA_TARGET = "{} baris targetnya belum cocok"
SISA_BOBOT = "bobot belum di semua indikator"
SISA_JUMLAH_BOBOT = "bobot belum berjumlah 100"
JUMLAH_BOBOT = "Jumlah bobot"

SALAH_ANGKA = teks_formulir.SALAH_ANGKA
SALAH_PILIHAN = teks_formulir.SALAH_PILIHAN
SALAH_RUJUKAN = (
    "Tidak ada di daftar",
    "Sebaiknya pilih dari daftar: klik panah di kanan sel. Beberapa kode dipisah titik koma. Tetap pakai ketikan ini?",
)

# --- Petunjuk
SAPAAN = (
    "Yth. {{pemangku_nama}} – terima kasih atas waktu Bapak/Ibu. Formulir ini menetapkan mandat "
    "kinerja {{jabatan}} Tahun {{tahun}}: indikator dan target setiap triwulannya, sesuai PK/SKP. "
    "Pengisiannya cukup mengikuti langkah di bawah ini."
)
LANGKAH: tuple[tuple[str, str], ...] = (
    (
        "Baca lembar Rujukan",
        "Di situ ada tugas dan fungsi jabatan, indikator atasan langsung beserta targetnya, sub "
        "kegiatan yang menjadi tanggung jawab Anda, dan arti polaritas serta konsolidasi.",
    ),
    (
        "Isi sel kuning saja",
        "Di lembar Mandat, satu baris untuk satu indikator. Sel lain terkunci "
        "dan terisi sendiri. Klik sebuah sel kuning: muncul penjelasan dan contohnya.",
    ),
    (
        "Bila sudah ada isinya",
        "Baris yang sudah terisi berasal dari tahun lalu, dari data Kasubag Program, atau dari PK "
        "yang sudah ditetapkan. Periksa, ubah bila perlu, dan lengkapi targetnya. Indikator yang "
        "tidak dipakai lagi: kosongkan seluruh sel kuning di barisnya. Kode Indikator diberikan "
        "otomatis. Pada revisi PK, satuan, polaritas, konsolidasi, dan target triwulan yang sudah "
        "lewat tetap seperti semula.",
    ),
    (
        "Pilih polaritas",
        " ".join(f"{p}: {s.kalimat.anjuran}." for p, s in SIFAT.items()),
    ),
    (
        "Pilih konsolidasi",
        "Cara target triwulan menjadi target tahun. "
        + " ".join(f"{k}: {PENYATUAN[k].kalimat.anjuran}." for k in DIJELASKAN),
    ),
    (
        "Isi target",
        "Target Tahun dan target TW I sampai IV. Triwulan yang memang tidak ditargetkan dibiarkan "
        "kosong. Kolom Menurut TW menghitung sendiri; samakan Target Tahun dengan kolom itu.",
    ),
    (
        "Cara menulis angka",
        "Koma untuk desimal, tanpa titik ribuan, tanpa satuan. Contoh: 12,5 dan 1250. Rentang "
        "ditulis 2,5 s.d. 4,5. Target 85 persen ditulis 85, bukan 0,85. Target berupa sebutan, "
        "misalnya WTP atau BB: tulis nama skalanya di Satuan (lihat bagian G lembar Rujukan).",
    ),
    (
        "Pilih Induk",
        "Indikator atasan langsung yang didukung indikator ini, supaya seluruh jabatan bekerja ke "
        "arah yang sama.",
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
CONTOH = {
    "tenggat": "28 Februari 2026",
    "pemangku_nama": "Nama Pemangku",
    "jabatan": "Kepala Bidang",
    "tahun": "2026",
}
"""What stands for markers where the template estimates the height of a text."""

# --- Rujukan
BAGIAN = {
    "tusi": "A. Tugas dan fungsi",
    "atasan": "B. Indikator atasan langsung ({{jabatan_penentu}})",
    "dpa": "C. Sub kegiatan dalam tanggung jawab jabatan ini",
    "renstra": "D. IKU Renstra",
    "polaritas": "E. Polaritas: ke arah mana hasil yang baik",
    "konsolidasi": "F. Konsolidasi: bagaimana target triwulan menjadi target tahun",
    "skala": "G. Skala: tulis namanya di Satuan, lalu sebutannya sebagai target",
}
ATASAN_TIADA = "Mandat atasan belum diterima: tulis Induk dengan kata-kata sendiri."
ATASAN_PUNCAK = "Jabatan ini tidak punya atasan di dalam dinas: Induk dikosongkan."
ATASAN_ADA = "Pilih salah satu di kolom Induk lembar Mandat."
CATATAN_TAHUN_LALU = "Realisasi Tahun Lalu: {catatan}."
DPA_TIADA = "Tidak ada sub kegiatan DPA dalam tanggung jawab jabatan ini."
DPA_ADA = "Pilih di kolom Sub Kegiatan lembar Mandat bagi indikator yang dibiayainya."
RENSTRA_TIADA = "Kolom Renstra hanya diisi Kepala Dinas."
RENSTRA_ADA = "Pilih di kolom Renstra lembar Mandat."
TUSI_TIADA = "Belum tercatat."
JUDUL_PENJELASAN = ("Pilihan", "Artinya", "Contoh")
POLARITAS = tuple((p, *s.kalimat.penjelasan) for p, s in SIFAT.items())
KONSOLIDASI = tuple((k, *PENYATUAN[k].kalimat.penjelasan) for k in DIJELASKAN)

# --- Perbaikan
PERBAIKAN_PENGANTAR = (
    "Terima kasih, mandat Bapak/Ibu sudah kami terima dan periksa. Isian Anda tetap ada di "
    "tempatnya. Mohon perbaiki yang tercantum di atas langsung di berkas ini, simpan, lalu "
    "kirim kembali kepada Kasubag Program."
)
PERBAIKAN_PETUNJUK = (
    "Klik tulisan biru untuk menuju selnya. Di lembar Mandat, baris yang perlu diperbaiki berwarna "
    "jingga dan dijelaskan pada kolom Catatan Pemeriksa."
)
