"""A kode as an office writes it, and what a spreadsheet program makes of one.

Codes are what the file shows: signs that nobody sees are dropped, typographic dashes are dashes.
What became a time, a date or a number isn't guessed at; the likely kode is named in a question.
"""

from __future__ import annotations

import datetime as dt

from sopkinerja.baca.sel import Sel
from sopkinerja.tulisan import render_digit

_TAK_TAMPAK = dict.fromkeys((*range(0x200B, 0x2010), *range(0x202A, 0x202F), 0x2060, 0xFEFF, 0xAD))
_GARIS = dict.fromkeys((*range(0x2010, 0x2016), 0x2043, 0x2212, 0xFE58, 0xFE63, 0xFF0D), "-")
_SPASI = dict.fromkeys((0xA0, 0x2007, 0x2009, 0x202F), " ")
_BERSIH = _TAK_TAMPAK | _GARIS | _SPASI


def clean_kode(teks: str) -> str:
    """The kode without invisible signs, its dashes plain, no blanks at its edges."""
    return teks.translate(_BERSIH).strip()


def find_dugaan(sel: Sel) -> tuple[str, tuple[str, ...]] | None:
    """Of a cell where a kode is due and a program made something else: what it shows, and the kode
    that may have been typed, the likeliest first. None for a text and for a whole number, which
    lose nothing."""
    nilai = sel.nilai
    if isinstance(nilai, dt.datetime) and nilai.time() != dt.time():
        return sel.terlihat or f"{nilai:%d/%m/%Y %H:%M:%S}", ()
    if isinstance(nilai, dt.time):
        detik = (nilai.hour * 60 + nilai.minute) * 60 + nilai.second
        return sel.terlihat or nilai.isoformat(), (_render_jam(detik),)
    if isinstance(nilai, dt.timedelta):
        return sel.terlihat or str(nilai), (_render_jam(int(nilai.total_seconds())),)
    if isinstance(nilai, dt.date):
        return sel.terlihat or f"{nilai:%d/%m/%Y}", _list_tanggal(nilai)
    if isinstance(nilai, float) and not nilai.is_integer():
        bulat, _, pecahan = render_digit(nilai).partition(",")
        return sel.terlihat or render_digit(nilai), (f"{bulat}.{pecahan:0<2}",)
    return None


def _render_jam(detik: int) -> str:
    """`3.30.02` of a time; without seconds two parts were typed."""
    jam, sisa = divmod(detik, 3600)
    kode = f"{jam}.{sisa // 60:02d}"
    return f"{kode}.{sisa % 60:02d}" if sisa % 60 else kode


def _list_tanggal(nilai: dt.date) -> tuple[str, ...]:
    """`3.31.02`, `31.03.02`, `31.03`: programs read a day and a month in either order, and add the
    year where none was typed."""
    tahun = f"{nilai.year % 100:02d}"
    return (
        f"{nilai.month}.{nilai.day:02d}.{tahun}",
        f"{nilai.day}.{nilai.month:02d}.{tahun}",
        f"{nilai.day}.{nilai.month:02d}",
    )
