"""Makes the tables of a template longer: rows are added below the last one of a table, as copies of
it, and everything that speaks of places follows."""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterator, Mapping

from lxml import etree

from sopkinerja.lembar.buku_templat import LembaranTemplat, find_buku, read_buku
from sopkinerja.lembar.geser import (
    Geser,
    Ruas,
    Tempat,
    find_baris,
    shift_daerah,
    shift_rumus,
)
from sopkinerja.lembar.kisi import (
    LembarTemplat,
    build_alamat,
    build_huruf,
    find_tabel,
    number_sel,
    read_alamat,
    read_kotak,
    read_teks,
)
from sopkinerja.lembar.ooxml import LETAK_GAMBAR, Bagian, parse, q, read_relasi, serialize
from sopkinerja.lembar.rumus_templat import expand_rumus
from sopkinerja.lembar.susun import TANDA_RUMUS, read_bersama

_MELEBAR = {q("dataValidation"), q("conditionalFormatting"), q("protectedRange"), q("ignoredError")}
_VML = "{urn:schemas-microsoft-com:office:excel}"


def lengthen(asal: Mapping[str, bytes], tambah: Mapping[str, int]) -> Bagian:
    """The parts of a template whose tables have that many rows more."""
    return shift_buku(
        asal,
        lambda lembar: Geser(
            tuple(Ruas(t.baris[0], t.baris[-1], tambah.get(t.nama, 0)) for t in lembar.tabel)
        ),
    )


def shift_buku(asal: Mapping[str, bytes], build_geser: Callable[[LembarTemplat], Geser]) -> Bagian:
    """The parts of a template whose rows go where `build_geser` says of each sheet."""
    semua: Bagian = dict(asal)
    bersama = read_bersama(asal)
    daftar = [j for n in read_buku(asal) if (j := _read_lembar(n, asal[n.bagian], bersama))]
    geser = {lembar.nama.lower(): build_geser(lembar) for lembar in daftar}
    for lembar in daftar:
        _shift_semua_rumus(lembar.akar, geser, lembar.nama)
        if not geser[lembar.nama.lower()].is_tetap:
            _shift_lembar(lembar, geser)
            _shift_lampiran(semua, lembar.bagian, geser[lembar.nama.lower()])
        semua[lembar.bagian] = serialize(lembar.akar).encode()
    for nama in [n for n in semua if n == find_buku(asal) or n.startswith("xl/charts/chart")]:
        akar = parse(semua[nama])
        _shift_semua_rumus(akar, geser, "")
        semua[nama] = serialize(akar).encode()
    return semua


def _read_lembar(satu: LembaranTemplat, isi: bytes, bersama: list[str]) -> LembarTemplat | None:
    """A worksheet with its tables and every formula written out; None for a chart sheet."""
    akar = parse(isi)
    if akar.tag != q("worksheet"):
        return None
    lembar = LembarTemplat(satu.nama, satu.bagian, akar)
    number_sel(lembar)
    read_teks(lembar, bersama)
    list(find_tabel(lembar))
    list(expand_rumus(lembar))
    for f in akar.iterfind(f"{q('sheetData')}/{q('row')}/{q('c')}/{q('f')}[@t='shared']"):
        f.attrib.clear()
    return lembar


# --- formulas


def _shift_semua_rumus(akar: etree._Element, geser: Mapping[str, Geser], lembar: str) -> None:
    """Every formula of a part: in cells, dropdowns, conditional formats, names and charts."""
    for el in akar.iter(*TANDA_RUMUS, q("definedName")):
        if el.text:
            el.text = shift_rumus(el.text, geser, Tempat(lembar, _find_baris(el)))


def _find_baris(el: etree._Element) -> int:
    """The row that a formula is written for; 0 where it belongs to none."""
    tempat: etree._Element | None = el
    while tempat is not None:
        daerah = tempat.get("sqref") or tempat.findtext("{*}sqref")
        if tempat.tag == q("c"):
            return read_alamat(tempat.get("r", ""))[0]
        if daerah:
            return find_baris(daerah)
        tempat = tempat.getparent()
    return 0


# --- cells and what lies over them


def _shift_lembar(lembar: LembarTemplat, geser: Mapping[str, Geser]) -> None:
    akar, sini = lembar.akar, geser[lembar.nama.lower()]
    salinan = {r.akhir: r.tambah for r in sini.ruas if r.tambah}
    for baris in list(lembar.iter_baris()):
        nomor = int(baris.get("r", "0"))
        for turun in range(salinan.get(nomor, 0), 0, -1):
            tempat = Tempat(lembar.nama, sini.pindah(nomor), turun)
            baris.addnext(_copy_baris(baris, tempat, geser))
        _number_baris(baris, sini.pindah(nomor))
    _shift_gabungan(akar, sini, salinan)
    for el in akar.iter():
        if el.tag in _MELEBAR and el.get("sqref"):
            el.set("sqref", shift_daerah(el.get("sqref", ""), sini))
        elif isinstance(el.tag, str) and el.tag.endswith("}sqref") and el.text:
            el.text = shift_daerah(el.text, sini)
        elif el.tag == q("autoFilter"):
            el.set("ref", shift_daerah(el.get("ref", ""), sini))
        elif el.tag == q("brk") and el.getparent().tag == q("rowBreaks"):  # type: ignore[union-attr]
            el.set("id", str(sini.ujung(int(el.get("id", "0")))))
        else:
            _shift_atribut(el, sini)


def _copy_baris(asal: etree._Element, tempat: Tempat, geser: Mapping[str, Geser]) -> etree._Element:
    """A copy of a table's last row, so many rows further down."""
    baru = copy.deepcopy(asal)
    for f in baru.iterfind(f"{q('c')}/{q('f')}"):
        if f.text:
            f.text = shift_rumus(f.text, {k: _diam(g) for k, g in geser.items()}, tempat)
    _number_baris(baru, tempat.baris + tempat.turun)
    return baru


def _diam(geser: Geser) -> Geser:
    """The same tables after they have grown: the formula of the row copied has been shifted."""
    return Geser(tuple(Ruas(geser.pindah(r.awal), geser.ujung(r.akhir)) for r in geser.ruas))


def _number_baris(baris: etree._Element, nomor: int) -> None:
    baris.set("r", str(nomor))
    for sel in baris.iterfind(q("c")):
        sel.set("r", build_alamat(nomor, read_alamat(sel.get("r", ""))[1]))
        f = sel.find(q("f"))
        if f is not None and f.get("ref"):
            f.set("ref", sel.get("r", ""))


def _shift_gabungan(akar: etree._Element, geser: Geser, salinan: Mapping[int, int]) -> None:
    """Merged cells move; those within a last row are merged in its copies too."""
    wadah = akar.find(q("mergeCells"))
    for el in [] if wadah is None else list(wadah):
        a, b, c, d = read_kotak(el.get("ref", ""))
        if b != d or b not in salinan:
            el.set("ref", shift_daerah(el.get("ref", ""), geser))
            continue
        for turun in range(salinan[b] + 1):
            nomor = geser.pindah(b) + turun
            baru = el if not turun else copy.deepcopy(el)
            baru.set("ref", f"{build_huruf(a)}{nomor}:{build_huruf(c)}{nomor}")
            if turun:
                wadah.append(baru)  # type: ignore[union-attr]
    if wadah is not None:
        wadah.attrib.pop("count", "")


def _shift_atribut(el: etree._Element, geser: Geser) -> None:
    """Places that name one cell, or a selection."""
    for nama in ("ref", "sqref", "activeCell", "topLeftCell"):
        nilai = el.get(nama)
        if nilai and el.tag in _BERTEMPAT:
            el.set(nama, " ".join(_pindah(d, geser) for d in nilai.split()))


_BERTEMPAT = {q(n) for n in ("hyperlink", "selection", "sheetView", "pane", "comment")}


def _pindah(daerah: str, geser: Geser) -> str:
    ujung = (read_alamat(a) for a in daerah.split(":"))
    return ":".join(build_alamat(geser.pindah(b), k) for b, k in ujung)


# --- what hangs on a sheet


def _shift_lampiran(semua: Bagian, bagian: str, geser: Geser) -> None:
    """Pictures, charts, comments and tables of a sheet go where their cells go."""
    for r in read_relasi(semua, bagian):
        if r.sasaran not in semua:
            continue
        shift = {
            "drawing": _shift_gambar, "comments": _shift_catatan, "vmlDrawing": _shift_vml,
            "table": _shift_tabel,
        }.get(r.jenis)  # fmt: skip
        if shift:
            akar = parse(semua[r.sasaran])
            shift(akar, geser)
            semua[r.sasaran] = serialize(akar).encode()


def _shift_gambar(akar: etree._Element, geser: Geser) -> None:
    for el in akar.iter(f"{{{LETAK_GAMBAR}}}row"):
        el.text = str(geser.pindah(int(el.text or "0") + 1) - 1)


def _shift_catatan(akar: etree._Element, geser: Geser) -> None:
    for el in akar.iter(q("comment")):
        _shift_atribut(el, geser)


def _shift_tabel(akar: etree._Element, geser: Geser) -> None:
    for el in _iter_berdaerah(akar):
        el.set("ref", shift_daerah(el.get("ref", ""), geser))


def _iter_berdaerah(akar: etree._Element) -> Iterator[etree._Element]:
    return (el for el in akar.iter() if isinstance(el.tag, str) and el.get("ref"))


def _shift_vml(akar: etree._Element, geser: Geser) -> None:
    """The boxes of comments: their row, and the rows that their corners lie in."""
    for el in akar.iter(f"{_VML}Row"):
        el.text = str(geser.pindah(int(el.text or "0") + 1) - 1)
    for el in akar.iter(f"{_VML}Anchor"):
        angka = [int(a) for a in (el.text or "").split(",")]
        for i in (2, 6):
            angka[i] = geser.pindah(angka[i] + 1) - 1
        el.text = ", ".join(map(str, angka))
