"""Headings as a reader meets them."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from sopkinerja.lembar.tabel import Tabel


def normalize_judul(teks: str) -> str:
    """A heading without regard to case, line breaks and double spaces."""
    return " ".join(teks.casefold().split())


@cache
def build_judul(tabel: Tabel) -> Mapping[str, str]:
    """Heading (normalised) to field key."""
    return {normalize_judul(judul): kunci for kunci, judul in tabel.judul.items()}
