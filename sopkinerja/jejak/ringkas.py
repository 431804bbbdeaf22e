"""The trace of a figure as `--json` gives it."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from pydantic_core import to_jsonable_python

from sopkinerja.jejak.model import Jejak, JejakAnggaran, JejakIndikator

JENIS = {JejakIndikator: "indikator", JejakAnggaran: "anggaran"}


def build_json(jejak: Jejak) -> dict[str, Any]:
    """One object: `jenis` (indikator, skor or anggaran) and the fields of its model; of each file
    whether its bytes in arsip/ are those that came (`utuh`)."""
    isi: dict[str, Any] = to_jsonable_python(asdict(jejak))
    _mark_utuh(isi)
    return {"jenis": JENIS.get(type(jejak), "skor"), **isi}


def is_utuh(isi: Any) -> bool:
    """Whether every file that build_json names is in arsip/ as it came."""
    if isinstance(isi, dict):
        return bool(isi.get("utuh", True)) and all(map(is_utuh, isi.values()))
    return all(map(is_utuh, isi)) if isinstance(isi, list) else True


def _mark_utuh(isi: Any) -> None:
    if isinstance(isi, dict):
        if "sidik" in isi:
            isi["utuh"] = isi["sidik"] == isi["sha256"]
        for anak in isi.values():
            _mark_utuh(anak)
    elif isinstance(isi, list):
        for anak in isi:
            _mark_utuh(anak)
