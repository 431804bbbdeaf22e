"""What earlier triwulan left open, as the quarterly form asks after it."""

from __future__ import annotations

from sopkinerja.agenda.agenda import Agenda
from sopkinerja.istilah import Triwulan
from sopkinerja.laporan.model import BarisTindakLanjut


def read_tindak_lanjut(
    agenda: Agenda, tahun: int, triwulan: Triwulan
) -> dict[str, tuple[BarisTindakLanjut, ...]]:
    """What is open when that triwulan's form is issued, by kode jabatan."""
    return {}
