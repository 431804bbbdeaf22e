"""What the fast reader doesn't see: formulas, percent formats and error cells.

One streaming pass over a sheet, which looks at the columns of our tables alone and stops after
their last row. The sheet's own claim of its size is never read.
"""

from __future__ import annotations

import contextlib
import io
import re
import zipfile
from collections.abc import Callable, Mapping
from typing import IO, NamedTuple
from xml.parsers import expat

from sopkinerja.lembar.kisi import build_alamat
from sopkinerja.lembar.ooxml import UTAMA, parse, read_relasi


class Rinci(NamedTuple):
    """What stands behind a cell's value; a formula's text has no leading `=`."""

    rumus: str | None = None
    persen: bool = False
    galat: str | None = None


class Daerah(NamedTuple):
    """Where a sheet's tables lie: their columns and their last row, 0-based. Below `akhir_isi`
    no cell of theirs has a value; it may still have an error."""

    kolom: frozenset[int]
    akhir: int
    akhir_isi: int


class BerdtdError(ValueError):
    """The XML declares a document type: no honest program does."""


_POLOS = Rinci()
RinciLembar = dict[tuple[int, int], Rinci]
"""By (row, column), 0-based; cells with nothing to tell are left out."""

KETAT = "http://purl.oclc.org/ooxml/spreadsheetml/main"
_TANDA = {f"{ns} {t}": t for ns in (UTAMA, KETAT) for t in ("row", "c", "f", "v")}
_PERSEN_BAKU = (9, 10)
_BUKAN_FORMAT = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]|_.|\*.')
_TABEL_ODS = "urn:oasis:names:tc:opendocument:xmlns:table:1.0 "
_KANTOR_ODS = "urn:oasis:names:tc:opendocument:xmlns:office:1.0 "
_CALC_ODS = "urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0 "
_TEKS_ODS = "urn:oasis:names:tc:opendocument:xmlns:text:1.0 "


class _Selesai(Exception):
    """Past the last row that matters."""


def read_rincian_xlsx(
    zip_: zipfile.ZipFile, daerah: Mapping[str, Daerah]
) -> dict[str, RinciLembar]:
    """The details of each sheet (by its name) in an .xlsx or .xlsm."""
    bagian = find_bagian_lembar(zip_)
    persen = _read_gaya_persen(zip_)
    hasil = {}
    for lembar, d in daerah.items():
        if lembar in bagian:
            isi = zip_.read(bagian[lembar])
            if d.akhir_isi < d.akhir and not _has_galat(isi):
                d = d._replace(akhir=d.akhir_isi)
            hasil[lembar] = _LembarXlsx(persen, d).read(io.BytesIO(isi))
    return hasil


def _has_galat(isi: bytes) -> bool:
    """Whether a sheet may hold an error cell (yes, where its encoding isn't plain)."""
    return any(tanda in isi for tanda in (b'"e"', b"'e'")) or b"\0" in isi[:64]


def find_bagian_lembar(zip_: zipfile.ZipFile) -> dict[str, str]:
    """Sheet name to its part."""
    ada = {n.lower(): n for n in zip_.namelist()}
    relasi_nama = ada.get("xl/_rels/workbook.xml.rels")
    if relasi_nama is None:
        return {}
    isi = {"xl/_rels/workbook.xml.rels": zip_.read(relasi_nama)}
    sasaran = {r.id: r.sasaran for r in read_relasi(isi, "xl/workbook.xml")}
    bagian = {}
    for el in parse(zip_.read(ada["xl/workbook.xml"])).iter("{*}sheet"):
        id_ = next((v for k, v in el.attrib.items() if str(k).endswith("}id")), "")
        nama = ada.get(sasaran.get(str(id_), "").lower())
        if nama:
            bagian[el.get("name", "")] = nama
    return bagian


def _read_gaya_persen(zip_: zipfile.ZipFile) -> frozenset[str]:
    """The style numbers whose number format shows per cent."""
    nama = next((n for n in zip_.namelist() if n.lower() == "xl/styles.xml"), None)
    if nama is None:
        return frozenset()
    akar = parse(zip_.read(nama))
    id_persen = set(_PERSEN_BAKU)
    for el in akar.iter("{*}numFmt"):
        if is_format_persen(el.get("formatCode", "")):
            id_persen.add(int(el.get("numFmtId", "-1")))
        else:
            id_persen.discard(int(el.get("numFmtId", "-1")))
    gaya = akar.find("{*}cellXfs")
    sel = [] if gaya is None else list(gaya.iterfind("{*}xf"))
    return frozenset(
        str(i) for i, xf in enumerate(sel) if int(xf.get("numFmtId", "0")) in id_persen
    )


def is_format_persen(kode: str) -> bool:
    """True for a number format with a % that isn't mere text."""
    return "%" in _BUKAN_FORMAT.sub("", kode)


class _Pengurai:
    """The expat parser of one sheet; text is gathered only while `teks` is a list."""

    def __init__(self) -> None:
        self.teks: list[str] | None = None
        self.hasil: RinciLembar = {}
        self.pengurai = expat.ParserCreate(namespace_separator=" ")
        self.pengurai.buffer_text = True
        self.pengurai.StartDoctypeDeclHandler = self._tolak
        self.pengurai.StartElementHandler = self.buka
        self.pengurai.EndElementHandler = self.tutup

    def read(self, aliran: IO[bytes]) -> RinciLembar:
        with contextlib.suppress(_Selesai):
            self.pengurai.ParseFile(aliran)
        return self.hasil

    def kumpulkan(self) -> None:
        self.teks = []
        self.pengurai.CharacterDataHandler = self.teks.append

    def ambil(self) -> str:
        teks = "".join(self.teks or ())
        self.teks = None
        self.pengurai.CharacterDataHandler = None
        return teks

    def buka(self, nama: str, sifat: dict[str, str]) -> None:
        raise NotImplementedError

    def tutup(self, nama: str) -> None:
        raise NotImplementedError

    def _tolak(self, *_: object) -> None:
        raise BerdtdError


class _LembarXlsx(_Pengurai):
    """Listens to the ends of elements only while a formula or an error is open, and reads a cell's
    address only where it has something to tell: forms hold thousands of cells without."""

    def __init__(self, persen: frozenset[str], daerah: Daerah) -> None:
        super().__init__()
        self.persen, self.daerah = persen, daerah
        self.baris, self.kolom = -1, -1
        self.nomor_kolom: dict[str, int] = {}
        self.alamat: str | None = None
        """The address of the open cell while `baris` and `kolom` aren't read from it."""
        self.jenis: str | None = None
        self.bagi = ""
        self.induk: dict[str, tuple[str, int, int]] = {}
        self.pengurai.EndElementHandler = None

    def buka(self, nama: str, sifat: dict[str, str]) -> None:
        tanda = _TANDA.get(nama)
        if tanda == "c":
            if "r" in sifat:
                self.alamat = sifat["r"]
            else:
                self._baca_alamat()
                self.kolom += 1
            self.jenis = sifat.get("t")
            if sifat.get("s") in self.persen and self._is_minat():
                self.hasil[self.baris, self.kolom] = Rinci(persen=True)
        elif tanda == "row":
            self._baca_alamat()
            self.baris = int(sifat["r"]) - 1 if "r" in sifat else self.baris + 1
            self.kolom = -1
            if self.baris > self.daerah.akhir:
                raise _Selesai
        elif (tanda == "f" or (tanda == "v" and self.jenis == "e")) and self._is_minat():
            self.bagi = sifat.get("si", "") if sifat.get("t") == "shared" else ""
            self.kumpulkan()
            self.pengurai.EndElementHandler = self.tutup

    def _baca_alamat(self) -> None:
        if self.alamat is None:
            return
        huruf = self.alamat.rstrip("0123456789")
        kolom = self.nomor_kolom.get(huruf)
        if kolom is None:
            kolom = self.nomor_kolom[huruf] = _number_kolom(huruf)
        self.baris, self.kolom = int(self.alamat[len(huruf) :]) - 1, kolom
        self.alamat = None

    def _is_minat(self) -> bool:
        """Whether the open cell is in a column of our tables."""
        self._baca_alamat()
        return self.kolom in self.daerah.kolom

    def tutup(self, nama: str) -> None:
        tanda = _TANDA.get(nama)
        if tanda not in ("f", "v"):
            return
        letak = self.baris, self.kolom
        rinci = self.hasil.get(letak, _POLOS)
        teks = self.ambil()
        self.pengurai.EndElementHandler = None
        if tanda == "f":
            self.hasil[letak] = rinci._replace(rumus=self._bagikan(teks))
        else:
            self.hasil[letak] = rinci._replace(galat=teks or "#N/A")

    def _bagikan(self, rumus: str) -> str:
        """The formula of this very cell, where one text is shared by many."""
        if not self.bagi:
            return rumus
        if rumus:
            self.induk[self.bagi] = rumus, self.baris, self.kolom
            return rumus
        if self.bagi not in self.induk:
            return rumus
        from openpyxl.formula.translate import Translator

        teks, baris, kolom = self.induk[self.bagi]
        asal = build_alamat(baris + 1, kolom + 1)
        tujuan = build_alamat(self.baris + 1, self.kolom + 1)
        return str(Translator(f"={teks}", asal).translate_formula(tujuan))[1:]


def _number_kolom(huruf: str) -> int:
    kolom = 0
    for h in huruf.upper():
        kolom = kolom * 26 + ord(h) - 64
    return kolom - 1


def read_rincian_ods(zip_: zipfile.ZipFile, daerah: Mapping[str, Daerah]) -> dict[str, RinciLembar]:
    """The details of each sheet (by its name) in an .ods."""
    with zip_.open("content.xml") as aliran:
        pengurai = _BukuOds(daerah)
        pengurai.read(aliran)
    return pengurai.semua


class _BukuOds(_Pengurai):
    def __init__(self, daerah: Mapping[str, Daerah]) -> None:
        super().__init__()
        self.daerah = daerah
        self.semua: dict[str, RinciLembar] = {}
        self.lembar: Daerah | None = None
        self.baris = self.kolom = 0
        self.ulang_baris = self.ulang_kolom = 1
        self.kini: Rinci | None = None
        buka: dict[str, Callable[[dict[str, str]], None]] = {
            "table": self._buka_lembar,
            "table-row": self._buka_baris,
            "table-cell": self._buka_sel,
            "covered-table-cell": self._buka_sel,
        }
        self.pembuka = {_TABEL_ODS + n: f for n, f in buka.items()}

    def buka(self, nama: str, sifat: dict[str, str]) -> None:
        if pembuka := self.pembuka.get(nama):
            pembuka(sifat)
        elif nama == _TEKS_ODS + "p" and self.kini is not None and self.kini.galat == "":
            self.kumpulkan()

    def _buka_lembar(self, sifat: dict[str, str]) -> None:
        nama = sifat.get(_TABEL_ODS + "name", "")
        self.lembar = self.daerah.get(nama)
        self.hasil = self.semua.setdefault(nama, {})
        self.baris, self.ulang_baris = 0, 0

    def _buka_baris(self, sifat: dict[str, str]) -> None:
        self.baris += self.ulang_baris
        self.ulang_baris = int(sifat.get(_TABEL_ODS + "number-rows-repeated", "1"))
        self.kolom, self.ulang_kolom = 0, 0

    def _buka_sel(self, sifat: dict[str, str]) -> None:
        self.kolom += self.ulang_kolom
        self.ulang_kolom = int(sifat.get(_TABEL_ODS + "number-columns-repeated", "1"))
        if self.lembar is None or self.baris > self.lembar.akhir:
            return
        rumus = sifat.get(_TABEL_ODS + "formula")
        self.kini = Rinci(
            rumus=None if rumus is None else rumus.partition("=")[2] or rumus,
            persen=sifat.get(_KANTOR_ODS + "value-type") == "percentage",
            galat="" if sifat.get(_CALC_ODS + "value-type") == "error" else None,
        )

    def tutup(self, nama: str) -> None:
        if self.kini is None:
            return
        if nama == _TEKS_ODS + "p" and self.teks is not None:
            self.kini = self.kini._replace(galat=self.ambil() or "Err")
        elif nama in (_TABEL_ODS + "table-cell", _TABEL_ODS + "covered-table-cell"):
            self._simpan(self.kini)
            self.kini = None

    def _simpan(self, rinci: Rinci) -> None:
        if rinci == Rinci() or self.lembar is None:
            return
        if rinci.galat == "":
            rinci = rinci._replace(galat="Err")
        akhir = min(self.baris + self.ulang_baris, self.lembar.akhir + 1)
        for kolom in self.lembar.kolom:
            if self.kolom <= kolom < self.kolom + self.ulang_kolom:
                for baris in range(self.baris, akhir):
                    self.hasil[baris, kolom] = rinci
