"""What a closed year came to, as the mandat of the year after it shows it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from sopkinerja.istilah import Besaran, Konsolidasi, Polaritas


class HasilSetahun(NamedTuple):
    """Realisasi of the year in the indicator's satuan, and the remarks it was printed with."""

    realisasi: Besaran
    catatan: str
    """`tidak lengkap (TW I)`, `angka sementara`; empty where there is nothing to say."""
    capaian: float | None = None
    """Against that year's target, in raw per cent."""
    ukuran: tuple[str, Polaritas, Konsolidasi] | None = None
    """How it was measured."""


Setahun = Mapping[str, HasilSetahun]
"""By kode indikator; empty while the year is open."""


class TahunDulu(NamedTuple):
    """One indicator in one earlier year, as that year's closing left it."""

    kode: str
    tahun: int
    realisasi: float | str | None
    capaian: float | None = None
    """Against that year's own target, in raw per cent."""
    catatan: str = ""
    tertulis: bool = False
    """From the sheet Capaian Lalu: that year was never closed here."""


JUMLAH_TAHUN = 3
"""How many years before this one are looked back to."""


def find_catatan(setahun: Setahun, kode: str, realisasi: Besaran | None) -> str:
    """The remark on a Realisasi Tahun Lalu; none where somebody has written another figure."""
    lalu = setahun.get(kode)
    return lalu.catatan if lalu and lalu.realisasi == realisasi else ""
