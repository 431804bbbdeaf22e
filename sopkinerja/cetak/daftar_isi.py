"""The sheet `Daftar Isi`: every other sheet by a link, what it holds, whether it goes to paper."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from sopkinerja.cetak.tabel import Isi, KolomCetak, SelCetak, write_tabel
from sopkinerja.cetak.tulis import Buku, Lembar

NAMA = "Daftar Isi"
KOLOM = (KolomCetak("Lembar", 24), KolomCetak("Isi", 62))
KERTAS = KolomCetak("Dicetak", 10, ("tengah",))
PESAN = (
    "Lembar yang tidak bertanda “ya” hanya untuk dibaca di layar. Bila perlu juga di kertas, hapus "
    "dahulu area cetaknya di Excel: Tata Letak Halaman (Page Layout), Area Cetak (Print Area)."
)


class ButirIsi(NamedTuple):
    """A sheet, what it holds, and the cells that a workbook's own columns have for it."""

    lembar: Lembar
    isi: str
    lain: tuple[Isi, ...] = ()


def build_daftar_isi(buku: Buku) -> Lembar:
    """The empty sheet, where it is to stand; it is filled when the others are there."""
    return buku.build_lembar(NAMA, dicetak=False)


def write_daftar_isi(
    lembar: Lembar, butir: Sequence[ButirIsi], baris: int, lain: Sequence[KolomCetak] = ()
) -> None:
    """A row for each sheet, in the order of the workbook; `lain` are the workbook's own columns."""
    kolom = (*KOLOM, *lain, KERTAS)
    lembar.ws.hide_gridlines(2)
    ujung = write_tabel(lembar, kolom, [_build(b, len(lain)) for b in butir], baris=baris)
    lembar.merge(ujung, 0, len(kolom) - 1, PESAN, "keterangan")
    lembar.ws.freeze_panes(baris + 1, 0)
    lembar.apply_halaman()


def _build(butir: ButirIsi, banyak: int) -> list[Isi]:
    nama, kertas = butir.lembar.nama, "ya" if butir.lembar.dicetak else ""
    lain = butir.lain or ("",) * banyak
    return [SelCetak(nama, tautan=nama), butir.isi, *lain, kertas]
