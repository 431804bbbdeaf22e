"""A table of a form, declared once: its columns, for whoever builds, reads, judges or explains it.

A formula names columns by their keys, never by letters: `{realisasi}` is that column's cell of the
same row, `{catatan.volume}` the whole column of another table, with its sheet.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Literal

from sopkinerja.katalog import Kode
from sopkinerja.lembar.kisi import build_huruf

JenisKolom = Literal["teks", "angka", "tanggal"]
_POLA = re.compile(r"\{(?:(\w+)\.)?(\w+)\}")


@lru_cache(maxsize=64)
def list_kunci(pola: str, jumlah: int) -> tuple[str, ...]:
    """`C001`, `C002` …: the row keys of a table's template."""
    return tuple(pola.format(n) for n in range(1, jumlah + 1))


@dataclass(frozen=True)
class Kolom:
    """One column: its key, heading, width in characters and style.

    `isian` makes it the officer's own, `jenis` says what is due in it, `bantuan` is the title (up
    to 32 characters) and text (up to 255, once filled) of its input message. A column without a
    heading is a hidden helper. `tempat` is its place on the sheet (0-based), where it doesn't
    follow the one before.
    """

    kunci: str
    judul: str = ""
    lebar: float = 9
    gaya: str = "polos"
    isian: bool = False
    jenis: JenisKolom = "teks"
    bantuan: tuple[str, str] | None = None
    rumus: str = ""
    tempat: int | None = None

    @property
    def is_tersembunyi(self) -> bool:
        """Whether only formulas see it."""
        return not self.judul


@dataclass(frozen=True)
class Tabel:
    """One table: its sheet, its columns, the keys of its rows in the template, and its heading row
    (1-based); the rows follow."""

    nama: str
    lembar: str
    kolom: tuple[Kolom, ...]
    kunci: tuple[str, ...]
    kepala: int
    pola: str = ""
    """How row keys are made (`C{:03d}`) where rows carry no code of their own; people then call
    them by their number."""
    utama: str = ""
    """Where a link leads if a temuan names a row without a column."""
    pengenal: tuple[str, ...] = ()
    """What a person knows a row by; the first two name it, the others are measures that go with
    it."""
    ciri: frozenset[str] = frozenset({"kode"})
    """Fields without which no headings are taken for this table's."""
    tambahan: frozenset[str] = frozenset()
    """Fields that forms of an older version don't have: nobody took them out."""
    is_berulang: bool = False
    """Whether equal rows may stand in it without being copies of each other."""
    tiada: Kode | None = None
    """What is said where the whole table is gone; None: that it counts as blank."""
    nama_baris: tuple[tuple[str, str], ...] = ()
    """How people call its rows, by key, where they don't go by the key itself."""
    sebutan: str = ""
    """How a message calls it, where its sheet holds others too."""

    def __hash__(self) -> int:
        """By its name alone: cheap, and two of one name are hardly ever met."""
        return hash(self.nama)

    @cached_property
    def judul(self) -> Mapping[str, str]:
        """Headings by key."""
        return {k.kunci: k.judul for k in self.kolom if k.judul}

    @cached_property
    def isian(self) -> tuple[str, ...]:
        """Keys of the officer's own columns."""
        return tuple(k.kunci for k in self.kolom if k.isian)

    @cached_property
    def angka(self) -> frozenset[str]:
        """Keys of the columns where a number is due."""
        return frozenset(k.kunci for k in self.kolom if k.jenis == "angka")

    @cached_property
    def teks(self) -> tuple[str, ...]:
        """Keys of the officer's columns where a text is due."""
        return tuple(k.kunci for k in self.kolom if k.isian and k.jenis == "teks")

    @cached_property
    def tanggal(self) -> frozenset[str]:
        """Keys of the columns where a date is due."""
        return frozenset(k.kunci for k in self.kolom if k.jenis == "tanggal")

    @cached_property
    def medan(self) -> frozenset[str]:
        """Every key, hidden helpers too: what a template of this table may hold."""
        return frozenset(k.kunci for k in self.kolom)

    @cached_property
    def tempat(self) -> Mapping[str, int]:
        """Where each column stands (0-based); column A holds the row keys."""
        hasil: dict[str, int] = {}
        berikut = 1
        for k in self.kolom:
            hasil[k.kunci] = k.tempat if k.tempat is not None else berikut
            berikut = hasil[k.kunci] + 1
        return hasil

    def call_baris(self, kunci: str) -> str:
        """How a message calls one of its rows that carries a code or a name."""
        return dict(self.nama_baris).get(kunci, kunci)

    @property
    def nama_tampak(self) -> str:
        """How a message calls it."""
        return self.sebutan or self.lembar

    @property
    def is_bebas(self) -> bool:
        """Whether the officer fills its rows freely: they carry no code of their own."""
        return bool(self.pola and self.isian)

    def read_nomor(self, kunci: str) -> int | None:
        """Which row of a free table a row key names, from 1; None for a key that isn't ours."""
        angka = "".join(h for h in kunci if h.isdecimal())
        nomor = int(angka) if angka.isascii() and 0 < len(angka) < 7 else 0
        return nomor if nomor and self.pola and self.pola.format(nomor) == kunci else None

    @property
    def awal(self) -> int:
        """First row, 1-based."""
        return self.kepala + 1

    @property
    def akhir(self) -> int:
        """Last row, 1-based."""
        return self.kepala + len(self.kunci)

    @property
    def kolom_akhir(self) -> int:
        """Place of the last column that people see (0-based)."""
        return max(self.tempat[k] for k in self.judul)

    def huruf(self, kunci: str) -> str:
        """The letter of a column."""
        return build_huruf(self.tempat[kunci] + 1)

    def sel(self, kunci: str, *, tetap: bool = False) -> str:
        """The first cell of a column, `H11` (`tetap`: `$H11`), as conditional formats name it."""
        return f"{'$' if tetap else ''}{self.huruf(kunci)}{self.awal}"

    def daerah(self, awal: str, akhir: str = "") -> str:
        """All rows of a column, or of those from `awal` to `akhir`: `H11:J50`."""
        return f"{self.huruf(awal)}{self.awal}:{self.huruf(akhir or awal)}{self.akhir}"

    def rentang(self, kunci: str, *, lembar: bool = True) -> str:
        """Absolute range of a column, with its sheet."""
        h = self.huruf(kunci)
        depan = f"'{self.lembar}'!" if lembar else ""
        return f"{depan}${h}${self.awal}:${h}${self.akhir}"

    def render_rumus(self, kunci: str, baris: int, lain: Iterable[Tabel] = ()) -> str:
        """The formula of a column in one row; `lain` are the tables that it may name."""
        kolom = next(k for k in self.kolom if k.kunci == kunci)
        return self.render(kolom.rumus, baris, lain)

    def render(self, rumus: str, baris: int, lain: Iterable[Tabel] = ()) -> str:
        """A formula over keys as Excel takes it."""
        tabel = {t.nama: t for t in lain}

        def isi(cocok: re.Match[str]) -> str:
            nama, medan = cocok[1], cocok[2]
            return tabel[nama].rentang(medan) if nama else f"{self.huruf(medan)}{baris}"

        return _POLA.sub(isi, rumus)
