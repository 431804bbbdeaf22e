"""The programs of the budget beside the sasaran that they work for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from sopkinerja.cetak.tabel import KolomCetak
from sopkinerja.cetak.tulis import Lembar
from sopkinerja.lhe.efisiensi import is_dibiayai
from sopkinerja.lhe.halaman import Baris, write_bagian, write_isi
from sopkinerja.lhe.sasaran import group_sasaran
from sopkinerja.matriks.anggaran import PROGRAM, Cabang, build_pohon
from sopkinerja.matriks.matriks import Matriks
from sopkinerja.opd.mandat import Indikator

JUDUL = "Program dan anggaran di samping sasarannya"
KOLOM = (
    KolomCetak("Sasaran", 0),
    KolomCetak("Program", 0, bentang=2),
    KolomCetak("Pagu (Rp)", 0, ("bulat",)),
    KolomCetak("Realisasi (Rp)", 0, ("bulat",)),
    KolomCetak("Serapan (%)", 0, ("persen",)),
)
"""In the widths of the table above it."""
KALIMAT = (
    "Program yang membiayai indikator Kepala Dinas pada sasaran itu dan indikator di bawahnya "
    "(menurut Induk). Program yang mendukung beberapa sasaran tercantum pada masing-masing, jadi "
    "anggarannya tidak dijumlahkan di sini."
)
TANPA_PROGRAM = "tidak ada program yang disebut indikatornya"


def write_program(lembar: Lembar, matriks: Matriks, baris: int) -> None:
    """The programs of each sasaran, below what stands on the sheet."""
    akhir = sum(k.bentang for k in KOLOM) - 1
    baris = write_bagian(lembar, baris, akhir, JUDUL, KALIMAT)
    write_isi(lembar, KOLOM, list(_build_isi(matriks)), baris, utama=False)


def _build_isi(matriks: Matriks) -> Iterator[Baris]:
    bahan = matriks.bahan
    pohon = [c for c in build_pohon(bahan, matriks.anggaran) if c.jenis == PROGRAM]
    indikator = bahan.mandat[bahan.triwulan].indikator
    for sasaran, milik in group_sasaran(matriks):
        program = find_program([b.kode for b in milik], indikator, pohon)
        for c in program:
            s = c.serapan
            yield (sasaran, f"{c.kode} {c.uraian}", s.pagu, s.realisasi, s.persen)
        if not program:
            yield (sasaran, TANPA_PROGRAM, None, None, None)


def find_program(
    milik: Iterable[str], indikator: Sequence[Indikator], pohon: Sequence[Cabang]
) -> list[Cabang]:
    """The programs that pay for these indicators or for any below them."""
    kode = set(milik)
    while tambah := {i.kode for i in indikator if kode & set(i.semua_induk)} - kode:
        kode |= tambah
    return [
        c
        for c in pohon
        if any(i.kode in kode and is_dibiayai(i.sub_kegiatan, c) for i in indikator)
    ]
