"""Markers `{{nama}}` in texts of a template, and how a value is written into each kind of text."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple
from xml.sax.saxutils import escape

from lxml import etree

POLA_PENANDA = re.compile(r"\{\{\s*([A-Za-z][A-Za-z0-9_]*)\s*\}\}")
POLA_KURUNG = re.compile(r"\{\{[^{}]{0,40}\}{0,2}|\}\}")
TERLARANG = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufdd0\ufdd1\ufffe\uffff]")
ISTIMEWA = re.compile(r"[&<>_\r\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufdd0\ufdd1\ufffe\uffff]")
LOLOSAN = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
KODE_KOP = re.compile(r'&(?:"[^"]*"|K[0-9A-Fa-f]{6}|K\d\d[+-]\d{3}|\d+|[BIUSEXYOH])')
UKURAN_DI_UJUNG = re.compile(r"&amp;\d+$")
PAGAR = ("\ufdd0", "\ufdd1")
MAKS_TEKS = 32767


class Penanda(NamedTuple):
    """A marker's name, written small."""

    nama: str


Bagian = tuple[str | Penanda, ...]


def clean(teks: str) -> str:
    """Text as XML may hold it: forbidden characters dropped, every line end a line feed."""
    return TERLARANG.sub("", teks).replace("\r\n", "\n").replace("\r", "\n")


def escape_teks(teks: str) -> str:
    """For the text of a cell; what looks like an `_xHHHH_` escape stays what it is."""
    if not ISTIMEWA.search(teks):
        return teks
    teks = clean(teks)
    if "_x" in teks:
        teks = LOLOSAN.sub("_x005F_", teks)
    return escape(teks)


def escape_biasa(teks: str) -> str:
    """For text that isn't a cell's: properties, drawings."""
    return escape(clean(teks))


def escape_atribut(teks: str) -> str:
    """For an attribute's value in double quotes."""
    return escape(LOLOSAN.sub("_x005F_", clean(teks)), {'"': "&quot;", "\n": "&#10;", "\t": "&#9;"})


def escape_kop(teks: str) -> str:
    """For headers and footers, where `&` begins a code."""
    return escape(clean(teks).replace("&", "&&"))


def escape_rumus(teks: str) -> str:
    """For a string literal inside a formula (defined names)."""
    return escape(clean(teks).replace('"', '""'))


@dataclass(frozen=True, slots=True)
class Teks:
    """A text with markers: constant pieces (escaped already) and marker names."""

    bagian: Bagian
    escape: Callable[[str], str]
    batas: int
    lembar: str
    sel: str

    def render(self, penanda: Mapping[str, str]) -> str:
        """The escaped text with each marker's value; KeyError for an unknown marker."""
        hasil: list[str] = []
        for b in self.bagian:
            if isinstance(b, str):
                hasil.append(b)
                continue
            nilai = self.escape(penanda[b.nama])
            if nilai[:1].isdigit() and hasil and UKURAN_DI_UJUNG.search(hasil[-1]):
                nilai = f" {nilai}"  # else `&8` and 2026 were read as a font of size 82026
            hasil.append(nilai)
        return "".join(hasil)


def split_penanda(teks: str, lolos: Callable[[str], str]) -> Bagian:
    """A template's text as constant pieces, escaped by `lolos`, and markers."""
    hasil: list[str | Penanda] = []
    akhir = 0
    for m in POLA_PENANDA.finditer(teks):
        if m.start() > akhir:
            hasil.append(lolos(teks[akhir : m.start()]))
        hasil.append(Penanda(m.group(1).lower()))
        akhir = m.end()
    if akhir < len(teks):
        hasil.append(lolos(teks[akhir:]))
    return tuple(hasil)


def find_rusak(teks: str) -> list[str]:
    """Pieces of text that want to be a marker and aren't."""
    if "{{" not in teks and "}}" not in teks:
        return []
    return [m.group(0) for m in POLA_KURUNG.finditer(POLA_PENANDA.sub(" ", teks))]


def has_penanda(teks: str | None) -> bool:
    """Whether a text holds a marker or the beginning or end of one."""
    return teks is not None and ("{{" in teks or "}}" in teks)


def tidy_kop(teks: str) -> str:
    """Moves font codes that stand inside a marker of a header or footer behind it."""

    def rapikan(m: re.Match[str]) -> str:
        isi = m.group(1)
        return "{{" + KODE_KOP.sub("", isi) + "}}" + "".join(KODE_KOP.findall(isi))

    return re.sub(r"\{\{([^{}]*)\}\}", rapikan, teks)


def join_potongan(daun: Sequence[etree._Element]) -> None:
    """Gathers a marker that is split over several pieces of rich text into its first piece."""
    teks = "".join(d.text or "" for d in daun)
    if not has_penanda(teks) or len(daun) < 2:
        return
    milik = [i for i, d in enumerate(daun) for _ in d.text or ""]
    for m in POLA_PENANDA.finditer(teks):
        milik[m.start() : m.end()] = [milik[m.start()]] * (m.end() - m.start())
    for i, d in enumerate(daun):
        d.text = "".join(huruf for huruf, k in zip(teks, milik, strict=True) if k == i)


def drop_potongan_kosong(daun: Sequence[etree._Element]) -> Iterator[etree._Element]:
    """Takes runs without text out of rich text; yields the pieces that stay."""
    for d in daun:
        lari = d.getparent()
        induk = None if lari is None else lari.getparent()
        if not d.text and len(daun) > 1 and lari is not None and induk is not None:
            if lari.tag.endswith("}r"):
                induk.remove(lari)
        else:
            yield d
