"""What a referensi workbook says, sheet by sheet, as the cells that are written."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from pydantic import BaseModel

from sopkinerja.cetak.gaya import clean_teks
from sopkinerja.istilah import Rentang, Sebutan
from sopkinerja.opd.mandat import Indikator
from sopkinerja.opd.model import BarisCapaianLalu, BarisDpa, BarisRenstra, Referensi
from sopkinerja.opd.skala import build_baris_skala
from sopkinerja.opd.tata import (
    DPA,
    LEMBAR,
    OPD,
    REALISASI_DPA,
    RENSTRA,
    SKALA,
    JenisIsi,
    KolomReferensi,
    LembarReferensi,
)
from sopkinerja.skala import SKALA_BAWAAN
from sopkinerja.tulisan import render_target

JUMLAH_TAHUN_RENSTRA = 5
KUNCI_LAIN = "lain_"
"""How the keys of the office's own columns begin."""
Nilai = str | float | dt.date | None


class Persen(float):
    """A number whose cell shows it in per cent."""


@dataclass(frozen=True)
class TabelReferensi:
    """What one sheet of rows holds: its columns, and under each a value or None."""

    kolom: tuple[KolomReferensi, ...]
    baris: Sequence[Sequence[Nilai]] = ()


@dataclass(frozen=True)
class IsiReferensi:
    """Everything a referensi workbook says; `lain` are the office's own sheets, cell by cell
    (row, column, value), written as they are."""

    opd: Mapping[str, Nilai]
    tabel: Mapping[str, TabelReferensi]
    lain: Mapping[str, Sequence[tuple[int, int, Nilai]]] = field(default_factory=dict)


def build_isi(referensi: Referensi | None) -> IsiReferensi:
    """All of it; None is that of an office which is still to fill it."""
    opd = {k.kunci: getattr(referensi.opd, k.kunci) for k in OPD} if referensi else {}
    tabel = {}
    for lembar in LEMBAR:
        kolom = (*lembar.kolom, *_build_kolom_tambahan(lembar, referensi))
        isi: Sequence[BaseModel] = getattr(referensi, lembar.bidang) if referensi else ()
        if lembar is SKALA:
            isi = build_baris_skala(referensi.skala if referensi else SKALA_BAWAAN)
        tabel[lembar.nama] = TabelReferensi(kolom, [build_baris(kolom, satu) for satu in isi])
    return IsiReferensi(opd, tabel)


def _build_kolom_tambahan(
    lembar: LembarReferensi, referensi: Referensi | None
) -> Sequence[KolomReferensi]:
    """Columns that depend on the data: the years of the Renstra, the realisasi of the DPA."""
    if lembar is RENSTRA:
        tahun = sorted({t for b in referensi.renstra for t in b.target}) if referensi else []
        awal = tahun[0] if tahun else 2025
        daftar = tahun or list(range(awal, awal + JUMLAH_TAHUN_RENSTRA))
        return [build_kolom_renstra(str(t)) for t in daftar]
    return REALISASI_DPA if lembar is DPA else ()


def build_kolom_renstra(tahun: str) -> KolomReferensi:
    """The column of one year on the sheet Renstra."""
    return KolomReferensi(tahun, tahun, JenisIsi.TARGET, 13, "12,5", f"Target {tahun}.")


def build_baris(kolom: Sequence[KolomReferensi], isi: BaseModel) -> list[Nilai]:
    """One row of a sheet as its cells."""
    data = isi.model_dump()
    if isinstance(isi, BarisRenstra):
        data |= {str(t): nilai for t, nilai in isi.target.items()}
    if isinstance(isi, BarisDpa):
        data |= {f"realisasi_{n}": nilai for n, nilai in enumerate(isi.realisasi_tw)}
    if isinstance(isi, Indikator):
        data |= {f"tw_{n}": t for n, t in enumerate(isi.target_tw)}
        data |= {
            "target_tahun": isi.target_tahun,
            "induk": isi.teks_induk,
            "realisasi_tahun_lalu": isi.realisasi_tahun_lalu,
        }
    if isinstance(isi, BarisCapaianLalu):
        data |= {k: getattr(isi, k) for k in ("target_tahun", "realisasi_tahun_lalu")}
    return [build_nilai(k, data.get(k.kunci)) for k in kolom]


def build_nilai(kolom: KolomReferensi, nilai: object) -> Nilai:
    """That value as the cell of this column."""
    if nilai is None or nilai == "":
        return None
    if isinstance(nilai, Rentang | Sebutan):
        return render_target(nilai)
    if kolom.jenis is JenisIsi.YA:
        return "ya" if nilai else None
    if isinstance(nilai, StrEnum):
        return nilai.value
    if isinstance(nilai, dt.date):
        return nilai
    if isinstance(nilai, Persen):
        return nilai
    return float(nilai) if isinstance(nilai, int | float) else clean_teks(str(nilai))
