"""What the Kasubag Program reads of files that were left, held or compared."""

from __future__ import annotations

from sopkinerja.istilah import Formulir

TANPA_BEDA = "tidak ada angka atau teks, hanya asalnya (rumus atau ketikan)"
BEDA = "({satu} / {dua}): {beda}"
"""Which file says which of two figures."""
BEDA_DI = "disebut pada {nama}"
"""Where a comparison of several was told once."""
DIHITUNG = "{nama} (diterima {hari}, revisi {revisi})"
MENUNGGU_PILIHAN = "belum ada, karena {nama} masih menunggu pilihan"
BERSAMA = "bersama {nama} yang isinya lain, dan tidak jelas mana yang terakhir"
LEBIH_DULU = "tetapi disimpan lebih dulu"
TIDAK_DIHITUNG = "tidak dihitung"
"""What became of a faulty file of whose jabatan another one counts."""
DARI_JABATAN = " (dari {banyak} jabatan)"
DILEWATI_KUNCI = "berkas kunci Excel/LibreOffice: tutup formulirnya di komputer ini"
DILEWATI_TERSEMBUNYI = "berkas tersembunyi"
DILEWATI_SISTEM = "berkas bawaan Windows, bukan kiriman"
DILEWATI_KHUSUS = "bukan berkas biasa"
DILEWATI_TAUTAN = "tautan (symlink) ke tempat lain: salin berkasnya sendiri ke inbox"
DILEWATI_TERTUTUP = "folder yang tidak dapat dibuka: minta izin membacanya"
DILEWATI_TAK_TERBACA = "tidak dapat dibaca: berkas sedang terbuka atau izinnya tidak ada"
DILEWATI_UNDUHAN = "masih diunduh atau disalin"
DILEWATI_DISALIN = "masih disalin: coba lagi sebentar"
PERGI = "tidak ada lagi di inbox"
CATATAN_KARANTINA = """\
Berkas   : {nama}
SHA-256  : {sha256}
Diterima : {waktu}
"""
SEBUTAN = {
    Formulir.MANDAT: "mandat",
    Formulir.RENAKSI: "Renaksi",
    Formulir.LAPORAN: "laporan kinerja",
    Formulir.RAPAT: "hasil Rapat Monev",
}
"""What a message calls a kind of form."""
SAPA = "Yth. {nama} ({jabatan})"
SAPA_UMUM = "Yth. Bapak/Ibu"
PESAN_PERBAIKAN = (
    "{sapa}, terima kasih, {formulir} sudah kami terima. Yang perlu diperbaiki ada {jumlah}: {hal} "
    "Mohon perbaiki langsung di berkas terlampir (lembar Perbaikan menunjukkan tempatnya), lalu "
    "kirim kembali{batas}. Terima kasih."
)
PESAN_KEMBALI = (
    "{sapa}, {formulir} Anda sudah kami terima, tetapi ada yang perlu dibetulkan: “{catatan}”. Mohon "
    "betulkan langsung di berkas terlampir (isian Anda ada di dalamnya), lalu kirim kembali{batas}. "
    "Terima kasih."
)
PESAN_DINI = (
    "{sapa}, terima kasih. {pesan} Mohon isi dan kirim dahulu formulir yang ditunggu itu; bila angkanya "
    "terlanjur ditulis di formulir ini, salin ke sana. Formulir terlampir (isian Anda ada di dalamnya) "
    "diisi sampai triwulannya berakhir, lalu dikirim{batas}. Terima kasih."
)
PESAN_TERSISIH = (
    "{sapa}, lebih dari satu berkas {formulir} kami terima. {pesan} Mohon kabari kami mana yang "
    "dimaksud. Bila yang dihitung itu sudah benar, tidak ada yang perlu dikirim. Bila berkas ini yang "
    "benar, yang perlu diperbaiki ada {jumlah}: {hal} Perbaiki langsung di berkas terlampir (lembar "
    "Perbaikan menunjukkan tempatnya), lalu kirim kembali{batas}. Terima kasih."
)
PESAN_LEWAT = (
    "{sapa}, terima kasih, berkas “{nama}” sudah kami terima. {pesan} Apakah yang dimaksud {formulir}? "
    "Bila ya, mohon isi formulir terlampir, lalu kirim; bila angkanya terlanjur ditulis di formulir lama "
    "itu, salin ke sana. Bila memang ada yang berubah pada triwulan yang sudah ditutup itu, kabari kami "
    "dahulu apa dan mengapa. Terima kasih."
)
PESAN_BUKAN = (
    "{sapa}, terima kasih, berkas “{nama}” sudah kami terima, tetapi bukan formulir {formulir} yang kami "
    "tunggu, atau tidak dikenali sebagai formulir itu, jadi belum dihitung. Bila itu laporannya, mohon salin isinya ke formulir terlampir, "
    "lalu kirim formulir itu. Bila itu bukti dukung, kirim bersama formulirnya. Terima kasih."
)
PESAN_BATAS = " paling lambat {tenggat}"
PESAN_LEBIH = "dan {jumlah} lagi."
PESAN_KONFLIK = "{sapa}, terima kasih. {pesan} Mohon kabari kami mana yang benar."
TAK_BERJALAN = (
    "Pembaca berkas tidak dapat dijalankan, jadi tidak ada berkas yang dinilai. Ulangi; bila tetap "
    "begitu, periksa maks_mib_baca di sopkinerja.toml atau pasang ulang sopkinerja."
)
"""A reader that dies before it sees a file says nothing about the file."""
