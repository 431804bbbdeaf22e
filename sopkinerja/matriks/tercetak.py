"""The matrix beside its year: what was printed FINAL before it, and what of that differs now."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from sopkinerja.istilah import Triwulan
from sopkinerja.matriks.beda import Beda, compare_matriks, merge_cetakan
from sopkinerja.matriks.matriks import Matriks, apply_nomor, apply_setahun, build_matriks
from sopkinerja.matriks.model import Bahan


@dataclass(frozen=True)
class Setahun:
    """A matrix and, of every triwulan up to its own that was ever printed FINAL, the matrices of
    those printings (the first one first) and the one that would be printed now."""

    matriks: Matriks
    final: Mapping[Triwulan, tuple[Matriks, ...]]
    kini: Mapping[Triwulan, Matriks]
    beda: tuple[Beda, ...]
    """Every figure that a FINAL printing says otherwise than it is now."""

    @property
    def bahan(self) -> Bahan:
        """What the matrix is made of."""
        return self.matriks.bahan

    @cached_property
    def per_triwulan(self) -> dict[Triwulan, Matriks]:
        """The matrices s.d. each triwulan of the year up to this one; a closed one as it was
        printed FINAL, an open one as it is known now."""
        lalu = self.bahan.triwulan.sampai_dengan()[:-1]
        return {t: self._find(t) for t in lalu} | {self.bahan.triwulan: self.matriks}

    def _find(self, triwulan: Triwulan) -> Matriks:
        if triwulan in self.bahan.tutup and triwulan in self.final:
            return self.final[triwulan][-1]
        return self.kini.get(triwulan) or _build_kini(self.matriks, triwulan)


def build_setahun(matriks: Matriks, hanya: Collection[str] | None = None) -> Setahun:
    """The matrix with the printings before it; each is computed once. With `hanya`, which the
    matrix was built with, of the rows of these jabatan alone."""
    bahan = matriks.bahan
    jalan = [t for t in bahan.triwulan.sampai_dengan() if bahan.final.get(t)]
    final = {t: tuple(build_matriks(b, hanya) for b in bahan.final[t]) for t in jalan}
    kini = {t: _build_kini(matriks, t, hanya) for t in jalan}
    return Setahun(matriks, final, kini, merge_cetakan(_list_beda(matriks, final, kini)))


def build_tahun(setahun: Setahun) -> Setahun:
    """The same judged by the annual target, for the documents of the year; nothing is computed
    anew."""
    matriks = apply_setahun(setahun.matriks, True)
    beda = merge_cetakan(_list_beda(matriks, setahun.final, setahun.kini))
    return replace(setahun, matriks=matriks, beda=beda)


def apply_nomor_setahun(setahun: Setahun, nomor: int) -> Setahun:
    """The same as that printing of a document."""
    return replace(setahun, matriks=apply_nomor(setahun.matriks, nomor))


def _build_kini(
    matriks: Matriks, triwulan: Triwulan, hanya: Collection[str] | None = None
) -> Matriks:
    """The matrix s.d. that triwulan as it would read now, judged s.d. TW."""
    if triwulan is matriks.bahan.triwulan:
        return apply_setahun(matriks, False)
    bahan = build_bahan_kini(replace(matriks.bahan, setahun=False), triwulan)
    return build_matriks(bahan, hanya)


def build_bahan_kini(bahan: Bahan, triwulan: Triwulan) -> Bahan:
    """An earlier triwulan as it would read now: its own mandat, chairs and settings where it was
    ever closed, and the returns as this material knows them."""
    if not bahan.final.get(triwulan):
        return replace(
            bahan,
            triwulan=triwulan,
            pengaturan=bahan.pengaturan_untuk(triwulan),
            status=bahan.status_lalu.get(triwulan, ()),
        )
    return replace(
        bahan.final[triwulan][-1],
        terima=bahan.terima,
        tidak_valid=bahan.tidak_valid,
        tutup=bahan.tutup,
        dpa=bahan.dpa,
        alasan_buka=bahan.alasan_buka,
    )


def _list_beda(
    matriks: Matriks,
    final: Mapping[Triwulan, tuple[Matriks, ...]],
    kini: Mapping[Triwulan, Matriks],
) -> Iterator[Beda]:
    """By triwulan and printing, then of the year; what prints alike is no difference."""
    bahan = matriks.bahan
    for t, cetakan in final.items():
        for lama in cetakan:
            yield from compare_matriks(lama, kini[t], f"TW {t.romawi}")
    if bahan.setahun:
        for lama in final.get(bahan.triwulan, ()):
            yield from compare_matriks(apply_setahun(lama, True), matriks, f"Tahun {bahan.tahun}")
