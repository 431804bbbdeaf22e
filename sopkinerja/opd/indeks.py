"""Finding rows by what they hold, without going through all of them each time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from functools import lru_cache
from typing import Any, TypeVar

T = TypeVar("T")


class _Tepat:
    """Rows that are the same only where they are the very same tuple, which can't change: so an
    index of them can't be out of date, however a model that holds them was copied."""

    __slots__ = ("isi",)

    def __init__(self, isi: tuple[Any, ...]) -> None:
        self.isi = isi

    def __hash__(self) -> int:
        return id(self.isi)

    def __eq__(self, lain: object) -> bool:
        return isinstance(lain, _Tepat) and self.isi is lain.isi


def find_menurut(daftar: tuple[T, ...], atribut: str, nilai: str) -> tuple[T, ...]:
    """The rows whose attribute has that value, in their order."""
    return _build_indeks(_Tepat(daftar), atribut).get(nilai, ())


@lru_cache(maxsize=64)
def _build_indeks(daftar: _Tepat, atribut: str) -> Mapping[str, tuple[Any, ...]]:
    hasil: defaultdict[str, list[Any]] = defaultdict(list)
    for baris in daftar.isi:
        hasil[getattr(baris, atribut)].append(baris)
    return {nilai: tuple(isi) for nilai, isi in hasil.items()}
