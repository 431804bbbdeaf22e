"""The tables of the Rapat Monev form."""

from __future__ import annotations

from sopkinerja.formulir.tabel import PERBAIKAN
from sopkinerja.katalog import Kode
from sopkinerja.lembar.tabel import Kolom, Tabel, list_kunci
from sopkinerja.rapat import teks

BUTIR_TANGGAL = frozenset({"tanggal_lhe", "tanggal_rapat"})
"""Rows of the table `rapat` that hold a date."""
CABUT = frozenset({"-", "--", "–", "—"})
"""What is typed over a text that holds no longer."""
BANTUAN_TANGGAL = ("Tanggal", "Ketik sebagai tanggal. Contoh: 15/04/2026")
"""The input message of those."""

POLA_AGENDA = "A{:03d}"
"""Row keys of the template; an issued form has the kode of the indikator in their place."""
PENANGGUNG_JAWAB = Kolom(
    "penanggung_jawab",
    "Penanggung Jawab",
    20,
    "teks",
    isian=True,
    bantuan=(
        "Penanggung jawab",
        "Pilih dari daftar. Lebih dari satu: ketik kodenya dengan koma. Contoh: PLN, PDN",
    ),
)
TENGGAT = Kolom(
    "tenggat",
    "Tenggat",
    11,
    "tanggal",
    isian=True,
    jenis="tanggal",
    bantuan=("Tenggat", "Paling lambat tanggal berapa. Contoh: 30/04/2026"),
)
KEPUTUSAN_RAPAT = Kolom(
    "keputusan",
    "Keputusan Rapat",
    21,
    "teks",
    isian=True,
    bantuan=("Keputusan", "Apa yang diputuskan untuk indikator ini. Boleh dikosongkan."),
)


def _build_agenda(nama: str, lembar: str, indikator: str) -> Tabel:
    """The points of one sheet: the indikator, and beside it what is decided; why stands behind."""
    return Tabel(
        nama,
        lembar,
        (
            Kolom("no", "No", 3.5, "tengah"),
            Kolom("indikator", indikator, 20, "teks"),
            Kolom("capaian", "Capaian (%)", 7.5, "capaian"),
            KEPUTUSAN_RAPAT,
            PENANGGUNG_JAWAB,
            TENGGAT,
            Kolom("target", "Target s.d. TW", 12, "angka"),
            Kolom("realisasi", "Realisasi s.d. TW", 12, "angka"),
            Kolom("hambatan", "Hambatan/Kegagalan", 29, "teks"),
            Kolom("rekomendasi", "Rekomendasi", 29, "teks"),
            Kolom("jabatan", "Jabatan", 19, "teks"),
        ),
        list_kunci(POLA_AGENDA, 60),
        5,
        utama="keputusan",
        ciri=frozenset({"indikator", "keputusan"}),
        is_berulang=True,
        tiada=Kode.RAPAT_002,
        sebutan=lembar,
    )


AGENDA = _build_agenda("agenda", teks.LEMBAR["agenda"], "Indikator")
"""IKU and the level below."""
AGENDA_LAIN = _build_agenda("agenda_lain", teks.LEMBAR["agenda_lain"], "Indikator Lainnya")
"""All else that is behind or hindered, on a sheet of its own."""
LALU = Tabel(
    "lalu",
    teks.LEMBAR["lalu"],
    (
        Kolom("no", "No", 4, "tengah"),
        Kolom("penanggung_jawab", "Penanggung Jawab", 26, "teks"),
        Kolom("keputusan", "Keputusan Rapat Lalu", 47, "teks"),
        Kolom("tenggat", "Tenggat", 18, "tengah"),
        Kolom("keadaan", "Keadaan", 26, "teks"),
    ),
    list_kunci("L{:02d}", 20),
    6,
)
BELUM = Tabel(
    "belum",
    teks.LEMBAR["lalu"],
    (
        Kolom("no", "No", 4, "tengah"),
        Kolom("pemangku", "Pemangku", 26, "teks"),
        Kolom("jabatan", "Jabatan yang Belum Lapor", 47, "teks"),
        Kolom("hari", "Terlambat (hari kerja)", 18, "tengah"),
        Kolom("atasan", "Atasan", 26, "teks"),
    ),
    list_kunci("B{:02d}", 20),
    30,
)
DIMINTA = Tabel(
    "diminta",
    teks.LEMBAR["diminta"],
    (
        Kolom("no", "No", 4, "tengah"),
        Kolom("isi", "Diminta dari Pimpinan", 46, "teks"),
        Kolom("menyangkut", "Menyangkut (kode)", 28, "teks"),
        Kolom("tempat", "Keputusan Ditulis di Lembar", 22, "teks"),
    ),
    list_kunci("P{:02d}", 12),
    5,
)
JABATAN = Tabel(
    "jabatan",
    teks.LEMBAR["jabatan"],
    (Kolom("pilihan", "Penanggung Jawab", 60, "teks"),),
    list_kunci("J{:03d}", 100),
    3,
)
"""What Penanggung Jawab is chosen from."""
RAPAT = Tabel(
    "rapat",
    teks.LEMBAR["hasil"],
    (
        Kolom(
            "isi",
            "Isi",
            60,
            "teks",
            isian=True,
            bantuan=("Hasil rapat", "Tulis isinya di sini. Panduannya ada di bawah nama butirnya."),
            tempat=3,
        ),
    ),
    tuple(teks.BUTIR),
    6,
    utama="isi",
    nama_baris=tuple((k, nama) for k, (nama, _) in teks.BUTIR.items()),
    tiada=Kode.RAPAT_002,
    sebutan=teks.NAMA_TABEL["rapat"],
)
KEPUTUSAN = Tabel(
    "keputusan",
    teks.LEMBAR["hasil"],
    (
        Kolom("no", "No", 4, "tengah"),
        PENANGGUNG_JAWAB,
        Kolom(
            "keputusan",
            "Keputusan",
            60,
            "teks",
            isian=True,
            bantuan=(
                "Keputusan",
                "Satu baris satu keputusan. Contoh: Lelang alat uji dimulai bulan Mei",
            ),
        ),
        TENGGAT,
    ),
    list_kunci("K{:02d}", 8),
    18,
    pola="K{:02d}",
    utama="keputusan",
    ciri=frozenset({"keputusan", "penanggung_jawab", "tenggat"}),
    is_berulang=True,
    tiada=Kode.RAPAT_002,
    sebutan=teks.NAMA_TABEL["keputusan"],
)
HADIR = Tabel(
    "hadir",
    teks.LEMBAR["hadir"],
    (
        Kolom("no", "No", 4, "tengah"),
        Kolom(
            "nama",
            "Nama",
            36,
            "sebaris",
            isian=True,
            bantuan=("Nama", "Nama peserta rapat, satu baris satu orang."),
        ),
        Kolom(
            "jabatan",
            "Jabatan",
            42,
            "sebaris",
            isian=True,
            bantuan=("Jabatan", "Contoh: Kepala Subbagian Program"),
        ),
    ),
    list_kunci("H{:02d}", 40),
    5,
    pola="H{:02d}",
    utama="nama",
    ciri=frozenset({"nama", "jabatan", "no"}),
    is_berulang=True,
    tiada=Kode.RAPAT_002,
    sebutan=teks.NAMA_TABEL["hadir"],
)
BERKEPUTUSAN = (AGENDA, AGENDA_LAIN)
"""Where decisions stand beside what they are about."""
TABEL = (AGENDA, AGENDA_LAIN, LALU, BELUM, DIMINTA, RAPAT, KEPUTUSAN, HADIR, JABATAN, PERBAIKAN)
"""All of them."""
