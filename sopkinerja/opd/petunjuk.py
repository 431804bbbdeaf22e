"""What the first sheet of the referensi workbook tells the Kasubag Program."""

from __future__ import annotations

from sopkinerja.istilah import Kepegawaian, Level
from sopkinerja.opd.kata import Kata, render_kata
from sopkinerja.opd.tata import LEMBAR

PETUNJUK: tuple[tuple[str, str], ...] = (
    ("Referensi: siapa dan apa", ""),
    (
        "Untuk siapa",
        "Buku ini dipelihara oleh Kasubag Program. Formulir triwulan, matriks dan LHE mengambil "
        "nama, jabatan, indikator dan target dari sini.",
    ),
    (
        "Cara mengisi",
        "Isi mulai baris kedua, satu baris satu data, tanpa baris judul tambahan dan tanpa sel "
        "gabungan. Kolom berjudul biru tua wajib diisi. Arahkan kursor ke judul kolom untuk "
        "melihat penjelasan dan contoh; sel yang punya daftar pilihan bertanda panah. Kolom "
        "tambahan milik kantor boleh ditambahkan di sebelah kanan.",
    ),
    (
        "Kode dan nama",
        "Kolom yang meminta kode (Unit, Atasan, Jabatan, Induk, Penanggung Jawab, Renstra, Sub "
        "Kegiatan) juga menerima namanya, bila hanya satu baris yang bernama itu.",
    ),
    (
        "Angka",
        "Tulis angka biasa: 12,5 atau 1500000. Persen ditulis 85, bukan 0,85. Target rentang "
        "ditulis 2,5 s.d. 4,5. Target berupa sebutan (WTP, BB): Satuan-nya nama skala dari lembar "
        "Skala. Sel kosong berarti tidak ada, bukan nol.",
    ),
    (
        "Urutan",
        "OPD, Unit, Jabatan, Pegawai, lalu DPA dan Mandat. Renstra dan Libur boleh menyusul; Skala "
        "sudah terisi.",
    ),
    (
        "Tahun berikutnya",
        "Buku ini melayani dua tahun sekaligus; jangan dibuat buku baru. sopkinerja mulai-tahun "
        "menambahkan usulan baris DPA dan Mandat dari tahun sebelumnya. Sel kuning masih kosong "
        "dan harus diisi sebelum mandat tahun itu ditetapkan.",
    ),
    ("Isi tiap lembar", ""),
    (
        "OPD",
        "Identitas perangkat daerah, tahun berjalan, dan kode jabatan Kasubag Program.",
    ),
    *((lembar.nama, lembar.uraian) for lembar in LEMBAR),
)
"""(label, text); a label without a text is a heading."""
SESUDAH: tuple[tuple[str, str], ...] = (
    ("Sesudah diisi", ""),
    (
        "Langkah",
        "Simpan dan tutup buku ini, lalu jalankan sopkinerja tetapkan. Semua kekeliruan disebut "
        "sekaligus dengan lembar dan selnya, dan diwarnai di salinannya, Periksa_Referensi.xlsx; "
        "perbaiki di buku ini, simpan, ulangi.",
    ),
)


def build_petunjuk(kata: Kata) -> tuple[tuple[str, str], ...]:
    """Every line, with the words that are understood in the columns Level and Kepegawaian."""
    return (
        *PETUNJUK,
        ("Kata yang juga dipahami", ""),
        ("Level", render_kata(Level, kata)),
        ("Kepegawaian", render_kata(Kepegawaian, kata)),
        *SESUDAH,
    )
