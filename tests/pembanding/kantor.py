"""A random office and its year as a plan: who, what targets, what comes back when. No code of ours."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from fractions import Fraction

from tests.pembanding.hitung import Kata, Sasaran

TAHUN = 2026
MASA_TUNGGU = 40
"""In how many days an officer expects an announced figure."""
LEVEL = ("Kepala Dinas", "Kabid", "Kasubag/Kasi", "Pejabat Fungsional/JFK", "Staf/JFU")
UNIT = (("SET", "Sekretariat"), ("BDA", "Bidang Contoh Satu"), ("BDB", "Bidang Contoh Dua"),
        ("UPT", "UPT Contoh"))  # fmt: skip
AWAL = (dt.date(2026, 1, 1), dt.date(2026, 4, 1), dt.date(2026, 7, 1), dt.date(2026, 10, 1))
AKHIR = (dt.date(2026, 3, 31), dt.date(2026, 6, 30), dt.date(2026, 9, 30), dt.date(2026, 12, 31))
Empat = tuple[Sasaran, Sasaran, Sasaran, Sasaran]


@dataclass(frozen=True)
class Kursi:
    """A chair."""

    kode: str
    nama: str
    level: str
    unit: str
    atasan: str | None


@dataclass(frozen=True)
class Pegang:
    """One holding of one chair."""

    nip: str
    nama: str
    jabatan: str
    mulai: dt.date | None = None
    sampai: dt.date | None = None


@dataclass(frozen=True)
class Indikator:
    """A row of the Mandat sheet."""

    kode: str
    jabatan: str
    nama: str
    sasaran: str
    satuan: str
    polaritas: str
    konsolidasi: str
    target: Empat
    target_tahun: Sasaran
    bobot: Fraction | None = None
    terburuk: Fraction | None = None
    susul: bool = False
    lalu: Fraction | None = None
    induk: str = ""
    renstra: str = ""
    sub: str = ""


@dataclass(frozen=True)
class Sub:
    """A sub kegiatan: pagu, who answers for it, and its realisasi where the Kasubag types it."""

    kode: str
    pagu: int
    unit: str
    penanggung_jawab: str
    referensi: tuple[int | None, ...] = (None,) * 4


@dataclass(frozen=True)
class Renstra:
    """A row of the five-year plan."""

    kode: str
    indikator: str
    satuan: str
    target: tuple[Sasaran, ...]


@dataclass(frozen=True)
class Susul:
    """A row of the form's sheet Data Menyusul."""

    kode: str
    tentang: int
    angka: Fraction | None
    sementara: bool = False


@dataclass(frozen=True)
class Isian:
    """What an officer types into one form."""

    angka: dict[str, Fraction | None]
    susul: tuple[Susul, ...] = ()
    uang: dict[str, int | None] = field(default_factory=dict)
    lewat_catatan: frozenset[str] = frozenset()
    """Indicators whose figure is left to the form's own formula over Catatan."""


@dataclass(frozen=True)
class Kantor:
    """The plan of a year: two versions of the mandat where there is a revision."""

    seed: int
    kursi: tuple[Kursi, ...]
    pegang: tuple[Pegang, ...]
    indikator: tuple[tuple[Indikator, ...], ...]
    sub: tuple[tuple[Sub, ...], ...]
    renstra: tuple[Renstra, ...]
    revisi: int | None
    """The triwulan from which the second version is in force."""
    nasib: dict[tuple[str, int], str]
    isian: dict[tuple[str, int], Isian]
    """What is accepted in the end, by (jabatan, triwulan)."""
    isian_lama: dict[tuple[str, int], Isian]
    """What was accepted first, where another came later."""
    liar: frozenset[tuple[str, int]]
    """Forms that first come with a figure of Data Menyusul that nobody announced."""

    def versi(self, t: int) -> int:
        """Which version is in force in a triwulan."""
        return int(self.revisi is not None and t >= self.revisi)

    def berlaku(self, t: int) -> dict[str, Indikator]:
        """The indicators in force, by kode."""
        return {i.kode: i for i in self.indikator[self.versi(t)]}

    def lowong(self, jabatan: str, t: int) -> bool:
        """Nobody held the chair on any day of the triwulan."""
        return not any(
            p.jabatan == jabatan
            and (p.mulai is None or p.mulai <= AKHIR[t - 1])
            and (p.sampai is None or p.sampai >= AWAL[t - 1])
            for p in self.pegang
        )


def sebut(sasaran: Sasaran) -> str | float | int:
    """A target as a Kasubag types it into a cell."""
    if sasaran is None:
        return ""
    if isinstance(sasaran, Kata):
        return sasaran.teks
    if isinstance(sasaran, tuple):
        return " s.d. ".join(_teks(b) for b in sasaran)
    return sasaran.numerator if sasaran.denominator == 1 else float(sasaran)


def _teks(angka: Fraction) -> str:
    return str(float(angka)).removesuffix(".0").replace(".", ",")
