"""Rows of referensi that nobody sees, filtered or hidden, though they are read like any other."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator, Mapping, Sequence

from sopkinerja.baca.rincian import find_bagian_lembar
from sopkinerja.baca.susunan import build_baku
from sopkinerja.katalog import Kode
from sopkinerja.lembar.kisi import read_alamat
from sopkinerja.opd.draf import Draf
from sopkinerja.temuan import Letak, Temuan

MAKS_SEBUT = 8
"""How many stretches of rows a message names."""
_BARIS = re.compile(rb"<(?:\w+:)?row\b([^>]*)>")
_NOMOR = re.compile(rb"""\br\s*=\s*["'](\d+)["']""")
_SEMBUNYI = re.compile(rb"""\bhidden\s*=\s*["'](?:1|true)["']""")


def read_tersembunyi(isi: bytes) -> dict[str, frozenset[int]]:
    """The numbers (1-based) of the hidden rows of each sheet of a workbook; sheets without any are
    left out."""
    with zipfile.ZipFile(io.BytesIO(build_baku(isi))) as zip_:
        semua = {
            n: frozenset(_iter_baris(zip_.read(b))) for n, b in find_bagian_lembar(zip_).items()
        }
    return {nama: baris for nama, baris in semua.items() if baris}


def _iter_baris(lembar: bytes) -> Iterator[int]:
    for satu in _BARIS.finditer(lembar):
        nomor = _NOMOR.search(satu[1])
        if nomor and _SEMBUNYI.search(satu[1]):
            yield int(nomor[1])


def check_tersembunyi(draf: Draf, tahun: int) -> Iterator[Temuan]:
    """Of each sheet the hidden rows that count for the year at work: told once, at the first."""
    per: dict[str, dict[int, Letak]] = {}
    for b in draf.iter_baris() if draf.tersembunyi else ():
        letak = next(iter(b.sel.values())).letak
        nomor = read_alamat(letak.sel)[0]
        if (
            nomor in draf.tersembunyi.get(letak.lembar, ())
            and getattr(b.isi, "tahun", tahun) == tahun
        ):
            per.setdefault(letak.lembar, {})[nomor] = letak
    for lembar, baris in per.items():
        sebut = render_rentang(baris)
        letak = baris[min(baris)]
        yield Temuan(Kode.REFERENSI_485, letak, lembar=lembar, jumlah=len(baris), baris=sebut)


def render_rentang(nomor: Mapping[int, object] | Sequence[int]) -> str:
    """`3, 7–9 dan 4 lagi`: row numbers, runs of them as one."""
    runut: list[list[int]] = []
    for n in sorted(nomor):
        if runut and n == runut[-1][-1] + 1:
            runut[-1].append(n)
        else:
            runut.append([n])
    teks = [f"{r[0]}–{r[-1]}" if len(r) > 1 else str(r[0]) for r in runut[:MAKS_SEBUT]]
    sisa = sum(map(len, runut[MAKS_SEBUT:]))
    return ", ".join(teks) + (f" dan {sisa} lagi" if sisa else "")
