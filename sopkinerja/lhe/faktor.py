"""What helped, what held back, and what is to follow: the closing part of the Evaluasi Renja."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence

from sopkinerja.cetak.gaya import Nilai
from sopkinerja.cetak.lipat import keep_ujung
from sopkinerja.cetak.tabel import KolomCetak
from sopkinerja.cetak.tata import write_penandatangan
from sopkinerja.cetak.tulis import Buku, Lembar
from sopkinerja.istilah import Level, Triwulan
from sopkinerja.lhe.evaluasi_renja import build_renja
from sopkinerja.lhe.halaman import Baris, build_halaman, write_bagian, write_isi
from sopkinerja.matriks.baris import BarisMatriks
from sopkinerja.matriks.cetakan import build_penandatangan_opd, build_tempat_tanggal
from sopkinerja.matriks.matriks import Matriks
from sopkinerja.rapat.penanggung_jawab import list_keputusan
from sopkinerja.tulisan import render_singkat

KOLOM = (
    KolomCetak("No", 5, ("tengah",)),
    KolomCetak("Kode Indikator", 14),
    KolomCetak("Indikator", 38),
    KolomCetak("Jabatan", 32),
    KolomCetak("Capaian TW (%)", 12, ("persen",)),
    KolomCetak("Uraian", 66),
    KolomCetak("Tenggat", 17),
)
AKHIR = len(KOLOM) - 1
LEVEL = (Level.KEPALA_DINAS, Level.KABID)
KOSONG_ISIAN = "Tidak ada yang dilaporkan."
KOSONG_RENJA = "Belum ada yang bertenggat tahun depan; ditulis pada pembahasan Renja."
BARIS_TULIS = 3
"""So many blank rows are left for writing by hand."""


def write_faktor(buku: Buku, matriks: Matriks, judul: str) -> None:
    """The sheet `Faktor dan Tindak Lanjut`, signed."""
    bahan, milik = matriks.bahan, find_milik(matriks)
    kalimat = (
        f"{len(milik)} indikator: yang dikaitkan dengan program, kegiatan, dan sub kegiatan, serta "
        "yang dimiliki Kepala Dinas dan Kabid. Uraian ditulis apa adanya oleh pelapor."
    )
    lembar, baris = build_halaman(
        buku, bahan, "Faktor dan Tindak Lanjut", "Faktor dan Tindak Lanjut", kalimat, KOLOM,
        laporan=judul,
    )  # fmt: skip
    for nama, isi, kosong in _list_bagian(matriks, milik):
        akhir, baris = baris, write_bagian(lembar, baris, AKHIR, nama)
        baris = write_isi(lembar, KOLOM, isi, baris, kosong=kosong, utama=False) + 1
    baris = _write_tulis(lembar, baris - 1)
    _write_tanda_tangan(lembar, matriks, baris + 1)
    keep_ujung(lembar, 0, akhir, baris + 1)


def find_milik(matriks: Matriks) -> list[BarisMatriks]:
    """The indicators of the table, and those of Kepala Dinas and Kabid, in the matrix' order."""
    kode = {x.baris.kode for x in build_renja(matriks) if x.baris}
    return [b for b in matriks.baris if b.kode in kode or b.level in LEVEL]


def _list_bagian(
    matriks: Matriks, milik: Sequence[BarisMatriks]
) -> Iterator[tuple[str, list[Baris], str]]:
    bahan = matriks.bahan
    pendorong = [(b, b.isian.penjelasan) for b in milik if b.has_sebab_berhasil]
    penghambat = [(b, b.isian.hambatan) for b in milik if b.isian.has_hambatan]
    yield "Faktor pendorong keberhasilan", _build_isi(pendorong), KOSONG_ISIAN
    yield "Faktor penghambat", _build_isi(penghambat), KOSONG_ISIAN
    semua = [*_list_keputusan(matriks), *_list_rekomendasi(milik)]
    kini = [x for x in semua if not _is_depan(x[-1], bahan.tahun)]
    depan = [x for x in semua if _is_depan(x[-1], bahan.tahun)]
    tw = bahan.triwulan
    berikut = f"triwulan berikutnya (TW {Triwulan(tw + 1).romawi})" if tw < 4 else "sisa tahun ini"
    yield f"Tindak lanjut yang diperlukan dalam {berikut}", _nomori(kini), KOSONG_ISIAN
    nama = f"Tindak lanjut yang diperlukan dalam Renja {bahan.tahun + 1}"
    yield nama, _nomori(depan), KOSONG_RENJA


def _is_depan(tenggat: Nilai, tahun: int) -> bool:
    """Whether something is to be done after the end of the year."""
    return isinstance(tenggat, dt.date) and tenggat.year > tahun


def _build_isi(daftar: Sequence[tuple[BarisMatriks, str]]) -> list[Baris]:
    return _nomori([_build_baris(b, teks) for b, teks in daftar])


def _build_baris(b: BarisMatriks, teks: str, tenggat: dt.date | None = None) -> tuple[Nilai, ...]:
    siapa = f"{b.jabatan.kode} {b.jabatan.nama}"
    return b.kode, b.sebutan, siapa, b.tw.capaian, render_singkat(teks), tenggat


def _list_keputusan(matriks: Matriks) -> Iterator[tuple[Nilai, ...]]:
    """What the Rapat Monev decided."""
    for k, siapa in list_keputusan(matriks.bahan):
        yield k.kode, "Keputusan Rapat Monev", siapa, None, render_singkat(k.isi), k.kapan


def _list_rekomendasi(milik: Sequence[BarisMatriks]) -> Iterator[tuple[Nilai, ...]]:
    for b in milik:
        if b.isian.has_rekomendasi:
            yield _build_baris(b, b.isian.rekomendasi, b.tenggat)


def _nomori(daftar: Sequence[tuple[Nilai, ...]]) -> list[Baris]:
    return [(n, *isi) for n, isi in enumerate(daftar, 1)]


def _write_tulis(lembar: Lembar, baris: int) -> int:
    """Blank rows below the last table, for what is agreed on at the table."""
    for ke in range(BARIS_TULIS):
        for kolom in range(len(KOLOM)):
            lembar.write(baris + ke, kolom, None, "sel", "sorot")
        lembar.apply_tinggi_baris(baris + ke, 24)
    return baris + BARIS_TULIS


def _write_tanda_tangan(lembar: Lembar, matriks: Matriks, baris: int) -> None:
    """Both signatures in one tall row, so that no page break can part them."""
    kiri, kanan = build_penandatangan_opd(matriks.bahan)
    write_penandatangan(lembar, baris, 0, 2, "", kiri)
    write_penandatangan(lembar, baris, AKHIR - 1, AKHIR, build_tempat_tanggal(matriks.bahan), kanan)
    lembar.apply_tinggi_baris(baris, 132)
