"""What goes into a template: values for its markers, tables and named formula cells."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from sopkinerja.lembar.penanda import MAKS_TEKS
from sopkinerja.lembar.pilihan_sel import PilihanSel


@dataclass(frozen=True, slots=True)
class Rumus:
    """Keep the formula that the template holds in this cell; `nilai` is its right value now."""

    nilai: str | float | None = None


@dataclass(frozen=True, slots=True)
class Hitungan:
    """A number that an officer typed as a sum of numbers (`150+160`, without its `=`)."""

    rumus: str
    nilai: float


@dataclass(frozen=True, slots=True)
class Tautan:
    """A text that links to the cell of another table, named by keys."""

    teks: str
    tabel: str
    baris: str
    kolom: str


NilaiIsi = str | float | bool | dt.date | Rumus | Hitungan | Tautan | None
"""None leaves the cell blank (a formula of the template is then dropped)."""


@dataclass(frozen=True, slots=True)
class BarisIsi:
    """One row of a table: its row key and its values by field key; a field left out is blank."""

    kunci: str
    nilai: Mapping[str, NilaiIsi]


@dataclass(frozen=True)
class IsiBuku:
    """Everything one workbook is issued with.

    `penanda` gives the text of each `{{nama}}`. `tabel` gives the rows of each table; a table of
    the template that is not named here takes its whole sheet away. `rumus` gives the right value
    of every formula outside tables, by the defined name of its cell. `pilihan` gives cells, by
    table, row key and field key, a dropdown of their own, `komentar` a
    comment. `aktif` is the table on whose sheet the workbook
    opens; without it that is the first visible one. `kursor` gives, by table, row and field of the
    cell on which its sheet opens (of several tables on a sheet the first); without it that is the
    template's.
    """

    penanda: Mapping[str, str]
    tabel: Mapping[str, Sequence[BarisIsi]]
    rumus: Mapping[str, str | float | None] = field(default_factory=dict)
    pilihan: Mapping[tuple[str, str, str], PilihanSel] = field(default_factory=dict)
    komentar: Mapping[tuple[str, str, str], str] = field(default_factory=dict)
    aktif: str = ""
    kursor: Mapping[str, tuple[str, str]] = field(default_factory=dict)


def clip_isi(isi: IsiBuku) -> IsiBuku:
    """The same with every text of its tables cut to what a cell holds: messages joined in one cell of
    a correction form may be longer."""
    return replace(
        isi, tabel={t: [_clip_baris(b) for b in baris] for t, baris in isi.tabel.items()}
    )


def _clip_baris(baris: BarisIsi) -> BarisIsi:
    if all(not isinstance(n, str) or len(n) <= MAKS_TEKS // 2 for n in baris.nilai.values()):
        return baris
    nilai = {k: _clip(n) if isinstance(n, str) else n for k, n in baris.nilai.items()}
    return BarisIsi(baris.kunci, nilai)


def _clip(teks: str) -> str:
    utf16 = teks.encode("utf-16-le", "ignore")
    if len(utf16) // 2 <= MAKS_TEKS:
        return teks
    return utf16[: (MAKS_TEKS - 2) * 2].decode("utf-16-le", "ignore") + " …"
