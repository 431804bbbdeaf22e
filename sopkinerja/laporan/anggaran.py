"""What was spent on a sub kegiatan: one answer for the form, the LHE and whatever prints budget.

Rupiah of one triwulan alone. The accepted form of whoever answered for it in that triwulan counts,
else that of anyone else whose form had it, else what the Kasubag Program entered in referensi.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from sopkinerja.istilah import Triwulan
from sopkinerja.laporan.model import Laporan
from sopkinerja.opd.mandat import Mandat, Pagu
from sopkinerja.opd.model import BarisDpa


class Belanja(NamedTuple):
    """Realisasi of one sub kegiatan in one triwulan; None where nobody has told it.

    `referensi` is the figure of referensi where it is another than the form's.
    """

    realisasi: float | None = None
    keterangan: str = ""
    dari_referensi: bool = False
    referensi: float | None = None


def find_belanja(
    kode: str, triwulan: Triwulan, laporan: Iterable[Laporan], dpa: Iterable[BarisDpa]
) -> Belanja:
    """What the first of these forms says that says anything, else referensi; both where they
    differ. `dpa` is that of the year."""
    catatan = next((d.realisasi_tw[triwulan - 1] for d in dpa if d.kode == kode), None)
    for a in (a for lap in laporan for a in lap.anggaran):
        if a.kode == kode and a.realisasi_tw is not None:
            beda = catatan if catatan is not None and catatan != a.realisasi_tw else None
            return Belanja(a.realisasi_tw, a.keterangan, referensi=beda)
    return Belanja(catatan, dari_referensi=catatan is not None)


def find_penanggung_jawab(pagu: Pagu, mandat: Mandat | None) -> str:
    """Who answered for it under that version: a PK revision may have moved it."""
    milik = (p.penanggung_jawab for p in (mandat.pagu if mandat else ()) if p.kode == pagu.kode)
    return next(milik, pagu.penanggung_jawab)


def sort_laporan(
    pagu: Pagu, mandat: Mandat | None, laporan: Mapping[str, Laporan]
) -> tuple[Laporan, ...]:
    """The accepted returns of one triwulan by kode jabatan, that of who answered for it first: a
    form that was issued before the DPA changed hands goes on counting."""
    jawab = find_penanggung_jawab(pagu, mandat)
    return tuple(laporan[j] for j in sorted(laporan, key=lambda j: (j != jawab, j)))


def sum_belanja_lalu(
    pagu: Iterable[Pagu],
    lalu: Mapping[Triwulan, tuple[Mandat | None, Mapping[str, Laporan]]],
    dpa: Iterable[BarisDpa],
) -> dict[str, float]:
    """Realisasi of each sub kegiatan over those earlier triwulan, whoever held it; a kode of which
    nothing is known is left out. `lalu` gives each triwulan's mandat and accepted returns."""
    dpa, hasil = tuple(dpa), dict[str, float]()
    for p in pagu:
        belanja = [
            find_belanja(p.kode, tw, sort_laporan(p, mandat, laporan), dpa)
            for tw, (mandat, laporan) in lalu.items()
        ]
        ada = [b.realisasi for b in belanja if b.realisasi is not None]
        if ada:
            hasil[p.kode] = sum(ada)
    return hasil
