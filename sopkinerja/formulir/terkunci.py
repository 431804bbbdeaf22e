"""Locked cells of a returned form against the record of issue."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence

from sopkinerja.baca.angka import read_angka, read_target
from sopkinerja.baca.sel import Sel, TabelTerbaca
from sopkinerja.formulir.baris import Baris
from sopkinerja.formulir.isian import read_angka_tertulis, read_teks
from sopkinerja.istilah import Rentang, Sebutan, Target
from sopkinerja.katalog import Kode
from sopkinerja.temuan import Temuan
from sopkinerja.tulisan import render_angka, render_target

TANPA_RUMUS = ("xls",)
"""Kinds of file of which no formula is read: a value there may well be one's."""
Terbit = str | Target
"""What was issued in a cell: a text, or a target or number."""


def check_terkunci(tempat: Baris, terbit: Mapping[str, Terbit]) -> Iterator[Temuan]:
    """Each locked cell that came back other than it was issued; what was issued counts. Of a row
    that is asked about as a whole nothing more is said."""
    for kolom, isi in () if tempat.ragu else terbit.items():
        sel = tempat.sel.get(kolom)
        if sel is None or is_sama(sel, isi):
            continue
        judul = tempat.tata.judul[kolom]
        yield Temuan(
            Kode.KUNCI_001,
            tempat.letak(kolom),
            butir=f"{judul} {tempat.kunci}",
            ditemukan=sel.galat or read_angka_tertulis(sel) or "kosong",
            terbit=(isi if isinstance(isi, str) else render_target(isi)) or "kosong",
        )


def check_ditimpa(
    tempat: Baris, dihitung: Mapping[str, float | None], beda: float
) -> Iterator[Temuan]:
    """Each locked cell whose formula is gone and whose number is off by more than `beda` from what the
    office computes; that counts."""
    for kolom, angka in () if tempat.ragu else dihitung.items():
        sel = tempat.sel.get(kolom)
        if sel is None or angka is None or sel.rumus is not None or sel.galat is not None:
            continue
        tertulis = read_angka(sel)
        if isinstance(tertulis, float) and abs(tertulis - angka) > beda:
            yield Temuan(
                Kode.KUNCI_488,
                tempat.letak(kolom),
                butir=f"{tempat.tata.judul[kolom]} {tempat.kunci}",
                ditemukan=render_angka(tertulis, 2),
                dihitung=render_angka(angka, 2),
            )


def count_lain(tabel: Sequence[TabelTerbaca], terbit: Mapping[str, Mapping[str, Terbit]]) -> int:
    """How many locked cells of the first of these tables aren't as issued, by row key; each row too
    many or missing is one."""
    if not tabel:
        return len(terbit)
    baris = tabel[0].baris
    lain = len(baris.keys() ^ terbit.keys())
    return lain + sum(
        (sel := baris[kunci].get(kolom)) is not None and not is_sama(sel, isi)
        for kunci, milik in terbit.items()
        if kunci in baris
        for kolom, isi in milik.items()
    )


def is_sama(sel: Sel, terbit: Terbit) -> bool:
    """Whether a cell says what was issued in it, white space and number noise aside."""
    if sel.galat is not None:
        return False
    if isinstance(terbit, str | Sebutan):
        isi = terbit if isinstance(terbit, str) else render_target(terbit)
        teks = _teks_polos(sel)
        return teks == isi or _rapikan(teks) == _rapikan(isi)
    if terbit is None:
        return sel.is_kosong
    tertulis = read_target(sel)
    if isinstance(terbit, Rentang):
        return isinstance(tertulis, Rentang) and all(
            map(_is_dekat, (tertulis.bawah, tertulis.atas), (terbit.bawah, terbit.atas))
        )
    return isinstance(tertulis, float) and _is_dekat(tertulis, terbit)


def _is_dekat(satu: float, dua: float) -> bool:
    return math.isclose(satu, dua, rel_tol=1e-9, abs_tol=1e-9)


def _teks_polos(sel: Sel) -> str:
    """A text cell that a program turned into a number is read as its digits again."""
    if isinstance(sel.nilai, float) and sel.nilai.is_integer():
        return str(int(sel.nilai))
    return read_teks(sel)


def _rapikan(isi: str) -> str:
    """White space runs as one blank, characters that no file may hold left out."""
    return " ".join("".join(c for c in isi if c.isprintable() or c.isspace()).split())
