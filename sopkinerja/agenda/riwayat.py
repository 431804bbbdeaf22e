"""What the closings and reopenings of a year say: how often a document was adjusted, and why."""

from __future__ import annotations

from collections.abc import Sequence

from sopkinerja.agenda.model import Peristiwa
from sopkinerja.istilah import Triwulan


def count_revisi(riwayat: Sequence[Peristiwa], triwulan: Triwulan) -> int:
    """How many adjustments the documents of a triwulan have had since it was first closed: each
    reopening of its own, and each closing again of an earlier one while it stood closed, but for
    those in which nothing changed."""
    return len(_list_revisi(riwayat, triwulan))


def find_sebab_revisi(riwayat: Sequence[Peristiwa], triwulan: Triwulan) -> tuple[Peristiwa, ...]:
    """The reopenings that the last of those adjustments came of, in their order: its own, those of
    earlier triwulan that were closed again since; empty before the first."""
    return next(reversed(_list_revisi(riwayat, triwulan)), ())


def _list_revisi(riwayat: Sequence[Peristiwa], triwulan: Triwulan) -> list[tuple[Peristiwa, ...]]:
    """By adjustment the reopenings that it came of."""
    tutup: set[Triwulan] = set()
    dibuka: dict[Triwulan, Peristiwa] = {}
    revisi: list[tuple[Peristiwa, ...]] = []
    for p in _list_berarti(riwayat):
        if p.tindakan == "buka":
            tutup.discard(p.triwulan)
            dibuka[p.triwulan] = p
            if p.triwulan is triwulan:
                revisi.append((p,))
            continue
        if p.triwulan in dibuka and p.triwulan < triwulan:
            if triwulan in tutup:
                revisi.append((dibuka[p.triwulan],))
            elif triwulan in dibuka:
                revisi[-1] = (*revisi[-1], dibuka[p.triwulan])
        tutup.add(p.triwulan)
    return revisi


def find_alasan(riwayat: Sequence[Peristiwa], triwulan: Triwulan) -> str:
    """Why a triwulan was last reopened; empty where it never was, or nothing came of it."""
    buka = [
        p.alasan for p in _list_berarti(riwayat) if p.tindakan == "buka" and p.triwulan is triwulan
    ]
    return buka[-1] if buka else ""


def _list_berarti(riwayat: Sequence[Peristiwa]) -> list[Peristiwa]:
    """Without the reopenings in which nothing changed, and the closings after them."""
    hasil: list[Peristiwa] = []
    for p in riwayat:
        if not p.is_tetap:
            hasil.append(p)
            continue
        buka = [n for n, q in enumerate(hasil) if q.triwulan is p.triwulan and q.tindakan == "buka"]
        del hasil[buka[-1]]
    return hasil
