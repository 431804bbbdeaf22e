"""How the Renaksi form is laid out: the keys of its rows, and the officer's cells."""

from __future__ import annotations

BARIS_RENAKSI = tuple(f"L{i:02d}" for i in range(1, 31))
"""Row keys of the table `renaksi`, in the template's order."""
KOLOM_RENAKSI = (
    "kode", "langkah", "bulan_mulai", "bulan_selesai", "keluaran", "penanggung_jawab", "anggaran",
)  # fmt: skip
"""The officer's own cells."""
MUAT_INDIKATOR = 40
"""Rows of the table of the jabatan's own indicators."""
MUAT_PAGU = 40
"""Rows of the table of the sub kegiatan that pay for the steps."""
MUAT_RENCANA = 3
"""Rows of the table of what earlier triwulan planned."""
