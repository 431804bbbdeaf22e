"""The chairs behind a PK: who promises and to whom, frozen with the mandat."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection

from sopkinerja.istilah import Pejabat
from sopkinerja.opd.mandat import Kursi
from sopkinerja.opd.model import Jabatan, Referensi
from sopkinerja.opd.pejabat import build_pejabat


def build_kursi(
    referensi: Referensi, jabatan: Collection[str], tanggal: dt.date
) -> tuple[Kursi, ...]:
    """Those chairs as they stand on that day, in the order of the sheet Jabatan."""
    return tuple(
        _build_kursi(referensi, j, tanggal) for j in referensi.jabatan if j.kode in jabatan
    )


def build_induk_unit(referensi: Referensi) -> dict[str, str]:
    """Each unit that lies below another, to that one."""
    return {u.kode: u.induk for u in referensi.unit if u.induk}


def _build_kursi(referensi: Referensi, jabatan: Jabatan, tanggal: dt.date) -> Kursi:
    unit = referensi.cari_unit(jabatan.unit)
    atasan = referensi.cari_jabatan(jabatan.atasan) if jabatan.atasan else None
    return Kursi(
        kode=jabatan.kode,
        nama=jabatan.nama,
        level=jabatan.level,
        unit=jabatan.unit,
        nama_unit=unit.nama if unit else jabatan.unit,
        atasan=jabatan.atasan,
        nama_atasan=atasan.nama if atasan else referensi.opd.atasan_jabatan,
        pemangku=build_pejabat(referensi, jabatan.kode, tanggal),
        pihak_kedua=_find_pihak_kedua(referensi, jabatan, tanggal),
    )


def _find_pihak_kedua(referensi: Referensi, jabatan: Jabatan, tanggal: dt.date) -> Pejabat | None:
    """The holder of the superior's chair; for the Kepala Dinas the Gubernur of the sheet OPD."""
    if jabatan.atasan:
        return build_pejabat(referensi, jabatan.atasan, tanggal)
    opd = referensi.opd
    return Pejabat(nama=opd.atasan_nama, jabatan=opd.atasan_jabatan) if opd.atasan_jabatan else None
