"""What goes into a template: values for its markers, tables and named formula cells."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

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
    table, row key and field key, a dropdown of their own.
    """

    penanda: Mapping[str, str]
    tabel: Mapping[str, Sequence[BarisIsi]]
    rumus: Mapping[str, str | float | None] = field(default_factory=dict)
    pilihan: Mapping[tuple[str, str, str], PilihanSel] = field(default_factory=dict)
