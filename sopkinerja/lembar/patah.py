"""Where a page of an issued sheet ends: what stands under a table (sums, signatures) is never alone.

Nothing in a workbook says that rows belong together, so where a sheet takes more than one page all
of them end where we say.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import NamedTuple

from lxml import etree

from sopkinerja.lembar.kisi import LembarTemplat, find_tersembunyi, read_lebar
from sopkinerja.lembar.ooxml import q

UKURAN = {"1": (8.5, 11.0), "5": (8.5, 14.0), "9": (8.27, 11.69), "14": (8.5, 13.0)}
"""Papers that are known, in inches: Letter, Legal, A4, F4."""
TEMAN = 3
"""So many rows of the table at least go with what stands under it."""
PENUH = 0.98
"""Part of a page that is filled: programs differ in how high they print a row."""
INCI, TEPI_BAKU, TITIK_PIKSEL = 72, 0.75, 0.75
_BARIS = re.compile(rb'<row r="(\d+)"([^>]*)')
_TINGGI = re.compile(rb' ht="([\d.]+)"')
_TEMPAT = re.compile(rb"(?:</headerFooter>|<headerFooter[^>]*/>|<pageSetup[^>]*/>)")


class BarisTampak(NamedTuple):
    """A row that is seen, and its height in points."""

    nomor: int
    tinggi: float


@dataclass(frozen=True)
class HalamanLembar:
    """The pages of a sheet: points of room on each, the row that is repeated on all but the first,
    first and last row that its lowest table has, and the height of a row that names none."""

    muat: float
    kepala: int
    awal: int
    akhir: int
    baku: float


def read_halaman(lembar: LembarTemplat) -> HalamanLembar | None:
    """None where nothing stands under a table, or the office has set breaks or heights of its own."""
    akar, tabel = lembar.akar, max(lembar.tabel, key=lambda t: t.baris_kunci, default=None)
    kertas = akar.find(q("pageSetup"))
    if tabel is None or not tabel.baris or kertas is None or akar.find(q("rowBreaks")) is not None:
        return None
    akhir = max(tabel.baris)
    ekor = any(b > akhir for b, _ in lembar.teks)
    ukuran = UKURAN.get(kertas.get("paperSize", "1"))
    if not ekor or ukuran is None or kertas.get("fitToHeight") != "0":
        return None
    bentuk = akar.find(q("sheetFormatPr"))
    baku = 15.0 if bentuk is None else float(bentuk.get("defaultRowHeight", "15"))
    return HalamanLembar(
        _read_muat(lembar, kertas, ukuran), min(tabel.baris) - 1, min(tabel.baris), akhir, baku
    )


def _read_muat(lembar: LembarTemplat, kertas: etree._Element, ukuran: tuple[float, float]) -> float:
    """Points of rows that a page takes, the sheet shrunk to its width."""
    lebar, tinggi = ukuran if kertas.get("orientation") != "landscape" else ukuran[::-1]
    tepi = lembar.akar.find(q("pageMargins"))
    kiri, kanan, atas, bawah = (
        TEPI_BAKU if tepi is None else float(tepi.get(sisi, str(TEPI_BAKU)))
        for sisi in ("left", "right", "top", "bottom")
    )
    skala = min(1.0, (lebar - kiri - kanan) * INCI / max(_read_lebar_tampak(lembar), 1))
    return (tinggi - atas - bawah) * INCI / skala


def _read_lebar_tampak(lembar: LembarTemplat) -> float:
    """Points of the visible columns as far as the last one of a table."""
    ukuran, baku = read_lebar(lembar)
    sembunyi = find_tersembunyi(lembar)
    akhir = max(k for t in lembar.tabel for k in t.kolom.values() if k not in sembunyi)
    tampak = (ukuran.get(k, baku) for k in range(1, akhir + 1) if k not in sembunyi)
    return sum(int(w * 7 + 0.5) for w in tampak) * TITIK_PIKSEL


def keep_ekor(isi: bytes, halaman: HalamanLembar) -> bytes:
    """The sheet with the page breaks that it needs."""
    patah = find_patah(list(_iter_baris(isi, halaman.baku)), halaman)
    tempat = [m.end() for m in _TEMPAT.finditer(isi)]
    if not patah or not tempat:
        return isi
    brk = "".join(f'<brk id="{nomor}" max="16383" man="1"/>' for nomor in patah)
    jumlah = f'count="{len(patah)}" manualBreakCount="{len(patah)}"'
    sisip = f"<rowBreaks {jumlah}>{brk}</rowBreaks>".encode()
    return isi[: tempat[-1]] + sisip + isi[tempat[-1] :]


def _iter_baris(isi: bytes, baku: float) -> Iterator[BarisTampak]:
    for m in _BARIS.finditer(isi):
        if b' hidden="1"' not in m[2]:
            tinggi = _TINGGI.search(m[2])
            yield BarisTampak(int(m[1]), float(tinggi[1]) if tinggi else baku)


def find_patah(baris: Sequence[BarisTampak], halaman: HalamanLembar) -> tuple[int, ...]:
    """The rows after which a page has to end; none where all fit on one."""
    tabel = [b for b in baris if halaman.awal <= b.nomor <= halaman.akhir]
    jumlah = _spread(_fill(baris, tabel, halaman))
    batas = list(accumulate(jumlah))[:-1]
    return tuple(tabel[n - 1].nomor for n in batas)


def _fill(
    baris: Sequence[BarisTampak], tabel: Sequence[BarisTampak], halaman: HalamanLembar
) -> list[int]:
    """How many rows of the table each page holds when pages are filled from the top; what stands
    under the table is kept together on the last."""
    ulang = sum(b.tinggi for b in baris if b.nomor == halaman.kepala)
    terpakai = sum(b.tinggi for b in baris if b.nomor < halaman.awal)
    ekor = sum(b.tinggi for b in baris if b.nomor > halaman.akhir)
    jumlah = [0]
    for tinggi in (*(b.tinggi for b in tabel), ekor):
        if terpakai + tinggi > halaman.muat * PENUH and jumlah[-1]:
            jumlah.append(0)
            terpakai = ulang
        terpakai += tinggi
        jumlah[-1] += 1
    return [*jumlah[:-1], jumlah[-1] - 1]


def _spread(jumlah: list[int]) -> list[int]:
    """The same rows with TEMAN at least on each page, taken from the page before."""
    for n in range(len(jumlah) - 1, 0, -1):
        pindah = min(max(TEMAN - jumlah[n], 0), jumlah[n - 1])
        jumlah[n] += pindah
        jumlah[n - 1] -= pindah
    return [banyak for banyak in jumlah if banyak]
