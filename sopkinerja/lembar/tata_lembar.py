"""The furniture of a compiled sheet: protection, hidden columns, the selected tab."""

from __future__ import annotations

import copy

from lxml import etree

from sopkinerja.lembar.ooxml import q

URUTAN_LEMBAR = [
    "sheetPr",
    "dimension",
    "sheetViews",
    "sheetFormatPr",
    "cols",
    "sheetData",
    "sheetCalcPr",
    "sheetProtection",
    "protectedRanges",
    "scenarios",
    "autoFilter",
    "sortState",
    "dataConsolidate",
    "customSheetViews",
    "mergeCells",
    "phoneticPr",
    "conditionalFormatting",
    "dataValidations",
    "hyperlinks",
    "printOptions",
    "pageMargins",
    "pageSetup",
    "headerFooter",
    "rowBreaks",
    "colBreaks",
    "customProperties",
    "cellWatches",
    "ignoredErrors",
    "smartTags",
    "drawing",
    "legacyDrawing",
    "legacyDrawingHF",
    "picture",
    "oleObjects",
    "controls",
    "webPublishItems",
    "tableParts",
    "extLst",
]


def insert_urut(akar: etree._Element, baru: etree._Element) -> None:
    """Puts a child of a worksheet at its place in the schema's order."""
    tempat = URUTAN_LEMBAR.index(etree.QName(baru).localname)
    sesudah = {q(n) for n in URUTAN_LEMBAR[tempat + 1 :]}
    for i, anak in enumerate(akar):
        if anak.tag in sesudah or etree.QName(anak).localname == "AlternateContent":
            akar.insert(i, baru)
            return
    akar.append(baru)


def protect(akar: etree._Element) -> None:
    """A sheet that holds a table is protected; a protection that stands is kept."""
    jaga = akar.find(q("sheetProtection"))
    if jaga is None:
        jaga = etree.Element(q("sheetProtection"))
        for nama in ("objects", "scenarios"):
            jaga.set(nama, "1")
        for nama in ("formatColumns", "formatRows"):
            jaga.set(nama, "0")
        insert_urut(akar, jaga)
    jaga.set("sheet", "1")


def hide_kolom(akar: etree._Element, kolom: int) -> None:
    """Hides one column, splitting the `<col>` range it lies in."""
    cols = akar.find(q("cols"))
    if cols is None:
        cols = etree.Element(q("cols"))
        insert_urut(akar, cols)
    for col in list(cols):
        awal, akhir = int(col.get("min", "1")), int(col.get("max", "1"))
        if not awal <= kolom <= akhir:
            continue
        for a, b, sembunyi in (
            (awal, kolom - 1, False),
            (kolom, kolom, True),
            (kolom + 1, akhir, False),
        ):
            if a <= b:
                bagian = copy.deepcopy(col)
                bagian.set("min", str(a))
                bagian.set("max", str(b))
                if sembunyi:
                    bagian.set("hidden", "1")
                col.addprevious(bagian)
        cols.remove(col)
        return
    _insert_kolom(cols, kolom)


def _insert_kolom(cols: etree._Element, kolom: int) -> None:
    baru = etree.Element(q("col"))
    for nama, nilai in (("min", kolom), ("max", kolom), ("width", 9.14), ("hidden", 1)):
        baru.set(nama, str(nilai))
    tempat = sum(int(c.get("max", "1")) < kolom for c in cols)
    cols.insert(tempat, baru)


def tidy_tampilan(akar: etree._Element, aktif: bool) -> None:
    """One selected tab, no spans, a dimension that holds every slot."""
    for tampilan in akar.iterfind(f"{q('sheetViews')}/{q('sheetView')}"):
        tampilan.attrib.pop("tabSelected", "")
        if aktif:
            tampilan.set("tabSelected", "1")
    for baris in akar.iterfind(f"{q('sheetData')}/{q('row')}"):
        baris.attrib.pop("spans", "")
    ukuran = akar.find(q("dimension"))
    if ukuran is not None:
        akar.remove(ukuran)
