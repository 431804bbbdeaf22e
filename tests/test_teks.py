"""The catalogue of texts renders, and asks for no marker that a form can't fill."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from sopkinerja.formulir.isian import KOLOM_ISIAN
from sopkinerja.laporan import teks
from sopkinerja.laporan.penanda_formulir import KENAL_PENANDA
from sopkinerja.lembar.penanda import POLA_PENANDA

SEMUA = {k: v for k, v in vars(teks).items() if k.isupper()}


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


def test_pesan_isian_muat_di_excel() -> None:
    for judul, isi in teks.PESAN_ISIAN.values():
        assert len(judul) <= 32
        assert len(isi) <= 255


def test_setiap_kolom_isian_punya_pesan() -> None:
    """Every cell that the officer fills in has an input message, and no message is left over."""
    kolom = {f"{tabel}.{k}" for tabel in teks.JUDUL_KOLOM for k in KOLOM_ISIAN.get(tabel, ())}
    assert set(teks.PESAN_ISIAN) == kolom
