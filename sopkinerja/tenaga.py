"""Work that several processes share: what comes out is the same as from one, in the same order.

Whatever has the interface of `concurrent.futures` can do it: this machine's processor cores, or a
cluster. What is to be done must be pure, and travel: a function of a module, and values that pickle.
"""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
import sys
import threading
from abc import abstractmethod
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import BrokenExecutor, Executor, Future, ProcessPoolExecutor
from contextlib import contextmanager, nullcontext
from contextvars import ContextVar
from itertools import islice
from multiprocessing.connection import wait
from typing import TypeVar

from sopkinerja.sampah import relax_sampah

A = TypeVar("A")
B = TypeVar("B")

PALING_SEDIKIT = 32
"""Fewer items aren't worth the start of a process."""
ROMBONGAN = 16
"""So many items go to a process at a time."""
ANTREAN = 3
MAKS_ANTREAN = 48
MAKS_BERAT = 256 * 1024 * 1024
"""So many groups for each core, and of all, are on their way at most, and so many bytes where items
have a weight: memory doesn't grow with the work."""


class TenagaLuar(Executor):
    """Hands that this machine doesn't have: so many cores (`inti`), which come and go, each of them
    given so many items at a time."""

    inti: int
    rombongan: int

    @abstractmethod
    def run_semua(self, kerja: Callable[[], object]) -> None:
        """Has all of them do that now, as far as they can."""


_luar: ContextVar[TenagaLuar | None] = ContextVar("luar", default=None)
_bekal: ContextVar[object] = ContextVar("bekal", default=None)


@contextmanager
def use_luar(luar: TenagaLuar) -> Iterator[None]:
    """All that this thread shares out goes to those hands meanwhile."""
    tanda = _luar.set(luar)
    try:
        yield
    finally:
        _luar.reset(tanda)


def find_luar() -> TenagaLuar | None:
    """The hands beyond this machine that work is to go to; None: there are none."""
    return _luar.get()


def count_inti() -> int:
    """The processor cores that this process may use."""
    if sys.platform == "linux":
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


@contextmanager
def open_tenaga_berbekal(banyak: int, bekal: object) -> Iterator[Executor | None]:
    """The same for work that rests on something large, which `find_bekal` gives: each process of this
    machine has it from its start instead of with each item; hands beyond this machine never get it."""
    tanda = _bekal.set(bekal)
    try:
        with nullcontext() if find_luar() else open_tenaga(banyak) as tenaga:
            yield tenaga
    finally:
        _bekal.reset(tanda)


def find_bekal() -> object:
    """What the work at hand rests on."""
    return _bekal.get()


@contextmanager
def open_tenaga(banyak: int) -> Iterator[Executor | None]:
    """Who does that many items: hands beyond this machine where there are any, else one process for
    each core, or None where this one does it best."""
    if luar := find_luar():
        yield luar
        return
    inti = min(count_inti(), banyak // (PALING_SEDIKIT // 2))
    if inti < 2:
        yield None
        return
    cara = multiprocessing.get_context("fork" if sys.platform == "linux" else "spawn")
    with ProcessPoolExecutor(inti, cara, _siapkan, (find_bekal(),)) as tenaga:
        tenaga.submit(os.getpid)  # processes start now, before there are threads or further pipes
        yield tenaga


def iter_hasil(
    tenaga: Executor | None,
    kerja: Callable[[A], B],
    daftar: Iterable[A],
    berat: Callable[[A], int] = lambda _: 0,
) -> Iterator[tuple[A, B]]:
    """Each item and what `kerja` makes of it, in order. Where a process dies, this one does its
    part. `berat`: how many bytes an item takes while it is on its way."""
    if tenaga is None:
        yield from ((satu, kerja(satu)) for satu in daftar)
        return
    antre: deque[tuple[Sequence[A], Future[list[B]] | None]] = deque()
    sisa, di_jalan = iter(daftar), 0
    luar = tenaga if isinstance(tenaga, TenagaLuar) else None
    while rombongan := list(islice(sisa, luar.rombongan if luar else ROMBONGAN)):
        antre.append((rombongan, _suruh(tenaga, kerja, rombongan)))
        di_jalan += sum(map(berat, rombongan))
        muat = min(MAKS_ANTREAN, (luar.inti if luar else count_inti()) * ANTREAN)
        while antre and (len(antre) >= muat or di_jalan > MAKS_BERAT):
            di_jalan -= sum(map(berat, antre[0][0]))
            yield from _tunggu(kerja, *antre.popleft())
    while antre:
        yield from _tunggu(kerja, *antre.popleft())


def _suruh(
    tenaga: Executor, kerja: Callable[[A], B], rombongan: Sequence[A]
) -> Future[list[B]] | None:
    """None where no process is left to do it."""
    try:
        return tenaga.submit(_kerjakan, kerja, rombongan)
    except BrokenExecutor:
        return None


def _tunggu(
    kerja: Callable[[A], B], rombongan: Sequence[A], janji: Future[list[B]] | None
) -> Iterator[tuple[A, B]]:
    try:
        hasil = _kerjakan(kerja, rombongan) if janji is None else janji.result()
    except BrokenExecutor:
        hasil = _kerjakan(kerja, rombongan)
    yield from zip(rombongan, hasil, strict=True)


def _kerjakan(kerja: Callable[[A], B], rombongan: Sequence[A]) -> list[B]:
    return [kerja(satu) for satu in rombongan]


def _siapkan(bekal: object) -> None:
    """In a new process: Ctrl+C is for the one that it works for, and when that is gone it goes."""
    _bekal.set(bekal)
    relax_sampah()
    gc.freeze()  # what is there already stays shared with the one that it works for, unlooked at
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if induk := multiprocessing.parent_process():
        threading.Thread(target=_jaga, args=(induk.sentinel,), daemon=True).start()


def _jaga(induk: int) -> None:
    """Windows keeps the number of a parent that is gone, so its handle is waited for, not its number."""
    wait([induk])
    os._exit(1)
