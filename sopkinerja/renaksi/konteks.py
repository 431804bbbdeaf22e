"""What a rule sees: one filled row of a returned Renaksi form beside the record of issue."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sopkinerja.baca.takaran import TANPA_TAKARAN, Takaran
from sopkinerja.baca.tanggal import BukanTanggal
from sopkinerja.formulir.baris import Bacaan, Baris
from sopkinerja.renaksi.model import FormulirRenaksi, Langkah

Bulan = int | BukanTanggal | None
"""What read_bulan made of a cell."""


@dataclass(frozen=True)
class KonteksLangkah:
    """One step as read; `nomor` is the number of its row on the form."""

    tempat: Baris
    nomor: int
    langkah: Langkah
    mulai: Bulan
    selesai: Bulan
    anggaran: Bacaan
    target: Mapping[str, Bacaan]
    """What each target cell gave, by column."""
    formulir: FormulirRenaksi
    takaran: Takaran = TANPA_TAKARAN

    def is_galat(self, kolom: str) -> bool:
        """Whether that cell holds an error of a formula."""
        sel = self.tempat.sel.get(kolom)
        return sel is not None and sel.galat is not None
