"""A Dask cluster of processes on this machine: a scheduler, and workers that are started and lost."""

from __future__ import annotations

import contextlib
import os
import re
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

RUMAH = "127.0.0.1"
MATI_DI_TUGAS = Path(__file__).with_name("pekerja_mati.py")
"""To preload: a worker that is killed by signal 9 while it does its first work."""


@dataclass
class KlasterUji:
    """The processes of one cluster; all files that they write lie in `folder`."""

    folder: Path
    proses: list[subprocess.Popen[bytes]] = field(default_factory=list)
    alamat: str = ""
    """`tcp://127.0.0.1:…`, once the scheduler runs."""

    def start_penjadwal(self) -> subprocess.Popen[bytes]:
        """The scheduler, once it can be reached."""
        proses, self.alamat = self._mulai(
            "scheduler", {}, r"Scheduler at: +(\S+)\n", "--port", "0", "--idle-timeout", "1 hour"
        )
        return proses

    def start_pekerja(
        self, *pilihan: str, lingkungan: Mapping[str, str] | None = None
    ) -> subprocess.Popen[bytes]:
        """A worker with one core, once the scheduler knows it."""
        proses, _ = self._mulai(
            "worker", lingkungan or {}, r"Registered to: +(\S+)\n", self.alamat, "--nthreads", "1",
            "--no-nanny", "--death-timeout", "60", "--local-directory", str(self.folder), *pilihan,
        )  # fmt: skip
        return proses

    def _mulai(
        self, apa: str, lingkungan: Mapping[str, str], siap: str, *pilihan: str
    ) -> tuple[subprocess.Popen[bytes], str]:
        catatan = self.folder / f"{apa}-{len(self.proses)}.log"
        perintah = [sys.executable, "-m", "dask", apa, "--host", RUMAH, "--dashboard-address",
                    f"{RUMAH}:0", *pilihan]  # fmt: skip
        with catatan.open("wb") as keluaran:
            proses = subprocess.Popen(
                perintah,
                stdout=keluaran,
                stderr=keluaran,
                cwd=self.folder,
                env={**os.environ, **lingkungan},
            )
        self.proses.append(proses)
        while not (tanda := re.search(siap, catatan.read_text())):
            if proses.poll() is not None:
                raise RuntimeError(catatan.read_text())
            time.sleep(0.05)
        return proses, tanda[1]

    def stop(self) -> None:
        """Ends all of them, the scheduler last."""
        for proses in reversed(self.proses):
            proses.terminate()
            proses.wait()


@contextlib.contextmanager
def open_klaster_uji(folder: Path, pekerja: int = 2) -> Iterator[KlasterUji]:
    """A scheduler with so many workers, until the end of the block."""
    klaster = KlasterUji(folder)
    try:
        klaster.start_penjadwal()
        for _ in range(pekerja):
            klaster.start_pekerja()
        yield klaster
    finally:
        klaster.stop()


def run_perintah(ruang: Path, perintah: str, *lain: str) -> subprocess.CompletedProcess[str]:
    """A whole command, as a process."""
    return subprocess.run(
        [sys.executable, "-c", "from sopkinerja.cli import main; main()", "--ruang", str(ruang),
         *perintah.split(), *lain],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
