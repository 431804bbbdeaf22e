"""The foot of a level's sheet: the two signatures, never alone on a page."""

from __future__ import annotations

from collections.abc import Collection

from sopkinerja.cetak.lipat import keep_pita_ujung
from sopkinerja.cetak.tata import write_pengesahan
from sopkinerja.cetak.tulis import Lembar
from sopkinerja.matriks.cetakan import build_penandatangan_opd, build_tempat_tanggal
from sopkinerja.matriks.model import Bahan
from sopkinerja.matriks.tabel import TempatTabel


def sign_lembar(
    lembar: Lembar, bahan: Bahan, tempat: TempatTabel, pita: Collection[int]
) -> TempatTabel:
    """Signs below the table, whose rows `pita` name those below them; the place of the table with
    its signatures."""
    kiri, kanan = build_penandatangan_opd(bahan)
    ujung, mulai = tempat.kolom_akhir, tempat.akhir + 1
    lembar.apply_tinggi_baris(mulai, 9)
    akhir = write_pengesahan(
        lembar, kiri, kanan, baris=mulai + 1, kolom_kiri=(0, 2), kolom_kanan=(ujung - 1, ujung),
        tempat_tanggal=build_tempat_tanggal(bahan),
    )  # fmt: skip
    keep_pita_ujung(lembar, tempat.kepala, pita, mulai, akhir - 1)
    return TempatTabel(tempat.kepala, tempat.awal, akhir - 1, ujung)
