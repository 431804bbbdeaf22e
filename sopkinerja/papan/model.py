"""What the board shows: a line for each jabatan, how far each unit and level has come, reminders."""

from __future__ import annotations

from typing import NamedTuple

from sopkinerja.formulir.edaran import Papan
from sopkinerja.formulir.model import BarisStatus
from sopkinerja.istilah import Keadaan


class Saluran(NamedTuple):
    """How a person is reached, and links that open the reminder there; empty where that isn't known,
    or isn't to be told."""

    telepon: str = ""
    surel: str = ""
    whatsapp: str = ""
    mailto: str = ""


TANPA_SALURAN = Saluran()


class BarisPapan(NamedTuple):
    """A line of the board in words; `salah` is what the newest return lacks, `berkas` the name of
    the correction form that is out and `tautan` the way to it from the board."""

    status: BarisStatus
    unit: str
    keadaan: str
    tanda: str
    keterangan: str = ""
    salah: str = ""
    berkas: str = ""
    tautan: str = ""
    pengingat: str = ""
    saluran: Saluran = TANPA_SALURAN

    @property
    def is_selesai(self) -> bool:
        """Whether nothing is waited for: accepted, or a vacant chair."""
        return self.status.keadaan in (Keadaan.DITERIMA, Keadaan.LOWONG)


class Kemajuan(NamedTuple):
    """How many of a unit or level are done, out of all that have a holder, and who isn't."""

    nama: str
    selesai: int
    jumlah: int
    belum: tuple[BarisPapan, ...]
    pengingat: str = ""
    whatsapp: str = ""


class PapanCetak(NamedTuple):
    """The board of one day, ready to be written."""

    papan: Papan
    opd: str
    judul: str
    per: str
    tenggat: str
    baris: tuple[BarisPapan, ...]
    unit: tuple[Kemajuan, ...]
    level: tuple[Kemajuan, ...]
    peringatan: str = ""
    """That it holds phone numbers; empty where it may be passed on."""

    @property
    def is_banyak(self) -> bool:
        """Whether there is more than one jabatan to count and to filter."""
        return len(self.baris) > 1

    @property
    def hitung(self) -> dict[str, int]:
        """How many stand in each keadaan, what asks for work first."""
        semua = [b.keadaan for b in self.baris]
        return {k: semua.count(k) for k in dict.fromkeys(semua)}
