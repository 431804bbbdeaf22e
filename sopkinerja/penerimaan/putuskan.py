"""Which of several returns counts: pure, over what is known of each.

Returns are compared with what was accepted, never with what was issued. Order: revision, then the
file's own last-saved time if both carry one later than issue, then the run of `terima`.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Protocol

from sopkinerja.istilah import Putusan
from sopkinerja.penerimaan.kenali import is_tersimpan_sesudah


class Urut(Protocol):
    """What ordering needs to know of a return."""

    @property
    def revisi(self) -> int | None: ...
    @property
    def tersimpan(self) -> dt.datetime | None: ...
    @property
    def terbit(self) -> dt.datetime | None: ...
    @property
    def urutan(self) -> int: ...
    @property
    def nilai(self) -> str: ...
    @property
    def sha256(self) -> str: ...
    @property
    def is_ditolak(self) -> bool: ...


def is_sesudah(ini: Urut, itu: Urut) -> bool | None:
    """True where `ini` is the later one, False where the earlier; None: nothing to order them."""
    if ini.revisi != itu.revisi:
        return (ini.revisi or 0) > (itu.revisi or 0)
    if (
        ini.tersimpan != itu.tersimpan
        and ini.tersimpan is not None
        and itu.tersimpan is not None
        and is_tersimpan_sesudah(ini.tersimpan, ini.terbit)
        and is_tersimpan_sesudah(itu.tersimpan, itu.terbit)
    ):
        return ini.tersimpan > itu.tersimpan
    if ini.urutan != itu.urutan:
        return ini.urutan > itu.urutan
    return None


def build_putusan(calon: Sequence[Urut], berlaku: Urut | None) -> list[Putusan]:
    """A verdict for each return of one identity in one run, given the accepted one before it."""
    putusan: dict[int, Putusan] = {}
    for i, c in enumerate(calon):
        if berlaku and (c.sha256 == berlaku.sha256 or _is_sama(c, berlaku)):
            putusan[i] = Putusan.DUPLIKAT
        elif berlaku and is_sesudah(c, berlaku) is False:
            putusan[i] = Putusan.USANG
    sah = [i for i, c in enumerate(calon) if i not in putusan and not c.is_ditolak]
    sah, kembar = _pisahkan_kembar(calon, sah)
    puncak = [
        i for i in sah if not any(is_sesudah(calon[j], calon[i]) is True for j in sah if j != i)
    ]
    puncak = puncak or sah
    pemenang = puncak[0] if len(puncak) == 1 else None
    for i in sah:
        putusan[i] = Putusan.USANG
    for i in puncak:
        putusan[i] = Putusan.KONFLIK if pemenang is None else Putusan.DITERIMA
    for i in kembar:
        putusan[i] = Putusan.DUPLIKAT
    for i, c in enumerate(calon):
        if i not in putusan:
            lama = pemenang is not None and is_sesudah(c, calon[pemenang]) is False
            putusan[i] = Putusan.USANG if lama else Putusan.PERLU_PERBAIKAN
    return [putusan[i] for i in range(len(calon))]


def _is_sama(ini: Urut, itu: Urut) -> bool:
    return not ini.is_ditolak and ini.nilai == itu.nilai


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
