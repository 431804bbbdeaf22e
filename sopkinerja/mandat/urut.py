"""The order in which the mandat is printed."""

from __future__ import annotations

from sopkinerja.istilah import Level
from sopkinerja.opd.mandat import Indikator, Kursi, Mandat


def sort_indikator(mandat: Mandat) -> list[tuple[Kursi | None, Indikator]]:
    """Indicators beside their chairs: by level (Kepala Dinas first), unit, jabatan, kode."""
    kursi = {k.kode: k for k in mandat.kursi}
    level = {lv: n for n, lv in enumerate(Level)}
    unit = {u: n for n, u in enumerate(dict.fromkeys(k.unit for k in mandat.kursi))}

    def urutan(i: Indikator) -> tuple[int, int, str, str]:
        k = kursi.get(i.jabatan)
        return (level[k.level], unit[k.unit], k.kode, i.kode) if k else (99, 99, i.jabatan, i.kode)

    return [(kursi.get(i.jabatan), i) for i in sorted(mandat.indikator, key=urutan)]
