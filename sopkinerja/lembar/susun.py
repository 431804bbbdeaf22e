"""Compiles a whole template, or the part of it whose sheets are issued."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from lxml import etree

from sopkinerja.lembar.buku_templat import (
    Lembaran,
    drop_lembar,
    find_aktif,
    find_buku,
    is_merujuk,
    read_buku,
)
from sopkinerja.lembar.cacat import Aib, Cacat, build_cacat
from sopkinerja.lembar.kisi import Lembar, find_tabel, number_sel, read_teks
from sopkinerja.lembar.lembaran import Konteks, Potongan, compile_lembar, split_slot
from sopkinerja.lembar.ooxml import Bagian, parse, q, read_relasi, serialize
from sopkinerja.lembar.penanda import Penanda, Teks
from sopkinerja.lembar.slot import Slot
from sopkinerja.lembar.teks_templat import RUMUS, find_sel, slot_teks
from sopkinerja.lembar.tinggi import Gaya, read_gaya

WAKTU = "waktu_terbit_iso"
"""The marker behind `dcterms:created` and `modified`: UTC as `2026-01-05T02:00:00Z`."""
BERMARKA = re.compile(
    r"docProps/.*\.xml|xl/(workbook|drawings/drawing\d*|charts/chart\d*|comments\d*)\.xml"
    r"|xl/comments/.*\.xml"
)


@dataclass(frozen=True)
class Buku:
    """A compiled workbook: each part constant bytes or pieces with slots."""

    lembaran: tuple[Lembaran, ...]
    lembar: tuple[Lembar, ...]
    bagian: Mapping[str, bytes | Sequence[Potongan]]
    slot: tuple[Slot, ...]
    cacat: tuple[Cacat, ...]

    def iter_teks(self) -> Iterator[Teks]:
        """Every text with markers."""
        return (s for s in self.slot if isinstance(s, Teks))

    @cached_property
    def penanda(self) -> frozenset[str]:
        """The names of all markers in it."""
        return frozenset(
            b.nama for t in self.iter_teks() for b in t.bagian if isinstance(b, Penanda)
        )


def read_lembar(semua: Mapping[str, bytes]) -> tuple[list[Lembar], list[Cacat]]:
    """Every worksheet parsed, with its tables."""
    bersama = _read_bersama(semua)
    cacat: list[Cacat] = []
    hasil = []
    for lembaran in read_buku(semua):
        akar = parse(semua[lembaran.bagian])
        if akar.tag != q("worksheet"):
            continue  # a chart sheet
        lembar = Lembar(lembaran.nama, lembaran.bagian, akar)
        number_sel(lembar)
        read_teks(lembar, bersama)
        cacat += find_tabel(lembar)
        hasil.append(lembar)
    return hasil, cacat


def compile_buku(asal: Mapping[str, bytes], buang: frozenset[str] = frozenset()) -> Buku:
    """The template without the sheets named in `buang`."""
    semua: Bagian = dict(asal)
    nama_sel = drop_lembar(semua, buang)
    lembar, cacat = read_lembar(semua)
    gaya, baku = _gaya(semua)
    konteks = Konteks(gaya, baku, nama_sel, cacat=cacat)
    konteks.bagian_teks = find_bagian(semua, "sharedStrings")
    lembaran = read_buku(semua)
    aktif = find_aktif(lembaran)
    bagian: dict[str, bytes | Sequence[Potongan]] = {}
    letak_teks = _letak_teks(lembar)
    for satu in lembar:
        cacat += _rumus_lembar(satu, buang)
        bagian[satu.bagian] = compile_lembar(satu, konteks, satu.nama == aktif)
    for nama, isi in semua.items():
        if nama not in bagian:
            bagian[nama] = _compile_bagian(nama, isi, konteks, letak_teks)
    urut = {nama: bagian[nama] for nama in semua}
    return Buku(tuple(lembaran), tuple(lembar), urut, tuple(konteks.slot), tuple(cacat))


def _rumus_lembar(lembar: Lembar, buang: frozenset[str]) -> Iterator[Cacat]:
    """Formulas that speak of a sheet taken away."""
    for el in lembar.akar.iter() if buang else ():
        if isinstance(el.tag, str) and RUMUS.fullmatch(etree.QName(el).localname):
            for nama in buang:
                if el.text and is_merujuk(el.text, nama):
                    yield build_cacat(Aib.RUMUS_LEMBAR, lembar.nama, find_sel(el), apa=nama)


def _compile_bagian(
    nama: str, isi: bytes, konteks: Konteks, letak: Mapping[int, tuple[str, str]]
) -> bytes | Sequence[Potongan]:
    if nama == konteks.bagian_teks:
        akar = parse(isi)
        _kosongkan(akar, konteks.teks_terpakai)
        urutan = {el: i for i, el in enumerate(akar)}
        slot_teks(
            akar,
            konteks.pagari,
            konteks.cacat,
            letak=lambda el: letak.get(_nomor(el, urutan), ("", "")),
        )
    elif BERMARKA.fullmatch(nama):
        akar = parse(isi)
        slot_teks(akar, konteks.pagari, konteks.cacat)
        _tidy_sifat(akar, konteks)
    else:
        return isi
    return split_slot(serialize(akar), konteks.slot)


def _nomor(el: etree._Element, urutan: Mapping[etree._Element, int]) -> int:
    tempat: etree._Element | None = el
    while tempat is not None and tempat not in urutan:
        tempat = tempat.getparent()
    return -1 if tempat is None else urutan[tempat]


def _letak_teks(daftar: Sequence[Lembar]) -> dict[int, tuple[str, str]]:
    """The first cell that shows each shared string."""
    letak: dict[int, tuple[str, str]] = {}
    for lembar in daftar:
        for sel in lembar.akar.iterfind(f"{q('sheetData')}/{q('row')}/{q('c')}[@t='s']"):
            if nilai := sel.findtext(q("v")):
                letak.setdefault(int(nilai), (lembar.nama, sel.get("r", "")))
    return letak


def _kosongkan(akar: etree._Element, terpakai: set[int]) -> None:
    """Shared strings that no constant cell shows lose their text; their numbers stay."""
    for i, si in enumerate(akar.findall(q("si"))):
        if i not in terpakai:
            for anak in list(si):
                si.remove(anak)
            etree.SubElement(si, q("t"))
    for atribut in ("count", "uniqueCount"):
        akar.attrib.pop(atribut, "")


def _tidy_sifat(akar: etree._Element, konteks: Konteks) -> None:
    """Properties that tell of the template's own making go; times become a marker."""
    for el in list(akar):
        nama = etree.QName(el).localname
        if nama in {"TitlesOfParts", "HeadingPairs", "lastModifiedBy", "lastPrinted", "revision"}:
            akar.remove(el)
        elif nama in {"created", "modified"}:
            teks = Teks((Penanda(WAKTU),), str, 32, "", "")
            el.text = konteks.pagari(teks)


def find_bagian(semua: Mapping[str, bytes], jenis: str) -> str | None:
    """The workbook's part of a kind (`styles`, `sharedStrings`), whatever it is called."""
    relasi = read_relasi(semua, find_buku(semua))
    return next((r.sasaran for r in relasi if r.jenis == jenis and r.sasaran in semua), None)


def _read_bersama(semua: Mapping[str, bytes]) -> list[str]:
    nama = find_bagian(semua, "sharedStrings")
    if nama is None:
        return []
    daftar = parse(semua[nama]).findall(q("si"))
    return ["".join(t.text or "" for t in si.iter(q("t"))) for si in daftar]


def _gaya(semua: Mapping[str, bytes]) -> tuple[list[Gaya], Gaya]:
    nama = find_bagian(semua, "styles")
    return ([Gaya()], Gaya()) if nama is None else read_gaya(parse(semua[nama]))
