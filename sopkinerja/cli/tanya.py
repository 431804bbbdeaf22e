"""Asking a person at a terminal: a text, or one of a list that is narrowed down by typing."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from sopkinerja.layar import print_baris

if TYPE_CHECKING:
    from sopkinerja.pandu.model import Pertanyaan, PilihanJawab

MAKS_DAFTAR = 15
"""So many answers are shown at a time."""


def ask(tanya: Pertanyaan) -> list[str]:
    """What the command is given for one question; click.Abort where the person goes back."""
    isi = choose(tanya.kata, tanya.pilihan) if tanya.pilihan else _ask_teks(tanya.kata)
    return [tanya.opsi, isi] if tanya.opsi else [isi]


def confirm(kata: str) -> bool:
    """Yes or no, in the words of an office; click.Abort where the answer is blank."""
    tanya = f"{kata} (ya/tidak, kosong: batal)"
    while True:
        jawab = click.prompt(tanya, default="", show_default=False).strip().lower()
        if not jawab:
            raise click.Abort
        if jawab in ("ya", "y", "iya"):
            return True
        if jawab in ("tidak", "t", "0", "n"):
            return False
        print_baris("Ketik ya atau tidak.")


def _ask_teks(kata: str) -> str:
    """A text that isn't blank; a path that was dragged here loses its quotes."""
    teks: str = click.prompt(f"{kata} (kosong: batal)", default="", show_default=False).strip()
    if not teks:
        raise click.Abort
    kutip = teks[0] in "'\"" and teks[-1] == teks[0] and len(teks) > 1
    return teks[1:-1] if kutip else teks


def choose(kata: str, pilihan: Sequence[PilihanJawab]) -> str:
    """The value that was chosen by its number, its kode, or enough of its words."""
    saring = list(pilihan)
    while True:
        for nomor, p in enumerate(saring[:MAKS_DAFTAR], 1):
            print_baris(f"{nomor:>4}. {p.sebutan}")
        if len(saring) > MAKS_DAFTAR:
            print_baris(f"      … dan {len(saring) - MAKS_DAFTAR} lagi: ketik sebagian namanya")
        jawab = click.prompt(f"{kata} (kosong: batal)", default="", show_default=False).strip()
        if not jawab:
            raise click.Abort
        if jawab.isdecimal() and 1 <= int(jawab) <= min(len(saring), MAKS_DAFTAR):
            return saring[int(jawab) - 1].nilai
        tepat = [p for p in pilihan if p.nilai.casefold() == jawab.casefold()]
        cocok = tepat or [p for p in pilihan if jawab.casefold() in p.sebutan.casefold()]
        if len(cocok) == 1:
            print_baris(f"      {cocok[0].sebutan}")
            if confirm("Ini yang dimaksud?"):
                return cocok[0].nilai
        elif not cocok:
            print_baris(f"Tidak ada yang memuat “{jawab}”.")
        saring = cocok or list(pilihan)
