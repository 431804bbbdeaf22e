"""Who: the OPD, its units, chairs and people, as the referensi workbook gives them."""

from __future__ import annotations

import datetime as dt

from pydantic import Field

from sopkinerja.istilah import Beku, Besaran, Kedudukan, Kepegawaian, Level, Libur, Target
from sopkinerja.opd.indeks import find_menurut
from sopkinerja.opd.mandat import Indikator
from sopkinerja.skala import SKALA_BAWAAN, Skala


class Opd(Beku):
    """The sheet `OPD` (Kunci, Nilai)."""

    tahun: int
    nama: str
    singkatan: str
    pemda: str
    alamat: str = ""
    telepon: str = ""
    tempat: str = ""
    logo: str = ""
    nomor_sop: str = ""
    tanggal_sop: dt.date | None = None
    atasan_nama: str = ""
    atasan_jabatan: str = ""
    kasubag_program: str = ""
    """Kode of the jabatan that is the Kasubag Program."""


class Unit(Beku):
    """A bidang, sekretariat, subbag or UPT."""

    kode: str
    nama: str
    induk: str | None = None


class Jabatan(Beku):
    """A chair, not a person; `atasan` is a kode and never derived from the level."""

    kode: str
    nama: str
    level: Level
    unit: str
    atasan: str | None = None
    tusi: str = ""
    mulai: dt.date | None = None
    sampai: dt.date | None = None


class Pegawai(Beku):
    """One holding of one chair by one person (a person with two chairs stands here twice)."""

    nip: str | None
    nama: str
    kepegawaian: Kepegawaian
    golongan: str = ""
    jabatan: str
    kedudukan: Kedudukan = Kedudukan.DEFINITIF
    mulai: dt.date | None = None
    sampai: dt.date | None = None
    telepon: str = ""
    surel: str = ""

    def is_menjabat(self, tanggal: dt.date) -> bool:
        """True where this holding covers the date."""
        return (self.mulai is None or self.mulai <= tanggal) and (
            self.sampai is None or tanggal <= self.sampai
        )


class BarisRenstra(Beku):
    """A five-year indicator; `target` maps a year to its target text as typed."""

    kode: str
    sasaran: str
    indikator: str
    satuan: str
    target: dict[int, str] = Field(default_factory=dict)
    standar_nasional: str = ""
    """The national figure or standard as typed; empty where there is none."""


def is_di_bawah(kode: str, atas: str) -> bool:
    """Whether a DPA code lies below another: `3.30.05.1.01` below `3.30.05`."""
    return kode.startswith(f"{atas}.")


class BarisDpa(Beku):
    """A line of the DPA; pagu in rupiah; only a sub kegiatan has a penanggung jawab."""

    tahun: int
    kode: str
    uraian: str
    pagu: float
    unit: str = ""
    penanggung_jawab: str | None = None
    sumber_dana: str = ""
    realisasi_tw: tuple[float | None, float | None, float | None, float | None] = (
        None,
        None,
        None,
        None,
    )
    """Realisasi per triwulan where the Kasubag enters it here (rupiah, that triwulan alone)."""


class BarisCapaianLalu(Beku):
    """What an indicator came to in a year before the register knew of it."""

    kode: str
    tahun: int
    satuan: str
    target_tahun: Target = None
    realisasi_tahun_lalu: Besaran | None = None


class BarisSkala(Beku):
    """One word of a scale; `batas` is the least number that belongs to it."""

    skala: str
    sebutan: str
    nilai: float | None = None
    batas: float | None = None


class Referensi(Beku):
    """The whole referensi workbook, free of galat."""

    opd: Opd
    unit: tuple[Unit, ...]
    jabatan: tuple[Jabatan, ...]
    pegawai: tuple[Pegawai, ...]
    renstra: tuple[BarisRenstra, ...] = ()
    dpa: tuple[BarisDpa, ...] = ()
    libur: tuple[Libur, ...] = ()
    skala: tuple[Skala, ...] = SKALA_BAWAAN
    mandat: tuple[Indikator, ...] = ()
    capaian_lalu: tuple[BarisCapaianLalu, ...] = ()

    def untuk_tahun(self, tahun: int) -> Referensi:
        """The same seen from another year: what is asked for without naming a year is of that one."""
        return self.model_copy(update={"opd": self.opd.model_copy(update={"tahun": tahun})})

    def cari_jabatan(self, kode: str) -> Jabatan | None:
        """The chair of that kode, or None."""
        return next(iter(find_menurut(self.jabatan, "kode", kode)), None)

    def cari_unit(self, kode: str) -> Unit | None:
        """The unit of that kode, or None."""
        return next(iter(find_menurut(self.unit, "kode", kode)), None)

    def pemangku(self, jabatan: str, tanggal: dt.date) -> Pegawai | None:
        """Who holds the chair on that day (definitif before Plt. before Plh.); None: lowong."""
        urutan = list(Kedudukan)
        milik = find_menurut(self.pegawai, "jabatan", jabatan)
        calon = [p for p in milik if p.is_menjabat(tanggal)]
        return min(calon, key=lambda p: urutan.index(p.kedudukan), default=None)

    def bawahan(self, jabatan: str) -> tuple[Jabatan, ...]:
        """The chairs whose atasan is this one."""
        return find_menurut(self.jabatan, "atasan", jabatan)
