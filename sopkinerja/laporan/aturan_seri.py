"""When a quarterly form is wrong: the rule on figures that are really dates.

`1/2` or `3-4` typed into a cell that is formatted as a number becomes a date and is shown as its
serial number: 46024 stands there like any other figure.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from sopkinerja.istilah import Sebutan, get_batas
from sopkinerja.katalog import Kode
from sopkinerja.laporan.konteks import KonteksIndikator
from sopkinerja.lembar.slot import EPOK_1900
from sopkinerja.temuan import Temuan
from sopkinerja.tulisan import render_angka, render_tanggal, render_target

KALI = 10
"""A figure that many times its target is looked at as a date."""


def check_seri_tanggal(k: KonteksIndikator) -> Iterator[Temuan]:
    """A figure far beyond its target that is the serial number of a day about the year is asked
    about."""
    nilai, target = k.realisasi.angka, k.baris.target_tw
    if nilai is None or target is None or isinstance(target, Sebutan):
        return
    hari = read_seri(nilai, k.formulir.tahun)
    if hari is not None and 0 < get_batas(target)[1] * KALI < nilai:
        yield Temuan(
            Kode.ANGKA_170,
            k.tempat.letak("realisasi"),
            kode=k.baris.kode,
            nilai=render_angka(nilai),
            tanggal=render_tanggal(hari),
            target=render_target(target),
        )


def read_seri(nilai: float, tahun: int) -> dt.date | None:
    """The day whose serial number this is, in the year, the one before or the one after."""
    if not nilai.is_integer():
        return None
    awal, akhir = dt.datetime(tahun - 1, 1, 1), dt.datetime(tahun + 1, 12, 31)
    if not (awal - EPOK_1900).days <= nilai <= (akhir - EPOK_1900).days:
        return None
    return (EPOK_1900 + dt.timedelta(days=nilai)).date()
