"""Whether the figures that were frozen are those that the FINAL matrix prints."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator, Sequence

from sopkinerja.bundel.banding import BukuCacat, read_sel
from sopkinerja.cetak.gaya import Nilai, clean_teks
from sopkinerja.cetak.tabel import SelCetak
from sopkinerja.lembar.kisi import read_alamat
from sopkinerja.matriks import kolom as k
from sopkinerja.matriks.baris import BarisMatriks
from sopkinerja.tulisan import render_tampak

LEMBAR = "Matriks"
DIBANDINGKAN = (
    k.TARGET_SD, k.REALISASI_SD, k.CAPAIAN_SD, k.STATUS, k.PREDIKAT, k.TARGET_TAHUN,
    k.CAPAIAN_TAHUN,
)  # fmt: skip
"""What must be on paper as it is taken over."""


def find_lain(baris: Sequence[BarisMatriks], tercetak: bytes) -> Iterator[str]:
    """Each figure that the printed matrix says otherwise, and each row that it lacks or has more."""
    try:
        isi = _read_baris(tercetak)
    except BukuCacat:
        yield "berkasnya bukan buku kerja buatan program ini"
        return
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
                    f"{kode} {kolom.judul} tercetak “{_render(cetak)}”, dibekukan “{_render(nilai)}”"
                )


def _read_baris(tercetak: bytes) -> dict[str, dict[str, str]]:
    """The rows of the printed sheet by kode indikator: heading to what the cell holds."""
    grid: dict[int, dict[int, str]] = defaultdict(dict)
    for (_, alamat), (nilai, _) in read_sel(tercetak, LEMBAR).items():
        if alamat:
            nomor, kolom = read_alamat(alamat)
            grid[nomor][kolom] = nilai
    judul: dict[int, str] = {}
    hasil: dict[str, dict[str, str]] = {}
    for _, sel in sorted(grid.items()):
        if judul:
            satu = {j: sel.get(kolom, "") for kolom, j in judul.items()}
            if satu[k.KODE.judul]:
                hasil[satu[k.KODE.judul]] = satu
        elif k.KODE.judul in sel.values():
            judul = dict(sel)
    return hasil


def _is_sama(nilai: Nilai, cetak: str) -> bool:
    if isinstance(nilai, int | float):
        try:
            return math.isclose(nilai, float(cetak), rel_tol=1e-12, abs_tol=1e-12)
        except ValueError:
            return False
    return clean_teks(str(nilai or "")) == cetak


def _render(isi: Nilai) -> str:
    """A number as a person reads it; a text as it stands."""
    try:
        return render_tampak(float(str(isi)))
    except ValueError:
        return str(isi or "")
