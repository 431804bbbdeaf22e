"""How the Rapat Monev form is laid out: its rows and how many it holds."""

from __future__ import annotations

from sopkinerja.rapat import teks as teks_rapat

MAKS_AGENDA, MAKS_HADIR, MAKS_KEPUTUSAN = 200, 40, 20
BUTIR = tuple((kunci, label) for kunci, (label, _) in teks_rapat.BUTIR.items())
"""Row keys of the table `rapat`, in the template's order, and how a message calls them."""
BUTIR_TANGGAL = frozenset({"tanggal_lhe", "tanggal_rapat"})
