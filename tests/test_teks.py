"""The catalogue of texts renders, and asks for no marker that a form can't fill."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from sopkinerja.laporan import teks
from sopkinerja.laporan.penanda_formulir import KENAL_PENANDA
from sopkinerja.laporan.tabel import TABEL
from sopkinerja.lembar.penanda import POLA_PENANDA

SEMUA = {k: v for k, v in vars(teks).items() if k.isupper()} | {
    f"{t.nama}.{k.kunci}": (k.judul, *(k.bantuan or ())) for t in TABEL for k in t.kolom
}


def iter_teks(isi: Any) -> Iterator[str]:
    if isinstance(isi, str):
        yield isi
    elif isinstance(isi, dict):
        for nilai in isi.values():
            yield from iter_teks(nilai)
    elif isinstance(isi, tuple):
        for nilai in isi:
            yield from iter_teks(nilai)


def test_penanda_dikenal() -> None:
    penanda = {m for t in iter_teks(SEMUA) for m in POLA_PENANDA.findall(t)}
    assert penanda <= KENAL_PENANDA
    assert set(teks.CONTOH) <= KENAL_PENANDA


def test_kurung_berpasangan() -> None:
    """What is left after markers is str.format text with plain names."""
    for isi in iter_teks(SEMUA):
        sisa = POLA_PENANDA.sub("", isi)
        assert re.sub(r"\{[a-z_0-9]*\}", "", sisa).count("{") == 0, isi
        assert re.sub(r"\{[a-z_0-9]*\}", "", sisa).count("}") == 0, isi
