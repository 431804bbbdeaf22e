"""Where rows without a key of ours go, and how many rows a table is issued with."""

from __future__ import annotations

import pytest

from sopkinerja.formulir.susunan import place_liar
from sopkinerja.lembar.tabel import Kolom, Tabel, list_kunci

TABEL = Tabel("t", "T", (Kolom("a", "A", isian=True),), list_kunci("T{:02d}", 4), 1, pola="T{:02d}")

LETAK = """
| datang               | menjadi             | kasus                                    |
| T01 x y              | x>T02 y>T03         | below the last row in use                |
| T01 T03 x y          | x>T04 y>T02         | then in the gap                          |
| T04 x y              | x>T01 y>T02         | in the gaps, before rows are added       |
| T01 T02 T03 T04 x y  | x>T05 y>T06         | a full table gets new rows               |
| T01 T05 x            | x>T02               | a row that an earlier form added stays   |
| T01 T99 x            | T99>T02 x>T03       | a key that nobody issued is none of ours |
| T1 T01x t01          | T1>T01 T01x>T02 t01>T03 | what only looks like one             |
| x y z u v            | x>T01 y>T02 z>T03 u>T04 v>T05 | all of them                    |
"""


def _kasus() -> list[tuple[list[str], dict[str, str]]]:
    baris = [[s.strip() for s in b.strip("|").split("|")] for b in LETAK.strip().splitlines()[1:]]
    return [
        (datang.split(), dict(p.split(">") for p in menjadi.split()))
        for datang, menjadi, _ in baris
    ]


@pytest.mark.parametrize(("datang", "menjadi"), _kasus())
def test_letak(datang: list[str], menjadi: dict[str, str]) -> None:
    assert place_liar(datang, TABEL, TABEL.kunci) == menjadi


@pytest.mark.parametrize(
    ("kunci", "nomor"),
    [("T01", 1), ("T10", 10), ("T100", 100), ("T00", None), ("T1", None), ("X01", None),
     ("T0١", None), ("T9999999", None), ("", None)],
)  # fmt: skip
def test_nomor(kunci: str, nomor: int | None) -> None:
    assert TABEL.read_nomor(kunci) == nomor
