"""Texts that must fit a place on one page: what doesn't is counted and pointed to, never cut."""

from __future__ import annotations

from collections.abc import Sequence

SELENGKAPNYA = " (selengkapnya di lembar {})"
"""Where the rest of a text stands; said once."""


def render_muat(teks: str, huruf: int, lembar: str) -> str:
    """A text of at most about so many letters; a longer one stops at the end of a sentence or a
    word and says on which sheet the rest stands."""
    satu = " ".join(teks.split())
    if len(satu) <= huruf:
        return satu
    potong = satu[: huruf + 1]
    akhir = max(potong.rfind(". "), potong.rfind("; ")) + 1
    akhir = akhir if akhir > huruf // 2 else potong.rfind(" ")
    awal = satu[: akhir if akhir > 0 else huruf].rstrip(" ,;")
    return f"{awal} …{SELENGKAPNYA.format(lembar)}"


def render_butir(butir: Sequence[str], huruf: int, lembar: str) -> str:
    """Items one after the other as far as so many letters take them, the first one at any rate;
    then, in the same sentence, `; dan n lagi, lihat lembar …`."""
    muat: list[str] = []
    for ke, satu in enumerate(butir):
        isi = render_muat(satu, huruf, lembar) if not ke else satu
        if muat and sum(map(len, muat)) + len(isi) > huruf:
            break
        muat.append(isi)
    lagi = len(butir) - len(muat)
    isi = "   ".join(muat)
    if not lagi:
        return isi
    awal = isi.removesuffix(SELENGKAPNYA.format(lembar)).removesuffix(".")
    return f"{awal}; dan {lagi} lagi, lihat lembar {lembar}."
