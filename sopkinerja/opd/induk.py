"""Whose indicators an indicator supports: one kode or several, or the sentences of those."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence

from sopkinerja.opd.mandat import Indikator
from sopkinerja.opd.model import Jabatan
from sopkinerja.opd.rujukan import Pilihan, find_kode

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
    milik: dict[tuple[int, str], list[tuple[str, str]]] = {}
    for i in daftar:
        milik.setdefault((i.tahun, i.jabatan), []).append((i.kode, i.indikator))

    def resolve(i: Indikator) -> Indikator:
        lain = [
            p
            for (y, j), isi in milik.items()
            if (y, j) != (i.tahun, i.jabatan) and y == i.tahun
            for p in isi
        ]
        pilihan = (milik.get((i.tahun, atasan.get(i.jabatan) or ""), []), lain)
        bagian = [
            b for teks in i.semua_induk for b in split_induk(teks, lambda t: _find(t, pilihan))
        ]
        return apply_induk(i, tuple(dict.fromkeys(bagian)))

    kode = {i.kode for i in daftar}
    return tuple(i if set(i.semua_induk) <= kode else resolve(i) for i in daftar)


def _find(teks: str, pilihan: Sequence[Pilihan]) -> str | None:
    for satu in pilihan:
        cocok = find_kode(teks, satu)
        if len(cocok) == 1 and cocok[0]:
            return cocok[0]
    return None
