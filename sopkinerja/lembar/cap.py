"""The stamp: a form's identity as text with a check character, and back.

The kode formulir reads `LAPORAN/DISPERINDAG/2026/TW1/PLN-01/R2/K`; its last character is the
ISO 7064 Mod 37,36 check over the letters and digits before it (python-stdnum).
"""

from __future__ import annotations

import re

from stdnum.exceptions import ValidationError
from stdnum.iso7064 import mod_37_36

from sopkinerja.istilah import Beku, Formulir, Triwulan

POLA_KODE = re.compile(
    rf"\b({'|'.join(f.value.upper() for f in Formulir)})/([A-Z0-9-]+)/(\d{{4}})/(?:TW([1-4])/)?"
    r"([A-Z0-9][A-Z0-9.-]*)/R(\d+)/([A-Z0-9])(?![A-Za-z0-9/])"
)
"""Where a kode formulir stands in a text."""

POLA_JABATAN = re.compile(r"[A-Z0-9][A-Z0-9-]{0,23}")
"""What a kode jabatan may look like: it becomes part of file names and of the kode formulir."""


class Identitas(Beku):
    """Whose form it is; revisions share it. `opd` is the singkatan of the OPD as a slug."""

    formulir: Formulir
    opd: str
    tahun: int
    triwulan: Triwulan | None
    jabatan: str


def build_slug(singkatan: str) -> str:
    """`Disperindag Sulteng` becomes `DISPERINDAG-SULTENG`."""
    return re.sub(r"[^A-Z0-9]+", "-", singkatan.upper()).strip("-") or "OPD"


def render_kode(identitas: Identitas, revisi: int) -> str:
    """The kode formulir of one revision, with its check character."""
    tw = f"/TW{identitas.triwulan.value}" if identitas.triwulan else ""
    badan = (
        f"{identitas.formulir.value.upper()}/{identitas.opd}/{identitas.tahun}{tw}"
        f"/{identitas.jabatan}/R{revisi}"
    )
    return f"{badan}/{mod_37_36.calc_check_digit(_bersih(badan))}"


def read_kode(teks: str) -> tuple[Identitas, int] | None:
    """Identity and revision from the first kode formulir in a text; None where there is none or
    its check character is wrong."""
    cocok = POLA_KODE.search(teks)
    if cocok is None:
        return None
    try:
        mod_37_36.validate(_bersih(cocok.group(0)))
    except ValidationError:
        return None
    formulir, opd, tahun, tw, jabatan, revisi, _ = cocok.groups()
    identitas = Identitas(
        formulir=Formulir(formulir.lower()),
        opd=opd,
        tahun=int(tahun),
        triwulan=Triwulan(int(tw)) if tw else None,
        jabatan=jabatan,
    )
    return identitas, int(revisi)


def _bersih(teks: str) -> str:
    return re.sub(r"[^A-Z0-9]", "", teks)
