"""What a chair is called where there is little room: so the LHE prints it, and minutes may say it."""

from __future__ import annotations

import re

from sopkinerja.matriks.model import JabatanMatriks

PANJANG_PENUH = 18
"""A jabatan's name up to so many letters is printed whole."""
SINGKAT = (
    (r"^Kepala Bidang\b", "Kabid"),
    (r"^Kepala (?:Sub ?bagian|Subbag)\b", "Kasubag"),
    (r"^Kepala Seksi\b", "Kasi"),
    (r"^Kepala (UPTD?)\b", r"Kepala \1"),
)
"""How offices shorten the names of their chairs; the kode says which one it is."""


def render_singkatan(jabatan: JabatanMatriks) -> str:
    """`Sekretaris`, `Kabid PLN`, `Kepala UPT PSMB`: a chair in a narrow column."""
    nama = jabatan.nama.replace("(contoh)", "").strip()
    if len(nama) <= PANJANG_PENUH:
        return nama
    for pola, singkat in SINGKAT:
        if cocok := re.match(pola, nama):
            return f"{cocok.expand(singkat)} {jabatan.kode}"
    return jabatan.kode
