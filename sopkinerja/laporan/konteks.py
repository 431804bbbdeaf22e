"""What a rule sees: one row of a returned form beside the record of issue."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from sopkinerja.baca.takaran import TANPA_TAKARAN, Takaran
from sopkinerja.baca.tanggal import BukanTanggal
from sopkinerja.formulir.aturan import is_rumus_ditanya
from sopkinerja.formulir.baris import Bacaan, Baris
from sopkinerja.formulir.model import Tanya
from sopkinerja.istilah import Besaran, Sebutan, Triwulan
from sopkinerja.laporan.angka_masuk import AngkaMasuk
from sopkinerja.laporan.model import (
    BarisAnggaran,
    BarisLaporan,
    FormulirLaporan,
    IsianAnggaran,
    IsianCatatan,
    IsianIndikator,
    IsianMenyusul,
    Laporan,
)
from sopkinerja.laporan.nihil import is_kosong
from sopkinerja.opd.rujukan import render_dekat
from sopkinerja.renaksi.model import IsianTindak
from sopkinerja.ruang import Pengaturan
from sopkinerja.tulisan import render_kutip, render_sebaris

Asal = Literal["ketik", "rumus_kami", "rumus_asing", "rumus_tanpa_catatan"]
"""How a number came to stand in a Realisasi cell."""
MAKS_JELAS = 120
"""What a remark quotes of a Penjelasan."""


@dataclass(frozen=True)
class Realisasi:
    """A Realisasi cell as read; `tertulis` is the cached value of our formula where it differs."""

    bacaan: Bacaan
    asal: Asal
    persen: bool = False
    """The cell itself says per cent, by its format or its text."""
    tertulis: float | None = None

    @property
    def angka(self) -> float | None:
        """The number, if it is one."""
        return self.bacaan if isinstance(self.bacaan, float) else None

    @property
    def sebutan(self) -> Sebutan | None:
        """The word of a scale, if it is one."""
        return self.bacaan if isinstance(self.bacaan, Sebutan) else None


@dataclass(frozen=True)
class KonteksIndikator:
    """One indicator: as issued, as filled in, and what is known around it.

    `nilai` is the realisasi once nothing about it is in question, `capaian` what it gives. On a
    scale there is a `sebutan` and no `nilai`: rules about numbers have nothing to say there.
    """

    baris: BarisLaporan
    isian: IsianIndikator
    realisasi: Realisasi
    tempat: Baris
    formulir: FormulirLaporan
    pengaturan: Pengaturan
    jenis_berkas: str = "xlsx"
    diumumkan: bool = False
    ada_bukti_lain: bool = False
    jumlah_catatan: float | None = None
    is_tanpa_kolom: bool = False
    """The column of realisasi didn't come back."""
    is_catatan_ragu: bool = False
    """A volume of its entries can't be read: their sum says nothing yet."""
    tanya_lalu: frozenset[Tanya] = frozenset()
    nilai: float | None = None
    sebutan: Sebutan | None = None
    capaian: float | None = None
    tenggat: dt.date | BukanTanggal | None = None
    """What the Tenggat cell gave."""

    @property
    def besaran(self) -> Besaran | None:
        """The realisasi beyond question, number or word."""
        return self.nilai if self.sebutan is None else self.sebutan

    @property
    def jelas(self) -> str:
        """The row's Penjelasan, to stand behind a remark: it doesn't silence it, but is read with it."""
        return _render_jelas("Penjelasannya", self.isian.penjelasan)

    @property
    def is_jumlah_ragu(self) -> bool:
        """Whether the realisasi is the sum of entries of which one is in question."""
        return self.is_catatan_ragu and self.realisasi.asal == "rumus_kami"

    def is_pernah_ditanya(self, *kode: str) -> bool:
        """True where one of these questions was put about this very value."""
        angka = self.realisasi.angka
        return angka is not None and any(
            t.kode in kode
            and (t.tabel, t.baris, t.kolom) == ("laporan", self.baris.kode, "realisasi")
            and math.isclose(t.nilai, angka, rel_tol=1e-9, abs_tol=1e-12)
            for t in self.tanya_lalu
        )


def _render_jelas(apa: str, isi: str) -> str:
    if is_kosong(isi):
        return ""
    return f" {apa}: “{render_kutip(render_sebaris(isi), MAKS_JELAS)}”."


@dataclass(frozen=True)
class Lalu:
    """What the register knows of earlier triwulan of the year when a form is judged: the accepted
    forms of the jabatan, which triwulan are closed, and (kode, triwulan) to the row as a form of
    that triwulan asks after it."""

    laporan: Mapping[Triwulan, Laporan] = field(default_factory=dict)
    tutup: frozenset[Triwulan] = frozenset()
    baris: Mapping[tuple[str, Triwulan], BarisLaporan] = field(default_factory=dict)


@dataclass(frozen=True)
class KonteksCatatan:
    """One daily entry; `tanggal` is what its date cell gave, `kini` the day of receipt."""

    tempat: Baris
    isian: IsianCatatan
    tanggal: dt.date | BukanTanggal | None
    volume: Bacaan
    formulir: FormulirLaporan
    kini: dt.date
    takaran: Takaran = TANPA_TAKARAN
    bulan_dahulu: str = ""
    """A date of this sheet that shows that the program at work reads the month first."""
    is_tanpa_kolom: bool = False
    """The column of volumes didn't come back."""
    is_perlu_volume: bool = False
    """Realisasi of its indicator is summed from these volumes."""
    jumlah_sama: int = 1
    """How many entries say the very same: this one and its copies; 0 for a copy, told at the first."""
    is_tanpa_volume: bool = False
    """No entry of its indicator has a volume."""

    @property
    def is_volume_ragu(self) -> bool:
        """Whether its volume is in question: the sum that it belongs to says nothing yet."""
        tak_terbaca = (self.volume is not None and self.isian.volume is None) or self.is_tanpa_kolom
        return tak_terbaca or is_rumus_ditanya(self.tempat.sel.get("volume"), self.volume)


@dataclass(frozen=True)
class KonteksAnggaran:
    """One sub kegiatan; `tanpa_hasil` names its indicators whose capaian is 0."""

    tempat: Baris
    baris: BarisAnggaran
    isian: IsianAnggaran
    realisasi: Bacaan
    tanpa_hasil: tuple[str, ...] = ()

    @property
    def jelas(self) -> str:
        """The row's Keterangan, to stand behind a remark."""
        return _render_jelas("Keterangannya", self.isian.keterangan)


@dataclass(frozen=True)
class KonteksTindak:
    """One step of the Renaksi or one follow-up; `tertulis` is its Status as typed. A step may have
    a target, and what came of it."""

    tempat: Baris
    isian: IsianTindak
    tertulis: str
    realisasi: Bacaan = None
    target: float | None = None
    takaran: Takaran = TANPA_TAKARAN


@dataclass(frozen=True)
class KonteksMenyusul:
    """One row of Data Menyusul; `triwulan` and `sementara` are the texts as typed."""

    tempat: Baris
    isian: IsianMenyusul | None
    """None where its triwulan can't be told."""
    kode: str
    triwulan: str
    sementara: str
    perkiraan: dt.date | BukanTanggal | None
    realisasi: Bacaan
    formulir: FormulirLaporan
    kini: dt.date
    takaran: Takaran = TANPA_TAKARAN
    realisasi_laporan: Besaran | None = None
    lain: tuple[Besaran, ...] = ()
    """Other figures given for the same indicator and triwulan."""
    lama: AngkaMasuk | None = None
    """What the accepted forms before this one say of an earlier triwulan; None for this one."""
    tutup: bool = False
    """That triwulan is closed."""
    lapor: bool = False
    """A form of that triwulan was accepted."""


def build_contoh_kode(formulir: FormulirLaporan) -> str:
    return formulir.baris[0].kode if formulir.baris else f"{formulir.identitas.jabatan}.01"


def build_dekat(formulir: FormulirLaporan, kode: str) -> str:
    """Which indicator of the form a wrong kode may mean; empty for a blank one."""
    if not kode:
        return ""
    return render_dekat(kode, [(b.kode, b.indikator) for b in formulir.baris])
