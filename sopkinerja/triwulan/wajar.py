"""Whether a day or a triwulan can be meant as it was typed: a slip of a digit lies months away."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterator
from typing import NamedTuple

from sopkinerja.istilah import Triwulan
from sopkinerja.triwulan.tahun import HARI_MENJELANG

HARI_SEKITAR = 120
"""So many days before or after today, or the last entry of the register, a day can be meant."""
HARI_SUSULAN = 92
"""So long after a triwulan its forms may come in."""
HARI_TERLAMBAT = 184
"""So long after a triwulan one that is named may still be worked on."""
HARI_MENYIAPKAN = 92
"""So long before a year its mandat may be prepared."""


class Acuan(NamedTuple):
    """What a day is held against: today, the day of the register's last entry, the years of the
    workspace, the open triwulan whose forms are out, the year that the command names."""

    hari_ini: dt.date
    terakhir: dt.date | None = None
    tahun: frozenset[int] = frozenset()
    beredar: frozenset[tuple[int, Triwulan]] = frozenset()
    disebut: int | None = None


def is_hari_wajar(hari: dt.date, acuan: Acuan, triwulan: Triwulan | None = None) -> bool:
    """Whether work may be done on that day, on `triwulan` where one is named; where there is no
    work yet (an office that nobody has filled), on any."""
    if not (acuan.terakhir or acuan.tahun or acuan.disebut):
        return True
    return any(awal <= hari <= akhir for awal, akhir in _list_masa(acuan, triwulan))


def is_belum_mulai(triwulan: Triwulan, tahun: Collection[int], hari: dt.date) -> bool:
    """Whether that triwulan is more than a month ahead in each of the years."""
    batas = hari + dt.timedelta(days=HARI_MENJELANG)
    return bool(tahun) and all(triwulan.awal(t) > batas for t in tahun)


def _list_masa(acuan: Acuan, triwulan: Triwulan | None) -> Iterator[tuple[dt.date, dt.date]]:
    for pusat in (acuan.hari_ini, acuan.terakhir):
        if pusat:
            yield _sekitar(pusat, pusat, HARI_SEKITAR, HARI_SEKITAR)
    if triwulan:
        masa = {(tahun, triwulan) for tahun in acuan.tahun}
        yield from (_sekitar_triwulan(*m, HARI_TERLAMBAT) for m in masa)
    elif acuan.beredar:
        yield from (_sekitar_triwulan(*m, HARI_SUSULAN) for m in acuan.beredar)
    else:
        yield from (_setahun(t) for t in acuan.tahun)
    if acuan.disebut:
        yield _setahun(acuan.disebut)


def _setahun(tahun: int) -> tuple[dt.date, dt.date]:
    return _sekitar(dt.date(tahun, 1, 1), dt.date(tahun, 12, 31), HARI_MENYIAPKAN, 0)


def _sekitar_triwulan(tahun: int, triwulan: Triwulan, sesudah: int) -> tuple[dt.date, dt.date]:
    return _sekitar(triwulan.awal(tahun), triwulan.akhir(tahun), HARI_MENJELANG, sesudah)


def _sekitar(awal: dt.date, akhir: dt.date, sebelum: int, sesudah: int) -> tuple[dt.date, dt.date]:
    return awal - dt.timedelta(days=sebelum), akhir + dt.timedelta(days=sesudah)
