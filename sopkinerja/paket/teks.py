"""The words of packages: the nota dinas, the list, the messages."""

from __future__ import annotations

JUDUL_NOTA = "NOTA DINAS"
KEPADA = "Kepada"
DARI = "Dari"
KEPALA = "Kepala {unit}"
PEMANGKU = "Bapak/Ibu"
KASUBAG = "Kepala Subbagian Program"
NOMOR_KOSONG = "........................................"
LAMPIRAN = "{jumlah} ({sebut}) formulir"
PERIHAL = "Pengisian formulir {apa}"
PEMBUKA = (
    "Bersama ini kami sampaikan formulir {apa} bagi para pemangku di lingkungan {unit}. Mohon "
    "formulir berikut (nama berkasnya berawal dengan Kode) diteruskan kepada pemangkunya untuk diisi:"
)
TENGGAT = "Formulir yang sudah diisi kami terima paling lambat hari {tenggat}."
KIRIM = (
    "Cara mengirim kembali: simpan berkasnya, lalu kirim sebagai berkas (bukan foto layar){kepada}, bersama bukti dukungnya. "
    "Nama berkas tidak perlu diubah; beberapa formulir boleh dikirim bersama dalam satu zip. Formulir "
    "yang belum lengkap kami kembalikan dengan daftar yang perlu diperbaiki."
)
PETUNJUK = " Cara mengisinya ada dalam berkas {berkas} di dalam zip ini; mohon diteruskan bersama formulirnya."
KEPADA_SIAPA = " kepada {nama} (WhatsApp {telepon})"
KEPADA_NAMA = " kepada {nama}"
PENUTUP = "Demikian disampaikan, atas kerja samanya kami ucapkan terima kasih."

NAMA_DAFTAR = "Daftar_Kirim_{akhiran}.xlsx"
JUDUL_DAFTAR = "Daftar Kirim Formulir {formulir} {masa}"
PAKET_KE = "paket ke-{nomor}; tenggat {tenggat}"
PERINGATAN = (
    "Salinan Kasubag Program: memuat nomor telepon. Jangan diteruskan; yang dikirim hanya zip unit "
    "atau formulirnya."
)
CARA = (
    "Kirim yang bertanda baru atau berubah. Yang sudah terbit dibuat tanpa paket pada hari sebelumnya "
    "dan dianggap sudah dikirim; bila belum, kirim juga. Yang tidak berubah ada di paket lalu, dan yang "
    "sudah diterima tidak perlu diisi lagi: keduanya tidak perlu dikirim lagi."
)
SEJAK = {
    "berubah": "yang lama dikirim {hari}",
    "tidak berubah": "sejak {hari}",
    "sudah terbit": "terbit {hari}, tanpa paket",
}
PESAN_ORANG = (
    "Yth. {siapa} ({jabatan}): kami kirimkan formulir {apa}, berkas {berkas}.{ganti} Mohon diisi dan "
    "dikirim kembali paling lambat {tenggat}. Terima kasih."
)
GANTI_ORANG = " Berkas ini menggantikan yang dikirim {hari}{cara}"
GANTI_TERUS = (
    ". Bila yang lama sudah mulai diisi, teruskan dan kirim yang lama itu saja: tetap kami terima, "
    "isinya tidak perlu disalin ke berkas ini."
)
GANTI_PINDAH = (
    ", karena yang ditanyakan di dalamnya berubah. Mohon yang diisi dan dikirim berkas ini; isian di "
    "berkas lama disalin ke sini."
)
GANTI_ISI = "; isian yang sudah kami terima ikut di dalamnya."
TAMBAHAN = "{jumlah} baris di lembar {lembar}"
GANTI_TAMBAHAN = (
    " Yang hanya ada di berkas ini ({daftar}) lalu kami tanyakan pada formulir berikutnya."
)
PESAN_UNIT = (
    "Yth. {siapa} ({jabatan}): kami kirimkan paket formulir {apa} untuk {unit}, berkas {berkas} "
    "({jumlah} formulir dan nota dinas).{ganti} Mohon diteruskan kepada pemangkunya dan dikirim "
    "kembali paling lambat {tenggat}. Terima kasih."
)
GANTI_UNIT = " Yang baru atau berubah: {daftar}."
GANTI_UNIT_TERUS = (
    " Yang berubah menggantikan yang dikirim dahulu. Bila yang lama sudah mulai diisi, teruskan dan "
    "kirim yang lama itu saja: tetap kami terima, tidak perlu disalin{kecuali}."
)
GANTI_UNIT_KECUALI = " (kecuali {siapa}: yang diisi dan dikirim yang baru)"
GANTI_UNIT_BARU = (
    " Yang berubah menggantikan yang dikirim dahulu: yang diisi dan dikirim yang baru."
)
