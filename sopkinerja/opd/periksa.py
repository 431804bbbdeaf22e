"""Periksa_Referensi.xlsx: a copy of referensi with its faulty cells coloured, and the list of them."""

from __future__ import annotations

import io
import re
import warnings
from collections.abc import Mapping, Sequence
from typing import Any

from lxml import etree
from openpyxl import Workbook, load_workbook
from openpyxl.cell import Cell
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from sopkinerja.cetak.gaya import HURUF, clean_teks
from sopkinerja.cetak.halaman import KERTAS_F4
from sopkinerja.judul_langkah import render_di_kertas
from sopkinerja.katalog import Tingkat
from sopkinerja.lembar.huruf import count_baris, measure_tinggi
from sopkinerja.lembar.kemas import pack
from sopkinerja.lembar.ooxml import parse, read_bagian, serialize
from sopkinerja.opd.baca import Grid
from sopkinerja.opd.baris import read_teks_sel
from sopkinerja.temuan import Temuan

WARNA = {Tingkat.GALAT: "F8B4A0", Tingkat.PERINGATAN: "FFE699", Tingkat.INFO: "DDEBF7"}
KOLOM = (
    ("No", 5), ("Tingkat", 11), ("Lembar", 10), ("Sel", 7), ("Isi sel", 22),
    ("Yang ditemukan", 46), ("Yang harus dilakukan", 46), ("Referensi", 10),
)  # fmt: skip
BARIS_KEPALA = 5
URUTAN_HURUF = (
    "b", "i", "strike", "condense", "extend", "outline", "shadow", "u", "vertAlign", "sz", "color",
    "name", "family", "charset", "scheme",
)  # fmt: skip
_JAM = re.compile(rb"<dcterms:(created|modified)[^>]*>[^<]*</dcterms:\1>")
_JUDUL = "Yang perlu diperbaiki di referensi.xlsx"
_CARA = (
    "Ini salinan untuk dilihat, dibuat baru setiap kali referensi diperiksa. Perbaiki di "
    "referensi.xlsx, simpan, lalu ulangi perintahnya. Klik Sel untuk melihat selnya di salinan ini "
    "(merah galat, kuning peringatan; arahkan kursor ke selnya untuk membaca catatannya), atau klik "
    "kolom terakhir untuk membuka sel itu di referensi.xlsx."
)


def render_periksa(asal: bytes, grid: Mapping[str, Grid], temuan: Sequence[Temuan]) -> bytes:
    """The workbook: the office's own as far as it can be copied, else its cells alone."""
    urut = sorted(temuan, key=lambda t: list(Tingkat).index(t.tingkat))
    buku = _copy_buku(asal, grid) or _build_polos(grid)
    try:
        return _render(buku, grid, urut)
    except Exception:  # what was read of an odd workbook can't always be written again
        return _render(_build_polos(grid), grid, urut)


def _render(buku: Workbook, grid: Mapping[str, Grid], temuan: Sequence[Temuan]) -> bytes:
    for lembar in buku.worksheets:
        lembar.protection.sheet = True
        lembar.sheet_view.tabSelected = False
    _tandai(buku, temuan)
    daftar = buku.create_sheet(_find_nama(buku), 0)
    _write_daftar(daftar, buku, grid, temuan)
    buku.active = 0
    buku.properties.title = "Periksa referensi sopkinerja"
    hasil = io.BytesIO()
    buku.save(hasil)
    return _rapikan(hasil.getvalue())


def _rapikan(isi: bytes) -> bytes:
    """The properties of each font in the order that the standard wants and openpyxl doesn't keep;
    no hour of saving, so that the same faults make the same file."""
    semua = read_bagian(isi)
    semua["docProps/core.xml"] = _JAM.sub(b"", semua["docProps/core.xml"])
    akar = parse(semua["xl/styles.xml"])
    for huruf in akar.iterfind("{*}fonts/{*}font"):
        huruf[:] = sorted(huruf, key=lambda el: URUTAN_HURUF.index(etree.QName(el).localname))
    return pack((semua | {"xl/styles.xml": serialize(akar).encode()}).items())


def _copy_buku(asal: bytes, grid: Mapping[str, Grid]) -> Workbook | None:
    """The workbook as it is; None where the copy wouldn't show every cell that was read."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            buku = load_workbook(io.BytesIO(asal))
    except Exception:  # it raises a zoo of errors on files that other programs read
        return None
    return buku if _is_lengkap(buku, grid) else None


def _is_lengkap(buku: Workbook, grid: Mapping[str, Grid]) -> bool:
    return all(
        nama in buku.sheetnames and buku[nama][sel.alamat].value is not None
        for nama, baris in grid.items()
        for sel in (s for b in baris for s in b)
        if not sel.is_kosong and not sel.gabungan
    )


def _build_polos(grid: Mapping[str, Grid]) -> Workbook:
    """The cells alone, each at its address."""
    buku = Workbook()
    buku.remove(buku.worksheets[0])
    for nama, baris in grid.items():
        lembar = buku.create_sheet(nama)
        for sel in (s for b in baris for s in b if not s.is_kosong or s.galat):
            _isi(lembar[sel.alamat], sel.galat or read_teks_sel(sel))
        for kolom in "ABCDEFGHIJKLMNOPQRSTUVWX":
            lembar.column_dimensions[kolom].width = 18
    return buku


def _tandai(buku: Workbook, temuan: Sequence[Temuan]) -> None:
    """Each faulty cell in its colour, with a note that says what is wrong and what to do."""
    per_sel: dict[tuple[str, str], list[Temuan]] = {}
    for t in temuan:
        if _is_bertempat(buku, t):
            per_sel.setdefault((t.letak.lembar, t.letak.sel), []).append(t)
    for (lembar, alamat), semua in per_sel.items():
        sel = buku[lembar][alamat]
        sel.fill = PatternFill("solid", fgColor=WARNA[semua[0].tingkat])
        if isinstance(sel, Cell):
            teks = "\n\n".join(
                f"{t.tingkat.value}: {t.pesan}\n→ {render_di_kertas(t.saran)}" for t in semua
            )
            lama = f"{sel.comment.text}\n\n" if sel.comment else ""
            tinggi = min(90 + len(teks) // 2, 420)
            sel.comment = Comment(clean_teks(lama + teks), "sopkinerja", tinggi, 360)


def _is_bertempat(buku: Workbook, temuan: Temuan) -> bool:
    return bool(temuan.letak.sel) and temuan.letak.lembar in buku.sheetnames


def _find_nama(buku: Workbook) -> str:
    calon = ("Periksa", *(f"Periksa ({n})" for n in range(2, 100)))
    ada = {n.casefold() for n in buku.sheetnames}
    return next(n for n in calon if n.casefold() not in ada)


def _write_daftar(
    lembar: Worksheet, buku: Workbook, grid: Mapping[str, Grid], temuan: Sequence[Temuan]
) -> None:
    jumlah = {t: sum(x.tingkat is t for x in temuan) for t in Tingkat}
    ringkas = ", ".join(f"{n} {t.value}" for t, n in jumlah.items() if n)
    for baris, (teks, ukuran) in enumerate(((_JUDUL, 14), (f"{ringkas}.", 10), (_CARA, 9)), 1):
        _isi(lembar.cell(baris, 1), teks, Font(name=HURUF, size=ukuran, bold=baris < 3))
        lembar.merge_cells(start_row=baris, end_row=baris, start_column=1, end_column=len(KOLOM))
    lembar.row_dimensions[3].height = 40
    for nomor, (judul, lebar) in enumerate(KOLOM, 1):
        kepala = lembar.cell(BARIS_KEPALA, nomor)
        _isi(kepala, judul, Font(name=HURUF, size=9, bold=True, color="FFFFFF"))
        kepala.fill = PatternFill("solid", fgColor="1F4E79")
        lembar.column_dimensions[get_column_letter(nomor)].width = lebar
    isi = {(s.lembar, s.alamat): s for b in grid.values() for baris in b for s in baris}
    for nomor, t in enumerate(temuan, 1):
        sel = isi.get((t.letak.lembar, t.letak.sel))
        ada = (sel.galat or read_teks_sel(sel)) if sel else ""
        _write_temuan(lembar, nomor, t, ada, bertaut=_is_bertempat(buku, t))
    _atur(lembar, BARIS_KEPALA + len(temuan))


def _write_temuan(
    lembar: Worksheet, nomor: int, temuan: Temuan, isi: str, *, bertaut: bool
) -> None:
    letak, baris = temuan.letak, BARIS_KEPALA + nomor
    buka = "buka" if bertaut else ""
    teks: tuple[Any, ...] = (
        nomor, temuan.tingkat.value, letak.lembar, letak.sel, isi, temuan.pesan,
        render_di_kertas(temuan.saran), buka,
    )  # fmt: skip
    garis = Border(bottom=Side("hair", color="8FA3B5"))
    for kolom, satu in enumerate(teks, 1):
        sel = lembar.cell(baris, kolom)
        _isi(sel, satu)
        sel.border = garis
    lembar.cell(baris, 1).alignment = Alignment("center", "top")
    lembar.cell(baris, 2).fill = PatternFill("solid", fgColor=WARNA[temuan.tingkat])
    if bertaut:
        tempat = f"'{letak.lembar.replace(chr(39), chr(39) * 2)}'!{letak.sel}"
        for kolom, sasaran in ((4, None), (len(KOLOM), "referensi.xlsx")):
            sel = lembar.cell(baris, kolom)
            sel.hyperlink = Hyperlink(ref=sel.coordinate, target=sasaran, location=tempat)
            sel.font = Font(name=HURUF, size=9, color="0563C1", underline="single")
    banyak = [count_baris(str(t), w, 9) for t, (_, w) in zip(teks, KOLOM, strict=True)]
    lembar.row_dimensions[baris].height = measure_tinggi(max(banyak), 9)


def _isi(sel: Any, nilai: Any, huruf: Font | None = None) -> None:
    """A text stays a text, whatever it begins with."""
    sel.value = nilai if isinstance(nilai, int) else clean_teks(nilai) or None
    if isinstance(nilai, str) and sel.value is not None:
        sel.data_type = "s"
    sel.font = huruf or Font(name=HURUF, size=9)
    sel.alignment = Alignment(vertical="top", wrap_text=True)


def _atur(lembar: Worksheet, akhir: int) -> None:
    """On paper, and while somebody scrolls and filters."""
    lembar.auto_filter.ref = f"A{BARIS_KEPALA}:H{akhir}"
    lembar.freeze_panes = f"A{BARIS_KEPALA + 1}"
    lembar.sheet_view.showGridLines = False
    lembar.sheet_view.tabSelected = True
    lembar.page_setup.orientation = "landscape"
    lembar.page_setup.paperSize = KERTAS_F4
    lembar.page_setup.fitToHeight = 0
    lembar.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    if kaki := lembar.oddFooter:
        kaki.left.text, kaki.right.text = _JUDUL, "Halaman &P dari &N"
    lembar.print_title_rows = f"{BARIS_KEPALA}:{BARIS_KEPALA}"
