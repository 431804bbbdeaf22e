"""The words of a bundle: its BACA_SAYA, and what `bundel` and `bundel --periksa` say."""

from __future__ import annotations

BACA_SAYA = """\
BUNDEL BUKTI {opd}
Triwulan {romawi} Tahun {tahun}

Isi bundel ini
--------------
asli/        berkas yang dikirim para pejabat, persis seperti datang: yang dihitung, yang digantikan,
             yang dikembalikan untuk diperbaiki, dan bukti di sampingnya
cetakan/     matriks, Laporan Kinerja, LHE, dan Evaluasi Renja triwulan ini yang pernah dibagikan
lampiran/    pindaian dokumen bertanda tangan
terbitan/    catatan penerbitan: isi setiap formulir ketika dibagikan (target, satuan, pemangku)
mandat/      setiap versi PK yang ditetapkan
jurnal/      setiap perubahan register (agenda) secara berurutan, dan pengaturan serta referensi
             yang berlaku ketika itu
manifest.json   daftar semua berkas di atas dengan SHA-256-nya

Semua berkas dapat dibuka dengan program biasa (Excel atau LibreOffice, peramban, penyunting teks).

Memeriksa bundel ini
--------------------
Dengan program sopkinerja:   sopkinerja bundel --periksa NAMA_BERKAS_INI.zip
Program itu membuktikan SHA-256 setiap berkas, membaca ulang berkas di asli/ dengan aturan yang sama,
membangun ulang setiap cetakan, lalu membandingkannya sel demi sel dengan yang ada di cetakan/.
Register (agenda) kantor tidak dipakai untuk menghitung; ia hanya dibandingkan.

Tanpa program: SHA-256 sebuah berkas dapat dihitung dengan perintah bawaan, lalu dicocokkan dengan
manifest.json. Windows: certutil -hashfile NAMA SHA256. Linux: sha256sum NAMA.
"""

JURNAL = "jurnal ke-{nomor}"
TERBITAN = "catatan penerbitan {formulir} {jabatan} revisi {revisi}"
MANDAT = "PK {tahun} versi {versi}"
BUKTI = "bukti"
ASLI = "{formulir} {jabatan}, {putusan}: {nama}"
SALINAN = "{nama} ketika itu"

HASIL_LAIN = "nilai yang terbaca"
PUTUSAN_LAIN = "putusan"
TEMUAN_LAIN = "temuan"
KOSONG = "(kosong)"
TAK_ADA = "(tidak ada)"
SEBAB_LAMA = "dicetak sebelum ada jurnal"
SEBAB_SALINAN = "pengaturan atau referensi ketika itu tidak ada di bundel"
SEBAB_REFERENSI = "referensi ketika itu memuat galat"
DARI_JURNAL = "jurnalnya di arsip/"
DARI_BUNDEL = "jurnal dalam bundel"
JURNAL_KURANG = "jurnalnya tidak lengkap."
BEDA_TABEL = "tabel {tabel}"
BEDA_HALAMAN = "jurnal ke-{nomor}"
BEDA_BUNDEL = "bundel ini bukan yang tercatat dibagikan"
