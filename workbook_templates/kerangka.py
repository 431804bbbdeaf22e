"""The shared frame of the shipped templates: styles, tables with their keys, protection, pages."""

from __future__ import annotations

import datetime as dt
import re
import sys
from collections.abc import Sequence
from pathlib import Path
from types import ModuleType
from typing import Any

import xlsxwriter

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from sopkinerja.formulir import teks as teks_formulir
from sopkinerja.laporan import teks
from sopkinerja.lembar.huruf import count_baris, measure_tinggi
from sopkinerja.lembar.tabel import Tabel

TANGGAL_BUAT = dt.datetime(2026, 1, 1, 8, 0, 0)
KERTAS_FOLIO = 14
BIRU, BIRU_MUDA, KUNING, GARIS = "#1F3864", "#DCE6F1", "#FFF9D9", "#8EA9C8"
MERAH_MUDA, JINGGA = "#F8CBCB", "#FCE4D6"
HURUF_KAKI = '&"Arial,Regular"&10'
"""LibreOffice scales a footer with its sheet: at seven tenths it can still be read."""
KOP_HALAMAN = '&C&"Arial,Regular"&11{{kop_pemda}}\n&"Arial,Bold"&14{{kop_opd}}\n&"Arial,Regular"&11{{kop_kontak}}'
"""On paper above each page; on the screen the rows that stay in view are the table's own."""
PENANDA, PANJANG_PENANDA = re.compile(r"\{\{\w+\}\}"), 20
"""A marker, and how long its text is taken to be where no example of it is known."""
INDONESIA = "[$-421]"
BULAT, PECAHAN = f"{INDONESIA}#,##0_)", f"{INDONESIA}#,##0.0#####_)"
"""A figure keeps so far from the right as not to touch the text beside it; an indent costs three
times the room, and LibreOffice loses it in some cells."""
HURUF = {"font_name": "Arial", "font_size": 10, "font_scheme": False}
"""Normal of every template: the width of a column counts its digits, and phones and LibreOffice
have this one. A scheme would put the theme's font in its place."""
TINGGI_BAKU, LEBAR_BAKU = 17, 64
"""Of a row and a column in that font, in pixels."""
DASAR = {**HURUF, "valign": "top"}
SEL = {**DASAR, "border": 1, "border_color": GARIS, "text_wrap": True}
KANAN = {"align": "right", "shrink": True, "text_wrap": False}
GAYA: dict[str, dict[str, Any]] = {
    "pemda": {**DASAR, "font_size": 11, "align": "center", "valign": "vcenter"},
    "opd": {**DASAR, "font_size": 14, "bold": True, "align": "center", "valign": "vcenter"},
    "kontak": {**DASAR, "align": "center", "valign": "vcenter", "bottom": 6},
    "judul_kiri": {**DASAR, "font_size": 12, "bold": True, "valign": "vcenter", "font_color": BIRU,
                   "top": 6},
    "kode_kanan": {**DASAR, "align": "right", "valign": "vcenter", "top": 6,
                   "font_color": "#595959"},
    "judul": {**DASAR, "font_size": 13, "bold": True, "align": "center", "valign": "vcenter",
              "font_color": BIRU},
    "label": {**DASAR, "font_color": "#595959", "valign": "vcenter"},
    "nilai": {**DASAR, "bold": True, "valign": "vcenter", "shrink": True},
    "ket": {**DASAR, "italic": True, "font_color": "#595959", "text_wrap": True,
            "valign": "vcenter"},
    "sisa": {**DASAR, "font_size": 11, "bold": True, "font_color": BIRU, "valign": "vcenter",
             "bg_color": BIRU_MUDA, "indent": 1},
    "batas": {**DASAR, "font_size": 12, "bold": True, "font_color": "#C00000", "valign": "vcenter"},
    "kepala": {**SEL, "bold": True, "align": "center", "valign": "vcenter", "bg_color": BIRU,
               "font_color": "#FFFFFF"},
    "kepala_isi": {**SEL, "bold": True, "align": "center", "valign": "vcenter",
                   "bg_color": "#2E75B6", "font_color": "#FFFFFF"},
    "teks": SEL,
    "sebaris": {**SEL, "shrink": True, "text_wrap": False},
    "terbuka": {**SEL, "locked": False},
    "tengah": {**SEL, "align": "center"},
    "isian": {**SEL, **KANAN},
    "angka": {**SEL, **KANAN, "num_format": "[$-421]General"},
    "rupiah": {**SEL, **KANAN, "num_format": BULAT},
    "volume": {**SEL, **KANAN, "num_format": "[$-421]General"},
    "persen": {**SEL, **KANAN, "num_format": f"{INDONESIA}#,##0.00_)"},
    "tanggal": {**SEL, "align": "center", "num_format": "dd/mm/yyyy"},
    "periksa": {**SEL, "font_color": "#C00000"},
    "tautan": {**SEL, "font_color": "#0563C1", "underline": 1},
    "total": {**SEL, "bold": True, "bg_color": BIRU_MUDA},
    "total_rupiah": {**SEL, **KANAN, "bold": True, "bg_color": BIRU_MUDA, "num_format": BULAT},
    "polos": DASAR,
    "bungkus": {**DASAR, "font_size": 11, "text_wrap": True},
    "nomor": {**DASAR, "font_size": 11, "bold": True, "align": "center", "font_color": BIRU},
    "langkah": {**DASAR, "font_size": 11, "bold": True, "text_wrap": True, "font_color": BIRU},
    "sapaan": {**DASAR, "text_wrap": True, "valign": "vcenter"},
    "pemda_lipat": {**DASAR, "align": "center", "valign": "vcenter", "text_wrap": True},
    "opd_lipat": {**DASAR, "font_size": 12, "bold": True, "align": "center", "valign": "vcenter",
                  "text_wrap": True},
    "kontak_lipat": {**DASAR, "align": "center", "valign": "vcenter", "bottom": 6,
                     "text_wrap": True},
    "judul_lipat": {**DASAR, "font_size": 12, "bold": True, "align": "center", "valign": "vcenter",
                    "font_color": BIRU, "text_wrap": True},
    "terbuka_tengah": {**SEL, "locked": False, "align": "center"},
    "sambung": {**DASAR, "left": 1, "right": 1, "border_color": GARIS, "text_wrap": True,
                "locked": False},
    "sambung_tengah": {**DASAR, "left": 1, "right": 1, "border_color": GARIS, "align": "center",
                       "locked": False},
    "buka": {**SEL, "right": 0},
    "tutup": {**SEL, "left": 0},
    "tengah_polos": {**DASAR, "align": "center", "valign": "vcenter"},
    "bagian": {**DASAR, "font_size": 11, "bold": True, "valign": "vcenter", "font_color": BIRU},
    "kaki_tabel": {**DASAR, "italic": True, "font_color": "#595959", "text_wrap": True, "top": 1,
                   "border_color": GARIS},
    "ttd": {**DASAR, "align": "center", "text_wrap": True},
}  # fmt: skip


APA_PIHAK = ("jabatan", "nama", "pangkat", "nip")
Pihak = tuple[tuple[int, int], str, Sequence[str]]
"""One signature: its columns, what stands above it, and the markers of APA_PIHAK."""


def sebut_pihak(siapa: str) -> tuple[str, ...]:
    """The markers of someone who signs: `jabatan_atasan`, `nama_atasan` and so on."""
    return tuple(f"{apa}_{siapa}" for apa in APA_PIHAK)


class Buku:
    """A workbook under construction; formats are made once for each style. `teks` holds the texts
    of its form, `semua` its tables."""

    def __init__(
        self, tujuan: Path, teks_formulir: ModuleType = teks, tabel: Sequence[Tabel] = ()
    ) -> None:
        self.teks, self.semua = teks_formulir, tabel
        self.wb = xlsxwriter.Workbook(
            tujuan,
            {
                "strings_to_formulas": False,
                "strings_to_urls": False,
                "strings_to_numbers": False,
                "default_format_properties": HURUF,
                "default_row_height": TINGGI_BAKU,
                "default_column_width": LEBAR_BAKU,
            },
        )
        self.wb.set_properties(
            {"title": "{{judul_berkas}}", "subject": "{{kode_formulir}}", "created": TANGGAL_BUAT}
        )
        self._format: dict[tuple[str, bool], Any] = {}

    def gaya(self, nama: str, isian: bool = False) -> Any:
        """The format of that name; `isian` unlocks it and gives it the input colour."""
        if (nama, isian) not in self._format:
            sifat = dict(GAYA[nama])
            if isian:
                sifat |= {"locked": False, "bg_color": KUNING}
            self._format[nama, isian] = self.wb.add_format(sifat)
        return self._format[nama, isian]

    def gaya_sel(self, **sifat: Any) -> Any:
        """A format for a conditional format."""
        return self.wb.add_format(sifat)

    def lembar(self, nama: str, tegak: bool = False, *, kop: bool = False) -> Any:
        """A protected sheet on F4, one page wide, kode formulir and page number in its footer; `kop`
        puts the letterhead into its header."""
        ws = self.wb.add_worksheet(nama)
        ws.hide_gridlines(2)
        ws.set_paper(KERTAS_FOLIO)
        if not tegak:
            ws.set_landscape()
        ws.set_margins(left=0.4, right=0.4, top=1.0 if kop else 0.5, bottom=0.6)
        if kop:
            ws.set_header(KOP_HALAMAN, {"margin": 0.3, "scale_with_doc": False})
        ws.fit_to_pages(1, 0)
        ws.center_horizontally()
        tengah = "" if tegak else f"&C{HURUF_KAKI}{teks_formulir.KAKI_TENGAH}"
        ws.set_footer(
            f"&L{HURUF_KAKI}{teks_formulir.KAKI_KIRI}{tengah}&R{HURUF_KAKI}{teks_formulir.KAKI_KANAN}",
            {"scale_with_doc": False},
        )
        ws.protect("", {"format_columns": True, "format_rows": True, "objects": True})
        return ws

    def tabel(self, ws: Any, tabel: Tabel) -> None:
        """Keys, headings and empty rows of a table; the hidden key row is the first of the sheet, so
        that none lies among the rows that stay in view (`bekukan`)."""
        ws.set_column(0, 0, 8, None, {"hidden": True})
        for k in tabel.kolom:
            i = tabel.tempat[k.kunci]
            ws.set_column(i, i, k.lebar, None, {"hidden": True} if k.is_tersembunyi else {})
        self.baris_tabel(ws, tabel, 0)
        ws.repeat_rows(tabel.kepala - 1)

    def bekukan(self, ws: Any, tabel: Tabel, kolom: int = 0) -> None:
        """Rows down to the headings, and the columns before `kolom` (0-based), stay in view.

        Excel counts them from the first that is seen, LibreOffice from the view's corner: that is
        behind the hidden row and column, so that both mean the same.
        """
        kiri = 1 if kolom else 0
        ws.freeze_panes(tabel.kepala - 1, kolom - kiri, tabel.kepala, kolom)
        ws.set_top_left_cell(1, kiri)

    def baris_tabel(self, ws: Any, tabel: Tabel, kunci: int | None = None) -> None:
        """The same where several tables share a sheet: widths and page are its builder's, the keys
        (row `kunci`, 0-based) stand above the headings."""
        kepala = tabel.kepala - 1
        kunci = kepala - 1 if kunci is None else kunci
        ws.write_string(kunci, 0, f"kunci:{tabel.nama}", self.gaya("polos"))
        for k in tabel.kolom:
            i = tabel.tempat[k.kunci]
            ws.write_string(kunci, i, k.kunci, self.gaya("polos"))
            if k.judul:
                gaya = self.gaya("kepala_isi" if k.isian else "kepala")
                ws.write_string(kepala, i, k.judul, gaya)
        ws.set_row(kunci, None, None, {"hidden": True})
        for nomor, kunci_baris in enumerate(tabel.kunci, tabel.awal):
            self._baris(ws, tabel, nomor, kunci_baris)

    def _baris(self, ws: Any, tabel: Tabel, nomor: int, kunci: str) -> None:
        ws.write_string(nomor - 1, 0, kunci, self.gaya("polos"))
        for k in tabel.kolom:
            gaya, i = self.gaya(k.gaya, k.isian), tabel.tempat[k.kunci]
            if k.rumus:
                rumus = tabel.render(k.rumus, nomor, self.semua)
                ws.write_formula(nomor - 1, i, rumus, gaya, "")
            else:
                ws.write_blank(nomor - 1, i, None, gaya)

    def nama(self, nama: str, lembar: str, sel: str) -> None:
        """A defined name for a formula cell outside tables."""
        self.wb.define_name(nama, f"='{lembar}'!{sel}")

    def gabung(self, ws: Any, baris: int, kolom: tuple[int, int], isi: str, gaya: str) -> None:
        """Text over several columns of one row (0-based)."""
        if kolom[0] == kolom[1]:
            ws.write_string(baris, kolom[0], isi, self.gaya(gaya))
        else:
            ws.merge_range(baris, kolom[0], baris, kolom[1], isi, self.gaya(gaya))

    def tanda_tangan(
        self, ws: Any, baris: int, tinggi: float, daftar_pihak: Sequence[Pihak]
    ) -> None:
        """All signatures in one tall row (0-based; points), so that no page break can part them."""
        ws.set_row(baris, tinggi)
        tebal = self.wb.add_format({**HURUF, "bold": True, "underline": 1})
        biasa = self.wb.add_format(HURUF)
        for kolom, pengantar, penanda in daftar_pihak:
            jabatan, nama, pangkat, nip = (f"{{{{{apa}}}}}" for apa in penanda)
            ws.merge_range(baris, kolom[0], baris, kolom[1], "", self.gaya("ttd"))
            ws.write_rich_string(
                baris, kolom[0],
                biasa, f"{pengantar}\n{jabatan}\n\n\n\n",
                tebal, nama,
                biasa, f"\n{pangkat}\n{nip}",
                self.gaya("ttd"),
            )  # fmt: skip

    def langkah(self, ws: Any, baris: int, kolom: int, judul: str, isi: str) -> None:
        """A step of the instructions: what to do, and below it how."""
        tebal = self.wb.add_format({**HURUF, "bold": True, "font_color": BIRU})
        biasa = self.wb.add_format(HURUF)
        ws.write_rich_string(baris, kolom, tebal, judul, biasa, f"\n{isi}", self.gaya("bungkus"))

    def pesan(self, ws: Any, tabel: Tabel, kunci: str, **aturan: Any) -> None:
        """The input message of a field over all its rows, and what may be typed there."""
        bantuan = next(k.bantuan for k in tabel.kolom if k.kunci == kunci)
        assert bantuan is not None, kunci
        aturan = {
            "validate": "any",
            "input_title": bantuan[0],
            "input_message": bantuan[1],
            **aturan,
        }
        kode = ws.data_validation(tabel.daerah(kunci), aturan)
        assert kode in (0, None), f"validasi {tabel.nama}.{kunci} ditolak XlsxWriter"


def salah(pesan: tuple[str, str], jenis: str = "warning") -> dict[str, str]:
    """Error message of a validation: a warning lets the value through when confirmed."""
    return {"error_type": jenis, "error_title": pesan[0], "error_message": pesan[1]}


def ukur_teks(isi: str, lebar: float, ukuran: float = 10, *, tebal: bool = False) -> float:
    """The height in points of a text in a column `lebar` wide, once its examples are filled in."""
    for nama, contoh in teks.CONTOH.items():
        isi = isi.replace(f"{{{{{nama}}}}}", contoh)
    isi = PENANDA.sub("x" * PANJANG_PENANDA, isi)
    return measure_tinggi(count_baris(isi, lebar, ukuran, tebal), ukuran)


def angka() -> dict[str, Any]:
    """Any number."""
    return {"validate": "decimal", "criteria": "between", "minimum": -1e15, "maximum": 1e15,
            **salah(teks_formulir.SALAH_ANGKA)}  # fmt: skip


def daftar(
    sumber: str | Sequence[str],
    pesan: tuple[str, str] = teks_formulir.SALAH_PILIHAN,
    jenis: str = "stop",
) -> dict[str, Any]:
    """A dropdown; a value outside it is refused (or, as a warning, asked about)."""
    isi = sumber if isinstance(sumber, str) else list(sumber)
    return {"validate": "list", "source": isi, **salah(pesan, jenis)}
