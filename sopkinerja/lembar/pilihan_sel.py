"""A dropdown of its own in some cells of a column, where the template asks all of it one thing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape, quoteattr

from sopkinerja.lembar.kisi import Kotak, build_alamat, read_alamat, read_kotak

PALING = 255
"""So many characters a list within a validation may have; a longer one leaves the cell free."""

_SATU = re.compile(r"<dataValidation\b[^>]*?(?:/>|>.*?</dataValidation>)", re.DOTALL)
_SEMUA = re.compile(r"<dataValidations\b[^>]*>(.*?)</dataValidations>", re.DOTALL)
_SQREF = re.compile(r'\bsqref="([^"]*)"')


@dataclass(frozen=True)
class PilihanSel:
    """What a cell may hold: `daftar` in a dropdown, with `judul` and `pesan` beside the cell. What
    else is typed is asked about (`bebas`: taken)."""

    daftar: tuple[str, ...]
    judul: str
    pesan: str
    bebas: bool = False


def apply_pilihan(lembar: bytes, pilihan: Mapping[str, PilihanSel]) -> bytes:
    """The XML of a sheet whose cells at these addresses have their own dropdown; the template's
    validation stays with the others of its range."""
    teks = lembar.decode()
    cocok = _SEMUA.search(teks)
    if cocok is None or not pilihan:
        return lembar
    tempat = dict.fromkeys(read_alamat(a) for a in pilihan)
    lama = [b for m in _SATU.finditer(cocok[1]) for b in _shrink(m[0], list(tempat))]
    isi = [*lama, *(_build(alamat, p) for alamat, p in pilihan.items())]
    baru = f'<dataValidations count="{len(isi)}">{"".join(isi)}</dataValidations>'
    return (teks[: cocok.start()] + baru + teks[cocok.end() :]).encode()


def _shrink(satu: str, tempat: Sequence[tuple[int, int]]) -> Iterator[str]:
    """A validation without those cells; nothing where none is left."""
    cocok = _SQREF.search(satu)
    assert cocok is not None
    kotak = [read_kotak(k) for k in cocok[1].split()]
    for baris, kolom in tempat:
        kotak = [sisa for k in kotak for sisa in _cut(k, baris, kolom)]
    if kotak:
        sqref = " ".join(_render(k) for k in kotak)
        yield f'{satu[: cocok.start()]}sqref="{sqref}"{satu[cocok.end() :]}'


def _cut(k: Kotak, baris: int, kolom: int) -> Iterator[Kotak]:
    """A rectangle without one cell: above it, below it, and on either side."""
    dalam = k.baris_awal <= baris <= k.baris_akhir and k.kolom_awal <= kolom <= k.kolom_akhir
    if not dalam:
        yield k
        return
    if k.baris_awal < baris:
        yield k._replace(baris_akhir=baris - 1)
    if kolom > k.kolom_awal:
        yield Kotak(k.kolom_awal, baris, kolom - 1, baris)
    if kolom < k.kolom_akhir:
        yield Kotak(kolom + 1, baris, k.kolom_akhir, baris)
    if k.baris_akhir > baris:
        yield k._replace(baris_awal=baris + 1)


def _render(k: Kotak) -> str:
    awal = build_alamat(k.baris_awal, k.kolom_awal)
    akhir = build_alamat(k.baris_akhir, k.kolom_akhir)
    return awal if awal == akhir else f"{awal}:{akhir}"


def _build(alamat: str, p: PilihanSel) -> str:
    pesan = f"promptTitle={quoteattr(p.judul[:32])} prompt={quoteattr(p.pesan[:255])}"
    umum = f'allowBlank="1" showInputMessage="1" {pesan} sqref="{alamat}"'
    daftar = ",".join(p.daftar)
    if len(daftar) > PALING or any("," in d for d in p.daftar):
        return f"<dataValidation {umum}/>"
    tanya = "" if p.bebas else ' errorStyle="warning" showErrorMessage="1"'
    rumus = escape('"' + daftar.replace('"', '""') + '"')
    return (
        f'<dataValidation type="list"{tanya} {umum}><formula1>{rumus}</formula1></dataValidation>'
    )
