"""The office's logo on the forms of a template: above everything else, with the letterhead beside it.

A picture in a page's header is printed by Excel alone, so it stands in a row of its own: on paper the
first of page one, on the screen above the rows that stay in view.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import accumulate
from typing import NamedTuple

from lxml import etree
from lxml.builder import ElementMaker

from sopkinerja.lembar.buku_templat import find_buku, read_nama, split_rujukan
from sopkinerja.lembar.gambar_logo import Logo
from sopkinerja.lembar.geser import TETAP, Geser, Ruas
from sopkinerja.lembar.kisi import (
    LembarTemplat,
    build_alamat,
    find_tersembunyi,
    read_alamat,
    read_kolom,
    read_kotak,
    read_lebar,
)
from sopkinerja.lembar.kop_logo import (
    add_gaya_kop,
    add_teks_kop,
    drop_kop_halaman,
    write_kop,
)
from sopkinerja.lembar.ooxml import GAMBAR as UKIRAN
from sopkinerja.lembar.ooxml import (
    LETAK_GAMBAR,
    RELASI_BUKU,
    Bagian,
    add_jenis_akhiran,
    add_jenis_bagian,
    add_relasi,
    parse,
    q,
    read_relasi,
    serialize,
)
from sopkinerja.lembar.panjang import shift_buku
from sopkinerja.lembar.patah import read_skala
from sopkinerja.lembar.tata_lembar import insert_urut

TINGGI_KOP, LEBAR_LOGO, TINGGI_SENDIRI = 50.0, 72.0, 48.0
"""Points on paper: of the letterhead's row, of a logo at most, and of a logo that stands alone."""
SELA = 4.0
"""Points between the logo and the edge of its row."""
EMU_TITIK, TITIK_PIKSEL = 12700, 0.75
JENIS_UKIRAN = "application/vnd.openxmlformats-officedocument.drawing+xml"
AREA, JUDUL = "_xlnm.Print_Area", "_xlnm.Print_Titles"
_KOLOM_ULANG = re.compile(r"!\$?[A-Z]+:\$?([A-Z]+)(?![\w$])")
BARIS_KOP = 5
"""So far down a letterhead in cells is looked for."""


class _Lembar(NamedTuple):
    """A sheet that gets the logo: visible columns of its first page with their points, and how much
    it is shrunk on paper; `kop` where its letterhead stands in the page's header. On a second page
    beside the first the columns up to `ulang` are printed again."""

    bagian: str
    kolom: Mapping[int, float]
    skala: float
    kop: bool
    ulang: int = 0


def apply_logo(paket: Mapping[str, bytes], logo: Logo) -> Bagian:
    """The template with the logo on each printed sheet that has a letterhead and no picture."""
    nama = list(read_nama(paket))
    area = {n.lembar: tujuan for n in nama if n.nama == AREA and (tujuan := split_rujukan(n.isi))}
    ulang = {n.lembar: m[1] for n in nama if n.nama == JUDUL and (m := _KOLOM_ULANG.search(n.isi))}
    dapat: dict[str, _Lembar] = {}

    def build_geser(lembar: LembarTemplat) -> Geser:
        if satu := _find_tempat(
            paket,
            lembar,
            area[lembar.nama][1] if lembar.nama in area else None,
            read_kolom(ulang.get(lembar.nama, "")),
        ):
            dapat[lembar.nama] = satu
            return Geser((Ruas(0, 0, 1),))
        return TETAP

    semua = shift_buku(paket, build_geser)
    if not dapat:
        return semua
    media = f"xl/media/logo.{logo.akhiran}"
    semua[media] = logo.isi
    add_jenis_akhiran(semua, logo.akhiran, f"image/{logo.akhiran}")
    gaya, teks = add_gaya_kop(semua), None
    for nomor, satu in enumerate(dapat.values(), 1):
        if satu.kop:
            teks = add_teks_kop(semua, satu.skala)
        _write_lembar(semua, satu, logo, gaya, teks if satu.kop else None)
        _write_gambar(semua, satu, logo, nomor, media)
    _widen_area(semua, dapat)
    return semua


def _find_tempat(
    paket: Mapping[str, bytes], lembar: LembarTemplat, area: str | None, ulang: int
) -> _Lembar | None:
    """None where no letterhead is printed, or the office has put a picture there itself."""
    kop = any("{{kop_opd}}" in (el.text or "") for el in lembar.akar.iter(q("oddHeader")))
    sel = any(b <= BARIS_KOP and "{{opd_kapital}}" in t for (b, _), t in lembar.teks.items())
    kolom = _read_kolom(lembar, area)
    bergambar = any(r.jenis == "drawing" for r in read_relasi(paket, lembar.bagian))
    if not (kop or sel) or not kolom or bergambar:
        return None
    banyak = _count_sebelah(lembar)
    lebar = sum(kolom.values())
    if banyak == 1:
        return _Lembar(lembar.bagian, kolom, read_skala(lembar, lebar), kop)
    kembali = sum(w for k, w in kolom.items() if k <= ulang)
    skala = read_skala(lembar, (lebar + kembali * (banyak - 1)) / banyak)
    return _Lembar(lembar.bagian, _take(kolom, lebar / banyak), skala, kop, ulang)


def _count_sebelah(lembar: LembarTemplat) -> int:
    """How many pages beside each other a sheet is printed on."""
    kertas = lembar.akar.find(q("pageSetup"))
    return 1 if kertas is None else int(kertas.get("fitToWidth", "1")) or 1


def _take(kolom: Mapping[int, float], titik: float) -> dict[int, float]:
    """The columns that lie within so many points from the left edge."""
    jauh = accumulate(kolom.values())
    return {k: w for (k, w), j in zip(kolom.items(), jauh, strict=True) if j <= titik}


def _read_kolom(lembar: LembarTemplat, area: str | None) -> dict[int, float]:
    """Points of the printed columns that are seen, left to right."""
    ukuran, baku = read_lebar(lembar)
    sembunyi = find_tersembunyi(lembar) | {t.kolom_kunci for t in lembar.tabel}
    awal, akhir = 1, max((k for _, k in lembar.teks), default=0)
    if area:
        kotak = read_kotak(area)
        awal, akhir = kotak.kolom_awal, kotak.kolom_akhir
    return {
        k: int(ukuran.get(k, baku) * 7 + 0.5) * TITIK_PIKSEL
        for k in range(awal, akhir + 1)
        if k not in sembunyi
    }


def _write_lembar(semua: Bagian, satu: _Lembar, logo: Logo, gaya: int, teks: int | None) -> None:
    """The row that was made room for, and the letterhead beside the logo instead of in the header."""
    akar = parse(semua[satu.bagian])
    data = akar.find(q("sheetData"))
    assert data is not None
    tinggi = TINGGI_SENDIRI if teks is None else TINGGI_KOP / satu.skala
    baris = etree.Element(q("row"), r="1", ht=f"{tinggi:.1f}", customHeight="1")
    data.insert(0, baris)
    if teks is not None:
        awal = max(_find_letak(satu.kolom, LEBAR_LOGO / satu.skala)[0], satu.ulang + 1)
        write_kop(akar, baris, list(satu.kolom), awal, gaya, teks)
        drop_kop_halaman(akar)
    gambar = etree.Element(q("drawing"), nsmap={"r": RELASI_BUKU})
    gambar.set(f"{{{RELASI_BUKU}}}id", "rIdLogo")
    insert_urut(akar, gambar)
    semua[satu.bagian] = serialize(akar).encode()


def _find_letak(kolom: Mapping[int, float], titik: float) -> tuple[int, float]:
    """In which column, and how far in it, so many points from the left edge are."""
    for k, lebar in kolom.items():
        if titik < lebar:
            return k, titik
        titik -= lebar
    return max(kolom), 0.0


def _write_gambar(semua: Bagian, satu: _Lembar, logo: Logo, nomor: int, media: str) -> None:
    """The picture: at the left of a letterhead, else in the middle."""
    tinggi = (TINGGI_KOP / satu.skala if satu.kop else TINGGI_SENDIRI) - 2 * SELA
    lebar = tinggi * logo.lebar / logo.tinggi
    muat = LEBAR_LOGO / satu.skala - 2 * SELA if satu.kop else sum(satu.kolom.values())
    if lebar > muat:
        lebar, tinggi = muat, muat * logo.tinggi / logo.lebar
    kiri = SELA if satu.kop else (sum(satu.kolom.values()) - lebar) / 2
    kolom, sisa = _find_letak(satu.kolom, kiri)
    ukiran = f"xl/drawings/drawing_logo{nomor}.xml"
    tempat = (kolom - 1, round(sisa * EMU_TITIK), 0, round(SELA * EMU_TITIK))
    ukuran = (round(lebar * EMU_TITIK), round(tinggi * EMU_TITIK))
    semua[ukiran] = serialize(_build_ukiran(tempat, ukuran)).encode()
    add_relasi(semua, satu.bagian, "rIdLogo", "drawing", ukiran)
    add_relasi(semua, ukiran, "rId1", "image", media)
    add_jenis_bagian(semua, ukiran, JENIS_UKIRAN)


def _build_ukiran(tempat: tuple[int, int, int, int], ukuran: tuple[int, int]) -> etree._Element:
    """A drawing with one picture: column and row (0-based) each with its offset, size in EMU."""
    x = ElementMaker(namespace=LETAK_GAMBAR, nsmap={"xdr": LETAK_GAMBAR, "a": UKIRAN})
    a = ElementMaker(namespace=UKIRAN)
    nama = ("col", "colOff", "row", "rowOff")
    awal = (x(n, str(isi)) for n, isi in zip(nama, tempat, strict=True))
    cx, cy = map(str, ukuran)
    sumber = a.blip({f"{{{RELASI_BUKU}}}embed": "rId1"})
    gambar = x.pic(
        x.nvPicPr(
            x.cNvPr(id="2", name="Logo", descr="Logo"), x.cNvPicPr(a.picLocks(noChangeAspect="1"))
        ),
        x.blipFill(sumber, a.stretch(a.fillRect())),
        x.spPr(
            a.xfrm(a.off(x="0", y="0"), a.ext(cx=cx, cy=cy)), a.prstGeom(a.avLst(), prst="rect")
        ),
    )
    jangkar = x.oneCellAnchor(x("from", *awal), x.ext(cx=cx, cy=cy), gambar, x.clientData())
    hasil: etree._Element = x.wsDr(jangkar)
    return hasil


def _widen_area(semua: Bagian, dapat: Mapping[str, _Lembar]) -> None:
    """A print area that began in the first row begins there still."""
    buku = find_buku(semua)
    akar = parse(semua[buku])
    for el in akar.iterfind(f"{q('definedNames')}/{q('definedName')}"):
        tujuan = split_rujukan(el.text or "")
        if el.get("name") == AREA and tujuan and tujuan[0] in dapat:
            awal, _, akhir = (el.text or "").rpartition("!")[2].partition(":")
            baris, kolom = read_alamat(awal)
            if baris == 2:
                depan = (el.text or "").rpartition("!")[0]
                huruf = build_alamat(1, kolom).rstrip("1")
                el.text = f"{depan}!${huruf}$1:{akhir}"
    semua[buku] = serialize(akar).encode()
