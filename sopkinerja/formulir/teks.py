"""Texts that every form shares: its feet, signatures, corrections, choices."""

from __future__ import annotations

from sopkinerja.istilah import Keadaan

LEMBAR_CAP = "_sopkinerja"
PILIHAN_TRIWULAN = ("I", "II", "III", "IV")
PILIHAN_YA_TIDAK = ("ya", "tidak")
KODE_FORMULIR = "Kode formulir: {{kode_formulir}}"
KAKI_KIRI = "{{kode_formulir}}"
KAKI_TENGAH = "{{jabatan_pendek}}"
KAKI_KANAN = "Halaman &P dari &N"
PERIODE = "{awal} s.d. {akhir}"
KONTAK = "Telepon {telepon}"
NIP = "NIP. {nip}"
TANPA_ATASAN = "–"
TTD_KIRI = "Mengetahui,"
TTD_TEMPAT = "{tempat}, .................... {tahun}"
TTD_TANPA_TEMPAT = ".................... {tahun}"
SALAH_ANGKA = (
    "Bukan angka",
    "Isi dengan angka saja: koma untuk desimal, tanpa titik ribuan dan tanpa satuan.",
)
SALAH_PILIHAN = ("Pilih dari daftar", "Pilih salah satu dari daftar: klik panah di kanan sel.")
PENUTUP = "Ada yang kurang jelas? Hubungi {{hubungi}}. Lebih baik bertanya daripada mengira-ngira."
HUBUNGI = "Kasubag Program"
HUBUNGI_RINCI = "Kasubag Program ({rinci})"
PERBAIKAN_BATAS = "Kirim kembali paling lambat {tenggat}"
PERBAIKAN_BATAS_TERSISIH = "Sudah ada yang dihitung: kirim kembali hanya bila berkas ini yang benar, paling lambat {tenggat}"
PERBAIKAN_KEPADA = "Hubungi {hubungi} ({nama}, Kasubag Program)"
PERBAIKAN_WHATSAPP = "WhatsApp {telepon}"
PERBAIKAN_TANPA_NOMOR = "Hubungi Kasubag Program"
PERBAIKAN_TANPA_NAMA = "Hubungi {hubungi} (Kasubag Program)"
PERBAIKAN_JUMLAH = (
    "Pemeriksaan ke-{percobaan}: {jumlah} temuan ({galat} harus diperbaiki, {lain} mohon dicek)."
)
PERBAIKAN_JUMLAH_LALU = "Pemeriksaan sebelumnya: {lalu} temuan."
PERBAIKAN_BERKAS = "Berkas bukti yang sudah kami terima: {nama}. Tidak perlu dikirim ulang."
PERBAIKAN_BUKTI = "Gambar bukti yang sudah kami terima: {jumlah}. Tidak perlu dikirim ulang."
PERBAIKAN_TANPA_TEMPAT = "seluruh berkas"
PERBAIKAN_KOLOM = "{lembar}, {kolom}"
PERBAIKAN_TEMPAT = "{kolom}: {baris}"
PERBAIKAN_TEMPAT_LEMBAR = "lembar {lembar}"
PERBAIKAN_TEMPAT_LAIN = " dan {jumlah} lainnya"
PERBAIKAN_TEMPAT_DST = "{tempat} dst."
PERBAIKAN_TEMPAT_BARIS = "baris ke-{nomor}"
PERBAIKAN_PESAN_LAIN = "… dan {jumlah} lagi; masing-masing dijelaskan di sebelah selnya."
PERBAIKAN_LEBIH = "Masih ada {jumlah} temuan lain; daftar ini memuat yang pertama saja."
PERBAIKAN_LEBIH_SARAN = (
    "Perbaiki yang tercantum dahulu; sisanya akan terlihat pada pemeriksaan berikutnya."
)
PERBAIKAN_OLEH_PEMERIKSA = "Dari pemeriksa: {catatan}"
PERBAIKAN_OLEH_PEMERIKSA_SARAN = "Tanggapi catatan pemeriksa ini, lalu kirim kembali."
MOHON_DICEK = "Mohon dicek: {pesan}"
CATATAN_SELENGKAPNYA = "Selengkapnya di lembar Perbaikan."
BARIS_JABATAN = "{{jabatan}}"
BARIS_PEMANGKU = "{{pemangku}} · {{kode_formulir}}"
BARIS_FORMULIR = "{{jabatan}} · {{unit}} · {{pemangku}} · dikembalikan paling lambat {{tenggat}}"
BARIS_IDENTITAS = "{{jabatan}} · {{pemangku}} · TW {{triwulan}} {{tahun}}"


KEADAAN = {
    Keadaan.DITERIMA: "diterima",
    Keadaan.BELUM: "belum kembali",
    Keadaan.TERLAMBAT: "belum kembali, terlambat",
    Keadaan.PERBAIKAN: "dalam perbaikan",
    Keadaan.KONFLIK: "konflik, dua kiriman menunggu pilihan",
    Keadaan.LOWONG: "lowong",
}
"""Where a jabatan stands, in the words of screen and reports alike."""


BELUM_TERBIT = "formulir belum terbit"
TERSISIH = "yang dihitung {dihitung}; {nama} tidak dihitung, karena ada yang salah"
GAGAL = "{berkas} belum dapat dibuat, yang lain tetap terbit. {tempat}"
