"""Form templates: workbooks that the office owns, compiled once, issued by filling slots.

A cell `kunci:<tabel>` anchors a table: its row holds the field keys, its column marks the rows.
Texts may hold markers `{{nama}}`. Formulas outside tables carry a defined name.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache, partial
from math import ceil
from pathlib import Path
from typing import TypeVar

from sopkinerja.kesalahan import SopKinerjaError
from sopkinerja.lembar import ooxml
from sopkinerja.lembar.cacat import Aib, Cacat, TemplatDitolak, build_cacat
from sopkinerja.lembar.gambar_logo import Logo
from sopkinerja.lembar.isi import IsiBuku
from sopkinerja.lembar.kemas import Isi, join, pack
from sopkinerja.lembar.kisi import TabelTemplat, build_alamat
from sopkinerja.lembar.komentar import apply_komentar
from sopkinerja.lembar.kursor import place_kursor
from sopkinerja.lembar.logo import apply_logo
from sopkinerja.lembar.panjang import lengthen
from sopkinerja.lembar.patah import keep_ekor
from sopkinerja.lembar.penerbit_buku import PenerbitBuku, build_urutan
from sopkinerja.lembar.periksa_templat import check_isi_paket, check_kenal, check_lembar, find_asing
from sopkinerja.lembar.pilihan_sel import apply_pilihan
from sopkinerja.lembar.slot import (
    EPOK_1900,
    EPOK_1904,
)
from sopkinerja.lembar.susun import WAKTU, BukuTersusun, Penyusun
from sopkinerja.ruang import Ruang

__all__ = ["TabelTemplat", "Templat", "TemplatDitolak", "find_templat"]

T = TypeVar("T")
TAHUN_1904 = re.compile(rb"date1904=[\"'](?:1|true)[\"']")
LANGKAH = 20
"""A table is lengthened by a multiple of this many rows; what isn't used is hidden."""


class Templat:
    """A compiled template. `tabel` gives each table's sheet, columns and capacity."""

    def __init__(
        self, nama: str, penyusun: Penyusun, buku: BukuTersusun, asal: tuple[object, ...]
    ) -> None:
        self.nama = nama
        self._asal = asal
        self._penyusun = penyusun
        self._varian: dict[tuple[frozenset[str], str], BukuTersusun] = {(frozenset(), ""): buku}
        self.tabel: Mapping[str, TabelTemplat] = {
            t.nama: t for lembar in buku.lembar for t in lembar.tabel
        }
        self._panjang: dict[tuple[tuple[str, int], ...], Templat] = {}
        self._epok = EPOK_1904 if TAHUN_1904.search(_isi_buku(penyusun.asal)) else EPOK_1900

    @staticmethod
    def compile(
        path: Path,
        *,
        penanda: frozenset[str] | None = None,
        penanda_wajib: frozenset[str] = frozenset(),
        tabel: Mapping[str, frozenset[str]] | None = None,
        rumus: frozenset[str] | None = None,
        logo: Logo | None = None,
    ) -> Templat:
        """Opens a template; TemplatDitolak lists all its faults by sheet and cell.

        `penanda`, `tabel` (field keys by table) and `rumus` are what the caller knows: anything
        else in the template is a fault, as is a table, field or `penanda_wajib` it lacks. Its forms
        carry `logo`.
        """
        medan = None if tabel is None else frozenset(tabel.items())
        return _compile(path.name, path.read_bytes(), penanda, penanda_wajib, medan, rumus, logo)

    def __reduce__(self) -> tuple[Callable[..., Templat], tuple[object, ...]]:
        """It travels to another process as what it was compiled from."""
        return _compile, self._asal

    @property
    def sidik_logo(self) -> int:
        """The CRC-32 of the logo that its forms carry; 0 where they carry none."""
        logo = self._asal[-1]
        return logo.sidik if isinstance(logo, Logo) else 0

    @property
    def penanda(self) -> frozenset[str]:
        """The names of all its markers."""
        return self._varian[frozenset(), ""].penanda

    def alamat(self, tabel: str, kolom: str, urutan: int) -> tuple[str, str]:
        """Sheet and address of a field in the `urutan`-th (0-based) row of a table."""
        t = self.tabel[tabel]
        return t.lembar, build_alamat(t.baris[urutan], t.kolom[kolom])

    def render(self, isi: IsiBuku) -> bytes:
        """The workbook filled with `isi`; equal content gives equal bytes.

        A table with more rows than the template has is lengthened. TemplatDitolak where the
        template asks for or lacks what `isi` has; ValueError for values that no cell can hold.
        """
        self._check(isi)
        if tambah := self._count_tambah(isi):
            return self._lengthen(tambah).render(isi)
        buku = self._pilih(isi)
        self._check_penanda(buku, isi)
        penerbit = PenerbitBuku(self.nama, self.alamat, isi, self._epok)
        bagian: dict[str, Isi] = {
            nama: b if isinstance(b, bytes) else penerbit.render_bagian(b)
            for nama, b in buku.bagian.items()
        }
        for nama, sel in self._find_kursor(buku, isi).items():
            if not isinstance(potongan := bagian[nama], bytes):
                bagian[nama] = place_kursor(potongan, sel)
        for nama, halaman in buku.halaman.items():
            _change(bagian, nama, partial(keep_ekor, halaman=halaman))
        for nama, pilihan in self._find_sel(buku, isi, isi.pilihan).items():
            _change(bagian, nama, partial(apply_pilihan, pilihan=pilihan))
        if isi.komentar:
            utuh = [(nama, join(b)) for nama, b in bagian.items()]
            bagian = dict(apply_komentar(utuh, self._find_sel(buku, isi, isi.komentar)))
        return pack(bagian.items(), buku.tetap)

    def _find_sel(
        self, buku: BukuTersusun, isi: IsiBuku, nilai: Mapping[tuple[str, str, str], T]
    ) -> dict[str, dict[str, T]]:
        """What is said of cells by table, row and field, by sheet part and address."""
        lembar = {lembar.nama: lembar.bagian for lembar in buku.lembar}
        urutan = {t: build_urutan(daftar) for t, daftar in isi.tabel.items()}
        per: dict[str, dict[str, T]] = {}
        for (tabel, baris, kolom), satu in nilai.items():
            nama, sel = self.alamat(tabel, kolom, urutan[tabel][baris])
            per.setdefault(lembar[nama], {})[sel] = satu
        return per

    def _find_kursor(self, buku: BukuTersusun, isi: IsiBuku) -> dict[str, str]:
        """The cell on which a sheet opens, by sheet part."""
        tempat = {(t, b, k): None for t, (b, k) in isi.kursor.items()}
        return {n: next(iter(sel)) for n, sel in self._find_sel(buku, isi, tempat).items()}

    def _check(self, isi: IsiBuku) -> None:
        cacat: list[Cacat] = []
        for nama, daftar in isi.tabel.items():
            tabel = self.tabel.get(nama)
            if tabel is None:
                cacat.append(build_cacat(Aib.ISI_TABEL, apa=nama))
                continue
            asing = {k for b in daftar for k in b.nilai} - tabel.kolom.keys()
            sel = build_alamat(tabel.baris_kunci, tabel.kolom_kunci)
            cacat += (build_cacat(Aib.ISI_KOLOM, tabel.lembar, sel, apa=k) for k in sorted(asing))
        if cacat:
            raise TemplatDitolak(self.nama, cacat)

    def _count_tambah(self, isi: IsiBuku) -> dict[str, int]:
        """How many rows each table is to get, in steps: forms of about one length share a template."""
        kurang = {n: len(daftar) - self.tabel[n].kapasitas for n, daftar in isi.tabel.items()}
        return {n: ceil(k / LANGKAH) * LANGKAH for n, k in sorted(kurang.items()) if k > 0}

    def _lengthen(self, tambah: Mapping[str, int]) -> Templat:
        kunci = tuple(tambah.items())
        if kunci not in self._panjang:
            penyusun = Penyusun(lengthen(self._penyusun.asal, tambah))
            self._panjang[kunci] = Templat(self.nama, penyusun, penyusun.compile(), self._asal)
        return self._panjang[kunci]

    def _check_penanda(self, buku: BukuTersusun, isi: IsiBuku) -> None:
        asing = buku.penanda - isi.penanda.keys() - {WAKTU}
        if asing:
            raise TemplatDitolak(self.nama, find_asing(buku, asing))

    def _pilih(self, isi: IsiBuku) -> BukuTersusun:
        """The variant without the sheets whose tables aren't given."""
        buang = frozenset(t.lembar for n, t in self.tabel.items() if n not in isi.tabel)
        for nama in isi.tabel:
            if self.tabel[nama].lembar in buang:
                letak = self.tabel[nama]
                raise TemplatDitolak(
                    self.nama, [build_cacat(Aib.SELURUH_LEMBAR, letak.lembar, apa=nama)]
                )
        aktif = self.tabel[isi.aktif].lembar if isi.aktif else ""
        if (buang, aktif) not in self._varian:
            buku = self._penyusun.compile(buang, aktif)
            if buku.cacat:
                raise TemplatDitolak(self.nama, buku.cacat)
            self._varian[buang, aktif] = buku
        return self._varian[buang, aktif]


def _change(bagian: dict[str, Isi], nama: str, ubah: Callable[[bytes], bytes]) -> None:
    """A part as `ubah` makes it; in pieces still where that changes nothing."""
    lama = join(bagian[nama])
    baru = ubah(lama)
    if baru != lama:
        bagian[nama] = baru


@lru_cache(maxsize=8)
def _compile(
    nama: str,
    isi: bytes,
    penanda: frozenset[str] | None,
    penanda_wajib: frozenset[str],
    medan: frozenset[tuple[str, frozenset[str]]] | None,
    rumus: frozenset[str] | None,
    logo: Logo | None = None,
) -> Templat:
    """The same bytes are compiled once in a process, however often it issues and corrects."""
    paket = _read_paket(nama, isi)
    try:
        cacat = list(check_isi_paket(paket))
        paket = apply_logo(paket, logo) if logo else paket
        penyusun = Penyusun(paket)
        buku = penyusun.compile()
    except (LookupError, ValueError, SyntaxError) as sebab:
        raise TemplatDitolak(
            nama, [build_cacat(Aib.RUSAK, apa=str(sebab) or type(sebab).__name__)]
        ) from sebab
    cacat += buku.cacat
    cacat += check_lembar(paket, buku)
    kenal = None if penanda is None else penanda | {WAKTU} | penanda_wajib
    tabel = None if medan is None else dict(medan)
    cacat += check_kenal(buku, kenal, penanda_wajib, tabel, rumus)
    if cacat:
        raise TemplatDitolak(nama, cacat)
    return Templat(nama, penyusun, buku, (nama, isi, penanda, penanda_wajib, medan, rumus, logo))


def _read_paket(nama: str, isi: bytes) -> ooxml.Bagian:
    if isi.startswith(b"\xd0\xcf\x11\xe0"):
        sandi = "EncryptedPackage".encode("utf-16-le") in isi
        raise TemplatDitolak(nama, [build_cacat(Aib.SANDI if sandi else Aib.FORMAT_LAMA)])
    try:
        paket = ooxml.read_bagian(isi)
    except (zipfile.BadZipFile, RuntimeError, NotImplementedError):
        raise TemplatDitolak(nama, [build_cacat(Aib.BUKAN_XLSX)]) from None
    if ooxml.NAMA_JENIS_ISI not in paket or not _isi_buku(paket):
        raise TemplatDitolak(nama, [build_cacat(Aib.BUKAN_XLSX)])
    if b"purl.oclc.org/ooxml/spreadsheetml" in _isi_buku(paket):
        raise TemplatDitolak(nama, [build_cacat(Aib.STRICT)])
    return paket


def _isi_buku(paket: Mapping[str, bytes]) -> bytes:
    return next((i for n, i in paket.items() if n.endswith("workbook.xml")), b"")


def find_templat(nama: str, ruang: Ruang | None) -> Path:
    """The office's own copy of a template, else the shipped one; what makes forms asks
    formulir/templat_kantor.py, which knows an untouched copy."""
    for folder in _folder(ruang):
        if (folder / nama).is_file():
            return folder / nama
    raise SopKinerjaError(
        f"Templat {nama} tidak ditemukan. Pasang ulang sopkinerja, atau letakkan templat itu "
        "di folder workbook_templates."
    )


def _folder(ruang: Ruang | None) -> Iterator[Path]:
    if ruang is not None:
        yield ruang.templat
    paket = Path(__file__).resolve().parent.parent
    yield paket / "workbook_templates"
    yield paket.parent / "workbook_templates"
