"""Whose indicators an indicator supports: one kode or several, or the sentences of those."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Container, Iterable, Sequence
from functools import partial

from sopkinerja.opd.mandat import Indikator
from sopkinerja.opd.model import Jabatan
from sopkinerja.opd.rujukan import Daftar, Pilihan, find_kode

_PEMISAH = (r"[;\n]", r"[;\n,]")
"""Between several kode; a comma may stand in a sentence, so it is tried last."""


def split_induk(teks: str, cari: Callable[[str], str | None]) -> tuple[str, ...]:
    """What a cell of the column Induk names, the main one first; `cari` gives the kode of a text, or
    None. A text that names one as a whole isn't split; a part that names none stays as typed."""
    if (utuh := cari(teks)) is not None:
        return (utuh,)
    for pola in _PEMISAH:
        bagian = [b for b in map(str.strip, re.split(pola, teks)) if b]
        kode = [cari(b) for b in bagian]
        if bagian and bagian != [teks.strip()] and (any(kode) or not any(" " in b for b in bagian)):
            return tuple(dict.fromkeys(k or b for k, b in zip(kode, bagian, strict=True)))
    return (teks,)


def apply_induk(indikator: Indikator, semua: Sequence[str]) -> Indikator:
    """The same with those kode as its induk."""
    isi = {"induk": semua[0] if semua else None, "induk_lain": tuple(semua[1:])}
    return indikator.model_copy(update=isi)


def resolve_induk(daftar: Sequence[Indikator], jabatan: Iterable[Jabatan]) -> tuple[Indikator, ...]:
    """The same (kode filled) with the kode of each induk that its sentence or its kode in other case
    names: among the direct superior's first, else in the OPD, of the same year. What names no
    single one stays as typed."""
    atasan = {j.kode: j.atasan for j in jabatan}
    setahun: dict[int, list[tuple[str, str]]] = defaultdict(list)
    letak: dict[tuple[int, str], set[int]] = defaultdict(set)
    for i in daftar:
        letak[i.tahun, i.jabatan].add(len(setahun[i.tahun]))
        setahun[i.tahun].append((i.kode, i.indikator))
    semua = {tahun: Daftar(isi) for tahun, isi in setahun.items()}

    def resolve(i: Indikator) -> Indikator:
        milik, lain = atasan.get(i.jabatan) or "", semua[i.tahun]
        dulu = [lain.pilihan[n] for n in sorted(letak.get((i.tahun, milik), ()))]
        cari = partial(_find, dulu=dulu, lain=lain, sendiri=letak[i.tahun, i.jabatan])
        bagian = [b for teks in i.semua_induk for b in split_induk(teks, cari)]
        return apply_induk(i, tuple(dict.fromkeys(bagian)))

    kode = {i.kode for i in daftar}
    return tuple(i if set(i.semua_induk) <= kode else resolve(i) for i in daftar)


def _find(teks: str, dulu: Pilihan, lain: Daftar, sendiri: Container[int]) -> str | None:
    """The one that it names: among the superior's first, else among those that aren't `sendiri`."""
    for cari in (partial(find_kode, pilihan=dulu), partial(lain.find, selain=sendiri)):
        cocok = cari(teks)
        if len(cocok) == 1 and cocok[0]:
            return cocok[0]
    return None
