"""How high a row must be for its wrapped text: LibreOffice doesn't fit rows when it loads."""

from __future__ import annotations

import math
from typing import NamedTuple

from lxml import etree

from sopkinerja.lembar.ooxml import q

SEMPIT = frozenset(" iljtfrI.,:;|!'()[]`-/\\")
LEBAR = frozenset("mwMW@%&—…")
TINGGI_TERTINGGI = 409.0
RAPAT = 1.35
"""Height of a line as a multiple of the font's size."""
CADANGAN = 1.06
"""Other programs set text a little wider than Excel does."""


class Gaya(NamedTuple):
    """What a cell's style says about its text."""

    ukuran: float = 11.0
    tebal: bool = False
    lipat: bool = False
    menjorok: int = 0


class LebarTeks(NamedTuple):
    """How much text a line of a cell takes, in digits of the cell's own font."""

    per_baris: float
    ukuran: float
    tebal: bool


def read_gaya(styles: etree._Element) -> tuple[list[Gaya], float]:
    """The text style of every cell format, and the size of the workbook's own font."""
    huruf = [
        (float(_nilai(f, "sz", "11")), f.find(q("b")) is not None and _nilai(f, "b", "1") != "0")
        for f in styles.findall(f"{q('fonts')}/{q('font')}")
    ] or [(11.0, False)]
    gaya = []
    for xf in styles.findall(f"{q('cellXfs')}/{q('xf')}"):
        ukuran, tebal = huruf[min(int(xf.get("fontId", "0")), len(huruf) - 1)]
        rata = xf.find(q("alignment"))
        lipat = rata is not None and rata.get("wrapText") in ("1", "true")
        menjorok = 0 if rata is None else int(rata.get("indent", "0"))
        gaya.append(Gaya(ukuran, tebal, lipat, menjorok))
    return gaya or [Gaya()], huruf[0][0]


def _nilai(el: etree._Element, nama: str, baku: str) -> str:
    anak = el.find(q(nama))
    return baku if anak is None else anak.get("val", baku)


def build_lebar(gaya: Gaya, lebar_kolom: float, ukuran_baku: float) -> LebarTeks | None:
    """The room of a cell's line; None where its text isn't wrapped."""
    if not gaya.lipat:
        return None
    ruang = max(lebar_kolom - 0.72 - 1.3 * gaya.menjorok, 1.0) * ukuran_baku / gaya.ukuran
    return LebarTeks(ruang / (CADANGAN * (1.08 if gaya.tebal else 1.0)), gaya.ukuran, gaya.tebal)


def measure(kata: str) -> float:
    """The width of a text in digits, by an average font."""
    lebar = 0.0
    for huruf in kata:
        if huruf in SEMPIT:
            lebar += 0.58
        elif huruf in LEBAR or huruf > "ɏ":
            lebar += 1.7
        elif huruf.isupper():
            lebar += 1.25
        else:
            lebar += 1.02
    return lebar


def count_baris(teks: str, per_baris: float) -> int:
    """How many lines a text fills when it wraps between words, long words broken."""
    if len(teks) * 1.7 <= per_baris and "\n" not in teks:
        return 1
    return sum(_baris_alinea(alinea, per_baris) for alinea in teks.split("\n"))


def _baris_alinea(alinea: str, per_baris: float) -> int:
    baris, terpakai = 1, 0.0
    for kata in alinea.split(" "):
        lebar = measure(kata)
        jarak = 0.58 if terpakai else 0.0
        if terpakai + jarak + lebar <= per_baris:
            terpakai += jarak + lebar
            continue
        if terpakai:
            baris += 1
        tambahan = max(math.ceil(lebar / per_baris), 1) - 1
        baris += tambahan
        terpakai = lebar - tambahan * per_baris
    return baris


def estimate_tinggi(teks: str, lebar: LebarTeks) -> float:
    """The height in points that a wrapped text needs."""
    baris = count_baris(teks, lebar.per_baris)
    return min(math.ceil(baris * lebar.ukuran * RAPAT + 1.5), TINGGI_TERTINGGI)
