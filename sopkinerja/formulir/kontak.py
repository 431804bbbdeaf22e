"""Whom an officer asks and sends a form to."""

from __future__ import annotations

import datetime as dt

from sopkinerja.formulir.model import TANPA_KONTAK, Kontak
from sopkinerja.opd.model import Referensi


def find_kontak(referensi: Referensi, hari: dt.date) -> Kontak:
    """The Kasubag Program of that day; nobody where the chair is vacant."""
    pegawai = referensi.pemangku(referensi.opd.kasubag_program, hari)
    return Kontak(pegawai.nama, pegawai.telepon) if pegawai else TANPA_KONTAK
