"""What the matrix and the LHE of a pemda are made of: each OPD as it was closed, and who is left out."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, NamedTuple

from sopkinerja.cetak.tabel import Isi
from sopkinerja.istilah import Level, StatusHasil, Triwulan
from sopkinerja.katalog import Kode
from sopkinerja.laporan.capaian import is_di_bawah_target
from sopkinerja.matriks.baris import Skor
from sopkinerja.ruang import Pengaturan
from sopkinerja.temuan import Temuan
from sopkinerja.tulisan import build_inti


class JenisSumber(StrEnum):
    """What an OPD is read from."""

    RUANG = "ruang kerja"
    BUNDEL = "bundel"


class Sumber(NamedTuple):
    """Where an OPD was read: the folder or file as it was named, and the SHA-256 of the register
    (of a bundle: of the bundle) that was read; empty where there was none."""

    jenis: JenisSumber
    tempat: str
    sha256: str = ""


class CetakanFinal(NamedTuple):
    """A document of the OPD that was printed FINAL: its file's name and its SHA-256."""

    nama: str
    sha256: str


class BarisOpd(NamedTuple):
    """A row of an OPD's FINAL matrix: what is counted of it, and its cells as they are printed."""

    level: Level
    kode: str
    indikator: str
    satuan: str
    capaian: float | None
    status: StatusHasil
    hambatan: str
    rekomendasi: str
    sel: tuple[Isi, ...]
    """In the columns of the sheet `Matriks`."""

    @property
    def is_kurang(self) -> bool:
        """Below target."""
        return is_di_bawah_target(self.capaian)

    @property
    def is_dihitung(self) -> bool:
        """Whether it could be assessed."""
        return self.status is StatusHasil.DIHITUNG


@dataclass(frozen=True)
class OpdTutup:
    """An OPD whose triwulan is closed, as it was printed FINAL."""

    sumber: Sumber
    kunci: str
    """Its singkatan as a slug: the same OPD has the same."""
    nama: str
    singkatan: str
    pemda: str
    tempat: str
    ditutup: dt.datetime
    revisi: int
    versi_pk: int
    sidik: str
    """SHA-256 of the material that was frozen."""
    pengaturan: Pengaturan
    """The settings that it was closed with."""
    jabatan: int
    """So many that have a holder."""
    lapor: int
    level: tuple[Skor, ...]
    """One for each of the five, highest first."""
    baris: tuple[BarisOpd, ...]
    final: tuple[CetakanFinal, ...]
    catatan: tuple[Temuan, ...] = ()
    """What must be told of it, though it counts."""

    @property
    def iku(self) -> tuple[BarisOpd, ...]:
        """The Kepala Dinas' own indicators."""
        return tuple(b for b in self.baris if b.level is Level.KEPALA_DINAS)

    @property
    def tercapai(self) -> int:
        """How many IKU reached their target."""
        return sum(b.is_dihitung and not b.is_kurang for b in self.iku)

    @property
    def kurang(self) -> tuple[BarisOpd, ...]:
        """The IKU below target, the lowest first."""
        kurang = (b for b in self.iku if b.is_kurang)
        return tuple(sorted(kurang, key=lambda b: (b.capaian or 0.0, b.kode)))

    @property
    def dinilai(self) -> int:
        """How many IKU could be assessed."""
        return sum(b.is_dihitung for b in self.iku)

    @property
    def skor(self) -> Skor:
        """That of its Kepala Dinas."""
        return self.level[0]


class Periode(NamedTuple):
    """The triwulan that is put together."""

    tahun: int
    triwulan: Triwulan

    def render(self) -> str:
        """`TW I 2026`."""
        return f"TW {self.triwulan.romawi} {self.tahun}"


class Luar(NamedTuple):
    """What isn't counted: whose it is as far as that is known, and why."""

    sumber: Sumber
    nama: str
    temuan: Temuan

    @classmethod
    def build(cls, sumber: Sumber, nama: str, periode: Periode, kode: Kode, **data: Any) -> Luar:
        """With the texts of the catalogue filled from where it lies and what was asked for."""
        tahun, triwulan = periode
        isi: dict[str, Any] = {"opd": nama, "tempat": sumber.tempat, "tahun": tahun}
        isi |= {"triwulan": triwulan.value, "romawi": triwulan.romawi}
        return cls(sumber, nama, Temuan(kode, **(isi | data)))


@dataclass(frozen=True)
class KinerjaPemda:
    """The OPD that count, those with the lowest share of IKU that reached their target first, and
    what doesn't count."""

    periode: Periode
    waktu: dt.datetime
    opd: tuple[OpdTutup, ...]
    luar: tuple[Luar, ...]

    @property
    def pemda(self) -> str:
        """Whose OPD they are, as the first of them says it."""
        return self.opd[0].pemda

    @property
    def pengaturan(self) -> Pengaturan | None:
        """The settings that figures over all OPD are read by; None where the OPD have different
        ones."""
        sama = len({read_aturan(o.pengaturan) for o in self.opd}) == 1
        return self.opd[0].pengaturan if sama else None

    @property
    def jumlah(self) -> int:
        """How many OPD were named, counted or not; one of two places is one."""
        semua = [o.nama for o in self.opd] + [x.nama for x in self.luar]
        return len(set(map(build_inti, semua)))

    @property
    def tanda(self) -> str:
        """`FINAL` where every OPD counts, `SEMENTARA` as long as one is missing."""
        return "SEMENTARA" if self.luar else "FINAL"


PENENTU = ("rumus_turun", "rumus_rentang", "batas_capaian", "predikat")
"""The settings that a figure or its predikat depends on."""


def read_aturan(pengaturan: Pengaturan) -> str:
    """Those settings, to be compared."""
    return pengaturan.model_dump_json(include=set(PENENTU))
