"""Freezing the mandat: the Mandat sheet of referensi becomes version 1, 2 … in the agenda."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from sopkinerja.agenda.agenda import Agenda
from sopkinerja.istilah import Triwulan
from sopkinerja.mandat.model import Indikator, Mandat, Pagu
from sopkinerja.mandat.nomor import number_indikator
from sopkinerja.opd.model import Referensi


@dataclass(frozen=True)
class HasilTetapkan:
    """What freezing did: the version in force, the indicators added, those that differ from the
    frozen text and stay as they are, and the jabatan without any."""

    mandat: Mandat
    is_baru: bool
    ditambah: tuple[str, ...]
    berbeda: tuple[str, ...]
    tanpa_mandat: tuple[str, ...]


def build_pagu(referensi: Referensi) -> tuple[Pagu, ...]:
    """The DPA lines that have a penanggung jawab, as they stand now."""
    return tuple(
        Pagu(
            kode=d.kode,
            uraian=d.uraian,
            pagu=d.pagu,
            unit=d.unit,
            penanggung_jawab=d.penanggung_jawab,
            sumber_dana=d.sumber_dana,
        )
        for d in referensi.dpa
        if d.penanggung_jawab and d.tahun == referensi.opd.tahun
    )


def plan_tetapkan(
    referensi: Referensi, riwayat: Sequence[Mandat], tanggal: dt.date
) -> HasilTetapkan:
    """Pure: the first time everything in force from TW I; afterwards only what is new is added, in
    force from the triwulan of `tanggal`. A frozen indicator is never changed here. `riwayat` is
    every version of the year, oldest first; a blank kode gets the one that this jabatan and
    indikator had in any of them, else the next free number."""
    lama = riwayat[-1] if riwayat else None
    kode_lama = {(i.jabatan, i.indikator): i.kode for m in riwayat for i in m.indikator}
    indikator = number_indikator(
        [i for i in referensi.mandat if i.tahun == referensi.opd.tahun], kode_lama
    )
    beku: dict[str, Indikator] = {i.kode: i for i in lama.indikator} if lama else {}
    tambah = tuple(i for i in indikator if i.kode not in beku)
    berbeda = tuple(i.kode for i in indikator if i.kode in beku and beku[i.kode] != i)
    ada = {i.jabatan for i in (*beku.values(), *tambah)}
    tanpa = tuple(j.kode for j in referensi.jabatan if j.kode not in ada)
    if lama and not tambah:
        return HasilTetapkan(lama, False, (), berbeda, tanpa)
    mandat = Mandat(
        tahun=referensi.opd.tahun,
        versi=lama.versi + 1 if lama else 1,
        berlaku_mulai=build_triwulan(referensi.opd.tahun, tanggal) if lama else Triwulan.I,
        tanggal=tanggal,
        indikator=(*(lama.indikator if lama else ()), *tambah),
        pagu=lama.pagu if lama else build_pagu(referensi),
    )
    return HasilTetapkan(mandat, True, tuple(i.kode for i in tambah), berbeda, tanpa)


def build_triwulan(tahun: int, tanggal: dt.date) -> Triwulan:
    """The triwulan of a date; a date before the year counts as TW I, one after it as TW IV."""
    if tanggal.year != tahun:
        return Triwulan.I if tanggal.year < tahun else Triwulan.IV
    return Triwulan((tanggal.month + 2) // 3)


def apply_tetapkan(agenda: Agenda, hasil: HasilTetapkan) -> None:
    """Writes the new version, if there is one."""
    if hasil.is_baru:
        with agenda.transaksi():
            agenda.write_mandat(hasil.mandat)
