"""Row 6: the LHE Internal of a triwulan, and of the year: one list of sheets for both."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from sopkinerja.lhe.anggaran import write_anggaran
from sopkinerja.lhe.antar import write_antar
from sopkinerja.lhe.capaian import write_iku, write_level, write_unit
from sopkinerja.lhe.halaman import render_judul
from sopkinerja.lhe.hambatan import NAMA as NAMA_KURANG
from sopkinerja.lhe.hambatan import write_kurang
from sopkinerja.lhe.keberhasilan import NAMA as NAMA_KEBERHASILAN
from sopkinerja.lhe.keberhasilan import write_keberhasilan
from sopkinerja.lhe.kepatuhan import write_kepatuhan
from sopkinerja.lhe.kepatuhan_tahun import write_kepatuhan_tahun
from sopkinerja.lhe.lembar import LembarBuku, write_buku
from sopkinerja.lhe.menyusul import write_menyusul
from sopkinerja.lhe.pengesahan import write_pengesahan_lhe
from sopkinerja.lhe.penyesuaian import write_penyesuaian
from sopkinerja.lhe.ringkasan import write_ringkasan
from sopkinerja.lhe.sumber import write_sumber
from sopkinerja.lhe.tindak import write_tindak_lanjut
from sopkinerja.matriks.model import Bahan
from sopkinerja.matriks.perubahan_pk import has_perubahan, write_perubahan_pk
from sopkinerja.matriks.tercetak import Setahun

RINGKASAN = LembarBuku(
    "Ringkasan", "satu halaman: hasil, yang tertinggal, yang perlu diputuskan", write_ringkasan
)
IKU = LembarBuku("IKU", "indikator Kepala Dinas", write_iku)
LEVEL = LembarBuku(
    "Capaian Level",
    "skor kelima level jabatan, sebaran predikat, skor setiap jabatan",
    lambda buku, s: write_level(buku, s.matriks),
)
UNIT = LembarBuku(
    "Capaian Unit", "skor setiap unit kerja", lambda buku, s: write_unit(buku, s.matriks)
)
KURANG = LembarBuku(
    NAMA_KURANG, "yang tertinggal, sebabnya, dan rekomendasinya menurut pelapor", write_kurang
)
KEBERHASILAN = LembarBuku(
    NAMA_KEBERHASILAN, "mengapa target tercapai menurut pelapor", write_keberhasilan
)
TINDAK_LANJUT = LembarBuku(
    "Tindak Lanjut", "keputusan rapat dan rekomendasi triwulan lalu", write_tindak_lanjut
)
TINDAK_LANJUT_TAHUN = LembarBuku(
    "Tindak Lanjut", "keputusan rapat dan pelaksanaan rekomendasi", write_tindak_lanjut
)
ANTAR = LembarBuku("Antar Triwulan", "perkembangan sepanjang tahun", write_antar)
ANTAR_TAHUN = LembarBuku("Antar Triwulan", "keempat triwulan berdampingan", write_antar)
KEPATUHAN = LembarBuku(
    "Kepatuhan",
    "siapa melapor, terlambat, atau belum",
    lambda buku, s: write_kepatuhan(buku, s.matriks),
)
KEPATUHAN_TAHUN = LembarBuku(
    "Kepatuhan",
    "siapa melapor, terlambat, atau tidak, setiap triwulan",
    lambda buku, s: write_kepatuhan_tahun(buku, s.bahan),
)
ANGGARAN = LembarBuku(
    "Anggaran", "pagu, realisasi, dan serapan", lambda buku, s: write_anggaran(buku, s.matriks)
)
MENYUSUL = LembarBuku(
    "Data Menyusul",
    "angka yang terbit kemudian dan angka sementara",
    lambda buku, s: write_menyusul(buku, s.matriks),
)
PENYESUAIAN = LembarBuku(
    "Penyesuaian",
    "yang berubah sesudah triwulan ditutup dan dibuka kembali",
    write_penyesuaian,
)
PERUBAHAN_PK = LembarBuku(
    "Perubahan PK",
    "versi PK setiap triwulan, isi lama dan baru berdampingan",
    lambda buku, s: write_perubahan_pk(buku, s.bahan),
)
PENGESAHAN = LembarBuku(
    "Pengesahan",
    "hasil rapat dan aturan hitung",
    lambda buku, s: write_pengesahan_lhe(buku, s.matriks),
)
SUMBER = LembarBuku(
    "Sumber Data", "berkas asal setiap angka", lambda buku, s: write_sumber(buku, s.bahan)
)


def list_lembar(bahan: Bahan) -> Iterator[LembarBuku]:
    """The sheets after Ringkasan and the cover, in order; some are of the year, some only where there is cause."""
    tahun = bahan.setahun
    yield from (IKU, LEVEL, UNIT, KURANG)
    yield KEBERHASILAN
    yield TINDAK_LANJUT_TAHUN if tahun else TINDAK_LANJUT
    yield ANTAR_TAHUN if tahun else ANTAR
    yield KEPATUHAN_TAHUN if tahun else KEPATUHAN
    yield from (ANGGARAN, MENYUSUL)
    if bahan.revisi:
        yield PENYESUAIAN
    if tahun and has_perubahan(bahan):
        yield PERUBAHAN_PK
    yield from (PENGESAHAN, SUMBER)


def write_lhe(setahun: Setahun, tujuan: Path | BinaryIO) -> None:
    """LHE Internal Triwulan n — Hasil Pengukuran Kinerja, s.d. that triwulan; where the material
    speaks of the whole year, LHE Internal Tahun <tahun>."""
    bahan = setahun.bahan
    judul = render_judul(bahan) if bahan.setahun else f"{render_judul(bahan)} {bahan.tahun}"
    write_buku(setahun, tujuan, judul, tuple(list_lembar(bahan)), depan=(RINGKASAN,))
