"""Closed vocabularies: the words of the SOP that the whole package shares."""

from __future__ import annotations

import calendar
import datetime as dt
from enum import IntEnum, StrEnum
from typing import Any

from pydantic import BaseModel, ConfigDict

BULAN = (
    "Januari",
    "Februari",
    "Maret",
    "April",
    "Mei",
    "Juni",
    "Juli",
    "Agustus",
    "September",
    "Oktober",
    "November",
    "Desember",
)


class Level(StrEnum):
    """The five columns of the SOP, highest first."""

    KEPALA_DINAS = "Kepala Dinas"
    KABID = "Kabid"
    KASUBAG = "Kasubag/Kasi"
    JFK = "Pejabat Fungsional/JFK"
    JFU = "Staf/JFU"


class Triwulan(IntEnum):
    """A quarter of the budget year; printed in Roman numerals."""

    I = 1  # noqa: E741 - the name that every document prints
    II = 2
    III = 3
    IV = 4

    @property
    def romawi(self) -> str:
        """`I` to `IV`."""
        return self.name

    @property
    def bulan(self) -> tuple[int, int, int]:
        """The three month numbers, 1 to 12."""
        awal = 3 * self.value - 2
        return awal, awal + 1, awal + 2

    def awal(self, tahun: int) -> dt.date:
        """First day of the triwulan."""
        return dt.date(tahun, self.bulan[0], 1)

    def akhir(self, tahun: int) -> dt.date:
        """Last day of the triwulan."""
        bulan = self.bulan[2]
        return dt.date(tahun, bulan, calendar.monthrange(tahun, bulan)[1])

    def akhir_berikut(self, tahun: int) -> dt.date:
        """Last day of the triwulan after it."""
        if self is Triwulan.IV:
            return Triwulan.I.akhir(tahun + 1)
        return Triwulan(self + 1).akhir(tahun)

    def sampai_dengan(self) -> tuple[Triwulan, ...]:
        """This triwulan and those before it in the year, in order."""
        return tuple(t for t in Triwulan if t <= self)


class Polaritas(StrEnum):
    """Which way is good: more, less, or inside a band."""

    NAIK = "Naik"
    TURUN = "Turun"
    RENTANG = "Rentang"


class Aspek(StrEnum):
    """Which side of the work an indicator of an SKP measures."""

    KUANTITAS = "Kuantitas"
    KUALITAS = "Kualitas"
    WAKTU = "Waktu"
    BIAYA = "Biaya"


class JenisKerja(StrEnum):
    """Where a hasil kerja stands on an SKP."""

    UTAMA = "Utama"
    TAMBAHAN = "Tambahan"


class Konsolidasi(StrEnum):
    """How the figures of several triwulan add up to one."""

    JUMLAH = "Jumlah"
    RATA_RATA = "Rata-rata"
    TERAKHIR = "Terakhir"


class Formulir(StrEnum):
    """The kinds of form that come back through inbox/."""

    MANDAT = "mandat"
    RENAKSI = "renaksi"
    LAPORAN = "laporan"
    RAPAT = "rapat"

    @property
    def is_edaran(self) -> bool:
        """Whether every jabatan gets one; else there is one for the whole OPD."""
        return self is not Formulir.RAPAT


class JenisLampiran(StrEnum):
    """The signed papers whose scans are kept."""

    PK = "pk"
    RENAKSI = "renaksi"
    LHE = "lhe"
    EVALUASI_RENJA = "evaluasi-renja"
    NOTULEN = "notulen"
    DAFTAR_HADIR = "daftar-hadir"

    @property
    def sebutan(self) -> str:
        """How a document names it."""
        if self in (JenisLampiran.RENAKSI, JenisLampiran.EVALUASI_RENJA):
            return self.value.replace("-", " ").title()
        return self.value.upper() if len(self.value) <= 3 else self.value.replace("-", " ")


class StatusHasil(StrEnum):
    """What can be said of an indicator: exactly one of five."""

    DIHITUNG = "dihitung"
    BELUM_DAPAT_DINILAI = "belum dapat dinilai"
    BELUM_LAPOR = "belum lapor"
    TIDAK_VALID = "tidak valid"
    DATA_MENYUSUL = "data menyusul"


class Putusan(StrEnum):
    """What became of a file that came in."""

    DITERIMA = "diterima"
    PERLU_PERBAIKAN = "perlu_perbaikan"
    DUPLIKAT = "duplikat"
    USANG = "usang"
    KONFLIK = "konflik"
    KARANTINA = "karantina"
    DILEWATI = "dilewati"


class Keadaan(StrEnum):
    """Where a jabatan stands on the return board."""

    DITERIMA = "diterima"
    BELUM = "belum"
    TERLAMBAT = "terlambat"
    PERBAIKAN = "perbaikan"
    KONFLIK = "konflik"
    LOWONG = "lowong"


class KeadaanTindak(StrEnum):
    """How far a step of the Renaksi or a follow-up has come."""

    SELESAI = "selesai"
    BERJALAN = "berjalan"
    BELUM = "belum"


class Kedudukan(StrEnum):
    """On what footing a person holds a jabatan."""

    DEFINITIF = "Definitif"
    PLT = "Plt."
    PLH = "Plh."


class Kepegawaian(StrEnum):
    """Employment: civil servant, contract civil servant, or neither."""

    PNS = "PNS"
    PPPK = "PPPK"
    NON_ASN = "Non-ASN"


_TANPA: set[str] = set()


class Beku(BaseModel):
    """A record that nobody changes. It doesn't keep which of its fields were given: pydantic's set
    of them is larger than all else in most records, of which a large office has tens of thousands."""

    model_config = ConfigDict(frozen=True, defer_build=True)

    def model_post_init(self, context: Any, /) -> None:
        """All share one empty set."""
        object.__setattr__(self, "__pydantic_fields_set__", _TANPA)


class Rentang(Beku):
    """A band target, written `2,5 s.d. 4,5`; both bounds belong to it."""

    bawah: float
    atas: float


def get_batas(target: float | Rentang) -> tuple[float, float]:
    """The bounds of a band; a number is its own both bounds."""
    return (target.bawah, target.atas) if isinstance(target, Rentang) else (target, target)


class Sebutan(Beku):
    """A word of a scale, as `WTP` or `BB`; `angka` is the number it was read from, where it was."""

    sebutan: str
    nilai: float
    """Its place on the scale, which capaian is computed from."""
    angka: float | None = None


Besaran = float | Sebutan
"""What was measured: a number, or a word of a scale."""
Target = float | Rentang | Sebutan | None
"""A number, a band, a word of a scale, or no target in that triwulan."""


class Pejabat(Beku):
    """A person as a signature block prints them; `jabatan` begins with Plt./Plh. where due."""

    nama: str
    jabatan: str
    nip: str = ""
    """In its printed groups, `19800101 200501 1 001`."""
    pangkat: str = ""
    """`Pembina Tingkat I (IV/b)`; empty for PPPK and non-ASN."""

    @property
    def kedudukan(self) -> str:
        """`Plt.` or `Plh.`; empty for who holds the chair for good."""
        sementara = (Kedudukan.PLT, Kedudukan.PLH)
        return next((k.value for k in sementara if self.jabatan.startswith(f"{k.value} ")), "")


def render_sebagai(jabatan: str, pemangku: Pejabat | None) -> str:
    """The chair as who holds it answers for it: `Plt. Kepala Bidang`; its bare name for good, or
    where nobody does."""
    return f"{pemangku.kedudukan} {jabatan}".strip() if pemangku else jabatan


class Libur(Beku):
    """A day that overrides the national calendar."""

    tanggal: dt.date
    keterangan: str
