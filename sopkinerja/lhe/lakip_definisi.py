"""Definisi of the LAKIP: what each indicator measures, and where its figure comes from; for the
screen, to copy from."""

from __future__ import annotations

from sopkinerja.cetak.tulis import Buku
from sopkinerja.lhe.halaman import NOMOR, PIMPINAN, build_halaman, write_isi
from sopkinerja.matriks import kolom as k
from sopkinerja.matriks.kolom import Kolom
from sopkinerja.matriks.matriks import Matriks
from sopkinerja.tulisan import render_singkat

NAMA = "Definisi"
KOLOM = (
    NOMOR,
    k.KODE.apply(11),
    k.INDIKATOR.apply(38),
    k.SATUAN.apply(11),
    k.POLARITAS.apply(10, ("tengah",)),
    k.KONSOLIDASI.apply(11, ("tengah",)),
    Kolom("Definisi", 56, isi=lambda b: render_singkat(b.indikator.definisi)),
    Kolom("Sumber Data", 20, isi=lambda b: b.indikator.sumber_data),
)


def write_definisi(buku: Buku, matriks: Matriks, laporan: str) -> None:
    """The sheet `Definisi`: of the indicators of Kepala Dinas and Kabid that have one; the others
    are named."""
    milik = [b for b in matriks.baris if b.level in PIMPINAN]
    ada = [b for b in milik if b.indikator.definisi.strip() or b.indikator.sumber_data.strip()]
    tanpa = [b.kode for b in milik if not b.indikator.definisi.strip()]
    kalimat = (
        f"{len(milik) - len(tanpa)} dari {len(milik)} indikator Kepala Dinas dan Kabid punya definisi "
        "dalam mandatnya."
    )
    if tanpa:
        kalimat += f" Tanpa definisi: {', '.join(tanpa)}."
    lembar, baris = build_halaman(
        buku, matriks.bahan, NAMA, "Definisi dan Sumber Data Indikator", kalimat, KOLOM,
        laporan=laporan, dicetak=False,
    )  # fmt: skip
    isi = ([n, *(x.read(b) for x in KOLOM[1:])] for n, b in enumerate(ada, 1))
    write_isi(lembar, KOLOM, isi, baris, kosong="Tidak satu pun indikator punya definisi.")
