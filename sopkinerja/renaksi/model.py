"""What a Renaksi is: action steps, the form they are asked on (the record), and what judging gives."""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Iterable
from decimal import Decimal

from pydantic import BaseModel, ConfigDict, Field

from sopkinerja.formulir.model import FormulirDasar, Mentah
from sopkinerja.istilah import (
    BULAN,
    Beku,
    KeadaanTindak,
)
from sopkinerja.istilah import Pejabat as Pejabat
from sopkinerja.lembar.tabel import Tabel, list_kunci
from sopkinerja.opd.mandat import Indikator, Pagu
from sopkinerja.renaksi.tabel import RENAKSI, TABEL
from sopkinerja.temuan import Temuan


def sum_tepat(angka: Iterable[float]) -> float:
    """A sum as people reckon it: 0.1 and 0.2 are 0.3."""
    return float(sum((Decimal(repr(a)) for a in angka), Decimal(0)))


class Langkah(Beku):
    """One action step. `kunci` (`TW1.L03`) is given by the tool and stays the same over the year;
    months are numbers from 1 to 12, anggaran is rupiah; None where nothing could be read."""

    kunci: str
    kode: str = ""
    """Kode of the indicator it serves."""
    langkah: str = ""
    bulan_mulai: int | None = None
    bulan_selesai: int | None = None
    keluaran: str = ""
    satuan: str = ""
    target_1: float | None = None
    target_2: float | None = None
    target_3: float | None = None
    """What is to be done in each month of the triwulan."""
    target_tw: float | None = None
    """What is to be done in the whole triwulan, where the months don't say."""
    penanggung_jawab: str = ""
    anggaran: float | None = None

    @property
    def target_bulan(self) -> tuple[float | None, float | None, float | None]:
        """Its targets month by month."""
        return self.target_1, self.target_2, self.target_3

    @property
    def target(self) -> float | None:
        """What is to be done in the triwulan: as it says, else its months together; None for a
        step without numbers."""
        bulan = [t for t in self.target_bulan if t is not None]
        if self.target_tw is not None or not bulan:
            return self.target_tw
        return sum_tepat(bulan)

    def render_bulan(self) -> str:
        """`April–Juni`, or `April` for one month."""
        nama = [BULAN[b - 1] for b in (self.bulan_mulai, self.bulan_selesai) if b]
        return "–".join(dict.fromkeys(nama))


class FormulirRenaksi(FormulirDasar):
    """The record of issue: the whole content of one revision of one Renaksi form."""

    versi_mandat: int
    indikator: tuple[Indikator, ...]
    """The jabatan's own, as frozen for this triwulan."""
    bawaan: tuple[Langkah, ...] = ()
    """Steps of earlier triwulan that weren't done, in the order of the form's first rows."""
    pagu: tuple[Pagu, ...] = ()
    """The sub kegiatan that the jabatan answers for."""
    ada_dpa: bool = False
    """Whether the OPD has a DPA at all: without one no budget is over its pagu."""
    anggaran_lalu: dict[int, float] = Field(default_factory=dict)
    """What the steps of each earlier triwulan cost, without those that are carried over."""

    def cari(self, kode: str) -> Indikator | None:
        """The indicator of that kode, or None."""
        return next((i for i in self.indikator if i.kode == kode), None)

    def cari_bawaan(self, kunci: str) -> Langkah | None:
        """The step that was carried over to that row of the form; None for a blank one."""
        return self.dict_bawaan().get(kunci)

    def dict_bawaan(self) -> dict[str, Langkah]:
        """What was carried over, by row key."""
        return dict(zip(list_kunci(RENAKSI.pola, len(self.bawaan)), self.bawaan, strict=True))

    def list_kunci(self) -> dict[str, tuple[str, ...]]:
        """The row keys that a correction form may point to, by table; the main one first."""
        return {"renaksi": self.list_baris(RENAKSI, self.dict_bawaan())}

    def list_tabel(self) -> tuple[Tabel, ...]:
        """The tables of its form."""
        return TABEL


class HasilRenaksi(BaseModel):
    """What judging one returned Renaksi form gave; never raises for the officer's faults.

    `baris` maps the kunci of each step to its row key.
    """

    model_config = ConfigDict(frozen=True, defer_build=True, arbitrary_types_allowed=True)

    langkah: tuple[Langkah, ...]
    temuan: tuple[Temuan, ...] = ()
    mentah: Mentah
    baris: dict[str, str] = Field(default_factory=dict)
    jumlah_gambar: int = 0


class BarisLangkah(Beku):
    """One action step of the jabatan's Renaksi, as the quarterly form asks after it.

    `kunci` stays the same while the step is carried from triwulan to triwulan; `kode` is the
    indicator it serves; `bulan` reads `April, Juni`.
    """

    kunci: str
    kode: str
    langkah: str
    bulan: str
    keluaran: str = ""
    penanggung_jawab: str = ""
    satuan: str = ""
    target: float | None = None
    """What is to be done in this triwulan; None for a step without numbers."""

    def find_tenggat(self, tahun: int) -> dt.date | None:
        """The last day of its last month; None where it names none."""
        bulan = [n for n, nama in enumerate(BULAN, 1) if nama in self.bulan]
        if not bulan:
            return None
        return dt.date(tahun, bulan[-1], calendar.monthrange(tahun, bulan[-1])[1])


class IsianTindak(Beku):
    """What the officer said of one step or one follow-up; None: not answered."""

    kunci: str
    keadaan: KeadaanTindak | None
    realisasi: float | None = None
    """How much of a step's target was done in this triwulan alone."""
    catatan: str = ""
