"""A squeezed text comes back as it was, and is far smaller where it says the same again and again."""

from __future__ import annotations

import pytest

from sopkinerja.agenda.teks_dikemas import KOSONG, TeksDikemas


@pytest.mark.parametrize(
    "teks", ["", "a", "é 表 – “kutip” \u200d😀\n\x00", '{"kode": "PLN.01"}' * 9000]
)
def test_kembali_seperti_semula(teks: str) -> None:
    dikemas = TeksDikemas.pack(teks)
    assert dikemas.unpack() == teks
    assert dikemas == TeksDikemas.pack(teks)
    assert bool(dikemas) is bool(teks)
    assert (dikemas == KOSONG) is (not teks)
    assert len(dikemas.isi) <= len(teks.encode()) // 50 + 50
