"""Where the register keeps the bytes of every file, by SHA-256."""

from __future__ import annotations

from pathlib import Path

from sopkinerja.ruang import Ruang


def build_arsip(ruang: Ruang, sha256: str, nama: str) -> Path:
    """Where bytes of that SHA-256 lie in arsip/."""
    akhiran = Path(nama).suffix.lower()
    akhiran = akhiran if akhiran in AKHIRAN else ".bin"
    return ruang.arsip / sha256[:2] / f"{sha256}{akhiran}"


AKHIRAN = (
    ".xlsx", ".xlsm", ".xls", ".ods", ".zip", ".pdf", ".jpg", ".jpeg", ".png", ".gif", ".tif",
    ".tiff", ".heic", ".webp", ".doc", ".docx", ".odt", ".rtf", ".ppt", ".pptx", ".odp", ".mp4",
    ".mov", ".3gp", ".mp3", ".m4a", ".csv", ".txt", ".rar", ".7z",
)  # fmt: skip
"""Endings that a file keeps in arsip/; any other becomes `.bin`."""
