"""How many steps a piece of work takes: the same on every machine."""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import FrameType
from typing import Any


def count_panggilan(kerja: Callable[[], object]) -> int:
    """How many calls of our own functions, generators' steps included, a piece of work makes."""
    hitung = 0

    def lihat(bingkai: FrameType, kejadian: str, _isi: Any) -> None:
        nonlocal hitung
        hitung += kejadian == "call" and "sopkinerja" in bingkai.f_code.co_filename

    sys.setprofile(lihat)
    try:
        kerja()
    finally:
        sys.setprofile(None)
    return hitung
