"""A person at a terminal: the program behind a pseudo-terminal, read and typed to."""

from __future__ import annotations

import os
import pty
import re
import select
import signal
import subprocess
import sys
from pathlib import Path
from types import TracebackType

SABAR = 300
"""Seconds without a word after which the program is taken to wait for an answer."""
WARNA = re.compile(r"\x1b\[[0-9;]*m")


def _heed_sela() -> None:
    """Ctrl+C reaches the program also where the tests run in the background, which ignores it."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def list_lebar(layar: str, lebar: int = 80) -> list[str]:
    """The lines that a window of so many columns breaks, but for what is to be copied: a command of ours,
    a path, the text of a reminder."""
    panjang = [b for b in layar.splitlines() if len(b) > lebar]
    return [b for b in panjang if not re.search(r"^ *(?:\S+|→? ?sopkinerja .*|Yth\. .*)$", b)]


class Terminal:
    """`sopkinerja …` as it runs in a terminal window of 80 columns; use it in a `with`."""

    def __init__(self, *perintah: str, folder: Path, **lingkungan: str) -> None:
        program = Path(sys.executable).with_name("sopkinerja")
        self._induk, anak = pty.openpty()
        self._proses = subprocess.Popen(
            [program, *perintah],
            cwd=folder,
            stdin=anak,
            stdout=anak,
            stderr=anak,
            env=os.environ | {"COLUMNS": "80", "TERM": "xterm"} | lingkungan,
            start_new_session=True,
            preexec_fn=_heed_sela,
        )
        os.close(anak)
        self.layar = ""
        """All that was shown so far."""
        self.is_berwarna = False
        """Whether any colour was used."""
        self._terbaca = 0

    def __enter__(self) -> Terminal:
        return self

    def __exit__(
        self, _k: type[BaseException] | None, _g: BaseException | None, _j: TracebackType | None
    ) -> None:
        if self._proses.poll() is None:
            self._proses.kill()
        self._proses.wait()
        os.close(self._induk)

    def tunggu(self, pola: str) -> re.Match[str]:
        """What matches next on the screen; AssertionError where the program ends without it."""
        while not (cocok := re.compile(pola).search(self.layar, self._terbaca)):
            assert self._baca(), f"{pola!r} didn't come; the screen said:\n{self.layar}"
        self._terbaca = cocok.end()
        return cocok

    def ketik(self, teks: str) -> None:
        """Types a line."""
        os.write(self._induk, f"{teks}\n".encode())

    def akhiri(self) -> None:
        """Presses Ctrl+D on an empty line."""
        os.write(self._induk, b"\x04")

    def hentikan(self) -> None:
        """Ctrl+C."""
        self._proses.send_signal(signal.SIGINT)

    def tutup(self) -> int:
        """Waits for the end; the exit code."""
        while self._baca():
            pass
        return self._proses.wait()

    def _baca(self) -> bool:
        siap, _, _ = select.select([self._induk], [], [], SABAR)
        assert siap, f"the program waits for something else; the screen said:\n{self.layar}"
        try:
            potong = os.read(self._induk, 65536)
        except OSError:  # Linux tells the end of a terminal so
            return False
        teks = potong.decode("utf-8", "replace")
        self.is_berwarna |= WARNA.search(teks) is not None
        self.layar += WARNA.sub("", teks).replace("\r\n", "\n")
        return bool(potong)
