"""Which year a command is about, where two years are alive in one workspace.

From the day `mulai-tahun` opens a year until TW IV of the one before is closed, referensi, inbox and
agenda hold both. A command takes the year that it is told, else the only one in which it has work.
Each `find_` answers with those years: one, or several to be asked about; the year of the sheet OPD
where nothing else stands.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from sopkinerja.istilah import Triwulan

HARI_DITAGIH = 45
"""For so many days of a new triwulan, the report that is asked for is still that of the last one."""
HARI_MENJELANG = 31
"""A triwulan's forms may be handed out so many days before it begins."""


@dataclass(frozen=True)
class KeadaanTahun:
    """Where one year stands: `beku`: its mandat is frozen; `tambahan`: referensi or the accepted
    forms hold indicators that the frozen mandat lacks."""

    tahun: int
    beku: bool = False
    tutup: frozenset[Triwulan] = frozenset()
    tambahan: bool = False


Daftar = Sequence[KeadaanTahun]
Cari = Callable[[Daftar], tuple[int, ...]]


def list_tahun(berjalan: int, dibuka: Iterable[int], beku: Iterable[int]) -> tuple[int, ...]:
    """The years of a workspace: that of the sheet OPD (0 where it can't be read), those that were
    opened, those with a frozen mandat. Rows on the sheets Mandat and DPA open none: one mistyped
    year would have its mandat frozen for good. Such a year is worked on where `--tahun` names it.
    """
    return tuple(sorted({*([berjalan] if berjalan else []), *dibuka, *beku}))


def find_mandat(daftar: Daftar) -> tuple[int, ...]:
    """`terbitkan mandat`: the years whose mandat isn't frozen; where all are, the newest."""
    return _pilih(daftar, lambda k: not k.beku) or _terbaru(daftar)


def find_tetapkan(daftar: Daftar) -> tuple[int, ...]:
    """`tetapkan`: the years whose mandat isn't frozen, or to whose frozen one something would be
    added; where there is none, the newest."""
    return _pilih(daftar, lambda k: not k.beku or k.tambahan) or _terbaru(daftar)


def find_revisi(daftar: Daftar, triwulan: Triwulan) -> tuple[int, ...]:
    """`tetapkan --mulai-triwulan N`: the years with a frozen mandat whose triwulan is open."""
    return (
        _pilih(daftar, lambda k: k.beku and triwulan not in k.tutup)
        or _pilih(daftar, lambda k: k.beku)
        or _terbaru(daftar)
    )


def find_triwulan(daftar: Daftar, triwulan: Triwulan, tanggal: dt.date) -> tuple[int, ...]:
    """`terbitkan laporan`, `matriks`, `lhe`, … `-t N`: the years with a frozen mandat whose triwulan
    is open and begins within a month of the day; else those where it is open; else those with a
    frozen mandat."""
    batas = tanggal + dt.timedelta(days=HARI_MENJELANG)
    return _pilih(
        daftar,
        lambda k: k.beku and triwulan not in k.tutup and triwulan.awal(k.tahun) <= batas,
    ) or find_revisi(daftar, triwulan)


def find_buka(daftar: Daftar, triwulan: Triwulan) -> tuple[int, ...]:
    """`buka -t N`: the years whose triwulan is closed; else those with a frozen mandat."""
    return _pilih(daftar, lambda k: triwulan in k.tutup) or find_revisi(daftar, triwulan)


def find_semua(daftar: Daftar) -> tuple[int, ...]:
    """Every year: a command that doesn't know where its work lies asks as soon as there are two."""
    return _pilih(daftar, lambda _: True)


def find_kembali(
    daftar: Daftar, triwulan: Triwulan | None, milik: Iterable[int]
) -> tuple[int, ...]:
    """`kembalikan`: of the years in which that jabatan's form was accepted (`milik`) those where
    the triwulan is open; else all of them; else those where the command can say why not."""
    milik = set(milik)
    terbuka = _pilih(daftar, lambda k: k.tahun in milik and triwulan not in k.tutup)
    lain = find_revisi(daftar, triwulan) if triwulan else find_mandat(daftar)
    return terbuka or tuple(sorted(milik)) or lain


def find_berjalan(daftar: Daftar, tanggal: dt.date) -> tuple[int, ...]:
    """`jadwal`: the years that aren't over on that day; else the newest."""
    return _pilih(daftar, lambda k: k.tahun >= tanggal.year) or _terbaru(daftar)


def find_bermandat(daftar: Daftar) -> tuple[int, ...]:
    """`lampirkan` of a PK: the years with a frozen mandat."""
    return _pilih(daftar, lambda k: k.beku)


def find_lampiran(daftar: Daftar, triwulan: Triwulan, tanggal: dt.date) -> tuple[int, ...]:
    """`lampirkan -t N`: the years with a frozen mandat whose triwulan has begun; else all those
    with one. A signed paper may come long after the closing."""
    dimulai = _pilih(daftar, lambda k: k.beku and triwulan.awal(k.tahun) <= tanggal)
    return dimulai or find_bermandat(daftar)


def find_status(daftar: Daftar, triwulan: Triwulan | None, tanggal: dt.date) -> int:
    """`status laporan`: the one year that is due on a day, never a question.

    With a triwulan it is the newest year in which that one has begun. Without: in the first weeks
    of January the year before, while its TW IV is open; else the newest that has begun.
    """
    beku = [k for k in daftar if k.beku] or list(daftar)
    mulai = [k for k in beku if (triwulan or Triwulan.I).awal(k.tahun) <= tanggal]
    if not mulai:
        return min(k.tahun for k in beku)
    lalu = next((k for k in mulai if k.tahun == tanggal.year - 1), None)
    awal = (tanggal - dt.date(tanggal.year, 1, 1)).days < HARI_DITAGIH
    if not triwulan and lalu and awal and Triwulan.IV not in lalu.tutup:
        return lalu.tahun
    return max(k.tahun for k in mulai)


def find_status_mandat(daftar: Daftar, tanggal: dt.date) -> int:
    """`status mandat`: the day's own year where its mandat isn't frozen; else the oldest whose
    isn't; else the newest."""
    terbuka = [k.tahun for k in daftar if not k.beku]
    if tanggal.year in terbuka:
        return tanggal.year
    return terbuka[0] if terbuka else max(k.tahun for k in daftar)


def find_status_renaksi(daftar: Daftar, triwulan: Triwulan | None, tanggal: dt.date) -> int:
    """`status renaksi`: the newest year with a frozen mandat in which that triwulan (without one:
    the year) has begun; a Renaksi is due at the beginning of its triwulan, not after it."""
    return find_status(daftar, triwulan or Triwulan.I, tanggal)


def build_triwulan_ditagih(kini: Triwulan, tanggal: dt.date, tahun: int) -> Triwulan:
    """What is due now: in the first weeks of a triwulan it is the report of the one before."""
    awal_triwulan = tanggal.year == tahun and (tanggal - kini.awal(tahun)).days < HARI_DITAGIH
    return Triwulan(kini - 1) if awal_triwulan and kini > Triwulan.I else kini


def _pilih(daftar: Daftar, syarat: Callable[[KeadaanTahun], bool]) -> tuple[int, ...]:
    return tuple(k.tahun for k in daftar if syarat(k))


def _terbaru(daftar: Daftar) -> tuple[int, ...]:
    return tuple(sorted(k.tahun for k in daftar)[-1:])
