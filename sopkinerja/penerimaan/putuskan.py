"""Which of several returns counts: pure, over what is known of each.

Returns are compared with what was accepted, never with what was issued. Revision comes first, then
the run of `terima`: what came later counts. A file's own clock decides within one run only, and
only where it can be relied on.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Sequence
from typing import Protocol

from sopkinerja.istilah import Putusan


class Urut(Protocol):
    """What ordering needs to know of a return; `tersimpan` only where its clock is sure."""

    @property
    def revisi(self) -> int | None: ...
    @property
    def tersimpan(self) -> dt.datetime | None: ...
    @property
    def urutan(self) -> int: ...
    @property
    def nilai(self) -> str: ...
    @property
    def sha256(self) -> str: ...
    @property
    def is_ditolak(self) -> bool: ...


def is_sesudah(ini: Urut, itu: Urut) -> bool | None:
    """True where `ini` is the later one, False where the earlier; None: nothing to order them.

    Returns of different runs: the later run. Of one run: the later save, where both clocks are sure.
    """
    if ini.revisi != itu.revisi:
        return (ini.revisi or 0) > (itu.revisi or 0)
    if ini.urutan != itu.urutan:
        return ini.urutan > itu.urutan
    if ini.tersimpan is None or itu.tersimpan is None or ini.tersimpan == itu.tersimpan:
        return None
    return ini.tersimpan > itu.tersimpan


def is_jam_mendahului(ini: Urut, itu: Urut) -> bool:
    """Of one revision, sure clocks say that `ini` was saved before `itu`."""
    sama = ini.revisi == itu.revisi
    return bool(sama and ini.tersimpan and itu.tersimpan and ini.tersimpan < itu.tersimpan)


def build_putusan(
    calon: Sequence[Urut], berlaku: Urut | None, pernah: Collection[str] = ()
) -> list[Putusan]:
    """A verdict for each return of one identity in one run, given the accepted one before it.

    `pernah` are the values of returns that were accepted before and have since been replaced.
    """
    putusan: dict[int, Putusan] = {}
    for i, c in enumerate(calon):
        lama = _banding(c, berlaku, pernah) if berlaku else None
        if lama is not None:
            putusan[i] = lama
    sah = [i for i, c in enumerate(calon) if i not in putusan and not c.is_ditolak]
    sah, kembar = _pisahkan_kembar(calon, sah)
    puncak = [
        i for i in sah if not any(is_sesudah(calon[j], calon[i]) is True for j in sah if j != i)
    ]
    puncak = puncak or sah
    pemenang = puncak[0] if len(puncak) == 1 else None
    ragu = berlaku is not None and any(is_jam_mendahului(calon[i], berlaku) for i in puncak)
    for i in sah:
        putusan[i] = Putusan.USANG
    for i in puncak:
        putusan[i] = Putusan.KONFLIK if pemenang is None or ragu else Putusan.DITERIMA
    for i in kembar:
        putusan[i] = Putusan.DUPLIKAT
    for i, c in enumerate(calon):
        if i not in putusan:
            lebih_lama = pemenang is not None and is_sesudah(c, calon[pemenang]) is False
            putusan[i] = Putusan.USANG if lebih_lama else Putusan.PERLU_PERBAIKAN
    return [putusan[i] for i in range(len(calon))]


def _banding(c: Urut, berlaku: Urut, pernah: Collection[str]) -> Putusan | None:
    """What a return is beside the accepted one alone; None where it may take its place."""
    if c.sha256 == berlaku.sha256 or (not c.is_ditolak and c.nilai == berlaku.nilai):
        return Putusan.DUPLIKAT
    if is_sesudah(c, berlaku) is False:
        return Putusan.USANG
    if c.is_ditolak:
        return Putusan.USANG if is_jam_mendahului(c, berlaku) else None
    lama = c.revisi == berlaku.revisi and c.nilai in pernah
    return Putusan.USANG if lama else None


def _pisahkan_kembar(calon: Sequence[Urut], sah: list[int]) -> tuple[list[int], list[int]]:
    """Of returns with equal values the latest stays; the others are copies."""
    tetap: list[int] = []
    kembar: list[int] = []
    for i in sah:
        sama = next((j for j in tetap if calon[j].nilai == calon[i].nilai), None)
        if sama is None:
            tetap.append(i)
        elif is_sesudah(calon[i], calon[sama]) is True:
            tetap[tetap.index(sama)] = i
            kembar.append(sama)
        else:
            kembar.append(i)
    return tetap, kembar
