"""A whole command as a process: how long it takes, what it and its children cost."""

from __future__ import annotations

import os
import subprocess
import tempfile
import threading
import time
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

SELANG = 0.1
"""Seconds between two looks at the memory."""


class Gagal(RuntimeError):
    """A measured command didn't end as it should."""


@dataclass(frozen=True)
class Ukuran:
    """Seconds on the clock, seconds of processor of the tree, the tree's highest memory (MiB; shared
    pages counted once)."""

    jam: float
    cpu: float
    mib: float
    keluaran: str = ""


def measure(
    perintah: Sequence[str], *, inti: int | None = None, boleh: Iterable[int] = (0,)
) -> Ukuran:
    """Runs it to its end, on the first `inti` processors only where that is given; Gagal where it
    ends with another exit code."""
    mulai, berhenti = time.perf_counter(), threading.Event()
    with tempfile.TemporaryFile() as keluaran:
        proses = subprocess.Popen(
            perintah,
            stdout=keluaran,
            stderr=subprocess.STDOUT,
            env=_lingkungan(),
            preexec_fn=_batasi(inti),
        )
        puncak: list[float] = [0.0]
        pengamat = threading.Thread(target=_amati, args=(proses.pid, berhenti, puncak))
        pengamat.start()
        _, status, biaya = os.wait4(proses.pid, 0)
        jam = time.perf_counter() - mulai
        proses.returncode = os.waitstatus_to_exitcode(status)
        berhenti.set()
        pengamat.join()
        keluaran.seek(0)
        teks = keluaran.read().decode()
    if proses.returncode not in tuple(boleh):
        raise Gagal(f"{' '.join(perintah)} ended with {proses.returncode}:\n{teks[-3000:]}")
    return Ukuran(jam, biaya.ru_utime + biaya.ru_stime, puncak[0], teks)


def _lingkungan() -> Mapping[str, str]:
    """As after an installation: modules are kept compiled, ours are found."""
    dasar = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    return dasar | {"PYTHONHASHSEED": "0", "PYTHONPATH": str(Path(__file__).parents[1])}


def _batasi(inti: int | None):  # type: ignore[no-untyped-def]
    if inti is None:
        return None
    return lambda: os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[:inti])


def _amati(pid: int, berhenti: threading.Event, puncak: list[float]) -> None:
    selang = SELANG / 10
    while not berhenti.wait(selang):
        puncak[0] = max(puncak[0], sum(map(_read_pss, list_pohon(pid))) / 1024)
        selang = min(SELANG, selang * 1.2)


def list_pohon(pid: int) -> list[int]:
    """The process and everything that it started and that still runs."""
    hasil = [pid]
    for satu in hasil:
        try:
            utas = list(Path(f"/proc/{satu}/task").iterdir())
            for u in utas:
                hasil += map(int, (u / "children").read_text().split())
        except (OSError, ValueError):
            continue
    return hasil


def _read_pss(pid: int) -> int:
    """Proportional set size in KiB; 0 where the process is gone."""
    try:
        for baris in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
            if baris.startswith("Pss:"):
                return int(baris.split()[1])
    except (OSError, ValueError):
        pass
    return 0
