"""Rows of referensi that drop out of a year because theirs is another."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from sopkinerja.katalog import Kode
from sopkinerja.temuan import Letak, Temuan

BAGIAN_SESAT = 10
"""Rows of another year are taken for strayed up to one in so many of the year at work."""


class BarisTahun(NamedTuple):
    """A row of a sheet that holds several years: which year, what it is about, where that stands."""

    tahun: int
    perihal: tuple[str, ...]
    letak: Letak


def check_tahun_sesat(daftar: Sequence[BarisTahun], tahun: int) -> Iterator[Temuan]:
    """A few rows of another year, about something that the year at work doesn't have, may bear a
    mistyped year: they are named, since nothing else tells that they don't count."""
    jumlah = Counter(b.tahun for b in daftar)
    kini = {b.perihal for b in daftar if b.tahun == tahun}
    batas = max(1, jumlah[tahun] // BAGIAN_SESAT)
    for b in daftar:
        if b.tahun != tahun and jumlah[b.tahun] <= batas < jumlah[tahun] and b.perihal not in kini:
            yield Temuan(
                Kode.REFERENSI_462, b.letak, tahun=b.tahun, berjalan=tahun, jumlah=jumlah[tahun]
            )
