"""What the fast reader doesn't see: formulas, number formats, error cells, links, struck-through text.

One streaming pass over a sheet, which looks at the columns of our tables alone and stops after
their last row. The sheet's own claim of its size is never read.
"""

from __future__ import annotations

import contextlib
import io
import re
import zipfile
from collections.abc import Callable, Mapping
from typing import IO, Any, NamedTuple
from xml.parsers import expat

from sopkinerja.lembar.kisi import build_alamat
from sopkinerja.lembar.ooxml import UTAMA, parse, read_relasi
from sopkinerja.lembar.terlihat import FORMAT_BAKU, find_galat, is_format_persen


class Rinci(NamedTuple):
    """What stands behind a cell's value; a formula's text has no leading `=`."""

    rumus: str | None = None
    persen: bool = False
    galat: str | None = None
    format: str = ""
    """The number format of a value, where it has one (.xlsx)."""
    terlihat: str = ""
    """The text that a number or date shows (.ods)."""
    tautan: str = ""
    coret: bool = False
    gambar: bool = False


class Gaya(NamedTuple):
    """What a cell style says of a value: its number format, and whether it is struck through."""

    format: str
    persen: bool
    coret: bool


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
_TANDA = {f"{ns} {t}": t for ns in (UTAMA, KETAT) for t in ("row", "c", "f", "v", "is", "strike")}
_MATI = ("0", "false")
_HYPERLINK = re.compile(r'\s*HYPERLINK\(\s*"([^"]+)"', re.IGNORECASE)
_DISPIMG = re.compile(r"\bDISPIMG\(", re.IGNORECASE)
_GAMBAR_SEL = ("_localimage", "_webimage")
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
    buku = _Buku(_read_gaya(zip_), _read_coret_bersama(zip_), _has_gambar_sel(zip_))
    hasil = {}
    for lembar, d in daerah.items():
        if lembar in bagian:
            isi = zip_.read(bagian[lembar])
            if d.akhir_isi < d.akhir and not _has_galat(isi):
                d = d._replace(akhir=d.akhir_isi)
            rinci = _LembarXlsx(buku, d).read(io.BytesIO(isi))
            for letak, alamat in _read_tautan(zip_, bagian[lembar], isi).items():
                if letak[1] in d.kolom:
                    rinci[letak] = rinci.get(letak, _POLOS)._replace(tautan=alamat)
            hasil[lembar] = rinci
    return hasil


class _Buku(NamedTuple):
    """What the sheets of one workbook share."""

    gaya: Mapping[str, Gaya]
    coret: frozenset[str]
    gambar: bool


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


def _read_bagian(zip_: zipfile.ZipFile, nama: str) -> Any:
    """A part of the workbook by its usual name, in any case; None where there is none."""
    ada = next((n for n in zip_.namelist() if n.lower() == nama), None)
    return None if ada is None else parse(zip_.read(ada))


def _read_gaya(zip_: zipfile.ZipFile) -> dict[str, Gaya]:
    """The cell styles (by number) that say more of a value than its plain digits.

    Only the cells' own formats: a conditional format may use the same numbers for its own.
    """
    akar = _read_bagian(zip_, "xl/styles.xml")
    if akar is None:
        return {}
    kode = {str(n): k for n, k in FORMAT_BAKU.items()}
    kode |= {
        el.get("numFmtId", ""): el.get("formatCode", "") for el in akar.iterfind("{*}numFmts/*")
    }
    coret = [_is_coret(f) for f in akar.iterfind("{*}fonts/{*}font")]
    hasil = {}
    for n, xf in enumerate(akar.iterfind("{*}cellXfs/{*}xf")):
        format_, font = kode.get(xf.get("numFmtId", "0"), ""), int(xf.get("fontId") or 0)
        gaya = Gaya(format_, is_format_persen(format_), font < len(coret) and coret[font])
        if any(gaya):
            hasil[str(n)] = gaya
    return hasil


def _is_coret(sifat: Any) -> bool:
    """Whether font properties strike the text through."""
    garis = sifat.find("{*}strike")
    return garis is not None and garis.get("val", "1") not in _MATI


def _read_coret_bersama(zip_: zipfile.ZipFile) -> frozenset[str]:
    """The numbers of shared texts of which a part is struck through."""
    akar = _read_bagian(zip_, "xl/sharedstrings.xml")
    if akar is None:
        return frozenset()
    return frozenset(
        str(n)
        for n, si in enumerate(akar.iterfind("{*}si"))
        if any(_is_coret(r) for r in si.iterfind("{*}r/{*}rPr"))
    )


def _has_gambar_sel(zip_: zipfile.ZipFile) -> bool:
    """Whether pictures lie inside cells (Excel stores those as #VALUE! with rich data)."""
    akar = _read_bagian(zip_, "xl/richdata/rdrichvaluestructure.xml")
    jenis = () if akar is None else (str(s.get("t", "")).lower() for s in akar.iter("{*}s"))
    return any(j in _GAMBAR_SEL for j in jenis)


def _read_tautan(zip_: zipfile.ZipFile, bagian: str, isi: bytes) -> dict[tuple[int, int], str]:
    """The outside addresses behind a sheet's cells, by (row, column), 0-based."""
    if b"hyperlink " not in isi and b"\0" not in isi[:64]:
        return {}
    folder, _, nama = bagian.rpartition("/")
    relasi = _read_bagian(zip_, f"{folder}/_rels/{nama}.rels".lower())
    sasaran = {} if relasi is None else {r.get("Id"): r.get("Target", "") for r in relasi}
    hasil = {}
    for el in parse(isi).iter("{*}hyperlink"):
        id_ = next((v for k, v in el.attrib.items() if str(k).endswith("}id")), "")
        alamat = str(el.get("ref", "")).partition(":")[0].replace("$", "")
        huruf = alamat.rstrip("0123456789")
        if sasaran.get(id_) and huruf.isalpha() and alamat != huruf:
            hasil[int(alamat[len(huruf) :]) - 1, _number_kolom(huruf)] = str(sasaran[id_])
    return hasil


def build_rinci_rumus(rinci: Rinci, rumus: str) -> Rinci:
    """The details of a cell with that formula: a picture or a link by formula is what it shows."""
    tautan = _HYPERLINK.match(rumus)
    if _DISPIMG.search(rumus):
        return rinci._replace(gambar=True)
    return rinci._replace(rumus=rumus, tautan=tautan[1] if tautan else rinci.tautan)


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

    def __init__(self, buku: _Buku, daerah: Daerah) -> None:
        super().__init__()
        self.buku, self.daerah = buku, daerah
        self.baris, self.kolom = -1, -1
        self.nomor_kolom: dict[str, int] = {}
        self.alamat: str | None = None
        """The address of the open cell while `baris` and `kolom` aren't read from it."""
        self.jenis: str | None = None
        self.gaya: Gaya | None = None
        self.kaya = False
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
            self.jenis, self.kaya = sifat.get("t"), "vm" in sifat
            self.gaya = self.buku.gaya.get(sifat.get("s", "0"))
        elif tanda == "row":
            self._baca_alamat()
            self.baris = int(sifat["r"]) - 1 if "r" in sifat else self.baris + 1
            self.kolom = -1
            if self.baris > self.daerah.akhir:
                raise _Selesai
        elif tanda == "strike":
            if sifat.get("val") not in _MATI and self._is_minat():
                self._tandai(coret=True)
        elif tanda is not None and self._is_minat():
            self._buka_isi(tanda, sifat)

    def _buka_isi(self, tanda: str, sifat: dict[str, str]) -> None:
        """A formula or a value of a cell of ours."""
        if tanda == "f":
            self.bagi = sifat.get("si", "") if sifat.get("t") == "shared" else ""
        elif self.gaya is not None:
            self._tandai(format=self.gaya.format, persen=self.gaya.persen, coret=self.gaya.coret)
        bersama = self.jenis == "s" and bool(self.buku.coret)
        if tanda == "f" or (tanda == "v" and (self.jenis == "e" or bersama)):
            self.kumpulkan()
            self.pengurai.EndElementHandler = self.tutup

    def _tandai(self, **isi: Any) -> None:
        letak = self.baris, self.kolom
        lama = self.hasil.get(letak, _POLOS)
        self.hasil[letak] = lama._replace(**{k: v for k, v in isi.items() if v})

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
        teks = self.ambil()
        self.pengurai.EndElementHandler = None
        if tanda == "f":
            self._tandai_rumus(self._bagikan(teks))
        elif self.jenis == "s":
            self._tandai(coret=teks.strip() in self.buku.coret)
        elif self.kaya and self.buku.gambar and teks == "#VALUE!":
            self._tandai(gambar=True)
        else:
            self._tandai(galat=teks or "#N/A")

    def _tandai_rumus(self, rumus: str) -> None:
        letak = self.baris, self.kolom
        self.hasil[letak] = build_rinci_rumus(self.hasil.get(letak, _POLOS), rumus)

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


_GAYA_ODS = "urn:oasis:names:tc:opendocument:xmlns:style:1.0 "
_TAUT = "http://www.w3.org/1999/xlink href"


class _BukuOds(_Pengurai):
    """Keeps what each cell shows; a number that shows an error is one, whatever it counts as."""

    def __init__(self, daerah: Mapping[str, Daerah]) -> None:
        super().__init__()
        self.daerah = daerah
        self.semua: dict[str, RinciLembar] = {}
        self.lembar: Daerah | None = None
        self.baris = self.kolom = 0
        self.ulang_baris = self.ulang_kolom = 1
        self.kini: Rinci | None = None
        self.gaya = ""
        self.coret: set[str] = set()
        buka: dict[str, Callable[[dict[str, str]], None]] = {
            _TABEL_ODS + "table": self._buka_lembar,
            _TABEL_ODS + "table-row": self._buka_baris,
            _TABEL_ODS + "table-cell": self._buka_sel,
            _TABEL_ODS + "covered-table-cell": self._buka_sel,
            _GAYA_ODS + "style": self._buka_gaya,
            _GAYA_ODS + "text-properties": self._buka_huruf,
            _TEKS_ODS + "p": self._buka_teks,
            _TEKS_ODS + "span": self._buka_potongan,
            _TEKS_ODS + "a": self._buka_tautan,
        }
        self.pembuka = buka

    def buka(self, nama: str, sifat: dict[str, str]) -> None:
        if pembuka := self.pembuka.get(nama):
            pembuka(sifat)

    def _buka_gaya(self, sifat: dict[str, str]) -> None:
        self.gaya = sifat.get(_GAYA_ODS + "name", "")

    def _buka_huruf(self, sifat: dict[str, str]) -> None:
        garis = {sifat.get(f"{_GAYA_ODS}text-line-through-{n}", "none") for n in ("style", "type")}
        if garis != {"none"}:
            self.coret.add(self.gaya)

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
        jenis = sifat.get(_KANTOR_ODS + "value-type")
        rumus = sifat.get(_TABEL_ODS + "formula")
        galat = sifat.get(_CALC_ODS + "value-type") == "error"
        rinci = Rinci(persen=jenis == "percentage", galat="" if galat else None)
        if rumus is not None:
            rinci = build_rinci_rumus(rinci, rumus.partition("=")[2] or rumus)
        if jenis is not None and sifat.get(_TABEL_ODS + "style-name") in self.coret:
            rinci = rinci._replace(coret=True)
        self.kini, self.jenis = rinci, jenis

    def _buka_teks(self, _: dict[str, str]) -> None:
        if self.kini is not None and self.jenis is not None:
            self.kumpulkan()

    def _buka_potongan(self, sifat: dict[str, str]) -> None:
        if self.kini is not None and sifat.get(_TEKS_ODS + "style-name") in self.coret:
            self.kini = self.kini._replace(coret=True)

    def _buka_tautan(self, sifat: dict[str, str]) -> None:
        alamat = sifat.get(_TAUT, "")
        if self.kini is not None and not alamat.startswith("#"):
            self.kini = self.kini._replace(tautan=alamat)

    def tutup(self, nama: str) -> None:
        if self.kini is None:
            return
        if nama == _TEKS_ODS + "p" and self.teks is not None:
            self.kini = self._tutup_teks(self.kini, self.ambil())
        elif nama in (_TABEL_ODS + "table-cell", _TABEL_ODS + "covered-table-cell"):
            self._simpan(self.kini)
            self.kini = None

    def _tutup_teks(self, rinci: Rinci, teks: str) -> Rinci:
        if rinci.galat == "":
            return rinci._replace(galat=teks or "Err")
        galat = find_galat(teks, berumus=rinci.rumus is not None)
        if galat is not None:
            return rinci._replace(galat=galat)
        return rinci if self.jenis == "string" else rinci._replace(terlihat=teks)

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
