"""Every complaint we can utter: code, severity, place, message.

A message says where, what was found and what is needed; `saran` says what to do, with an example.
Codes are `TOPIK_NNN` and never reused. A temuan is the officer's (or the Kasubag's) data fault:
returned as a value, all of them at once, never raised.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum, StrEnum
from typing import Any, NamedTuple


class Tingkat(StrEnum):
    """How grave: sent back, accepted but shown, or merely told."""

    GALAT = "galat"
    PERINGATAN = "peringatan"
    INFO = "info"


class Letak(NamedTuple):
    """Where: sheet and cell of the file that came, and the key of row and field where known.

    `tabel`, `baris`, `kolom` name the place by keys, so that a correction form can point to its
    own cell whatever address that has.
    """

    lembar: str = ""
    sel: str = ""
    tabel: str = ""
    baris: str = ""
    kolom: str = ""


TANPA_LETAK = Letak()


class Jenis(NamedTuple):
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
    BERKAS_001 = Jenis(
        _G,
        "Bukan buku kerja Excel",
        "Berkas “{nama}” bukan buku kerja yang dapat dibaca: {sebab}.",
        "Minta pengirim membuka formulirnya, lalu Simpan Sebagai (Save As) Excel Workbook (.xlsx).",
    )
    # --- KENALI: is it ours, and which
    KENALI_001 = Jenis(
        _G,
        "Bukan formulir kami",
        "Berkas “{nama}” tidak memuat kode formulir sopkinerja.",
        "Pastikan yang dikirim adalah formulir yang diterima dari Kasubag Program, bukan salinan ketikan sendiri.",
    )
    KENALI_002 = Jenis(
        _G,
        "Kode formulir rusak",
        "Kode formulir di berkas “{nama}” tidak utuh: “{kode}”.",
        "Kode formulir jangan diketik ulang. Salin kembali isian ke formulir asli dari Kasubag Program.",
    )
    KENALI_003 = Jenis(
        _G,
        "Kode formulir berlainan",
        "Berkas “{nama}” memuat lebih dari satu kode formulir: {kode}.",
        "Satu berkas untuk satu formulir. Pisahkan lembar yang berasal dari formulir lain, lalu kirim sendiri-sendiri.",
    )
    KENALI_004 = Jenis(
        _G,
        "Formulir OPD lain",
        "Formulir ini milik {opd}, bukan OPD ruang kerja ini ({kami}).",
        "Teruskan berkas kepada OPD yang bersangkutan.",
    )
    KENALI_005 = Jenis(
        _G,
        "Formulir tidak tercatat",
        "Formulir {kode} tidak pernah diterbitkan dari ruang kerja ini.",
        "Periksa apakah agenda (sopkinerja.db) ruang kerja ini yang benar. Bila perlu, terbitkan formulirnya dan minta diisi.",
    )
    KENALI_006 = Jenis(
        _G,
        "Revisi formulir terlalu baru",
        "Formulir {kode} memakai revisi {revisi}, sedangkan yang tercatat baru sampai revisi {terakhir}.",
        "Berkas ini diterbitkan setelah cadangan agenda dibuat. Pulihkan agenda yang terbaru, lalu jalankan sopkinerja terima --ulang.",
    )
    KENALI_007 = Jenis(
        _G,
        "Jenis formulir belum dilayani",
        "Formulir {formulir} ({kode}) belum dapat diterima oleh versi sopkinerja ini.",
        "Simpan berkasnya. Pasang sopkinerja yang lebih baru, lalu jalankan sopkinerja terima --ulang.",
    )
    # --- URUTAN: which of several returns counts
    URUTAN_001 = Jenis(
        _I,
        "Sudah diterima",
        "Isi berkas ini sama dengan yang sudah diterima untuk {jabatan} ({lama}).",
        "Tidak ada yang perlu dilakukan.",
    )
    URUTAN_002 = Jenis(
        _I,
        "Kiriman yang lebih lama",
        "Berkas ini lebih lama daripada yang sudah diterima untuk {jabatan} ({lama}). Bedanya: {beda}.",
        "Bila justru berkas ini yang benar, minta pengirim menyimpannya sekali lagi di Excel dan mengirim ulang.",
    )
    URUTAN_003 = Jenis(
        _G,
        "Dua kiriman berlainan",
        "Untuk {jabatan} datang dua kiriman atau lebih yang isinya berlainan dan tidak jelas mana yang terakhir: {nama}. Bedanya: {beda}.",
        'Tanyakan kepada pengirim mana yang benar, lalu jalankan: sopkinerja pilih {sha} --alasan "…"',
    )
    URUTAN_004 = Jenis(
        _G,
        "Dikembalikan oleh pemeriksa",
        "{catatan}",
        "Perbaiki sesuai catatan pemeriksa, simpan, lalu kirim kembali formulir perbaikan ini.",
    )
    # --- KUNCI: locked cells, rows and tables
    # --- REALISASI
    REALISASI_001 = Jenis(
        _G,
        "Realisasi belum diisi",
        "Realisasi {kode} masih kosong, padahal target TW ini {target}.",
        "Isi angka realisasinya. Bila kegiatan tidak terlaksana, isi 0 dan jelaskan sebabnya di Hambatan/Kegagalan.",
        "12,5",
    )
    # --- ANGKA: what is written in a numeric cell
    # --- HAMBATAN
    HAMBATAN_001 = Jenis(
        _G,
        "Hambatan atau rekomendasi belum diisi",
        "Capaian {kode} {capaian} di bawah {ambang}, tetapi {kolom} belum diisi.",
        "Tulis singkat apa yang menghambat dan apa rekomendasinya, misalnya “Pengadaan terlambat; lelang dimulai Januari”.",
    )
    # --- BUKTI
    # --- CATATAN
    # --- ANGGARAN
    # --- MENYUSUL: sheet Data Menyusul
    # --- TRIWULAN
    TRIWULAN_001 = Jenis(
        _G,
        "Triwulan sudah ditutup",
        "Formulir {jabatan} ini untuk TW {triwulan} {tahun}, yang sudah ditutup.",
        'Berkas disimpan di karantina. Bila harus masuk: sopkinerja buka -t {nomor} --alasan "…", lalu sopkinerja terima --ulang.',
    )
    # --- REFERENSI: the referensi workbook
    # --- MANDAT: indicators and targets
    # --- RAPAT: the Rapat Monev form
    RAPAT_001 = Jenis(
        _G,
        "Tanggal tidak terbaca",
        "{butir} berisi “{isi}”, yang tidak terbaca sebagai tanggal.",
        "Ketik sebagai tanggal, misalnya 15/04/2026 atau 15 April 2026.",
        "15/04/2026",
    )
    RAPAT_002 = Jenis(
        _P,
        "Bagian formulir rapat hilang",
        "Bagian {tabel} tidak ditemukan di berkas ini, sehingga isinya tidak terbaca.",
        "Bila bagian itu ada isinya, salin ke formulir Rapat Monev yang asli lalu kirim kembali.",
    )
    RAPAT_003 = Jenis(
        _P,
        "Formulir rapat masih kosong",
        "Formulir Rapat Monev kembali tanpa isian.",
        "Isi hasil rapatnya, lalu kirim kembali. LHE mencantumkan bahwa hasil rapat belum ada.",
    )
    RAPAT_004 = Jenis(
        _P,
        "Isian rapat belum lengkap",
        "{butir} belum diisi.",
        "Lengkapi bila sudah ada. LHE mencetak bagian ini kosong sampai formulirnya kembali lengkap.",
    )
    RAPAT_005 = Jenis(
        _P,
        "Tanggal rapat di depan",
        "Tanggal rapat {tanggal} belum terjadi saat formulir ini diterima.",
        "Periksa kembali tanggal rapatnya.",
    )
    RAPAT_006 = Jenis(
        _P,
        "Keputusan belum lengkap",
        "Keputusan “{keputusan}” belum disertai penanggung jawab dan tenggat yang lengkap.",
        "Isi siapa yang menindaklanjuti dan paling lambat kapan, misalnya 30 April 2026.",
    )
    RAPAT_007 = Jenis(
        _P,
        "Lembar rapat ganda",
        "Bagian {tabel} ada lebih dari sekali dengan isi berlainan (lembar {lembar}); yang pertama dipakai.",
        "Hapus lembar salinannya, lalu kirim kembali bila yang dipakai keliru.",
    )
    RAPAT_008 = Jenis(
        _P,
        "Sel menjadi galat rumus",
        "Sel ini berisi {galat}: Excel menganggap teksnya rumus (diawali “-”, “+” atau “=”).",
        "Ketik ulang tanpa tanda di depan, misalnya “Lelang ulang bulan Mei”.",
    )

    @property
    def jenis(self) -> Jenis:
        """The catalogue entry."""
        return self.value


@dataclass(frozen=True, init=False)
class Temuan:
    """One complaint about one place, its texts rendered."""

    kode: Kode
    letak: Letak
    tingkat: Tingkat
    pesan: str
    saran: str

    def __init__(
        self,
        kode: Kode,
        letak: Letak = TANPA_LETAK,
        /,
        *,
        tingkat: Tingkat | None = None,
        **data: Any,
    ) -> None:
        """`data` fills the catalogue's texts (a KeyError for a missing one is a bug)."""
        jenis = kode.jenis
        object.__setattr__(self, "kode", kode)
        object.__setattr__(self, "letak", letak)
        object.__setattr__(self, "tingkat", tingkat or jenis.tingkat)
        object.__setattr__(self, "pesan", jenis.pesan.format(**data))
        object.__setattr__(self, "saran", jenis.saran.format(**data))

    def as_dict(self) -> dict[str, str]:
        """The shape that `--json` and the agenda use, keys of the place included."""
        return {
            "kode": self.kode.name,
            "tingkat": self.tingkat.value,
            "lembar": self.letak.lembar,
            "sel": self.letak.sel,
            "pesan": self.pesan,
            "saran": self.saran,
            "tabel": self.letak.tabel,
            "baris": self.letak.baris,
            "kolom": self.letak.kolom,
        }

    @classmethod
    def from_dict(cls, isi: dict[str, str]) -> Temuan:
        """The reverse of as_dict: texts as they were uttered then."""
        temuan = cls.__new__(cls)
        letak = Letak(isi["lembar"], isi["sel"], isi["tabel"], isi["baris"], isi["kolom"])
        for nama, nilai in (
            ("kode", Kode[isi["kode"]]),
            ("letak", letak),
            ("tingkat", Tingkat(isi["tingkat"])),
            ("pesan", isi["pesan"]),
            ("saran", isi["saran"]),
        ):
            object.__setattr__(temuan, nama, nilai)
        return temuan


def is_ditolak(daftar_temuan: Iterable[Temuan]) -> bool:
    """True where at least one galat stands among them."""
    return any(t.tingkat is Tingkat.GALAT for t in daftar_temuan)


def build_kelompok(daftar_temuan: Iterable[Temuan]) -> list[Temuan]:
    """Equal messages on one sheet merged over their cells (`H9, H12`), gravest first.

    A merged temuan keeps the row keys joined by a comma only where all are of one table.
    """
    kelompok: dict[tuple[Kode, Tingkat, str, str, str], Temuan] = {}
    for t in daftar_temuan:
        kunci = (t.kode, t.tingkat, t.letak.lembar, t.pesan, t.saran)
        lama = kelompok.get(kunci)
        if lama is None:
            kelompok[kunci] = t
        elif t.letak.sel and t.letak.sel not in lama.letak.sel.split(", "):
            gabungan = lama.letak._replace(sel=f"{lama.letak.sel}, {t.letak.sel}".strip(", "))
            kelompok[kunci] = replace_letak(lama, gabungan)
    urutan = list(Tingkat)
    return sorted(kelompok.values(), key=lambda t: urutan.index(t.tingkat))


def replace_letak(temuan: Temuan, letak: Letak) -> Temuan:
    """The same temuan at another place."""
    salinan = Temuan.from_dict(temuan.as_dict())
    object.__setattr__(salinan, "letak", letak)
    return salinan
