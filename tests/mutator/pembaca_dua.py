"""A second reader of workbooks: straight from the XML, and nothing of ours in it.

It tells everything that any reader could see in a cell: where a cell stands twice, both values.
"""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
from collections import defaultdict
from collections.abc import Iterator

from lxml import etree

NS = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
Terlihat = dict[str, dict[str, list[str]]]
"""Texts and numbers by sheet and address."""


def read_terlihat(isi: bytes) -> Terlihat:
    """Everything that stands in cells, as the file spells it; sheets that can't be read are left out."""
    with zipfile.ZipFile(io.BytesIO(isi)) as arsip:
        dibaca = ("xl/worksheets/", "xl/workbook", "xl/_rels/", "xl/sharedStrings")
        bagian = {n: arsip.read(n) for n in arsip.namelist() if n.startswith(dibaca)}
    teks = _read_teks(bagian.get("xl/sharedStrings.xml", b""))
    return {nama: _read_lembar(bagian[jalur], teks) for nama, jalur in _find_lembar(bagian)}


def _parse(isi: bytes) -> etree._Element:
    """Strict, but for the address of a namespace: programs don't mind how that one is spelt."""
    try:
        return etree.fromstring(isi, etree.XMLParser(resolve_entities=False, huge_tree=True))
    except etree.XMLSyntaxError as galat:
        if not str(galat).startswith("xmlns") or "is not a valid URI" not in str(galat):
            raise
    return etree.fromstring(
        isi, etree.XMLParser(resolve_entities=False, huge_tree=True, recover=True)
    )


def _read_teks(isi: bytes) -> list[str]:
    if not isi:
        return []
    return ["".join(t.text or "" for t in si.iter(f"{NS}t")) for si in _parse(isi).iter(f"{NS}si")]


def _find_lembar(bagian: dict[str, bytes]) -> Iterator[tuple[str, str]]:
    """Relations wherever they stand in their part, and sheets by their id in whatever namespace:
    fast readers see no more of a name than that."""
    relasi = _parse(bagian["xl/_rels/workbook.xml.rels"]).iter("{*}Relationship")
    tujuan = {r.get("Id"): r.get("Target", "") for r in relasi}
    for s in _parse(bagian["xl/workbook.xml"]).iter("{*}sheet"):
        nomor = next((v for k, v in s.attrib.items() if k.endswith("}id")), "")
        jalur = posixpath.normpath(posixpath.join("/xl", tujuan.get(nomor, ""))).lstrip("/")
        if jalur in bagian:
            yield s.get("name", ""), jalur


def _read_lembar(isi: bytes, teks: list[str]) -> dict[str, list[str]]:
    sel: dict[str, list[str]] = defaultdict(list)
    akar = _parse(isi)
    nomor = 0
    for baris in akar.iter(f"{NS}row"):
        tertulis = baris.get("r", "")
        nomor = int(tertulis) if tertulis.isdecimal() else nomor + 1
        kolom = 0
        for c in baris.iter(f"{NS}c"):
            alamat = c.get("r") or f"{_huruf(kolom + 1)}{nomor}"
            kolom = _nomor(re.sub(r"[^A-Z]", "", alamat) or "A")
            sel[alamat] += list(_nilai(c, teks))
    for m in akar.iter(f"{NS}mergeCell"):
        _sebar(m.get("ref", ""), sel)
    return sel


def _nilai(c: etree._Element, teks: list[str]) -> Iterator[str]:
    for v in c.iter(f"{NS}v"):
        isi = (v.text or "").strip()
        if c.get("t") == "s" and isi.isdecimal() and int(isi) < len(teks):
            yield teks[int(isi)]
        elif isi:
            yield isi
    for i in c.iter(f"{NS}is"):
        yield "".join(t.text or "" for t in i.iter(f"{NS}t"))


def _sebar(rentang: str, sel: dict[str, list[str]]) -> None:
    """What a merged cell holds is seen in all of it."""
    cocok = re.fullmatch(r"([A-Z]{1,3})(\d{1,5}):([A-Z]{1,3})(\d{1,5})", rentang)
    if not cocok:
        return
    k1, b1, k2, b2 = _nomor(cocok[1]), int(cocok[2]), _nomor(cocok[3]), int(cocok[4])
    if (k2 - k1) * (b2 - b1) < 10_000:
        for k in range(k1, k2 + 1):
            for b in range(b1, b2 + 1):
                sel[f"{_huruf(k)}{b}"] += sel.get(f"{cocok[1]}{cocok[2]}", [])


def _nomor(huruf: str) -> int:
    hasil = 0
    for h in huruf:
        hasil = hasil * 26 + ord(h) - 64
    return hasil


def _huruf(nomor: int) -> str:
    teks = ""
    while nomor:
        nomor, sisa = divmod(nomor - 1, 26)
        teks = chr(65 + sisa) + teks
    return teks


def read_angka(teks: str) -> set[float]:
    """Every number that a text may be read as: a dot or a comma as decimals or thousands, per cent."""
    hasil: set[float] = set()
    for satu in re.findall(r"-?\d[\d.,\s]*(?:[eE][-+]?\d+)?", teks):
        polos = satu.strip().strip(".,").strip()
        for baca in (
            polos, polos.replace(".", "").replace(",", "."), polos.replace(",", ""),
            re.sub(r"[.,\s]", "", polos),
        ):  # fmt: skip
            try:
                hasil |= {float(baca), float(baca) * 100}
            except ValueError:
                continue
    return hasil
