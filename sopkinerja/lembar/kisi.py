"""The grid of a template's sheet: cells by address, their texts, widths, and its tables."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache, lru_cache
from typing import NamedTuple

from lxml import etree

from sopkinerja.lembar.cacat import Aib, Cacat, build_cacat
from sopkinerja.lembar.ooxml import q

KUNCI = re.compile(r"\s*kunci:([a-z][a-z0-9_]*)\s*", re.IGNORECASE)
ALAMAT = re.compile(r"\$?([A-Z]{1,3})\$?(\d+)")
LEBAR_BAKU = 9.14


class Kotak(NamedTuple):
    """A rectangle of cells, 1-based and inclusive."""

    kolom_awal: int
    baris_awal: int
    kolom_akhir: int
    baris_akhir: int

    def is_menyentuh(self, lain: Kotak) -> bool:
        """Whether both have a cell in common."""
        return (
            self.kolom_awal <= lain.kolom_akhir
            and lain.kolom_awal <= self.kolom_akhir
            and self.baris_awal <= lain.baris_akhir
            and lain.baris_awal <= self.baris_akhir
        )


@dataclass(frozen=True)
class TabelTemplat:
    """A table of a template: its sheet, its key row and column, a column number for each field
    key, and the row numbers it may fill."""

    nama: str
    lembar: str
    baris_kunci: int
    kolom_kunci: int
    kolom: Mapping[str, int]
    baris: tuple[int, ...]

    @property
    def kapasitas(self) -> int:
        """How many rows the template has; a form that needs more gets them below the last."""
        return len(self.baris)

    @property
    def jangkauan(self) -> Kotak:
        """From the key row to the last row, over all field columns."""
        kolom = self.kolom.values()
        return Kotak(min(kolom), self.baris_kunci, max(kolom), max(self.baris, default=0))


@dataclass
class LembarTemplat:
    """A sheet of the template, parsed."""

    nama: str
    bagian: str
    akar: etree._Element
    teks: dict[tuple[int, int], str] = field(default_factory=dict)
    """Text by (row, column); numbers as their digits."""
    tabel: list[TabelTemplat] = field(default_factory=list)

    def iter_baris(self) -> Iterator[etree._Element]:
        """The `<row>` elements."""
        return self.akar.iterfind(f"{q('sheetData')}/{q('row')}")


@cache
def build_huruf(kolom: int) -> str:
    """1 becomes `A`, 27 becomes `AA`."""
    huruf = ""
    while kolom:
        kolom, sisa = divmod(kolom - 1, 26)
        huruf = chr(65 + sisa) + huruf
    return huruf


def build_alamat(baris: int, kolom: int) -> str:
    """Row 5, column 2 becomes `B5`."""
    return f"{build_huruf(kolom)}{baris}"


@lru_cache(maxsize=1 << 15)
def read_alamat(alamat: str) -> tuple[int, int]:
    """`$B$5` becomes row 5, column 2; ValueError for anything else."""
    m = ALAMAT.fullmatch(alamat)
    if m is None:
        raise ValueError(alamat)
    return int(m.group(2)), read_kolom(m.group(1))


def read_kolom(huruf: str) -> int:
    """`A` becomes 1, `AA` 27."""
    kolom = 0
    for h in huruf:
        kolom = kolom * 26 + ord(h) - 64
    return kolom


def read_kotak(jangkauan: str) -> Kotak:
    """`A1:C9`, `$A:$C` or `$1:$9` as a rectangle."""
    awal, _, akhir = jangkauan.replace("$", "").partition(":")
    k1, b1 = _ujung(awal, 1, 1)
    k2, b2 = _ujung(akhir or awal, 16384, 1048576)
    return Kotak(k1, b1, k2, b2)


def _ujung(teks: str, kolom: int, baris: int) -> tuple[int, int]:
    m = re.fullmatch(r"([A-Z]{0,3})(\d*)", teks)
    if m is None:
        raise ValueError(teks)
    return read_kolom(m.group(1)) or kolom, int(m.group(2) or baris)


def number_sel(lembar: LembarTemplat) -> None:
    """Gives every row and cell its address, where the program that saved it left that out."""
    nomor = 0
    for baris in lembar.iter_baris():
        nomor = int(baris.get("r", nomor + 1))
        baris.set("r", str(nomor))
        kolom = 0
        for sel in baris.iterfind(q("c")):
            alamat = sel.get("r")
            kolom = read_alamat(alamat)[1] if alamat else kolom + 1
            sel.set("r", build_alamat(nomor, kolom))


def read_teks(lembar: LembarTemplat, bersama: list[str]) -> None:
    """Fills `lembar.teks` from the cells."""
    for baris in lembar.iter_baris():
        for sel in baris.iterfind(q("c")):
            teks = _teks_sel(sel, bersama)
            if teks.strip():
                lembar.teks[read_alamat(sel.get("r", ""))] = teks


def _teks_sel(sel: etree._Element, bersama: list[str]) -> str:
    if sel.get("t") == "inlineStr":
        return "".join(t.text or "" for t in sel.iterfind(f".//{q('t')}"))
    nilai = sel.findtext(q("v")) or ""
    if sel.get("t") == "s" and nilai:
        return bersama[int(nilai)]
    return nilai


def find_tabel(lembar: LembarTemplat) -> Iterator[Cacat]:
    """Fills `lembar.tabel` from the anchors; yields what is wrong with them."""
    jangkar = {
        (baris, kolom): m.group(1).lower()
        for (baris, kolom), teks in sorted(lembar.teks.items())
        if (m := KUNCI.fullmatch(teks))
    }
    terpakai: set[int] = set()
    for (baris, kolom), nama in jangkar.items():
        tabel = _build_tabel(lembar, jangkar, baris, kolom, nama)
        tempat = (lembar.nama, build_alamat(baris, kolom))
        milik = {*tabel.baris, baris}
        if terpakai & milik:
            yield build_cacat(Aib.TABEL_SEBARIS, *tempat, apa=nama)
        if not tabel.baris or not tabel.kolom:
            yield build_cacat(Aib.TABEL_KOSONG, *tempat, apa=nama)
        terpakai |= milik
        yield from _kunci_salah(lembar, tabel, {k for _, k in jangkar})
        lembar.tabel.append(tabel)


def _build_tabel(
    lembar: LembarTemplat, jangkar: Iterable[tuple[int, int]], baris: int, kolom: int, nama: str
) -> TabelTemplat:
    akhir = min((b for b, k in jangkar if k == kolom and b > baris), default=1 << 21)
    isi = tuple(sorted(b for b, k in lembar.teks if k == kolom and baris < b < akhir))
    medan: dict[str, int] = {}
    for (b, k), teks in sorted(lembar.teks.items()):
        if b == baris and k != kolom:
            medan.setdefault(teks.strip().lower(), k)
    return TabelTemplat(nama, lembar.nama, baris, kolom, medan, isi)


def _kunci_salah(
    lembar: LembarTemplat, tabel: TabelTemplat, kolom_kunci: set[int]
) -> Iterator[Cacat]:
    for (b, k), teks in sorted(lembar.teks.items()):
        kunci = teks.strip().lower()
        if b != tabel.baris_kunci or k == tabel.kolom_kunci:
            continue
        tempat = (lembar.nama, build_alamat(b, k))
        if tabel.kolom[kunci] != k:
            yield build_cacat(Aib.KUNCI_GANDA, *tempat, apa=kunci)
        elif not re.fullmatch(r"[a-z][a-z0-9_]*", kunci):
            yield build_cacat(Aib.KUNCI_ASING, *tempat, apa=kunci)
        if k in kolom_kunci:
            yield build_cacat(Aib.KOLOM_KUNCI, *tempat, apa=kunci)


def read_lebar(lembar: LembarTemplat) -> tuple[dict[int, float], float]:
    """Column widths in digits by column number, and the width of every other column."""
    bentuk = lembar.akar.find(q("sheetFormatPr"))
    baku = LEBAR_BAKU if bentuk is None else float(bentuk.get("defaultColWidth", LEBAR_BAKU))
    lebar: dict[int, float] = {}
    for col in lembar.akar.iterfind(f"{q('cols')}/{q('col')}"):
        for k in range(int(col.get("min", "1")), min(int(col.get("max", "1")), 500) + 1):
            lebar[k] = float(col.get("width", baku))
    return lebar, baku


def find_tersembunyi(lembar: LembarTemplat) -> set[int]:
    """The columns that the template hides (the first 500 at most)."""
    return {
        k
        for col in lembar.akar.iterfind(f"{q('cols')}/{q('col')}")
        if col.get("hidden") in ("1", "true")
        for k in range(int(col.get("min", "1")), min(int(col.get("max", "1")), 500) + 1)
    }
