"""The kinds of form that there are, and the tables that they hold."""

from __future__ import annotations

from collections.abc import Mapping

from sopkinerja.laporan import tabel as laporan
from sopkinerja.lembar.tabel import Tabel
from sopkinerja.mandat import tabel as mandat
from sopkinerja.renaksi import tabel as renaksi

TABEL: Mapping[str, Tabel] = {t.nama: t for t in (*mandat.TABEL, *renaksi.TABEL, *laporan.TABEL)}
"""Every table of every form, by its name."""
