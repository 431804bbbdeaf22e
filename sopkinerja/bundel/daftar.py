"""The list of a bundle's files for people: a workbook inside the bundle."""

from __future__ import annotations

import datetime as dt
import hashlib
import io
from collections.abc import Sequence

from sopkinerja.bundel import teks
from sopkinerja.bundel.manifest import BerkasBundel, IsiBundel
from sopkinerja.cetak.gaya import Kaki
from sopkinerja.cetak.tabel import KolomCetak, write_tabel
from sopkinerja.cetak.tata import write_judul
from sopkinerja.cetak.tulis import build_buku
from sopkinerja.istilah import Triwulan

NAMA = "Daftar_Berkas.xlsx"
KOLOM = (
    KolomCetak("No", 6, ("tengah",)),
    KolomCetak("Nama berkas", 64),
    KolomCetak("Isi", 58),
    KolomCetak("Sidik Berkas (SHA-256)", 35, ("kecil",)),
)
SAAT = dt.datetime(2000, 1, 1)
"""The list carries no time of its own: equal files give equal bytes."""


def build_daftar(
    opd: str, tahun: int, triwulan: Triwulan, daftar: Sequence[BerkasBundel]
) -> IsiBundel:
    """Every file of the bundle by its name, to be filtered."""
    isi = io.BytesIO()
    with build_buku(isi, Kaki(teks.DAFTAR_JUDUL, "", SAAT), teks.DAFTAR_JUDUL) as buku:
        lembar = buku.build_lembar("Daftar")
        sebut = teks.DAFTAR_KETERANGAN.format(opd=opd, romawi=triwulan.romawi, tahun=tahun)
        write_judul(lembar, teks.DAFTAR_JUDUL, sebut, akhir=len(KOLOM) - 1)
        unik = {b.nama: b for b in sorted(daftar, key=lambda b: b.nama)}.values()
        baris = [(n, b.nama, b.apa, b.sha256) for n, b in enumerate(unik, 1)]
        akhir = write_tabel(lembar, KOLOM, baris, baris=3, kosong=teks.DAFTAR_KOSONG)
        lembar.ws.autofilter(3, 0, akhir - 1, len(KOLOM) - 1)
        lembar.ws.freeze_panes(4, 0)
        lembar.apply_halaman(ulang=(3, 3))
    sha = hashlib.sha256(isi.getvalue()).hexdigest()
    return IsiBundel(BerkasBundel(nama=NAMA, sha256=sha, apa=teks.DAFTAR_JUDUL), isi.getvalue())
