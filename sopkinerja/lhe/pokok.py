"""The figures behind the LHE, computed once: matrix, scores, spread, budget, and its headline."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pandas as pd

from sopkinerja.istilah import Level, StatusHasil, Triwulan
from sopkinerja.lhe.anggaran import build_anggaran
from sopkinerja.lhe.tahun_lalu import build_tahun
from sopkinerja.matriks.akumulasi import DINILAI, build_akumulasi
from sopkinerja.matriks.model import Bahan
from sopkinerja.matriks.nilai import (
    build_sebaran,
    build_skor_jabatan,
    build_skor_level,
    build_skor_unit,
)
from sopkinerja.matriks.tercetak import build_kini, find_tercetak
from sopkinerja.rapat.rekam import is_di_bawah_target

Isi = dict[str, Any]
"""A row of the matrix by its heading."""


@dataclass(frozen=True)
class Pokok:
    """What every sheet of the LHE reads; status, predikat and scores are of Capaian s.d. TW, of the
    whole year of Capaian Tahun."""

    bahan: Bahan
    akumulasi: tuple[Isi, ...]
    """The rows of the matrix, each with last year's realisasi."""
    jabatan: tuple[Isi, ...]
    level: tuple[Isi, ...]
    unit: tuple[Isi, ...]
    sebaran: tuple[Isi, ...]
    anggaran: pd.DataFrame

    @property
    def iku(self) -> tuple[Isi, ...]:
        """The Kepala Dinas' own indicators."""
        return tuple(b for b in self.akumulasi if b["Level"] == Level.KEPALA_DINAS)

    @property
    def dihitung(self) -> tuple[Isi, ...]:
        """The rows that could be assessed."""
        return tuple(b for b in self.akumulasi if b["Status"] == StatusHasil.DIHITUNG)

    @property
    def kurang(self) -> tuple[Isi, ...]:
        """What is below target, worst first."""
        return tuple(sorted(filter(is_kurang, self.akumulasi), key=_terburuk))

    def cari_level(self, level: Level) -> Isi:
        """The score row of a level."""
        return next(b for b in self.level if b["Level"] == level)

    def hitung_status(self, status: StatusHasil) -> int:
        """How many indicators have this status s.d. TW."""
        return sum(b["Status"] == status for b in self.akumulasi)


def build_pokok(bahan: Bahan) -> Pokok:
    """All figures of the LHE of one triwulan."""
    akumulasi = build_akumulasi(bahan)
    jabatan = build_skor_jabatan(bahan, akumulasi)
    return Pokok(
        bahan=bahan,
        akumulasi=tuple(b | build_tahun(bahan, b) for b in _baris(akumulasi)),
        jabatan=_baris(jabatan),
        level=_baris(build_skor_level(bahan, jabatan)),
        unit=_baris(build_skor_unit(bahan, jabatan)),
        sebaran=_baris(build_sebaran(bahan, akumulasi)),
        anggaran=build_anggaran(bahan),
    )


def build_pokok_lalu(bahan: Bahan) -> dict[Triwulan, Pokok]:
    """The same figures s.d. each triwulan of the year up to this one; a closed one as it was
    printed FINAL, an open one as it is known now."""
    hasil = {
        t: build_pokok(find_tercetak(bahan, t) or build_kini(bahan, t))
        for t in bahan.triwulan.sampai_dengan()[:-1]
    }
    return {**hasil, bahan.triwulan: build_pokok(bahan)}


def is_kurang(baris: Isi) -> bool:
    """Below target s.d. TW, of the whole year below the annual target."""
    return is_di_bawah_target(baris[DINILAI])


def _baris(tabel: pd.DataFrame) -> tuple[Isi, ...]:
    return tuple({str(k): v for k, v in b.items()} for b in tabel.to_dict("records"))


def _terburuk(baris: Isi) -> tuple[float, int, str]:
    level = list(Level).index(Level(baris["Level"]))
    return baris[DINILAI], level, baris["Kode Indikator"]
