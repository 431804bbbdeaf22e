"""What is new since the last package: each form held against the packages before."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Mapping, Sequence
from enum import StrEnum
from types import MappingProxyType
from typing import NamedTuple


class Kabaran(StrEnum):
    """What a form, or a unit's zip, is to who got the package before."""

    BARU = "baru"
    BERUBAH = "berubah"
    TETAP = "tidak berubah"


class PaketLalu(NamedTuple):
    """A package that was made: its day, the SHA-256 of each form in it by kode jabatan, and of each
    zip by its name."""

    hari: dt.date
    isi: Mapping[str, str]
    zip: Mapping[str, str] = MappingProxyType({})


class Perbandingan(NamedTuple):
    """How one form stands; `sejak` is the day of the package that held the one it replaces, or, of
    an unchanged one, the first that held it (None: new)."""

    kabar: Kabaran
    sejak: dt.date | None = None


class Bandingan(NamedTuple):
    """Which package this is, how each form in it stands, and whether it differs from the last."""

    nomor: int
    isi: Mapping[str, Perbandingan]
    is_baru: bool


def compare(kini: Mapping[str, str], riwayat: Sequence[PaketLalu]) -> Bandingan:
    """The forms of now (SHA-256 by kode jabatan) against the packages so far, oldest first. Where
    they are those of the last one it is that one again, and held against those before it."""
    ulang = bool(riwayat) and riwayat[-1].isi == kini
    dasar = riwayat[:-1] if ulang else riwayat
    isi = {kode: _compare(kode, sha, dasar) for kode, sha in kini.items()}
    return Bandingan(len(dasar) + 1, isi, not ulang)


def _compare(kode: str, sha: str, riwayat: Sequence[PaketLalu]) -> Perbandingan:
    milik = [p for p in riwayat if kode in p.isi]
    if not milik:
        return Perbandingan(Kabaran.BARU)
    if milik[-1].isi[kode] != sha:
        return Perbandingan(Kabaran.BERUBAH, milik[-1].hari)
    berbeda = [ke for ke, p in enumerate(milik) if p.isi[kode] != sha]
    return Perbandingan(Kabaran.TETAP, milik[berbeda[-1] + 1 if berbeda else 0].hari)


def sum_kabar(isi: Collection[Perbandingan]) -> Kabaran:
    """Of several together: new where all are, unchanged where all are."""
    kabar = {b.kabar for b in isi}
    return kabar.pop() if len(kabar) == 1 else Kabaran.BERUBAH
