"""The action steps of a triwulan, as the quarterly form asks after them."""

from __future__ import annotations

from sopkinerja.agenda.agenda import Agenda
from sopkinerja.istilah import Triwulan
from sopkinerja.laporan.model import BarisLangkah


def read_langkah(
    agenda: Agenda, tahun: int, triwulan: Triwulan
) -> dict[str, tuple[BarisLangkah, ...]]:
    """The steps of every accepted Renaksi, by kode jabatan."""
    return {}
