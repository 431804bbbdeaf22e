"""A table of indicators on a sheet: band and heading row, live capaian, hidden helpers."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cache, partial

from sopkinerja.cetak.deret import BARIS, TabelSiap
from sopkinerja.cetak.lebar import UKURAN, measure_angka
from sopkinerja.cetak.predikat import build_sifat_predikat
from sopkinerja.cetak.tabel import (
    Isi,
    KolomCetak,
    SelCetak,
    write_kepala_kolom,
    write_pita,
)
from sopkinerja.cetak.tulis import Lembar
from sopkinerja.istilah import StatusHasil
from sopkinerja.lembar.huruf import count_baris, measure_tinggi
from sopkinerja.lembar.kisi import build_huruf
from sopkinerja.matriks.baris import BarisMatriks
from sopkinerja.matriks.kolom import PREDIKAT_KUNCI, Kolom
from sopkinerja.matriks.model import Bahan
from sopkinerja.matriks.rumus import ASAL_CAPAIAN, build_rumus

_ALARM = (StatusHasil.BELUM_LAPOR, StatusHasil.TIDAK_VALID)
ANGKA = ("kanan", "pas")
PERSEN = ("persen", "pas")
TENGAH = ("tengah",)
PENJAGA: Kolom = KolomCetak(" ", 9, ("bantu",), lambda _: " ", sembunyi=True)
"""A hidden column of single blanks before the helpers: LibreOffice prints a hidden cell's text
over an empty neighbour on the left."""
TOMBOL_SARING = 2.4
"""Characters that the filter button takes from a heading."""


@dataclass(frozen=True)
class TempatTabel:
    """Where a table came to stand: band, heading, first and last row, last shown column."""

    kepala: int
    awal: int
    akhir: int
    kolom_akhir: int


def build_kolom(kolom: Sequence[Kolom], bantu: Sequence[Kolom]) -> tuple[Kolom, ...]:
    """The columns in the order of the sheet: those shown, the guard, the helpers."""
    if not bantu:
        return tuple(kolom)
    return (*kolom, PENJAGA, *(replace(k, gaya=("bantu",), sembunyi=True) for k in bantu))


def write_tabel_matriks(
    lembar: Lembar,
    bahan: Bahan,
    kolom: Sequence[Kolom],
    bantu: Sequence[Kolom],
    isi: Sequence[BarisMatriks],
    *,
    baris: int,
) -> TempatTabel:
    """Band row (where any column has one), heading row, the rows; helpers hidden on the right."""
    if any(k.pita for k in kolom):
        write_pita(lembar, kolom, baris)
        baris += 1
    semua = build_kolom(kolom, bantu)
    write_kepala_matriks(lembar, semua, baris, tombol=TOMBOL_SARING)
    compile_tabel(lembar, bahan, semua).write(baris + 1, isi)
    if bantu:
        lembar.apply_sembunyi(len(kolom), len(semua) - 1)
    akhir = baris + max(len(isi), 1)
    lembar.ws.autofilter(baris, 0, akhir, len(kolom) - 1)
    return TempatTabel(baris, baris + 1, akhir, len(kolom) - 1)


def write_kepala_matriks(
    lembar: Lembar, kolom: Sequence[Kolom], baris: int, *, tombol: float = 0
) -> None:
    """The heading row, tall enough beside filter buttons so many characters wide."""
    write_kepala_kolom(lembar, kolom, baris, gaya=("kecil",))
    jumlah = max(
        count_baris(k.judul, lembar.lebar.get(ke, 9) - tombol, UKURAN, tebal=True)
        for ke, k in enumerate(kolom)
        if not k.sembunyi
    )
    lembar.apply_tinggi_baris(baris, measure_tinggi(jumlah, UKURAN))


def compile_tabel(lembar: Lembar, bahan: Bahan, kolom: Sequence[Kolom]) -> TabelSiap[BarisMatriks]:
    """The columns (those shown, then helpers) on a sheet whose widths are set."""
    kunci = {k.kunci: build_huruf(ke + 1) for ke, k in reversed(list(enumerate(kolom)))}

    def alamat(nama: str) -> str:
        return f"${kunci[nama]}{BARIS}"

    def baca(k: Kolom) -> Callable[[BarisMatriks], Isi]:
        if k.kunci in ASAL_CAPAIAN:
            return _build_capaian(bahan, k, alamat)
        if k.kunci == PREDIKAT_KUNCI:
            sifat = cache(partial(build_sifat_predikat, pengaturan=bahan.pengaturan))
            return lambda b: SelCetak(b.predikat, sifat=sifat(b.predikat))
        if k.kunci.endswith("status"):
            return lambda b: _build_status(k.read(b))
        return k.read

    return TabelSiap(lembar, kolom, baca, ("kecil",))


def _build_capaian(
    bahan: Bahan, kolom: Kolom, alamat: Callable[[str], str]
) -> Callable[[BarisMatriks], Isi]:
    """Its value before its live formula."""
    asal = ASAL_CAPAIAN[kolom.kunci]
    aturan = bahan.pengaturan_untuk(asal.milik or bahan.triwulan)

    @cache
    def rumus(berskala: bool) -> str:
        return build_rumus(asal, alamat, bahan.triwulan, aturan, berskala=berskala)

    def baca(b: BarisMatriks) -> Isi:
        nilai = kolom.read(b)
        assert not isinstance(nilai, SelCetak)
        return SelCetak(nilai, rumus=rumus(b.indikator.skala is not None))

    return baca


def _build_status(nilai: Isi) -> Isi:
    return SelCetak(nilai, ("alarm",)) if isinstance(nilai, str) and nilai in _ALARM else nilai


def fit_angka(kolom: Sequence[Kolom], baris: Sequence[BarisMatriks]) -> list[float]:
    """Column widths: number columns as wide as their longest number needs."""
    return [
        max(k.lebar, measure_angka(k.read(b) for b in baris)) if "kanan" in k.gaya else k.lebar
        for k in kolom
    ]
