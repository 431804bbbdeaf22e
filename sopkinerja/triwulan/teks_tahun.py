"""What the Kasubag Program reads where a year is opened or a triwulan closed."""

JUDUL_TINDAK = "Tindak Lanjut Tahun {tahun}"
TANPA_TINDAK = "Tidak ada tindak lanjut."
DASAR_TINDAK = (
    "Satu baris per jabatan, juga yang selesai, yang baru dibuka, dan yang jabatannya lowong. LHE "
    "menghitung langkah yang sama bagi satu indikator sekali, dari yang ditanyakan triwulan itu."
)
TIDAK_DAPAT_DIBUKA = (
    "Tahun {tahun} tidak dapat dibuka: tahun yang ada {daftar}, dan yang dibuka harus tepat "
    "sesudahnya.{saran}"
)
DITERBITKAN_LAGI = (
    "Formulir TW {romawi} {tahun} diterbitkan lagi sebagai revisi baru: {banyak} ({siapa})"
)
BELUM_DITERBITKAN_LAGI = (
    "Formulir TW {romawi} {tahun} belum diterbitkan lagi: referensi.xlsx memuat galat atau tidak "
    "terbaca. Perbaiki, lalu: sopkinerja terbitkan laporan -t {tw} --tahun {tahun}"
)
BELUM_ADA_TAHUN = "belum ada"
ISI_TAHUN = " Isi dahulu “tahun” di lembar OPD referensi.xlsx dengan tahun yang berjalan."
YANG_DAPAT_DIBUKA = " Yang dapat dibuka: {tahun}."

KURANG = "Ditutup {hari} walau laporan {jumlah} jabatan belum selesai ({daftar}). Alasan: {alasan}"
"""Why a triwulan was closed although returns were missing."""
DINI = "{kata} lebih awal, {hari}: {dini}. Alasan: {alasan}"
"""Why a triwulan was closed before its end, or printed before its start."""
TIDAK_DICETAK = (
    "Tidak ada yang berubah sejak penutupan sebelumnya: cetakan FINAL yang sudah dibagikan tetap "
    "berlaku, tidak ada revisi."
)
PAPAN_DITUTUP = (
    "Papan ini keadaan saat TW {romawi} ditutup, {tutup}; keadaan per {hari} tidak disusun lagi."
)
PASTIKAN_TERKIRIM = (
    "Pastikan formulirnya terkirim ({siapa}); yang kembali taruh di inbox/, lalu: sopkinerja terima"
)
INGATKAN = (
    "Ingatkan yang belum ({siapa}) dengan teks pengingatnya; yang kembali taruh di inbox/, lalu: "
    "sopkinerja terima"
)
INGATKAN_LEWAT = (
    "Ingatkan yang belum ({siapa}) dengan teks pengingatnya; tenggatnya sudah lewat, jadi yang masuk "
    "dapat dicetak tanpa menunggu: {lanjut}"
)
TUNGGU_PILIH = "Sesudah konfliknya diselesaikan: {lanjut}"
TUNGGU_KEMBALI = "Yang kembali taruh di inbox/, lalu: sopkinerja terima"
ISI_RAPAT = "Isi formulir Rapat Monev sesudah rapat, taruh di inbox/, lalu: sopkinerja terima"
SUDAH_DITUTUP = "TW {romawi} sudah ditutup; laporannya: sopkinerja lhe -t {tw}"
RENAKSI_BELUM_DITERIMA = (
    "Renaksi TW {romawi} {tahun} belum dapat dicetak: belum ada yang diterima. Mintakan kepada {siapa}. "
    "Yang sudah datang taruh di inbox/, lalu: sopkinerja terima; teks pengingatnya: "
    "sopkinerja status renaksi -t {tw}"
)
RENAKSI_BELUM_TERBIT = (
    "Renaksi TW {romawi} {tahun} belum dapat dicetak: formulirnya belum diterbitkan. "
    "Jalankan: sopkinerja terbitkan renaksi -t {tw}"
)
RENAKSI_TANPA_JABATAN = (
    "Renaksi TW {romawi} {tahun} tidak dapat dicetak: tidak ada jabatan berpemangku dan bermandat pada "
    "level yang menyusun Renaksi. Isi pemangkunya di lembar Pegawai referensi.xlsx, atau sesuaikan "
    "level_renaksi di sopkinerja.toml."
)
DIGANTI = "{kode} kini dipangku {kini}, sedangkan formulirnya atas nama {lama}: ingatkan {kini}."
DITINGGALKAN = (
    "{kode} kini tanpa pemangku, sedangkan formulirnya atas nama {lama}: tanyakan kepada atasannya "
    "siapa yang mengisinya."
)
"""Of a chair that changed hands after its form went out."""
BUKA_DICETAK = "Bila sesudahnya ada yang berubah, menutupnya lagi mencetak {n} berkas FINAL: {jenis} untuk {masa}."
BUKA_IKUT = "{sesudah} ikut, karena sudah ditutup dan angka s.d. TW-nya memuat {masa}."
BUKA_TAHUNAN = "Dokumen tahun {tahun} (LHE, LAKIP, RENJA) dicetak lagi juga."
BUKA_TANDA_TANGAN = "Yang lalu ditandatangani lagi {n} berkas: LHE dan Evaluasi Renja untuk {masa}."
BUKA_TETAP = "Bila tidak ada yang berubah, tidak ada yang dicetak dan tanda tangannya tetap."
