"""A text in lines of our own, which no program folds elsewhere."""

from __future__ import annotations

import pytest

from sopkinerja.lembar.huruf import count_baris, fold_kata


@pytest.mark.parametrize(
    ("teks", "lebar", "hasil"),
    [
        ("Kepala Dinas Contoh", 40, ["Kepala Dinas Contoh"]),
        ("Kepala  Bidang\nContoh", 40, ["Kepala Bidang Contoh"]),
        ("Plt. Kepala Bidang Sarana dan Prasarana", 24, ["Plt. Kepala Bidang Sarana", "dan Prasarana"]),
        ("Kepala Xxxxxxxxxxxxxxxxxxxxxxxxxxxxxx", 20, ["Kepala", "Xxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"]),
        ("", 20, []),
    ],
)  # fmt: skip
def test_lipat(teks: str, lebar: float, hasil: list[str]) -> None:
    """No line is longer than the column, unless it is one word."""
    assert fold_kata(teks, lebar, 10) == hasil
    assert all(count_baris(b, lebar, 10) == 1 for b in hasil if " " in b)
