"""One row of a returned form, as it came."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from sopkinerja.baca.angka import BukanAngka, DuaBacaan
from sopkinerja.baca.sebutan import BukanSebutan
from sopkinerja.baca.sel import Sel
from sopkinerja.istilah import Sebutan
from sopkinerja.lembar.tabel import Tabel
from sopkinerja.temuan import Letak

Bacaan = float | DuaBacaan | BukanAngka | Sebutan | BukanSebutan | None
"""What read_angka, or read_sebutan, made of a cell."""


@dataclass(frozen=True)
class Baris:
    """One row as it came: its cells, and where they are by keys."""

    tata: Tabel
    kunci: str
    lembar: str
    sel: Mapping[str, Sel]
    pinjam: Mapping[str, Baris] = field(default_factory=dict)
    """Columns that stand in another row than this one."""
    ragu: bool = False
    """It visibly says two things: nobody knows whose its figure is."""

    @property
    def tabel(self) -> str:
        """The name of its table."""
        return self.tata.nama

    def letak(self, kolom: str, *lain: str) -> Letak:
        """The place of one of its cells, also of one that isn't there; of several, all addresses
        (`M12, N12`) and the first column."""
        if lain:
            semua = [self.letak(k) for k in (kolom, *lain)]
            return semua[0]._replace(sel=", ".join(x.sel for x in semua if x.sel))
        if kolom in self.pinjam:
            return self.pinjam[kolom].letak(kolom)
        sel = self.sel.get(kolom)
        return Letak(self.lembar, sel.alamat if sel else "", self.tabel, self.kunci, kolom)
