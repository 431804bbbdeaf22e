"""Headings as a reader meets them."""

from __future__ import annotations


def normalize_judul(teks: str) -> str:
    """A heading without regard to case, line breaks and double spaces."""
    return " ".join(teks.casefold().split())
