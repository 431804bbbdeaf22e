"""Compiles one sheet of a template into constant text with slots between."""

from __future__ import annotations

import copy
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from lxml import etree

from sopkinerja.lembar.cacat import Aib, Cacat, build_cacat
from sopkinerja.lembar.kisi import Lembar, TabelTemplat, build_alamat, read_alamat, read_lebar
from sopkinerja.lembar.ooxml import q, serialize
from sopkinerja.lembar.penanda import PAGAR
from sopkinerja.lembar.rumus_templat import expand_rumus, render_rumus
from sopkinerja.lembar.slot import (
    AkhirBaris,
    AwalBaris,
    BarisTemplat,
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
from sopkinerja.lembar.tinggi import Gaya, build_lebar

Potongan = str | Slot | BarisTemplat
BAKU_TINGGI = "15"


@dataclass
class Konteks:
    """What a sheet needs to know of its workbook."""

    gaya: Sequence[Gaya]
    gaya_baku: Gaya
    nama_sel: Mapping[tuple[str, str], tuple[str, ...]]
    """Defined names by sheet and address of the one cell they point to."""
    slot: list[Slot] = field(default_factory=list)
    cacat: list[Cacat] = field(default_factory=list)
    teks_terpakai: set[int] = field(default_factory=set)
    """Numbers of the shared strings that constant cells show."""
    bagian_teks: str | None = None
    """The part that holds the shared strings."""

    def pagari(self, slot: Slot) -> str:
        """A token that stands for the slot inside a tree."""
        self.slot.append(slot)
        return f"{PAGAR[0]}{len(self.slot) - 1}{PAGAR[1]}"


def compile_lembar(lembar: Lembar, konteks: Konteks, aktif: bool) -> list[Potongan]:
    """The sheet as pieces; faults go to `konteks.cacat`. The tree is changed."""
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
    konteks.teks_terpakai |= _teks_terpakai(akar)
    return list(_gabung(split_slot(serialize(akar), konteks.slot), lembar, konteks))


def _teks_terpakai(akar: etree._Element) -> set[int]:
    sel = akar.iterfind(f"{q('sheetData')}/{q('row')}/{q('c')}[@t='s']")
    return {int(nilai) for c in sel if (nilai := c.findtext(q("v")))}


def split_slot(teks: str, slot: Sequence[Slot]) -> list[str | Slot]:
    """Serialized XML with tokens as text and slots."""
    pola = f"{PAGAR[0]}(\\d+){PAGAR[1]}"
    potong = re.split(pola, teks)
    return [p if i % 2 == 0 else slot[int(p)] for i, p in enumerate(potong) if p or i % 2]


def _gabung(potongan: Sequence[str | Slot], lembar: Lembar, konteks: Konteks) -> Iterator[Potongan]:
    """Gathers the pieces of each table row into one BarisTemplat."""
    baris: list[str | Slot] | None = None
    for p in potongan:
        if isinstance(p, AwalBaris):
            baris = [p]
        elif isinstance(p, AkhirBaris) and baris is not None:
            yield build_baris(baris, p.tinggi)
            baris = None
        elif baris is not None:
            baris.append(p)
        else:
            yield p


def _compile_tabel(lembar: Lembar, tabel: TabelTemplat, konteks: Konteks) -> None:
    baris_el = {int(b.get("r", "0")): b for b in lembar.iter_baris()}
    baris_el[tabel.baris_kunci].set("hidden", "1")
    contoh = _find_contoh(tabel, baris_el)
    _check_rumus_hilang(tabel, baris_el, konteks)
    for urutan, nomor in enumerate(tabel.baris):
        _compile_baris(lembar, tabel, baris_el[nomor], urutan, contoh, konteks)


def _sel_baris(baris: etree._Element) -> dict[int, etree._Element]:
    return {read_alamat(c.get("r", ""))[1]: c for c in baris.iterfind(q("c"))}


def _find_contoh(
    tabel: TabelTemplat, baris_el: Mapping[int, etree._Element]
) -> dict[int, etree._Element]:
    """For each column of a table the first cell that a table row has there."""
    contoh: dict[int, etree._Element] = {}
    for nomor in tabel.baris:
        for kolom, sel in _sel_baris(baris_el[nomor]).items():
            contoh.setdefault(kolom, sel)
    return {k: copy.deepcopy(c) for k, c in contoh.items()}


def _check_rumus_hilang(
    tabel: TabelTemplat, baris_el: Mapping[int, etree._Element], konteks: Konteks
) -> None:
    sel = {nomor: _sel_baris(baris_el[nomor]) for nomor in tabel.baris}
    for nama, kolom in tabel.kolom.items():
        ada = {n for n, c in sel.items() if kolom in c and c[kolom].find(q("f")) is not None}
        for nomor in set(tabel.baris) - ada if ada else ():
            alamat = build_alamat(nomor, kolom)
            konteks.cacat.append(build_cacat(Aib.RUMUS_HILANG, tabel.lembar, alamat, apa=nama))


def _compile_baris(
    lembar: Lembar,
    tabel: TabelTemplat,
    baris: etree._Element,
    urutan: int,
    contoh: Mapping[int, etree._Element],
    konteks: Konteks,
) -> None:
    nomor = tabel.baris[urutan]
    bentuk = lembar.akar.find(q("sheetFormatPr"))
    baku = BAKU_TINGGI if bentuk is None else bentuk.get("defaultRowHeight", BAKU_TINGGI)
    tinggi = float(baris.get("ht", baku))
    for atribut in ("hidden", "customHeight"):
        baris.attrib.pop(atribut, "")
    baris.set("ht", konteks.pagari(TinggiBaris()))
    _isi_baris(lembar, tabel, baris, contoh, konteks)
    _kurung_baris(baris, AwalBaris(tabel.nama, urutan, nomor), AkhirBaris(tinggi), konteks)


def _isi_baris(
    lembar: Lembar,
    tabel: TabelTemplat,
    baris: etree._Element,
    contoh: Mapping[int, etree._Element],
    konteks: Konteks,
) -> None:
    medan = {k: nama for nama, k in tabel.kolom.items()}
    sel = _sel_baris(baris)
    ekor = [el for el in baris if el.tag != q("c")]
    for el in list(baris):
        baris.remove(el)
    nomor = int(baris.get("r", "0"))
    for kolom in sorted({*sel, *medan, tabel.kolom_kunci}):
        if kolom == tabel.kolom_kunci or kolom in medan:
            asal = sel.get(kolom, contoh.get(kolom))
            slot = _build_sel(lembar, build_alamat(nomor, kolom), medan.get(kolom), asal, konteks)
            _tempel(baris, konteks.pagari(slot))
            continue
        if sel[kolom].find(q("f")) is not None:
            alamat = build_alamat(nomor, kolom)
            konteks.cacat.append(build_cacat(Aib.RUMUS_BARIS, lembar.nama, alamat))
        sel[kolom].tail = None
        baris.append(sel[kolom])
    baris.extend(ekor)


def _build_sel(
    lembar: Lembar, alamat: str, medan: str | None, asal: etree._Element | None, konteks: Konteks
) -> SelIsian | SelKunci:
    awal = _awal_sel(alamat, None if asal is None else asal.get("s"))
    if medan is None:
        return SelKunci(awal, None, lembar.nama, alamat)
    rumus = None if asal is None or asal.get("r") != alamat else render_rumus(asal)
    gaya = konteks.gaya[int(asal.get("s", "0"))] if asal is not None else Gaya()
    lebar, baku = read_lebar(lembar)
    ruang = build_lebar(gaya, lebar.get(read_alamat(alamat)[1], baku), konteks.gaya_baku)
    return SelIsian(awal, rumus, lembar.nama, alamat, medan, ruang)


def _awal_sel(alamat: str, gaya: str | None) -> str:
    return f'<c r="{alamat}" s="{gaya}"' if gaya else f'<c r="{alamat}"'


def _tempel(induk: etree._Element, token: str) -> None:
    """Adds a token behind the last child."""
    if len(induk):
        induk[-1].tail = (induk[-1].tail or "") + token
    else:
        induk.text = (induk.text or "") + token


def _kurung_baris(
    baris: etree._Element, awal: AwalBaris, akhir: AkhirBaris, konteks: Konteks
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


def _compile_rumus(lembar: Lembar, konteks: Konteks) -> None:
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


def _in_tabel(lembar: Lembar, alamat: str) -> bool:
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


def _slot_tautan(akar: etree._Element, konteks: Konteks) -> None:
    wadah = akar.find(q("hyperlinks"))
    if wadah is not None and len(wadah):
        _tempel(wadah, konteks.pagari(TautanLembar(bungkus=False)))
        return
    if wadah is None:
        wadah = etree.Element(q("hyperlinks"))
        insert_urut(akar, wadah)
    _ganti(wadah, konteks.pagari(TautanLembar(bungkus=True)))
