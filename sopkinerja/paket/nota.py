"""The nota dinas that goes with a unit's forms: one page of F4, its number written by hand."""

from __future__ import annotations

import io
import math

from sopkinerja.cetak.gaya import Kaki
from sopkinerja.cetak.tabel import KolomCetak, write_tabel
from sopkinerja.cetak.tata import write_judul, write_kop, write_penandatangan
from sopkinerja.cetak.tulis import Lembar, build_buku
from sopkinerja.lembar.huruf import count_baris
from sopkinerja.opd.surat import build_kop, build_penandatangan, render_tempat_tanggal
from sopkinerja.paket import teks
from sopkinerja.paket.model import PaketUnit
from sopkinerja.paket.pengantar import Pengantar
from sopkinerja.tulisan import render_tanggal, render_terbilang

KOLOM = (
    KolomCetak("No", 5, ("tengah",)),
    KolomCetak("Kode", 12),
    KolomCetak("Pemangku", 38, ("tebal",)),
    KolomCetak("Jabatan", 39),
)
AKHIR = len(KOLOM) - 1
LEMBAR = "Nota Dinas"
"""The only sheet; by it a nota that comes back is known."""
UKURAN = 10
SATU_HALAMAN = 1_030
"""Points of rows that are put on one page: on more their letters couldn't be read."""


def render_nota(pengantar: Pengantar, paket: PaketUnit, petunjuk: str = "") -> bytes:
    """The workbook; it says nothing that isn't on the record, so the same package has the same one.
    `petunjuk`: the file beside it that tells how to fill the forms in."""
    isi = io.BytesIO()
    kaki = Kaki(teks.JUDUL_NOTA.title(), paket.unit, paket.terbit)
    with build_buku(isi, kaki, teks.JUDUL_NOTA.title(), pengantar.opd.nama) as buku:
        lembar = buku.build_lembar(LEMBAR)
        lembar.ws.hide_gridlines(2)
        lembar.apply_lebar(*(k.lebar for k in KOLOM))
        baris = write_kop(lembar, build_kop(pengantar.opd), AKHIR)
        baris = write_judul(lembar, teks.JUDUL_NOTA, akhir=AKHIR, baris=baris + 1)
        baris = _write_kepala(lembar, pengantar, paket, baris + 1)
        baris = _write_alinea(lembar, baris, _render(pengantar, paket, teks.PEMBUKA))
        kepala = baris
        daftar = (
            (n, f.status.kode, f.status.pemangku, f.status.sebagai)
            for n, f in enumerate(paket.formulir, 1)
        )
        baris = write_tabel(lembar, KOLOM, daftar, baris=baris, lebar=False) + 1
        baris = _write_alinea(lembar, baris, _render(pengantar, paket, teks.TENGGAT), "tebal")
        cara = teks.PETUNJUK.format(berkas=petunjuk) if petunjuk else ""
        baris = _write_alinea(lembar, baris, _render(pengantar, paket, teks.KIRIM) + cara)
        baris = _write_alinea(lembar, baris, teks.PENUTUP)
        _write_tanda_tangan(lembar, pengantar, paket, baris)
        tinggi = sum(map(lembar.measure_baris, range(baris + 1)))
        sehalaman = tinggi <= SATU_HALAMAN
        ulang = None if sehalaman else (kepala, kepala)
        lembar.apply_halaman(ulang=ulang, potret=True, sehalaman=sehalaman)
        lembar.ws.set_margins(left=0.8, right=0.6, top=0.6, bottom=0.75)
        lembar.ws.center_horizontally()
    return isi.getvalue()


def _render(pengantar: Pengantar, paket: PaketUnit, isi: str) -> str:
    kepada = ""
    if pengantar.kontak.nama:
        pola = teks.KEPADA_SIAPA if pengantar.kontak.telepon else teks.KEPADA_NAMA
        kepada = pola.format(nama=pengantar.kontak.nama, telepon=pengantar.kontak.telepon)
    return isi.format(apa=pengantar.apa, unit=paket.unit, tenggat=pengantar.tenggat, kepada=kepada)


def _write_kepala(lembar: Lembar, pengantar: Pengantar, paket: PaketUnit, baris: int) -> int:
    jumlah = len(paket.formulir)
    kepala = paket.kepala
    for judul, isi in (
        (
            teks.KEPADA,
            f"{paket.jabatan_kepala} ({kepala.nama})" if kepala else paket.jabatan_kepala,
        ),
        (teks.DARI, pengantar.kasubag.jabatan if pengantar.kasubag else teks.KASUBAG),
        ("Tanggal", render_tanggal(paket.terbit.date())),
        ("Nomor", teks.NOMOR_KOSONG),
        ("Lampiran", teks.LAMPIRAN.format(jumlah=jumlah, sebut=render_terbilang(jumlah))),
        ("Perihal", teks.PERIHAL.format(apa=pengantar.apa)),
    ):
        lembar.merge(baris, 0, 1, judul, font_size=UKURAN)
        lembar.merge(baris, 2, AKHIR, f": {isi}", "lipat", font_size=UKURAN)
        baris += 1
    lembar.merge(baris, 0, AKHIR, "", top=1)
    lembar.apply_tinggi_baris(baris, 8)
    return baris + 1


def _write_alinea(lembar: Lembar, baris: int, isi: str, *gaya: str) -> int:
    lebar = sum(k.lebar for k in KOLOM)
    lembar.merge(baris, 0, AKHIR, isi, "lipat", *gaya, font_size=UKURAN, align="justify")
    tinggi = math.ceil(count_baris(isi, lebar, UKURAN) * (1.3 * UKURAN + 1) + 4)
    lembar.apply_tinggi_baris(baris, tinggi)
    lembar.apply_tinggi_baris(baris + 1, 8)
    return baris + 2


def _write_tanda_tangan(lembar: Lembar, pengantar: Pengantar, paket: PaketUnit, baris: int) -> None:
    penanda = build_penandatangan("", pengantar.kasubag, teks.KASUBAG)
    tempat = render_tempat_tanggal(pengantar.opd, paket.terbit.date())
    write_penandatangan(lembar, baris, 2, AKHIR, tempat, penanda, UKURAN)
    lembar.apply_tinggi_baris(baris, 150)
