"""Two workbooks of ours against each other, cell by cell: value and formula, straight from the XML."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator
from typing import NamedTuple

from lxml import etree

from sopkinerja.bundel import teks

UTAMA = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
RELASI = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
MAKS_ISI = 512 << 20
Sel = tuple[str, str]
"""What a cell shows, and its formula."""


class BukuCacat(Exception):
    """Bytes that aren't a workbook as we write them."""


class BedaSel(NamedTuple):
    """A cell that says otherwise: where it is, was printed, is built."""

    lembar: str
    sel: str
    dicetak: str
    dibangun: str


def compare_buku(dicetak: bytes, dibangun: bytes) -> tuple[int, list[BedaSel]]:
    """How many cells hold something in either, and those that differ."""
    lama = read_sel(dicetak)
    kini = lama if dicetak == dibangun else read_sel(dibangun)
    semua = dict.fromkeys((*lama, *kini))
    beda = [BedaSel(*k, _render(lama.get(k)), _render(kini.get(k))) for k in semua]
    return len(semua), [b for b, k in zip(beda, semua, strict=True) if lama.get(k) != kini.get(k)]


def _render(sel: Sel | None) -> str:
    if sel is None:
        return teks.TAK_ADA
    nilai, rumus = sel
    return f"{nilai or teks.KOSONG} (={rumus})" if rumus else nilai or teks.KOSONG


def read_sel(isi: bytes) -> dict[tuple[str, str], Sel]:
    """Every cell that holds something, by sheet and address; a sheet's name counts as a cell too.
    BukuCacat where it isn't a workbook as we write them."""
    try:
        return _read_sel(isi)
    except (KeyError, IndexError, ValueError, zipfile.BadZipFile, zlib.error, etree.LxmlError):
        raise BukuCacat from None


def _read_sel(isi: bytes) -> dict[tuple[str, str], Sel]:
    with zipfile.ZipFile(io.BytesIO(isi)) as arsip:
        if sum(i.file_size for i in arsip.infolist()) > MAKS_ISI:
            raise ValueError(MAKS_ISI)
        kata = list(_read_kata(arsip))
        hasil: dict[tuple[str, str], Sel] = {}
        for nama, bagian in _list_lembar(arsip):
            hasil[nama, ""] = (nama, "")
            hasil |= {(nama, alamat): sel for alamat, sel in _read_lembar(arsip, bagian, kata)}
    return hasil


def _parse(isi: bytes) -> etree._Element:
    return etree.fromstring(isi, etree.XMLParser(resolve_entities=False, no_network=True))


def _read_kata(arsip: zipfile.ZipFile) -> Iterator[str]:
    if "xl/sharedStrings.xml" in arsip.namelist():
        akar = _parse(arsip.read("xl/sharedStrings.xml"))
        yield from ("".join(t.text or "" for t in si.iter(f"{UTAMA}t")) for si in akar)


def _list_lembar(arsip: zipfile.ZipFile) -> Iterator[tuple[str, str]]:
    relasi = _parse(arsip.read("xl/_rels/workbook.xml.rels"))
    tujuan = {r.get("Id"): f"xl/{r.get('Target', '')}" for r in relasi}
    for s in _parse(arsip.read("xl/workbook.xml")).iter(f"{UTAMA}sheet"):
        yield s.get("name", ""), tujuan[s.get(f"{RELASI}id")]


def _read_lembar(arsip: zipfile.ZipFile, bagian: str, kata: list[str]) -> Iterator[tuple[str, Sel]]:
    for c in _parse(arsip.read(bagian)).iter(f"{UTAMA}c"):
        nilai, rumus = c.findtext(f"{UTAMA}v") or "", c.findtext(f"{UTAMA}f") or ""
        if c.get("t") == "s":
            nilai = kata[int(nilai)]
        elif c.get("t") == "inlineStr":
            nilai = "".join(t.text or "" for t in c.iter(f"{UTAMA}t"))
        if nilai or rumus:
            yield c.get("r", ""), (nilai, rumus)
