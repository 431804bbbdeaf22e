"""What differs between two workbooks, as lines that a person reads and as data."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from textwrap import shorten
from typing import Any

from sopkinerja.banding.susun import TEKS, BedaCetak, HasilBanding

MAKS_BARIS = 60
MAKS_HURUF = 150
MAKS_LEMBAR = 3


def render_banding(hasil: HasilBanding, lama: str, baru: str) -> Iterator[str]:
    """Its lines: which printings, then each row with its columns, `Realisasi TW: 22 → 25`; at most
    MAKS_BARIS of them."""
    yield f"LAMA  {lama}{_render_cap(hasil.cap_lama)}"
    yield f"BARU  {baru}{_render_cap(hasil.cap_baru)}"
    if hasil.is_sama:
        yield "Isinya sama."
        return
    yield f"{len(hasil.beda)} beda."
    for apa, daftar in (("LAMA", hasil.hanya_lama), ("BARU", hasil.hanya_baru)):
        if daftar:
            yield f"Lembar yang hanya ada di {apa}: {', '.join(daftar)}"
    baris = list(_render_beda(hasil.beda))
    yield from baris[:MAKS_BARIS]
    if len(baris) > MAKS_BARIS:
        yield f"… dan {len(baris) - MAKS_BARIS} baris lagi: --keluaran Beda.xlsx memuat semuanya"


def _render_cap(cap: str) -> str:
    return f": {shorten(cap, MAKS_HURUF, placeholder=' …')}" if cap else ""


def _render_beda(beda: tuple[BedaCetak, ...]) -> Iterator[str]:
    urutan = {b.baris: n for n, b in reversed(list(enumerate(beda)))}
    for baris, isi in groupby(sorted(beda, key=lambda b: urutan[b.baris]), lambda b: b.baris):
        daftar = list(isi)
        nama = next((b.nama for b in daftar if b.nama), "")
        yield f"{baris}  {nama}".rstrip()
        yield from (f"  {_render_satu(b)}" for b in daftar)


def _render_satu(b: BedaCetak) -> str:
    lama, baru = (shorten(t, MAKS_HURUF, placeholder=" …") for t in (b.lama, b.baru))
    apa = b.kolom or ("teks" if b.baris == TEKS else "barisnya")
    return f"{apa}: {lama} → {baru} ({_render_lembar(b.lembar)})"


def _render_lembar(lembar: tuple[str, ...]) -> str:
    lebih = len(lembar) - MAKS_LEMBAR
    ekor = [f"dan {lebih} lembar lain"] if lebih > 0 else []
    return ", ".join([*lembar[:MAKS_LEMBAR], *ekor])


def build_json(hasil: HasilBanding, lama: str, baru: str) -> dict[str, Any]:
    """The same as one object: `lama` and `baru` (berkas, cetakan, lembar that only it has), `sama`,
    and `beda`, each with baris, nama, kolom, lama, baru, lembar."""
    return {
        "lama": {"berkas": lama, "cetakan": hasil.cap_lama, "hanya": list(hasil.hanya_lama)},
        "baru": {"berkas": baru, "cetakan": hasil.cap_baru, "hanya": list(hasil.hanya_baru)},
        "sama": hasil.is_sama,
        "beda": [vars(b) | {"lembar": list(b.lembar)} for b in hasil.beda],
    }
