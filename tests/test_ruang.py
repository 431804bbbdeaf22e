"""Names of files."""

from __future__ import annotations

import pytest

from sopkinerja.ruang import build_nama_aman


@pytest.mark.parametrize(
    ("teks", "nama"),
    [
        ("Kepala Bidang / X", "Kepala_Bidang_X"),
        ("UPT Pengembangan Produk Industri Pangan, Kemasan, dan Kerajinan",
         "UPT_Pengembangan_Produk_Industri_Pangan_Kemasan"),
        ("UPT Pengembangan Produk Industri Pangan Olahan Kemasan Kerajinan",
         "UPT_Pengembangan_Produk_Industri_Pangan_Olahan_Kemasan"),
        ("a" * 80, "a" * 60),
        ("...", ""),
    ],
)  # fmt: skip
def test_nama_aman(teks: str, nama: str) -> None:
    """A long one ends with a whole word, never with `dan`."""
    assert build_nama_aman(teks) == nama
