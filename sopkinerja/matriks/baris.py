"""A row of the Matriks Akumulasi and a score of it: every figure by its name and with its type."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from sopkinerja.istilah import Besaran, Level, Rentang, StatusHasil, Triwulan
from sopkinerja.laporan.capaian import is_di_bawah_target
from sopkinerja.laporan.model import IsianIndikator
from sopkinerja.laporan.tahun import find_tidak_lengkap
from sopkinerja.matriks.model import JabatanMatriks
from sopkinerja.opd.mandat import Indikator

TargetCetak = float | str | None
"""A target or result as it is printed: a number, or a band or a word of a scale in letters."""


@dataclass(frozen=True)
class Ukuran:
    """What one indicator came to over a triwulan, s.d. one, or over the year; capaian in raw per
    cent, None unless the status is `dihitung`. A triwulan to come has its target alone."""

    target: TargetCetak
    pita: Rentang | None = None
    """The bounds where the target is a band."""
    realisasi: TargetCetak = None
    asli: Besaran | None = None
    """The realisasi as it came."""
    skala: tuple[float, float] | None = None
    """On a scale: what stands for target and realisasi when they are compared."""
    capaian: float | None = None
    status: StatusHasil | None = None
    predikat: str = ""

    @property
    def bawah(self) -> float | None:
        """The lower bound of a band."""
        return self.pita.bawah if self.pita else None

    @property
    def atas(self) -> float | None:
        """The upper bound of a band."""
        return self.pita.atas if self.pita else None

    @property
    def skala_target(self) -> float | None:
        """What stands for a target on a scale."""
        return self.skala[0] if self.skala else None

    @property
    def skala_realisasi(self) -> float | None:
        """What stands for a realisasi on a scale."""
        return self.skala[1] if self.skala else None


@dataclass(frozen=True)
class BarisMatriks:
    """One indicator of one jabatan, whether it reported or not."""

    jabatan: JabatanMatriks
    unit: str
    """The unit's name."""
    pemangku: str
    sebagai: str
    """The jabatan as that person holds it: `Plt. Kepala Bidang`."""
    indikator: Indikator
    """With the target of each triwulan from the version in force in it."""
    per_triwulan: Mapping[Triwulan, Ukuran]
    """All four; those to come have their target alone."""
    tw: Ukuran
    """This triwulan's of them."""
    sd: Ukuran
    tahun: Ukuran
    """The result s.d. TW against the annual target."""
    capaian_tahun: float | None
    """Of `tahun`; None for Turun before TW IV."""
    keterangan: str
    banding: str
    """Realisasi against last year's."""
    isian: IsianIndikator
    """What the officer put on its row this triwulan; blank where nothing came."""
    sumber: str
    """The file and cell behind the figure of this triwulan."""
    tenggat: dt.date | None
    """By when its rekomendasi is to be done; None where there is none."""
    setahun: bool
    """Whether it is judged by the annual target: True in the documents of the year."""

    @property
    def kode(self) -> str:
        """Kode of the indicator."""
        return self.indikator.kode

    @cached_property
    def desimal(self) -> int:
        """The decimals of its figures: two, or more where a typed target has more."""
        return self.indikator.desimal

    @property
    def level(self) -> Level:
        """Level of the jabatan."""
        return self.jabatan.level

    @property
    def sebutan(self) -> str:
        """`Nilai ekspor (juta US$)`."""
        return f"{self.indikator.indikator} ({self.indikator.satuan})"

    @property
    def dinilai(self) -> Ukuran:
        """What status, predikat and scores are of: s.d. TW, at the year's end the year."""
        return self.tahun if self.setahun else self.sd

    @property
    def capaian(self) -> float | None:
        """The capaian that is judged."""
        return self.dinilai.capaian

    @property
    def status(self) -> StatusHasil:
        """The status of what is judged."""
        assert self.dinilai.status is not None
        return self.dinilai.status

    @property
    def predikat(self) -> str:
        """The label of what is judged; blank where nothing can be."""
        return self.dinilai.predikat

    @property
    def is_dihitung(self) -> bool:
        """True where it could be assessed."""
        return self.status is StatusHasil.DIHITUNG

    @property
    def is_kurang(self) -> bool:
        """Below target s.d. TW, of the whole year below the annual target."""
        return is_di_bawah_target(self.capaian)

    @property
    def has_sebab_berhasil(self) -> bool:
        """Whether it is told why this triwulan's target was reached."""
        tercapai = self.tw.capaian is not None and not is_di_bawah_target(self.tw.capaian)
        return tercapai and self.isian.has_penjelasan

    @property
    def tidak_lengkap(self) -> str:
        """The remark that a triwulan is missing; empty without one."""
        return find_tidak_lengkap(self.keterangan)

    @property
    def catatan(self) -> str:
        """The remarks, behind the status where that is why there is no capaian."""
        alasan = "" if self.is_dihitung else self.status.value
        return "; ".join(k for k in (alasan, self.keterangan) if k)


@dataclass(frozen=True)
class Skor:
    """The score of a jabatan, a level or a unit: a mean over those that have one, beside how many
    of how many those are."""

    kode: str
    nama: str
    nilai: float | None
    """Limited per cent; None where nothing is assessed."""
    predikat: str
    indikator: int
    dinilai: int
    tidak_lengkap: int
    """How many of the assessed figures lack a triwulan."""
    dengan_skor: int
    jabatan: int
    """Of so many jabatan `dengan_skor` have a score; a jabatan is a group of one."""
