"""What the guide says, in the words of an office."""

from __future__ import annotations

MULAI = "Buat ruang kerja di folder ini"
MULAI_AKAN = (
    "Membuat folder inbox, outbox, arsip, dan referensi.xlsx yang masih kosong untuk diisi."
)
CONTOH = "Buat ruang kerja latihan di folder ini, berisi OPD contoh"
CONTOH_AKAN = (
    "Membuat folder inbox, outbox, arsip, dan referensi.xlsx yang sudah terisi untuk berlatih; semua "
    "orang dan angkanya karangan."
)
GALAT = "referensi.xlsx belum lengkap atau belum benar: {n} galat."
BELUM_DIISI = "referensi.xlsx belum diisi: {n} isian wajib masih kosong."
MUNDUR = (
    "Tanggal pemandu {hari} lebih awal daripada yang terakhir tercatat, {terakhir}: langkah yang "
    "dijalankan tercatat bertanggal {hari}. Bila keliru, ketik 0, lalu buka lagi dengan tanggalnya."
)
TERIMA = "Terima {n} berkas yang ada di inbox"
TERIMA_AKAN = (
    "Setiap berkas dinilai lalu disimpan di arsip; yang salah mendapat formulir perbaikan, dan "
    "tanda terimanya ditulis."
)
PILIH = "Pilih kiriman yang dipakai: {apa} ({n} kiriman berbeda)"
PILIH_AKAN = "Kiriman yang dipilih dihitung, yang lain tidak; alasannya dicatat."
TERSISIH = "{judul}, setelah ditanyakan: {apa}, {keterangan}"
TERSISIH_AKAN = (
    "Tanyakan dahulu kepada pengirimnya berkas mana yang dimaksud. Bila yang dihitung sudah benar, "
    "jalankan langkah ini: jawabannya dicatat, dan berkas yang lain tidak disebut lagi. Bila berkas yang "
    "lain, jangan dijalankan: kirim formulir perbaikannya; langkah ini hilang begitu itu diterima."
)
BEDA = "Yang berbeda ({satu} / {dua}):"
BEDA_DIPILIH = "Bila {dua} yang dipilih, yang berubah dari {satu} (yang dihitung sekarang):"
BEDA_LAGI = "  dan {n} lagi"
TANPA_BEDA = "  angka dan teksnya sama; yang berbeda catatan atau waktunya"
TANYA_KIRIMAN = "Kiriman mana yang benar (tanyakan pengirimnya)"
TANYA_ALASAN = "Alasannya (dicatat dan dicetak)"
REFERENSI = "Isi atau perbaiki referensi.xlsx di Excel, simpan, lalu periksa di sini"
REFERENSI_AKAN = (
    "{sebab} Daftarnya ditampilkan dan ditulis ke Periksa_Referensi.xlsx; tidak ada yang dibekukan."
)
MANDAT = "Terbitkan formulir mandat {tahun} untuk {n} jabatan"
MANDAT_AKAN = (
    "Formulirnya dibuat di outbox, dari atasan ke bawahan; kirimkan kepada pemangkunya. Jabatan di "
    "bawahnya menyusul setelah mandat atasannya masuk."
)
MANDAT_TUNGGU = "Formulir mandat {tahun} belum kembali: {siapa}"
STATUS_AKAN = "Menampilkan papan pengembalian dan teks pengingat yang dapat disalin."
ISI_TAHUN = "Isi pagu dan target {tahun} di referensi.xlsx (sel kuning): {n} sel kosong"
ISI_TAHUN_AKAN = (
    "Isi di Excel, simpan, tutup; di sini diperiksa dan yang masih kosong disebut. Tidak ada yang "
    "dibekukan."
)
TETAPKAN = "Tetapkan mandat {tahun}"
TETAPKAN_AKAN = "Mandat diperiksa lalu dibekukan sebagai versi; PK, SKP, dan IKU dicetak di outbox."
TAMBAHAN = "Tetapkan tambahan mandat {tahun} yang belum dibekukan"
PK = "Mintakan tanda tangan PK {tahun}, lalu simpan pindaiannya: {n} jabatan belum"
PK_AKAN = (
    "Cetak PK dari outbox, folder mandat, mintakan tanda tangan kedua pihak, pindai satu berkas per "
    "jabatan dan awali namanya dengan kode jabatannya (KEU-01.pdf); sefolder sekaligus disimpan di "
    "arsip dan dicatat."
)
JADWAL = "Cetak Jadwal Monev {tahun}"
JADWAL_AKAN = "Tabel, Gantt, hari libur, dan kalender untuk ponsel ditulis ke outbox."
TAHUN = "Buka tahun {tahun} di samping yang berjalan"
TAHUN_AKAN = (
    "referensi.xlsx lama disimpan di arsip, lalu ditulis lagi dengan usulan baris DPA dan Mandat "
    "tahun baru; pagu dan target diisi sesudahnya."
)
RENAKSI = "Terbitkan formulir Renaksi {masa} untuk {n} jabatan"
RENAKSI_AKAN = "Formulirnya dibuat di outbox; kirimkan kepada pemangkunya."
USANG = "Terbitkan lagi formulir {apa}, mandatnya berubah sejak terbit: {siapa}"
USANG_AKAN = (
    "Revisi baru dibuat di outbox dengan isian yang sudah ada; kirimkan kepada pemangkunya."
)
KIRIM_REVISI = "Kirim revisi formulir {apa} yang sudah dibagikan: {siapa}"
KIRIM_REVISI_AKAN = (
    "Berkas di bawah ini mengganti yang sudah dikirim, dan paket yang dibuat sebelumnya tidak berlaku "
    "lagi; zip per unit dan daftar kirimnya dibuat lagi. Kirim hanya yang di daftar itu bertanda "
    "berubah. Yang sudah mulai mengisi formulir lama boleh meneruskannya, kecuali bila yang ditanyakan "
    "berubah; pesannya mengatakan yang mana."
)
KIRIM_BARIS = "  {kode} ({pemangku}): {berkas}"
KIRIM_LAGI = "  … dan {n} berkas lagi: bertanda berubah di {daftar}, yang ditulis langkah ini"
RENAKSI_TUNGGU = "Formulir Renaksi {masa} belum kembali: {siapa}"
RENAKSI_CETAK = "Cetak Renaksi OPD {masa}"
RENAKSI_CETAK_LAGI = "Cetak lagi Renaksi OPD {masa}: ada kiriman yang diterima sesudah dicetak"
RENAKSI_CETAK_AKAN = (
    "Buku Renaksi ditulis untuk ditandatangani; formulir laporan yang sudah beredar mendapat revisi "
    "dengan langkahnya."
)
LAPORAN = "Terbitkan formulir laporan {masa} untuk {n} jabatan"
LAPORAN_SUSULAN = "Terbitkan formulir laporan {masa} yang belum terbit: {siapa}"
LAPORAN_AKAN = (
    "Formulirnya dibuat di outbox; kirimkan kepada pemangkunya, bersama “Cara Mengisi Formulir.html” "
    "dari folder ruang kerja."
)
LAPORAN_DAHULU = (
    " Formulir ini tidak menunggu Renaksi, karena catatan harian dimulai pada hari pertama triwulan; "
    "langkah Renaksi menyusul sebagai revisi."
)
LAPORAN_TUNGGU = "Laporan {masa} belum lengkap, {n} jabatan: {siapa}"
LAPORAN_LEWAT = "Laporan {masa} sudah lewat tenggat, {n} jabatan: {siapa}"
LAPORAN_DINI = "Tanyakan apakah laporan {masa} yang diterima sebelum triwulannya berakhir sudah lengkap: {siapa}"
LAPORAN_DINI_AKAN = (
    "Bila sudah lengkap, minta dikirim sekali lagi apa adanya; bila belum, minta formulirnya diisi "
    "sampai akhir triwulan dan dikirim lagi. Langkah ini hilang begitu kirimannya diterima."
)
MATRIKS = "Cetak Matriks Akumulasi {masa} dan formulir Rapat Monev"
MATRIKS_LAGI = "Cetak lagi Matriks Akumulasi {masa}: ada kiriman yang diterima sesudah dicetak"
MATRIKS_AKAN = "Matriks, Laporan Kinerja per level, dan formulir Rapat Monev ditulis ke outbox."
MATRIKS_LAGI_AKAN = (
    "Matriks dan Laporan Kinerja per level ditulis ke outbox. Rapat Monev sudah diadakan dan hasilnya "
    "tetap berlaku, jadi formulirnya tidak ditulis lagi."
)
DIBACA = "{judul}; untuk dibaca dahulu, Tutup mencetak semuanya"
RAPAT = "Adakan Rapat Monev {masa}; isi formulirnya di outbox, lalu taruh di inbox"
RAPAT_AKAN = "Dikerjakan di Excel; keputusan rapat lalu masuk ke LHE."
LHE = "Cetak LHE {masa}"
LHE_LAGI = "Cetak lagi LHE {masa}: ada kiriman yang diterima sesudah dicetak"
LHE_AKAN = (
    "LHE dan Evaluasi Renja SEMENTARA ditulis ke outbox, untuk dibaca dan diperiksa; yang "
    "ditandatangani adalah yang FINAL, dicetak saat menutup."
)
LHE_FINAL_AKAN = (
    "LHE dan Evaluasi Renja FINAL ditulis lagi ke outbox, dengan hasil rapat yang diterima sesudah "
    "ditutup; yang sudah ditandatangani dan disimpan pindaiannya tidak dicetak lagi."
)
KARANTINA = (
    "Di karantina: {nama}{siapa}. {sebab} {saran} Bila sudah diurus, hapus dari folder karantina: "
    "{berkas}"
)
KARANTINA_DISIMPAN = (
    "Di karantina: {nama}. {sebab} Biarkan {berkas} di sana: bila triwulannya dibuka kembali, berkas "
    "ini dinilai lagi"
)
KARANTINA_LAGI = "Di karantina ada {n} berkas lagi; sebabnya di berkas .alasan.txt di sampingnya"
KARANTINA_AKAN = "Disebut sampai formulir yang baik datang atau berkasnya dihapus dari karantina."
PENGIRIM = "pengirimnya"
ULANG_JUMLAH = "{judul}: {n} berkas, {siapa}"
ULANG_AKAN = (
    "Berkas di bawah ini dinilai lagi, beserta yang ada di inbox. Berkas yang sudah diterima, yang "
    "sudah digantikan kiriman yang lebih baru, dan yang triwulannya masih ditutup tidak termasuk."
)
ULANG_BARIS = "  {nama} ({apa}): {putusan}"
ULANG_BERLAKU = "; yang sudah diterima dari jabatan ini tetap berlaku selama ini belum diterima"
ULANG_BUKTI = "bukti dukung"
ULANG_LAGI = "  … dan {n} berkas lagi"
TANDA_TANGAN = "Mintakan tanda tangan {apa} TW {romawi} {tahun}, lalu simpan pindaiannya"
TANDA_TANGAN_AKAN = (
    "Cetak {apa} dari outbox, mintakan tanda tangan, pindai; pindaiannya lalu disimpan di arsip dan "
    "dicatat."
)
LHE_MUNDUR = (
    "Tanggal surat LHE di formulir Rapat Monev {surat}, lebih awal daripada laporan terakhir yang diterima, "
    "{masuk}. Bila keliru, betulkan di formulir itu, taruh di inbox, lalu terima sebelum melanjutkan."
)
TUTUP = "Tutup {masa}"
TUTUP_TETAP = "Tutup {masa} walau {n} jabatan belum selesai"
TUTUP_DINI = "Tutup {masa} walau belum berakhir"
TUTUP_AKAN = (
    "Matriks, Laporan Kinerja, dan LHE dicetak FINAL, untuk ditandatangani; sesudahnya angka triwulan ini tidak berubah "
    "lagi, kecuali dibuka kembali dengan alasan."
)
PERIKSA = "Periksa satu berkas di tempatnya, tanpa menerimanya"
PERIKSA_AKAN = "Berkasnya dinilai seperti saat diterima; tidak ada yang ditulis."
BANDING = "Bandingkan dua cetakan: apa yang berbeda"
BANDING_AKAN = "Yang berbeda ditampilkan per indikator dan kolom; kedua berkas tidak diubah."
TANYA_LAMA = "Cetakan yang lama (boleh diseret ke jendela ini)"
TANYA_BARU = "Cetakan yang baru (boleh diseret ke jendela ini)"
TANYA_BERKAS = "Letak berkasnya (boleh diseret ke jendela ini)"
TANYA_PK = "Letak berkas pindaian, atau foldernya (boleh diseret ke jendela ini)"
TANYA_JABATAN = "Jabatan yang mana (ketik sebagian kode atau namanya)"
TANYA_INDIKATOR = "Indikator yang mana (ketik sebagian kode atau namanya)"
TANYA_CATATAN = "Catatan untuk pengisi"
TANYA_DOKUMEN = "Dokumen apa yang dipindai"
PANTAU = "Pantau inbox sampai dihentikan"
PANTAU_AKAN = (
    "Jendela ini mengatakan apa yang datang dan apa yang siap diterima. Ctrl+C menghentikan dan "
    "kembali ke sini."
)
BAB_UMUM = "Kapan saja"
BAB_TAHUN = "Tahun {tahun}"
REFERENSI_PERIKSA = "Periksa referensi.xlsx"
REFERENSI_PERIKSA_AKAN = "Semua yang salah ditampilkan; tidak ada yang dibekukan."
STATUS = "Papan pengembalian {apa} {masa}"
STATUS_MANDAT = "Papan pengembalian mandat {tahun}"
REVISI = "Revisi PK mulai TW {romawi} {tahun}"
REVISI_AKAN = (
    "Mandat yang berlaku sekarang dibekukan sebagai versi baru mulai triwulan itu; PK-nya dicetak."
)
PAPAN_AKAN = (
    "Semua nama dan teks pengingat ditulis ke outbox: Status_….xlsx dan .html; yang untuk diteruskan "
    "tidak memuat nomor telepon dan surel."
)
TANYA_UNTUK = "Papan itu untuk siapa"
UNTUK_SENDIRI = "Untuk saya sendiri, dengan nomor telepon"
UNTUK_DITERUSKAN = "Untuk diteruskan, tanpa nomor telepon"
LAMPIRAN_PK = "Simpan pindaian PK {tahun} yang sudah ditandatangani"
LAMPIRAN = "Simpan pindaian Renaksi, LHE, Evaluasi Renja, notulen, atau daftar hadir {masa}"
LAMPIRAN_AKAN = "Pindaian itu disimpan di arsip dan dicatat."
TERBIT_SATU = "Terbitkan formulir laporan {masa} untuk satu jabatan"
PAKET = "Bungkus formulir laporan {masa} per unit, dengan daftar kirim"
PAKET_AKAN = "Satu zip per unit dengan nota dinas, dan daftar kirimnya, dibuat di outbox."
KEMBALIKAN = "Kembalikan {apa} {masa} yang sudah diterima, dengan catatan"
KEMBALIKAN_AKAN = (
    "Formulir perbaikan dengan catatan itu dibuat di outbox dan pesan pengantarnya ditampilkan; kirimkan "
    "keduanya kepada pengisinya. Kode "
    "indikator yang disebut di catatan: hanya barisnya yang ditandai; tanpa kode: semua baris."
)
JEJAK = "Dari mana angka {masa} berasal"
JEJAK_AKAN = "Menampilkan berkas, sel, waktu, dan pengirimnya; tidak ada yang ditulis."
BUNDEL = "Bundel bukti {masa}"
BUNDEL_AKAN = "Semua berkas asli dan cetakan triwulan itu menjadi satu berkas zip."
BUKA = "Buka kembali {masa} yang sudah ditutup"
BUKA_AKAN = (
    "Triwulan itu menerima kiriman lagi; yang sudah dibagikan tetap ada, dan tutup berikutnya "
    "mencetak revisi."
)
PERBAIKAN_KIRIM = "Kirim formulir perbaikan {apa}: {siapa}; bila sudah dikirim, abaikan"
PERBAIKAN_TUNGGU = "Formulir perbaikan {apa} belum kembali: {siapa}"
PERBAIKAN_KIRIM_AKAN = (
    "Kirim sendiri berkas di bawah ini kepada pemangkunya, misalnya lewat WhatsApp; program tidak "
    "mengirimnya. Langkah ini hanya menampilkan papan, dengan tenggat dan pesan yang dapat disalin, dan "
    "tetap di daftar sampai hari ini berganti."
)
PERBAIKAN_AKAN = (
    "Yang ditunggu kembali formulir perbaikan di bawah ini; papan ini menyebut tenggatnya dan pesan "
    "yang dapat disalin."
)
PERBAIKAN_LAGI = "  … dan {n} berkas lagi, di folder perbaikan yang sama"
