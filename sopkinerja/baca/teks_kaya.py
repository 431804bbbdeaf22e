"""Texts in several fonts: what is struck through, and which digits don't stand in the line."""

from __future__ import annotations

import zipfile
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from sopkinerja.lembar.ooxml import parse_bagian

MATI = ("0", "false")
PUTIH = ("FFFFFFFF", "00FFFFFF")
NAIK_TURUN = ("superscript", "subscript")


class Potongan(NamedTuple):
    """A piece of a text in one font; `samar`: raised, lowered or white."""

    teks: str
    coret: bool = False
    samar: bool = False


class Kaya(NamedTuple):
    """A text without what is struck through (`sisa`), and without digits that stand raised, lowered
    or white (`samar`); None where there is nothing of the kind."""

    sisa: str | None = None
    samar: str | None = None


def build_kaya(potongan: Iterable[Potongan]) -> Kaya:
    """What its pieces make of a text. A lone power (`m²`) hides nothing: only digits beside digits
    make another number."""
    daftar = list(potongan)
    dicoret = any(p.coret and p.teks.strip() for p in daftar)
    biasa = [p for p in daftar if not p.samar]
    tersamar = any(p.samar and _has_digit(p.teks) for p in daftar) and any(
        _has_digit(p.teks) for p in biasa
    )
    return Kaya(
        _gabung(p for p in daftar if not p.coret) if dicoret else None,
        _gabung(biasa) if tersamar else None,
    )


def _has_digit(teks: str) -> bool:
    return any(c.isdecimal() for c in teks)


def _gabung(potongan: Iterable[Potongan]) -> str:
    """The pieces as one text; what stood between two that are left is no double blank."""
    return "\n".join(
        " ".join(b.split()) for b in "".join(p.teks for p in potongan).splitlines()
    ).strip()


def is_coret(sifat: Any) -> bool:
    """Whether font properties strike the text through."""
    garis = sifat.find("{*}strike")
    return garis is not None and garis.get("val", "1") not in MATI


def is_samar(tanda: str, sifat: Mapping[str, str]) -> bool:
    """Whether one font property takes the text out of the line, or out of sight."""
    if tanda == "vertAlign":
        return sifat.get("val") in NAIK_TURUN
    return tanda == "color" and (sifat.get("rgb") in PUTIH or sifat.get("theme") == "0")


def read_kaya_bersama(zip_: zipfile.ZipFile) -> dict[str, Kaya]:
    """The shared texts, by number, of which a part is struck through or out of the line."""
    akar = parse_bagian(zip_, "xl/sharedstrings.xml")
    if akar is None or next(akar.iter("{*}r"), None) is None:
        return {}
    hasil = {}
    berpotongan = {induk for r in akar.iter("{*}r") if (induk := r.getparent()) is not None}
    for n, si in enumerate(akar.iterfind("{*}si")):
        if si not in berpotongan:
            continue
        kaya = build_kaya(map(_build_potongan, si.iterfind("{*}r")))
        if kaya != Kaya():
            hasil[str(n)] = kaya
    return hasil


def _build_potongan(r: Any) -> Potongan:
    sifat = r.find("{*}rPr")
    teks = r.findtext("{*}t") or ""
    if sifat is None:
        return Potongan(teks)
    samar = any(is_samar(str(el.tag).rpartition("}")[2], el.attrib) for el in sifat)
    return Potongan(teks, is_coret(sifat), samar)
