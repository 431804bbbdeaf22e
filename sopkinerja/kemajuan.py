"""How far long work has come, for who waits at a terminal; nobody is told anywhere else."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TextIO, TypeVar, cast

import click

A = TypeVar("A")
PALING_SEDIKIT = 8
"""Fewer items are done before anybody wonders."""
LEBAR_BATANG = 30
LEBAR_LABEL = 22
LEBAR_LAIN = 48
"""What a line of it takes beside the bar: label, brackets, how many, time left."""

Pengamat = Callable[[Iterable[object], int, str], Iterator[object]]
_pengamat: ContextVar[Pengamat | None] = ContextVar("pengamat", default=None)


def follow(daftar: Iterable[A], banyak: int, apa: str) -> Iterator[A]:
    """The same items (about so many); who watches meanwhile sees how many are done of what."""
    pengamat = _pengamat.get()
    if pengamat is None or banyak < PALING_SEDIKIT:
        return iter(daftar)
    return cast(Iterator[A], pengamat(daftar, banyak, apa))


@contextmanager
def use_batang(aliran: TextIO) -> Iterator[None]:
    """A progress bar with the time that is left on that terminal for all that is followed; what is
    no terminal changes nothing."""
    if not aliran.isatty():
        yield
        return

    sempit = shutil.get_terminal_size().columns - LEBAR_LAIN

    def amati(daftar: Iterable[object], banyak: int, apa: str) -> Iterator[object]:
        with click.progressbar(
            daftar, length=banyak, label=f"{apa:<{LEBAR_LABEL}}", width=max(5, min(LEBAR_BATANG, sempit)),
            show_pos=True, show_percent=False, file=aliran,
        ) as batang:  # fmt: skip
            yield from batang
            batang.length = batang.pos  # of about so many, so many there were
            batang.render_progress()

    tanda = _pengamat.set(amati)
    try:
        yield
    finally:
        _pengamat.reset(tanda)
