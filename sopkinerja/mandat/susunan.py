"""How the mandat form is laid out: the keys of its rows, and the officer's cells."""

from __future__ import annotations

BARIS_MANDAT = tuple(f"I{i:02d}" for i in range(1, 21))
"""Row keys of the table `mandat`, in the template's order."""
KOLOM_MANDAT = (
    "sasaran", "indikator", "satuan", "polaritas", "konsolidasi", "bobot", "target_tahun", "tw_0",
    "tw_1", "tw_2", "tw_3", "induk", "renstra", "sub_kegiatan", "realisasi_tahun_lalu",
    "nilai_terburuk", "data_menyusul", "sumber_data", "definisi",
)  # fmt: skip
"""The officer's own cells."""
