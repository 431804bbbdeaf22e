"""Where a page of an issued sheet ends: what stands under a table (sums, signatures) is never alone.

Nothing in a workbook says that rows belong together, so where a sheet takes more than one page all
of them end where we say.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from typing import NamedTuple

from lxml import etree

from sopkinerja.lembar.kisi import (
    LembarTemplat,
    TabelTemplat,
    build_huruf,
    find_tersembunyi,
    read_alamat,
    read_lebar,
)
from sopkinerja.lembar.ooxml import q
from sopkinerja.lembar.tinggi import GayaTeks

UKURAN = {"1": (8.5, 11.0), "5": (8.5, 14.0), "9": (8.27, 11.69), "14": (8.5, 13.0)}
"""Papers that are known, in inches: Letter, Legal, A4, F4."""
TEMAN = 3
"""So many rows of the table at least go with what stands under it."""
PENUH = 0.98
"""Part of a page that is filled: programs differ in how high they print a row."""
KETIK, BANYAK_KETIK = 56.0, 2
"""Room kept for texts yet to be typed: so many rows of a page become four lines of ten points high.
Most rows that come back are; with room for more of them blank forms take a page more."""
INCI, TEPI_BAKU, TITIK_PIKSEL = 72, 0.75, 0.75
_BARIS = re.compile(rb'<row r="(\d+)"([^>]*)')
_TINGGI = re.compile(rb' ht="([\d.]+)"')
_NIP = re.compile(r"(?i)\bnip|_nip")
_TEMPAT = re.compile(rb"(?:</headerFooter>|<headerFooter[^>]*/>|<pageSetup[^>]*/>)")


class BarisTampak(NamedTuple):
    """A row that is seen, its height in points, and how much it is taken to grow when it is filled."""

    nomor: int
    tinggi: float
    tumbuh: float = 0.0


@dataclass(frozen=True)
class HalamanLembar:
    """The pages of a sheet: points of room on each, the row that is repeated on all but the first,
    first and last row that its lowest table has (with those above that it goes on from), the height
    of a row that names none, where signatures stand below it the table's columns into which texts
    are typed that wrap, and the rows between tables, which end no page."""

    muat: float
    kepala: int
    awal: int
    akhir: int
    baku: float
    isian: frozenset[bytes] = frozenset()
    pita: frozenset[int] = frozenset()

    @cached_property
    def sel_isian(self) -> re.Pattern[bytes]:
        """A cell of those columns, and the stroke of one that is blank."""
        return re.compile(rb'<c r="(?:%s)\d+"[^>]*?(/?)>' % b"|".join(sorted(self.isian)))


def read_halaman(lembar: LembarTemplat, gaya: Sequence[GayaTeks]) -> HalamanLembar | None:
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
    diteken = any(b > akhir and _NIP.search(t) for (b, _), t in lembar.teks.items())
    isian = frozenset(_iter_isian(lembar, tabel, gaya)) if diteken else frozenset()
    sambung = _list_sambung(lembar, tabel)
    awal, muat = min(sambung[0].baris), _read_muat(lembar, kertas, ukuran)
    kepala = awal - 1 if len(sambung) == 1 else sambung[0].baris_kunci - 1
    pita = frozenset(b for t in sambung[1:] for b in range(t.baris_kunci, min(t.baris)))
    return HalamanLembar(muat, kepala, awal, akhir, baku, isian, pita)


def _list_sambung(lembar: LembarTemplat, tabel: TabelTemplat) -> list[TabelTemplat]:
    """The table and those above it with the same columns, from the top: they are one under the
    headings above the first one's keys."""
    urut = sorted((t for t in lembar.tabel if t.baris), key=lambda t: t.baris_kunci)
    urut = urut[: urut.index(tabel) + 1]
    lain = next((n for n, t in enumerate(reversed(urut)) if t.kolom != tabel.kolom), len(urut))
    return urut[-lain:]


def _iter_isian(
    lembar: LembarTemplat, tabel: TabelTemplat, gaya: Sequence[GayaTeks]
) -> Iterator[bytes]:
    """The letters of the table's columns that are seen, unlocked and wrapped."""
    medan = set(tabel.kolom.values()) - find_tersembunyi(lembar)
    for baris in lembar.iter_baris():
        for sel in baris if baris.get("r") == str(min(tabel.baris)) else ():
            satu = gaya[int(sel.get("s", "0"))]
            kolom = read_alamat(sel.get("r", ""))[1]
            if kolom in medan and satu.lipat and satu.terbuka:
                yield build_huruf(kolom).encode()


def _read_muat(lembar: LembarTemplat, kertas: etree._Element, ukuran: tuple[float, float]) -> float:
    """Points of rows that a page takes, the sheet shrunk to its width."""
    lebar, tinggi = _read_bidang(lembar.akar, kertas, ukuran)
    return tinggi / min(1.0, lebar / max(_read_lebar_tampak(lembar), 1))


def read_skala(lembar: LembarTemplat, lebar: float) -> float:
    """How much a sheet is shrunk to the width of its page, whose columns take so many points."""
    kertas = lembar.akar.find(q("pageSetup"))
    ukuran = None if kertas is None else UKURAN.get(kertas.get("paperSize", "1"))
    if kertas is None or ukuran is None:
        return 1.0
    return min(1.0, _read_bidang(lembar.akar, kertas, ukuran)[0] / max(lebar, 1))


def _read_bidang(
    akar: etree._Element, kertas: etree._Element, ukuran: tuple[float, float]
) -> tuple[float, float]:
    """Points of a page between its margins, width and height."""
    lebar, tinggi = ukuran if kertas.get("orientation") != "landscape" else ukuran[::-1]
    tepi = akar.find(q("pageMargins"))
    kiri, kanan, atas, bawah = (
        TEPI_BAKU if tepi is None else float(tepi.get(sisi, str(TEPI_BAKU)))
        for sisi in ("left", "right", "top", "bottom")
    )
    return (lebar - kiri - kanan) * INCI, (tinggi - atas - bawah) * INCI


def _read_lebar_tampak(lembar: LembarTemplat) -> float:
    """Points of the visible columns as far as the last one of a table."""
    ukuran, baku = read_lebar(lembar)
    sembunyi = find_tersembunyi(lembar)
    akhir = max(k for t in lembar.tabel for k in t.kolom.values() if k not in sembunyi)
    tampak = (ukuran.get(k, baku) for k in range(1, akhir + 1) if k not in sembunyi)
    return sum(int(w * 7 + 0.5) for w in tampak) * TITIK_PIKSEL


def keep_ekor(isi: bytes, halaman: HalamanLembar) -> bytes:
    """The sheet with the page breaks that it needs."""
    patah = find_patah(list(_iter_baris(isi, halaman)), halaman)
    tempat = [m.end() for m in _TEMPAT.finditer(isi)]
    if not patah or not tempat:
        return isi
    brk = "".join(f'<brk id="{nomor}" max="16383" man="1"/>' for nomor in patah)
    jumlah = f'count="{len(patah)}" manualBreakCount="{len(patah)}"'
    sisip = f"<rowBreaks {jumlah}>{brk}</rowBreaks>".encode()
    return isi[: tempat[-1]] + sisip + isi[tempat[-1] :]


def _iter_baris(isi: bytes, halaman: HalamanLembar) -> Iterator[BarisTampak]:
    """Where as many rows as are reckoned with hold a text, the table is taken to be filled."""
    terisi = 0
    for m in _BARIS.finditer(isi):
        if b' hidden="1"' not in m[2]:
            nomor, ht = int(m[1]), _TINGGI.search(m[2])
            tinggi = float(ht[1]) if ht else halaman.baku
            sel = isi[m.end() : isi.find(b"</row>", m.end())]
            kosong = [] if nomor in halaman.pita else _find_kosong(nomor, sel, halaman)
            terisi += not all(kosong)
            tunggu = bool(kosong) and all(kosong) and terisi < BANYAK_KETIK
            yield BarisTampak(nomor, tinggi, max(KETIK - tinggi, 0.0) if tunggu else 0.0)


def _find_kosong(nomor: int, sel: bytes, halaman: HalamanLembar) -> list[bool]:
    """Which of a row's cells for texts that wrap are blank; none outside the table."""
    if not halaman.isian or not halaman.awal <= nomor <= halaman.akhir:
        return []
    return [bool(garis) for garis in halaman.sel_isian.findall(sel)]


def find_patah(baris: Sequence[BarisTampak], halaman: HalamanLembar) -> tuple[int, ...]:
    """The rows after which a page has to end; none where all fit on one."""
    tabel = list(_iter_utuh(baris, halaman))
    jumlah = _spread(_fill(baris, tabel, halaman))
    batas = list(accumulate(jumlah))[:-1]
    return tuple(tabel[n - 1].nomor for n in batas)


def _iter_utuh(baris: Sequence[BarisTampak], halaman: HalamanLembar) -> Iterator[BarisTampak]:
    """The rows of the table, each with the heading that stands right above it."""
    pita = 0.0
    for b in baris:
        if b.nomor in halaman.pita:
            pita += b.tinggi
        elif halaman.awal <= b.nomor <= halaman.akhir:
            yield b._replace(tinggi=b.tinggi + pita)
            pita = 0.0


def _fill(
    baris: Sequence[BarisTampak], tabel: Sequence[BarisTampak], halaman: HalamanLembar
) -> list[int]:
    """How many rows of the table each page holds when pages are filled from the top, with room for
    what is yet to be typed; what stands under the table is kept together on the last."""
    ulang = sum(b.tinggi for b in baris if b.nomor == halaman.kepala)
    terpakai = sum(b.tinggi for b in baris if b.nomor < halaman.awal)
    ekor = sum(b.tinggi for b in baris if b.nomor > halaman.akhir)
    jumlah, tumbuh = [0], 0
    for satu in (*tabel, BarisTampak(0, ekor)):
        tinggi = satu.tinggi + (satu.tumbuh if tumbuh < BANYAK_KETIK else 0.0)
        if terpakai + tinggi > halaman.muat * PENUH and jumlah[-1]:
            jumlah.append(0)
            terpakai, tumbuh, tinggi = ulang, 0, satu.tinggi + satu.tumbuh
        terpakai += tinggi
        tumbuh += satu.tumbuh > 0
        jumlah[-1] += 1
    return [*jumlah[:-1], jumlah[-1] - 1]


def _spread(jumlah: list[int]) -> list[int]:
    """The same rows with TEMAN at least on each page, taken from the page before, which keeps one."""
    for n in range(len(jumlah) - 1, 0, -1):
        pindah = min(max(TEMAN - jumlah[n], 0), jumlah[n - 1] - 1)
        jumlah[n] += pindah
        jumlah[n - 1] -= pindah
    return [banyak for banyak in jumlah if banyak]
