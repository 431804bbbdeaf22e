"""What one run hands out: every file is written whole together with the register, or none is.

A file in outbox/ that isn't byte for byte what we wrote there holds somebody's typing: it is kept
in disimpan/ before another takes its place. One that is open elsewhere is left alone.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import errno
import hashlib
import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from sopkinerja.agenda.isi import IsiBerkas, hash_isi, read_isi
from sopkinerja.kesalahan import SopKinerjaError
from sopkinerja.ruang import render_sebab, write_sementara
from sopkinerja.tulisan import WITA

KUNCI_BUKA = ("~${}", ".~lock.{}#", ".~{}")
"""What Excel, LibreOffice and WPS lay beside a workbook while someone has it open."""
MAKS_NOMOR = 99
DIUBAH = (
    "{berkas} sudah diisi atau diubah di outbox/; isinya disimpan sebagai {tempat}. Bila itu "
    "formulir yang harus dihitung, taruh salinan itu di inbox/, lalu: sopkinerja terima"
)
DIBUKA = "{berkas} sedang dibuka, jadi dibiarkan; yang baru ditulis sebagai {tempat}"


@dataclass(frozen=True)
class Kabar:
    """What became of one file of the office, most often of outbox/ and no longer as we wrote it;
    `tempat` is where `pesan` says a copy of it was kept, or the new one lies. Relative to the
    workspace."""

    berkas: str
    tempat: str
    pesan: str = DIUBAH

    def render(self) -> str:
        """What happened, and what the Kasubag Program may want to do about it."""
        return self.pesan.format(berkas=self.berkas, tempat=self.tempat)


class Keluaran:
    """The files of one transaction; `is_milik` tells whether bytes of that SHA-256 are ours, or
    kept by us."""

    def __init__(self, akar: Path, is_milik: Callable[[str], bool]) -> None:
        self._akar, self._is_milik = akar, is_milik
        self._isi: dict[Path, bytes | IsiBerkas] = {}
        self._lama: dict[Path, bytes | None] = {}
        self._folder: list[Path] = []
        self.kabar: list[Kabar] = []

    def add(self, tujuan: Path, isi: bytes | IsiBerkas) -> Path:
        """Plans one file; returns where it will lie: in its place, or with a number beside one
        that is open elsewhere."""
        if _is_sama(tujuan, isi):
            self._isi.pop(tujuan, None)
            return tujuan
        tempat = find_tempat(tujuan)
        if tempat != tujuan:
            self.kabar.append(Kabar(self._jalur(tujuan), self._jalur(tempat), DIBUKA))
        self._isi[tempat] = isi
        return tempat

    def apply(self) -> None:
        """Writes everything; SopKinerjaError where one can't be, and then `undo` is due."""
        semua = self._plan_simpanan() | self._isi
        siap: dict[Path, Path] = {}
        try:
            for tujuan, isi in semua.items():
                self._build_folder(tujuan.parent)
                siap[tujuan] = write_sementara(tujuan, read_isi(isi))
            for tujuan, sementara in siap.items():
                self._ganti(tujuan, sementara)
        finally:
            for sementara in siap.values():
                sementara.unlink(missing_ok=True)

    def undo(self) -> None:
        """Puts everything back as it was."""
        for tujuan, lama in reversed(self._lama.items()):
            if lama is None:
                tujuan.unlink(missing_ok=True)
            else:
                os.replace(write_sementara(tujuan, lama), tujuan)
        for folder in reversed(self._folder):
            with contextlib.suppress(OSError):
                folder.rmdir()

    def _plan_simpanan(self) -> dict[Path, bytes]:
        hasil: dict[Path, bytes] = {}
        for tujuan in self._isi:
            if not tujuan.is_relative_to(self._akar / "outbox") or not tujuan.is_file():
                continue
            isi = _read_isi(tujuan)
            if not self._is_milik(hashlib.sha256(isi).hexdigest()):
                salinan = self._find_salinan(tujuan, isi)
                hasil[salinan] = isi
                self.kabar.append(Kabar(self._jalur(tujuan), self._jalur(salinan)))
        return hasil

    def _find_salinan(self, berkas: Path, isi: bytes) -> Path:
        """The same place under disimpan/, with the day it was last changed; never over another."""
        hari = dt.datetime.fromtimestamp(berkas.stat().st_mtime, WITA).date()
        dasar = self._akar / "disimpan" / berkas.relative_to(self._akar / "outbox")
        for nomor in range(1, MAKS_NOMOR + 1):
            ekor = f"_{hari}" if nomor == 1 else f"_{hari}_{nomor}"
            calon = dasar.with_name(f"{dasar.stem}{ekor}{dasar.suffix}")
            if not calon.exists() or _is_sama(calon, isi):
                return calon
        raise SopKinerjaError(
            f"{dasar.parent} sudah memuat {MAKS_NOMOR} salinan {berkas.name} dari hari itu. "
            "Pindahkan yang lama, lalu ulangi."
        )

    def _build_folder(self, folder: Path) -> None:
        """Makes a folder and remembers which ones are new; write_sementara says why one can't be."""
        kurang = [f for f in (folder, *folder.parents) if not f.exists()]
        for f in reversed(kurang):
            with contextlib.suppress(OSError):
                f.mkdir()
                self._folder.append(f)

    def _ganti(self, tujuan: Path, sementara: Path) -> None:
        try:
            self._lama[tujuan] = _read_isi(tujuan) if tujuan.is_file() else None
            os.replace(sementara, tujuan)
        except OSError as galat:
            self._lama.pop(tujuan, None)
            raise SopKinerjaError(
                f"{tujuan.name} tidak dapat ditulis di {tujuan.parent}: {render_sebab(galat)}."
            ) from None

    def _jalur(self, berkas: Path) -> str:
        return berkas.relative_to(self._akar).as_posix()


def find_tempat(tujuan: Path) -> Path:
    """That place, or a numbered one beside it where the file there is open elsewhere."""
    for calon in _list_calon(tujuan):
        if not is_dibuka(calon):
            return calon
    raise SopKinerjaError(
        f"{tujuan.name} tidak dapat ditulis: berkas itu dan yang bernomor di sampingnya sedang "
        "dibuka. Tutup berkasnya di Excel, lalu ulangi."
    )


def _list_calon(tujuan: Path) -> Iterator[Path]:
    yield tujuan
    for nomor in range(2, MAKS_NOMOR + 1):
        yield tujuan.with_name(f"{tujuan.stem} ({nomor}){tujuan.suffix}")


def is_dibuka(berkas: Path) -> bool:
    """Whether someone has that file open: a lock lies beside it, or the system lets nobody replace
    it (Windows)."""
    if not berkas.is_file():
        return False
    if any(berkas.with_name(k.format(berkas.name)).exists() for k in KUNCI_BUKA):
        return True
    try:
        os.rename(berkas, berkas)
    except PermissionError as galat:
        return galat.errno == errno.EACCES and os.access(berkas.parent, os.W_OK)
    return False


def _is_sama(berkas: Path, isi: bytes | IsiBerkas) -> bool:
    return berkas.is_file() and hash_isi(_read_isi(berkas)) == hash_isi(isi)


def _read_isi(berkas: Path) -> bytes:
    try:
        return berkas.read_bytes()
    except OSError as galat:
        raise SopKinerjaError(
            f"{berkas} tidak dapat dibaca: {render_sebab(galat)}. Tutup programnya atau pindahkan "
            "berkasnya, lalu ulangi."
        ) from None
