"""What a closed year came to, as the mandat of the year after it shows it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from sopkinerja.istilah import Besaran


class HasilSetahun(NamedTuple):
    """Realisasi of the year in the indicator's satuan, and the remarks it was printed with."""

    realisasi: Besaran
    catatan: str
    """`tidak lengkap (TW I)`, `angka sementara`; empty where there is nothing to say."""


Setahun = Mapping[str, HasilSetahun]
"""By kode indikator; empty while the year is open."""


def find_catatan(setahun: Setahun, kode: str, realisasi: Besaran | None) -> str:
    """The remark on a Realisasi Tahun Lalu; none where somebody has written another figure."""
    lalu = setahun.get(kode)
    return lalu.catatan if lalu and lalu.realisasi == realisasi else ""
