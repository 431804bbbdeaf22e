"""The sheets of PK_dan_Target to be filtered on the screen: the year, and each triwulan by the
version in force in it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sopkinerja.cetak.deret import write_tabel_panjang
from sopkinerja.cetak.gaya import Nilai, check_hasil
from sopkinerja.cetak.lipat import fold_kolom
from sopkinerja.cetak.tabel import KolomCetak
from sopkinerja.cetak.tata import write_kepala_layar
from sopkinerja.cetak.tulis import Buku, Lembar
from sopkinerja.istilah import Triwulan
from sopkinerja.mandat.lembar_target import ANGKA, LOWONG
from sopkinerja.mandat.urut import sort_indikator
from sopkinerja.opd.mandat import Indikator, Kursi, Mandat
from sopkinerja.tulisan import render_besaran

KOLOM_SIAPA = (
    KolomCetak("Kode Jabatan", 11),
    KolomCetak("Level", 12),
    KolomCetak("Unit", 22),
    KolomCetak("Jabatan", 24),
    KolomCetak("Pemangku", 22),
    KolomCetak("Kode Indikator", 12),
    KolomCetak("Sasaran", 28),
    KolomCetak("Indikator", 32),
    KolomCetak("Satuan", 10, ("tengah",)),
    KolomCetak("Polaritas", 10, ("tengah",)),
    KolomCetak("Konsolidasi", 12, ("tengah",)),
)
KOLOM_SETAHUN = (
    *KOLOM_SIAPA,
    KolomCetak("Bobot", 8.5, ANGKA),
    KolomCetak("Target Tahun", 13, ANGKA),
    *(KolomCetak(f"TW {t.romawi}", 13, ANGKA) for t in Triwulan),
    KolomCetak("Induk", 12),
)
KOLOM_TW = (
    *KOLOM_SIAPA,
    KolomCetak("Target TW", 13, ANGKA),
    KolomCetak("Target Tahun", 13, ANGKA),
    KolomCetak("Induk", 12),
)
LIPATAN = ((1, 6), (9, 10))
"""Columns that open folded: who is told by the kode jabatan, the indicator stands beside it."""
BEKU = 8


def write_setahun(buku: Buku, mandat: Mandat, judul: str) -> Lembar:
    """Every indicator with the year's target and the four of the triwulan."""
    isi = [
        (*_build_siapa(k, i), i.bobot, *_build_target(i), i.teks_induk)
        for k, i in sort_indikator(mandat)
    ]
    jabatan = len({i.jabatan for i in mandat.indikator})
    sub = f"PK versi {mandat.versi} · {len(isi)} indikator, {jabatan} jabatan"
    return _write(buku, "Setahun", judul, sub, KOLOM_SETAHUN, isi)


def write_triwulan(buku: Buku, mandat: Mandat, triwulan: Triwulan) -> Lembar:
    """What is due in one triwulan, by the version in force in it."""
    pasangan = sort_indikator(mandat)
    isi = [
        (
            *_build_siapa(k, i),
            render_besaran(i.target(triwulan)),
            render_besaran(i.target_tahun),
            i.teks_induk,
        )
        for k, i in pasangan
        if i.target(triwulan) is not None
    ]
    sub = (
        f"Menurut PK versi {mandat.versi} · {len(isi)} dari {len(pasangan)} indikator "
        f"bertarget pada Triwulan {triwulan.romawi}"
    )
    judul = f"Target Triwulan {triwulan.romawi} Tahun {mandat.tahun}"
    return _write(buku, f"TW {triwulan.romawi}", judul, sub, KOLOM_TW, isi)


def _write(
    buku: Buku,
    nama: str,
    judul: str,
    sub: str,
    kolom: Sequence[KolomCetak],
    isi: Sequence[Sequence[Nilai]],
) -> Lembar:
    lembar = buku.build_lembar(nama, dicetak=False)
    lembar.ws.hide_gridlines(2)
    lembar.apply_lebar(*(k.lebar for k in kolom))
    kepala = write_kepala_layar(lembar, judul, sub)
    kosong = "Tidak ada indikator yang bertarget."
    baris = write_tabel_panjang(lembar, kolom, isi, baris=kepala, kosong=kosong)
    check_hasil(lembar.ws.autofilter(kepala, 0, baris - 1, len(kolom) - 1), "saringan")
    for awal, akhir in LIPATAN:
        fold_kolom(lembar, awal, akhir)
    lembar.ws.freeze_panes(kepala + 1, BEKU)
    lembar.apply_halaman(ulang=(kepala, kepala))
    return lembar


def _build_siapa(kursi: Kursi | None, i: Indikator) -> tuple[Nilai, ...]:
    apa = i.kode, i.sasaran, i.indikator, i.satuan, i.polaritas.value, i.konsolidasi.value
    if kursi is None:
        return i.jabatan, "", "", i.jabatan, "", *apa
    nama = kursi.pemangku.nama if kursi.pemangku else LOWONG
    return kursi.kode, kursi.level.value, kursi.nama_unit or kursi.unit, kursi.sebagai, nama, *apa


def _build_target(i: Indikator) -> Iterator[Nilai]:
    return (render_besaran(t) for t in (i.target_tahun, *i.target_tw))
