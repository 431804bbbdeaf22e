"""Every text on the Rapat Monev form: headings, help, examples.

`{{nama}}` is a marker that is filled when the form is issued.
"""

from __future__ import annotations

from sopkinerja.formulir import teks as teks_formulir

LEMBAR = "Rapat Monev"
LEMBAR_PETUNJUK = "Petunjuk"
JUDUL_BERKAS = "Rapat Monev TW {triwulan} {tahun}"
JUDUL = "RAPAT MONITORING DAN EVALUASI KINERJA TRIWULAN {{triwulan}} TAHUN {{tahun}}"
JUDUL_PETUNJUK = "PETUNJUK FORMULIR RAPAT MONEV TRIWULAN {{triwulan}} TAHUN {{tahun}}"
KODE_FORMULIR = "Kode formulir: {{kode_formulir}}"
KEADAAN = "{{keadaan}}"
KEADAAN_ISI = (
    "Disusun dari laporan {lapor} dari {jabatan} jabatan yang sudah diterima; "
    "capaian s.d. Triwulan {triwulan}."
)
AGENDA_KOSONG = "Tidak ada indikator di bawah target dan tidak ada hambatan yang dilaporkan."
NAMA_TABEL = {"rapat": "Hasil Rapat", "keputusan": "Keputusan", "hadir": "Daftar Hadir"}
"""How a message calls the parts that are filled in."""
PENGANTAR_ISI = "Isi sel kuning saja. Sel lain terkunci dan terisi sendiri."

BAGIAN = {
    "agenda": "A. Agenda: indikator di bawah target dan hambatan yang dilaporkan",
    "rapat": "B. Hasil rapat",
    "keputusan": "C. Keputusan",
    "hadir": "D. Daftar hadir",
}
JUDUL_BUTIR, JUDUL_PANDUAN, JUDUL_TTD = "Butir", "Panduan", "Tanda Tangan"

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

SALAH_TANGGAL = ("Tanggal perlu dicek", "Isi tanggal seperti 15/04/2026.")

SAPAAN = (
    "Formulir ini dibawa ke rapat monitoring dan evaluasi kinerja Triwulan {{triwulan}} Tahun "
    "{{tahun}}, lalu dikembalikan sebagai dasar LHE. Agendanya sudah terisi dari laporan yang "
    "diterima."
)
LANGKAH: tuple[tuple[str, str], ...] = (
    (
        "Siapkan rapat",
        "Cetak lembar Rapat Monev atau tayangkan. Bagian A memuat indikator di bawah target dan "
        "hambatan yang dilaporkan: dari level tertinggi, lalu dari capaian terendah.",
    ),
    (
        "Isi hasil rapat (bagian B)",
        "Nomor dan tanggal LHE, waktu dan tempat rapat, analisis, kesimpulan, dan arahan Kepala "
        "Dinas. Yang belum ada boleh dikosongkan dan disusulkan.",
    ),
    (
        "Catat keputusan (bagian C)",
        "Satu baris satu keputusan, lengkap dengan penanggung jawab dan tenggatnya, agar dapat "
        "ditindaklanjuti pada triwulan berikutnya.",
    ),
    (
        "Isi daftar hadir (bagian D)",
        "Nama dan jabatan peserta. Kolom tanda tangan dipakai pada lembar cetak.",
    ),
    (
        "Simpan dan kembalikan",
        "Simpan sebagai Excel lalu kirim kembali berkas ini; namanya boleh diubah. Formulir boleh "
        "dikirim lagi bila ada yang menyusul, juga setelah triwulan ditutup.",
    ),
)
PENUTUP = "LHE mencetak isi formulir ini. Tanpa formulir ini, LHE menyebut hasil rapat belum ada."
TTD = (("Disusun oleh,", "kasubag"), ("Mengetahui,", "kepala"))
NAMA_MILIK = " Nama itu milik {jabatan}."
"""Whose name a decision gives, beside the question whom it means."""
JUDUL_LEMBAR = {
    "perbaikan": "DAFTAR PERBAIKAN — RAPAT MONEV TRIWULAN {{triwulan}} TAHUN {{tahun}}",
}
BARIS_IDENTITAS = teks_formulir.BARIS_IDENTITAS
PERBAIKAN_PENGANTAR = (
    "Terima kasih, hasil rapatnya sudah kami terima dan periksa. Isiannya tetap ada di tempatnya. "
    "Mohon perbaiki yang tercantum di bawah ini langsung di berkas ini, simpan, lalu kirim kembali."
)
PERBAIKAN_PETUNJUK = "Klik tulisan biru untuk menuju selnya di lembar Rapat Monev. Yang tidak tercantum sudah diterima."
KEPALA = "Kepala Dinas"
"""Who signs where no name is known."""
