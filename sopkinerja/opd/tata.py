"""How the referensi workbook is laid out: its sheets and columns, for writer and reader alike."""

from __future__ import annotations

from enum import Enum, StrEnum
from typing import NamedTuple

from sopkinerja.istilah import (
    Aspek,
    JenisKerja,
    Kedudukan,
    Kepegawaian,
    Konsolidasi,
    Level,
    Polaritas,
)
from sopkinerja.konsolidasi import PENYATUAN
from sopkinerja.polaritas import SIFAT


class JenisIsi(Enum):
    """What a column holds."""

    TEKS = "teks"
    NIP = "nip"
    ANGKA = "angka"
    BULAT = "bulat"
    TARGET = "target"
    TANGGAL = "tanggal"
    YA = "ya"
    PILIHAN = "pilihan"
    """One of a closed list (`sumber` is its StrEnum)."""
    RUJUKAN = "rujukan"
    """A Kode of another sheet (`sumber` is that sheet's name)."""


class KolomReferensi(NamedTuple):
    """One column; `kunci` is the field of the model; `contoh` shows what belongs in it."""

    judul: str
    kunci: str
    jenis: JenisIsi = JenisIsi.TEKS
    lebar: float = 14
    contoh: str = ""
    bantuan: str = ""
    wajib: bool = False
    sumber: type[StrEnum] | str = ""
    opsional: bool = False
    """Whether a sheet without it is complete all the same."""

    @property
    def is_kode(self) -> bool:
        """Whether it holds a kode, which is a text whatever it looks like."""
        return self.jenis is JenisIsi.RUJUKAN or self.kunci in ("kode", "induk")


class LembarReferensi(NamedTuple):
    """One sheet of rows; `penting` names those without which nothing can be issued."""

    nama: str
    uraian: str
    kolom: tuple[KolomReferensi, ...]
    penting: bool = False

    @property
    def bidang(self) -> str:
        """The field of a Referensi that holds its rows."""
        return self.nama.lower().replace(" ", "_")


class KunciOpd(NamedTuple):
    """One line of the sheet OPD."""

    kunci: str
    contoh: str
    bantuan: str
    wajib: bool = False


_T = JenisIsi
OPD = (
    KunciOpd("tahun", "2026", "Tahun anggaran yang sedang berjalan.", True),
    KunciOpd("nama", "Dinas Perindustrian dan Perdagangan", "Nama lengkap perangkat daerah.", True),
    KunciOpd("singkatan", "Disperindag Sulteng", "Dipakai dalam kode formulir.", True),
    KunciOpd("pemda", "Provinsi Sulawesi Tengah", "Nama pemerintah daerah pada kop.", True),
    KunciOpd("alamat", "Jalan Merdeka Nomor 1, Palu 94111", "Alamat pada kop."),
    KunciOpd("telepon", "(0451) 123456", "Telepon pada kop."),
    KunciOpd("tempat", "Palu", "Tempat pada baris tanda tangan."),
    KunciOpd("logo", "logo.png", "Nama berkas gambar logo di ruang kerja; boleh kosong."),
    KunciOpd("nomor_sop", "800.1.1/123/Sekretariat", "Nomor SOP Pengumpulan Data Kinerja."),
    KunciOpd("tanggal_sop", "22/09/2023", "Tanggal SOP."),
    KunciOpd("atasan_nama", "Nama Gubernur", "Pihak kedua pada PK Kepala Dinas."),
    KunciOpd("atasan_jabatan", "Gubernur Sulawesi Tengah", "Jabatan pihak kedua itu."),
    KunciOpd(
        "kasubag_program", "PRG", "Kode jabatan Kasubag Program (lihat lembar Jabatan).", True
    ),
)

UNIT = LembarReferensi(
    "Unit",
    "Bidang, sekretariat, subbagian dan UPT. Satu baris satu unit.",
    (
        KolomReferensi("Kode", "kode", lebar=12, contoh="PLN", bantuan="Singkat dan unik.", wajib=True),
        KolomReferensi("Nama", "nama", lebar=60, contoh="Bidang Perdagangan Luar Negeri", wajib=True),
        KolomReferensi(
            "Induk", "induk", _T.RUJUKAN, 12, "DINAS",
            "Kode unit di atasnya; kosong untuk yang teratas.", sumber="Unit",
        ),
    ),
    penting=True,
)  # fmt: skip

JABATAN = LembarReferensi(
    "Jabatan",
    "Satu baris satu kursi, bukan orang: tiga orang dengan nama jabatan sama berarti tiga baris "
    "dengan tiga kode.",
    (
        KolomReferensi(
            "Kode", "kode", lebar=12, contoh="PLN-01",
            bantuan="Huruf besar, angka dan tanda hubung; unik, tidak dipakai ulang.", wajib=True,
        ),
        KolomReferensi("Nama", "nama", lebar=42, contoh="Analis Perdagangan Ahli Muda", wajib=True),
        KolomReferensi(
            "Level", "level", _T.PILIHAN, 24, "Pejabat Fungsional/JFK", "Pilih dari daftar; kata lain yang dipahami (Eselon III, Ahli Muda, …) ada di lembar Petunjuk.",
            True, Level,
        ),
        KolomReferensi("Unit", "unit", _T.RUJUKAN, 10, "PLN", "Kode dari lembar Unit.", True, "Unit"),
        KolomReferensi(
            "Atasan", "atasan", _T.RUJUKAN, 12, "PLN",
            "Kode jabatan atasan langsung. Kosong hanya untuk Kepala Dinas.", sumber="Jabatan",
        ),
        KolomReferensi("Tusi", "tusi", lebar=55, contoh="Menyelenggarakan promosi ekspor"),
        KolomReferensi("Mulai", "mulai", _T.TANGGAL, 13, "01/01/2026", "Sejak kapan kursi ini ada; boleh kosong."),
        KolomReferensi("Sampai", "sampai", _T.TANGGAL, 13, "31/12/2026", "Terakhir berlaku; boleh kosong."),
    ),
    penting=True,
)  # fmt: skip

PEGAWAI = LembarReferensi(
    "Pegawai",
    "Siapa memangku jabatan mana. Orang yang memangku dua jabatan ditulis dua baris; jabatan "
    "lowong tidak ditulis.",
    (
        KolomReferensi(
            "NIP", "nip", _T.NIP, 22, "19800101 200501 1 001",
            "18 angka sebagai teks; boleh berspasi. Kosong untuk Non-ASN.",
        ),
        KolomReferensi("Nama", "nama", lebar=38, contoh="Nama lengkap dengan gelar", wajib=True),
        KolomReferensi("Kepegawaian", "kepegawaian", _T.PILIHAN, 14, "PNS", "Kata lain yang dipahami (CPNS, PJLP, …) ada di lembar Petunjuk.", True, Kepegawaian),
        KolomReferensi("Golongan", "golongan", lebar=11, contoh="III/d", bantuan="Pangkat mengikuti golongan PNS."),
        KolomReferensi("Jabatan", "jabatan", _T.RUJUKAN, 13, "PLN-01", "Kode dari lembar Jabatan.", True, "Jabatan"),
        KolomReferensi(
            "Kedudukan", "kedudukan", _T.PILIHAN, 13, "Definitif", "Kosong berarti Definitif.",
            sumber=Kedudukan,
        ),
        KolomReferensi("Mulai", "mulai", _T.TANGGAL, 13, "01/01/2026", "Sejak kapan memangku; boleh kosong."),
        KolomReferensi("Sampai", "sampai", _T.TANGGAL, 13, "31/12/2026", "Hari terakhir memangku; kosong bila masih."),
        KolomReferensi("Telepon", "telepon", lebar=17, contoh="0812 3456 7890"),
        KolomReferensi("Surel", "surel", lebar=26, contoh="nama@contoh.go.id"),
    ),
    penting=True,
)  # fmt: skip

RENSTRA = LembarReferensi(
    "Renstra",
    "IKU dan target lima tahun. Judul lima kolom terakhir adalah tahunnya. Standar Nasional boleh "
    "kosong; LAKIP membandingkan realisasi dengannya.",
    (
        KolomReferensi("Kode", "kode", lebar=11, contoh="IKU-01", wajib=True),
        KolomReferensi(
            "Sasaran", "sasaran", lebar=44, contoh="Meningkatnya nilai perdagangan luar negeri"
        ),
        KolomReferensi(
            "Indikator", "indikator", lebar=46, contoh="Nilai ekspor nonmigas", wajib=True
        ),
        KolomReferensi("Satuan", "satuan", lebar=12, contoh="juta US$"),
        KolomReferensi(
            "Standar Nasional", "standar_nasional", lebar=13, contoh="5,2",
            bantuan="Angka nasional atau standar yang berlaku, dalam satuan ini, untuk LAKIP; boleh kosong.",
            opsional=True,
        ),
    ),
)  # fmt: skip

DPA = LembarReferensi(
    "DPA",
    "Program, kegiatan dan sub kegiatan. Sub kegiatan punya satu penanggung jawab; realisasi per "
    "TW boleh diisi di sini bila datanya dari bendahara.",
    (
        KolomReferensi("Tahun", "tahun", _T.BULAT, 9, "2026", wajib=True),
        KolomReferensi("Kode", "kode", lebar=20, contoh="3.30.05.1.01.0001", wajib=True),
        KolomReferensi("Uraian", "uraian", lebar=60, contoh="Pameran Dagang Nasional", wajib=True),
        KolomReferensi(
            "Pagu", "pagu", _T.ANGKA, 18, "150000000",
            "Rupiah, tanpa desimal. Wajib untuk sub kegiatan; program dan kegiatan dijumlahkan.",
        ),
        KolomReferensi("Unit", "unit", _T.RUJUKAN, 10, "PLN", "Kode dari lembar Unit.", sumber="Unit"),
        KolomReferensi(
            "Penanggung Jawab", "penanggung_jawab", _T.RUJUKAN, 14, "PLN-01",
            "Kode jabatan; hanya untuk sub kegiatan.", sumber="Jabatan",
        ),
        KolomReferensi("Sumber Dana", "sumber_dana", lebar=18, contoh="APBD"),
    ),
)  # fmt: skip

REALISASI_DPA = tuple(
    KolomReferensi(
        f"Realisasi TW {t}", f"realisasi_{n}", _T.ANGKA, 17, "25000000", "Rupiah, TW itu saja."
    )
    for n, t in enumerate(("I", "II", "III", "IV"))
)
"""Optional columns of the DPA."""

LIBUR = LembarReferensi(
    "Libur",
    "Hari libur daerah atau cuti bersama yang belum ada dalam kalender nasional.",
    (
        KolomReferensi("Tanggal", "tanggal", _T.TANGGAL, 15, "13/04/2026", wajib=True),
        KolomReferensi("Keterangan", "keterangan", lebar=60, contoh="Hari jadi provinsi"),
    ),
)

SKALA = LembarReferensi(
    "Skala",
    "Sebutan yang menjadi target dan realisasi bila Satuan indikator menyebut nama skalanya, "
    "misalnya Opini BPK. Boleh diubah dan ditambah; Nilai dipakai menghitung capaian.",
    (
        KolomReferensi("Skala", "skala", lebar=26, contoh="Opini BPK", bantuan="Nama skala, sama dengan Satuan indikatornya.", wajib=True),
        KolomReferensi("Sebutan", "sebutan", lebar=22, contoh="WTP", wajib=True),
        KolomReferensi("Nilai", "nilai", _T.ANGKA, 10, "4", "Makin baik makin besar; 1 dan 0 bila hanya tercapai atau tidak.", True),
        KolomReferensi("Batas Bawah", "batas", _T.ANGKA, 13, "80", "Batas bawah sebutan ini. Pada Predikat AKIP harus dilampaui (70 masih B), pada skala lain angka itu sendiri sudah masuk. Kosong bila skala tidak mengenal angka."),
    ),
)  # fmt: skip

MANDAT = LembarReferensi(
    "Mandat",
    "Indikator dan target tiap jabatan sesuai PK/SKP. Satu baris satu indikator.",
    (
        KolomReferensi("Tahun", "tahun", _T.BULAT, 8, "2026", wajib=True),
        KolomReferensi("Jabatan", "jabatan", _T.RUJUKAN, 11, "PLN-01", "Kode dari lembar Jabatan.", True, "Jabatan"),
        KolomReferensi("Kode", "kode", lebar=13, contoh="PLN-01.01", bantuan="Boleh kosong: diberi nomor sendiri."),
        KolomReferensi("Sasaran", "sasaran", lebar=30, contoh="Meningkatnya promosi ekspor", wajib=True),
        KolomReferensi("Indikator", "indikator", lebar=34, contoh="Pameran dagang yang diikuti", wajib=True),
        KolomReferensi("Satuan", "satuan", lebar=12, contoh="kegiatan", bantuan="Apa yang dihitung; bila kosong dicetak -."),
        KolomReferensi(
            "Polaritas", "polaritas", _T.PILIHAN, 11, "Naik",
            " ".join(f"{p}: {s.kalimat.arti}." for p, s in SIFAT.items()), True, Polaritas,
        ),
        KolomReferensi(
            "Konsolidasi", "konsolidasi", _T.PILIHAN, 12, "Jumlah",
            " ".join(f"{k}: {p.kalimat.arti}." for k, p in PENYATUAN.items()), True, Konsolidasi,
        ),
        KolomReferensi("Bobot", "bobot", _T.ANGKA, 8, "25", "Persen; di semua indikator jabatan atau tidak sama sekali."),
        KolomReferensi("Target Tahun", "target_tahun", _T.TARGET, 15, "12,5 atau 2,5 s.d. 4,5"),
        *(
            KolomReferensi(f"TW {t}", f"tw_{n}", _T.TARGET, 15, "3 atau 2,5 s.d. 4,5", "Kosong bila tidak ditargetkan di TW ini.")
            for n, t in enumerate(("I", "II", "III", "IV"))
        ),
        KolomReferensi("Induk", "induk", lebar=13, contoh="PLN.01", bantuan="Kode indikator atasan yang didukung. Beberapa dipisah titik koma, yang utama lebih dahulu."),
        KolomReferensi("Renstra", "renstra", _T.RUJUKAN, 10, "IKU-03", "Kode dari lembar Renstra, untuk IKU.", sumber="Renstra"),
        KolomReferensi("Sub Kegiatan", "sub_kegiatan", _T.RUJUKAN, 19, "3.30.05.1.01.0001", "Kode dari lembar DPA: sub kegiatan, atau kegiatan dan program.", sumber="DPA"),
        KolomReferensi("Realisasi Tahun Lalu", "realisasi_tahun_lalu", _T.ANGKA, 13, "11"),
        KolomReferensi("Nilai Terburuk", "nilai_terburuk", _T.ANGKA, 11, "10", "Untuk Turun dengan target 0."),
        KolomReferensi("Data Menyusul", "data_menyusul", _T.YA, 11, "ya", "ya bila angkanya terbit sesudah tenggat (misalnya dari BPS)."),
        KolomReferensi("Sumber Data", "sumber_data", lebar=22, contoh="BPS"),
        KolomReferensi("Definisi", "definisi", lebar=28, contoh="Pameran yang diikuti dengan stan sendiri. Formulasi: dijumlahkan setahun", bantuan="Apa yang diukur; cara menghitungnya boleh ditulis sesudah kata Formulasi."),
        KolomReferensi("Aspek", "aspek", _T.PILIHAN, 11, "Kuantitas", "Untuk SKP: Kuantitas, Kualitas, Waktu, atau Biaya.", sumber=Aspek, opsional=True),
        KolomReferensi("Jenis", "jenis", _T.PILIHAN, 10, "Utama", "Untuk SKP: Utama (bila dikosongkan) atau Tambahan.", sumber=JenisKerja, opsional=True),
    ),
)  # fmt: skip

CAPAIAN_LALU = LembarReferensi(
    "Capaian Lalu",
    "Target dan realisasi tahun-tahun sebelum aplikasi ini dipakai, untuk LAKIP; boleh kosong. Tahun "
    "yang sudah ditutup di sini tidak perlu ditulis.",
    (
        KolomReferensi("Kode", "kode", lebar=13, contoh="KADIS.01", bantuan="Kode indikator pada mandat yang berjalan.", wajib=True),
        KolomReferensi("Tahun", "tahun", _T.BULAT, 8, "2024", wajib=True),
        KolomReferensi("Satuan", "satuan", lebar=14, contoh="juta US$", bantuan="Sama dengan satuan indikatornya; bila lain, angkanya tidak dibandingkan.", wajib=True),
        KolomReferensi("Target", "target_tahun", _T.TARGET, 15, "12,5 atau 2,5 s.d. 4,5"),
        KolomReferensi("Realisasi", "realisasi_tahun_lalu", _T.ANGKA, 15, "11", wajib=True),
    ),
)  # fmt: skip

LEMBAR = (UNIT, JABATAN, PEGAWAI, RENSTRA, DPA, LIBUR, SKALA, MANDAT, CAPAIAN_LALU)
"""All sheets of rows, in the workbook's order; `Petunjuk` and `OPD` stand before them."""
