"""Workbooks written for readers: one opener, typed cells, rows as tall as their text.

`build_buku` opens a workbook; `Buku.build_lembar` gives sheets whose `write` puts text from
outside as text (never a formula, a link or a number), raises where XlsxWriter would only return
a code, and keeps count of wrapped text so that each row is tall enough on paper.
"""

from __future__ import annotations

import datetime as dt
import io
import tempfile
from collections.abc import Iterable
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, BinaryIO

from sopkinerja.cetak.gaya import (
    GAYA,
    HURUF,
    WARNA,
    Cetakan,
    HasilKosong,
    Kaki,
    Nilai,
    build_bentuk,
    build_kaki,
    build_nama_lembar,
    check_hasil,
    clean_teks,
)
from sopkinerja.cetak.halaman import TataHalaman, measure_kaki
from sopkinerja.lembar.huruf import count_baris, measure_tinggi
from sopkinerja.lembar.kisi import build_alamat
from sopkinerja.ruang import write_berkas
from sopkinerja.tulisan import WITA, render_waktu

if TYPE_CHECKING:
    from xlsxwriter.chart import Chart
    from xlsxwriter.format import Format

    from sopkinerja.cetak.kerja import LembarKerja

BARIS_BESAR = 2_000
"""So many rows of long tables make a workbook that isn't put together in memory."""
TINGGI = 12.75
"""Points of a row that holds no wrapped text."""
MENJOROK = 1.5
"""Characters that a text standing off the edge of its cell has less."""


class Buku:
    """A workbook being written; use it in a `with`, it is whole on leaving or not there at all."""

    def __init__(
        self, tujuan: Path | BinaryIO, cetakan: Cetakan | Kaki, judul: str, opd: str
    ) -> None:
        self.tujuan = tujuan
        self.asal = cetakan
        self._isi = io.BytesIO()
        import xlsxwriter

        from sopkinerja.cetak.kerja import TabelTeks

        self.buku = xlsxwriter.Workbook(
            self._isi,
            {
                "in_memory": True,
                "strings_to_formulas": False,
                "strings_to_urls": False,
                "strings_to_numbers": False,
                "default_format_properties": {"font_name": HURUF, "font_size": 10},
                "default_row_height": round(TINGGI / 0.75),
            },
        )
        dibuat = cetakan.waktu.astimezone(WITA) if cetakan.waktu.tzinfo else cetakan.waktu
        self.buku.set_properties(
            {"title": clean_teks(judul)[:255], "author": clean_teks(opd)[:255]}
            | {"created": dibuat.replace(tzinfo=None, microsecond=0)}
        )
        self.buku.str_table = TabelTeks()
        self._teks: dict[str, str] = {}
        self._gaya: dict[tuple[tuple[str, ...], tuple[tuple[str, Any], ...]], Format] = {}
        self.daftar_lembar: list[Lembar] = []
        self.tersimpan: Path | None = None
        """Where the file lies after closing (a numbered one beside it if it was open)."""

    def __enter__(self) -> Buku:
        return self

    def __exit__(
        self,
        jenis: type[BaseException] | None,
        galat: BaseException | None,
        jejak: TracebackType | None,
    ) -> None:
        if jenis is None:
            self.close()

    @property
    def cetakan(self) -> Cetakan:
        """Which printing of figures this is."""
        assert isinstance(self.asal, Cetakan)
        return self.asal

    def gaya(self, *nama: str, **sifat: Any) -> Format:
        """The format made of these named styles, later ones winning, and extra properties."""
        kunci = (nama, tuple(sorted(sifat.items())))
        if kunci not in self._gaya:
            isi = dict(GAYA["dasar"])
            for n in nama:
                isi |= GAYA[n]
            self._gaya[kunci] = self.buku.add_format(isi | sifat)
        return self._gaya[kunci]

    def build_lembar(self, nama: str, warna: str | None = None, *, dicetak: bool = True) -> Lembar:
        """A new sheet; the name is made safe, short and unique. One that isn't `dicetak` stays in
        the workbook, to be read on screen, and makes no page on paper."""
        ada = [lb.nama.casefold() for lb in self.daftar_lembar]
        lembar = Lembar(self, build_nama_lembar(nama, ada), dicetak=dicetak)
        if warna:
            lembar.ws.set_tab_color(warna)
        self.daftar_lembar.append(lembar)
        return lembar

    def clean(self, teks: str) -> str:
        """The text as a cell holds it, cleaned once however often it is written."""
        bersih = self._teks.get(teks)
        if bersih is None:
            bersih = self._teks[teks] = clean_teks(teks)
        return bersih

    def note_teks(self, teks: str) -> int | None:
        """The number of a text among those of the workbook; None where nothing of it can be
        written."""
        bersih = self.clean(teks)
        return self.buku.str_table._get_shared_string_index(bersih) if bersih else None

    def build_grafik(self, jenis: str, subjenis: str | None = None) -> Chart:
        """A native chart (`column`, `bar`, `pie` …), still without data."""
        isi = {"type": jenis} | ({"subtype": subjenis} if subjenis else {})
        grafik = self.buku.add_chart(isi)
        assert grafik is not None
        return grafik

    def close(self) -> None:
        """Set the row heights, the footers and what is printed, then hand the whole file over at once."""
        for lembar in self.daftar_lembar:
            lembar.apply_tinggi()
            lembar.apply_kaki()
            if not lembar.dicetak:
                lembar.apply_luar_cetak()
        self._simpan()
        if isinstance(self.tujuan, Path):
            self.tersimpan = write_berkas(self.tujuan, self._isi.getvalue())
        else:
            self.tujuan.write(self._isi.getvalue())

    def _simpan(self) -> None:
        """A large one by way of files: sheets that are finished leave the memory."""
        if sum(lb.ws.count_deret() for lb in self.daftar_lembar) < BARIS_BESAR:
            self.buku.close()
            return
        with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as tempat:
            self.buku.in_memory, self.buku.tmpdir = False, tempat
            self.buku.close()


class Lembar:
    """A sheet being written; rows and columns count from 0."""

    def __init__(self, buku: Buku, nama: str, *, dicetak: bool = True) -> None:
        self.buku = buku
        self.nama = nama
        self.dicetak = dicetak
        from sopkinerja.cetak.kerja import LembarKerja

        self.ws: LembarKerja = buku.buku.add_worksheet(nama, LembarKerja)
        self.lebar: dict[int, float] = {}
        self.halaman: TataHalaman | None = None
        self.tingkat: dict[int, int] = {}
        """How deep in the outline a row lies."""
        self.kolom_cetak = 16_384
        """Columns beyond these aren't printed."""
        self._lipat: dict[int, list[tuple[str, tuple[int, int], Format]]] = {}
        self._tinggi: dict[int, float] = {}

    def apply_lebar(self, *lebar: float, mulai: int = 0) -> None:
        """Column widths in characters, from column `mulai` on."""
        for kolom, nilai in enumerate(lebar, mulai):
            check_hasil(self.ws.set_column(kolom, kolom, nilai), "lebar kolom")
            self.lebar[kolom] = nilai

    def apply_sembunyi(self, kolom: int, akhir: int) -> None:
        """Hide the columns `kolom` to `akhir` (helpers of formulas)."""
        hasil = self.ws.set_column(kolom, akhir, 9, None, {"hidden": True})
        check_hasil(hasil, "kolom tersembunyi")

    def write(self, baris: int, kolom: int, nilai: Nilai, *gaya: str, **sifat: Any) -> None:
        """One cell by the kind of its value; a number shows the decimals it has unless a style
        says otherwise."""
        ws, perihal = self.ws, f"{self.nama}!{build_alamat(baris + 1, kolom + 1)}"
        if isinstance(nilai, bool):
            nilai = "ya" if nilai else "tidak"
        if isinstance(nilai, dt.datetime):
            nilai = render_waktu(nilai)
        if nilai is None or nilai == "":
            check_hasil(ws.write_blank(baris, kolom, None, self.buku.gaya(*gaya, **sifat)), perihal)
        elif isinstance(nilai, dt.date):
            fmt = self.buku.gaya(*gaya, "tanggal", **sifat)
            check_hasil(ws.write_datetime(baris, kolom, nilai, fmt), perihal)
        elif isinstance(nilai, str):
            self._write_teks(baris, kolom, nilai, self.buku.gaya(*gaya, **sifat))
        else:
            fmt = self.buku.gaya(*gaya, **{**build_bentuk(nilai, gaya), **sifat})
            check_hasil(ws.write_number(baris, kolom, nilai, fmt), perihal)

    def write_baris(self, baris: int, nilai: Iterable[Nilai], *gaya: str, kolom: int = 0) -> None:
        """Several cells beside each other in one style."""
        for k, isi in enumerate(nilai, kolom):
            self.write(baris, k, isi, *gaya)

    def write_rumus(
        self,
        baris: int,
        kolom: int,
        rumus: str,
        nilai: float | str | None,
        *gaya: str,
        **sifat: Any,
    ) -> None:
        """A formula of ours with its right value cached (blank as an empty text)."""
        hasil = self.ws.write_formula(
            baris,
            kolom,
            rumus,
            self.buku.gaya(*gaya, **sifat),
            HasilKosong() if nilai is None or nilai == "" else nilai,
        )
        check_hasil(hasil, f"{self.nama}!{build_alamat(baris + 1, kolom + 1)}")

    def write_tautan(self, baris: int, kolom: int, lembar: str, teks: str, *gaya: str) -> None:
        """A link to another sheet of this workbook."""
        sasaran = f"internal:'{lembar.replace(chr(39), chr(39) * 2)}'!A1"
        self._write_url(baris, kolom, sasaran, teks, gaya)

    def write_alamat(self, baris: int, kolom: int, alamat: str, teks: str, *gaya: str) -> None:
        """A link to the web, to a mail, or to a file by its way from this workbook."""
        luar = alamat.startswith(("https:", "mailto:"))
        self._write_url(baris, kolom, alamat if luar else f"external:{alamat}", teks, gaya)

    def _write_url(
        self, baris: int, kolom: int, sasaran: str, teks: str, gaya: tuple[str, ...]
    ) -> None:
        fmt = self.buku.gaya(*gaya, font_color=WARNA["utama"], underline=1)
        check_hasil(self.ws.write_url(baris, kolom, sasaran, fmt, clean_teks(teks)[:255]), teks)

    def merge(
        self, baris: int, kolom: int, akhir: int, nilai: Nilai, *gaya: str, **sifat: Any
    ) -> None:
        """One cell over the columns `kolom` to `akhir` of a row."""
        if akhir > kolom:
            fmt = self.buku.gaya(*gaya, **sifat)
            check_hasil(self.ws.merge_range(baris, kolom, baris, akhir, "", fmt), "gabung sel")
        if isinstance(nilai, str) and nilai:
            self._write_teks(baris, kolom, nilai, self.buku.gaya(*gaya, **sifat), akhir)
        else:
            self.write(baris, kolom, nilai, *gaya, **sifat)

    def apply_tinggi(self) -> None:
        """Rows as tall as their wrapped text; rows with a height of their own keep it."""
        for baris in sorted(self._lipat.keys() | self.tingkat.keys()):
            cara = {"level": self.tingkat.get(baris, 0)}
            self.ws.set_row(baris, self.measure_baris(baris), None, cara)

    def measure_baris(self, baris: int) -> float:
        """Points that a row will be tall: its own height, that of its wrapped text, or the sheet's."""
        if baris in self._tinggi:
            return self._tinggi[baris]
        if deret := self.ws.find_deret(baris):
            return deret.measure(baris - deret.awal)
        isi = self._lipat.get(baris, ())
        return max((self._measure(t, rentang, fmt) for t, rentang, fmt in isi), default=TINGGI)

    def apply_tinggi_baris(self, baris: int, tinggi: float) -> None:
        """A fixed height in points."""
        self._tinggi[baris] = tinggi
        check_hasil(self.ws.set_row(baris, tinggi), "tinggi baris")

    def apply_luar_cetak(self) -> None:
        """Nothing of the sheet on paper: its print area is a hidden, empty column behind the used
        ones. (Without a print area Excel and LibreOffice print all of a sheet; with an empty
        column that shows, Excel prints an empty page.)"""
        kolom = (self.ws.dim_colmax or 0) + 1
        self.apply_sembunyi(kolom, kolom)
        check_hasil(self.ws.print_area(0, kolom, 0, kolom), "daerah cetak")

    def apply_halaman(
        self,
        *,
        ulang: tuple[int, int] | None = None,
        kolom_ulang: tuple[int, int] | None = None,
        lebar: int = 1,
        potret: bool = False,
        sehalaman: bool = False,
    ) -> None:
        """F4 (landscape unless `potret`), fit to `lebar` pages wide or to a single one, heading rows
        repeated, the footer that says what printing this is."""
        self.halaman = TataHalaman(ulang, kolom_ulang, lebar, potret, sehalaman)
        self.halaman.apply(self.ws)

    def apply_kaki(self) -> None:
        """The footer, legible at the size that the sheet is printed at."""
        if self.halaman:
            akhir = (self.ws.dim_rowmax or 0) if self.halaman.sehalaman else -1
            tinggi = sum(map(self.measure_baris, range(akhir + 1)))
            lebar = [x for kolom, x in self.lebar.items() if kolom < self.kolom_cetak]
            skala = self.halaman.measure_skala(lebar, tinggi)
            teks = build_kaki(self.buku.asal, measure_kaki(skala), potret=self.halaman.potret)
            check_hasil(self.ws.set_footer(teks, {"margin": 0.3}), "kaki halaman")

    def _write_teks(
        self, baris: int, kolom: int, teks: str, fmt: Format, akhir: int | None = None
    ) -> None:
        bersih = clean_teks(teks)
        if not bersih:
            check_hasil(self.ws.write_blank(baris, kolom, None, fmt), self.nama)
            return
        check_hasil(self.ws.write_string(baris, kolom, bersih, fmt), f"{self.nama} {baris} {kolom}")
        rentang = (kolom, kolom if akhir is None else akhir)
        self._lipat.setdefault(baris, []).append((bersih, rentang, fmt))

    def _measure(self, teks: str, rentang: tuple[int, int], fmt: Format) -> float:
        lebar = sum(self.lebar.get(k, 8.43) for k in range(rentang[0], rentang[1] + 1))
        lebar -= MENJOROK * fmt.indent
        ukuran = float(fmt.font_size)
        baris = count_baris(teks, lebar, ukuran, bool(fmt.bold)) if fmt.text_wrap else 1
        return measure_tinggi(baris, ukuran)


def build_buku(tujuan: Path | BinaryIO, cetakan: Cetakan | Kaki, judul: str, opd: str = "") -> Buku:
    """Open a report workbook; equal input gives equal bytes (its date is the printing's)."""
    return Buku(tujuan, cetakan, judul, opd)
