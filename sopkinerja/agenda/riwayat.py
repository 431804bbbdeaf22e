"""What the closings and reopenings of a year say: how often a document was adjusted, and why."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from sopkinerja.agenda.model import Peristiwa
from sopkinerja.istilah import Triwulan
from sopkinerja.tulisan import WITA


def count_revisi(riwayat: Sequence[Peristiwa], triwulan: Triwulan) -> int:
    """How many adjustments the documents of a triwulan have had since it was first closed: each
    reopening of its own, and each closing again of an earlier one while it stood closed, but for
    those in which nothing changed."""
    tutup: set[Triwulan] = set()
    pernah: set[Triwulan] = set()
    revisi = 0
    for p in _list_berarti(riwayat):
        if p.tindakan == "buka":
            tutup.discard(p.triwulan)
            revisi += p.triwulan is triwulan
            continue
        revisi += p.triwulan in pernah and p.triwulan < triwulan and triwulan in tutup
        tutup.add(p.triwulan)
        pernah.add(p.triwulan)
    return revisi


def find_alasan(riwayat: Sequence[Peristiwa], triwulan: Triwulan) -> str:
    """Why a triwulan was last reopened; empty where it never was, or nothing came of it."""
    buka = [
        p.alasan for p in _list_berarti(riwayat) if p.tindakan == "buka" and p.triwulan is triwulan
    ]
    return buka[-1] if buka else ""


def find_hari_buka(riwayat: Sequence[Peristiwa], sampai: Triwulan) -> dict[Triwulan, dt.date]:
    """When each triwulan up to that one was last reopened, if it ever was and something came of it."""
    return {
        p.triwulan: p.waktu.astimezone(WITA).date()
        for p in _list_berarti(riwayat)
        if p.tindakan == "buka" and p.triwulan <= sampai
    }


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
