"""What the year gives at its end."""

from __future__ import annotations

from pathlib import Path

from sopkinerja.agenda.agenda import Agenda
from sopkinerja.matriks.model import Bahan
from sopkinerja.ruang import Ruang


def issue_tahunan(ruang: Ruang, agenda: Agenda, bahan: Bahan) -> list[Path]:
    """The documents of the year, from the final material of TW IV."""
    return []
