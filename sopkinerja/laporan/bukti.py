"""Files that officers name as evidence in Bukti Dukung, and which file is meant."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import PurePosixPath
from typing import NamedTuple
from urllib.parse import unquote

from sopkinerja.laporan.nihil import is_kosong

FOTO = ("jpg", "jpeg", "png", "heic", "heif", "webp")
"""A photo becomes another of these on its way: one name, one photo."""
AKHIRAN = (
    *FOTO, "pdf", "gif", "tif", "tiff", "bmp", "doc", "docx", "odt", "rtf", "xls", "xlsx", "xlsm",
    "ods", "csv", "ppt", "pptx", "odp", "txt", "zip", "rar", "7z", "mp4", "mov", "avi", "3gp",
    "mp3", "m4a", "wav", "eml", "msg",
)  # fmt: skip
"""Endings that make a word the name of a file."""
_AKHIR = re.compile(rf"\.(?:{'|'.join(sorted(AKHIRAN, reverse=True))})(?![\w])", re.IGNORECASE)
_TAUTAN = re.compile(r"\b(?:https?://|www\.|[\w.-]{1,60}\.(?:com|id|net|org)/)\S+", re.IGNORECASE)
_PISAH = re.compile(r"[\n\r;,|•/]|:\s|\s[&+]\s|\s(?:dan|serta|lalu)\s", re.IGNORECASE)
_PENGANTAR = re.compile(
    r"^(?:(?:lihat|lih\.|file|berkas|dokumen|lampiran|terlampir|bukti|yaitu)\s+)+", re.IGNORECASE
)
_NOMOR = re.compile(r"^(?:[-–*>]+|\(?[0-9a-z][.)](?=\s))\s*", re.IGNORECASE)
_SALINAN = re.compile(r"(?: \(?\d{1,2}\)?| copy| salinan| copy of)$")
_FOLDER = re.compile(r"^.*[\\/]")
MAKS_NAMA = 255
"""No program gives a file a longer name."""


def list_hilang(teks: str, ada: Iterable[str]) -> tuple[str, ...]:
    """Of the files that a text names those that none of the names there are stands for; none where
    it gives a link, behind which they may lie."""
    if _TAUTAN.search(teks):
        return ()
    kunci = {k for nama in ada for k in _list_kunci(nama)}
    hilang = (nama for nama, calon in _iter_nama(teks) if kunci.isdisjoint(calon))
    return tuple(dict.fromkeys(hilang))


def is_disebut(nama: str, teks: str, *, tanpa_akhiran: bool = True) -> bool:
    """Whether a text names that file: by its whole name, or as an entry of its own without the
    ending."""
    kunci = _list_kunci(nama)
    disebut = _read_teks(teks)
    if not kunci.isdisjoint(disebut.utuh):
        return True
    return tanpa_akhiran and not disebut.butir.isdisjoint(k.rpartition(" ")[0] for k in kunci)


class Disebut(NamedTuple):
    """What a text may name: whole names, and its entries without an ending."""

    utuh: frozenset[str]
    butir: frozenset[str]


@lru_cache(maxsize=2_000)
def _read_teks(teks: str) -> Disebut:
    """Each text is asked after every file that came with it."""
    if is_kosong(teks):
        return Disebut(frozenset(), frozenset())
    utuh = frozenset(k for _, calon in _iter_nama(teks) for k in calon)
    butir = (b for b in _PISAH.split(teks) if len(b) <= MAKS_NAMA)
    return Disebut(utuh, frozenset(_samakan(_potong(b)) for b in butir))


def _iter_nama(teks: str) -> Iterator[tuple[str, set[str]]]:
    """Each name that stands in a text, and what it may be in full: a comma may belong to it."""
    awal = 0
    for cocok in _AKHIR.finditer(teks):
        utuh = teks[max(awal, cocok.end() - MAKS_NAMA) : cocok.end()]
        mulai = [0, *(p.end() for p in _PISAH.finditer(utuh))]
        calon = [_potong(utuh[m:]) for m in mulai]
        awal = cocok.end()
        if not calon[-1].startswith("."):
            inti = [_PENGANTAR.sub("", c) for c in calon]
            yield inti[-1], {_samakan(c) for c in (*calon, *inti)}


def _potong(teks: str) -> str:
    """An entry without folder, number and quotes."""
    bagian = _NOMOR.sub("", teks.strip())
    return _FOLDER.sub("", bagian).strip(" \t\"'“”‘’()[]:")


@lru_cache(maxsize=10_000)
def _list_kunci(nama: str) -> frozenset[str]:
    """How a file may be called in a text: as it is, and before a program numbered its copy."""
    jalur = PurePosixPath(nama)
    akhiran = _samakan_akhiran(jalur.suffix)
    dasar = _samakan(jalur.stem)
    kunci = {f"{dasar} {akhiran}"}
    asal = _SALINAN.sub("", dasar)
    if asal != dasar and re.search(r"\((\d{1,2})\)$|copy|salinan", jalur.stem, re.IGNORECASE):
        kunci.add(f"{asal} {akhiran}")
    return frozenset(kunci)


def _samakan_akhiran(akhiran: str) -> str:
    bersih = akhiran.lstrip(".").casefold()
    return "jpg" if bersih in FOTO else bersih


def _samakan(teks: str) -> str:
    """One spelling: case, %20, underscores, dashes, dots and the kinds of photo aside."""
    polos = unicodedata.normalize("NFKC", unquote(teks)).casefold()
    polos = re.sub(rf"\.(?:{'|'.join(FOTO)})$", ".jpg", polos)
    return " ".join(re.sub(r"[\s_.\-–—]+", " ", polos).split())
