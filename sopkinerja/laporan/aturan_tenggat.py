"""When a quarterly form is wrong: the rule on Tenggat, the day by which a rekomendasi is done."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from sopkinerja.baca.tanggal import BukanTanggal
from sopkinerja.katalog import Kode
from sopkinerja.laporan import teks
from sopkinerja.laporan.konteks import KonteksIndikator
from sopkinerja.temuan import Temuan
from sopkinerja.tulisan import render_tanggal

JAUH = 2


def check_tenggat(k: KonteksIndikator) -> Iterator[Temuan]:
    """A Tenggat is a day after the triwulan, beside a rekomendasi."""
    if k.tenggat is None:
        return
    f, letak = k.formulir, k.tempat.letak("tenggat")
    if isinstance(k.tenggat, BukanTanggal):
        sebab = teks.TENGGAT_BUKAN_TANGGAL.format(isi=k.tenggat.teks)
        bawaan = render_tanggal(f.triwulan.akhir_berikut(f.tahun))
        yield Temuan(Kode.HAMBATAN_090, letak, kode=k.baris.kode, sebab=sebab, bawaan=bawaan)
    elif sebab := _sebab(k, k.tenggat):
        yield Temuan(Kode.HAMBATAN_091, letak, kode=k.baris.kode, sebab=sebab)


def _sebab(k: KonteksIndikator, tenggat: dt.date) -> str:
    tanggal, f = render_tanggal(tenggat), k.formulir
    if not k.isian.has_rekomendasi:
        return teks.TENGGAT_TANPA_REKOMENDASI.format(tanggal=tanggal)
    if tenggat <= f.triwulan.akhir(f.tahun):
        return teks.TENGGAT_LEWAT.format(tanggal=tanggal, triwulan=f.triwulan.romawi)
    if tenggat.year > f.tahun + JAUH:
        return teks.TENGGAT_JAUH.format(tanggal=tanggal)
    return ""
