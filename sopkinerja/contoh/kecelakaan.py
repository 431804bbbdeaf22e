"""What goes wrong on the way: each mishap changes one honestly filled form, if it fits there."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping

from sopkinerja.contoh.borang import Baris, Borang
from sopkinerja.contoh.jawaban import Jawaban
from sopkinerja.contoh.opd import build_contoh
from sopkinerja.istilah import Triwulan
from sopkinerja.tulisan import render_angka

Isian = list[tuple[Baris, Jawaban]]
"""The rows of Laporan that the officer filled, with what was meant."""
Kecelakaan = Callable[[Borang, Isian], bool]
"""Changes the form; False where nothing on it fits."""


def kosong(borang: Borang, isian: Isian) -> bool:
    """Realisasi forgotten on one row."""
    for baris, jawaban in isian:
        if jawaban.realisasi is not None and not jawaban.catatan:
            borang.ketik(baris["realisasi"], None)
            return True
    return False


def ribuan_teks(borang: Borang, isian: Isian) -> bool:
    """`3.925` typed as a text: three thousand, or nearly four?"""
    for baris, jawaban in isian:
        if jawaban.realisasi is not None and 1000 <= jawaban.realisasi < 1_000_000:
            borang.ketik(baris["realisasi"], render_angka(jawaban.realisasi, 0))
            return True
    return False


def ribuan_as(borang: Borang, isian: Isian) -> bool:
    """An Excel with US settings made 1,234 of `1.234`."""
    for baris, jawaban in isian:
        bulat = jawaban.realisasi is not None and jawaban.realisasi.is_integer()
        if jawaban.realisasi is not None and bulat and 100 <= jawaban.realisasi < 1_000_000:
            borang.ketik(baris["realisasi"], jawaban.realisasi / 1000)
            return True
    return False


def tanpa_hambatan(borang: Borang, isian: Isian) -> bool:
    """Below the target, and not a word why."""
    for baris, jawaban in isian:
        if jawaban.hambatan:
            borang.ketik(baris["hambatan"], None)
            borang.ketik(baris["rekomendasi"], None)
            return True
    return False


def nihil(borang: Borang, isian: Isian) -> bool:
    """`nihil` where a number is due."""
    for baris, jawaban in isian:
        if jawaban.realisasi is not None and not jawaban.catatan:
            borang.ketik(baris["realisasi"], "nihil")
            return True
    return False


def jadi_tanggal(borang: Borang, isian: Isian) -> bool:
    """`2-4` typed, and the program made a date of it."""
    for baris, jawaban in isian:
        if jawaban.realisasi is not None and jawaban.realisasi < 10:
            borang.ketik(baris["realisasi"], dt.datetime(borang.tahun, 4, 2))
            baris["realisasi"].number_format = "dd/mm/yyyy"
            return True
    return False


def sel_persen(borang: Borang, isian: Isian) -> bool:
    """85 typed as `85%`: right, only stored as 0,85."""
    for baris, jawaban in isian:
        if jawaban.realisasi is not None and baris["satuan"].value == "%":
            borang.ketik(baris["realisasi"], round(jawaban.realisasi / 100, 6))
            baris["realisasi"].number_format = "0.00%"
            return True
    return False


def pecahan_persen(borang: Borang, isian: Isian) -> bool:
    """0,85 typed where 85 was meant."""
    for baris, jawaban in isian:
        nilai = jawaban.realisasi
        if nilai is not None and 40 <= nilai <= 100 and baris["satuan"].value == "%":
            borang.ketik(baris["realisasi"], round(nilai / 100, 4))
            return True
    return False


def target_diubah(borang: Borang, isian: Isian) -> bool:
    """Protection taken off, and a target lowered to what was reached."""
    for baris, jawaban in isian:
        sel = baris["target_tw"]
        if jawaban.capaian is not None and isinstance(sel.value, int | float) and sel.value > 0:
            sel.value = round(sel.value * 0.8, 2)
            return True
    return False


def baris_liar(borang: Borang, isian: Isian) -> bool:
    """A row pasted under the table, of an indicator that nobody issued."""
    isi = {"kode": "TAMBAHAN", "indikator": "Tugas tambahan dari pimpinan", "realisasi": 3}
    borang.tempel("laporan", isian[-1][0]["kode"].row + 1, isi)
    return True


def catatan_salah_tahun(borang: Borang, isian: Isian) -> bool:
    """A daily entry dated in the year before: January's habit."""
    for baris in borang.find_baris("catatan", "kode"):
        tanggal = baris["tanggal"].value
        if isinstance(tanggal, dt.date):
            borang.ketik(baris["tanggal"], tanggal.replace(year=tanggal.year - 1, day=15))
            return True
    return False


def menyusul(borang: Borang, isian: Isian) -> bool:
    """A figure that BPS publishes later is announced on Data Menyusul."""
    susul = {i.kode: i for i in build_contoh().mandat if i.data_menyusul}
    tempat = borang.find_baris("menyusul", "kode")
    for baris in borang.laporan:
        if baris["kode"].value in susul and tempat:
            isi = {"kode": baris["kode"].value, "triwulan": borang.triwulan.romawi,
                   "sumber": "BPS Provinsi (contoh)",
                   "perkiraan": dt.datetime(borang.tahun, 5, 5)}  # fmt: skip
            borang.isi(tempat[0], isi)
            return True
    return False


CERITA: tuple[tuple[Kecelakaan, str], ...] = (
    (menyusul, "angka BPS diberitahukan menyusul"),
    (ribuan_teks, "angka ribuan diketik sebagai teks, dapat dibaca dua cara"),
    (ribuan_as, "titik ribuan dibaca Excel bersetelan Amerika sebagai koma desimal"),
    (pecahan_persen, "0,85 diketik, maksudnya 85 persen"),
    (sel_persen, "persen diketik dengan tanda % (tetap terbaca benar)"),
    (catatan_salah_tahun, "tanggal Catatan salah tahun"),
    (tanpa_hambatan, "capaian di bawah target tanpa hambatan dan rekomendasi"),
    (jadi_tanggal, "angka berubah menjadi tanggal"),
    (target_diubah, "kunci dibuka dan target diturunkan"),
    (kosong, "realisasi lupa diisi"),
    (nihil, "ditulis “nihil”, bukan angka"),
    (baris_liar, "baris tempelan di bawah tabel"),
    (tanpa_hambatan, "capaian di bawah target tanpa hambatan dan rekomendasi"),
    (kosong, "realisasi lupa diisi"),
)
"""Mishaps of the first wave, the choosiest first, and what the demo says of each."""

CERITA_LANJUT: Mapping[Triwulan, tuple[tuple[Kecelakaan, str], ...]] = {
    Triwulan.II: (
        (ribuan_teks, "angka ribuan diketik sebagai teks, dapat dibaca dua cara"),
        (tanpa_hambatan, "capaian di bawah target tanpa hambatan dan rekomendasi"),
        (kosong, "realisasi lupa diisi"),
        (baris_liar, "baris tempelan di bawah tabel"),
    ),
    Triwulan.III: (
        (jadi_tanggal, "angka berubah menjadi tanggal"),
        (target_diubah, "kunci dibuka dan target diturunkan"),
        (nihil, "ditulis “nihil”, bukan angka"),
    ),
    Triwulan.IV: (
        (pecahan_persen, "0,85 diketik, maksudnya 85 persen"),
        (catatan_salah_tahun, "tanggal Catatan salah tahun"),
        (tanpa_hambatan, "capaian di bawah target tanpa hambatan dan rekomendasi"),
    ),
}
"""Fewer of them later in the year: the office has learnt."""
