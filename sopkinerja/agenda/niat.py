"""What a transaction is about to do to files, written down before it is done.

Where a run was killed, the next one that writes puts every file back as it was; where the register
had been committed by then, it does what was left to do. What somebody changed meanwhile stays.
"""

from __future__ import annotations

import contextlib
import json
import os
import secrets
from pathlib import Path
from typing import IO, Self

from sopkinerja.agenda.isi import hash_berkas
from sopkinerja.kesalahan import SopKinerjaError
from sopkinerja.ruang import render_sebab

NAMA = ".sopkinerja.niat"
"""Lies in the workspace while a transaction goes on; one JSON list a line."""
SEBELUM = "{} (sebelumnya){}"
"""What an older file is called where a newer one that isn't ours stands in its place."""


class Niat:
    """The intent of one transaction; `nomor` is its number in the register's journal."""

    def __init__(self, akar: Path, nomor: int) -> None:
        self.nomor = nomor
        self._akar = akar
        self._berkas: IO[str] | None = None
        self._folder: list[Path] = []
        self._pasang: dict[Path, tuple[Path, str]] = {}
        self._cadangan: dict[Path, Path] = {}
        self._buang: dict[Path, str] = {}

    @classmethod
    def read(cls, akar: Path) -> Self | None:
        """What a killed run left behind; None where there is nothing. A line that was cut off is of
        something that was not begun."""
        try:
            isi = (akar / NAMA).read_text(encoding="ascii", errors="replace")
        except FileNotFoundError:
            return None
        niat = cls(akar, 0)
        with contextlib.suppress(ValueError):
            for baris in isi.splitlines():
                niat._apply(*json.loads(baris))
        return niat

    def _apply(self, apa: str, *isi: str) -> None:
        if apa == "nomor":
            self.nomor = int(isi[0])
            return
        jalur = self._akar / isi[0]
        if apa == "folder":
            self._folder.append(jalur)
        elif apa == "pasang":
            self._pasang[jalur] = (jalur.with_name(isi[1]), isi[2])
        elif apa == "cadangan":
            self._cadangan[jalur] = jalur.with_name(isi[1])
        else:
            self._buang[jalur] = isi[1]

    def _note(self, apa: str, jalur: Path, *isi: str) -> None:
        if self._berkas is None:
            self._berkas = (self._akar / NAMA).open("w", encoding="ascii", newline="\n")
            self._berkas.write(json.dumps(["nomor", str(self.nomor)]) + "\n")
        relatif = os.path.relpath(jalur, self._akar).replace(os.sep, "/")
        self._berkas.write(json.dumps([apa, relatif, *isi]) + "\n")
        self._berkas.flush()
        self._apply(apa, relatif, *isi)

    def note_folder(self, folder: Path) -> None:
        """A folder is going to be made."""
        self._note("folder", folder)

    def note_pasang(self, tujuan: Path, sha256: str) -> Path:
        """Bytes are going to be laid beside their place, and then put there; returns where beside."""
        nama = _build_nama()
        self._note("pasang", tujuan, nama, sha256)
        return tujuan.with_name(nama)

    def note_cadangan(self, tujuan: Path) -> Path:
        """What stands there now is going to be copied beside it; returns where."""
        nama = _build_nama()
        self._note("cadangan", tujuan, nama)
        return tujuan.with_name(nama)

    def note_buang(self, jalur: Path, sha256: str) -> None:
        """A file goes once all is committed, if it still is that one (any, where that is empty)."""
        self._note("buang", jalur, sha256)

    def sync(self) -> None:
        """All that was written down is on the disk."""
        if self._berkas is not None:
            os.fsync(self._berkas.fileno())

    def undo(self) -> None:
        """Every file and folder as it was before; may itself be cut short and done again."""
        self.close()
        for tujuan, (sementara, sha256) in reversed(self._pasang.items()):
            cadangan = self._cadangan.get(tujuan)
            if sementara.exists():
                if cadangan is not None:
                    cadangan.unlink(missing_ok=True)
                sementara.unlink()
            elif _is_sama(tujuan, sha256):
                _kembalikan(tujuan, cadangan)
            elif cadangan is not None and cadangan.exists():
                _singkirkan(tujuan, cadangan)
        for folder in reversed(self._folder):
            with contextlib.suppress(OSError):
                folder.rmdir()
        self._hapus()

    def finish(self) -> list[Path]:
        """What is due once the register is committed; returns what could not be removed."""
        self.close()
        for tujuan, (sementara, _) in self._pasang.items():
            if sementara.exists():  # the register's commit outlived the renaming
                os.replace(sementara, tujuan)
        tinggal = [p for p, sha256 in self._buang.items() if not _buang(p, sha256)]
        sisa = [s for s, _ in self._pasang.values()] + list(self._cadangan.values())
        for berkas in sisa:
            with contextlib.suppress(OSError):
                berkas.unlink(missing_ok=True)
        with contextlib.suppress(OSError):
            self._hapus()
        return tinggal

    def close(self) -> None:
        """Nothing more is written down."""
        if self._berkas is not None:
            self._berkas.close()

    def _hapus(self) -> None:
        (self._akar / NAMA).unlink(missing_ok=True)


def recover(akar: Path, nomor_terakhir: int) -> bool:
    """Undoes a killed run, or finishes it where the register holds it; False where there was none."""
    try:
        niat = Niat.read(akar)
        if niat is None:
            return False
        if niat.nomor <= nomor_terakhir:
            niat.finish()
        else:
            niat.undo()
    except OSError as galat:
        raise SopKinerjaError(
            "Sisa perintah sebelumnya, yang terputus, tidak dapat dirapikan: "
            f"{render_sebab(galat)} ({galat.filename}). Perbaiki itu, lalu ulangi."
        ) from None
    return True


def _build_nama() -> str:
    return f".tulis-{secrets.token_hex(8)}.tmp"


def _is_sama(berkas: Path, sha256: str) -> bool:
    return berkas.is_file() and hash_berkas(berkas) == sha256


def _kembalikan(tujuan: Path, cadangan: Path | None) -> None:
    if cadangan is not None and cadangan.exists():
        os.replace(cadangan, tujuan)
    else:
        tujuan.unlink()


def _singkirkan(tujuan: Path, cadangan: Path) -> None:
    """What stood there before is kept beside it where somebody changed what stands there now."""
    if tujuan.is_file() and hash_berkas(tujuan) != hash_berkas(cadangan):
        os.replace(cadangan, tujuan.with_name(SEBELUM.format(tujuan.stem, tujuan.suffix)))
    else:
        cadangan.unlink()


def _buang(berkas: Path, sha256: str) -> bool:
    """Removes a file if it still is that one; another that lies there by now is left alone."""
    try:
        if not sha256 or not berkas.exists() or hash_berkas(berkas) == sha256:
            berkas.unlink(missing_ok=True)
    except OSError:
        return False
    return True
