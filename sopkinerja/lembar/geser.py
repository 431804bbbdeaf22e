"""Where cells lie, and what formulas say, once tables have become longer: rows are inserted below a
table's last row, which becomes part of every range that ended there."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

BARIS_TERAKHIR = 1048576
_UJUNG = r"(?:(?:\$?[A-Z]{1,3})?\$?\d+)"
_POLA = re.compile(
    r"\"(?:[^\"]|\"\")*\""
    r"|(?P<lembar>(?:'(?:[^']|'')+'|[^\W\d][\w.]*)!)?"
    r"(?(lembar)|(?<![\w.$:!']))(?:"
    rf"(?P<awal>{_UJUNG}):(?P<akhir>{_UJUNG})|(?P<sel>\$?[A-Z]{{1,3}}\$?\d+)"
    r")(?![\w.(!])"
)
"""A string, or a cell or range with the sheet that it names."""
_NOMOR = re.compile(r"(\$?)(\d+)$")


class Ruas(NamedTuple):
    """The rows of one table, and how many more it gets below its last."""

    awal: int
    akhir: int
    tambah: int = 0


class Geser:
    """Where the rows of one sheet go."""

    def __init__(self, ruas: tuple[Ruas, ...]) -> None:
        self.ruas = ruas

    @property
    def is_tetap(self) -> bool:
        """Whether no row of the sheet moves."""
        return not any(r.tambah for r in self.ruas)

    def pindah(self, baris: int) -> int:
        """Where a row goes."""
        tambah = sum(r.tambah for r in self.ruas if r.akhir < baris)
        return min(baris + tambah, BARIS_TERAKHIR)

    def ujung(self, baris: int) -> int:
        """Where the last row of a range goes: with a table's last row, to its new one."""
        tambah = sum(r.tambah for r in self.ruas if r.akhir <= baris)
        return min(baris + tambah, BARIS_TERAKHIR)

    def in_tabel(self, baris: int) -> bool:
        """Whether a row belongs to a table."""
        return any(r.awal <= baris <= r.akhir for r in self.ruas)


TETAP = Geser(())


class Tempat(NamedTuple):
    """Where a formula stands: its sheet and row, and by how many rows it is copied down."""

    lembar: str
    baris: int = 0
    turun: int = 0


def shift_rumus(rumus: str, semua: Mapping[str, Geser], tempat: Tempat) -> str:
    """A formula as it reads once the rows have moved (`semua`, by sheet in small letters).

    In a table row (its own or another's) a row without `$` is the row beside it: it goes along with
    a copy, and no range grows by it.
    """

    def ganti(cocok: re.Match[str]) -> str:
        if cocok["awal"] is None and cocok["sel"] is None:
            return cocok[0]
        lembar = _read_lembar(cocok["lembar"]) if cocok["lembar"] else tempat.lembar
        geser = semua.get(lembar.lower(), TETAP)
        dalam = semua.get(tempat.lembar.lower(), TETAP).in_tabel(tempat.baris)
        turun = tempat.turun if dalam else None
        depan = cocok["lembar"] or ""
        if cocok["sel"]:
            return depan + _shift(cocok["sel"], geser, turun)
        awal = _shift(cocok["awal"], geser, turun)
        return f"{depan}{awal}:{_shift(cocok['akhir'], geser, turun, ujung=True)}"

    return _POLA.sub(ganti, rumus)


def _read_lembar(teks: str) -> str:
    return teks[:-1].strip("'").replace("''", "'")


def _shift(alamat: str, geser: Geser, turun: int | None, *, ujung: bool = False) -> str:
    """One end of a reference; `turun` is None in formulas outside tables."""
    cocok = _NOMOR.search(alamat)
    assert cocok is not None
    baris = int(cocok[2])
    if turun is not None and not cocok[1] and geser.in_tabel(baris):
        baru = geser.pindah(baris) + turun
    else:
        baru = geser.ujung(baris) if ujung else geser.pindah(baris)
    return f"{alamat[: cocok.start()]}{cocok[1]}{baru}"


def shift_daerah(daerah: str, geser: Geser) -> str:
    """The areas of an `sqref`, `A1:B9 D4`; an area that ends in a table's last row grows with it."""
    return " ".join(_shift_satu(satu, geser) for satu in daerah.split())


def _shift_satu(daerah: str, geser: Geser) -> str:
    awal, _, akhir = daerah.partition(":")
    if not awal[-1:].isdigit():
        return daerah
    kiri = _shift(awal, geser, None)
    kanan = _shift(akhir or awal, geser, None, ujung=True)
    return kiri if kiri == kanan else f"{kiri}:{kanan}"


def find_baris(daerah: str) -> int:
    """The first row of an `sqref`: what its formulas are written for."""
    return min((int(a) for a in re.findall(r"[A-Z]+(\d+)", daerah.replace("$", ""))), default=1)
