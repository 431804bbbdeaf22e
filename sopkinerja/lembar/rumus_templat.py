"""Formulas of a template: shared ones written out, each kept as the XML that goes into its slot."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from sopkinerja.lembar.cacat import Aib, Cacat, build_cacat
from sopkinerja.lembar.kisi import LembarTemplat
from sopkinerja.lembar.ooxml import q


def expand_rumus(lembar: LembarTemplat) -> Iterator[Cacat]:
    """Writes shared formulas out; a formula over several cells is a fault."""
    induk: dict[str, tuple[str, str]] = {}
    for f in lembar.akar.iterfind(f"{q('sheetData')}/{q('row')}/{q('c')}/{q('f')}"):
        sel = f.getparent()
        alamat = "" if sel is None else sel.get("r", "")
        if f.get("t") == "shared":
            si = f.get("si", "")
            if f.text:
                induk[si] = (f.text, alamat)
            elif si in induk:
                f.text = _translate(*induk[si], alamat)
        elif f.get("t") == "dataTable" or f.get("ref", alamat).partition(":")[2] not in (
            "",
            alamat,
        ):
            yield build_cacat(Aib.RUMUS_BANYAK, lembar.nama, alamat)
        if "{{" in (f.text or ""):
            yield build_cacat(Aib.PENANDA_RUMUS, lembar.nama, alamat)


def _translate(rumus: str, asal: str, tujuan: str) -> str:
    from openpyxl.formula.translate import Translator  # late: loading openpyxl takes 0.1 s

    return str(Translator(f"={rumus}", origin=asal).translate_formula(tujuan))[1:]


def render_rumus(sel: etree._Element) -> str | None:
    """The cell's formula as XML; None where it has none."""
    f = sel.find(q("f"))
    if f is None or not f.text:
        return None
    larik = f' t="array" ref="{sel.get("r")}"' if f.get("t") == "array" else ""
    teks = f.text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return f"<f{larik}>{teks}</f>"
