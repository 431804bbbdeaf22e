"""What the sheets of a returned workbook share: cell styles, rich texts, pictures, links."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from lxml import etree

from sopkinerja.baca.gambar_sel import GambarSel, read_gambar_sel
from sopkinerja.baca.rinci import Daerah
from sopkinerja.baca.teks_kaya import Kaya, is_coret, is_samar, read_kaya_bersama
from sopkinerja.baca.terlihat import FORMAT_BAKU
from sopkinerja.lembar.kisi import read_kotak
from sopkinerja.lembar.ooxml import parse, parse_bagian

TERANG = 215
"""Of 255: from there on a ground is too light for white letters."""
_TAUTAN = re.compile(rb"hyperlink[\s>]")


class Gaya(NamedTuple):
    """What a cell style says of a value: its number format, whether it is struck through, and
    whether it is white on a ground nearly as light."""

    format: str
    coret: bool
    putih: bool = False


class Bersama(NamedTuple):
    """What the sheets of one workbook share: styles by number, rich texts by number, pictures."""

    gaya: Mapping[str, Gaya]
    kaya: Mapping[str, Kaya]
    gambar: GambarSel


def read_bersama(zip_: zipfile.ZipFile) -> Bersama:
    """The same of an .xlsx or .xlsm."""
    return Bersama(_read_gaya(zip_), read_kaya_bersama(zip_), read_gambar_sel(zip_))


def _read_gaya(zip_: zipfile.ZipFile) -> dict[str, Gaya]:
    """The cell styles (by number) that say more of a value than its plain digits.

    Only the cells' own formats: a conditional format may use the same numbers for its own.
    """
    akar = parse_bagian(zip_, "xl/styles.xml")
    if akar is None:
        return {}
    kode = {str(n): k for n, k in FORMAT_BAKU.items()}
    kode |= {
        el.get("numFmtId", ""): el.get("formatCode", "") for el in akar.iterfind("{*}numFmts/*")
    }
    coret = [is_coret(f) for f in akar.iterfind("{*}fonts/{*}font")]
    putih = {n for n, f in enumerate(akar.iterfind("{*}fonts/{*}font")) if _is_putih(f, "color")}
    polos = {n for n, f in enumerate(akar.iterfind("{*}fills/{*}fill")) if _is_polos(f)}
    hasil = {}
    for n, xf in enumerate(akar.iterfind("{*}cellXfs/{*}xf")):
        font, isian = int(xf.get("fontId") or 0), int(xf.get("fillId") or 0)
        gaya = Gaya(
            kode.get(xf.get("numFmtId", "0"), ""),
            font < len(coret) and coret[font],
            font in putih and isian in polos,
        )
        if any(gaya):
            hasil[str(n)] = gaya
    return hasil


def _is_putih(induk: etree._Element, nama: str) -> bool:
    """Whether that colour is plain white."""
    warna = induk.find(f"{{*}}{nama}")
    sifat = {} if warna is None else {str(k): str(v) for k, v in warna.attrib.items()}
    return not float(sifat.get("tint", "0")) and is_samar("color", sifat)


def _is_polos(isian: etree._Element) -> bool:
    """Whether a fill is so light that white letters on it can't be read."""
    pola = isian.find("{*}patternFill")
    if pola is None:
        return False
    if pola.get("patternType", "none") == "none" or _is_putih(pola, "fgColor"):
        return True
    warna = pola.find("{*}fgColor")
    rgb = "" if warna is None else str(warna.get("rgb", ""))
    if not re.fullmatch("[0-9A-Fa-f]{8}", rgb):
        return False
    merah, hijau, biru = (int(rgb[n : n + 2], 16) for n in (2, 4, 6))
    return 0.299 * merah + 0.587 * hijau + 0.114 * biru >= TERANG


def read_tautan(
    zip_: zipfile.ZipFile, bagian: str, isi: bytes, daerah: Daerah
) -> Iterator[tuple[tuple[int, int], str]]:
    """The outside addresses behind a sheet's cells: (row, column), 0-based, and the address."""
    if not _TAUTAN.search(isi) and b"\0" not in isi[:64]:
        return
    folder, _, nama = bagian.rpartition("/")
    relasi = parse_bagian(zip_, f"{folder}/_rels/{nama}.rels".lower())
    sasaran = {} if relasi is None else {r.get("Id"): str(r.get("Target", "")) for r in relasi}
    for el in parse(isi).iter("{*}hyperlink"):
        id_ = next((str(v) for k, v in el.attrib.items() if str(k).endswith("}id")), "")
        if alamat := sasaran.get(id_):
            tempat = str(el.get("location", ""))
            tujuan = f"{alamat}#{tempat}" if tempat and "#" not in alamat else alamat
            yield from ((letak, tujuan) for letak in _list_sel(str(el.get("ref", "")), daerah))


def _list_sel(rentang: str, daerah: Daerah) -> Iterator[tuple[int, int]]:
    """The cells of ours that a link lies over."""
    try:
        kotak = read_kotak(rentang)
    except ValueError:
        return
    akhir = min(kotak.baris_akhir, daerah.akhir + 1)
    for kolom in daerah.kolom:
        if kotak.kolom_awal <= kolom + 1 <= kotak.kolom_akhir:
            for baris in range(kotak.baris_awal, akhir + 1):
                yield baris - 1, kolom
