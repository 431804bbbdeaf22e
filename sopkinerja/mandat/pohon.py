"""The cascade as a tree: from the Kepala Dinas' indicators down to those of staff."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sopkinerja.istilah import Level
from sopkinerja.opd.mandat import Indikator, Kursi, Mandat


@dataclass(frozen=True)
class Simpul:
    """One indicator in the tree; `garis` are the levels of those above it, the top first."""

    indikator: Indikator
    kursi: Kursi | None
    garis: tuple[Level | None, ...] = ()
    belum_didukung: bool = False
    """Subordinates have a mandat, and none of theirs supports it."""

    @property
    def level(self) -> Level | None:
        """The level of its chair."""
        return self.kursi.level if self.kursi else None


@dataclass(frozen=True)
class Pohon:
    """The whole cascade: trees below the indicators of the OPD's head, and those left over whose
    induk is missing or unknown, with what hangs on them."""

    utama: tuple[Simpul, ...]
    lepas: tuple[Simpul, ...]


def build_pohon(mandat: Mandat) -> Pohon:
    """Every indicator stands in it exactly once, whatever its induk says."""
    penyusun = _PenyusunPohon(mandat)
    puncak = [i for i in penyusun.urut if penyusun.is_puncak(i)]
    utama = tuple(s for i in puncak for s in penyusun.walk(i, ()))
    yatim = [i for i in penyusun.urut if i not in puncak and penyusun.find_induk(i) is None]
    lepas = [s for i in yatim for s in penyusun.walk(i, ())]
    for i in penyusun.urut:
        lepas.extend(penyusun.walk(i, ()))
    return Pohon(utama, tuple(lepas))


class _PenyusunPohon:
    """Walks the indicators once; what was seen isn't seen again, so that a circle ends."""

    def __init__(self, mandat: Mandat) -> None:
        self.kursi = {k.kode: k for k in mandat.kursi}
        self.kode = {i.kode for i in mandat.indikator}
        self.urut = sorted(mandat.indikator, key=self._urutan)
        self.punya_bawahan = {k.atasan for k in mandat.kursi}
        self.didukung = {k for i in mandat.indikator for k in i.semua_induk}
        self.anak: dict[str, list[Indikator]] = {}
        for i in self.urut:
            if (induk := self.find_induk(i)) and not self.is_puncak(i):
                self.anak.setdefault(induk, []).append(i)
        self._dilihat: set[str] = set()

    def find_induk(self, indikator: Indikator) -> str | None:
        """The one it hangs on: the main one, or the first of the others that exists."""
        return next((k for k in indikator.semua_induk if k in self.kode), None)

    def is_puncak(self, indikator: Indikator) -> bool:
        """An indicator of a chair without a superior."""
        kursi = self.kursi.get(indikator.jabatan)
        return kursi is not None and kursi.atasan is None

    def walk(self, i: Indikator, garis: tuple[Level | None, ...]) -> Iterator[Simpul]:
        """An indicator and all that hangs on it, depth first."""
        if i.kode in self._dilihat:
            return
        self._dilihat.add(i.kode)
        anak = self.anak.get(i.kode, [])
        kursi = self.kursi.get(i.jabatan)
        yield Simpul(
            i, kursi, garis, i.kode not in self.didukung and i.jabatan in self.punya_bawahan
        )
        for a in anak:
            yield from self.walk(a, (*garis, kursi.level if kursi else None))

    def _urutan(self, i: Indikator) -> tuple[int, str, str, str]:
        kursi = self.kursi.get(i.jabatan)
        level = list(Level).index(kursi.level) if kursi else len(Level)
        return level, kursi.unit if kursi else "", i.jabatan, i.kode
