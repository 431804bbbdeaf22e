"""Every text on the Rapat Monev form: headings, help, examples.

`{{nama}}` is a marker that is filled when the form is issued.
"""

from __future__ import annotations

from sopkinerja.formulir import teks as teks_formulir

LEMBAR = {
    "petunjuk": "Petunjuk",
    "lalu": "Rapat Lalu",
    "diminta": "Diminta dari Pimpinan",
    "agenda": "Rapat Monev",
    "hasil": "Hasil Rapat",
    "hadir": "Daftar Hadir",
    "agenda_lain": "Agenda Lainnya",
    "jabatan": "Daftar Jabatan",
}
JUDUL_BERKAS = "Rapat Monev TW {triwulan} {tahun}"
KEADAAN_ISI = (
    "Disusun dari laporan {lapor} dari {jabatan} jabatan yang sudah diterima; "
    "capaian s.d. Triwulan {triwulan}."
)
AGENDA_KOSONG = "Tidak ada indikator di bawah target dan tidak ada hambatan yang dilaporkan."
LALU_KOSONG = "Tidak ada keputusan rapat lalu yang ditanyakan pada formulir triwulan ini."
BELUM_KOSONG = "Semua jabatan yang menerima formulir sudah lapor."
NAMA_TABEL = {"rapat": "Hasil Rapat", "keputusan": "Keputusan", "hadir": "Daftar Hadir"}
"""How a message calls the parts that are filled in."""
PENGANTAR = {
    "agenda": "Tulis keputusan di sebelah indikatornya, pada sel kuning. {{keadaan}}",
    "agenda_lain": "Level di bawah Kabid, dibahas bila perlu. Tulis keputusan pada sel kuning. {{keadaan}}",
    "lalu": "Dibahas sebelum agenda. Jawaban menurut laporan triwulan ini.",
    "diminta": "Diputuskan satu per satu, ditulis di lembar yang disebut di kanan; di bagian E sebut kodenya.",
    "keputusan": "Isi sel kuning saja. Yang belum ada boleh dikosongkan dan disusulkan.",
    "hadir": "Kolom tanda tangan dipakai pada lembar cetak.",
}
"""Below the title of each sheet, by its first table."""
BAGIAN = {
    "lalu": "A. Keputusan rapat lalu",
    "belum": "B. Yang belum lapor",
    "rapat": "D. Hasil rapat",
    "keputusan": "E. Keputusan lain, yang bukan tentang satu indikator",
}
DIMINTA_LAIN = "Hasil Rapat (bagian E)"
"""Where a decision is written that is about no point of the agenda."""
TETAP_HADIR = "{jumlah} orang pada Daftar Hadir"
TETAP_KEPUTUSAN = "Keputusan {apa}"
TETAP_SEL = "{kolom} untuk {apa}"
"""What a later return leaves blank and the minutes keep, by name."""
CATATAN_TANGAN = "Catatan rapat:"
JUDUL_BUTIR, JUDUL_TTD = "Butir", "Tanda Tangan"

BUTIR = {
    "nomor_lhe": ("Nomor LHE", "Nomor surat LHE Internal triwulan ini. Contoh: 000.8.6/12/Program"),
    "tanggal_lhe": ("Tanggal LHE", "Contoh: 17/04/2026"),
    "tanggal_rapat": ("Tanggal rapat", "Contoh: 15/04/2026"),
    "tempat": ("Tempat", "Contoh: Ruang Rapat Lantai 2"),
    "pimpinan": ("Pimpinan rapat", "Nama dan jabatan yang memimpin rapat."),
    "analisis": (
        "Analisis",
        "Apa yang tercapai, apa yang belum, dan mengapa. Boleh beberapa alinea (Alt+Enter).",
    ),
    "kesimpulan": ("Kesimpulan", "Apa arti hasil triwulan ini bagi target tahun berjalan."),
    "arahan": ("Arahan Kepala Dinas", "Arahan yang berlaku bagi seluruh jabatan."),
}
"""Label and guidance of each row of the table `rapat`, by row key."""

SALAH_JABATAN = (
    "Tidak ada di daftar",
    "Beberapa penanggung jawab ditulis dengan koma. Pakai tulisan ini?",
)
SALAH_TANGGAL = ("Tanggal perlu dicek", "Isi tanggal seperti 15/04/2026.")

SAPAAN = (
    "Formulir ini dibawa ke rapat monitoring dan evaluasi kinerja Triwulan {{triwulan}} Tahun "
    "{{tahun}}, lalu dikembalikan sebagai dasar LHE. Agendanya sudah terisi dari laporan yang "
    "diterima."
)
LANGKAH: tuple[tuple[str, str], ...] = (
    (
        "Mulai dari Rapat Lalu",
        "Keputusan rapat sebelumnya dan keadaannya, lalu siapa yang belum lapor.",
    ),
    (
        "Putuskan yang diminta dari pimpinan",
        "Bila ada, lembar Diminta dari Pimpinan memuat hal yang menunggu putusan. Yang belum "
        "diputuskan ditanyakan lagi oleh LHE.",
    ),
    (
        "Bahas Rapat Monev",
        "Cetak atau tayangkan. IKU lalu level Kabid yang di bawah target atau punya hambatan, di "
        "setiap level dari capaian terendah. Keputusan, penanggung jawab, dan tenggat ditulis di sebelah "
        "indikatornya. Level di bawahnya ada di lembar Agenda Lainnya.",
    ),
    (
        "Isi Hasil Rapat",
        "Nomor dan tanggal LHE, waktu dan tempat rapat, analisis, kesimpulan, arahan Kepala Dinas, "
        "dan keputusan yang bukan tentang satu indikator.",
    ),
    (
        "Isi Daftar Hadir",
        "Nama dan jabatan peserta. Kolom tanda tangan dipakai pada lembar cetak.",
    ),
    (
        "Simpan dan kembalikan",
        "Simpan sebagai Excel lalu kirim kembali berkas ini; namanya boleh diubah. Formulir boleh "
        "dikirim lagi bila ada yang menyusul, juga setelah triwulan ditutup: sel yang kosong tetap "
        "seperti kiriman sebelumnya, dan “-” mencabut isinya.",
    ),
)
PENUTUP = "LHE mencetak isi formulir ini. Tanpa formulir ini, LHE menyebut hasil rapat belum ada."
TTD = (("Disusun oleh,", "kasubag"), ("Mengetahui,", "kepala"))
NAMA_MILIK = " Nama itu milik {jabatan}."
"""Whose name a decision gives, beside the question whom it means."""
PADA, PADA_PENDEK = "ditanyakan pada formulir", "formulir"
"""How it is said whose form asks after something; the second where there is little room."""
NAMA_MANA = " {siapa} mana: {pilihan}?"
"""Whom a decision may mean, where its words fit more than one chair."""
JUDUL_LEMBAR = {
    "petunjuk": "PETUNJUK FORMULIR RAPAT MONEV TRIWULAN {{triwulan}} TAHUN {{tahun}}",
    "agenda": "C. RAPAT MONEV TRIWULAN {{triwulan}} TAHUN {{tahun}}: IKU DAN LEVEL KABID",
    "agenda_lain": "AGENDA LAINNYA RAPAT MONEV TRIWULAN {{triwulan}} TAHUN {{tahun}}",
    "lalu": "YANG LALU, UNTUK RAPAT MONEV TRIWULAN {{triwulan}} TAHUN {{tahun}}",
    "diminta": "DIMINTA DARI PIMPINAN PADA RAPAT MONEV TRIWULAN {{triwulan}} TAHUN {{tahun}}",
    "keputusan": "HASIL RAPAT MONEV TRIWULAN {{triwulan}} TAHUN {{tahun}}",
    "hadir": "F. DAFTAR HADIR RAPAT MONEV TRIWULAN {{triwulan}} TAHUN {{tahun}}",
    "perbaikan": "DAFTAR PERBAIKAN — RAPAT MONEV TRIWULAN {{triwulan}} TAHUN {{tahun}}",
}
BARIS_IDENTITAS = teks_formulir.BARIS_IDENTITAS
PERBAIKAN_PENGANTAR = (
    "Terima kasih, hasil rapatnya sudah kami terima dan periksa. Isiannya tetap ada di tempatnya. "
    "Mohon perbaiki yang tercantum di atas langsung di berkas ini, simpan, lalu kirim kembali."
)
PERBAIKAN_PETUNJUK = "Klik tulisan biru untuk menuju selnya. Yang tidak tercantum sudah diterima."
KEPALA = "Kepala Dinas"
"""Who signs where no name is known."""
