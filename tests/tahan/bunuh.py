"""Runs a command and ends it at its k-th doing, as a power cut would: no handler, no clean-up.

    python -m tests.tahan.bunuh FOLDER K ARGUMENT…

What counts as a doing, in FOLDER and below: a file opened, put in place, removed, a folder made, a
statement of the register, a reader started. With K = 0 the command runs to its end and prints what
it did, one doing a line, on stderr.
"""

from __future__ import annotations

import os
import signal
import sqlite3
import sys
from collections.abc import Callable
from typing import Any

BERKAS = ("open", "os.rename", "os.remove", "os.mkdir", "os.rmdir", "os.link", "shutil.copyfile")

_CONNECT = sqlite3.connect


class Penghitung:
    """Counts doings; ends the process at the one that it was told."""

    def __init__(self, folder: str, batas: int) -> None:
        self.folder, self.batas = folder, batas
        self.daftar: list[str] = []

    def catat(self, apa: str) -> None:
        """One more doing, about to be done."""
        self.daftar.append(apa)
        if len(self.daftar) == self.batas:
            os.kill(os.getpid(), signal.SIGKILL)

    def __call__(self, peristiwa: str, argumen: tuple[Any, ...]) -> None:
        """The audit hook."""
        if peristiwa == "subprocess.Popen":
            self.catat("pekerja")
        elif peristiwa in BERKAS:
            jalur = next((os.fsdecode(a) for a in argumen[:2][::-1] if _is_jalur(a)), "")
            if jalur.startswith(self.folder):
                self.catat(f"{peristiwa} {jalur.removeprefix(self.folder)}")

    def connect(self, *argumen: Any, **lain: Any) -> sqlite3.Connection:
        """sqlite3.connect, each statement counted."""
        catat = self.catat

        induk = lain.pop("factory", sqlite3.Connection)

        class Koneksi(induk):  # type: ignore[misc]
            def execute(self, sql: str, *nilai: Any) -> sqlite3.Cursor:
                catat(f"sql {sql[:40]!r}")
                return super().execute(sql, *nilai)

        return _CONNECT(*argumen, **lain, factory=Koneksi)


def _is_jalur(argumen: object) -> bool:
    return isinstance(argumen, str | bytes) and os.fsdecode(argumen).startswith("/")


def jalankan(perintah: Callable[[list[str]], object], argumen: list[str]) -> None:
    """The command, watched."""
    folder, batas = os.path.realpath(argumen[0]), int(argumen[1])
    penghitung = Penghitung(f"{folder}/", batas)
    sys.addaudithook(penghitung)
    sqlite3.connect = penghitung.connect  # type: ignore[assignment]
    try:
        perintah(["--ruang", folder, *argumen[2:]])
    finally:
        if not batas:
            print("\n".join(penghitung.daftar), file=sys.stderr)


if __name__ == "__main__":
    from sopkinerja.cli import main

    jalankan(main, sys.argv[1:])
