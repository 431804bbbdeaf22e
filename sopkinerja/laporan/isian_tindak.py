"""Rows of Renaksi and Tindak Lanjut as they came back: the Status chosen and the note."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from sopkinerja.formulir.baris import Baris
from sopkinerja.formulir.isian import read_teks, read_uraian
from sopkinerja.istilah import KeadaanTindak
from sopkinerja.laporan.konteks import KonteksTindak
from sopkinerja.lembar.tabel import Tabel
from sopkinerja.renaksi.model import IsianTindak

SEBUTAN = {
    "sudah selesai": KeadaanTindak.SELESAI,
    "sudah": KeadaanTindak.SELESAI,
    "sedang berjalan": KeadaanTindak.BERJALAN,
    "belum dilaksanakan": KeadaanTindak.BELUM,
}
"""Other words for the three, where a program lost the list."""


def read_keadaan(isi: str) -> KeadaanTindak | None:
    """The state that a text names; None for a blank and for any other word."""
    kata = " ".join(isi.casefold().split())
    nama = {k.value: k for k in KeadaanTindak} | SEBUTAN
    return nama.get(kata)


def build_konteks_tindak(
    tata: Tabel, lembar: str, terbit: Iterable[str], tempat: Mapping[str, Baris]
) -> list[KonteksTindak]:
    """Every issued row of one of the two sheets, also one that didn't come back."""
    return [_build(Baris(tata, k, lembar, {}) if k not in tempat else tempat[k]) for k in terbit]


def _build(tempat: Baris) -> KonteksTindak:
    tertulis = read_teks(tempat.sel.get("keadaan"))
    isian = IsianTindak(
        kunci=tempat.kunci,
        keadaan=read_keadaan(tertulis),
        catatan=read_uraian(tempat.sel.get("catatan")),
    )
    return KonteksTindak(tempat, isian, tertulis)
