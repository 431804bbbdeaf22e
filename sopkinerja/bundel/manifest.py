"""What a bundle holds, as its first file tells it."""

from __future__ import annotations

import json
from typing import NamedTuple

from pydantic import BaseModel, ConfigDict

NAMA = "manifest.json"
BACA_SAYA = "BACA_SAYA.txt"


class BerkasBundel(BaseModel):
    """One file of a bundle: its name there, its hash, what it is, and where it lies in the workspace
    (empty: nowhere, it was written for the bundle)."""

    model_config = ConfigDict(frozen=True)

    nama: str
    sha256: str
    apa: str
    tempat: str = ""


class Manifest(BaseModel):
    """The bundle of a triwulan: of whom, made by which version, up to which page of the journal, and
    every file."""

    model_config = ConfigDict(frozen=True)

    versi: int = 1
    program: str
    opd: str
    tahun: int
    triwulan: int
    jurnal: int
    berkas: tuple[BerkasBundel, ...]

    def render(self) -> bytes:
        """As JSON that a person can read."""
        isi = json.dumps(self.model_dump(), ensure_ascii=False, indent=1)
        return f"{isi}\n".encode()


class IsiBundel(NamedTuple):
    """One file on its way into a bundle; without bytes it lies in the workspace."""

    berkas: BerkasBundel
    isi: bytes | None = None
