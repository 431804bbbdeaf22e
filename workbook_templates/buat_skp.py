"""Makes the shipped template of the SKP; equal input gives equal bytes.

python workbook_templates/buat_skp.py [FOLDER]
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from kerangka import HURUF_KAKI, KERTAS_FOLIO, TANGGAL_BUAT, Buku, sebut_pihak
from triwulan import warna

from sopkinerja.formulir.teks import KAKI_KANAN
from sopkinerja.mandat import teks_skp as teks
from sopkinerja.mandat.tabel_skp import PIHAK, TABEL, TAMBAHAN, UTAMA

AKHIR = UTAMA.kolom_akhir
GARIS = {"top": 1, "left": 1, "right": 1, "border_color": "#8EA9C8"}
TERSAMBUNG = ("no", "rhk_pimpinan", "rhk")
"""What stands once for several indicators: a line only where a text begins."""


def skp(buku: Buku) -> None:
    """The one sheet: letterhead, parties, hasil kerja, signatures."""
    ws = _lembar(buku)
    _kepala(buku, ws)
    _pihak(buku, ws)
    baris = UTAMA.kepala - 3
    for k in UTAMA.kolom:
        ws.write_string(baris, UTAMA.tempat[k.kunci], k.judul, buku.gaya("kepala"))
    ws.set_row(baris, 28)
    ws.repeat_rows(baris)
    for tabel, judul in ((UTAMA, teks.UTAMA), (TAMBAHAN, teks.TAMBAHAN)):
        _hasil(buku, ws, tabel, judul)
    buku.gabung(ws, TAMBAHAN.akhir, (1, AKHIR), teks.PERILAKU, "kaki_tabel")
    ws.set_row(TAMBAHAN.akhir, 16)
    pihak = (
        ((1, 3), f"\n{teks.TTD_DINILAI}", sebut_pihak("dinilai")),
        ((5, AKHIR), f"{{{{tempat_tanggal}}}}\n{teks.TTD_PENILAI}", sebut_pihak("penilai")),
    )
    buku.tanda_tangan(ws, TAMBAHAN.akhir + 1, 124, pihak)


def _lembar(buku: Buku) -> Any:
    ws = buku.wb.add_worksheet(teks.LEMBAR)
    ws.hide_gridlines(2)
    ws.set_paper(KERTAS_FOLIO)
    ws.set_landscape()
    ws.set_margins(left=0.5, right=0.5, top=0.4, bottom=0.6)
    ws.fit_to_pages(1, 0)
    ws.center_horizontally()
    ws.set_footer(
        f"&L{HURUF_KAKI}{{{{kaki}}}}&C{HURUF_KAKI}{{{{kaki_versi}}}}&R{HURUF_KAKI}{KAKI_KANAN}"
    )
    ws.protect(
        "", {"format_cells": True, "format_columns": True, "format_rows": True, "objects": True}
    )
    ws.set_column(0, 0, 8, None, {"hidden": True})
    for k in UTAMA.kolom:
        i = UTAMA.tempat[k.kunci]
        ws.set_column(i, i, k.lebar)
    return ws


def _kepala(buku: Buku, ws: Any) -> None:
    for baris, (isi, gaya, tinggi) in enumerate(
        (
            ("{{pemda_kapital}}", "pemda", 15),
            ("{{opd_kapital}}", "opd", 19),
            ("{{kontak}}", "kontak", 14),
            (teks.JUDUL, "judul", 26),
            (teks.PERIODE, "tengah_polos", 18),
        )
    ):
        buku.gabung(ws, baris, (1, AKHIR), isi, gaya)
        ws.set_row(baris, tinggi)


def _pihak(buku: Buku, ws: Any) -> None:
    """Both parties beside each other, as one table."""
    buku.baris_tabel(ws, PIHAK)
    kepala, kanan = PIHAK.kepala - 1, PIHAK.tempat["butir_penilai"]
    buku.gabung(ws, kepala, (2, kanan - 1), teks.DINILAI, "kepala")
    buku.gabung(ws, kepala, (kanan, AKHIR), teks.PENILAI, "kepala")
    for baris in range(PIHAK.awal - 1, PIHAK.akhir):
        ws.write_blank(baris, AKHIR, None, buku.gaya("tutup"))
    buku.gabung(ws, PIHAK.akhir, (1, AKHIR), teks.HASIL_KERJA, "bagian")
    ws.set_row(PIHAK.akhir, 22)


def _hasil(buku: Buku, ws: Any, tabel: Any, judul: str) -> None:
    """A band, then the rows of hasil kerja."""
    buku.baris_tabel(ws, tabel)
    buku.gabung(ws, tabel.kepala - 1, (1, AKHIR), judul, "total")
    ws.set_row(tabel.kepala - 1, 16)
    for kunci in TERSAMBUNG:
        sel = tabel.sel(kunci)
        warna(ws, tabel.daerah(kunci), f'={sel}<>""', buku.gaya_sel(**GARIS))


def build_skp(tujuan: Path) -> None:
    """The template of the SKP."""
    buku = Buku(tujuan, teks, TABEL)
    buku.wb.set_properties({"title": "{{judul_berkas}}", "created": TANGGAL_BUAT})
    skp(buku)
    buku.wb.close()


if __name__ == "__main__":
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent
    build_skp(folder / "skp.xlsx")
