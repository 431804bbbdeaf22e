"""Codes that name other codes: the nearest one where none fits, and chains that bite their tail."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from difflib import get_close_matches


def find_lingkaran(atas: Mapping[str, Sequence[str]]) -> list[list[str]]:
    """Circles among codes that each name others, every code in one at most, as the codes that a
    circle runs through in order."""
    selesai: set[str] = set()
    lingkaran: list[list[str]] = []
    for awal in atas:
        jalan: dict[str, Iterator[str]] = {}
        _masuk(awal, atas, selesai, jalan)
        while jalan:
            kini = next(reversed(jalan))
            lanjut = next(jalan[kini], None)
            if lanjut is None:
                del jalan[kini]
                selesai.add(kini)
            elif lanjut in jalan:
                urut = list(jalan)
                lingkaran.append(urut[urut.index(lanjut) :])
                selesai |= jalan.keys()
                jalan.clear()
            else:
                _masuk(lanjut, atas, selesai, jalan)
    return lingkaran


def _masuk(
    kode: str, atas: Mapping[str, Sequence[str]], selesai: set[str], jalan: dict[str, Iterator[str]]
) -> None:
    """One step further up, unless that code leads nowhere new."""
    if kode in atas and kode not in selesai:
        jalan[kode] = iter(atas[kode])


def render_rantai(kode: list[str]) -> str:
    """`A → B → A`."""
    return " → ".join([*kode, kode[0]])


def match_kode(nilai: str, pilihan: Iterable[str]) -> str | None:
    """The kode that was meant whatever the case of its letters; None where there is none."""
    return {p.casefold(): p for p in pilihan}.get(nilai.strip().casefold())


def is_kode_disebut(kode: str, teks: str) -> bool:
    """Whether a text names exactly that kode: `UMP-03` isn't named by `UMP-03.01`."""
    return bool(re.search(rf"(?<![\w.-]){re.escape(kode)}(?![\w-]|\.\w)", teks))


def find_mirip(nilai: str, pilihan: Iterable[str], kata: str = "Mungkin maksudnya") -> str:
    """` Mungkin maksudnya “PLN-01”?` where one is near, else an empty text."""
    asal = {p.casefold(): p for p in pilihan}
    dekat = get_close_matches(nilai.casefold(), asal, n=1, cutoff=0.6)
    return f" {kata} “{asal[dekat[0]]}”?" if dekat else ""
