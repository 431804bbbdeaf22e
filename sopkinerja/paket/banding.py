"""What is new since forms were last handed out: each held against the packages before, and one
that was never packed against the form that was first issued."""

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
    TERBIT = "sudah terbit"
    TETAP = "tidak berubah"
    DITERIMA = "sudah diterima"

    @property
    def is_kirim(self) -> bool:
        """Whether it is to be sent."""
        return self in (Kabaran.BARU, Kabaran.BERUBAH)


class PaketLalu(NamedTuple):
    """A package that was made: its day, the SHA-256 of each form in it by kode jabatan, and of each
    zip by its name; `terbit` are those whose form counted as handed out before."""

    hari: dt.date
    isi: Mapping[str, str]
    zip: Mapping[str, str] = MappingProxyType({})
    terbit: Collection[str] = ()


class TerbitAwal(NamedTuple):
    """The first form that a jabatan got: its day and SHA-256."""

    hari: dt.date
    sha256: str


class Perbandingan(NamedTuple):
    """How one form stands; `sejak` is the day of the package that held the one it replaces, or, of
    an unchanged one, the first that held it (None: new), or when it was issued without a package;
    `lama` is the SHA-256 of the one that it is held against then."""

    kabar: Kabaran
    sejak: dt.date | None = None
    lama: str = ""


class Bandingan(NamedTuple):
    """Which package this is, how each form in it stands, whether it differs from the last, and
    whose form counted as handed out before."""

    nomor: int
    isi: Mapping[str, Perbandingan]
    is_baru: bool
    terbit: tuple[str, ...]


def compare(
    kini: Mapping[str, str],
    riwayat: Sequence[PaketLalu],
    awal: Mapping[str, TerbitAwal],
    hari: dt.date,
) -> Bandingan:
    """The forms of now (SHA-256 by kode jabatan) against the packages so far, oldest first, and
    against `awal`, the first that each jabatan got; one that was issued on that day and not revised
    since waits to be handed out. Where they are those of the last package it is that one again, and
    held against what was there before it."""
    ulang = bool(riwayat) and riwayat[-1].isi == kini
    dasar = riwayat[:-1] if ulang else riwayat
    dahulu = (
        riwayat[-1].terbit
        if ulang
        else {k for k, t in awal.items() if t.hari < hari or t.sha256 != kini.get(k)}
    )
    terbit = tuple(k for k in kini if k in dahulu)
    isi = {
        kode: compare_satu(kode, sha, dasar, awal.get(kode) if kode in terbit else None)
        for kode, sha in kini.items()
    }
    return Bandingan(len(dasar) + 1, isi, not ulang, terbit)


def compare_satu(
    kode: str, sha: str, riwayat: Sequence[PaketLalu], awal: TerbitAwal | None
) -> Perbandingan:
    """One form against the packages so far, oldest first, and against what was issued first where
    no package held it (None: it wasn't issued before)."""
    milik = [p for p in riwayat if kode in p.isi]
    if not milik:
        if awal is None:
            return Perbandingan(Kabaran.BARU)
        kabar = Kabaran.TERBIT if awal.sha256 == sha else Kabaran.BERUBAH
        return Perbandingan(kabar, awal.hari, awal.sha256)
    if milik[-1].isi[kode] != sha:
        return Perbandingan(Kabaran.BERUBAH, milik[-1].hari, milik[-1].isi[kode])
    berbeda = [ke for ke, p in enumerate(milik) if p.isi[kode] != sha]
    return Perbandingan(Kabaran.TETAP, milik[berbeda[-1] + 1 if berbeda else 0].hari)


def sum_kabar(isi: Collection[Kabaran]) -> Kabaran:
    """Of several together: new where all are, changed where one is to be sent; else the first of
    the others that one of them is."""
    if any(k.is_kirim for k in isi):
        return Kabaran.BARU if set(isi) == {Kabaran.BARU} else Kabaran.BERUBAH
    return min(isi, key=list(Kabaran).index)
