"""A unit's package: its forms, its head, and where it goes."""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

from sopkinerja.formulir.model import BarisStatus
from sopkinerja.istilah import Keadaan, Pejabat
from sopkinerja.paket.banding import Kabaran, Perbandingan, sum_kabar
from sopkinerja.paket.ganti import Ganti
from sopkinerja.papan.model import TANPA_SALURAN, Saluran


class FormulirPaket(NamedTuple):
    """One form in a package: whose, the file as it lies in outbox/, when it was issued; `ganti` is what
    becomes of the one that it replaces, `pesan` goes with it."""

    status: BarisStatus
    nama: str
    berkas: str
    sha256: str
    terbit: dt.datetime
    banding: Perbandingan = Perbandingan(Kabaran.BARU)
    ganti: Ganti | None = None
    pesan: str = ""
    saluran: Saluran = TANPA_SALURAN

    @property
    def kabar(self) -> Kabaran:
        """Whether it is to be sent, and why; whose return was accepted needs no form."""
        if self.status.keadaan is Keadaan.DITERIMA:
            return Kabaran.DITERIMA
        return self.banding.kabar


class PaketUnit(NamedTuple):
    """The package of one unit; `kepala` is who heads it (None: vacant), `jabatan_kepala` the chair."""

    kode: str
    unit: str
    nama: str
    formulir: tuple[FormulirPaket, ...]
    kepala: Pejabat | None
    jabatan_kepala: str
    pesan: str = ""
    saluran: Saluran = TANPA_SALURAN

    @property
    def terbit(self) -> dt.datetime:
        """When the newest of its forms was issued."""
        return max(f.terbit for f in self.formulir)

    @property
    def kabar(self) -> Kabaran:
        """Whether the zip is to be sent, and why."""
        return sum_kabar([f.kabar for f in self.formulir])
