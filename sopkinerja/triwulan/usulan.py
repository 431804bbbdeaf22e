"""What a new year starts from: rows of referensi proposed from the year before.

A proposal never passes for a decision: a pagu and a target stay blank, and a mandat with such a
blank is a galat the day it is frozen. Pure.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from sopkinerja.mandat.setahun import HasilSetahun
from sopkinerja.opd.isi_buku import Nilai, build_baris
from sopkinerja.opd.mandat import Indikator
from sopkinerja.opd.model import BarisDpa, Jabatan
from sopkinerja.opd.tata import DPA, MANDAT, REALISASI_DPA

Baris = Mapping[str, Nilai]
"""One proposed row by column key."""


@dataclass(frozen=True)
class UsulanTahun:
    """The rows proposed for `tahun`, and the chairs left out because they end before it."""

    tahun: int
    dpa: tuple[Baris, ...]
    mandat: tuple[Baris, ...]
    berakhir: tuple[str, ...] = ()
    catatan_lalu: tuple[str, ...] = ()
    """`PSDI.01 tidak lengkap (TW I)`: what is remarked on a proposed Realisasi Tahun Lalu."""


def build_dpa(dpa: Iterable[BarisDpa], tahun: int) -> tuple[Baris, ...]:
    """Last year's DPA lines whose kode the new year doesn't have yet, without money."""
    dpa = tuple(dpa)
    sudah = {d.kode for d in dpa if d.tahun == tahun}
    lalu = [d for d in dpa if d.tahun == tahun - 1 and d.kode not in sudah]
    kosong = dict.fromkeys(("pagu", *(k.kunci for k in REALISASI_DPA)))
    kunci = [k.kunci for k in DPA.kolom]
    return tuple(
        dict(zip(kunci, build_baris(DPA.kolom, d), strict=True)) | {"tahun": float(tahun)} | kosong
        for d in lalu
    )


def build_mandat(
    dasar: Sequence[Indikator],
    di_lembar: Iterable[tuple[int, str]],
    berformulir: Collection[str],
    tahun: int,
    setahun: Mapping[str, HasilSetahun],
) -> tuple[Baris, ...]:
    """Last year's indicators (`dasar`) without targets, for each jabatan that works by the Mandat
    sheet: its rows of last year stand there (`di_lembar`: year and jabatan of each row), none of
    the new year do, and it sent no mandat form (`berformulir`)."""
    di_lembar = set(di_lembar)
    kunci = [k.kunci for k in MANDAT.kolom]
    return tuple(
        dict(zip(kunci, build_baris(MANDAT.kolom, _usulkan(i, tahun, setahun)), strict=True))
        for i in dasar
        if (tahun - 1, i.jabatan) in di_lembar
        and (tahun, i.jabatan) not in di_lembar
        and i.jabatan not in berformulir
    )


def _usulkan(i: Indikator, tahun: int, setahun: Mapping[str, HasilSetahun]) -> Indikator:
    baru = {"tahun": tahun, "target_tahun": None, "target_tw": (None,) * 4}
    lalu = setahun.get(i.kode)
    return i.model_copy(update=baru | {"realisasi_tahun_lalu": lalu.realisasi if lalu else None})


def find_berakhir(jabatan: Iterable[Jabatan], tahun: int) -> tuple[str, ...]:
    """Kode of the chairs that end before the year begins."""
    awal = dt.date(tahun, 1, 1)
    return tuple(j.kode for j in jabatan if j.sampai is not None and j.sampai < awal)
