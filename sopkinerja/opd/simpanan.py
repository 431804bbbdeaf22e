"""What the referensi workbook said, kept beside it until workbook, settings or program change.

Reading and judging a large workbook takes longer than most commands; that none of the three has
changed is known by SHA-256. The file can be thrown away at any time: it is only ever a short cut.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Self

from pydantic import BaseModel, Field, PrivateAttr, ValidationError

from sopkinerja.kesalahan import SopKinerjaError
from sopkinerja.opd.model import Referensi
from sopkinerja.ruang import Pengaturan, write_sementara
from sopkinerja.temuan import Temuan

NAMA = ".sopkinerja.referensi"
PENILAI = (".", "baca", "lembar", "mandat", "opd")
"""The folders of the package whose modules read and judge it."""


class Pandangan(BaseModel):
    """Referensi as seen from one year, free of galat, and what else was said of it."""

    referensi: Referensi
    temuan: list[dict[str, str]]


class Simpanan(BaseModel):
    """What is kept of one workbook; without `pandangan` nothing is."""

    sidik: str
    tahun: int = 0
    tahun_mandat: tuple[int, ...] = ()
    pandangan: dict[str, Pandangan] = Field(default_factory=dict)
    periksa: str = ""
    """SHA-256 of the workbook that was last written of its faults, and of those faults."""
    _tempat: Path = PrivateAttr(Path(NAMA))
    _baru: bool = PrivateAttr(False)

    def find(self, tahun: int | None, usulan: bool) -> tuple[Referensi, list[Temuan]] | None:
        """What `check` gave for that year; None where it wasn't asked yet."""
        kini = self.pandangan.get(_build_nama(tahun, usulan))
        if kini is None:
            return None
        return kini.referensi, [Temuan.from_dict(t) for t in kini.temuan]

    def add(
        self,
        tahun: int | None,
        usulan: bool,
        referensi: Referensi,
        temuan: Sequence[Temuan],
        tahun_opd: int,
        tahun_mandat: frozenset[int],
    ) -> None:
        """Takes what `check` gave, to be kept by `save`."""
        kini = Pandangan(referensi=referensi, temuan=[t.as_dict() for t in temuan])
        self.pandangan[_build_nama(tahun, usulan)] = kini
        self.tahun, self.tahun_mandat = tahun_opd, tuple(sorted(tahun_mandat))
        self._baru = True

    def is_tertulis(self, berkas: Path, temuan: Sequence[Temuan]) -> bool:
        """Whether that workbook tells these very faults already, and nobody changed it."""
        try:
            return self.periksa == _build_cap_periksa(berkas.read_bytes(), temuan)
        except OSError:
            return False

    def note_tertulis(self, isi: bytes, temuan: Sequence[Temuan]) -> None:
        """Takes that a workbook of these faults was written."""
        self.periksa = _build_cap_periksa(isi, temuan)
        self._baru = True

    def save(self) -> None:
        """Writes what is new; a folder that can't be written to keeps nothing."""
        if not self._baru:
            return
        self._baru = False
        isi = self.model_dump_json().encode()
        with contextlib.suppress(SopKinerjaError, OSError):
            sementara = write_sementara(self._tempat, [_cap(isi), b"\n", isi])
            try:
                os.replace(sementara, self._tempat)
            finally:
                sementara.unlink(missing_ok=True)

    def di(self, tempat: Path) -> Self:
        """The same, kept at that place."""
        self._tempat = tempat
        return self


def _build_nama(tahun: int | None, usulan: bool) -> str:
    return f"{tahun or 'semua'}{' usulan' if usulan else ''}"


def open_simpanan(path: Path, isi: bytes, pengaturan: Pengaturan) -> Simpanan:
    """What is kept of the workbook with these bytes; an empty one where it is of another, of other
    settings or of another program, or damaged."""
    tempat = path.with_name(NAMA)
    sidik = _build_sidik(isi, pengaturan)
    try:
        cap, _, teks = tempat.read_bytes().partition(b"\n")
        lama = Simpanan.model_validate_json(teks) if cap == _cap(teks) else None
    except (OSError, ValidationError):
        lama = None
    return (lama if lama and lama.sidik == sidik else Simpanan(sidik=sidik)).di(tempat)


def _build_cap_periksa(isi: bytes, temuan: Sequence[Temuan]) -> str:
    teks = json.dumps([t.as_dict() for t in temuan]).encode()
    return hashlib.sha256(_cap(isi) + _cap(teks)).hexdigest()


def _cap(isi: bytes) -> bytes:
    return hashlib.sha256(isi).hexdigest().encode()


def _build_sidik(isi: bytes, pengaturan: Pengaturan) -> str:
    bagian = (isi, pengaturan.model_dump_json().encode(), _read_program().encode())
    return hashlib.sha256(b"".join(hashlib.sha256(b).digest() for b in bagian)).hexdigest()


@cache
def _read_program() -> str:
    """SHA-256 over the modules that read and judge."""
    sidik = hashlib.sha256()
    for nama in PENILAI:
        folder = files("sopkinerja") if nama == "." else files("sopkinerja") / nama
        for modul in sorted(folder.iterdir(), key=lambda m: m.name):
            if modul.name.endswith(".py"):
                sidik.update(modul.name.encode() + b"\0" + modul.read_bytes())
    return sidik.hexdigest()
