"""What freezing says: to the Kasubag Program, and to the register."""

MASIH_BOLEH = (
    "{kode} masih dapat dibetulkan, karena belum ada laporan diterima yang memuatnya: "
    'sopkinerja tetapkan --koreksi --alasan "…"'
)
SUDAH_DITERIMA = (
    "Laporan TW {triwulan} yang memuat {kode} sudah diterima, jadi ukurannya tetap. Tulis lagi "
    "satuan, polaritas, dan konsolidasinya seperti semula; atau jadikan indikator baru: tulis "
    "“baru” di kolom Kode baris itu{bawahan}, {lanjut}."
)
GANTI_INDUK = ", ganti Induk pada {bawahan} dari {kode} menjadi kalimatnya (“{indikator}”)"
LANJUT_REVISI = 'lalu: sopkinerja tetapkan --mulai-triwulan {triwulan} --alasan "…"'
LANJUT_TAHUN = "mulai mandat tahun depan"
DIGANTI = "PK versi {versi} diganti sebelum dipakai"
DIKOREKSI = "Koreksi PK versi {versi}"
DIREVISI = "PK versi {versi} mulai TW {triwulan}"
BELUM_MASUK = (
    "Formulir mandat {jabatan} diterima sesudah mandat {tahun} ditetapkan dan belum masuk ke versi "
    "{versi} ({jumlah} perbedaan, misalnya {contoh}). {lanjut}"
)
LANJUT_TAMBAH = "Jalankan: sopkinerja tetapkan"
LANJUT_BEDA = (
    "Lihat bedanya dan perintah yang memasukkannya, tanpa menulis apa pun: "
    "sopkinerja tetapkan --uji-coba"
)
REVISI_SESUDAHNYA = (
    'Pilih triwulan sesudahnya: sopkinerja tetapkan --mulai-triwulan {tw} --alasan "…"'
)
TANPA_SESUDAHNYA = "Tidak ada triwulan {tahun} sesudahnya yang masih dapat diubah."
