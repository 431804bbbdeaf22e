"""Codes that name other codes: the nearest one where none fits, and chains that bite their tail."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from difflib import get_close_matches


def find_lingkaran(atas: Mapping[str, str | None]) -> list[list[str]]:
    """Each circle once, as the codes it runs through in order."""
    selesai: set[str] = set()
    lingkaran: list[list[str]] = []
    for awal in atas:
        jalan: dict[str, int] = {}
        kini: str | None = awal
        while kini is not None and kini in atas and kini not in selesai and kini not in jalan:
            jalan[kini] = len(jalan)
            kini = atas[kini]
        if kini in jalan:
            lingkaran.append(list(jalan)[jalan[kini] :])
        selesai |= jalan.keys()
    return lingkaran


def render_rantai(kode: list[str]) -> str:
    """`A → B → A`."""
    return " → ".join([*kode, kode[0]])


def find_mirip(nilai: str, pilihan: Iterable[str], kata: str = "Mungkin maksudnya") -> str:
    """` Mungkin maksudnya “PLN-01”?` where one is near, else an empty text."""
    asal = {p.casefold(): p for p in pilihan}
    dekat = get_close_matches(nilai.casefold(), asal, n=1, cutoff=0.6)
    return f" {kata} “{asal[dekat[0]]}”?" if dekat else ""
