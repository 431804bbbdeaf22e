"""The words of the board."""

from __future__ import annotations

from sopkinerja.istilah import Formulir, Keadaan

SEBUTAN = {
    Formulir.MANDAT: "Mandat", Formulir.RENAKSI: "Renaksi", Formulir.LAPORAN: "Laporan Kinerja",
    Formulir.RAPAT: "Rapat Monev",
}  # fmt: skip
JUDUL = "Papan Pengembalian {formulir} {masa}"
PER = "keadaan per {tanggal}"
TENGGAT = "tenggat {tanggal}, {sisa}"
SISA = "{hari} hari kerja lagi"
SISA_TERAKHIR = "hari ini hari kerja terakhir"
SISA_LIBUR = "tidak ada hari kerja lagi sebelumnya"
SISA_HARI_INI = "hari ini"
LEWAT = "lewat {hari} hari kerja"
LEWAT_LIBUR = "baru saja lewat"
DITUTUP = "sudah ditutup"
LENGKAP = "semua sudah kembali"
TANDA = {
    Keadaan.DITERIMA: "✓",
    Keadaan.BELUM: "○",
    Keadaan.TERLAMBAT: "!",
    Keadaan.PERBAIKAN: "±",
    Keadaan.KONFLIK: "?",
    Keadaan.LOWONG: "–",
}
"""What tells one keadaan from another where there are no colours."""
MENUNGGU = "menunggu mandat atasan"
URUT = (
    Keadaan.KONFLIK, Keadaan.TERLAMBAT, Keadaan.PERBAIKAN, Keadaan.BELUM, Keadaan.DITERIMA,
    Keadaan.LOWONG,
)  # fmt: skip
"""What asks for work stands first."""
BELUM_SELESAI = "semua yang belum selesai"
SEMUA = "semua"
TANPA_UNIT = "(tanpa unit)"
GALAT_LAIN = " (dan {banyak} lagi)"
DARI_PEMERIKSA = "Dari pemeriksa: {catatan}"
PENGINGAT_UNIT = "Yth. rekan-rekan {unit}: {apa} kami tunggu dari:\n{daftar}\nTerima kasih."
BUTIR_UNIT = "{nomor}. {siapa}: {apa}"
BUTIR_FORMULIR = "formulir, tenggatnya {tenggat}{lewat}"
BUTIR_PERBAIKAN = "perbaikan{batas}"
PERIHAL_SUREL = "{formulir} {masa}: {jabatan}"
"""What a mail is about."""
SALINAN_SENDIRI = (
    "Salinan Kasubag Program: memuat nomor telepon dan surel. Untuk diteruskan, buat yang lain: "
    "{perintah}"
)
KELOMPOK = {"unit": "Kemajuan per Unit", "level": "Kemajuan per Level"}
BERKAS_PERBAIKAN = "Formulir perbaikan ke-{ke}"
BERKAS_SINGKAT = "perbaikan ke-{ke}"
