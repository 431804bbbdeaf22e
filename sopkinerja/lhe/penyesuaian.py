"""Penyesuaian: what changed after the triwulan was closed and reopened."""

from __future__ import annotations

from sopkinerja.cetak.tulis import Buku
from sopkinerja.lhe.halaman import build_halaman, write_isi
from sopkinerja.matriks.model import Bahan
from sopkinerja.matriks.penyesuaian import KOLOM, build_baris, render_pengantar


def write_penyesuaian(buku: Buku, bahan: Bahan) -> None:
    """The sheet `Penyesuaian`; none before the first adjustment."""
    if not bahan.revisi:
        return
    lembar, baris = build_halaman(
        buku, bahan, "Penyesuaian", "Penyesuaian", render_pengantar(bahan), KOLOM
    )
    write_isi(lembar, KOLOM, build_baris(bahan), baris, kosong="Tidak ada yang berubah.")
