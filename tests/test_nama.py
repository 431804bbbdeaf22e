"""One name means one thing in the whole package."""

from __future__ import annotations

import ast
from collections import defaultdict
from pathlib import Path

PAKET = Path(__file__).parent.parent / "sopkinerja"


def test_nama_kelas_hanya_satu_arti() -> None:
    """No two modules define a class of the same name."""
    letak: dict[str, list[str]] = defaultdict(list)
    for berkas in sorted(PAKET.rglob("*.py")):
        for simpul in ast.parse(berkas.read_text(encoding="utf-8")).body:
            if isinstance(simpul, ast.ClassDef):
                letak[simpul.name].append(berkas.relative_to(PAKET).as_posix())
    assert len(letak) > 100
    assert {nama: di for nama, di in letak.items() if len(di) > 1} == {}
