"""Lines for a person: on a terminal folded to its width, in a pipe as they are."""

from __future__ import annotations

import codecs
import io
import re
import shutil
import sys
import unicodedata
from textwrap import fill, wrap

import click

MAKS_LEBAR = 100
"""Longer lines are hard to read, however wide the window."""
PERINTAH = re.compile(
    r"sopkinerja [a-z-]+(?: (?:mandat|renaksi|laporan|rapat)\b)?"
    r'(?: (?:--?[a-z][\w-]*|"[^"]*"|[0-9a-f]{12}\b|\d[\w./]*|(?:(?<=--sebagai )|(?<=--formulir ))[\w-]+|[A-Z][A-Z0-9.-]+\b|…))*'
)
"""A command of ours, which is copied and so never broken."""
AWAL = re.compile(r" *(?:(?:[→!·✓=?x-]|…|\d+\.) )?")
"""What a line begins with before its text."""
KOLOM = re.compile(AWAL.pattern + r"(?=.{,22} {2})\S+ {2,}")
"""What a line of a list begins with: its mark, and a first column such as a kode."""
META_SEBUT = "sopkinerja.sebut"
"""What tells a command otherwise where nobody can type it, in the context of a run."""
META_DICOBA = "sopkinerja.dicoba"
"""What a trial inside the guide told, which the run after it needn't tell again."""
SPASI = "\N{NO-BREAK SPACE}"
SEPADAN = {
    "→": "->", "←": "<-", "–": "-", "—": "-", "“": '"', "”": '"', "‘": "'", "’": "'", "…": "...",
    "·": "-", "•": "-", "✓": "v", "≤": "<=", "≥": ">=", "×": "x",
}  # fmt: skip
"""What stands for a letter of ours where an old code page hasn't got it."""
CARA_SEPADAN = "sopkinerja.sepadan"


def relax_aliran(*aliran: object) -> None:
    """From here on what such a stream's encoding lacks is written as it can be (a pipe on Windows
    has cp1252 or cp850); UTF-8 lacks nothing."""
    codecs.register_error(CARA_SEPADAN, _sepadan)
    for satu in aliran:
        if isinstance(satu, io.TextIOWrapper) and not is_utf8(satu):
            satu.reconfigure(errors=CARA_SEPADAN)


def is_utf8(aliran: object) -> bool:
    """Whether every letter can be written there."""
    return "utf" in (getattr(aliran, "encoding", None) or "utf-8").lower()


def _sepadan(salah: UnicodeError) -> tuple[str, int]:
    assert isinstance(salah, UnicodeEncodeError)
    kurang = salah.object[salah.start : salah.end]
    return "".join(map(_render_sepadan, kurang)), salah.end


def _render_sepadan(huruf: str) -> str:
    """Its own letter without marks where it has one, else a question mark."""
    dasar = unicodedata.normalize("NFKD", huruf).encode("ascii", "ignore").decode()
    return SEPADAN.get(huruf) or dasar or "?"


def print_baris(teks: str = "", *, err: bool = False) -> None:
    """Prints a text; on a terminal no line of it is wider than the window, but for a path or a
    command that is to be copied."""
    click.echo(fold_layar(sebut_perintah(teks), err=err), err=err)


def sebut_perintah(teks: str) -> str:
    """The text with its commands as whoever reads it runs them: typed, or by number in the guide."""
    konteks = click.get_current_context(silent=True)
    sebut = konteks.meta.get(META_SEBUT) if konteks else None
    return str(sebut(teks)) if sebut else teks


def fold_layar(teks: str, *, err: bool = False) -> str:
    """The text as that terminal shows it; in a pipe as it is."""
    if not (sys.stderr if err else sys.stdout).isatty():
        return teks
    return fold_teks(teks, min(shutil.get_terminal_size().columns, MAKS_LEBAR))


def fold_teks(teks: str, lebar: int) -> str:
    """The same text in lines of at most that many columns; what goes on stands a little further in
    than where it began."""
    return "\n".join(b for baris in teks.split("\n") for b in _fold_baris(baris, lebar))


def hang_teks(teks: str) -> str:
    """One text in lines of at most 80 columns, or of a narrower window's; what goes on stands under
    the text, not under the number or mark before it."""
    lebar = min(80, shutil.get_terminal_size().columns) if sys.stdout.isatty() else 80
    awal = AWAL.match(teks)
    masuk = " " * len(awal[0] if awal else "")
    return fill(teks, lebar, subsequent_indent=masuk, break_long_words=False)


def _fold_baris(baris: str, lebar: int) -> list[str]:
    if len(baris) <= lebar:
        return [baris]
    awal = KOLOM.match(baris) or AWAL.match(baris)
    masuk = " " * (len(awal[0]) if awal else 0)
    utuh = PERINTAH.sub(lambda m: m[0].replace(" ", SPASI), baris[len(masuk) :])
    potong = wrap(
        utuh, lebar, initial_indent=baris[: len(masuk)], subsequent_indent=masuk or "  ",
        break_long_words=False, break_on_hyphens=False,
    )  # fmt: skip
    return [p.replace(SPASI, " ") for p in potong]
