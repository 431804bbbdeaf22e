"""What the fast reader doesn't see of an .xlsx: formulas, number formats, error cells, links,
struck-through text, pictures in cells.

One streaming pass over a sheet, which looks at the columns of our tables alone and stops after
their last row. The sheet's own claim of its size is never read.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from typing import Any

from sopkinerja.baca.gambar_sel import DISPIMG
from sopkinerja.baca.gaya_sel import Bersama, Gaya, read_bersama, read_tautan
from sopkinerja.baca.rinci import (
    POLOS,
    BerdtdError,
    Daerah,
    Pengurai,
    Rinci,
    RinciLembar,
    Selesai,
    add_kaya,
    build_rinci_rumus,
)
from sopkinerja.baca.rincian_polos import read_rincian_polos
from sopkinerja.baca.teks_kaya import MATI, Kaya, Potongan, build_kaya, is_samar
from sopkinerja.lembar.kisi import build_alamat, read_kolom
from sopkinerja.lembar.ooxml import UTAMA, parse, read_relasi

__all__ = [
    "BerdtdError",
    "Daerah",
    "Rinci",
    "RinciLembar",
    "find_bagian_lembar",
    "read_rincian_xlsx",
]

KETAT = "http://purl.oclc.org/ooxml/spreadsheetml/main"
_HURUF = ("r", "strike", "vertAlign", "color", "t")
"""Inside a text that stands in the cell itself."""
_TANDA = {f"{ns} {t}": t for ns in (UTAMA, KETAT) for t in ("row", "c", "f", "v", "is", *_HURUF)}


def read_rincian_xlsx(
    zip_: zipfile.ZipFile, daerah: Mapping[str, Daerah]
) -> dict[str, RinciLembar]:
    """The details of each sheet (by its name) in an .xlsx or .xlsm."""
    bagian = find_bagian_lembar(zip_)
    bersama = read_bersama(zip_)
    hasil = {}
    for lembar, d in daerah.items():
        if lembar in bagian:
            isi = zip_.read(bagian[lembar])
            if d.akhir_isi < d.akhir and not _has_galat(isi):
                d = d._replace(akhir=d.akhir_isi)
            rinci = read_rincian_polos(isi, bersama, d)
            if rinci is None:
                rinci = read_rincian_urai(isi, bersama, d)
            for letak, alamat in read_tautan(zip_, bagian[lembar], isi, d):
                rinci[letak] = rinci.get(letak, POLOS)._replace(tautan=alamat)
            hasil[lembar] = rinci
    return hasil


def read_rincian_urai(isi: bytes, bersama: Bersama, daerah: Daerah) -> RinciLembar:
    """The details of a sheet, however it is written."""
    return _LembarXlsx(bersama, daerah).read(io.BytesIO(isi))


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


class _LembarXlsx(Pengurai):
    """Listens to the ends of elements only while a formula, an error or a rich text is open, and
    reads a cell's address only where it has something to tell: forms hold thousands of cells
    without."""

    def __init__(self, bersama: Bersama, daerah: Daerah) -> None:
        super().__init__()
        self.bersama, self.daerah = bersama, daerah
        self.baris, self.kolom = -1, -1
        self.nomor_kolom: dict[str, int] = {}
        self.alamat: str | None = None
        """The address of the open cell while `baris` and `kolom` aren't read from it."""
        self.jenis: str | None = None
        self.gaya: Gaya | None = None
        self.kaya: str | None = None
        """The number of the open cell's rich value."""
        self.bagi = ""
        self.induk: dict[str, tuple[str, int, int]] = {}
        self.potongan: list[Potongan] = []
        self.pengurai.EndElementHandler = None

    def buka(self, nama: str, sifat: dict[str, str]) -> None:
        tanda = _TANDA.get(nama)
        if tanda == "c":
            if "r" in sifat:
                self.alamat = sifat["r"]
            else:
                self._baca_alamat()
                self.kolom += 1
            self.jenis, self.kaya = sifat.get("t"), sifat.get("vm")
            self.gaya = self.bersama.gaya.get(sifat.get("s", "0"))
            self.potongan = []
        elif tanda == "row":
            self._baca_alamat()
            self.baris = int(sifat["r"]) - 1 if "r" in sifat else self.baris + 1
            self.kolom = -1
            if self.baris > self.daerah.akhir:
                raise Selesai
        elif tanda in _HURUF:
            if self.jenis == "inlineStr" and self._is_minat():
                self._buka_huruf(tanda, sifat)
        elif tanda is not None and self._is_minat():
            self._buka_isi(tanda, sifat)

    def _buka_huruf(self, tanda: str, sifat: dict[str, str]) -> None:
        """A piece of a text that stands in the cell itself, or a property of its font."""
        if tanda == "t":
            self.kumpulkan()
            self.pengurai.EndElementHandler = self.tutup
        elif tanda == "r":
            self.potongan.append(Potongan(""))
        elif self.potongan and tanda == "strike":
            coret = sifat.get("val") not in MATI
            self.potongan[-1] = self.potongan[-1]._replace(coret=coret)
        elif self.potongan and is_samar(tanda, sifat):
            self.potongan[-1] = self.potongan[-1]._replace(samar=True)

    def _buka_isi(self, tanda: str, sifat: dict[str, str]) -> None:
        """A formula or a value of a cell of ours."""
        if tanda == "f":
            self.bagi = sifat.get("si", "") if sifat.get("t") == "shared" else ""
        elif self.gaya is not None:
            self._tandai(**self.gaya._asdict())
        bersama = self.jenis == "s" and bool(self.bersama.kaya)
        if tanda == "f" or (tanda == "v" and (self.jenis == "e" or bersama)):
            self.kumpulkan()
            self.pengurai.EndElementHandler = self.tutup

    def _tandai(self, **isi: Any) -> None:
        letak = self.baris, self.kolom
        lama = self.hasil.get(letak, POLOS)
        self.hasil[letak] = lama._replace(**{k: v for k, v in isi.items() if v not in ("", False)})

    def _baca_alamat(self) -> None:
        if self.alamat is None:
            return
        huruf = self.alamat.rstrip("0123456789")
        kolom = self.nomor_kolom.get(huruf)
        if kolom is None:
            kolom = self.nomor_kolom[huruf] = read_kolom(huruf.upper()) - 1
        self.baris, self.kolom = int(self.alamat[len(huruf) :]) - 1, kolom
        self.alamat = None

    def _is_minat(self) -> bool:
        """Whether the open cell is in a column of our tables."""
        self._baca_alamat()
        return self.kolom in self.daerah.kolom

    def tutup(self, nama: str) -> None:
        tanda = _TANDA.get(nama)
        if tanda not in ("f", "v", "t"):
            return
        teks = self.ambil()
        self.pengurai.EndElementHandler = None
        if tanda == "f":
            self._tandai_rumus(self._bagikan(teks))
        elif tanda == "t":
            if self.potongan:
                self.potongan[-1] = self.potongan[-1]._replace(teks=teks)
                self._tandai_kaya(build_kaya(self.potongan))
        elif self.jenis == "s":
            self._tandai_kaya(self.bersama.kaya.get(teks.strip(), Kaya()))
        elif self.kaya in self.bersama.gambar.kaya:
            self._tandai(gambar=True)
        elif not self.hasil.get((self.baris, self.kolom), POLOS).gambar:
            self._tandai(galat=teks or "#N/A")

    def _tandai_kaya(self, kaya: Kaya) -> None:
        letak = self.baris, self.kolom
        self.hasil[letak] = add_kaya(self.hasil.get(letak, POLOS), kaya)

    def _tandai_rumus(self, rumus: str) -> None:
        letak = self.baris, self.kolom
        rinci = self.hasil.get(letak, POLOS)
        if (cocok := DISPIMG.search(rumus)) and cocok[1] in self.bersama.gambar.wps:
            self.hasil[letak] = rinci._replace(gambar=True)
        else:
            self.hasil[letak] = build_rinci_rumus(rinci, rumus)

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
