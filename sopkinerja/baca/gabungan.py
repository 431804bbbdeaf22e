"""Merged cells: a value that a person sees in every row it spans counts in each of them.

Only downwards: a column means something of its own, so a value never goes sideways.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from sopkinerja.baca.rinci import POLOS, RinciLembar
from sopkinerja.lembar.kisi import KUNCI, build_alamat
from sopkinerja.lembar.ooxml import parse
from sopkinerja.tulisan import build_inti

_RENTANG_BARIS = re.compile(rb'number-rows-spanned="(?:[2-9]|1\d)')
_ARAH = ("rows", "columns")
_ODS = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"

Kotak = tuple[tuple[int, int], tuple[int, int]]
"""First and last (row, column) of a merged range, 0-based."""


class Gabungan(NamedTuple):
    """A merged range of several rows: its first and last row, its first column (0-based)."""

    atas: int
    bawah: int
    kolom: int
    alamat: str


def spread_isi(
    isi: list[list[Any]], kotak: Iterable[Kotak], judul: Collection[str] = ()
) -> tuple[Gabungan, ...]:
    """Puts each merged value into every row that it spans, in place; what was spread.

    Left alone are headings (`judul`, normalised), keys of ours, and rows below the last one.
    """
    kotak = [satu for satu in kotak if satu[1][0] > satu[0][0]]
    kunci = {
        k
        for baris in (isi if kotak else ())
        for k, v in enumerate(baris)
        if v.__class__ is str and "unci:" in v and KUNCI.fullmatch(v)
    }
    hasil = []
    for (atas, kiri), (bawah, kanan) in kotak:
        bawah = min(bawah, len(isi) - 1)
        if bawah <= atas or kiri in kunci or kiri >= len(isi[atas]):
            continue
        nilai = isi[atas][kiri]
        if isinstance(nilai, str) and build_inti(nilai) in judul:
            continue
        for b in range(atas + 1, bawah + 1):
            isi[b][kiri] = nilai
        alamat = f"{build_alamat(atas + 1, kiri + 1)}:{build_alamat(bawah + 1, kanan + 1)}"
        hasil.append(Gabungan(atas, bawah, kiri, alamat))
    return tuple(hasil)


def spread_rincian(rincian: RinciLembar, gabungan: Sequence[Gabungan]) -> None:
    """The same for what stands behind the value, in place: its format, its error, its link; a
    formula is that of its first row alone."""
    for g in gabungan:
        asal = rincian.get((g.atas, g.kolom), POLOS)._replace(rumus=None, gabungan=g.alamat)
        for b in range(g.atas + 1, g.bawah + 1):
            rincian[b, g.kolom] = asal


def read_kotak_ods(berkas: bytes) -> dict[str, list[Kotak]]:
    """The merged ranges of several rows of each sheet (by its name) in an .ods."""
    with zipfile.ZipFile(io.BytesIO(berkas)) as zip_:
        isi = zip_.read("content.xml") if "content.xml" in zip_.namelist() else b""
    if not _RENTANG_BARIS.search(isi):
        return {}
    return {
        lembar.get(f"{_ODS}name", ""): list(_iter_kotak(lembar))
        for lembar in parse(isi).iter(f"{_ODS}table")
    }


def _iter_kotak(lembar: Any) -> Iterator[Kotak]:
    b = 0
    for baris in lembar.iter(f"{_ODS}table-row"):
        k = 0
        for sel in baris:
            tinggi, lebar = (int(sel.get(f"{_ODS}number-{n}-spanned", "1")) for n in _ARAH)
            if tinggi > 1:
                yield (b, k), (b + tinggi - 1, k + lebar - 1)
            k += int(sel.get(f"{_ODS}number-columns-repeated", "1"))
        b += int(baris.get(f"{_ODS}number-rows-repeated", "1"))
