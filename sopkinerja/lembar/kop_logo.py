"""A letterhead in the first row of a sheet, instead of in the header of its pages."""

from __future__ import annotations

import re
from collections.abc import Sequence

from lxml import etree

from sopkinerja.lembar.kisi import build_alamat
from sopkinerja.lembar.ooxml import RUANG_XML, Bagian, parse, q, serialize
from sopkinerja.lembar.susun import find_bagian
from sopkinerja.lembar.tata_lembar import insert_urut

TEPI_ATAS = "0.3"
"""Inches above a letterhead that stands on the sheet: with it as high as one in the header."""
KOP = (("pemda_kapital", 10, False), ("opd_kapital", 13, True), ("kontak", 9, False))
"""The lines of the letterhead: marker, size in points, bold."""


def add_gaya_kop(semua: Bagian) -> int:
    """The style of a letterhead: in the middle, a double line below it."""
    nama = find_bagian(semua, "styles")
    assert nama is not None
    akar = parse(semua[nama])
    tepi = _append(akar, "borders", "border")
    for sisi in ("left", "right", "top", "bottom", "diagonal"):
        el = etree.SubElement(tepi, q(sisi))
        if sisi == "bottom":
            el.set("style", "double")
            etree.SubElement(el, q("color"), auto="1")
    xf = _append(akar, "cellXfs", "xf")
    nomor = str(len(akar.findall(f"{q('borders')}/{q('border')}")) - 1)
    for atribut, isi in (
        ("numFmtId", "0"), ("fontId", "0"), ("fillId", "0"), ("borderId", nomor), ("xfId", "0"),
        ("applyBorder", "1"), ("applyAlignment", "1"),
    ):  # fmt: skip
        xf.set(atribut, isi)
    etree.SubElement(xf, q("alignment"), horizontal="center", vertical="center", wrapText="1")
    semua[nama] = serialize(akar).encode()
    return len(akar.findall(f"{q('cellXfs')}/{q('xf')}")) - 1


def _append(akar: etree._Element, wadah: str, nama: str) -> etree._Element:
    el = akar.find(q(wadah))
    assert el is not None
    el.attrib.pop("count", "")
    return etree.SubElement(el, q(nama))


def add_teks_kop(semua: Bagian, skala: float) -> int:
    """The letterhead as a shared text, so large that it is read on paper."""
    nama = find_bagian(semua, "sharedStrings")
    assert nama is not None
    akar = parse(semua[nama])
    si = etree.SubElement(akar, q("si"))
    for ke, (penanda, ukuran, tebal) in enumerate(KOP, 1):
        run = etree.SubElement(si, q("r"))
        sifat = etree.SubElement(run, q("rPr"))
        if tebal:
            etree.SubElement(sifat, q("b"))
        etree.SubElement(sifat, q("sz"), val=f"{round(ukuran / skala * 2) / 2:g}")
        etree.SubElement(sifat, q("rFont"), val="Arial")
        isi = etree.SubElement(run, q("t"))
        isi.set(RUANG_XML, "preserve")
        isi.text = f"{{{{{penanda}}}}}" + ("\n" if ke < len(KOP) else "")
    for atribut in ("count", "uniqueCount"):
        akar.attrib.pop(atribut, "")
    semua[nama] = serialize(akar).encode()
    return len(akar) - 1


def write_kop(
    akar: etree._Element,
    baris: etree._Element,
    kolom: Sequence[int],
    awal: int,
    gaya: int,
    teks: int,
) -> None:
    """The letterhead over the columns from `awal` on, its line over all."""
    for k in kolom:
        sel = etree.SubElement(baris, q("c"), r=build_alamat(1, k), s=str(gaya))
        if k == awal:
            sel.set("t", "s")
            etree.SubElement(sel, q("v")).text = str(teks)
    if awal < kolom[-1]:
        wadah = akar.find(q("mergeCells"))
        if wadah is None:
            wadah = etree.Element(q("mergeCells"))
            insert_urut(akar, wadah)
        ref = f"{build_alamat(1, awal)}:{build_alamat(1, kolom[-1])}"
        etree.SubElement(wadah, q("mergeCell"), ref=ref)
        wadah.attrib.pop("count", "")


def drop_kop_halaman(akar: etree._Element) -> None:
    """Takes the letterhead out of the page's header, and the room for it."""
    kepala = akar.find(f"{q('headerFooter')}/{q('oddHeader')}")
    assert kepala is not None
    bagian = re.split(r"(?=&[LCR])", kepala.text or "")
    kepala.text = "".join(b for b in bagian if "{{kop_" not in b)
    if kepala.text:
        return
    kepala.getparent().remove(kepala)  # type: ignore[union-attr]
    tepi = akar.find(q("pageMargins"))
    if tepi is not None:
        tepi.set("top", TEPI_ATAS)
