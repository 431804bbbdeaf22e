"""Every complaint we can utter, as data: code, severity, what was found, what to do.

A message says where, what was found and what is needed; `saran` says what to do, with an example.
Codes are `TOPIK_NNN` and never reused.
"""

from __future__ import annotations

from enum import Enum, StrEnum
from typing import NamedTuple


class Tingkat(StrEnum):
    """How grave: sent back, accepted but shown, or merely told."""

    GALAT = "galat"
    PERINGATAN = "peringatan"
    INFO = "info"


class Berat(StrEnum):
    """What a peringatan puts at stake, gravest first: a figure, its ground, or how the file came."""

    BERAT = "berat"
    SEDANG = "sedang"
    RINGAN = "ringan"


class Keluhan(NamedTuple):
    """One entry of the catalogue; `pesan` and `saran` are str.format texts."""

    tingkat: Tingkat
    judul: str
    pesan: str
    saran: str
    contoh: str = ""
    """What belongs in the cell, as the input message shows it."""
    tanya: bool = False
    """A question: accepted with a peringatan when the same value returns with a Penjelasan."""


_G, _P, _I = Tingkat.GALAT, Tingkat.PERINGATAN, Tingkat.INFO


class Kode(Enum):
    """The catalogue. Grouped by topic; a new entry goes at the end of its topic."""

    # --- BERKAS: the file itself (amankan, baca)
    BERKAS_001 = Keluhan(
        _G,
        "Bukan buku kerja Excel",
        "Berkas “{nama}” bukan buku kerja yang dapat dibaca: {sebab}.",
        "{cara}",
    )
    BERKAS_002 = Keluhan(
        _G,
        "Berkas kosong",
        "Berkas “{nama}” kosong (0 bita).",
        "Pengiriman atau penyalinannya gagal. Minta pengirim mengirim ulang formulirnya.",
    )
    BERKAS_003 = Keluhan(
        _G,
        "Berkas rusak atau terpotong",
        "Berkas “{nama}” tidak utuh: {sebab}.",
        "Salin atau unduh sekali lagi sampai selesai. Bila tetap rusak, minta pengirim membuka formulirnya, menyimpan ulang sebagai .xlsx, lalu mengirim lagi.",
    )
    BERKAS_004 = Keluhan(
        _G,
        "Berkas bersandi",
        "Berkas “{nama}” dikunci dengan sandi, sehingga tidak dapat dibaca.",
        "Minta pengirim membukanya, menghapus sandi (File > Info > Protect Workbook > Encrypt with Password, kosongkan), menyimpan, lalu mengirim ulang.",
    )
    BERKAS_005 = Keluhan(
        _G,
        "Halaman web, bukan buku kerja",
        "Berkas “{nama}” sebenarnya halaman web (HTML), bukan buku kerja Excel.",
        "Berkas ini biasanya hasil unduhan yang gagal. Minta pengirim mengirim formulirnya sendiri sebagai .xlsx.",
    )
    BERKAS_006 = Keluhan(
        _G,
        "Teks biasa, bukan buku kerja",
        "Berkas “{nama}” sebenarnya teks biasa atau CSV, bukan buku kerja Excel.",
        "Isian di formulir hilang bila disimpan sebagai CSV. Minta pengirim membuka formulir aslinya dan menyimpannya sebagai Excel Workbook (.xlsx).",
    )
    BERKAS_007 = Keluhan(
        _G,
        "Berkas terlalu besar",
        "Berkas “{nama}” berukuran {ukuran} MiB, lebih dari batas {batas} MiB.",
        "Formulir: minta pengirim mengecilkan gambar di dalamnya (Picture Format > Compress Pictures) atau mengirim bukti dukung sebagai berkas terpisah. Bukti dukung (foto, PDF, video): minta dikecilkan, atau simpan di tempat berbagi dan tulis tautannya di kolom Bukti Dukung.",
    )
    BERKAS_008 = Keluhan(
        _G,
        "Isi berkas terlalu besar",
        "Isi berkas “{nama}” setelah dibuka {ukuran} MiB, lebih dari batas {batas} MiB.",
        "Berkas semacam ini dapat melumpuhkan komputer. Minta pengirim menyalin isiannya ke formulir asli dari Kasubag Program.",
    )
    BERKAS_009 = Keluhan(
        _G,
        "Susunan berkas tidak wajar",
        "Susunan di dalam berkas “{nama}” tidak wajar: {sebab}.",
        "Berkas ini mungkin berbahaya: jangan dibuka. Tanyakan asalnya kepada pengirim, lalu minta formulirnya disimpan ulang dari Excel atau LibreOffice.",
    )
    BERKAS_010 = Keluhan(
        _G,
        "Pembacaan berkas terhenti",
        "Berkas “{nama}” menghentikan pembacaan: isinya rusak atau memerlukan ingatan terlalu banyak.",
        "Minta pengirim menyalin isiannya ke formulir asli dari Kasubag Program, lalu mengirim ulang.",
    )
    BERKAS_011 = Keluhan(
        _G,
        "Pembacaan berkas terlalu lama",
        "Berkas “{nama}” belum selesai dibaca setelah {detik} detik.",
        "Minta pengirim menghapus baris dan kolom kosong yang berformat, atau menyalin isiannya ke formulir asli, lalu mengirim ulang.",
    )
    BERKAS_012 = Keluhan(
        _G,
        "Zip di dalam zip",
        "“{nama}” adalah arsip di dalam arsip zip.",
        "Ekstrak arsip luar dan arsip di dalamnya di komputer ini, lalu taruh foldernya utuh di inbox: formulir dan bukti dukungnya tetap bersama.",
    )
    BERKAS_013 = Keluhan(
        _G,
        "Zip tanpa formulir",
        "Arsip “{nama}” tidak berisi satu berkas pun.",
        "Minta pengirim memeriksa arsipnya dan mengirim ulang formulirnya.",
    )
    BERKAS_014 = Keluhan(
        _I,
        "Dibiarkan di inbox",
        "Berkas “{nama}” dibiarkan di inbox: {sebab}.",
        "Bila berkas itu kiriman, tutup atau tunggu sampai selesai disalin, lalu jalankan lagi sopkinerja terima.",
    )
    BERKAS_120 = Keluhan(
        _P,
        "Memuat makro",
        "Berkas “{nama}” memuat makro (program VBA atau Basic). Makronya tidak dijalankan dan tidak dibaca; isian di selnya dibaca seperti biasa.",
        "Jangan izinkan makro bila berkasnya dibuka. Tanyakan kepada pengirim dari mana makro itu: formulir kami tidak memuatnya.",
    )
    BERKAS_121 = Keluhan(
        _P,
        "Memuat tautan ke buku kerja lain",
        "Berkas “{nama}” memuat tautan ke buku kerja lain ({tautan}). Tautannya tidak diikuti; yang dibaca isi selnya.",
        "Bila angka di formulir berasal dari sana, minta pengirim mengetik angkanya langsung.",
    )
    BERKAS_122 = Keluhan(
        _P,
        "Memuat objek tersemat",
        "Berkas “{nama}” memuat {jumlah} objek tersemat (berkas lain di dalam buku kerja). Objek itu tidak dibuka dan tidak dibaca; ia tersimpan bersama berkasnya.",
        "Bila objek itu bukti dukung, minta pengirim mengirimnya sebagai berkas tersendiri di samping formulir.",
    )
    BERKAS_490 = Keluhan(
        _P,
        "Komentar atau kotak teks tidak dibaca",
        "Di samping sel ada {jumlah} komentar atau kotak teks, yang tidak dibaca sebagai isian: {isi}.",
        "Bila mengubah angka atau sebabnya, tulis di sel isiannya (misalnya Penjelasan), lalu kirim kembali. Bila hanya pesan, biarkan.",
    )
    BERKAS_100 = Keluhan(
        _G,
        "Zip bersandi",
        "“{nama}” dikunci dengan sandi di dalam arsip zip.",
        "Tanyakan sandinya kepada pengirim, ekstrak arsip itu di komputer ini, lalu taruh isinya di inbox.",
    )
    BERKAS_170 = Keluhan(
        _G,
        "Teks terlalu panjang untuk satu sel",
        "Satu sel di berkas “{nama}” memuat {jumlah} huruf, padahal satu sel Excel memuat paling banyak 32767.",
        "Minta pengirim meringkas teks di sel itu, misalnya uraian lengkapnya dipindahkan ke dokumen bukti dukung, lalu mengirim ulang.",
    )
    # --- KENALI: is it ours, and which
    KENALI_001 = Keluhan(
        _G,
        "Bukan formulir kami",
        "Berkas “{nama}” tidak memuat kode formulir sopkinerja.",
        "Pastikan yang dikirim adalah formulir yang diterima dari Kasubag Program, bukan salinan ketikan sendiri.",
    )
    KENALI_002 = Keluhan(
        _G,
        "Kode formulir rusak",
        "Kode formulir di berkas “{nama}” tidak utuh: “{kode}”.",
        "Kode formulir jangan diketik ulang. Salin kembali isian ke formulir asli dari Kasubag Program.",
    )
    KENALI_003 = Keluhan(
        _G,
        "Kode formulir berlainan",
        "Berkas “{nama}” memuat lebih dari satu kode formulir: {kode}.",
        "Satu berkas untuk satu formulir. Pisahkan lembar yang berasal dari formulir lain, lalu kirim sendiri-sendiri.",
    )
    KENALI_004 = Keluhan(
        _G,
        "Formulir OPD lain",
        "Formulir ini milik {opd}, bukan OPD ruang kerja ini ({kami}).",
        "Teruskan berkas kepada OPD yang bersangkutan.",
    )
    KENALI_005 = Keluhan(
        _G,
        "Formulir tidak tercatat",
        "Formulir {kode} tidak pernah diterbitkan dari ruang kerja ini.",
        "Periksa apakah agenda (sopkinerja.db) ruang kerja ini yang benar. Bila perlu, terbitkan formulirnya dan minta diisi.",
    )
    KENALI_006 = Keluhan(
        _G,
        "Revisi formulir terlalu baru",
        "Formulir {kode} memakai revisi {revisi}, sedangkan yang tercatat baru sampai revisi {terakhir}.",
        "Berkas ini diterbitkan setelah cadangan agenda dibuat. Pulihkan agenda yang terbaru, lalu jalankan sopkinerja terima --ulang.",
    )
    KENALI_120 = Keluhan(
        _G,
        "Kode formulir diketik pada formulir lain",
        "Kode formulir di berkas “{nama}” menyebut {kode}, tetapi sel terkuncinya persis formulir {asal}: kodenya diganti pada formulir lain.",
        "Minta pengirim mengisi formulir {kode} yang diterimanya dari Kasubag Program. Kode formulir jangan diganti.",
    )
    KENALI_121 = Keluhan(
        _G,
        "Kode formulir lain dari judulnya",
        "Kode formulir di berkas “{nama}” menyebut {kode}, tetapi judul lembarnya {asal}: kodenya diganti pada formulir lain.",
        "Minta pengirim mengisi formulir {kode} yang diterimanya dari Kasubag Program. Kode formulir jangan diganti.",
    )
    KENALI_430 = Keluhan(
        _I,
        "Nota dinas, bukan formulir",
        "Berkas “{nama}” adalah nota dinas pengantar, bukan formulir; disimpan di arsip.",
        "Tidak ada yang perlu dilakukan.",
    )
    KENALI_470 = Keluhan(
        _I,
        "Cara mengisi, bukan formulir",
        "Berkas “{nama}” adalah halaman cara mengisi formulir, bukan formulir; disimpan di arsip.",
        "Tidak ada yang perlu dilakukan.",
    )
    KENALI_500 = Keluhan(
        _G,
        "Bukan formulir, dari yang laporannya ditunggu",
        "Berkas “{nama}” berawal {jabatan}, yang laporannya masih ditunggu, tetapi tidak dikenali sebagai formulir {jabatan}.",
        "Kirim formulir {jabatan} sekali lagi dengan pesan di lembar Pesan tanda terima, dan minta isinya disalin ke sana.",
    )
    # --- URUTAN: which of several returns counts
    URUTAN_001 = Keluhan(
        _I,
        "Sudah diterima",
        "Isi berkas ini sama dengan yang sudah diterima untuk {jabatan}: {lama}.",
        "Tidak ada yang perlu dilakukan.",
    )
    URUTAN_002 = Keluhan(
        _I,
        "Kiriman yang lebih lama",
        "Berkas ini lebih lama daripada kiriman {jabatan} yang lain, jadi tidak dihitung: {lama}. Bedanya {beda}.",
        "Bila justru berkas ini yang benar, kembalikan yang diterima (sopkinerja kembalikan), lalu minta pengirim mengirim perbaikannya.",
    )
    URUTAN_003 = Keluhan(
        _G,
        "Dua kiriman berlainan",
        "Untuk {jabatan} datang dua kiriman atau lebih yang isinya berlainan dan tidak jelas mana yang terakhir: {nama}. Belum ada yang dihitung. Bedanya {beda}.",
        'Tanyakan kepada pengirim mana yang benar, lalu jalankan: sopkinerja pilih {sha} --alasan "…"',
    )
    URUTAN_004 = Keluhan(
        _G,
        "Dikembalikan oleh pemeriksa",
        "{catatan}",
        "Perbaiki sesuai catatan pemeriksa, simpan, lalu kirim kembali formulir perbaikan ini.",
    )
    URUTAN_005 = Keluhan(
        _P,
        "Dikembalikan, tetapi tidak diubah",
        "Formulir {jabatan} sudah dikembalikan untuk diperbaiki, tetapi isi berkas ini masih sama dengan yang diterima: {lama}.",
        "Sampaikan lagi catatan pemeriksa kepada pengirimnya. Nilai yang lama tetap berlaku.",
    )
    URUTAN_006 = Keluhan(
        _P,
        "Mengganti yang sudah diterima",
        "Kiriman ini menggantikan yang sudah diterima untuk {jabatan}: {lama}. Yang berubah: {beda}.",
        "Periksa apakah perubahannya memang dimaksud. Bila tidak, kembalikan dengan catatan (sopkinerja kembalikan).",
    )
    URUTAN_007 = Keluhan(
        _G,
        "Kiriman lain dari yang dihitung",
        "Kiriman {nama} untuk {jabatan} datang sesudah {lama} diterima, {sebab}. Yang dihitung sekarang {dihitung}. Bila {nama} yang dipilih, yang berubah: {beda}.",
        'Tanyakan kepada pengirim mana yang benar. Bila {nama}: sopkinerja pilih {sha} --alasan "…". Bila {lama}: sopkinerja pilih {sha_lama} --alasan "…"',
    )
    URUTAN_008 = Keluhan(
        _P,
        "Tidak dihitung, ada kiriman lain",
        "Berkas ini ({nama}) ada yang salah, jadi tidak dihitung. Yang dihitung untuk {jabatan}: {dihitung}.",
        "Bila yang dihitung itu sudah benar, tidak ada yang perlu diperbaiki atau dikirim; cukup kabari Kasubag Program. Bila berkas ini yang benar, perbaiki, lalu kirim kembali.",
    )
    URUTAN_009 = Keluhan(
        _P,
        "Beberapa berkas perlu perbaikan",
        "Dari {jabatan} datang {banyak} berkas sekaligus, semuanya perlu perbaikan dan belum ada yang dihitung: {nama}.",
        "Cukup satu yang diperbaiki dan dikirim kembali, yaitu yang benar; kabari Kasubag Program mana yang dimaksud.",
    )
    URUTAN_495 = Keluhan(
        _P,
        "Mengganti yang dikembalikan",
        "Kiriman ini menggantikan yang dikembalikan pemeriksa kepada {jabatan}: {lama}. Yang berubah: {beda}.",
        "Periksa apakah perubahannya sesuai dengan catatan pemeriksa. Bila tidak, kembalikan lagi dengan catatan (sopkinerja kembalikan).",
    )
    # --- KUNCI: locked cells, rows and tables
    KUNCI_001 = Keluhan(
        _P,
        "Sel terkunci berubah",
        "{butir}: tertulis “{ditemukan}”, padahal yang diterbitkan “{terbit}”. Yang diterbitkan tetap dipakai.",
        "Tidak perlu diperbaiki. Bila yang diterbitkan memang keliru, sampaikan kepada Kasubag Program.",
    )
    KUNCI_002 = Keluhan(
        _G,
        "Tabel Laporan tidak ditemukan",
        "Tabel Laporan tidak ditemukan di berkas ini, sehingga realisasi tidak terbaca.",
        "Salin isian ke formulir asli dari Kasubag Program, lalu kirim berkas itu seutuhnya.",
    )
    KUNCI_003 = Keluhan(
        _G,
        "Baris indikator hilang",
        "Baris {kode} ({indikator}) tidak ada lagi di lembar {lembar}.",
        "Isi baris itu di formulir perbaikan. Baris indikator jangan dihapus, walau kegiatannya tidak terlaksana (tulis 0).",
    )
    KUNCI_004 = Keluhan(
        _G,
        "Lembar ganda dengan isi berlainan",
        "Tabel {tabel} ada di lembar {lembar}, dan isinya berlainan: {beda}.",
        "Formulir perbaikan memuat satu saja, dengan isi lembar yang disebut pertama: betulkan bila bukan itu yang benar, lalu kirim kembali.",
    )
    KUNCI_005 = Keluhan(
        _I,
        "Lembar ganda dengan isi sama",
        "Tabel {tabel} ada di lembar {lembar} dengan isi yang sama; cukup satu yang dibaca.",
        "Tidak ada yang perlu dilakukan.",
    )
    KUNCI_006 = Keluhan(
        _G,
        "Baris ganda dengan isi berlainan",
        "Baris {kode} ada lebih dari sekali, dan isinya berlainan: {beda}. Mana yang benar?",
        "Formulir perbaikan memuat satu baris saja, dengan isi yang disebut pertama: betulkan bila bukan itu yang benar, lalu kirim kembali.",
    )
    KUNCI_007 = Keluhan(
        _P,
        "Baris di luar tabel",
        "Ada baris yang bukan baris formulir ini di lembar {lembar}: “{isi}”. Baris itu tidak dibaca.",
        "Bila isinya penting, pindahkan ke baris indikatornya lalu kirim kembali.",
    )
    KUNCI_008 = Keluhan(
        _I,
        "Dibaca lewat judul kolom",
        "Kunci tersembunyi lembar {lembar} tidak ada lagi; isinya dibaca lewat judul kolom.",
        "Tidak perlu diperbaiki. Lain kali kirim berkas aslinya, bukan salinan sel.",
    )
    KUNCI_009 = Keluhan(
        _P,
        "Lembar tidak ada",
        "Lembar {tabel} tidak ditemukan di berkas ini, sehingga isinya dianggap kosong.",
        "Bila lembar itu sudah diisi, kirim kembali berkas yang lengkap.",
    )
    KUNCI_010 = Keluhan(
        _I,
        "Baris ganda dengan isi sama",
        "Baris {kode} ada lebih dari sekali dengan isi yang sama; cukup satu yang dibaca.",
        "Tidak ada yang perlu dilakukan.",
    )
    KUNCI_011 = Keluhan(
        _P,
        "Kolom tidak ada",
        "Kolom {kolom} tidak ditemukan di lembar {lembar}, sehingga dianggap kosong.",
        "Bila kolom itu sudah diisi, kirim kembali berkas aslinya, atau isi lagi di formulir perbaikan.",
    )
    KUNCI_012 = Keluhan(
        _P,
        "Baris berpindah tempat",
        "Baris {kode} di lembar {lembar} berada di tempat baris {asal}; dibaca menurut kode yang tertulis, {kode}.",
        "Tidak perlu diperbaiki bila kode dan isinya memang sebaris. Jangan mengurutkan atau memindahkan baris formulir.",
    )
    KUNCI_013 = Keluhan(
        _G,
        "Isi baris bertentangan",
        "Baris {kode} di lembar {lembar} sebagian berisi milik {lain}, sehingga tidak pasti isinya milik siapa: {isi}.",
        "Di formulir perbaikan angkanya dikosongkan: ketik ulang pada baris yang benar. Bila memperbaiki berkas sendiri, kembalikan baris itu seperti semula.",
    )
    KUNCI_014 = Keluhan(
        _G,
        "Dua baris berkode sama",
        "Lembar {lembar} memuat lebih dari satu baris berkode {kode}.",
        "Sisakan satu baris untuk {kode}; indikator lain ditulis pada baris yang kodenya kosong.",
    )
    KUNCI_015 = Keluhan(
        _G,
        "Kolom ganda dengan isi berlainan",
        "Kolom “{kolom}” di lembar {lembar} ada dua ({huruf}) dengan isi yang berlainan.",
        "Formulir perbaikan memuat satu kolom saja, dengan isi kolom yang disebut pertama: betulkan bila bukan itu yang benar, lalu kirim kembali.",
    )
    KUNCI_016 = Keluhan(
        _I,
        "Kolom ganda dengan isi sama",
        "Kolom “{kolom}” di lembar {lembar} ada dua ({huruf}) dengan isi sama; dibaca satu kali.",
        "Tidak perlu diperbaiki.",
    )
    KUNCI_017 = Keluhan(
        _G,
        "Baris tersalin",
        "Lembar {lembar} memuat baris yang sama persis dua kali: “{isi}”. Salinan yang tertinggal, atau memang dua?",
        "Kosongkan salinannya. Bila memang dua kegiatan, bedakan isinya, misalnya tempat atau pesertanya, lalu kirim kembali.",
    )
    KUNCI_018 = Keluhan(
        _I,
        "Baris disisipkan dari salinan",
        "{jumlah} baris di lembar {lembar} dibuat dari salinan baris lain; dibaca sebagai baris sendiri.",
        "Tidak ada yang perlu dilakukan.",
    )
    KUNCI_019 = Keluhan(
        _P,
        "Sel gabungan",
        "Sel {rentang} ({kolom}) di lembar {lembar} digabung; isinya dipakai untuk setiap barisnya.",
        "Bila memang demikian, tidak perlu diperbaiki. Bila tidak, minta formulirnya dikembalikan, lalu isi tiap barisnya: di sana selnya tidak digabung.",
    )
    KUNCI_110 = Keluhan(
        _I,
        "Kolom dibaca lewat judulnya",
        "Kunci tersembunyi kolom {kolom} di lembar {lembar} tidak ada lagi; kolom itu dibaca lewat judulnya.",
        "Tidak perlu diperbaiki. Lain kali jangan menghapus isi baris dan kolom yang tersembunyi.",
    )
    KUNCI_111 = Keluhan(
        _P,
        "Salinan di lembar tersembunyi",
        "Lembar tersembunyi “{lembar}” memuat salinan tabel {tabel} dengan isi yang berlainan: {beda} (tampak / tersembunyi). Yang dipakai lembar yang tampak.",
        "Tidak perlu diperbaiki bila yang tampak memang benar. Bila tidak, kirim kembali formulir dengan isi yang benar di lembar yang tampak.",
    )
    KUNCI_488 = Keluhan(
        _P,
        "Rumus terkunci ditimpa",
        "{butir}: tertulis “{ditemukan}” di atas rumusnya, padahal menurut isiannya {dihitung}. Yang dipakai {dihitung}.",
        "Tidak perlu diperbaiki bila isiannya benar. Bila “{ditemukan}” yang benar, betulkan isian yang dihitungnya (Realisasi), bukan sel ini.",
    )
    # --- REALISASI
    REALISASI_001 = Keluhan(
        _G,
        "Realisasi belum diisi",
        "Realisasi {kode} masih kosong, padahal target TW ini {target}.",
        "Isi angka realisasinya. Bila kegiatan tidak terlaksana, isi 0 dan jelaskan sebabnya di Hambatan/Kegagalan.",
        "12,5",
    )
    REALISASI_002 = Keluhan(
        _G,
        "Realisasi kosong atau rumusnya galat",
        "Realisasi {kode} kosong atau rumusnya galat, padahal target TW ini {target}.",
        "Isi angka realisasinya, misalnya 12,5. Bila kegiatan tidak terlaksana, isi 0 dan jelaskan sebabnya di Hambatan/Kegagalan.",
    )
    REALISASI_003 = Keluhan(
        _P,
        "Realisasi jauh di atas target",
        "Realisasi {kode} {nilai} lebih dari 3 kali target TW ini ({target}).{jelas}",
        "Periksa angkanya, terutama letak koma dan satuannya. Bila sudah benar, tulis sebabnya di Penjelasan: peringatannya tetap tercatat, bersama sebab itu.",
    )
    REALISASI_004 = Keluhan(
        _P,
        "Realisasi jauh di bawah target",
        "Realisasi {kode} {nilai} kurang dari sepertiga target TW ini ({target}).{jelas}",
        "Periksa angkanya, terutama letak koma dan satuannya. Bila sudah benar, biarkan dan tulis sebabnya di Penjelasan: peringatannya tetap tercatat, bersama sebab itu.",
    )
    REALISASI_005 = Keluhan(
        _P,
        "Realisasi melonjak dari triwulan lalu",
        "Realisasi {kode} {nilai} lebih dari 3 kali realisasi TW lalu ({lalu}).{jelas}",
        "Periksa angkanya. Bila sudah benar, tulis sebabnya di Penjelasan, misalnya “Panen raya di bulan Juni”: peringatannya tetap tercatat, bersama sebab itu.",
    )
    REALISASI_006 = Keluhan(
        _P,
        "Realisasi merosot dari triwulan lalu",
        "Realisasi {kode} {nilai} kurang dari sepertiga realisasi TW lalu ({lalu}).{jelas}",
        "Periksa angkanya. Bila sudah benar, tulis sebabnya di Penjelasan, misalnya “Kegiatan selesai di TW I”: peringatannya tetap tercatat, bersama sebab itu.",
    )
    REALISASI_007 = Keluhan(
        _P,
        "Angka kumulatif menurun",
        "Realisasi {kode} {nilai} lebih rendah daripada posisi s.d. TW lalu ({lalu}), padahal diisi sebagai posisi s.d. akhir TW.{jelas}",
        "Isi posisi sejak Januari, bukan hasil triwulan ini saja. Bila memang turun, tulis sebabnya di Penjelasan: peringatannya tetap tercatat, bersama sebab itu.",
    )
    REALISASI_008 = Keluhan(
        _P,
        "Realisasi sama dengan triwulan lalu",
        "Realisasi {kode} {nilai} persis sama dengan TW lalu.{jelas}",
        "Periksa apakah angkanya sudah diperbarui. Bila memang sama, biarkan dan tulis sebabnya di Penjelasan: peringatannya tetap tercatat, bersama sebab itu.",
    )
    REALISASI_009 = Keluhan(
        _P,
        "Capaian tinggi tanpa penjelasan",
        "Capaian {kode} {capaian} di atas {ambang}, tetapi Penjelasan kosong.",
        "Tulis sebabnya di Penjelasan, misalnya “Ada tambahan peserta dari kerja sama dengan kabupaten”.",
    )
    REALISASI_010 = Keluhan(
        _P,
        "Realisasi tanpa target",
        "Realisasi {kode} {nilai}, padahal tidak ada target TW ini.",
        "Tidak perlu diperbaiki bila hasilnya memang ada. Bila salah baris, pindahkan angkanya.",
    )
    REALISASI_011 = Keluhan(
        _P,
        "Rumus dihitung ulang",
        "Realisasi {kode} di berkas tertulis {tertulis}, sedangkan jumlah Volume di Catatan {nilai}. Yang dipakai {nilai}.",
        "Periksa lembar Catatan. Bila jumlahnya kurang, lengkapi volumenya lalu kirim kembali.",
    )
    REALISASI_012 = Keluhan(
        _P,
        "Indikator yang sama, angka berbeda",
        "Realisasi {kode} {nilai}, sedangkan {lain} melaporkan {nilai_lain}, padahal keduanya indikator yang sama ({indikator}).",
        "Tanyakan kepada kedua pejabat angka mana yang benar; yang salah dikembalikan dengan catatan (sopkinerja kembalikan laporan). Bila memang lain, bedakan kalimat indikatornya, misalnya dengan menyebut wilayahnya.",
    )
    REALISASI_075 = Keluhan(
        _G,
        "Angka menurut ukuran lama",
        "Realisasi {kode} {nilai} diisi pada formulir revisi {revisi} sebagai {lama}, sedangkan sesudah koreksi mandat yang diminta {baru}.",
        "Bila {nilai} memang {baru}, kembalikan formulir perbaikan ini apa adanya; bila bukan, ganti angkanya.",
    )
    REALISASI_505 = Keluhan(
        _P,
        "Indikator yang belum ada di formulir lama",
        "Yang kembali adalah formulir revisi {revisi}; revisi {terbaru} juga menanyakan {kode}, yang di sini belum ada dan dihitung belum dilaporkan.",
        "Kirimkan formulir revisi {terbaru} untuk diisi (isian ini dapat disalin ke sana), atau kembalikan laporan ini dengan catatan: formulir perbaikannya memuat isian ini dan barisnya (sopkinerja kembalikan).",
    )
    REALISASI_076 = Keluhan(
        _P,
        "Polaritas sudah dikoreksi",
        "Formulir revisi {revisi} menyebut {kode} berpolaritas {lama}; sesudah koreksi mandat {baru}, dan menurut itulah capaiannya dihitung.",
        "Tidak perlu diisi ulang; periksa apakah Hambatan dan Rekomendasi masih cocok.",
    )
    # --- ANGKA: what is written in a numeric cell
    ANGKA_001 = Keluhan(
        _G,
        "Bukan angka",
        "{butir} berisi “{isi}”, yang bukan angka.",
        "Tulis angkanya saja, misalnya 12,5. Tidak ada hasil ditulis 0, bukan “-” atau “nihil”.",
        "12,5",
    )
    ANGKA_002 = Keluhan(
        _G,
        "Angka dapat dibaca dua cara",
        "{butir} tertulis “{isi}”, yang dapat dibaca {bacaan}. Mana yang benar?",
        "Ketik ulang persis seperti di luar kurung: tanpa titik ribuan, dengan koma untuk desimal.",
    )
    ANGKA_003 = Keluhan(
        _G,
        "Angka menjadi tanggal",
        "{butir} terbaca sebagai tanggal {isi}; mungkin Excel mengubah angka yang diketik. Berapa angka yang benar?",
        "Ketik ulang angkanya di formulir perbaikan, yang selnya berformat angka, misalnya 2,4.",
    )
    ANGKA_004 = Keluhan(
        _G,
        "Sel galat",
        "{butir} berisi galat rumus {isi}.",
        "Hapus isinya, lalu ketik angkanya, misalnya 12,5.",
    )
    ANGKA_005 = Keluhan(
        _G,
        "Bukan angka tetapi benar/salah",
        "{butir} berisi {isi} (benar/salah), bukan angka.",
        "Tulis angkanya saja, misalnya 1.",
    )
    ANGKA_006 = Keluhan(
        _G,
        "Ribuan terbaca pecahan",
        "Realisasi {kode} terbaca {nilai} {satuan}, padahal {satuan} dihitung bulat dan targetnya {target}. Maksudnya {bacaan} atau memang {nilai} ({nilai_kata})?",
        "Bila maksudnya {bacaan}, ketik ulang tanpa titik. Bila memang {nilai}, biarkan dan tulis sebabnya di Penjelasan.",
        tanya=True,
    )
    ANGKA_007 = Keluhan(
        _P,
        "Pecahan pada satuan bulat",
        "{butir} {nilai} {satuan} berupa pecahan, padahal {satuan} biasanya dihitung bulat.{jelas}",
        "Periksa angkanya. Bila memang pecahan, biarkan dan tulis sebabnya di {kolom}: peringatannya tetap tercatat, bersama sebab itu.",
    )
    ANGKA_008 = Keluhan(
        _G,
        "Skala persen",
        "Realisasi {kode} terbaca {nilai}%, sedangkan targetnya {target}%. Maksudnya {kali}% ({kali_kata} persen) atau memang {nilai}% ({nilai_kata} persen)?",
        "Bila maksudnya {kali}%, tulis {kali}. Bila memang {nilai}%, biarkan dan tulis sebabnya di Penjelasan.",
        "85",
        tanya=True,
    )
    ANGKA_009 = Keluhan(
        _G,
        "Rumus buatan sendiri",
        "Realisasi {kode} berisi rumus yang bukan dari formulir ({rumus}); hasilnya terbaca {nilai}. Apakah {nilai} benar?",
        "Bila {nilai} benar, tulis asal hitungannya di Penjelasan, misalnya “5 sampel Januari + 7 sampel Maret”. Bila tidak, ketik angka yang benar.",
        tanya=True,
    )
    ANGKA_010 = Keluhan(
        _G,
        "Rumus tanpa Catatan",
        "Realisasi {kode} berupa rumus dari lembar Catatan, tetapi lembar Catatan tidak ada; nilainya terbaca {nilai}. Apakah {nilai} benar?",
        "Kirim berkas yang lengkap dengan lembar Catatan, atau ketik angkanya dan tulis asalnya di Penjelasan.",
        tanya=True,
    )
    ANGKA_011 = Keluhan(
        _P,
        "Pertanyaan sudah dijawab",
        "Realisasi {kode} tetap {nilai} setelah ditanyakan ({judul}); diterima dengan penjelasan: “{penjelasan}”.",
        "Tidak ada yang perlu dilakukan.",
    )
    ANGKA_012 = Keluhan(
        _G,
        "Asal angka belum dijelaskan",
        "Realisasi {kode} tetap {nilai}, yang sebelumnya berasal dari rumus buatan sendiri, dan Penjelasan masih kosong. Apakah {nilai} benar?",
        "Bila {nilai} benar, tulis asal hitungannya di Penjelasan, misalnya “5 sampel Januari + 7 sampel Maret”. Bila tidak, ketik angka yang benar.",
        tanya=True,
    )
    ANGKA_013 = Keluhan(
        _G,
        "Rumus pada sel isian",
        "{butir} berisi rumus; hasilnya terbaca {nilai}. Apakah {nilai} benar?",
        "Formulir perbaikan memuat hasilnya sebagai angka: bila benar, biarkan; bila tidak, ketik angka yang benar, misalnya 12,5.",
    )
    ANGKA_014 = Keluhan(
        _G,
        "Angka yang sebagian dicoret",
        "{butir} berisi {isi}, yang seluruhnya atau sebagian dicoret, sehingga angkanya tidak pasti.",
        "Hapus isinya, lalu ketik satu angka saja tanpa coretan, misalnya 150.",
    )
    ANGKA_015 = Keluhan(
        _G,
        "Persen pada satuan yang bukan persen",
        "Realisasi {kode} tertulis {nilai}%, padahal satuannya {satuan}: {nilai} {satuan} ({nilai_kata}) atau {pecahan} {satuan} ({pecahan_kata})?",
        "Ketik angkanya saja, tanpa tanda persen. Bila {nilai} memang angkanya, jelaskan di Penjelasan.",
        tanya=True,
    )
    ANGKA_016 = Keluhan(
        _G,
        "Angka yang tampak lain",
        "{butir} berisi {isi}: yang tampak di layar lain dari yang tersimpan (format sel yang menyembunyikan angka, huruf putih, atau angka kecil di atas garis). Mana yang benar?",
        "Ketik angka yang benar di formulir perbaikan, yang format selnya sudah seperti semula, misalnya 1235.",
    )
    ANGKA_017 = Keluhan(
        _G,
        "Persen pada angka yang bukan persen",
        "{butir} tertulis {nilai}%, padahal satuannya {satuan}. Berapa angka yang benar?",
        "Ketik angkanya saja, tanpa tanda persen, misalnya 100.",
    )
    ANGKA_018 = Keluhan(
        _G,
        "Hitungan di bawah nol",
        "Realisasi {kode} {nilai} {satuan}, padahal {satuan} dihitung dan tidak dapat kurang dari 0. Maksudnya {bacaan} ({bacaan_kata}) atau memang {nilai} ({nilai_kata})?",
        "Bila maksudnya {bacaan}, ketik tanpa tanda minus. Bila memang {nilai}, biarkan dan tulis sebabnya di Penjelasan.",
        tanya=True,
    )
    ANGKA_050 = Keluhan(
        _G,
        "Bukan sebutan skalanya",
        "{butir} berisi “{isi}”, yang bukan sebutan skalanya.",
        "Tulis salah satu dari: {pilihan}.",
        "WTP",
    )
    ANGKA_065 = Keluhan(
        _G,
        "Angka dengan satuan lain",
        "{butir} tertulis “{isi}”, padahal satuannya {satuan}. Berapa {satuan}?",
        "Ketik jumlahnya dalam {satuan}, angkanya saja, tanpa kata di belakangnya.",
    )
    ANGKA_066 = Keluhan(
        _G,
        "Batas, bukan hasil",
        "{butir} tertulis “{isi}”, yaitu batas dan bukan hasil. Berapa hasilnya?",
        "Ketik angkanya saja, misalnya {angka}.",
    )
    ANGKA_067 = Keluhan(
        _G,
        "Lebih dari satu angka",
        "{butir} tertulis “{isi}”, yang memuat lebih dari satu angka. Yang mana?",
        "Ketik satu angka saja, misalnya {angka}; rinciannya ditulis di Penjelasan.",
    )
    ANGKA_110 = Keluhan(
        _G,
        "Angka dalam notasi ilmiah",
        "{butir} tertulis “{isi}”, yaitu angka yang disingkat program (notasi ilmiah), sehingga digit di belakangnya mungkin hilang. Berapa angka lengkapnya?",
        "Ketik angka lengkapnya, misalnya {angka}.",
    )
    ANGKA_170 = Keluhan(
        _G,
        "Angka yang juga nomor tanggal",
        "Realisasi {kode} terbaca {nilai}, yang bagi Excel juga nomor tanggal {tanggal}, padahal target TW ini {target}. Tanggal itu muncul bila yang diketik mirip tanggal, misalnya 1/2. Berapa angka yang benar?",
        "Ketik ulang angkanya saja, misalnya 0,5 dan bukan 1/2. Bila memang {nilai}, biarkan dan tulis sebabnya di Penjelasan.",
        tanya=True,
    )
    # --- HAMBATAN
    HAMBATAN_001 = Keluhan(
        _G,
        "Hambatan atau rekomendasi belum diisi",
        "Capaian {kode} {capaian} di bawah {ambang}, tetapi {kolom} belum diisi.",
        "Tulis singkat apa yang menghambat dan apa rekomendasinya, misalnya “Pengadaan terlambat; lelang dimulai Januari”.",
    )
    HAMBATAN_002 = Keluhan(
        _G,
        "Hambatan atau rekomendasi tanpa isi",
        "Capaian {kode} {capaian} di bawah {ambang}, tetapi {kolom} hanya berisi “{isi}”.",
        "Tulis singkat keadaannya, misalnya “Pengadaan terlambat; lelang dimulai Januari”.",
    )
    HAMBATAN_003 = Keluhan(
        _P,
        "Teks menjadi galat rumus",
        "{kolom} {kode} berisi {isi}: Excel mengira teksnya rumus (diawali “-”, “+” atau “=”).",
        "Ketik ulang tanpa tanda di depan, misalnya “Lelang ulang bulan Mei”.",
    )
    HAMBATAN_004 = Keluhan(
        _P,
        "Sel teks berisi galat",
        "{kolom} berisi {isi}, pesan galat dari program, jadi dianggap kosong.",
        "Ketik ulang teksnya tanpa “-”, “+” atau “=” di depan, misalnya “Lelang ulang bulan Mei”.",
    )
    HAMBATAN_005 = Keluhan(
        _P,
        "Teks yang dicoret",
        "{kolom} berisi “{isi}”, yang sebagian atau seluruhnya dicoret; yang dipakai hanya yang tidak dicoret.",
        "Tidak perlu diperbaiki bila memang begitu. Bila yang dicoret masih berlaku, minta formulirnya dikembalikan, lalu ketik ulang: di sana selnya tidak bercoretan.",
    )
    HAMBATAN_006 = Keluhan(
        _P,
        "Alamat tautan tidak terbaca",
        "{kolom} berisi “{isi}” dari rumus HYPERLINK yang alamatnya diambil dari sel lain, jadi alamatnya tidak ikut.",
        "Tempel alamatnya langsung di sel, misalnya https://drive.google.com/file/d/abc.",
    )
    HAMBATAN_090 = Keluhan(
        _P,
        "Tenggat tidak terbaca",
        "Tenggat rekomendasi {kode} {sebab}, jadi dianggap {bawaan}.",
        "Tulis tanggalnya (hari/bulan/tahun), atau kosongkan bila akhir triwulan berikutnya memang maksudnya.",
        "30/06/2026",
    )
    HAMBATAN_091 = Keluhan(
        _P,
        "Tenggat perlu dicek",
        "Tenggat rekomendasi {kode} {sebab}.",
        "Tulis tanggal sesudah triwulan ini, atau kosongkan: dianggap akhir triwulan berikutnya.",
        "30/06/2026",
    )
    HAMBATAN_110 = Keluhan(
        _P,
        "Teks berisi galat rumus",
        "{kolom} {kode} berisi galat {isi}, bukan teks.",
        "Hapus isi selnya, lalu ketik teksnya, misalnya “Lelang ulang bulan Mei”.",
    )
    # --- BUKTI
    BUKTI_001 = Keluhan(
        _P,
        "Bukti dukung belum disebut",
        "Realisasi {kode} {nilai}, tetapi Bukti Dukung belum diisi.",
        "Tulis nama berkas, tautan, atau tempat arsipnya, misalnya “BA_pendataan_IKM.pdf”.",
        "BA_pendataan_IKM.pdf",
    )
    BUKTI_100 = Keluhan(
        _I,
        "Disimpan sebagai bukti dukung",
        "Berkas “{nama}” disimpan sebagai bukti dukung {milik}.",
        "Tidak ada yang perlu dilakukan. Bila bukan miliknya, minta pengirim menyebut namanya di kolom Bukti Dukung formulir yang benar, lalu kirim keduanya dalam satu folder atau satu zip.",
    )
    BUKTI_101 = Keluhan(
        _P,
        "Bukti dukung yang disebut tidak ikut terkirim",
        "Bukti Dukung {kode} menyebut {nama}, tetapi berkas itu tidak ikut terkirim.",
        "Kirim berkasnya dengan nama itu juga, atau tulis tautan maupun tempat arsipnya. Kasubag Program menaruhnya di inbox; tidak perlu bersama formulirnya.",
    )
    BUKTI_102 = Keluhan(
        _G,
        "Bukti dukung tanpa formulir",
        "Berkas “{nama}” tidak dapat dipasangkan: {apa}, tanpa formulir di sampingnya dan tanpa formulir yang menyebut namanya.",
        "Tanyakan kepada pengirimnya. Bila ini bukti dukung: taruh sekali lagi dengan nama aslinya bersama formulirnya dalam satu folder atau satu zip di inbox, lalu terima lagi; bila formulir yang menyebutnya datang kemudian, nilai lagi yang dikarantina. Bila ini isian yang difoto atau dicetak: minta formulirnya (.xlsx) diisi dan dikirim.",
    )
    BUKTI_103 = Keluhan(
        _G,
        "Bukti dukung milik siapa",
        "Berkas “{nama}” dapat menjadi bukti dukung beberapa formulir ({apa}): {calon}.",
        "Tanyakan kepada pengirimnya milik siapa, taruh bersama formulir pemiliknya saja (salinannya boleh) dalam satu folder atau satu zip di inbox, lalu terima lagi.",
    )
    BUKTI_104 = Keluhan(
        _I,
        "Bukti dukung sudah ada",
        "Berkas “{nama}” sama dengan bukti dukung {milik} yang sudah disimpan.",
        "Tidak ada yang perlu dilakukan.",
    )
    BUKTI_105 = Keluhan(
        _G,
        "Foto laporan yang ditunggu atau bukti dukung",
        "Berkas “{nama}” berawal {jabatan}, yang laporannya masih ditunggu, tetapi {apa}.",
        "Bila ini laporan {jabatan} yang difoto atau dicetak, minta formulirnya (.xlsx) diisi dan dikirim. Bila ini bukti dukung, tanyakan milik siapa, lalu taruh bersama formulir pemiliknya (salinannya boleh) dalam satu folder atau satu zip di inbox dan terima lagi.",
    )
    BUKTI_500 = Keluhan(
        _G,
        "Bukti dukung menurut namanya, tanpa formulirnya",
        "Berkas “{nama}” menyebut {jabatan}, tetapi formulir {jabatan} tidak ada di sampingnya ({apa}).",
        "Tanyakan kepada {jabatan} apakah ini bukti dukungnya. Bila ya, taruh sekali lagi bersama formulir {jabatan} (salinannya boleh) dalam satu folder atau satu zip di inbox, lalu terima lagi. Bila ini isian yang difoto atau dicetak: minta formulirnya (.xlsx) diisi dan dikirim.",
    )
    ANGKA_489 = Keluhan(
        _P,
        "Spasi dibaca sebagai pemisah ribuan",
        "{butir} tertulis “{isi}”, yang dibaca {angka}.",
        "Bila maksudnya {angka}, biarkan. Bila dua angka, ketik satu saja; rinciannya ditulis di Penjelasan.",
    )
    # --- CATATAN
    CATATAN_001 = Keluhan(
        _G,
        "Tanggal catatan tidak terbaca",
        "Tanggal catatan {kode} berisi “{isi}”, yang tidak terbaca sebagai tanggal.",
        "Ketik hari/bulan/tahun, misalnya 15/01/2026.",
        "15/01/2026",
    )
    CATATAN_002 = Keluhan(
        _G,
        "Tanggal catatan di luar triwulan",
        "Tanggal catatan {kode}, {tanggal}, di luar TW {triwulan} {tahun}.{dugaan}",
        "Periksa bulan dan tahunnya. Catatan triwulan lain ditulis di formulir triwulan itu.",
    )
    CATATAN_003 = Keluhan(
        _G,
        "Tanggal catatan belum terjadi",
        "Tanggal catatan {kode}, {tanggal}, belum terjadi saat formulir ini diterima ({kini}).",
        "Periksa tanggalnya. Catatan berisi yang sudah dikerjakan.",
    )
    CATATAN_004 = Keluhan(
        _P,
        "Tanggal catatan kosong",
        "Catatan {kode} “{uraian}” belum bertanggal.",
        "Isi tanggalnya, misalnya 15/01/2026, supaya masuk rekap bulanan.",
    )
    CATATAN_005 = Keluhan(
        _G,
        "Kode indikator catatan tidak dikenal",
        "Catatan berkode “{kode}”, yang bukan indikator formulir ini.{dugaan}",
        "Pilih Kode Indikator dari daftar di sel itu, misalnya {contoh}.",
    )
    CATATAN_006 = Keluhan(
        _G,
        "Catatan tanpa kode indikator",
        "Catatan “{uraian}” bervolume {volume}, tetapi Kode Indikatornya kosong, sehingga tidak terhitung.",
        "Pilih Kode Indikator dari daftar di sel itu, misalnya {contoh}.",
    )
    CATATAN_007 = Keluhan(
        _P,
        "Catatan belum lengkap",
        "Catatan “{uraian}” belum berkode indikator.",
        "Pilih Kode Indikator dari daftar di sel itu, misalnya {contoh}.",
    )
    CATATAN_008 = Keluhan(
        _P,
        "Volume catatan kosong",
        "Catatan {kode} “{uraian}” belum bervolume, sehingga terhitung 0.",
        "Isi banyaknya hasil dalam satuan indikator, misalnya 5.",
        "5",
    )
    CATATAN_009 = Keluhan(
        _P,
        "Jumlah catatan berbeda",
        "Jumlah Volume {kode} di Catatan {jumlah}, sedangkan Realisasi diketik {nilai}.{jelas}",
        "Samakan keduanya, atau tulis sebab bedanya di Penjelasan: peringatannya tetap tercatat, bersama sebab itu.",
    )
    CATATAN_010 = Keluhan(
        _P,
        "Catatan tertulis dua kali",
        "Catatan {kode} “{uraian}” bervolume {volume} tertulis {jumlah} kali dengan tanggal yang sama; semuanya dijumlahkan.",
        "Kosongkan salinannya. Bila memang {jumlah} kegiatan, bedakan uraiannya, misalnya tempat atau pesertanya.",
    )
    CATATAN_011 = Keluhan(
        _P,
        "Volume catatan di bawah nol",
        "Volume catatan {kode} “{uraian}” {volume}, sehingga mengurangi jumlahnya.",
        "Isi banyaknya hasil hari itu, misalnya 5. Tanda minus hanya untuk membetulkan catatan sebelumnya.",
        "5",
    )
    CATATAN_110 = Keluhan(
        _P,
        "Hari dan bulan mungkin tertukar",
        "Tanggal catatan {kode} terbaca {tanggal}, padahal tanggal lain di lembar ini tertulis “{lain}”: program pengolahnya membaca bulan dahulu. Maksudnya {dugaan}?",
        "Periksa tanggalnya. Bila tertukar, ketik ulang, misalnya 15 Januari 2026.",
    )
    # --- ANGGARAN
    ANGGARAN_001 = Keluhan(
        _P,
        "Realisasi melebihi pagu",
        "Realisasi s.d. TW {kode} {nilai} melebihi pagu {pagu}.",
        "Periksa angkanya: isi belanja triwulan ini saja, rupiah penuh, misalnya 12500000.",
    )
    ANGGARAN_002 = Keluhan(
        _P,
        "Anggaran terpakai, capaian 0",
        "Anggaran {kode} terpakai {nilai} di TW ini, tetapi capaian {indikator} 0%.",
        "Periksa realisasi kinerjanya. Bila memang belum ada hasil, jelaskan di Keterangan atau Hambatan/Kegagalan.",
    )
    ANGGARAN_003 = Keluhan(
        _P,
        "Realisasi anggaran kosong",
        "Realisasi TW anggaran {kode} belum diisi.",
        "Isi belanja triwulan ini dalam rupiah, misalnya 12500000. Belum ada belanja ditulis 0.",
        "12500000",
    )
    ANGGARAN_004 = Keluhan(
        _P,
        "Realisasi anggaran negatif",
        "Realisasi TW anggaran {kode} {nilai}, sehingga realisasi s.d. TW menjadi {sd}.",
        "Isi belanja triwulan ini saja. Tanda minus hanya untuk pengembalian belanja; jelaskan di Keterangan.",
    )
    ANGGARAN_005 = Keluhan(
        _P,
        "Skala rupiah meragukan",
        "Realisasi TW anggaran {kode} {nilai}, padahal pagunya {pagu}. Apakah maksudnya {bacaan}?",
        "Tulis rupiah penuh, bukan ribuan atau jutaan, misalnya 12500000. Bila {nilai} memang benar, jelaskan di Keterangan.",
    )
    ANGGARAN_006 = Keluhan(
        _P,
        "Realisasi anggaran berbeda dengan referensi",
        "Realisasi TW {triwulan} anggaran {kode} di formulir {nilai}, sedangkan referensi mencatat {referensi}. Yang dipakai {nilai}.",
        "Cocokkan dengan bendahara. Bila formulir yang keliru, perbaiki lalu kirim kembali; bila referensi, perbaiki lembar DPA.",
    )
    ANGGARAN_007 = Keluhan(
        _P,
        "Realisasi anggaran di referensi negatif",
        "{kolom} anggaran {kode} di referensi {nilai}.",
        "Isi belanja triwulan itu saja, rupiah penuh. Tanda minus hanya untuk pengembalian belanja.",
    )
    # --- MENYUSUL: sheet Data Menyusul
    MENYUSUL_001 = Keluhan(
        _G,
        "Kode indikator data menyusul tidak dikenal",
        "Data Menyusul berkode “{kode}”, yang bukan indikator formulir ini.{dugaan}",
        "Pilih Kode Indikator dari daftar di sel itu, misalnya {contoh}.",
    )
    MENYUSUL_002 = Keluhan(
        _G,
        "Triwulan data menyusul tidak jelas",
        "Triwulan Data Menyusul {kode} berisi “{isi}”; yang dapat dipakai TW I sampai TW {triwulan}.",
        "Pilih triwulan yang angkanya menyusul, misalnya {triwulan}.",
    )
    MENYUSUL_003 = Keluhan(
        _P,
        "Sumber data menyusul kosong",
        "Sumber Data Menyusul {kode} belum diisi.",
        "Tulis siapa yang menerbitkan angkanya, misalnya “BPS, Berita Resmi Statistik”.",
    )
    MENYUSUL_004 = Keluhan(
        _P,
        "Perkiraan tanggal data menyusul",
        "Perkiraan Tanggal Data Menyusul {kode} {isi}.",
        "Isi kapan angkanya terbit, misalnya 05/05/2026.",
        "05/05/2026",
    )
    MENYUSUL_005 = Keluhan(
        _P,
        "Sementara bukan ya atau tidak",
        "Kolom Sementara Data Menyusul {kode} berisi “{isi}”; dianggap ya (angka sementara).",
        "Pilih ya atau tidak.",
    )
    MENYUSUL_006 = Keluhan(
        _G,
        "Data menyusul ganda",
        "Data Menyusul {kode} TW {triwulan} ada lebih dari sekali dengan angka berlainan: {nilai}. Mana yang benar?",
        "Pertahankan satu baris untuk setiap indikator dan triwulan.",
    )
    MENYUSUL_007 = Keluhan(
        _G,
        "Dua angka untuk satu triwulan",
        "Realisasi {kode} TW ini {nilai} di lembar Laporan, tetapi {menyusul} di Data Menyusul. Mana yang benar?",
        "Samakan keduanya, atau kosongkan salah satunya.",
    )
    MENYUSUL_008 = Keluhan(
        _G,
        "Angka yang tidak diumumkan menyusul",
        "Data Menyusul {kode} TW {triwulan} berisi {nilai}, padahal angka itu tidak diumumkan menyusul dan tidak ditandai sementara. Yang berlaku: {berlaku}.",
        "Kosongkan baris ini, misalnya seluruh isinya, lalu kirim kembali. {cara}",
    )
    MENYUSUL_009 = Keluhan(
        _P,
        "Pengumuman yang terlambat",
        "Data Menyusul {kode} TW {triwulan} tidak diumumkan pada formulir TW {triwulan}, jadi baris ini tidak mengubah apa pun.",
        "Umumkan angka yang menyusul pada formulir triwulannya sendiri.",
    )
    MENYUSUL_010 = Keluhan(
        _P,
        "Angka menyusul mengganti angka yang bukan sementara",
        "Data Menyusul {kode} TW {triwulan}: {baru} mengganti {lama}, yang tidak ditandai sementara.",
        "Pastikan {baru} memang angka terakhir dari penerbitnya.",
    )
    MENYUSUL_011 = Keluhan(
        _I,
        "Tempat menjawab pertanyaan",
        "Pertanyaan tentang Realisasi {kode} di lembar Data Menyusul dijawab pada baris indikator itu di lembar Laporan.",
        "Bila angkanya benar, biarkan dan tulis alasannya di kolom Penjelasan lembar Laporan, misalnya “sesuai rilis BPS”.",
    )
    # --- TINDAK: sheets Renaksi and Tindak Lanjut
    TINDAK_001 = Keluhan(
        _P,
        "Status belum dipilih",
        "Status {kode} di lembar {lembar} belum dipilih, jadi dianggap belum dijawab.",
        "Pilih selesai, berjalan, atau belum dari daftar di sel itu. Yang tidak dijawab ditanyakan lagi pada formulir berikutnya.",
        "berjalan",
    )
    TINDAK_002 = Keluhan(
        _P,
        "Status tidak dikenal",
        "Status {kode} di lembar {lembar} berisi “{isi}”, yang tidak dikenal, jadi dianggap belum dijawab.",
        "Pilih selesai, berjalan, atau belum dari daftar di sel itu; keterangan lain ditulis di Catatan.",
        "berjalan",
    )
    TINDAK_003 = Keluhan(
        _P,
        "Belum dilaksanakan tanpa catatan",
        "{kode} di lembar {lembar} belum dilaksanakan, tetapi Catatan-nya kosong.",
        "Tulis mengapa belum, dan kapan akan dilaksanakan.",
        "Menunggu pengesahan perubahan anggaran",
    )
    TINDAK_004 = Keluhan(
        _P,
        "Revisi formulir yang lebih lama",
        "Yang kembali adalah formulir revisi {revisi}; revisi {terbaru} menanyakan {jumlah} baris lagi di lembar {lembar}.",
        "Laporannya tetap diterima. Yang belum dijawab ditanyakan lagi pada formulir berikutnya.",
    )
    TINDAK_090 = Keluhan(
        _G,
        "Realisasi langkah negatif",
        "Realisasi langkah {kode} {nilai}, kurang dari nol.",
        "Tulis yang tercapai triwulan ini tanpa tanda minus; belum ada hasil ditulis 0.",
    )
    TINDAK_091 = Keluhan(
        _P,
        "Realisasi langkah belum diisi",
        "Langkah {kode} bertarget {target}, tetapi Realisasi-nya kosong.",
        "Tulis yang tercapai triwulan ini; belum ada hasil ditulis 0.",
        "5",
    )
    TINDAK_092 = Keluhan(
        _P,
        "Selesai di bawah target",
        "Langkah {kode} dinyatakan selesai dengan realisasi {nilai} dari target {target}.",
        "Bila sisanya masih dikerjakan, pilih berjalan. Bila memang selesai, tulis sebabnya di Catatan.",
    )
    TINDAK_093 = Keluhan(
        _P,
        "Belum dilaksanakan, tetapi ada realisasi",
        "Langkah {kode} dinyatakan belum dilaksanakan, tetapi realisasinya {nilai}.",
        "Pilih berjalan atau selesai, atau kosongkan Realisasi.",
    )
    # --- TRIWULAN
    TRIWULAN_001 = Keluhan(
        _G,
        "Triwulan sudah ditutup",
        "Formulir {jabatan} ini untuk TW {triwulan} {tahun}, yang sudah ditutup.",
        'Berkas disimpan di karantina. Bila harus masuk: sopkinerja buka -t {nomor} --alasan "…", lalu sopkinerja terima --ulang.',
    )
    TRIWULAN_002 = Keluhan(
        _G,
        "Formulir triwulan yang belum berakhir",
        "Ini formulir TW {triwulan}, yang baru berakhir {akhir}; yang ditunggu dari {jabatan} laporan {ditunggu}.",
        "Isi dan kirim formulir {ditunggu} lebih dahulu; yang ini dikirim setelah triwulannya berakhir.",
    )
    TRIWULAN_090 = Keluhan(
        _P,
        "Formulir triwulan yang hampir berakhir",
        "Ini formulir TW {triwulan}, yang baru berakhir {akhir}; laporan {ditunggu} dari {jabatan} masih ditunggu.",
        "Tanyakan apakah isinya memang untuk triwulan itu, dan minta formulir {ditunggu}.",
    )
    TRIWULAN_500 = Keluhan(
        _G,
        "Formulir triwulan yang ditutup, padahal yang ditunggu triwulan lain",
        "Ini formulir {triwulan}, yang sudah ditutup; yang ditunggu dari {jabatan} laporan {ditunggu}.",
        "Tanyakan kepada pengirimnya apakah yang dimaksud laporan {ditunggu}; bila ya, minta formulir {ditunggu} diisi dan dikirim.",
    )
    # --- REFERENSI: the referensi workbook
    REFERENSI_001 = Keluhan(
        _G,
        "Lembar tidak ada",
        "Lembar “{lembar}” tidak ada di referensi.{dugaan}",
        "Beri nama lembarnya persis “{lembar}”, atau salin lembar itu dari referensi kosong (sopkinerja mulai).",
    )
    REFERENSI_002 = Keluhan(
        _G,
        "Kolom tidak ada",
        "Lembar {lembar} tidak punya kolom “{kolom}”.{dugaan}",
        "Tulis judul kolom “{kolom}” pada baris judul lembar {lembar}.",
    )
    REFERENSI_003 = Keluhan(
        _G,
        "Kolom wajib masih kosong",
        "Baris {baris} lembar {lembar} belum lengkap: {kolom} masih kosong.",
        "Lengkapi {kolom}, atau kosongkan seluruh baris bila memang tidak dipakai.",
    )
    REFERENSI_004 = Keluhan(
        _G,
        "Kode ganda",
        "Kode “{kode}” sudah dipakai di sel {pertama}.",
        "Beri kode lain; setiap kode hanya untuk satu baris dan tidak dipakai ulang.",
    )
    REFERENSI_005 = Keluhan(
        _G,
        "Bentuk kode jabatan salah",
        "Kode jabatan “{kode}” tidak dapat dipakai pada nama berkas dan kode formulir.",
        "Pakai huruf besar, angka dan tanda hubung saja, paling banyak 24 karakter, misalnya PLN-01.",
        "PLN-01",
    )
    REFERENSI_006 = Keluhan(
        _G,
        "Kode tidak dikenal",
        "{kolom} “{nilai}” tidak menunjuk tepat satu baris di lembar {rujukan}.{dugaan}",
        "Tulis kode dari lembar {rujukan}; namanya juga boleh bila hanya satu yang bernama itu. Bila memang belum ada di sana, tambahkan barisnya.",
    )
    REFERENSI_007 = Keluhan(
        _G,
        "Rantai melingkar",
        "Rantai {kolom} berputar kembali ke dirinya: {rantai}.",
        "Perbaiki {kolom} salah satu di antaranya sehingga rantai berujung di puncak.",
    )
    REFERENSI_008 = Keluhan(
        _G,
        "Kepala Dinas tidak ada",
        "Lembar Jabatan belum punya jabatan dengan Level Kepala Dinas.",
        "Tambahkan satu baris untuk Kepala Dinas; kolom Atasan-nya dikosongkan.",
    )
    REFERENSI_009 = Keluhan(
        _G,
        "Kepala Dinas lebih dari satu",
        "Ada {jumlah} jabatan dengan Level Kepala Dinas: {daftar}.",
        "Sisakan satu; Sekretaris dan kepala UPT memakai Level Kabid.",
    )
    REFERENSI_010 = Keluhan(
        _G,
        "NIP menjadi angka",
        "NIP {nama} tersimpan sebagai angka ({nilai}), sehingga digit terakhirnya hilang.",
        "Format dahulu selnya sebagai Teks (Format Cells > Text), lalu ketik ulang 18 angkanya dari SK.",
        "19800101 200501 1 001",
    )
    REFERENSI_011 = Keluhan(
        _G,
        "NIP tidak benar",
        "NIP {nama} “{nilai}” {sebab}.",
        "NIP terdiri atas 18 angka: tanggal lahir (8), TMT (6), jenis kelamin (1), nomor urut (3).",
        "19800101 200501 1 001",
    )
    REFERENSI_012 = Keluhan(
        _G,
        "Dua pemangku pada satu kursi",
        "Jabatan {kode} dipangku {jumlah} orang sekaligus: {daftar}.",
        "Bila {baru} menggantikan {lama}: {ganti}. Bila keduanya bekerja bersamaan, satu baris Jabatan adalah satu kursi: tambahkan di lembar Jabatan {usul}, lalu pakai kodenya di kolom Jabatan masing-masing.",
    )
    REFERENSI_013 = Keluhan(
        _P,
        "Definitif dan pelaksana bersamaan",
        "Jabatan {kode} punya pejabat definitif ({definitif}) dan {kedudukan} ({pelaksana}) pada tanggal yang sama.",
        "Periksa Mulai dan Sampai. Selama keduanya berlaku, formulir dibuat atas nama pejabat definitif.",
    )
    REFERENSI_014 = Keluhan(
        _G,
        "Di luar pilihan",
        "{kolom} “{nilai}” tidak dikenal.{dugaan}",
        "Pilih salah satu: {pilihan}.",
    )
    REFERENSI_015 = Keluhan(
        _G,
        "Bukan angka",
        "{kolom} berisi “{nilai}”, bukan angka yang dapat dipakai.",
        "{cara} Bila tidak ada, kosongkan selnya.",
    )
    REFERENSI_016 = Keluhan(
        _G,
        "Angka punya dua bacaan",
        "{kolom} “{nilai}” dapat berarti {bacaan}. Mana yang benar?",
        "Ketik ulang persis seperti di luar kurung: tanpa titik ribuan, dengan koma untuk desimal.",
    )
    REFERENSI_017 = Keluhan(
        _G,
        "Tanggal tidak terbaca",
        "{kolom} “{nilai}” bukan tanggal yang dapat dibaca.",
        "Tulis dd/mm/yyyy, misalnya 15/01/2026, atau 15 Januari 2026.",
    )
    REFERENSI_018 = Keluhan(
        _G,
        "Isian OPD belum ada",
        "Lembar OPD: “{kunci}” belum diisi. {bantuan}",
        "Isi kolom Nilai pada baris {kunci}, misalnya {contoh}.",
    )
    REFERENSI_019 = Keluhan(
        _G,
        "Kasubag Program tidak dikenal",
        "kasubag_program “{nilai}” di lembar OPD tidak menunjuk tepat satu jabatan.{dugaan}",
        "Isi dengan Kode atau Nama dari lembar Jabatan, bukan nama orang.",
    )
    REFERENSI_020 = Keluhan(
        _G,
        "Sel berisi galat",
        "{kolom} berisi {galat}.",
        "Ketik nilainya langsung, atau perbaiki rumusnya, hitung ulang (F9), lalu simpan.",
    )
    REFERENSI_021 = Keluhan(
        _P,
        "Sel berisi rumus",
        "{kolom} berisi rumus; yang dipakai adalah hasil terakhirnya, {nilai}.",
        "Bila angkanya sudah pasti, tempel sebagai nilai (Paste Special > Values).",
    )
    REFERENSI_022 = Keluhan(
        _G,
        "Lembar belum diisi",
        "Lembar {lembar} belum berisi satu baris pun.",
        "{uraian} Isi mulai baris kedua.",
    )
    REFERENSI_023 = Keluhan(
        _G,
        "Kolom ganda",
        "Judul kolom “{kolom}” ada dua di lembar {lembar}.",
        "Hapus atau ganti judul salah satunya.",
    )
    REFERENSI_024 = Keluhan(
        _G,
        "Sampai mendahului Mulai",
        "Sampai ({sampai}) lebih awal daripada Mulai ({mulai}).",
        "Periksa kedua tanggal pada baris itu.",
    )
    REFERENSI_025 = Keluhan(
        _P,
        "Satu NIP dua nama",
        "NIP {nip} ditulis untuk {nama} dan untuk {lain} (sel {pertama}).",
        "Bila orangnya sama, samakan namanya; bila berbeda, perbaiki NIP-nya.",
    )
    REFERENSI_026 = Keluhan(
        _P,
        "Data kepegawaian janggal",
        "{nama}: {sebab}.",
        "Periksa kolom NIP, Kepegawaian dan Golongan pada baris itu.",
    )
    REFERENSI_027 = Keluhan(
        _G,
        "Atasan belum benar",
        "Atasan jabatan {kode} {sebab}.",
        "Isi kode jabatan atasan langsung; hanya Kepala Dinas yang tidak punya atasan di OPD ini.",
    )
    REFERENSI_028 = Keluhan(
        _P,
        "Sub kegiatan tanpa penanggung jawab",
        "Sub kegiatan {kode} belum punya penanggung jawab, sehingga tidak muncul di formulir siapa pun dan pagunya tidak ikut pada PK.",
        "Isi kolom Penanggung Jawab dengan kode jabatan.",
    )
    REFERENSI_029 = Keluhan(
        _G,
        "Angka di luar batas",
        "{kolom} {nilai} tidak masuk akal: {sebab}.",
        "Periksa kembali angkanya.",
    )
    REFERENSI_030 = Keluhan(
        _P,
        "Kolom tambahan tidak ada",
        "Lembar {lembar} tidak punya kolom {kolom}; dianggap kosong.",
        "Bila datanya ada, tulis judul kolomnya pada baris judul.",
    )
    REFERENSI_031 = Keluhan(
        _P,
        "Tahun janggal",
        "Tahun {tahun} pada baris ini jauh dari tahun berjalan ({berjalan}).",
        "Periksa kolom Tahun.",
    )
    REFERENSI_032 = Keluhan(
        _G,
        "Kode diubah oleh Excel",
        "{kolom} berisi {nilai}, yang bukan teks kode lagi: Excel mengubahnya menjadi jam, tanggal atau angka.{dugaan}",
        "Format dahulu selnya sebagai Teks (Format Cells > Text), lalu ketik ulang kodenya, misalnya 3.30.02.",
    )
    REFERENSI_033 = Keluhan(
        _G,
        "Persen atau pecahan",
        "Target Renstra {kode} ({satuan}) berisi {nilai}, padahal {banding}: {nilai}% atau {kali}%?",
        "Tulis dalam persen: {kali} bila maksudnya {kali}%. Bila memang {nilai}%, ketik {nilai}% dengan tanda persennya.",
    )
    REFERENSI_034 = Keluhan(
        _P,
        "Angka yang tampak lain",
        "{kolom} berisi {isi}: format selnya menampilkan angka lain. Yang dipakai angka yang tersimpan.",
        "Pilih Format Cells > General dan periksa angkanya, misalnya 1235.",
    )
    REFERENSI_035 = Keluhan(
        _G,
        "Persen pada satuan yang bukan persen",
        "{kolom} tertulis {nilai}%, padahal satuannya {satuan}. Berapa angka yang benar?",
        "Ketik angkanya saja tanpa tanda persen (Format Cells > General), misalnya 100; atau perbaiki satuannya.",
    )
    REFERENSI_036 = Keluhan(
        _P,
        "Sel gabungan",
        "Sel {rentang} di lembar {lembar} digabung; isinya ({isi}) dipakai untuk setiap barisnya.",
        "Bila memang demikian, tidak perlu diperbaiki. Bila tidak, pisahkan (Unmerge Cells) lalu isi tiap barisnya.",
    )
    REFERENSI_050 = Keluhan(
        _G,
        "Sebutan ganda dalam satu skala",
        "Skala {skala} memuat “{sebutan}” dua kali.",
        "Sisakan satu baris untuk sebutan itu, atau tulis nama skala yang lain.",
    )
    REFERENSI_051 = Keluhan(
        _G,
        "Nilai sebutan di bawah nol",
        "Sebutan “{sebutan}” bernilai {nilai}.",
        "Beri nilai 0 atau lebih; makin baik sebutannya makin besar nilainya.",
    )
    REFERENSI_052 = Keluhan(
        _P,
        "Skala dengan satu sebutan",
        "Skala {skala} hanya punya satu sebutan.",
        "Tambahkan sebutan lain dari skala itu; nama skalanya ditulis sama di setiap baris.",
    )
    REFERENSI_053 = Keluhan(
        _P,
        "Batas bawah skala tidak lengkap",
        "Skala {skala}: “{sebutan}” belum punya Batas Bawah, sedangkan sebutan lain punya; angka belum dapat dibaca sebagai sebutan.",
        "Isi Batas Bawah semua sebutan, atau kosongkan semuanya bila skala ini tidak mengenal angka.",
    )
    REFERENSI_054 = Keluhan(
        _G,
        "Batas bawah skala tidak naik",
        "Skala {skala}: batas bawah {atas} tidak di atas {bawah}, padahal nilainya lebih besar.",
        "Urutkan Batas Bawah seperti Nilai: sebutan yang lebih baik berbatas lebih tinggi.",
    )
    REFERENSI_055 = Keluhan(
        _G,
        "Bukan sebutan skalanya",
        "{kolom} berisi “{nilai}”, yang bukan sebutan skala {skala}.",
        "Tulis salah satu dari: {pilihan}. Bila sebutan itu memang berlaku, tambahkan di lembar Skala; bila indikatornya diukur dengan angka, ganti Satuan.",
        "WTP",
    )
    REFERENSI_056 = Keluhan(
        _G,
        "Satuan tidak menyebut skala",
        "{kolom} berisi “{nilai}”, sebutan skala {skala}, padahal Satuan-nya “{satuan}”.",
        "Tulis Satuan {skala}; atau tulis angka bila indikatornya memang diukur dengan angka.",
        "Opini BPK",
    )
    REFERENSI_080 = Keluhan(
        _G,
        "Kata punya dua arti",
        "{kolom} “{nilai}” dapat berarti {bacaan}.",
        "Tulis yang dimaksud: {bacaan}.",
    )
    REFERENSI_081 = Keluhan(
        _G,
        "Kode belum ada",
        "“{nama}” di lembar {lembar} belum punya Kode.",
        "Isi Kode dengan singkatan yang belum dipakai, misalnya {usul}. Kode itu tetap dari tahun ke tahun.",
        "PLN-01",
    )
    REFERENSI_082 = Keluhan(
        _G,
        "Judul tidak dikenal",
        "Lembar {lembar} tidak punya kolom {kolom}, tetapi ada judul yang tidak dikenal: {asing}.",
        "Bila salah satunya {kolom}, ganti judulnya. Bila bukan, tambahkan judul {kolom} di sebelah kanan dan biarkan kolomnya kosong.",
    )
    REFERENSI_083 = Keluhan(
        _G,
        "Kolom tanpa judul",
        "Kolom {huruf} di lembar {lembar} berisi data, tetapi tidak berjudul. Kolom yang belum ada: {kolom}.",
        "Tulis judulnya pada baris judul, atau kosongkan kolomnya bila bukan bagian tabel.",
    )
    REFERENSI_310 = Keluhan(
        _P,
        "Capaian Lalu dari tahun yang berjalan",
        "Lembar Capaian Lalu memuat tahun {tahun}, padahal tahun yang berjalan {berjalan}.",
        "Tulis tahun yang sudah lewat. Angka tahun berjalan datang dari formulir.",
    )
    REFERENSI_370 = Keluhan(
        _P,
        "Capaian Lalu terlalu lama",
        "Lembar Capaian Lalu memuat {kode} tahun {tahun}; LAKIP {berjalan} memakai {awal} sampai {akhir}, jadi baris ini tidak dipakai.",
        "Periksa tahunnya. Bila memang tahun {tahun}, barisnya boleh tinggal atau dihapus.",
    )
    REFERENSI_371 = Keluhan(
        _P,
        "Capaian Lalu tanpa indikator",
        "Lembar Capaian Lalu memuat kode {kode} ({tahun}), yang tidak ada pada mandat {berjalan}; angkanya tidak dipakai.",
        "Tulis kode indikator seperti pada mandat {berjalan} (lihat PK_dan_Target), atau hapus barisnya.",
        "KADIS.01",
    )
    REFERENSI_372 = Keluhan(
        _P,
        "Capaian Lalu lain dari mandat",
        "Realisasi {kode} tahun {tahun} tertulis {lembar} pada lembar Capaian Lalu, padahal {mandat} pada mandat {berjalan} (Realisasi Tahun Lalu).",
        "Samakan keduanya: betulkan lembar Capaian Lalu, atau Realisasi Tahun Lalu pada mandat.",
    )
    REFERENSI_075 = Keluhan(
        _P,
        "Pagu tidak sama dengan jumlah di bawahnya",
        "Pagu {kode} ({uraian}) {pagu}, padahal jumlah sub kegiatan di bawahnya {jumlah}.",
        "Betulkan salah satunya, atau kosongkan pagu baris ini; yang dipakai jumlah sub kegiatannya.",
    )
    REFERENSI_076 = Keluhan(
        _P,
        "Baris program atau kegiatan belum ada",
        "Tidak ada baris {kurang} di lembar DPA, padahal ada {jumlah} sub kegiatan di bawahnya.",
        "Tambahkan barisnya dengan uraian; pagunya boleh kosong, karena dijumlahkan dari bawah.",
    )
    REFERENSI_065 = Keluhan(
        _I,
        "Strip dibaca kosong",
        "{kolom} berisi “{isi}”, yang dibaca sebagai kosong.",
        "Tidak ada yang perlu dilakukan. Bila maksudnya nol, ketik 0.",
    )
    REFERENSI_066 = Keluhan(
        _G,
        "Angka dengan satuan lain",
        "{kolom} tertulis “{nilai}”, padahal satuannya {satuan}. Berapa {satuan}?",
        "Ketik jumlahnya dalam {satuan}, angkanya saja; atau perbaiki kolom Satuan bila “{nilai}” sudah benar.",
    )
    REFERENSI_067 = Keluhan(
        _G,
        "Batas berlawanan dengan polaritas",
        "{kolom} tertulis “{nilai}”, padahal polaritasnya {polaritas}: angkanya {angka}, atau polaritasnya lain?",
        "Ketik {angka} saja bila polaritasnya memang {polaritas}; atau perbaiki Polaritas: batas paling sedikit (≥) untuk Naik, paling banyak (≤) untuk Turun.",
    )
    REFERENSI_068 = Keluhan(
        _G,
        "Lebih dari satu angka",
        "{kolom} tertulis “{nilai}”, yang memuat lebih dari satu angka. Yang mana?",
        "Ketik satu angka saja, misalnya {angka}; rincian atau pembandingnya ditulis di Satuan atau Definisi. Rentang ditulis 2,5 s.d. 4,5.",
    )
    REFERENSI_069 = Keluhan(
        _G,
        "Pilihan belum diisi",
        "{kolom} masih kosong: {pilihan}?{dugaan}",
        "Pilih salah satu dari daftar di selnya.",
    )
    REFERENSI_360 = Keluhan(
        _P,
        "Kop terlalu panjang untuk kepala halaman",
        "Kop pada lembar OPD memuat {panjang} huruf, padahal kepala halaman formulir memuat {muat}; {bagian} tidak dicetak di sana.",
        "Singkat isinya pada lembar OPD, misalnya alamat tanpa kode pos. Bila dibiarkan, kop lengkap hanya ada di lembar Petunjuk.",
    )
    REFERENSI_270 = Keluhan(
        _P,
        "Berkas logo tidak ada",
        "Lembar OPD menyebut logo “{nilai}”, tetapi berkas itu tidak ada di sebelah referensi.xlsx; kop dicetak tanpa logo.",
        "Taruh berkas gambarnya di ruang kerja dengan nama itu, atau kosongkan Nilai pada baris logo.",
    )
    REFERENSI_400 = Keluhan(
        _P,
        "Logo tidak dapat dipakai pada formulir",
        "Berkas logo “{nilai}” bukan gambar PNG, JPEG, atau GIF, atau lebih besar daripada {muat} KB; formulir diterbitkan tanpa logo.",
        "Simpan logonya sebagai PNG yang lebih kecil, misalnya setinggi 300 piksel, dengan nama yang sama.",
    )
    REFERENSI_460 = Keluhan(
        _P,
        "Salinan lembar tidak dibaca",
        "Lembar “{asing}” bersusunan seperti lembar {lembar}, tetapi isinya lain dan tidak dibaca: yang dibaca hanya lembar {lembar}.",
        "Bila isinya yang benar, salin ke lembar {lembar}. Bila hanya disimpan sebagai catatan, biarkan.",
    )
    REFERENSI_461 = Keluhan(
        _G,
        "Tahun terlalu lama",
        "{kolom} terbaca {nilai}. Tahun yang diketik dua angka dibaca Excel sebagai 1930 sampai 2029: 31/12/30 menjadi 1930.",
        "Ketik tahunnya lengkap, misalnya 31/12/2030. Bila tidak ada tanggalnya, kosongkan selnya.",
        "31/12/2030",
    )
    REFERENSI_462 = Keluhan(
        _P,
        "Baris bertahun lain tidak ikut",
        "Baris ini bertahun {tahun}, jadi tidak ikut tahun {berjalan}, sedangkan {jumlah} baris lain di lembar ini bertahun {berjalan}.",
        "Bila salah ketik, betulkan kolom Tahun-nya. Bila memang untuk tahun {tahun}, biarkan.",
    )
    REFERENSI_485 = Keluhan(
        _P,
        "Baris tersembunyi ikut dihitung",
        "Lembar {lembar}: {jumlah} baris tersembunyi atau tersaring (baris {baris}) tetap dibaca dan dihitung.",
        "Bila memang berlaku, biarkan. Bila tidak, tampilkan barisnya (Data > Clear, atau Unhide) lalu hapus.",
    )
    REFERENSI_486 = Keluhan(
        _P,
        "Pagu mungkin dalam ribuan atau jutaan",
        "Pagu {kode} ({uraian}) {pagu}, sedangkan {banding}.",
        "Tulis pagu dalam rupiah penuh, misalnya 350.000.000. Bila memang sebesar itu, biarkan.",
        "350000000",
    )
    REFERENSI_487 = Keluhan(
        _P,
        "Spasi dibaca sebagai pemisah ribuan",
        "{kolom} tertulis “{isi}”, yang dibaca {angka}.",
        "Bila maksudnya {angka}, ketik tanpa spasi. Bila dua angka, misalnya rentang, tulis 300 s.d. 350.",
    )
    # --- MANDAT: indicators and targets
    MANDAT_001 = Keluhan(
        _G,
        "Target tidak sesuai konsolidasi",
        "Target Tahun {kode} {tahun}, padahal {cara} target TW {hasil}.{dugaan}",
        "Samakan Target Tahun dengan {cara} target TW, atau pilih Konsolidasi yang sesuai.",
    )
    MANDAT_002 = Keluhan(
        _P,
        "Target berbeda karena pembulatan",
        "Target Tahun {kode} {tahun}, sedangkan {cara} target TW {hasil}: selisihnya hanya pembulatan.",
        "Boleh dibiarkan; lebih baik samakan.",
    )
    MANDAT_003 = Keluhan(
        _G,
        "Rentang tidak dapat dijumlahkan",
        "Target {kode} berupa rentang (dua batas) tetapi Konsolidasi-nya Jumlah.",
        "Pilih Terakhir atau Rata-rata.",
    )
    MANDAT_004 = Keluhan(
        _G,
        "Bentuk target tidak sesuai polaritas",
        "{kolom} {kode} “{target}” tidak cocok dengan polaritas {polaritas}.",
        "Rentang memerlukan dua batas, misalnya 2,5 s.d. 4,5. Bila targetnya memang satu angka, pilih Naik atau Turun.",
    )
    MANDAT_005 = Keluhan(
        _G,
        "Target Turun di bawah nol",
        "{kolom} {kode} {target}: target indikator {polaritas} tidak boleh di bawah nol.",
        "Tulis target nol atau lebih, atau ganti polaritasnya.",
    )
    MANDAT_006 = Keluhan(
        _G,
        "Bobot tidak lengkap",
        "Bobot jabatan {jabatan} baru terisi pada {terisi} dari {jumlah} indikator.",
        "Isi bobot semua indikatornya, atau kosongkan semuanya.",
    )
    MANDAT_007 = Keluhan(
        _G,
        "Bobot tidak berjumlah 100",
        "Bobot jabatan {jabatan} berjumlah {jumlah}, seharusnya 100.",
        "Sesuaikan bobotnya sampai berjumlah 100.",
    )
    MANDAT_008 = Keluhan(
        _P,
        "Induk belum diisi",
        "Indikator {kode} belum menyebut indikator atasan yang didukungnya.",
        "Isi Induk dengan kode indikator {atasan}.{contoh}",
    )
    MANDAT_009 = Keluhan(
        _P,
        "Induk bukan milik atasan langsung",
        "Induk {kode} ialah {induk} milik {pemilik}, bukan milik atasan langsung ({atasan}).",
        "Pilih indikator atasan langsung, bila ada yang sesuai.",
    )
    MANDAT_010 = Keluhan(
        _G,
        "Induk tidak dikenal",
        "Induk {kode} “{induk}” tidak menunjuk tepat satu indikator lain.{dugaan}",
        "Tulis kode indikator atasan langsung (kalimatnya juga boleh bila hanya satu), atau kosongkan.",
    )
    MANDAT_011 = Keluhan(
        _G,
        "Induk melingkar",
        "Rantai Induk berputar kembali ke dirinya: {rantai}.",
        "Perbaiki Induk salah satu indikator itu.",
    )
    MANDAT_012 = Keluhan(
        _P,
        "Polaritas mungkin terbalik",
        "Indikator {kode} “{indikator}” menyebut penurunan, tetapi polaritasnya Naik.",
        "Bila angkanya diharapkan mengecil, pilih Turun. Bila yang diukur besarnya penurunan, biarkan.",
    )
    MANDAT_013 = Keluhan(
        _P,
        "IKU belum terkait Renstra",
        "Indikator {kode} milik Kepala Dinas belum terkait Renstra. LHE menghitungnya sebagai IKU seperti yang lain; hanya bandingannya dengan target Renstra yang belum ada.",
        "Isi kolom Renstra dengan kodenya, bila IKU itu ada di Renstra.",
    )
    MANDAT_014 = Keluhan(
        _G,
        "Sub kegiatan tidak dikenal",
        "Sub kegiatan {kode} “{sub_kegiatan}” tidak menunjuk tepat satu baris DPA tahun {tahun}.{dugaan}",
        "Tulis kode dari lembar DPA (uraiannya juga boleh bila hanya satu), atau kosongkan.",
    )
    MANDAT_015 = Keluhan(
        _P,
        "Sub kegiatan milik jabatan lain",
        "Sub kegiatan {sub_kegiatan} pada {kode} menjadi tanggung jawab {pemilik} di DPA.",
        "Periksa Sub Kegiatan indikator ini, atau Penanggung Jawab di lembar DPA.",
    )
    MANDAT_016 = Keluhan(
        _P,
        "Indikator atasan belum didukung",
        "Indikator {kode} “{indikator}” belum didukung indikator bawahan mana pun.",
        "Isi Induk pada indikator bawahan yang mendukungnya, bila ada.",
    )
    MANDAT_017 = Keluhan(
        _P,
        "Jabatan tanpa mandat",
        "Jabatan {jabatan} ({nama}) belum punya indikator tahun {tahun}.",
        "Tambahkan indikatornya di lembar Mandat; tanpa itu tidak ada formulir untuknya.",
    )
    MANDAT_018 = Keluhan(
        _G,
        "Kode indikator ganda",
        "Kode indikator {kode} dipakai lebih dari sekali.",
        "Beri kode lain, atau kosongkan kodenya agar diberi nomor sendiri.",
    )
    MANDAT_019 = Keluhan(
        _G,
        "Target belum ada",
        "Indikator {kode} belum punya target pada TW mana pun.",
        "Isi target sekurangnya satu triwulan dan Target Tahun.",
    )
    MANDAT_020 = Keluhan(
        _G,
        "Jabatan tidak dikenal",
        "Indikator {kode} milik “{jabatan}”, yang tidak menunjuk tepat satu jabatan.{dugaan}",
        "Tulis Kode dari lembar Jabatan; namanya juga boleh bila hanya satu yang bernama itu.",
    )
    MANDAT_021 = Keluhan(
        _P,
        "Target Tahun belum diisi",
        "Target Tahun {kode} kosong; menurut target TW seharusnya {hasil}.",
        "Isi Target Tahun dengan {hasil}.",
    )
    MANDAT_022 = Keluhan(
        _P,
        "Bentuk kode indikator tidak lazim",
        "Kode indikator {kode} tidak berawalan kode jabatannya ({jabatan}).",
        "Lazimnya {jabatan}.01 dan seterusnya; atau kosongkan agar diberi nomor sendiri.",
    )
    MANDAT_023 = Keluhan(
        _G,
        "Batas rentang terbalik",
        "{kolom} {kode} “{target}”: batas bawahnya lebih besar daripada batas atasnya.",
        "Tulis batas yang kecil lebih dahulu, misalnya 2,5 s.d. 4,5.",
    )
    MANDAT_024 = Keluhan(
        _G,
        "Indikator tertulis dua kali",
        "Jabatan {jabatan} punya dua baris dengan indikator “{indikator}”.",
        "Hapus salah satunya, atau bedakan kalimatnya.",
    )
    MANDAT_025 = Keluhan(
        _G,
        "Mandat masih kosong",
        "Belum ada satu indikator pun di lembar Mandat.",
        "Isi sekurangnya satu baris: sasaran, indikator, satuan, polaritas, konsolidasi, dan targetnya.",
    )
    MANDAT_026 = Keluhan(
        _P,
        "Induk berupa kalimat",
        "Induk {kode} “{induk}” belum dapat dicocokkan dengan indikator atasan mana pun, jadi belum dipakai.",
        "Setelah mandat atasan masuk, terbitkan lagi formulirnya dan minta Induk dipilih dari daftar.",
    )
    MANDAT_027 = Keluhan(
        _G,
        "Tabel Mandat tidak ditemukan",
        "Tabel Mandat tidak ditemukan di berkas ini, sehingga indikator dan targetnya tidak terbaca.",
        "Salin isian ke formulir asli dari Kasubag Program, lalu kirim berkas itu seutuhnya.",
    )
    MANDAT_028 = Keluhan(
        _P,
        "Sub kegiatan tanpa indikator",
        "Sub kegiatan {sub_kegiatan} ({uraian}, {pagu}) tanggung jawab {jabatan}, tetapi belum disebut indikator mana pun.",
        "Isi kolom Sub Kegiatan pada indikator yang dibiayainya; kode kegiatan atau programnya juga boleh.",
    )
    MANDAT_029 = Keluhan(
        _G,
        "Ukuran yang sudah ditetapkan diubah",
        "{kolom} {kode} sudah ditetapkan “{beku}”, tetapi diisi “{nilai}”: revisi PK tidak mengubahnya.",
        "Tulis lagi “{beku}”. Bila yang ditetapkan itu salah, minta Kasubag Program mengoreksinya lalu menerbitkan formulir ini lagi. Bila ukurannya memang lain, ketik “baru” di kolom Kode baris itu: menjadi indikator baru.",
    )
    MANDAT_030 = Keluhan(
        _G,
        "Target yang sudah lewat diubah",
        "Target TW {triwulan} {kode} sudah ditetapkan {beku}, tetapi diisi {nilai}: triwulan itu sudah lewat.",
        "Tulis lagi {beku}; ubahlah target triwulan berikutnya saja.",
    )
    MANDAT_031 = Keluhan(
        _P,
        "Lembar Mandat berbeda dari formulir",
        "Mandat {jabatan} di lembar Mandat berbeda dari formulir yang diterima ({nama}), formulir → lembar: {beda}. Yang berlaku isi formulirnya.",
        "Samakan lembar Mandat dengan formulir; bila isi lembar yang benar, minta formulir baru: sopkinerja terbitkan mandat --jabatan {jabatan}.",
    )
    MANDAT_032 = Keluhan(
        _P,
        "Indikator yang sama, target berbeda",
        "Target {kode} berbeda dari {lain}, padahal keduanya indikator yang sama ({indikator}), {kode} / {lain}: {beda}.",
        "Samakan targetnya. Bila {kode} memang hanya sebagian dari {lain} atau sebaliknya, bedakan kalimatnya, misalnya dengan menyebut wilayahnya.",
    )
    MANDAT_033 = Keluhan(
        _G,
        "Persen atau pecahan",
        "{kolom} {kode} berisi {nilai} dengan satuan {satuan}, padahal {banding}: {nilai}% atau {kali}%?",
        "Tulis dalam persen: {kali} bila maksudnya {kali}%. Bila memang {nilai}%, ketik {nilai}% dengan tanda persennya.",
    )
    MANDAT_034 = Keluhan(
        _P,
        "Persen di bawah 1",
        "{kolom} {kode} berisi {nilai} dengan satuan {satuan}, jadi dibaca {nilai}%, bukan {kali}%.",
        "Bila maksudnya {kali}%, tulis {kali}. Bila memang {nilai}%, tidak perlu diperbaiki.",
    )
    MANDAT_035 = Keluhan(
        _G,
        "Indikator kehilangan kodenya",
        "“{indikator}” ({jabatan}) belum pernah ada, sedangkan {lama} tidak ada lagi: indikator yang sama dengan kalimat baru, atau indikator lain?",
        "Bila sama, ketik kode lamanya ({contoh}) di kolom Kode. Bila memang indikator baru, ketik “baru”.",
    )
    MANDAT_036 = Keluhan(
        _P,
        "Baris kini berbunyi lain",
        "Baris yang diterbitkan sebagai {lama} kini berbunyi “{indikator}”: dibaca sebagai indikator baru dan diberi kode baru; {contoh} tidak ada lagi.",
        "Tidak perlu diperbaiki bila memang indikator lain; periksa Realisasi Tahun Lalu-nya. Bila indikatornya sama, mintalah formulirnya dikembalikan lalu ketik {contoh} di kolom Kode.",
    )
    MANDAT_037 = Keluhan(
        _P,
        "Formulir mandat belum diterima",
        "Formulir mandat {jumlah} jabatan {keadaan}, sehingga yang dibekukan isi lembar Mandat: {jabatan}.",
        "Bila formulirnya yang benar, terima dahulu formulir itu, baru tetapkan. Sesudah dibekukan, mengubahnya berarti revisi PK.",
    )
    MANDAT_038 = Keluhan(
        _P,
        "Pecahan pada satuan yang dihitung bulat",
        "{kolom} {kode} {nilai} {satuan} berupa pecahan, padahal {satuan} dihitung bulat. Mungkin maksudnya {kali}: titik ribuan dapat terbaca sebagai koma.",
        "Bila maksudnya {kali}, ketik angkanya tanpa titik. Bila memang {nilai}, biarkan.",
    )
    MANDAT_050 = Keluhan(
        _G,
        "Sebutan tidak dijumlahkan",
        "{kode} memakai sebutan skala {skala}, yang tidak dapat dijumlahkan atau dirata-ratakan.",
        "Pilih Konsolidasi Terakhir.",
        "Terakhir",
    )
    MANDAT_051 = Keluhan(
        _G,
        "Target sebutan terendah",
        "Target Tahun {kode} “{target}”, padahal polaritas Naik: hasil apa pun lalu mencapainya. Maksudnya “{target}” memang yang diinginkan, atau “{lain}”?",
        "Bila memang “{target}” yang diinginkan, pilih polaritas Turun. Bila maksudnya “{lain}”, ganti targetnya.",
    )

    MANDAT_076 = Keluhan(
        _P,
        "Ukuran yang sudah ditetapkan dikoreksi",
        "{kolom} {kode} sudah ditetapkan “{beku}”, kini diisi “{nilai}”: baru berlaku setelah dikoreksi Kasubag Program.",
        "Bila memang koreksi, jalankan: sopkinerja tetapkan --koreksi --alasan …; bila salah ketik, kembalikan formulirnya.",
    )
    MANDAT_075 = Keluhan(
        _P,
        "Target 0 sebelum pengukuran pertama",
        "Target TW {triwulan} {kode} 0, sedangkan target berikutnya TW {pertama} {target}: untuk {polaritas}, 0 adalah target dan dinilai pada TW itu.",
        "Bila TW itu memang belum diukur, hapus isi sel TW-nya sampai kosong; bila targetnya memang 0, biarkan.",
    )
    MANDAT_065 = Keluhan(
        _P,
        "Satuan belum diisi",
        "Indikator {kode} belum punya satuan, sehingga dicetak “-”.",
        "Isi Satuan dengan apa yang dihitung, misalnya dokumen atau %.",
    )
    MANDAT_066 = Keluhan(
        _I,
        "Satuan dibaca dari target",
        "Satuan kosong; dipakai yang tertulis pada targetnya: {satuan}.",
        "Bila benar, tidak ada yang perlu dilakukan; lebih baik tulis {satuan} di kolom Satuan.",
    )
    MANDAT_460 = Keluhan(
        _P,
        "Persen seratus kali lipat",
        "{kolom} {kode} tampak {nilai}%: selnya berformat persen dan berisi {asal}. Mungkin maksudnya {asal}%.",
        "Bila maksudnya {asal}%, ketik lagi {asal}% di selnya. Bila memang {nilai}%, biarkan.",
    )
    # --- RENAKSI: action steps of a triwulan
    RENAKSI_001 = Keluhan(
        _G,
        "Indikator tanpa langkah",
        "Indikator {kode} ({indikator}) punya target TW {triwulan}, tetapi belum punya satu langkah aksi pun.",
        "Tulis sekurangnya satu langkah dan pilih {kode} di kolom Kode Indikator-nya.",
    )
    RENAKSI_002 = Keluhan(
        _G,
        "Kode indikator langkah tidak dikenal",
        "Langkah baris ke-{nomor} berkode “{kode}”, yang bukan indikator formulir ini.{dugaan}",
        "Pilih Kode Indikator dari daftar di sel itu, misalnya {contoh}.",
    )
    RENAKSI_003 = Keluhan(
        _G,
        "Langkah tanpa kode indikator",
        "Langkah baris ke-{nomor} belum menyebut indikator yang didukungnya.",
        "Pilih Kode Indikator dari daftar di sel itu, misalnya {contoh}.",
    )
    RENAKSI_004 = Keluhan(
        _G,
        "Langkah Aksi kosong",
        "Baris ke-{nomor} sudah terisi sebagian, tetapi Langkah Aksi-nya kosong.",
        "Tulis apa yang dikerjakan, misalnya “Pelatihan ekspor bagi 20 IKM”; tidak jadi dipakai: kosongkan seluruh baris.",
        "Pelatihan ekspor bagi 20 IKM",
    )
    RENAKSI_005 = Keluhan(
        _G,
        "Bulan langkah belum benar",
        "{kolom} langkah baris ke-{nomor} {sebab}.",
        "Pilih {bulan} dari daftar di sel itu.",
    )
    RENAKSI_006 = Keluhan(
        _G,
        "Bulan Selesai mendahului Bulan Mulai",
        "Langkah baris ke-{nomor} selesai {selesai}, sebelum dimulai ({mulai}).",
        "Periksa kedua bulannya.",
    )
    RENAKSI_007 = Keluhan(
        _P,
        "Langkah belum lengkap",
        "Langkah baris ke-{nomor} belum menyebut {kolom}.",
        "Lengkapi, supaya jelas hasil yang ditunggu dan siapa yang mengerjakannya.",
    )
    RENAKSI_008 = Keluhan(
        _G,
        "Anggaran langkah negatif",
        "Anggaran langkah baris ke-{nomor} {nilai}, kurang dari nol.",
        "Tulis rupiah penuh tanpa tanda, misalnya 12500000; tanpa biaya ditulis 0.",
        "12500000",
    )
    RENAKSI_009 = Keluhan(
        _P,
        "Anggaran langkah melebihi pagu",
        "Anggaran langkah setahun {nilai} (triwulan ini {kini}), melebihi pagu yang menjadi tanggung jawab jabatan ini, {pagu}.",
        "Periksa angkanya: rupiah penuh, tanpa ribuan ganda. Bila memang benar, biarkan; pemeriksa akan menanyakannya.",
    )
    RENAKSI_010 = Keluhan(
        _G,
        "Renaksi masih kosong",
        "Belum ada satu langkah aksi pun, padahal {jumlah} indikator punya target TW {triwulan}.",
        "Tulis sekurangnya satu langkah untuk setiap indikator bertarget: {daftar}.",
    )
    RENAKSI_011 = Keluhan(
        _G,
        "Tabel Renaksi tidak ditemukan",
        "Tabel Renaksi tidak ditemukan di berkas ini, sehingga langkah aksinya tidak terbaca.",
        "Salin isian ke formulir asli dari Kasubag Program, lalu kirim berkas itu seutuhnya.",
    )
    RENAKSI_012 = Keluhan(
        _P,
        "Langkah lanjutan tidak dilanjutkan",
        "Langkah {kunci} (“{langkah}”) dari triwulan lalu belum selesai, tetapi tidak ada lagi di Renaksi ini.",
        "Bila memang tidak dilanjutkan, biarkan. Bila terhapus, tulis kembali di baris asalnya.",
    )
    RENAKSI_013 = Keluhan(
        _P,
        "Langkah tertulis dua kali",
        "Langkah “{langkah}” untuk {kode} tertulis lebih dari sekali.",
        "Hapus salah satunya, atau bedakan kalimatnya.",
    )
    RENAKSI_014 = Keluhan(
        _G,
        "Sel langkah berisi galat",
        "{kolom} langkah baris ke-{nomor} berisi galat rumus {galat}.",
        "Hapus isinya, lalu ketik teksnya tanpa tanda “-”, “+” atau “=” di depan.",
    )
    RENAKSI_090 = Keluhan(
        _P,
        "Target langkah tanpa satuan",
        "Langkah baris ke-{nomor} punya target {nilai}, tetapi Satuan-nya kosong.",
        "Tulis satuannya, misalnya IKM, dokumen, atau kali.",
        "dokumen",
    )
    RENAKSI_091 = Keluhan(
        _G,
        "Target bulan dan Target TW berbeda",
        "Target bulan langkah baris ke-{nomor} berjumlah {jumlah}, sedangkan Target TW-nya {target}: yang mana?",
        "Samakan keduanya, atau kosongkan Target TW bila jumlah target bulan yang benar.",
    )
    RENAKSI_092 = Keluhan(
        _G,
        "Target langkah negatif",
        "{butir} {nilai}, kurang dari nol.",
        "Tulis berapa yang diselesaikan, tanpa tanda minus.",
    )
    RENAKSI_093 = Keluhan(
        _P,
        "Target di luar bulan langkah",
        "Langkah baris ke-{nomor} punya target bulan {bulan}, padahal dikerjakan {masa}.",
        "Pindahkan targetnya ke bulan pengerjaan, atau perbaiki Bulan Mulai dan Bulan Selesai.",
    )
    RENAKSI_094 = Keluhan(
        _G,
        "Target persen per bulan tanpa Target TW",
        "Target bulan langkah baris ke-{nomor} dalam persen: Target TW-nya {jumlah} (dijumlahkan) atau {akhir} (kemajuan sampai bulan terakhir)?",
        "Isi Target TW dengan yang benar.",
    )
    # --- RAPAT: the Rapat Monev form
    RAPAT_001 = Keluhan(
        _G,
        "Tanggal tidak terbaca",
        "{butir} berisi “{isi}”, yang tidak terbaca sebagai tanggal.",
        "Ketik sebagai tanggal, misalnya 15/04/2026 atau 15 April 2026.",
        "15/04/2026",
    )
    RAPAT_002 = Keluhan(
        _P,
        "Bagian formulir rapat hilang",
        "Bagian {tabel} tidak ditemukan di berkas ini, sehingga isinya tidak terbaca.",
        "Bila bagian itu ada isinya, salin ke formulir Rapat Monev yang asli lalu kirim kembali.",
    )
    RAPAT_003 = Keluhan(
        _P,
        "Formulir rapat masih kosong",
        "Formulir Rapat Monev kembali tanpa isian.",
        "Isi hasil rapatnya, lalu kirim kembali. LHE mencantumkan bahwa hasil rapat belum ada.",
    )
    RAPAT_004 = Keluhan(
        _P,
        "Isian rapat belum lengkap",
        "{butir} belum diisi.",
        "Lengkapi bila sudah ada. LHE mencetak bagian ini kosong sampai formulirnya kembali lengkap.",
    )
    RAPAT_005 = Keluhan(
        _P,
        "Tanggal rapat di depan",
        "Tanggal rapat {tanggal} belum terjadi saat formulir ini diterima.",
        "Periksa kembali tanggal rapatnya.",
    )
    RAPAT_006 = Keluhan(
        _P,
        "Keputusan belum lengkap",
        "Keputusan “{keputusan}” belum disertai penanggung jawab dan tenggat yang lengkap.",
        "Isi siapa yang menindaklanjuti dan paling lambat kapan, misalnya 30 April 2026.",
    )
    RAPAT_007 = Keluhan(
        _G,
        "Lembar rapat ganda",
        "Bagian {tabel} ada lebih dari sekali dengan isi berlainan (lembar {lembar}).",
        "Formulir perbaikan memuat satu saja, dengan isi lembar yang disebut pertama: betulkan bila bukan itu yang benar, lalu kirim kembali.",
    )
    RAPAT_008 = Keluhan(
        _P,
        "Sel menjadi galat rumus",
        "Sel ini berisi {galat}: Excel menganggap teksnya rumus (diawali “-”, “+” atau “=”).",
        "Ketik ulang tanpa tanda di depan, misalnya “Lelang ulang bulan Mei”.",
    )
    RAPAT_010 = Keluhan(
        _G,
        "Butir rapat ganda",
        "{butir} ada lebih dari sekali dengan isi berlainan. Mana yang benar?",
        "Formulir perbaikan memuat satu baris {butir} saja, dengan isi yang disebut pertama: betulkan bila bukan itu yang benar, lalu kirim kembali.",
    )
    RAPAT_011 = Keluhan(
        _P,
        "Penanggung jawab tidak dikenal",
        "Penanggung jawab “{siapa}” pada keputusan “{keputusan}” bukan kode, nama jabatan, atau nama pemangku yang dikenal.{dekat} Tindak lanjutnya masuk ke formulir Kasubag Program.",
        "Tulis kode jabatannya, misalnya {contoh}, di formulir Rapat Monev, lalu kirim kembali. LHE mencetak nama seperti yang diketik.",
    )
    RAPAT_012 = Keluhan(
        _P,
        "Teks yang dicoret",
        "Sel ini berisi “{isi}”, yang sebagian atau seluruhnya dicoret; yang dicetak hanya yang tidak dicoret.",
        "Tidak perlu diperbaiki bila memang begitu. Bila yang dicoret masih berlaku, hilangkan garisnya.",
    )
    RAPAT_240 = Keluhan(
        _P,
        "Tenggat tidak terbaca",
        "Tenggat keputusan berisi “{isi}”, yang tidak terbaca sebagai tanggal. Keputusannya diterima; LHE mencetak tenggat itu seperti yang diketik.",
        "Agar dapat diingatkan bila lewat, ketik sebagai tanggal, misalnya 30/04/2026, lalu kirim kembali.",
        "30/04/2026",
    )
    RAPAT_241 = Keluhan(
        _P,
        "Keputusan belum ditulis",
        "Ada penanggung jawab atau tenggat ({isi}), tetapi keputusannya kosong.",
        "Tulis apa yang diputuskan, atau kosongkan barisnya, lalu kirim kembali.",
        "Lelang alat uji dimulai bulan Mei",
    )
    RAPAT_350 = Keluhan(
        _I,
        "Yang kosong tetap seperti kiriman sebelumnya",
        "Yang kosong di berkas ini tetap memakai isi kiriman yang sudah diterima: {butir}.",
        "Tidak perlu diperbaiki bila memang begitu. Untuk mencabut salah satunya, ketik “-” di selnya, lalu kirim kembali.",
    )

    # --- BUNDEL: the evidence bundle and arsip, proved
    BUNDEL_150 = Keluhan(
        _G,
        "Berkas dalam bundel berubah",
        "{nama} ({apa}) bukan isi yang dicatat {siapa}: sidik berkasnya (SHA-256) {kini}, tercatat {sha}.",
        "Jangan pakai berkas itu sebagai bukti. Minta bundelnya lagi dari kantor yang membuatnya.",
    )
    BUNDEL_151 = Keluhan(
        _G,
        "Berkas dalam bundel hilang",
        "{nama} ({apa}) dicatat {siapa}, tetapi tidak ada di bundel.",
        "Minta bundelnya lagi dari kantor yang membuatnya.",
    )
    BUNDEL_152 = Keluhan(
        _G,
        "Berkas asing dalam bundel",
        "{nama} ada di bundel, tetapi tidak tercatat di manifest.",
        "Berkas itu ditambahkan sesudah bundel dibuat: jangan pakai sebagai bukti.",
    )
    BUNDEL_153 = Keluhan(
        _G,
        "Bundel tidak dapat dibaca ulang",
        "Berkas asli tidak dapat dibaca ulang dari bundel ini: {sebab}",
        "Minta bundelnya lagi dari kantor yang membuatnya.",
    )
    BUNDEL_154 = Keluhan(
        _G,
        "Kiriman dibaca lain",
        "{nama} (sidik berkas, SHA-256: {sha}) dibaca ulang: {apa} lain daripada yang tercatat ketika diterima.",
        "Bandingkan berkas itu dengan cetakannya: sel yang berbeda disebut satu per satu.",
    )
    BUNDEL_155 = Keluhan(
        _G,
        "Sel cetakan berbeda",
        "{nama}, {lembar}!{sel}: tercetak “{lama}”, dibangun ulang dari berkas asli “{kini}”.",
        "Cetakan itu tidak sesuai dengan berkas aslinya. Tanyakan kepada Kasubag Program.",
    )
    BUNDEL_156 = Keluhan(
        _P,
        "Tidak dapat dibaca atau dibangun ulang",
        "{nama} hanya dibuktikan sidik berkasnya (SHA-256), tidak dibaca atau dibangun ulang: {sebab}.",
        "Bandingkan sendiri dengan berkas aslinya. Cetakan dapat dicetak lagi (matriks atau lhe), lalu dibuat bundel yang baru.",
    )
    BUNDEL_157 = Keluhan(
        _G,
        "Berkas arsip berubah",
        "{tempat} ({apa}) bukan lagi isi yang tercatat: sidik berkasnya (SHA-256) {kini}, seharusnya {sha}.",
        "Kembalikan dari cadangan arsip/: pindahkan berkas yang berubah itu ke folder lain, lalu jalankan sopkinerja pulihkan dengan bundel yang memuatnya.",
    )
    BUNDEL_158 = Keluhan(
        _G,
        "Berkas arsip hilang",
        "{tempat} ({apa}) tercatat di agenda, tetapi tidak ada di arsip.",
        "Kembalikan dari cadangan arsip/, atau jalankan sopkinerja pulihkan dengan bundel yang memuatnya.",
    )
    BUNDEL_159 = Keluhan(
        _G,
        "Agenda berbeda",
        "Agenda ruang kerja ini (sopkinerja.db) lain daripada {apa}: {beda}.",
        "Agenda atau jurnalnya diubah di luar program. Simpan keduanya, lalu bandingkan dengan cadangan.",
    )
    # --- GABUNG: the OPD of a pemda put together
    GABUNG_380 = Keluhan(
        _G,
        "Triwulan belum ditutup",
        "{opd}: TW {romawi} {tahun} belum ditutup (yang sudah: {sudah}), jadi belum punya angka FINAL.",
        "Minta OPD itu menutupnya (sopkinerja tutup -t {triwulan}), lalu ulangi gabung.",
    )
    GABUNG_381 = Keluhan(
        _G,
        "Triwulan dibuka kembali",
        "{opd}: TW {romawi} {tahun} dibuka kembali {hari} ({alasan}) dan belum ditutup lagi; angka FINAL yang lama tidak dipakai.",
        "Minta OPD itu menutupnya lagi (sopkinerja tutup -t {triwulan}), lalu ulangi gabung.",
    )
    GABUNG_382 = Keluhan(
        _G,
        "Sumber tidak terbaca",
        "{tempat} tidak terbaca sebagai ruang kerja atau bundel: {sebab}",
        "Sebutkan folder ruang kerja OPD (yang memuat sopkinerja.db), atau bundel buatan sopkinerja bundel -t {triwulan}.",
    )
    GABUNG_383 = Keluhan(
        _G,
        "Satu OPD dari dua tempat, isinya berbeda",
        "{opd} ada di {tempat} dan di {lain}, dengan angka FINAL yang berbeda ({beda}); tidak satu pun dipakai.",
        "Tanyakan kepada OPD itu mana yang berlaku, lalu ulangi gabung dengan satu tempat saja.",
    )
    GABUNG_384 = Keluhan(
        _G,
        "Tahun atau triwulan lain",
        "{opd}: yang diminta TW {romawi} {tahun}, yang ada {ada}.",
        "Sebutkan ruang kerja atau bundel OPD itu untuk TW {romawi} {tahun}.",
    )
    GABUNG_385 = Keluhan(
        _G,
        "Angka FINAL ditulis versi lain",
        "{opd}: angka FINAL TW {romawi} {tahun} tidak terbaca oleh versi program ini ({program}): {sebab}.",
        "Pakai sopkinerja dengan versi yang sama dengan OPD itu, atau minta OPD itu membuka dan menutup lagi triwulannya dengan versi ini, lalu ulangi gabung.",
    )
    GABUNG_386 = Keluhan(
        _G,
        "Bundel tidak cocok",
        "Bundel {opd} ({tempat}) tidak cocok dengan isinya sendiri, {banyak} temuan: {sebab}",
        "Lihat semuanya (sopkinerja bundel --periksa {tempat}), lalu minta bundelnya lagi dari OPD itu.",
    )
    GABUNG_387 = Keluhan(
        _G,
        "Cetakan FINAL lain atau hilang",
        "{opd}: Matriks FINAL TW {romawi} {tahun} tidak sama dengan angka yang dibekukan: {sebab}.",
        "Minta OPD itu memeriksa arsipnya (sopkinerja bundel -t {triwulan}, lalu bundel --periksa), lalu ulangi gabung.",
    )
    GABUNG_388 = Keluhan(
        _G,
        "Ruang kerja sedang dipakai",
        "{tempat} sedang dipakai perintah sopkinerja lain, jadi isinya mungkin sedang berubah.",
        "Tunggu perintah itu selesai, lalu ulangi gabung.",
    )
    GABUNG_389 = Keluhan(
        _P,
        "Perlu diperhatikan",
        "{opd}: {apa}",
        "{cara}",
    )

    @property
    def keluhan(self) -> Keluhan:
        """The catalogue entry."""
        return self.value

    @property
    def berat(self) -> Berat:
        """Which peringatan is read first."""
        return _BERAT.get(self.name) or _BERAT_TOPIK.get(self.name.partition("_")[0], Berat.SEDANG)


_BERAT_TOPIK = {
    "BERKAS": Berat.RINGAN,
    "KUNCI": Berat.RINGAN,
    "REALISASI": Berat.BERAT,
    "ANGKA": Berat.BERAT,
    "ANGGARAN": Berat.BERAT,
}
"""Of every kode of a topic; other topics are `sedang`."""
_BERAT = {
    "URUTAN_006": Berat.BERAT,
    "TRIWULAN_090": Berat.BERAT,
    "KUNCI_111": Berat.BERAT,
    "REALISASI_008": Berat.SEDANG,
    "REALISASI_009": Berat.SEDANG,
    "REALISASI_010": Berat.SEDANG,
    "REALISASI_076": Berat.RINGAN,
    "ANGKA_011": Berat.SEDANG,
    "CATATAN_009": Berat.BERAT,
    "CATATAN_011": Berat.BERAT,
    "ANGGARAN_003": Berat.SEDANG,
    "MENYUSUL_010": Berat.BERAT,
    "HAMBATAN_003": Berat.RINGAN,
    "HAMBATAN_004": Berat.RINGAN,
    "HAMBATAN_005": Berat.RINGAN,
    "HAMBATAN_006": Berat.RINGAN,
    "HAMBATAN_110": Berat.RINGAN,
}
"""Where a kode isn't like its topic."""
