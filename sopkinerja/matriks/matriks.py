"""The matrix of one triwulan: rows, scores, twins and budget, computed once; writers only print it."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from sopkinerja.istilah import Level
from sopkinerja.matriks.akumulasi import build_semua_baris
from sopkinerja.matriks.anggaran import AnggaranMatriks, build_anggaran
from sopkinerja.matriks.baris import BarisMatriks, Skor
from sopkinerja.matriks.kembar import Kembar, build_keterangan, find_berbeda, list_sisi
from sopkinerja.matriks.model import Bahan, JabatanMatriks
from sopkinerja.matriks.nilai import (
    build_hitung_status,
    build_sebaran,
    build_skor_jabatan,
    build_skor_level,
    build_skor_unit,
)


@dataclass(frozen=True)
class Matriks:
    """What every document of rows 5 and 6 prints. Status, predikat and scores are of Capaian s.d.
    TW; of material that speaks of the whole year they are of Capaian Tahun."""

    bahan: Bahan
    baris: tuple[BarisMatriks, ...]
    """By level, Kepala Dinas first, unit, kode."""
    jabatan: tuple[Skor, ...]
    kembar: tuple[Kembar, ...]
    """Twins that differ."""
    anggaran: tuple[AnggaranMatriks, ...]

    @cached_property
    def level(self) -> tuple[Skor, ...]:
        """The scores of the levels."""
        return build_skor_level(self.bahan, self.jabatan)

    @cached_property
    def unit(self) -> tuple[Skor, ...]:
        """The scores of the units."""
        return build_skor_unit(self.bahan, self.jabatan)

    @cached_property
    def sebaran(self) -> Mapping[str, int]:
        """How many indicators have each predikat, then each other status."""
        return build_sebaran(self.bahan, self.baris)

    @cached_property
    def status(self) -> Mapping[str, int]:
        """How many indicators have each status, those of vacant chairs apart."""
        return build_hitung_status(self.bahan, self.baris)

    @cached_property
    def kursi(self) -> dict[str, JabatanMatriks]:
        """The chairs by their kode."""
        return {j.kode: j for j in self.bahan.jabatan}

    @cached_property
    def per_kode(self) -> dict[str, BarisMatriks]:
        """The rows by kode indikator."""
        return {b.kode: b for b in self.baris}

    @cached_property
    def sisi_kembar(self) -> tuple[Kembar, ...]:
        """The twins that differ, each as either side sees it."""
        return tuple(list_sisi(self.kembar))

    @property
    def iku(self) -> tuple[BarisMatriks, ...]:
        """The Kepala Dinas' own indicators."""
        return tuple(b for b in self.baris if b.level is Level.KEPALA_DINAS)

    @property
    def dihitung(self) -> tuple[BarisMatriks, ...]:
        """The rows that could be assessed."""
        return tuple(b for b in self.baris if b.is_dihitung)

    @property
    def kurang(self) -> tuple[BarisMatriks, ...]:
        """What is below target, worst first."""
        return tuple(sorted((b for b in self.baris if b.is_kurang), key=_terburuk))

    def milik(self, *jabatan: str) -> tuple[BarisMatriks, ...]:
        """The rows of some jabatan, in the order of the matrix."""
        ke = (n for kode in set(jabatan) for n in self._letak.get(kode, ()))
        return tuple(self.baris[n] for n in sorted(ke))

    @cached_property
    def _letak(self) -> dict[str, list[int]]:
        """Which rows a jabatan has."""
        hasil: dict[str, list[int]] = {}
        for ke, b in enumerate(self.baris):
            hasil.setdefault(b.jabatan.kode, []).append(ke)
        return hasil

    def skor_jabatan(self, *jabatan: str) -> tuple[Skor, ...]:
        """The scores of some jabatan, in the order of the matrix."""
        ke = (self._letak_skor[kode] for kode in set(jabatan) if kode in self._letak_skor)
        return tuple(self.jabatan[n] for n in sorted(ke))

    @cached_property
    def _letak_skor(self) -> dict[str, int]:
        return {s.kode: ke for ke, s in enumerate(self.jabatan)}

    @cached_property
    def berisi(self) -> Mapping[tuple[str, Level], tuple[Skor, ...]]:
        """The scores of jabatan that have indicators, by the kode of their unit and their level."""
        hasil: dict[tuple[str, Level], list[Skor]] = {}
        for s in self.jabatan:
            if s.indikator:
                kursi = self.kursi[s.kode]
                hasil.setdefault((kursi.unit, kursi.level), []).append(s)
        return {tempat: tuple(skor) for tempat, skor in hasil.items()}

    def skor_level(self, level: Level) -> Skor:
        """The score of a level."""
        return next(s for s in self.level if s.kode == level)


def _terburuk(baris: BarisMatriks) -> tuple[float, int, str]:
    assert baris.capaian is not None
    return baris.capaian, list(Level).index(baris.level), baris.kode


def build_matriks(bahan: Bahan, hanya: Collection[str] | None = None) -> Matriks:
    """All rows and what follows from them; with `hanya` those of these jabatan alone, and then the
    scores of level and unit run over them alone and there is no anggaran."""
    kembar = find_berbeda(bahan)
    baris = build_semua_baris(bahan, build_keterangan(kembar), hanya)
    anggaran = () if hanya is not None else build_anggaran(bahan)
    return _sum_up(bahan, baris, kembar, anggaran, hanya)


def _sum_up(
    bahan: Bahan,
    baris: tuple[BarisMatriks, ...],
    kembar: tuple[Kembar, ...],
    anggaran: tuple[AnggaranMatriks, ...],
    hanya: Collection[str] | None = None,
) -> Matriks:
    return Matriks(
        bahan=bahan,
        baris=baris,
        jabatan=build_skor_jabatan(bahan, baris, hanya),
        kembar=kembar,
        anggaran=anggaran,
    )


def apply_setahun(matriks: Matriks, setahun: bool) -> Matriks:
    """The same figures judged by the annual target, or by that s.d. TW; no row is computed anew."""
    if matriks.bahan.setahun is setahun:
        return matriks
    bahan = replace(matriks.bahan, setahun=setahun)
    baris = tuple(replace(b, setahun=setahun) for b in matriks.baris)
    return _sum_up(bahan, baris, matriks.kembar, matriks.anggaran)


def apply_nomor(matriks: Matriks, nomor: int) -> Matriks:
    """The same matrix as that printing of a document."""
    return replace(matriks, bahan=replace(matriks.bahan, nomor_cetak=nomor))
