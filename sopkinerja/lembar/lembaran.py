"""Compiles one sheet of a template into constant text with slots between."""

from __future__ import annotations

import copy
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from lxml import etree

from sopkinerja.lembar.cacat import Aib, Cacat, build_cacat
from sopkinerja.lembar.kisi import (
    LembarTemplat,
    TabelTemplat,
    build_alamat,
    read_alamat,
    read_lebar,
)
from sopkinerja.lembar.ooxml import q, serialize
from sopkinerja.lembar.penanda import PAGAR
from sopkinerja.lembar.rumus_templat import expand_rumus, render_rumus
from sopkinerja.lembar.slot import (
    MUAT_BLOK,
    AkhirBaris,
    AwalBaris,
    BarisTemplat,
    BlokSlot,
    SelBernama,
    SelIsian,
    SelKunci,
    Slot,
    TautanLembar,
    TinggiBaris,
    build_baris,
)
from sopkinerja.lembar.tata_lembar import hide_kolom, insert_urut, protect, tidy_tampilan
from sopkinerja.lembar.teks_templat import slot_teks
from sopkinerja.lembar.tinggi import GayaTeks, build_lebar

Potongan = str | Slot | BlokSlot
BAKU_TINGGI = "15"


@dataclass
class KonteksSusun:
    """What a part needs to know of its workbook, and the slots and faults found in it."""

    gaya: Sequence[GayaTeks]
    gaya_baku: GayaTeks
    nama_sel: Mapping[tuple[str, str], tuple[str, ...]]
    """Defined names by sheet and address of the one cell they point to."""
    slot: list[Slot] = field(default_factory=list)
    cacat: list[Cacat] = field(default_factory=list)

    def pagari(self, slot: Slot) -> str:
        """A token that stands for the slot inside a tree."""
        self.slot.append(slot)
        return f"{PAGAR[0]}{len(self.slot) - 1}{PAGAR[1]}"


class _Acuan(NamedTuple):
    """What the rows of one table share: its cells by row and column, for each column a cell whose
    looks serve where a row lacks one, column widths, and the least height of a row."""

    sel: Mapping[int, Mapping[int, etree._Element]]
    contoh: Mapping[int, etree._Element]
    lebar: Mapping[int, float]
    lebar_baku: float
    tinggi: str


def compile_lembar(lembar: LembarTemplat, konteks: KonteksSusun, aktif: bool) -> list[Potongan]:
    """The sheet as pieces; slots and faults go to `konteks`. The tree is changed."""
    akar = lembar.akar
    konteks.cacat += expand_rumus(lembar)
    slot_teks(akar, konteks.pagari, konteks.cacat, lembar.nama)
    tidy_tampilan(akar, aktif)
    for tabel in lembar.tabel:
        _compile_tabel(lembar, tabel, konteks)
        hide_kolom(akar, tabel.kolom_kunci)
    _compile_rumus(lembar, konteks)
    if lembar.tabel:
        protect(akar)
    _slot_tautan(akar, konteks)
    return list(_gabung(split_slot(serialize(akar), konteks.slot)))


def find_teks_terpakai(akar: etree._Element) -> frozenset[int]:
    """Numbers of the shared strings that constant cells of a compiled sheet show."""
    sel = akar.iterfind(f"{q('sheetData')}/{q('row')}/{q('c')}[@t='s']")
    return frozenset(int(nilai) for c in sel if (nilai := c.findtext(q("v"))))


def split_slot(teks: str, slot: Sequence[Slot]) -> list[str | Slot]:
    """Serialized XML with tokens as text and slots."""
    pola = f"{PAGAR[0]}(\\d+){PAGAR[1]}"
    potong = re.split(pola, teks)
    return [p if i % 2 == 0 else slot[int(p)] for i, p in enumerate(potong) if p or i % 2]


def _gabung(potongan: Sequence[str | Slot]) -> Iterator[Potongan]:
    """Gathers the pieces of each table row, and rows that follow each other into blocks."""
    baris: list[str | Slot] | None = None
    blok: list[BarisTemplat] = []
    for p in potongan:
        if isinstance(p, AwalBaris):
            if blok and (len(blok) == MUAT_BLOK or not _is_lanjutan(blok[-1].awal, p)):
                yield BlokSlot(tuple(blok))
                blok = []
            baris = [p]
        elif isinstance(p, AkhirBaris) and baris is not None:
            blok.append(build_baris(baris, p.tinggi))
            baris = None
        elif baris is not None:
            baris.append(p)
        else:
            if blok:  # never open at the end: text closes the sheet
                yield BlokSlot(tuple(blok))
                blok = []
            yield p


def _is_lanjutan(awal: AwalBaris, berikut: AwalBaris) -> bool:
    return (awal.tabel, awal.urutan + 1) == (berikut.tabel, berikut.urutan)


def _compile_tabel(lembar: LembarTemplat, tabel: TabelTemplat, konteks: KonteksSusun) -> None:
    baris_el = {int(b.get("r", "0")): b for b in lembar.iter_baris()}
    baris_el[tabel.baris_kunci].set("hidden", "1")
    acuan = _build_acuan(lembar, tabel, baris_el)
    _check_rumus_hilang(tabel, acuan, konteks)
    for urutan, nomor in enumerate(tabel.baris):
        _compile_baris(tabel, baris_el[nomor], urutan, acuan, konteks)


def _build_acuan(
    lembar: LembarTemplat, tabel: TabelTemplat, baris_el: Mapping[int, etree._Element]
) -> _Acuan:
    sel = {nomor: _sel_baris(baris_el[nomor]) for nomor in tabel.baris}
    bentuk = lembar.akar.find(q("sheetFormatPr"))
    tinggi = BAKU_TINGGI if bentuk is None else bentuk.get("defaultRowHeight", BAKU_TINGGI)
    return _Acuan(sel, _find_contoh(sel), *read_lebar(lembar), tinggi)


def _sel_baris(baris: etree._Element) -> dict[int, etree._Element]:
    return {read_alamat(c.get("r", ""))[1]: c for c in baris.iterfind(q("c"))}


def _find_contoh(
    sel: Mapping[int, Mapping[int, etree._Element]],
) -> dict[int, etree._Element]:
    """For each column of a table the first cell that a table row has there."""
    contoh: dict[int, etree._Element] = {}
    for baris in sel.values():
        for kolom, satu in baris.items():
            contoh.setdefault(kolom, satu)
    return {k: copy.deepcopy(c) for k, c in contoh.items()}


def _check_rumus_hilang(tabel: TabelTemplat, acuan: _Acuan, konteks: KonteksSusun) -> None:
    sel = acuan.sel
    for nama, kolom in tabel.kolom.items():
        ada = {n for n, c in sel.items() if kolom in c and c[kolom].find(q("f")) is not None}
        for nomor in set(tabel.baris) - ada if ada else ():
            alamat = build_alamat(nomor, kolom)
            konteks.cacat.append(build_cacat(Aib.RUMUS_HILANG, tabel.lembar, alamat, apa=nama))


def _compile_baris(
    tabel: TabelTemplat, baris: etree._Element, urutan: int, acuan: _Acuan, konteks: KonteksSusun
) -> None:
    nomor = tabel.baris[urutan]
    tinggi = float(baris.get("ht", acuan.tinggi))
    for atribut in ("hidden", "customHeight"):
        baris.attrib.pop(atribut, "")
    baris.set("ht", konteks.pagari(TinggiBaris()))
    _isi_baris(tabel, baris, acuan, konteks)
    _kurung_baris(baris, AwalBaris(tabel.nama, urutan, nomor), AkhirBaris(tinggi), konteks)


def _isi_baris(
    tabel: TabelTemplat, baris: etree._Element, acuan: _Acuan, konteks: KonteksSusun
) -> None:
    medan = {k: nama for nama, k in tabel.kolom.items()}
    nomor = int(baris.get("r", "0"))
    sel = acuan.sel[nomor]
    ekor = [el for el in baris if el.tag != q("c")]
    for el in list(baris):
        baris.remove(el)
    for kolom in sorted({*sel, *medan, tabel.kolom_kunci}):
        if kolom == tabel.kolom_kunci or kolom in medan:
            slot = _build_sel(tabel, nomor, kolom, medan.get(kolom), acuan, konteks)
            _tempel(baris, konteks.pagari(slot))
            continue
        if sel[kolom].find(q("f")) is not None:
            alamat = build_alamat(nomor, kolom)
            konteks.cacat.append(build_cacat(Aib.RUMUS_BARIS, tabel.lembar, alamat))
        sel[kolom].tail = None
        baris.append(sel[kolom])
    baris.extend(ekor)


def _build_sel(
    tabel: TabelTemplat,
    nomor: int,
    kolom: int,
    medan: str | None,
    acuan: _Acuan,
    konteks: KonteksSusun,
) -> SelIsian | SelKunci:
    alamat = build_alamat(nomor, kolom)
    asal = acuan.sel[nomor].get(kolom, acuan.contoh.get(kolom))
    awal = _awal_sel(alamat, None if asal is None else asal.get("s"))
    if medan is None:
        return SelKunci(awal, None, tabel.lembar, alamat)
    rumus = None if asal is None or asal.get("r") != alamat else render_rumus(asal)
    gaya = konteks.gaya[int(asal.get("s", "0"))] if asal is not None else GayaTeks()
    lebar = acuan.lebar.get(kolom, acuan.lebar_baku)
    ruang = build_lebar(gaya, lebar, konteks.gaya_baku)
    return SelIsian(awal, rumus, tabel.lembar, alamat, medan, ruang)


def _awal_sel(alamat: str, gaya: str | None) -> str:
    return f'<c r="{alamat}" s="{gaya}"' if gaya else f'<c r="{alamat}"'


def _tempel(induk: etree._Element, token: str) -> None:
    """Adds a token behind the last child."""
    if len(induk):
        induk[-1].tail = (induk[-1].tail or "") + token
    else:
        induk.text = (induk.text or "") + token


def _kurung_baris(
    baris: etree._Element, awal: AwalBaris, akhir: AkhirBaris, konteks: KonteksSusun
) -> None:
    sebelum = baris.getprevious()
    induk = baris.getparent()
    assert induk is not None
    token = konteks.pagari(awal)
    if sebelum is not None:
        sebelum.tail = (sebelum.tail or "").rstrip() + token
    else:
        induk.text = token
    baris.tail = konteks.pagari(akhir) + (baris.tail or "").strip()


def _compile_rumus(lembar: LembarTemplat, konteks: KonteksSusun) -> None:
    """Formula cells outside tables become slots by their defined name."""
    jalur = f"{q('sheetData')}/{q('row')}/{q('c')}"
    for sel in [c for c in lembar.akar.iterfind(jalur) if c.find(q("f")) is not None]:
        alamat = sel.get("r", "")
        nama = konteks.nama_sel.get((lembar.nama, alamat))
        if _in_tabel(lembar, alamat):
            continue
        if nama is None:
            konteks.cacat.append(build_cacat(Aib.RUMUS_TANPA_NAMA, lembar.nama, alamat))
            continue
        rumus = render_rumus(sel)
        slot = SelBernama(_awal_sel(alamat, sel.get("s")), rumus, lembar.nama, alamat, nama)
        _ganti(sel, konteks.pagari(slot))


def _in_tabel(lembar: LembarTemplat, alamat: str) -> bool:
    baris = read_alamat(alamat)[0]
    return any(baris in t.baris for t in lembar.tabel)


def _ganti(el: etree._Element, token: str) -> None:
    """Puts a token where an element stood."""
    induk, sebelum = el.getparent(), el.getprevious()
    assert induk is not None
    ekor = token + (el.tail or "")
    if sebelum is not None:
        sebelum.tail = (sebelum.tail or "") + ekor
    else:
        induk.text = (induk.text or "") + ekor
    el.tail = None
    induk.remove(el)


def _slot_tautan(akar: etree._Element, konteks: KonteksSusun) -> None:
    wadah = akar.find(q("hyperlinks"))
    if wadah is not None and len(wadah):
        _tempel(wadah, konteks.pagari(TautanLembar(bungkus=False)))
        return
    if wadah is None:
        wadah = etree.Element(q("hyperlinks"))
        insert_urut(akar, wadah)
    _ganti(wadah, konteks.pagari(TautanLembar(bungkus=True)))
