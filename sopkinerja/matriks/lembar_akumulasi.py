"""The sheet `Akumulasi`: the four triwulan side by side, and s.d. this one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from sopkinerja.cetak.lipat import fold_kolom
from sopkinerja.cetak.tulis import Buku, Lembar
from sopkinerja.istilah import Triwulan
from sopkinerja.matriks import kolom as k
from sopkinerja.matriks.baris import BarisMatriks
from sopkinerja.matriks.kepala import finish_tabel, write_kepala_saring
from sopkinerja.matriks.kolom import Kolom
from sopkinerja.matriks.matriks import Matriks
from sopkinerja.matriks.model import Bahan
from sopkinerja.matriks.tabel import ANGKA, PERSEN, TENGAH, fit_angka, write_tabel_matriks

_SIAPA, _APA = "Jabatan", "Indikator"
BEDA = "Berbeda dari Cetakan FINAL"
"""The column that says what was printed otherwise: the others show figures as they are now."""
SIAPA = (
    k.KODE_JABATAN.apply(9.5, pita=_SIAPA),
    k.JABATAN.apply(24, pita=_SIAPA),
    k.KODE.apply(10, pita=_APA),
    k.INDIKATOR.apply(27, pita=_APA),
    k.SATUAN.apply(9, TENGAH, pita=_APA),
    k.POLARITAS.apply(7.5, TENGAH, pita=_APA),
    k.KONSOLIDASI.apply(9, TENGAH, pita=_APA),
    k.TARGET_TAHUN.apply(9, ANGKA, pita=_APA),
)
LIPATAN = ((1, 2), (5, 6))
"""Columns that open folded, beside those of triwulan to come."""
BEKU = 4
"""Columns that stay in view."""


class KolomAkumulasi(NamedTuple):
    """Its columns: those shown, the helpers of their formulas, and where each triwulan begins."""

    tampak: tuple[Kolom, ...]
    bantu: tuple[Kolom, ...]
    awal: Mapping[Triwulan, int]


def write_lembar_akumulasi(
    buku: Buku, matriks: Matriks, beda: Mapping[str, str], isi: Sequence[BarisMatriks]
) -> Lembar:
    """Of these rows the four triwulan side by side, and what FINAL printings say otherwise, by kode indikator."""
    lembar, bahan = buku.build_lembar("Akumulasi", "#1F4E79", dicetak=False), matriks.bahan
    kolom = build_kolom_akumulasi(bahan, beda)
    lembar.apply_lebar(*fit_angka(kolom.tampak, matriks.baris))
    judul = f"Akumulasi Triwulan I–IV Tahun {bahan.tahun}, s.d. Triwulan {bahan.triwulan.romawi}"
    baris = write_kepala_saring(lembar, bahan, judul)
    tempat = write_tabel_matriks(lembar, bahan, kolom.tampak, kolom.bantu, isi, baris=baris)
    for awal, akhir in LIPATAN:
        fold_kolom(lembar, awal, akhir)
    if nanti := [a for t, a in kolom.awal.items() if t not in bahan.triwulan.sampai_dengan()]:
        fold_kolom(lembar, nanti[0], nanti[-1] + 3)
    finish_tabel(lembar, tempat, BEKU, pita=True)
    return lembar


def build_kolom_akumulasi(bahan: Bahan, beda: Mapping[str, str]) -> KolomAkumulasi:
    """The last column shown is there only where a FINAL printing says otherwise (`beda`, by kode
    indikator)."""
    tw = [_build_kolom_tw(t) for t in Triwulan]
    pita = f"Sampai dengan Triwulan {bahan.triwulan.romawi}"
    sd = (
        k.TARGET_SD.apply(9, ANGKA, pita=pita),
        k.REALISASI_SD.apply(9, ANGKA, pita=pita),
        k.CAPAIAN_SD.apply(9, PERSEN, pita=pita),
        k.STATUS.apply(11, TENGAH, pita=pita),
        k.PREDIKAT.apply(11, TENGAH, pita=pita),
        k.CAPAIAN_TAHUN.apply(9, PERSEN, pita=pita),
    )
    ujung = Kolom(BEDA, 110, isi=lambda b: beda.get(b.kode, ""), pita="Cetakan FINAL")
    bantu = [batas for t in Triwulan for batas in k.build_batas_triwulan(t)]
    return KolomAkumulasi(
        (*SIAPA, *(kolom for satu in tw for kolom in satu), *sd, *([ujung] if beda else [])),
        (*bantu, *k.BATAS_SD, *k.BATAS_TAHUN, k.TERBURUK),
        {t: len(SIAPA) + 4 * ke for ke, t in enumerate(Triwulan)},
    )


def _build_kolom_tw(triwulan: Triwulan) -> tuple[Kolom, ...]:
    pita = f"Triwulan {triwulan.romawi}"
    target, realisasi, capaian, status = k.build_kolom_triwulan(triwulan)
    return (
        target.apply(8.5, ANGKA, pita=pita),
        realisasi.apply(8.5, ANGKA, pita=pita),
        capaian.apply(8.5, PERSEN, pita=pita),
        status.apply(11, TENGAH, pita=pita),
    )
