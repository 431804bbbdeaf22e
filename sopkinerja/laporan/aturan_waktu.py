"""When a quarterly form is wrong: the rule on the day it came, while another one is awaited."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from sopkinerja.istilah import Triwulan
from sopkinerja.katalog import Kode, Tingkat
from sopkinerja.lembar.cap import Identitas
from sopkinerja.temuan import Temuan
from sopkinerja.tulisan import render_tanggal


def is_dini(triwulan: Triwulan | None, tahun: int, hari: dt.date) -> bool:
    """Whether a report of that triwulan came before its last day: it can't be whole yet."""
    return triwulan is not None and hari < triwulan.akhir(tahun)


def check_waktu(identitas: Identitas, hari: dt.date, ditunggu: Sequence[Triwulan]) -> Temuan | None:
    """A report that comes before its triwulan is over, while earlier ones of that jabatan are awaited,
    may be filled in for those: it goes back before the last month has begun, later it is told."""
    tw, tahun = identitas.triwulan, identitas.tahun
    if tw is None or not ditunggu or not is_dini(tw, tahun, hari):
        return None
    awal_bulan = tw.akhir(tahun).replace(day=1)
    return Temuan(
        Kode.TRIWULAN_002 if hari < awal_bulan else Kode.TRIWULAN_090,
        jabatan=identitas.jabatan,
        triwulan=f"{tw.romawi} {tahun}",
        akhir=render_tanggal(tw.akhir(tahun)),
        ditunggu=" dan ".join(f"TW {t.romawi} {tahun}" for t in ditunggu),
    )


def build_lewat(
    identitas: Identitas, ditunggu: Identitas, tingkat: Tingkat = Tingkat.GALAT
) -> Temuan:
    """A report of a closed triwulan that comes while one of that jabatan of a later triwulan is awaited
    may be the wrong file."""
    return Temuan(
        Kode.TRIWULAN_500,
        tingkat=tingkat,
        jabatan=identitas.jabatan,
        triwulan=render_masa(identitas),
        ditunggu=render_masa(ditunggu),
    )


def render_masa(identitas: Identitas) -> str:
    """`TW II 2026`."""
    return f"TW {identitas.triwulan.romawi} {identitas.tahun}" if identitas.triwulan else ""
