"""Sampul: whose report it is, of which triwulan, in which state, and what is inside."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from sopkinerja.cetak.gaya import WARNA
from sopkinerja.cetak.tata import write_kop
from sopkinerja.cetak.tulis import Buku, Lembar
from sopkinerja.lhe.halaman import render_daftar, render_judul
from sopkinerja.matriks.cetakan import build_cetakan
from sopkinerja.matriks.model import Bahan, RapatMonev, Terima
from sopkinerja.opd.surat import build_kop
from sopkinerja.tulisan import WITA, render_tanggal, render_waktu

KOLOM, LEBAR = 10, 15.0


def write_sampul(
    buku: Buku,
    bahan: Bahan,
    isi: Sequence[tuple[str, str]],
    judul: Sequence[str] = (),
    *,
    dicetak: bool = True,
) -> None:
    """The sheet `Sampul`: what is inside (name and words of each sheet), under the lines of the title (those of the LHE where
    none are given); its number stands on the LHE alone."""
    lembar = buku.build_lembar("Sampul", WARNA["utama"], dicetak=dicetak)
    lembar.ws.hide_gridlines(2)
    lembar.apply_lebar(*[LEBAR] * KOLOM)
    baris = write_kop(lembar, build_kop(bahan.opd), KOLOM - 1)
    lembar.apply_tinggi_baris(baris, 22)
    baris = _write_judul(lembar, judul or build_judul(bahan), baris + 1)
    baris = _write_cetakan(lembar, bahan, baris, bernomor=not judul)
    lembar.merge(baris, 2, KOLOM - 3, "Isi laporan", "bagian", bottom=1)
    lembar.apply_tinggi_baris(baris, 20)
    for ke, (nama, uraian) in enumerate(isi, baris + 1):
        lembar.apply_tinggi_baris(ke, 16)
        lembar.write_tautan(ke, 2, nama, nama)
        lembar.merge(ke, 4, KOLOM - 3, uraian, "redup")
    lembar.apply_halaman()
    lembar.ws.fit_to_pages(1, 1)


def build_judul(bahan: Bahan) -> tuple[str, ...]:
    """The lines of the LHE's title."""
    tahun = () if bahan.setahun else (f"Tahun {bahan.tahun}",)
    return (render_judul(bahan), bahan.opd.nama, *tahun)


def _write_judul(lembar: Lembar, judul: Sequence[str], baris: int) -> int:
    for ke, teks in enumerate(judul):
        ukuran, tinggi = (14, 24) if ke else (20, 34)
        lembar.merge(baris, 0, KOLOM - 1, teks, "pusat", "tebal", font_size=ukuran)
        lembar.apply_tinggi_baris(baris, tinggi)
        baris += 1
    return baris


def _write_cetakan(lembar: Lembar, bahan: Bahan, baris: int, *, bernomor: bool) -> int:
    cetakan = build_cetakan(bahan)
    warna = {"bg_color": WARNA["utama"], "font_color": "#FFFFFF"} if cetakan.is_final else {}
    lembar.apply_tinggi_baris(baris, 10)
    lembar.merge(
        baris + 1, 3, KOLOM - 4, cetakan.tanda, "pusat", "tebal", font_size=16, border=2, **warna
    )
    lembar.apply_tinggi_baris(baris + 1, 30)
    per = f"Cetakan ke-{cetakan.nomor}, keadaan data per {render_waktu(cetakan.waktu)}"
    lapor = f"{cetakan.jumlah_lapor} dari {cetakan.jumlah_jabatan} jabatan sudah lapor · PK versi {cetakan.versi_pk}"
    nomor = [render_nomor(bahan)] if bernomor else []
    baris += 2
    for teks in (per, lapor, *nomor):
        lembar.merge(baris, 0, KOLOM - 1, teks, "pusat", font_size=10)
        lembar.apply_tinggi_baris(baris, 16)
        baris += 1
    lembar.apply_tinggi_baris(baris, 18)
    return baris + 1


def render_nomor(bahan: Bahan) -> str:
    """The LHE's number and the day on which its first page is signed; the number of the year's is
    written by hand, the Rapat Monev gives only TW IV's. What was adjusted says when it was numbered."""
    if bahan.setahun:
        return (
            f"Nomor: ....................................    {render_tanggal(find_tanggal(bahan))}"
        )
    rapat, tanggal = bahan.rapat or RapatMonev(), find_tanggal(bahan)
    nomor = f"Nomor {rapat.nomor_lhe}" if rapat.nomor_lhe else "Nomor LHE belum ditetapkan"
    if rapat.tanggal_lhe or rapat.nomor_lhe:
        nomor = f"{nomor}, {render_tanggal(rapat.tanggal_lhe or tanggal)}"
    if bahan.revisi and rapat.tanggal_lhe not in (None, tanggal):
        nomor = f"{nomor}; penyesuaian ke-{bahan.revisi}, {render_tanggal(tanggal)}"
    return nomor


def find_tanggal(bahan: Bahan) -> dt.date:
    """The day of the LHE: that of its number where the Rapat Monev gives one; of the year, and once
    it was adjusted, that of its printing."""
    tanggal = bahan.rapat.tanggal_lhe if bahan.rapat else None
    if bahan.setahun or bahan.revisi or tanggal is None:
        return bahan.waktu.date()
    return tanggal


MUNDUR = (
    "LHE ini bertanggal {tanggal}, padahal memuat laporan yang baru diterima {diterima} ({siapa}). "
    "Tanggal LHE semestinya hari itu atau sesudahnya."
)
MAKS_SIAPA = 2
"""More of them are counted."""


def find_mundur(bahan: Bahan) -> str:
    """That the LHE is dated before the newest returns in it came, and whose those of that day are;
    empty where it isn't."""
    if not bahan.terima:
        return ""
    tanggal, diterima = find_tanggal(bahan), max(map(_find_hari, bahan.terima.values()))
    if tanggal >= diterima:
        return ""
    siapa = sorted({t.jabatan for t in bahan.terima.values() if _find_hari(t) == diterima})
    return MUNDUR.format(
        tanggal=render_tanggal(tanggal),
        diterima=render_tanggal(diterima),
        siapa=render_daftar(siapa, MAKS_SIAPA),
    )


def _find_hari(terima: Terima) -> dt.date:
    """The day on which a return came."""
    return terima.diterima.astimezone(WITA).date()
