"""What one run hands out: every file is written whole together with the register, or none is.

A file in outbox/ that isn't byte for byte what we wrote there holds somebody's typing: it is kept
in disimpan/ before another takes its place. One that is open elsewhere is left alone.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import errno
import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from sopkinerja.agenda.isi import IsiBerkas, hash_isi, iter_isi
from sopkinerja.agenda.niat import NAMA, Niat
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

TERPUTUS = (
    "Perintah sebelumnya terputus (mati listrik atau ditutup paksa). Sisanya sudah dirapikan: tidak "
    "ada berkas yang hilang, dan tidak ada yang terhitung dua kali."
)


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
    kept by us. Each is laid beside its place as it is added, and put there by `apply`."""

    def __init__(self, akar: Path, nomor: int, is_milik: Callable[[str], bool]) -> None:
        self._akar, self._is_milik = akar, is_milik
        self._niat = Niat(akar, nomor)
        self._siap: dict[Path, Path] = {}
        self._folder: set[Path] = set()
        self.kabar: list[Kabar] = []

    def add(self, tujuan: Path, isi: bytes | IsiBerkas, sha256: str) -> Path:
        """Plans one file of that SHA-256; returns where it will lie: in its place, or with a number
        beside one that is open elsewhere."""
        if _is_sama(tujuan, sha256):
            self._lepas(tujuan)
            return tujuan
        tempat = find_tempat(tujuan)
        if tempat != tujuan:
            self.kabar.append(Kabar(self._jalur(tujuan), self._jalur(tempat), DIBUKA))
            if _is_sama(tempat, sha256):
                return tempat
        self._siapkan(tempat, isi, sha256)
        return tempat

    def remove(self, berkas: Path, sha256: str = "") -> None:
        """Plans that a file goes, once all else is done and if it still is that one."""
        with _jelaskan(berkas):
            self._niat.note_buang(berkas, sha256)

    def apply(self) -> None:
        """Puts everything in its place; SopKinerjaError where that can't be, and then `undo` is
        due."""
        ketikan = [t for t in self._siap if self._is_ketikan(t)]
        for tujuan in ketikan:
            self._simpan(tujuan)
        for tujuan in self._siap:
            if tujuan.is_file():
                self._cadangkan(tujuan)
        with _jelaskan(self._akar / NAMA):
            self._niat.sync()
        for tujuan, sementara in self._siap.items():
            with _jelaskan(tujuan):
                os.replace(sementara, tujuan)

    def undo(self) -> None:
        """Puts everything back as it was."""
        self._niat.undo()

    def finish(self) -> list[Path]:
        """Removes what was to go; to be called once the register is committed. Returns what is
        left because it could not be removed."""
        return self._niat.finish()

    def _siapkan(self, tujuan: Path, isi: bytes | IsiBerkas, sha256: str) -> None:
        self._lepas(tujuan)
        with _jelaskan(tujuan):
            self._build_folder(tujuan.parent)
            sementara = self._niat.note_pasang(tujuan, sha256)
            self._siap[tujuan] = sementara
            write_sementara(tujuan, iter_isi(isi), sementara, tahan=not self._is_outbox(tujuan))

    def _lepas(self, tujuan: Path) -> None:
        if tujuan in self._siap:
            self._siap.pop(tujuan).unlink(missing_ok=True)

    def _is_outbox(self, berkas: Path) -> bool:
        return berkas.is_relative_to(self._akar / "outbox")

    def _is_ketikan(self, tujuan: Path) -> bool:
        """Whether somebody's typing lies where a file is going to be put."""
        if not self._is_outbox(tujuan) or not tujuan.is_file():
            return False
        return not self._is_milik(hash_isi(_read_isi(tujuan)))

    def _simpan(self, berkas: Path) -> None:
        isi = _read_isi(berkas)
        sha256 = hash_isi(isi)
        salinan = self._find_salinan(berkas, sha256)
        if not salinan.exists():
            self._siapkan(salinan, isi, sha256)
        self.kabar.append(Kabar(self._jalur(berkas), self._jalur(salinan)))

    def _cadangkan(self, tujuan: Path) -> None:
        isi = _read_isi(tujuan)
        with _jelaskan(tujuan):
            write_sementara(tujuan, [isi], self._niat.note_cadangan(tujuan))

    def _find_salinan(self, berkas: Path, sha256: str) -> Path:
        """The same place under disimpan/, with the day it was last changed; never over another."""
        hari = dt.datetime.fromtimestamp(berkas.stat().st_mtime, WITA).date()
        dasar = self._akar / "disimpan" / berkas.relative_to(self._akar / "outbox")
        for nomor in range(1, MAKS_NOMOR + 1):
            ekor = f"_{hari}" if nomor == 1 else f"_{hari}_{nomor}"
            calon = dasar.with_name(f"{dasar.stem}{ekor}{dasar.suffix}")
            if not calon.exists() or _is_sama(calon, sha256):
                return calon
        raise SopKinerjaError(
            f"{dasar.parent} sudah memuat {MAKS_NOMOR} salinan {berkas.name} dari hari itu. "
            "Pindahkan yang lama, lalu ulangi."
        )

    def _build_folder(self, folder: Path) -> None:
        """Makes a folder and remembers which ones are new; write_sementara says why one can't be."""
        if folder in self._folder:
            return
        self._folder.add(folder)
        kurang = [f for f in (folder, *folder.parents) if not f.exists()]
        for f in reversed(kurang):
            self._niat.note_folder(f)
            with contextlib.suppress(OSError):
                f.mkdir()

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


@contextlib.contextmanager
def _jelaskan(berkas: Path) -> Iterator[None]:
    """A refusal of the system in words that help."""
    try:
        yield
    except OSError as galat:
        raise SopKinerjaError(
            f"{berkas.name} tidak dapat ditulis di {berkas.parent}: {render_sebab(galat)}."
        ) from None


def _is_sama(berkas: Path, sha256: str) -> bool:
    return berkas.is_file() and hash_isi(_read_isi(berkas)) == sha256


def _read_isi(berkas: Path) -> bytes:
    try:
        return berkas.read_bytes()
    except OSError as galat:
        raise SopKinerjaError(
            f"{berkas} tidak dapat dibaca: {render_sebab(galat)}. Tutup programnya atau pindahkan "
            "berkasnya, lalu ulangi."
        ) from None
