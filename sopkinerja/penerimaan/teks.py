"""What the Kasubag Program reads of files that were left, held or compared."""

from __future__ import annotations

TANPA_BEDA = "tidak ada angka atau teks, hanya asalnya (rumus atau ketikan)"
DILEWATI_KUNCI = "berkas kunci Excel/LibreOffice: tutup formulirnya di komputer ini"
DILEWATI_TERSEMBUNYI = "berkas tersembunyi"
DILEWATI_SISTEM = "berkas bawaan Windows, bukan kiriman"
DILEWATI_KHUSUS = "bukan berkas biasa"
DILEWATI_TAUTAN = "tautan (symlink) ke tempat lain: salin berkasnya sendiri ke inbox"
DILEWATI_TERTUTUP = "folder yang tidak dapat dibuka: minta izin membacanya"
DILEWATI_TAK_TERBACA = "tidak dapat dibaca: berkas sedang terbuka atau izinnya tidak ada"
DILEWATI_UNDUHAN = "masih diunduh atau disalin"
DILEWATI_DISALIN = "masih disalin: coba lagi sebentar"
CATATAN_KARANTINA = """\
Berkas   : {nama}
SHA-256  : {sha256}
Diterima : {waktu}
"""
TAK_BERJALAN = (
    "Pembaca berkas tidak dapat dijalankan, jadi tidak ada berkas yang dinilai. Ulangi; bila tetap "
    "begitu, periksa maks_mib_baca di sopkinerja.toml atau pasang ulang sopkinerja."
)
"""A reader that dies before it sees a file says nothing about the file."""
