"""What a konsolidasi is: how the figures of several triwulan become one; one class for each."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import NamedTuple, TypeVar, assert_never

from sopkinerja.istilah import Konsolidasi

N = TypeVar("N", float, Decimal)


class KalimatKonsolidasi(NamedTuple):
    """What people read of a konsolidasi."""

    kata: str
    """What the year is of its quarters."""
    cara_mengisi: str
    """What the quarterly form asks for."""
    arti: str
    bantuan: str
    """The same with a short example, beside the cell."""
    anjuran: str
    """The same for the instructions."""
    penjelasan: tuple[str, str]
    """Meaning and a worked example, for those who choose."""


class CiriKonsolidasi(NamedTuple):
    """What each quarter's figure is."""

    menjumlah: bool
    """Quarters add up: each is what was done in it, the sum of its Catatan; bands can't."""
    terakhir: bool
    """A quarter's figure is a position that takes the place of the one before."""
    merata: bool
    """A quarter that owes nothing changes the outcome, and is left out."""


class Penyatuan(ABC):
    """What one konsolidasi means."""

    @property
    @abstractmethod
    def kalimat(self) -> KalimatKonsolidasi: ...

    @property
    @abstractmethod
    def ciri(self) -> CiriKonsolidasi: ...

    @abstractmethod
    def gabung(self, nilai: Sequence[N], jumlah: N) -> N:
        """One figure out of some, in their order; `jumlah` is their sum, reckoned as the caller
        reckons. Not empty."""

    @abstractmethod
    def render_hitungan(self, nilai: Sequence[str]) -> str:
        """The same in words: `8 + 11`."""

    @abstractmethod
    def build_rumus(self, tw: str, banyak: str, terakhir: str) -> str:
        """The same in Excel: over the range of the quarters, the count of those that owe something
        and the last of them."""


class Jumlah(Penyatuan):
    """The quarters are added."""

    kalimat = KalimatKonsolidasi(
        kata="jumlah",
        cara_mengisi="hasil TW ini saja",
        arti="target TW dijumlahkan",
        bantuan="target TW dijumlahkan (10+10+10+10 = 40)",
        anjuran="dijumlahkan",
        penjelasan=(
            "Hasil setiap triwulan dijumlahkan.",
            "Pameran yang diikuti: TW I–IV 1, 2, 2, 1; Target Tahun 6.",
        ),
    )
    ciri = CiriKonsolidasi(menjumlah=True, terakhir=False, merata=False)

    def gabung(self, nilai: Sequence[N], jumlah: N) -> N:
        return jumlah

    def render_hitungan(self, nilai: Sequence[str]) -> str:
        return " + ".join(nilai)

    def build_rumus(self, tw: str, banyak: str, terakhir: str) -> str:
        return f"SUM({tw})"


class RataRata(Penyatuan):
    """The mean of the quarters that owe something."""

    kalimat = KalimatKonsolidasi(
        kata="rata-rata",
        cara_mengisi="rata-rata TW ini",
        arti="dirata-ratakan, tanpa TW kosong dan 0 (Naik)",
        bantuan="dirata-ratakan, tanpa TW kosong dan 0 (Naik)",
        anjuran="dirata-ratakan",
        penjelasan=(
            "Hasil setiap triwulan dirata-ratakan.",
            "Hari penyelesaian surat: TW I–IV 3, 3, 4, 2; Target Tahun 3.",
        ),
    )
    ciri = CiriKonsolidasi(menjumlah=False, terakhir=False, merata=True)

    def gabung(self, nilai: Sequence[N], jumlah: N) -> N:
        return jumlah / len(nilai)

    def render_hitungan(self, nilai: Sequence[str]) -> str:
        return f"({' + '.join(nilai)}) ÷ {len(nilai)}"

    def build_rumus(self, tw: str, banyak: str, terakhir: str) -> str:
        return f"SUM({tw})/MAX(1,{banyak})"


class Terakhir(Penyatuan):
    """The last quarter's position."""

    kalimat = KalimatKonsolidasi(
        kata="nilai terakhir",
        cara_mengisi="posisi s.d. akhir TW",
        arti="posisi TW terakhir yang dipakai",
        bantuan="posisi s.d. akhir TW (10, 20, 30, 40: setahun 40)",
        anjuran="posisi s.d. akhir triwulan, yang terakhir menjadi target tahun",
        penjelasan=(
            "Posisi sampai akhir triwulan; yang terakhir menjadi target tahun.",
            "Nilai AKIP: TW IV 78,5 saja; Target Tahun 78,5. "
            "Serapan: 20, 45, 70, 96; Target Tahun 96.",
        ),
    )
    ciri = CiriKonsolidasi(menjumlah=False, terakhir=True, merata=False)

    def gabung(self, nilai: Sequence[N], jumlah: N) -> N:
        return nilai[-1]

    def render_hitungan(self, nilai: Sequence[str]) -> str:
        return nilai[-1]

    def build_rumus(self, tw: str, banyak: str, terakhir: str) -> str:
        return terakhir


_JUMLAH, _RATA_RATA, _TERAKHIR = Jumlah(), RataRata(), Terakhir()


def find_penyatuan(konsolidasi: Konsolidasi) -> Penyatuan:
    """What that konsolidasi means; a new member of the vocabulary gets its class here."""
    match konsolidasi:
        case Konsolidasi.JUMLAH:
            return _JUMLAH
        case Konsolidasi.RATA_RATA:
            return _RATA_RATA
        case Konsolidasi.TERAKHIR:
            return _TERAKHIR
        case _:
            assert_never(konsolidasi)


PENYATUAN = {k: find_penyatuan(k) for k in Konsolidasi}


def list_konsolidasi(cocok: Callable[[CiriKonsolidasi], bool]) -> tuple[Konsolidasi, ...]:
    """Those of whose quarters something holds."""
    return tuple(k for k in Konsolidasi if cocok(PENYATUAN[k].ciri))


MENJUMLAH = list_konsolidasi(lambda c: c.menjumlah)
BERPOSISI = list_konsolidasi(lambda c: c.terakhir)
MERATA = list_konsolidasi(lambda c: c.merata)
DIJELASKAN = tuple(sorted(Konsolidasi, key=MERATA.__contains__))
"""All, in the order in which they are explained: the mean last."""


def build_pilihan(sel: str, isi: Callable[[Penyatuan], str]) -> str:
    """One Excel expression for each konsolidasi, chosen by the cell that names it; else blank."""
    hasil = '""'
    for k in reversed(Konsolidasi):
        hasil = f'IF({sel}="{k}",{isi(PENYATUAN[k])},{hasil})'
    return hasil
