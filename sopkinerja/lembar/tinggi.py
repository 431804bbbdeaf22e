"""How high a row must be for its wrapped text: LibreOffice doesn't fit rows when it loads."""

from __future__ import annotations

import math
from typing import NamedTuple

from lxml import etree

from sopkinerja.lembar.huruf import LEBAR_HURUF, TINGGI_MAKS, count_baris_em
from sopkinerja.lembar.ooxml import q

LEBAR_NAMA = {"calibri": 0.91, "carlito": 0.91, "aptos narrow": 0.9, "arial narrow": 0.82,
              "times new roman": 0.9, "liberation serif": 0.9, "cambria": 0.95,
              "verdana": 1.17, "dejavu sans": 1.17, "tahoma": 1.03}  # fmt: skip
"""How wide a font runs beside Arial."""
CADANGAN = 1.04
"""Programs differ in how they set text."""


class GayaTeks(NamedTuple):
    """What a cell's style says about its text; `menjorok` is the indent, `terbuka` whether a
    protected sheet lets it be filled."""

    huruf: str = "Calibri"
    ukuran: float = 11.0
    tebal: bool = False
    lipat: bool = False
    menjorok: int = 0
    terbuka: bool = False


class LebarTeks(NamedTuple):
    """How much text a line of a cell takes, in ems of Arial, and the height of the line."""

    per_baris: float
    tinggi_baris: float


def read_gaya(styles: etree._Element) -> tuple[list[GayaTeks], GayaTeks]:
    """The text style of every cell format, and that of the workbook's own font."""
    huruf = [
        GayaTeks(
            _nilai(f, "name", "Calibri"),
            float(_nilai(f, "sz", "11")),
            f.find(q("b")) is not None and _nilai(f, "b", "1") not in ("0", "false"),
        )
        for f in styles.findall(f"{q('fonts')}/{q('font')}")
    ] or [GayaTeks()]
    gaya = []
    for xf in styles.findall(f"{q('cellXfs')}/{q('xf')}"):
        rata = xf.find(q("alignment"))
        lipat = rata is not None and rata.get("wrapText") in ("1", "true")
        menjorok = 0 if rata is None else int(rata.get("indent", "0"))
        dasar = huruf[min(int(xf.get("fontId", "0")), len(huruf) - 1)]
        kunci = xf.find(q("protection"))
        terbuka = kunci is not None and kunci.get("locked") in ("0", "false")
        gaya.append(dasar._replace(lipat=lipat, menjorok=menjorok, terbuka=terbuka))
    return gaya or [GayaTeks()], huruf[0]


def _nilai(el: etree._Element, nama: str, baku: str) -> str:
    anak = el.find(q(nama))
    return baku if anak is None else anak.get("val", baku)


def build_lebar(gaya: GayaTeks, lebar_kolom: float, baku: GayaTeks) -> LebarTeks | None:
    """The room of a cell's line; None where its text isn't wrapped.

    A column's width counts digits of the workbook's own font, in whole pixels (ECMA-376, col).
    """
    if not gaya.lipat:
        return None
    angka = int(LEBAR_HURUF["0"] * LEBAR_NAMA.get(baku.huruf.lower(), 1.0) * baku.ukuran * 4 / 3)
    ruang = max(lebar_kolom * angka - 5 - 9 * gaya.menjorok, angka) * 0.75
    em = gaya.ukuran * LEBAR_NAMA.get(gaya.huruf.lower(), 1.0) * (1.07 if gaya.tebal else 1.0)
    return LebarTeks(ruang / (em * CADANGAN), 1.2 * gaya.ukuran + 1.6)


def estimate_tinggi(teks: str, lebar: LebarTeks) -> float:
    """The height in points that a wrapped text needs."""
    baris = count_baris_em(teks, lebar.per_baris)
    return min(math.ceil(baris * lebar.tinggi_baris + 1), TINGGI_MAKS)
