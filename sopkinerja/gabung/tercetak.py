"""Whether the figures that were frozen are those that the FINAL matrix prints."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

from sopkinerja.cetak.gaya import Nilai, clean_teks
from sopkinerja.cetak.tabel import SelCetak
from sopkinerja.cetak.terbaca import BukuTakTerbaca, build_nilai, read_cetakan, render_nilai
from sopkinerja.cetak.terbaca import Nilai as Tercetak
from sopkinerja.matriks import kolom as k
from sopkinerja.matriks.baris import BarisMatriks

LEMBAR = "Matriks"
DIBANDINGKAN = (
    k.TARGET_SD, k.REALISASI_SD, k.CAPAIAN_SD, k.STATUS, k.PREDIKAT, k.TARGET_TAHUN,
    k.CAPAIAN_TAHUN,
)  # fmt: skip
"""What must be on paper as it is taken over."""


def find_lain(baris: Sequence[BarisMatriks], tercetak: bytes) -> Iterator[str]:
    """Each figure that the printed matrix says otherwise, and each row that it lacks or has more."""
    try:
        lembar = read_cetakan(tercetak, LEMBAR).values()
    except BukuTakTerbaca:
        yield "berkasnya bukan buku kerja buatan program ini"
        return
    isi = {kode: satu for lb in lembar for kode, satu in lb.baris.items()}
    ada = {b.kode: b for b in baris}
    for kode in sorted(isi.keys() ^ ada.keys()):
        yield f"{kode} {'tidak tercetak' if kode in ada else 'tercetak, tetapi tidak ada'}"
    for kode in sorted(isi.keys() & ada.keys()):
        for kolom in DIBANDINGKAN:
            sel = kolom.read(ada[kode])
            nilai = sel.nilai if isinstance(sel, SelCetak) else sel
            cetak = isi[kode].get(kolom.judul, "")
            if not _is_sama(nilai, cetak):
                yield (
                    f"{kode} {kolom.judul} tercetak “{render_nilai(cetak)}”, "
                    f"dibekukan “{render_nilai(build_nilai(nilai))}”"
                )


def _is_sama(nilai: Nilai, cetak: Tercetak) -> bool:
    if isinstance(nilai, int | float):
        return isinstance(cetak, float) and math.isclose(nilai, cetak, rel_tol=1e-12, abs_tol=1e-12)
    return build_nilai(clean_teks(str(nilai or ""))) == cetak
