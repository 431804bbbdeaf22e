"""A cell as its reader sees it."""

from __future__ import annotations

import datetime as dt
import re

from sopkinerja.baca.sel import Sel
from sopkinerja.tulisan import render_angka, render_tanggal


def read_teks_sel(sel: Sel) -> str:
    """A cell as its reader sees it: `2026`, `12,5`, `15 Januari 2026`, text without edge blanks."""
    nilai = sel.nilai
    if sel.terlihat is not None:
        return sel.terlihat.strip()
    if isinstance(nilai, bool):
        return "TRUE" if nilai else "FALSE"
    if isinstance(nilai, int | float):
        return str(int(nilai)) if float(nilai).is_integer() else render_angka(nilai)
    if isinstance(nilai, dt.date):
        return render_tanggal(nilai)
    return clean_teks("" if nilai is None else str(nilai))


_KENDALI = re.compile(r"_x00[01][0-9A-Fa-f]_")
"""Control characters as some programs write them into a text: `_x000D_`."""


def clean_teks(teks: str) -> str:
    """A text without what nobody sees: control characters are dropped, any kind of blank is one."""
    teks = _KENDALI.sub(" ", teks.replace("\r\n", "\n").replace("_x000D_\n", "\n"))
    return "".join(
        c if c.isprintable() or c in "\n\t" else " " for c in teks if c.isprintable() or c.isspace()
    ).strip()
