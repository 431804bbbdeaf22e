"""Headings as a reader meets them."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from sopkinerja.lembar.tabel import Tabel
from sopkinerja.tulisan import build_inti


@cache
def build_judul(tabel: Tabel) -> Mapping[str, str]:
    """Heading (normalised) to field key."""
    return {build_inti(judul): kunci for kunci, judul in tabel.judul.items()}
