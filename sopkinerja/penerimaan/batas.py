"""What a worker may take of memory and of the processor, where the system can hold it to that.

Linux holds it to both, macOS to the processor's time, Windows to neither: there the byte budget of
`amankan` and the time that a file is waited for are all there is.
"""

from __future__ import annotations

import contextlib
import signal

BAGIAN_HITUNG = 4
"""A file may be reckoned on for so small a part of the time that it may be waited for: the rest is
for a slow disk and a busy machine."""


def build_detik_hitung(detik: float) -> int:
    """How long the processor may work on a file that may be waited for so long."""
    return max(1, int(detik / BAGIAN_HITUNG))


def limit_hitung(detik: int) -> None:
    """Bounds what this process may still reckon, where the system can (Linux, macOS)."""
    try:
        import resource
    except ImportError:
        return
    terpakai = resource.getrusage(resource.RUSAGE_SELF)
    batas = int(terpakai.ru_utime + terpakai.ru_stime) + 1 + detik
    with contextlib.suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_CPU, (batas, resource.getrlimit(resource.RLIMIT_CPU)[1]))


def limit_waktu(detik: int) -> None:
    """Ends this process by itself after so many seconds (0: not at all), where the system can (not
    Windows): its parent, which ends it sooner, may be gone."""
    if hasattr(signal, "alarm"):
        signal.alarm(detik)


def limit_memori(mib: int) -> None:
    """Bounds this process's memory where the system can (Linux)."""
    try:
        import resource
    except ImportError:
        return
    with contextlib.suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_AS, (mib * 1024 * 1024,) * 2)
