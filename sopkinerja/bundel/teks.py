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
Daftar_Berkas.xlsx   daftar semua berkas di atas untuk dibaca: apa isinya dan sidiknya (SHA-256)
manifest.json        daftar yang sama untuk program

Semua berkas dapat dibuka dengan program biasa (Excel atau LibreOffice, peramban, penyunting teks).

Memeriksa bundel ini
--------------------
Dengan program sopkinerja:   sopkinerja bundel --periksa NAMA_BERKAS_INI.zip
Program itu membuktikan sidik setiap berkas (SHA-256: berubah bila isinya berubah), membaca ulang
laporan di asli/ dengan aturan yang sama, membangun ulang matriks, Laporan Kinerja, LHE, dan Evaluasi Renja (untuk TW IV juga LAKIP dan
RENJA), lalu membandingkannya sel demi sel dengan yang ada di cetakan/. Pakai versi program yang
tercatat di manifest.json: versi lain dapat mencetak dengan kata atau susunan lain.
Register (agenda) kantor tidak dipakai untuk menghitung; ia hanya dibandingkan.

Tanpa program: sidik sebuah berkas (SHA-256) dapat dihitung dengan perintah bawaan, lalu dicocokkan
dengan manifest.json. Windows: certutil -hashfile NAMA SHA256. Linux: sha256sum NAMA.
"""

DAFTAR_JUDUL = "DAFTAR BERKAS BUNDEL"
DAFTAR_KETERANGAN = (
    "{opd}, Triwulan {romawi} Tahun {tahun}; nama berkas relatif terhadap bundel ini."
)
DAFTAR_KOSONG = "Tidak ada berkas."
JURNAL = "jurnal ke-{nomor}"
TERBITAN = "catatan penerbitan {formulir} {jabatan} revisi {revisi}"
MANDAT = "PK {tahun} versi {versi}"
BUKTI = "bukti"
ASLI = "{formulir} {jabatan}, {putusan}: {nama}"
SALINAN = "{nama} ketika itu"

HASIL_LAIN = "nilai yang terbaca"
TEMUAN_LAIN = "temuan"
KOSONG = "(kosong)"
TAK_ADA = "(tidak ada)"
SEBAB_LAMA = "dicatat sebelum agenda mempunyai jurnal"
SEBAB_ASLI = "ada berkas aslinya yang hilang atau berubah"
SEJUMLAH = "{banyak} kiriman"
BUKAN_BUKU = "{nama} di cetakan/ bukan buku kerja buatan program ini."
TAK_MASUK_AKAL = "isi jurnalnya tidak masuk akal."
SEBAB_SALINAN = "pengaturan atau referensi ketika itu tidak ada di bundel"
SEBAB_REFERENSI = "referensi ketika itu memuat galat"
MANIFEST = "manifest"
JURNAL_BUNDEL = "jurnal"
DARI_JURNAL = "jurnalnya di arsip/"
DARI_BUNDEL = "jurnal dalam bundel"
JURNAL_KURANG = "jurnalnya tidak lengkap."
BEDA_TABEL = "tabel {tabel}"
BEDA_HALAMAN = "jurnal ke-{nomor}"
BEDA_BUNDEL = "bundel ini bukan yang tercatat dibagikan"
SEBAB_TAK_DIBACA = "{banyak} kiriman di baliknya tidak dapat dibaca ulang dari bundel"
"""Why a printing isn't compared: the register's own figures would prove themselves."""
