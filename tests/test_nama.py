"""One name means one thing in the whole package."""

from __future__ import annotations

import ast
from collections import Counter, defaultdict
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


def test_tidak_ada_tetapan_yang_ditimpa() -> None:
    """A name at the top of a module is given once: the second would silently replace the first, for
    whoever uses it already."""
    ditimpa = []
    for berkas in PAKET.rglob("*.py"):
        pohon = ast.parse(berkas.read_text(encoding="utf-8"))
        nama = Counter(
            t.id
            for simpul in pohon.body
            if isinstance(simpul, ast.Assign)
            for t in simpul.targets
            if isinstance(t, ast.Name)
        )
        ditimpa += [f"{berkas.relative_to(PAKET)}: {n}" for n, kali in nama.items() if kali > 1]
    assert ditimpa == []
