"""Finds markers wherever they stand in a part of a template and puts slots in their place."""

from __future__ import annotations

import re
from collections.abc import Callable
from xml.sax.saxutils import escape

from lxml import etree

from sopkinerja.lembar.cacat import Aib, Cacat, build_cacat
from sopkinerja.lembar.ooxml import GAMBAR, RUANG_XML, q
from sopkinerja.lembar.penanda import (
    MAKS_TEKS,
    Penanda,
    Teks,
    drop_potongan_kosong,
    escape_atribut,
    escape_biasa,
    escape_kop,
    escape_rumus,
    escape_teks,
    find_rusak,
    has_penanda,
    join_potongan,
    split_penanda,
    tidy_kop,
)

Pagari = Callable[[Teks], str]
Letak = Callable[[etree._Element], tuple[str, str]]

BATAS_ATRIBUT = {
    "prompt": 255,
    "error": 255,
    "promptTitle": 32,
    "errorTitle": 32,
    "tooltip": 255,
    "display": 255,
}
KOP = {q(f"{mana}{apa}") for mana in ("odd", "even", "first") for apa in ("Header", "Footer")}
KAYA = {q("si"), q("is"), q("text"), f"{{{GAMBAR}}}p"}
POTONG = {q("t"), f"{{{GAMBAR}}}t"}
RUMUS = re.compile(r"formula\d?|f")


def slot_teks(
    akar: etree._Element,
    pagari: Pagari,
    cacat: list[Cacat],
    lembar: str = "",
    letak: Letak | None = None,
) -> None:
    """Puts a slot wherever a marker stands; what looks like a broken marker goes to `cacat`."""
    penyusun = _Penyusun(pagari, cacat, letak or (lambda el: (lembar, find_sel(el))))
    for el in list(akar.iter()):
        if not isinstance(el.tag, str):
            continue
        for nama, nilai in el.attrib.items():
            if has_penanda(str(nilai)):
                penyusun.slot_atribut(el, str(nama))
        if el.tag in KAYA:
            penyusun.slot_kaya(el)
        elif el.tag not in POTONG and has_penanda(el.text) and "\ufdd0" not in (el.text or ""):
            penyusun.slot_elemen(el)


class _Penyusun:
    def __init__(self, pagari: Pagari, cacat: list[Cacat], letak: Letak) -> None:
        self.pagari, self.cacat, self.letak = pagari, cacat, letak

    def slot_kaya(self, induk: etree._Element) -> None:
        daun = [
            t
            for t in induk.iter(*POTONG)
            if (p := t.getparent()) is None or not str(p.tag).endswith("}rPh")
        ]
        join_potongan(daun)
        if not any(has_penanda(d.text) for d in daun):
            return
        self._check("".join(d.text or "" for d in daun), induk)
        for d in drop_potongan_kosong(daun):
            sel = d.tag == q("t")
            if sel:
                d.set(RUANG_XML, "preserve")
            if has_penanda(d.text):
                self._ganti(d, escape_teks if sel else escape_biasa, MAKS_TEKS)

    def slot_elemen(self, el: etree._Element) -> None:
        if RUMUS.fullmatch(etree.QName(el).localname):
            if "{{" in (el.text or "") and el.tag != q("f"):
                self.cacat.append(build_cacat(Aib.PENANDA_RUMUS, *self.letak(el)))
            return
        if el.tag in KOP:
            el.text = tidy_kop(el.text or "")
        self._check(el.text or "", el)
        if el.tag in KOP:
            self._ganti(el, escape_kop, 255)
        elif el.tag == q("definedName"):
            self._ganti(el, escape_rumus, 8192)
        else:
            self._ganti(el, escape_biasa, MAKS_TEKS)

    def slot_atribut(self, el: etree._Element, nama: str) -> None:
        nilai = str(el.get(nama))
        self._check(nilai, el)
        bagian = split_penanda(nilai, lambda t: escape(t, {'"': "&quot;", "\n": "&#10;"}))
        batas = BATAS_ATRIBUT.get(nama, MAKS_TEKS)
        el.set(nama, self.pagari(Teks(bagian, escape_atribut, batas, *self.letak(el))))

    def _check(self, teks: str, el: etree._Element) -> None:
        for apa in find_rusak(teks):
            self.cacat.append(build_cacat(Aib.PENANDA_RUSAK, *self.letak(el), apa=apa))

    def _ganti(self, el: etree._Element, lolos: Callable[[str], str], batas: int) -> None:
        bagian = split_penanda(el.text or "", escape)
        if any(isinstance(b, Penanda) for b in bagian):
            el.text = self.pagari(Teks(bagian, lolos, batas, *self.letak(el)))


def find_sel(el: etree._Element) -> str:
    """The cell an element belongs to, as far as it tells."""
    tempat: etree._Element | None = el
    while tempat is not None:
        if tempat.tag == q("c"):
            return tempat.get("r", "")
        if tempat.get("sqref"):
            return tempat.get("sqref", "").split()[0].partition(":")[0]
        if tempat.tag in (q("hyperlink"), q("comment")):
            return tempat.get("ref", "")
        tempat = tempat.getparent()
    return ""
