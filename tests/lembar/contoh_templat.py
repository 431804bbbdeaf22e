"""A small template made by XlsxWriter, with every thing the engine must cope with, and its content."""

from __future__ import annotations

import datetime as dt
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import xlsxwriter

from sopkinerja.lembar.isi import BarisIsi, IsiBuku, Rumus, Tautan

KOLOM = ("no", "indikator", "realisasi", "tanggal", "capaian")
BARIS_LAPORAN = range(7, 11)
"""1-based rows of the table `laporan`: four."""

Ubah = Callable[[Any, Mapping[str, Any]], None]


def build_templat(path: Path, ubah: Ubah | None = None, **pilihan: Any) -> Path:
    """Sheets Perbaikan, Laporan, Catatan and the hidden _sopkinerja; `ubah` gets the XlsxWriter
    workbook and its sheets before it closes."""
    buku = xlsxwriter.Workbook(path, pilihan)
    lembar = {n: buku.add_worksheet(n) for n in ("Perbaikan", "Laporan", "Catatan", "_sopkinerja")}
    buka = buku.add_format({"locked": False, "text_wrap": True})
    _perbaikan(lembar["Perbaikan"])
    _laporan(buku, lembar["Laporan"], buka)
    _catatan(lembar["Catatan"], buka)
    lembar["_sopkinerja"].write("A1", "{{kode_formulir}}")
    lembar["_sopkinerja"].hide()
    buku.set_properties({"subject": "{{kode_formulir}}", "title": "Laporan {{nama_opd}}"})
    for satu in lembar.values():
        satu.set_landscape()
        satu.fit_to_pages(1, 0)
    if ubah is not None:
        ubah(buku, lembar)
    buku.close()
    return path


def _perbaikan(lembar: Any) -> None:
    lembar.write("B1", "Perbaikan {{nama_opd}}")
    lembar.write_row("A3", ["kunci:perbaikan", "no", "sel", "temuan"])
    for i in range(3):
        lembar.write(3 + i, 0, str(i + 1))


def _laporan(buku: Any, lembar: Any, buka: Any) -> None:
    tebal = buku.add_format({"bold": True})
    lembar.write("B1", "DINAS {{nama_opd}}", tebal)
    lembar.write_rich_string("B2", "Kode {{ko", tebal, "de_formulir}} tercetak")
    lembar.write_row("B5", ["No", "Indikator", "Realisasi", "Tanggal", "Capaian", "Tetap"])
    lembar.write_row("A6", ["kunci:laporan", *KOLOM])
    lembar.set_column("C:C", 20)
    for i, baris in enumerate(BARIS_LAPORAN):
        lembar.write(baris - 1, 0, i + 1)
        if i == 0:
            lembar.write_blank(baris - 1, 2, None, buka)
            lembar.write_blank(baris - 1, 3, None, buka)
        lembar.write_formula(baris - 1, 5, f'=IF(D{baris}="","",D{baris}*100)', None, "")
        lembar.write(baris - 1, 6, "satuan & <tetap>")
    lembar.write("C12", "Jumlah")
    lembar.write_formula("D12", "=SUM(D7:D10)", None, 0)
    buku.define_name("jumlah_realisasi", "=Laporan!$D$12")
    lembar.data_validation(
        "D7:D10",
        {"validate": "decimal", "criteria": ">=", "value": 0, "input_title": "Isi TW {{tw}}",
         "input_message": "Realisasi {{nama_opd}}, misalnya 12,5"},
    )  # fmt: skip
    lembar.set_footer("&L&8{{kode_formulir}}&R&P dari &N")
    lembar.print_area("A1:G12")


def _catatan(lembar: Any, buka: Any) -> None:
    lembar.write_row("C2", ["uraian", "volume", "kunci:catatan"])
    for i in range(5):
        lembar.write(2 + i, 4, f"C{i + 1}")
    lembar.write_blank("C3", None, buka)
    lembar.write_blank("D3", None, buka)
    lembar.protect("", {"sort": True})


def build_isi(**ganti: Any) -> IsiBuku:
    """Two indicators, one temuan that links to the second, one note."""
    tabel = {
        "laporan": [
            BarisIsi("PLN-01.01", {"no": 1, "indikator": "Nilai <ekspor> & \"impor\"",
                                   "realisasi": 2.5, "tanggal": dt.date(2026, 1, 15),
                                   "capaian": Rumus(250.0)}),
            BarisIsi("PLN-01.02", {"no": 2, "indikator": "=1+1", "capaian": Rumus("")}),
        ],
        "catatan": [BarisIsi("C001", {"uraian": "{{nama_opd}}", "volume": True}), BarisIsi("C002", {})],
        "perbaikan": [
            BarisIsi("P01", {"no": 1, "sel": Tautan("Laporan D8", "laporan", "PLN-01.02", "realisasi"),
                             "temuan": "Realisasi belum diisi."}),
        ],
    }  # fmt: skip
    if "laporan" in ganti.get("tabel", {}):
        tabel["perbaikan"] = []
    return IsiBuku(
        penanda={"nama_opd": "A & <B>", "kode_formulir": "2026/R&D", "tw": "I"}
        | ganti.get("penanda", {}),
        tabel={n: t for n, t in (tabel | ganti.get("tabel", {})).items() if t is not None},
        rumus=ganti.get("rumus", {"jumlah_realisasi": 2.5}),
    )


def edit_paket(
    path: Path, ubah: Callable[[str, bytes], bytes], tambah: Mapping[str, bytes] | None = None
) -> Path:
    """Rewrites the parts of a package as another program might have saved them."""
    with zipfile.ZipFile(path) as zip_:
        bagian = {n: ubah(n, zip_.read(n)) for n in zip_.namelist()}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as zip_:
        for nama, isi in (bagian | dict(tambah or {})).items():
            zip_.writestr(nama, isi)
    return path
