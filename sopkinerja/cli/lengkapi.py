"""What the Tab key proposes: the kode of the frozen mandat, read from the register alone."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sopkinerja.kesalahan import SopKinerjaError

if TYPE_CHECKING:
    from sopkinerja.opd.mandat import Mandat


def complete_jabatan(ctx: click.Context, _: click.Parameter, awal: str) -> list[str]:
    """The jabatan whose kode begins so, whatever the case of the letters."""
    return _saring(awal, (k.kode for m in _read_mandat(ctx) for k in m.kursi))


def complete_kode(ctx: click.Context, _: click.Parameter, awal: str) -> list[str]:
    """The same of indicators."""
    return _saring(awal, (i.kode for m in _read_mandat(ctx) for i in m.indikator))


def _saring(awal: str, kode: Iterator[str]) -> list[str]:
    return [k for k in dict.fromkeys(kode) if k.casefold().startswith(awal.casefold())]


def _read_mandat(ctx: click.Context) -> Iterator[Mandat]:
    """The mandat in force of each year; nothing where there is no register that can be read."""
    from sopkinerja.agenda.agenda import Agenda
    from sopkinerja.ruang import Ruang

    folder = ctx.find_root().params.get("ruang") or os.environ.get("SOPKINERJA_RUANG", ".")
    berkas = Ruang(Path(folder)).berkas_agenda
    if not berkas.is_file():
        return
    try:
        with Agenda(berkas, baca_saja=True) as agenda:
            for tahun in agenda.read_daftar_tahun():
                if mandat := agenda.read_mandat(tahun):
                    yield mandat
    except (SopKinerjaError, OSError, sqlite3.Error):
        return
