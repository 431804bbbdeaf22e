"""What a chair is called where there is little room: so the LHE prints it, and minutes may say it."""

from __future__ import annotations

import re

PANJANG_PENUH = 18
"""A jabatan's name up to so many letters is printed whole."""
SINGKAT = (
    (r"^Kepala Bidang\b", "Kabid"),
    (r"^Kepala (?:Sub ?bagian|Subbag)\b", "Kasubag"),
    (r"^Kepala Seksi\b", "Kasi"),
    (r"^Kepala (UPTD?)\b", r"Kepala \1"),
)
"""How offices shorten the names of their chairs; the kode says which one it is."""


def render_singkatan(kode: str, nama: str) -> str:
    """`Sekretaris`, `Kabid PLN`, `Kepala UPT PSMB`: a chair in a narrow column."""
    bersih = _clean_nama(nama)
    if len(bersih) <= PANJANG_PENUH:
        return bersih
    for pola, singkat in SINGKAT:
        if cocok := re.match(pola, bersih):
            return f"{cocok.expand(singkat)} {kode}"
    return kode


def list_singkatan(kode: str, nama: str) -> tuple[str, ...]:
    """The same, and with the words in front of its name unshortened: `Kepala Bidang PLN`."""
    hasil = [render_singkatan(kode, nama)]
    for pola, singkat in SINGKAT:
        if cocok := re.match(pola, _clean_nama(nama)):
            hasil += [f"{cocok[0]} {kode}", f"{cocok.expand(singkat)} {kode}"]
    return tuple(dict.fromkeys(hasil))


def _clean_nama(nama: str) -> str:
    return nama.replace("(contoh)", "").strip()
