"""Compiles a whole template, or the part of it whose sheets are issued."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from lxml import etree

from sopkinerja.lembar.buku_templat import (
    LembaranTemplat,
    drop_lembar,
    find_aktif,
    find_buku,
    is_merujuk,
    read_buku,
    read_nama_sel,
)
from sopkinerja.lembar.cacat import Aib, Cacat, build_cacat
from sopkinerja.lembar.kisi import LembarTemplat, find_tabel, number_sel, read_teks
from sopkinerja.lembar.lembaran import (
    KonteksSusun,
    Potongan,
    compile_lembar,
    find_teks_terpakai,
    split_slot,
)
from sopkinerja.lembar.ooxml import Bagian, parse, q, read_relasi, serialize
from sopkinerja.lembar.patah import HalamanLembar, read_halaman
from sopkinerja.lembar.penanda import Penanda, Teks
from sopkinerja.lembar.slot import Slot
from sopkinerja.lembar.teks_templat import find_sel, slot_teks
from sopkinerja.lembar.tinggi import GayaTeks, read_gaya

WAKTU = "waktu_terbit_iso"
"""The marker behind `dcterms:created` and `modified`: UTC as `2026-01-05T02:00:00Z`."""
BERMARKA = re.compile(
    r"docProps/.*\.xml|xl/(workbook|drawings/drawing\d*|charts/chart\d*|comments\d*)\.xml"
    r"|xl/comments/.*\.xml"
)

TANDA_RUMUS = tuple(f"{{*}}{nama}" for nama in ("f", "formula", "formula1", "formula2"))
"""Elements that hold a formula, whatever their namespace."""


@dataclass(frozen=True)
class BukuTersusun:
    """A compiled workbook: each part constant bytes or pieces with slots."""

    lembaran: tuple[LembaranTemplat, ...]
    lembar: tuple[LembarTemplat, ...]
    bagian: Mapping[str, bytes | Sequence[Potongan]]
    slot: tuple[Slot, ...]
    cacat: tuple[Cacat, ...]
    halaman: Mapping[str, HalamanLembar]
    """How the pages of a part end, where something stands under its table."""

    @cached_property
    def tetap(self) -> frozenset[str]:
        """The parts that are the same in every issue."""
        return frozenset(nama for nama, b in self.bagian.items() if isinstance(b, bytes))

    def iter_teks(self) -> Iterator[Teks]:
        """Every text with markers."""
        return (s for s in self.slot if isinstance(s, Teks))

    @cached_property
    def penanda(self) -> frozenset[str]:
        """The names of all markers in it."""
        return frozenset(
            b.nama for t in self.iter_teks() for b in t.bagian if isinstance(b, Penanda)
        )


class _Bagian(NamedTuple):
    """A compiled part: constant bytes or pieces, and the slots and faults in it."""

    isi: bytes | Sequence[Potongan]
    slot: Sequence[Slot] = ()
    cacat: Sequence[Cacat] = ()


class _Jadi(NamedTuple):
    """A compiled sheet, with what a selection of sheets must know of it: the formulas, the first
    cell that shows each shared string, the shared strings that constant cells show, its pages."""

    bagian: _Bagian
    lembar: LembarTemplat
    rumus: Sequence[tuple[str, str]]
    letak_teks: Mapping[int, str]
    teks_terpakai: frozenset[int]
    halaman: HalamanLembar | None


class Penyusun:
    """A template on its way to workbooks: a selection of its sheets costs little, for each sheet
    is compiled once."""

    def __init__(self, asal: Mapping[str, bytes]) -> None:
        self.asal = asal
        self._bersama = read_bersama(asal)
        self._gaya = _gaya(asal)
        self._nama_sel = read_nama_sel(asal)
        self._bagian_teks = find_bagian(asal, "sharedStrings")
        self._jadi: dict[tuple[str, bool], _Jadi | None] = {}
        self._lain: dict[tuple[str, bytes], _Bagian] = {}

    def compile(self, buang: frozenset[str] = frozenset(), pilihan: str = "") -> BukuTersusun:
        """The template without the sheets named in `buang`, open on the sheet `pilihan`."""
        semua: Bagian = dict(self.asal)
        drop_lembar(semua, buang, pilihan)
        lembaran = read_buku(semua)
        aktif = find_aktif(lembaran, pilihan)
        jadi = [j for n in lembaran if (j := self._compile_lembar(n, n.nama == aktif))]
        bagian = {j.lembar.bagian: j.bagian for j in jadi}
        for nama, isi in semua.items():
            if nama == self._bagian_teks:
                bagian[nama] = self._compile_teks(isi, jadi)
            elif nama not in bagian:
                bagian[nama] = self._compile_lain(nama, isi)
        return BukuTersusun(
            lembaran=tuple(lembaran),
            lembar=tuple(j.lembar for j in jadi),
            bagian={nama: bagian[nama].isi for nama in semua},
            slot=tuple(s for b in bagian.values() for s in b.slot),
            cacat=(*_rumus_lembar(jadi, buang), *(c for b in bagian.values() for c in b.cacat)),
            halaman={j.lembar.bagian: j.halaman for j in jadi if j.halaman},
        )

    def _konteks(self) -> KonteksSusun:
        return KonteksSusun(*self._gaya, self._nama_sel)

    def _compile_lembar(self, satu: LembaranTemplat, aktif: bool) -> _Jadi | None:
        """None for a chart sheet."""
        if (satu.bagian, aktif) not in self._jadi:
            akar = parse(self.asal[satu.bagian])
            biasa = akar.tag == q("worksheet")
            lembar = LembarTemplat(satu.nama, satu.bagian, akar)
            self._jadi[satu.bagian, aktif] = self._compile_sel(lembar, aktif) if biasa else None
        return self._jadi[satu.bagian, aktif]

    def _compile_sel(self, lembar: LembarTemplat, aktif: bool) -> _Jadi:
        konteks = self._konteks()
        number_sel(lembar)
        read_teks(lembar, self._bersama)
        konteks.cacat += find_tabel(lembar)
        rumus, letak = _read_rumus(lembar.akar), _letak_teks(lembar)
        halaman = read_halaman(lembar, konteks.gaya)
        potongan = compile_lembar(lembar, konteks, aktif)
        bagian = _Bagian(potongan, konteks.slot, konteks.cacat)
        terpakai = find_teks_terpakai(lembar.akar)
        return _Jadi(bagian, lembar, rumus, letak, terpakai, halaman)

    def _compile_teks(self, isi: bytes, jadi: Sequence[_Jadi]) -> _Bagian:
        """The shared strings: what no sheet shows is emptied."""
        akar, konteks = parse(isi), self._konteks()
        _kosongkan(akar, frozenset().union(*(j.teks_terpakai for j in jadi)))
        urutan = {el: i for i, el in enumerate(akar)}
        letak: dict[int, tuple[str, str]] = {}
        for j in jadi:
            for nomor, sel in j.letak_teks.items():
                letak.setdefault(nomor, (j.lembar.nama, sel))
        slot_teks(
            akar,
            konteks.pagari,
            konteks.cacat,
            letak=lambda el: letak.get(_nomor(el, urutan), ("", "")),
        )
        return _Bagian(split_slot(serialize(akar), konteks.slot), konteks.slot, konteks.cacat)

    def _compile_lain(self, nama: str, isi: bytes) -> _Bagian:
        if not BERMARKA.fullmatch(nama):
            return _Bagian(isi)
        if (nama, isi) not in self._lain:
            akar, konteks = parse(isi), self._konteks()
            slot_teks(akar, konteks.pagari, konteks.cacat)
            _tidy_sifat(akar, konteks)
            potongan = split_slot(serialize(akar), konteks.slot)
            self._lain[nama, isi] = _Bagian(potongan, konteks.slot, konteks.cacat)
        return self._lain[nama, isi]


def _read_rumus(akar: etree._Element) -> list[tuple[str, str]]:
    """Every formula of a sheet (cells, dropdowns, conditional formats) and the cell it is in."""
    return [(el.text, find_sel(el)) for el in akar.iter(*TANDA_RUMUS) if el.text]


def _rumus_lembar(jadi: Sequence[_Jadi], buang: frozenset[str]) -> Iterator[Cacat]:
    """Formulas that speak of a sheet taken away."""
    for j in jadi if buang else ():
        for rumus, sel in j.rumus:
            for nama in buang:
                if is_merujuk(rumus, nama):
                    yield build_cacat(Aib.RUMUS_LEMBAR, j.lembar.nama, sel, apa=nama)


def _nomor(el: etree._Element, urutan: Mapping[etree._Element, int]) -> int:
    tempat: etree._Element | None = el
    while tempat is not None and tempat not in urutan:
        tempat = tempat.getparent()
    return -1 if tempat is None else urutan[tempat]


def _letak_teks(lembar: LembarTemplat) -> dict[int, str]:
    """The first cell of a sheet that shows each shared string."""
    letak: dict[int, str] = {}
    for sel in lembar.akar.iterfind(f"{q('sheetData')}/{q('row')}/{q('c')}[@t='s']"):
        if nilai := sel.findtext(q("v")):
            letak.setdefault(int(nilai), sel.get("r", ""))
    return letak


def _kosongkan(akar: etree._Element, terpakai: frozenset[int]) -> None:
    """Shared strings that no constant cell shows lose their text; their numbers stay."""
    for i, si in enumerate(akar.findall(q("si"))):
        if i not in terpakai:
            for anak in list(si):
                si.remove(anak)
            etree.SubElement(si, q("t"))
    for atribut in ("count", "uniqueCount"):
        akar.attrib.pop(atribut, "")


def _tidy_sifat(akar: etree._Element, konteks: KonteksSusun) -> None:
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


def read_bersama(semua: Mapping[str, bytes]) -> list[str]:
    nama = find_bagian(semua, "sharedStrings")
    if nama is None:
        return []
    daftar = parse(semua[nama]).findall(q("si"))
    return ["".join(t.text or "" for t in si.iter(q("t"))) for si in daftar]


def _gaya(semua: Mapping[str, bytes]) -> tuple[list[GayaTeks], GayaTeks]:
    nama = find_bagian(semua, "styles")
    return ([GayaTeks()], GayaTeks()) if nama is None else read_gaya(parse(semua[nama]))
