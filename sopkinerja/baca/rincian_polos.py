"""What rincian.py tells of a sheet, told in one go where it is written as programs write it.

Every program in use writes its cells in one plain way, and then a search over the text does what an
event for each element does in four times the time. The sheet has been proven whole before
(utuh.py). Whatever is written in any other way is left to the parser.
"""

from __future__ import annotations

import re
from xml.sax.saxutils import unescape

from sopkinerja.baca.gaya_sel import Bersama, Gaya
from sopkinerja.baca.rinci import (
    POLOS,
    Daerah,
    Rinci,
    RinciLembar,
    add_kaya,
    build_rinci_rumus,
)
from sopkinerja.lembar.kisi import build_huruf
from sopkinerja.lembar.ooxml import UTAMA

_KEPALA = re.compile(
    rb"""(?:\xef\xbb\xbf)?(?:<\?xml version=["']1\.0["'] encoding=["'](?:UTF|utf)-8["']"""
    rb"""(?: standalone=["'](?:yes|no)["'])?\s*\?>\s*)?<worksheet\s"""
)
_SEL = re.compile(
    rb'<c r="([A-Z]+)([0-9]+)"(?: s="([0-9]+)")?(?: t="([a-z]+)")?'
    rb">(<f(?:[ /][^<>]*)?>(?:([^<]*)</f>)?)?(<v>([^<]*)</v>|<v/>)?</c>"
)
_SEL_KOSONG = re.compile(rb'<c r="[A-Z]+[0-9]+"(?: s="[0-9]+")?(?: t="[a-z]+")?/>')
_AWAL_SEL = re.compile(rb"<c[\s/>]")
_ASING = re.compile(rb"shared|&#|DISPIMG")
"""In a formula what is left to the parser: texts that several share, signs by their number,
pictures."""
_ENTITAS = {"&quot;": '"', "&apos;": "'"}


def read_rincian_polos(isi: bytes, bersama: Bersama, daerah: Daerah) -> RinciLembar | None:
    """The details of a sheet; None where it isn't written plainly."""
    if not _is_polos(isi):
        return None
    semua = _SEL.findall(isi)
    dikenal = len(semua) + len(_SEL_KOSONG.findall(isi))
    if dikenal != len(_AWAL_SEL.findall(isi)) or any(map(_is_asing, semua)):
        return None
    return _build(semua, bersama, daerah)


def _is_asing(sel: tuple[bytes, ...]) -> bool:
    _, _, _, jenis, f, _, _, nilai = sel
    return (f != b"" and _ASING.search(f) is not None) or (jenis == b"e" and b"&#" in nilai)


def _is_polos(isi: bytes) -> bool:
    """One name space for all cells, bound once; nothing in which a cell might only seem to stand."""
    kepala = _KEPALA.match(isi)
    return (
        kepala is not None
        and isi.find(b"\r", kepala.end()) < 0  # a parser reads that otherwise
        and isi.count(b"<?") <= 1
        and isi.count(b'xmlns="') == isi.count(b'xmlns="' + UTAMA.encode() + b'"') == 1
        and isi.count(UTAMA.encode()) == 1
        and b"<!" not in isi
        and b"xmlns='" not in isi
    )


def _build(semua: list[tuple[bytes, ...]], bersama: Bersama, daerah: Daerah) -> RinciLembar:
    milik = {build_huruf(k + 1).encode(): k for k in daerah.kolom}
    gaya = {n.encode(): (g, _add_gaya(POLOS, g)) for n, g in bersama.gaya.items()}
    kaya = {n.encode(): k for n, k in bersama.kaya.items()}
    hasil: RinciLembar = {}
    for huruf, nomor, nomor_gaya, jenis, f, rumus, v, nilai in semua:
        if huruf not in milik or not (f or v):
            continue
        g = gaya.get(nomor_gaya or b"0") if v else None
        k = kaya.get(nilai.strip()) if jenis == b"s" else None
        if g is None and k is None and not f and jenis != b"e":
            continue
        letak = int(nomor) - 1, milik[huruf]
        if letak[0] > daerah.akhir:
            continue
        lama = hasil.get(letak)
        if lama is None and g is not None and not f and k is None and jenis != b"e":
            hasil[letak] = g[1]
            continue
        rinci = lama or POLOS
        if f:
            rinci = build_rinci_rumus(rinci, _baca(rumus))
        if g is not None:
            rinci = _add_gaya(rinci, g[0])
        if v and jenis == b"e" and not rinci.gambar:
            rinci = rinci._replace(galat=_baca(nilai) or "#N/A")
        elif k is not None:
            rinci = add_kaya(rinci, k)
        hasil[letak] = rinci
    return hasil


def _add_gaya(rinci: Rinci, gaya: Gaya) -> Rinci:
    """The details of a value in that style: what the style doesn't say stays."""
    return rinci._replace(
        format=gaya.format or rinci.format,
        coret=gaya.coret or rinci.coret,
        putih=gaya.putih or rinci.putih,
    )


def _baca(teks: bytes) -> str:
    return unescape(teks.decode(), _ENTITAS)
