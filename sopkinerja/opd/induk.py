"""Whose indicator an indicator supports, where that is named by its sentence."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sopkinerja.opd.mandat import Indikator
from sopkinerja.opd.model import Jabatan
from sopkinerja.opd.rujukan import find_kode


def resolve_induk(daftar: Sequence[Indikator], jabatan: Iterable[Jabatan]) -> tuple[Indikator, ...]:
    """The same (kode filled) with the kode of an induk that its sentence or its kode in other case
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
        for pilihan in (milik.get((i.tahun, atasan.get(i.jabatan) or ""), []), lain):
            cocok = find_kode(i.induk or "", pilihan)
            if len(cocok) == 1 and cocok[0]:
                return i.model_copy(update={"induk": cocok[0]})
        return i

    kode = {i.kode for i in daftar}
    return tuple(i if not i.induk or i.induk in kode else resolve(i) for i in daftar)
