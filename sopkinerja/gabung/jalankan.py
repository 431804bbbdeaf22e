"""Putting a pemda together: all sources read, decided on, then both workbooks written."""

from __future__ import annotations

import datetime as dt
import hashlib
import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import BinaryIO

from sopkinerja.cetak.tata import Penandatangan
from sopkinerja.gabung.buku import write_lhe_pemda, write_matriks_pemda
from sopkinerja.gabung.model import KinerjaPemda, Periode
from sopkinerja.gabung.sumber import AGENDA, read_sumber
from sopkinerja.gabung.susun import build_gabungan
from sopkinerja.kesalahan import SopKinerjaError
from sopkinerja.ruang import write_berkas

SIMPANAN, MATRIKS = "disimpan", "Matriks_Pemda"


@dataclass(frozen=True)
class BerkasTulis:
    """A workbook that was written, and where the one lies that it took the place of."""

    tujuan: Path
    sha256: str
    disimpan: Path | None = None


def gather(
    sumber: Sequence[Path], periode: Periode, waktu: dt.datetime, kabar: Callable[[Path], None]
) -> KinerjaPemda:
    """Every source read (`kabar` hears of each before), and which of them count."""
    bacaan = []
    for jalur in sumber:
        kabar(jalur)
        bacaan.append(read_sumber(jalur, periode))
    return build_gabungan(periode, waktu, bacaan)


def check_tujuan(folder: Path) -> None:
    """SopKinerjaError where the folder is a workspace: what is handed out there is an OPD's."""
    if (folder / AGENDA).exists():
        raise SopKinerjaError(
            f"{folder} adalah ruang kerja sebuah OPD. Sebutkan folder lain untuk hasil gabungan "
            "(--keluaran); bila belum ada, folder itu dibuat."
        )


def write_gabungan(
    gabungan: KinerjaPemda, sah: Penandatangan, folder: Path, matriks: str = ""
) -> tuple[BerkasTulis, ...]:
    """Both workbooks, the matrix under the name `matriks` where one is given; each is rendered before
    the first is written."""
    tahun, triwulan = gabungan.periode
    daftar: dict[str, Callable[[BinaryIO], None]] = {
        "LHE_Pemda": partial(write_lhe_pemda, gabungan, sah),
        MATRIKS: partial(write_matriks_pemda, gabungan),
    }
    siap = {}
    for nama, write in daftar.items():
        isi = io.BytesIO()
        write(isi)
        baku = f"{nama}_TW{triwulan.value}_{tahun}.xlsx"
        siap[folder / (matriks if matriks and nama == MATRIKS else baku)] = isi.getvalue()
    return tuple(_save(tujuan, isi) for tujuan, isi in siap.items())


def _save(tujuan: Path, isi: bytes) -> BerkasTulis:
    """Writes a workbook; another one of that name is kept first."""
    sha = hashlib.sha256(isi).hexdigest()
    lama = tujuan.read_bytes() if tujuan.is_file() else isi
    if lama == isi and tujuan.is_file():
        return BerkasTulis(tujuan, sha)
    disimpan = _keep(tujuan, lama) if lama != isi else None
    return BerkasTulis(write_berkas(tujuan, isi), sha, disimpan)


def _keep(tujuan: Path, isi: bytes) -> Path:
    sidik = hashlib.sha256(isi).hexdigest()[:8]
    return write_berkas(tujuan.parent / SIMPANAN / f"{tujuan.stem}_{sidik}{tujuan.suffix}", isi)
