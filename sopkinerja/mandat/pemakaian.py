"""What was made of the frozen versions: forms issued, triwulan closed, reports accepted."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from sopkinerja.agenda.agenda import Agenda
from sopkinerja.istilah import Formulir, JenisLampiran, Triwulan
from sopkinerja.mandat.tanda_tangan import find_versi_pindaian
from sopkinerja.opd.mandat import Mandat, find_berlaku

TAK_TERBATAS = 1 << 30


@dataclass(frozen=True)
class Pemakaian:
    """`terpakai` is the newest version that something was made of (0: none; by default every one);
    `diterima` names each kode that stands in an accepted report, with the last triwulan of those;
    `beredar` the jabatan whose report forms of a triwulan are out."""

    terpakai: int = TAK_TERBATAS
    diterima: Mapping[str, Triwulan] = field(default_factory=dict)
    beredar: Mapping[Triwulan, frozenset[str]] = field(default_factory=dict)


def split_bebas(
    riwayat: Sequence[Mandat], pakai: Pemakaian, boleh: Callable[[Mandat], bool]
) -> tuple[tuple[Mandat, ...], tuple[Mandat, ...]]:
    """The versions that stay, and the newest ones that may be replaced: nothing was made of them,
    and they are of a kind that is (`boleh`)."""
    batas = len(riwayat)
    while batas and riwayat[batas - 1].versi > pakai.terpakai and boleh(riwayat[batas - 1]):
        batas -= 1
    return tuple(riwayat[:batas]), tuple(riwayat[batas:])


def read_pemakaian(
    agenda: Agenda, tahun: int, riwayat: Sequence[Mandat], diterima: Mapping[str, Triwulan]
) -> Pemakaian:
    """What the register knows of a year; `diterima` as for `Pemakaian`."""
    terpakai = max(_iter_terpakai(agenda, tahun, riwayat), default=0)
    beredar = {
        tw: frozenset(
            t.identitas.jabatan for t in agenda.read_terbitan_triwulan(Formulir.LAPORAN, tahun, tw)
        )
        for tw in Triwulan
    }
    return Pemakaian(terpakai, diterima, beredar)


def _iter_terpakai(agenda: Agenda, tahun: int, riwayat: Sequence[Mandat]) -> Iterator[int]:
    """The versions that forms were made from, that were in force in a closed triwulan, or whose PK
    came back signed."""
    for formulir in (f for f in Formulir if f is not Formulir.MANDAT):
        for tw in Triwulan:
            for t in agenda.read_terbitan_triwulan(formulir, tahun, tw):
                dasar = find_berlaku(riwayat, tw)
                yield json.loads(t.isi).get("versi_mandat") or (dasar.versi if dasar else 0)
    for tw in agenda.read_pernah_tutup(tahun):
        dasar = find_berlaku(riwayat, tw)
        yield dasar.versi if dasar else 0
    for satu in agenda.read_lampiran(tahun):
        if satu.sebagai is JenisLampiran.PK:
            yield find_versi_pindaian(agenda, riwayat, satu)
