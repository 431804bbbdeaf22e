"""Runs under the system's python3 (which has UNO): restyles a template as an office would.

Argument: JSON with `berkas`, `tujuan`, `gambar`, `lembar`, `pecah` (a cell whose marker gets two
fonts), `sisip` (a column to insert before), `tukar` (two columns) and `baris` (first and last row
of the table), rows and columns 0-based and as before the restyle; `petunjuk` (sheet, cell, text).
"""

import json
import os
import subprocess
import sys
import tempfile
import time

import uno
from com.sun.star.awt import Point, Size
from com.sun.star.beans import PropertyValue
from com.sun.star.table import CellAddress, CellRangeAddress

BARIS_BARU = 3


def sifat(**nilai):
    return tuple(PropertyValue(Name=n, Value=v) for n, v in nilai.items())


def sambung(pipa):
    lokal = uno.getComponentContext()
    pencari = lokal.ServiceManager.createInstanceWithContext(
        "com.sun.star.bridge.UnoUrlResolver", lokal
    )
    batas = time.monotonic() + 1800
    while True:
        try:
            konteks = pencari.resolve(f"uno:pipe,name={pipa};urp;StarOffice.ComponentContext")
            return konteks.ServiceManager.createInstanceWithContext(
                "com.sun.star.frame.Desktop", konteks
            )
        except Exception:
            if time.monotonic() > batas:
                raise
            time.sleep(0.1)


def ganti_huruf(lembar):
    kursor = lembar.createCursor()
    kursor.gotoEndOfUsedArea(False)
    akhir = kursor.RangeAddress
    semua = lembar.getCellRangeByPosition(0, 0, akhir.EndColumn, akhir.EndRow)
    semua.CharFontName = "Liberation Serif"
    semua.CharHeight = 10


def pecah_penanda(lembar, kolom, baris):
    """The second half of the marker in bold."""
    sel = lembar.getCellByPosition(kolom, baris)
    kursor = sel.createTextCursor()
    kursor.gotoStart(False)
    kursor.goRight(sel.String.index("{{") + 5, False)
    kursor.gotoEnd(True)
    kursor.CharWeight = 150.0


def pindah(lembar, dari, ke, awal, akhir):
    nomor = lembar.RangeAddress.Sheet
    daerah = CellRangeAddress(nomor, dari, awal, dari, akhir)
    lembar.moveRange(CellAddress(nomor, ke, awal), daerah)


def pasang_logo(dokumen, lembar, gambar):
    bentuk = dokumen.createInstance("com.sun.star.drawing.GraphicObjectShape")
    bentuk.GraphicURL = uno.systemPathToFileUrl(gambar)
    lembar.DrawPage.add(bentuk)
    bentuk.Position, bentuk.Size = Point(500, 100), Size(1200, 1200)


def pugar(dokumen, p):
    for s in dokumen.Sheets:
        s.unprotect("")
        ganti_huruf(s)
    lembar = dokumen.Sheets.getByName(p["lembar"])
    pecah_penanda(lembar, *p["pecah"])
    satu, dua = p["tukar"]
    for awal, akhir in p["baris"]:
        pindah(lembar, satu, 100, awal, akhir)
        pindah(lembar, dua, satu, awal, akhir)
        pindah(lembar, 100, dua, awal, akhir)
    lembar.Columns.insertByIndex(p["sisip"], 1)
    lembar.getCellByPosition(p["sisip"], awal).String = "Kolom kantor"
    lembar.Rows.insertByIndex(0, BARIS_BARU)
    lembar.getCellByPosition(2, 0).String = "PEMERINTAH PROVINSI CONTOH"
    pasang_logo(dokumen, lembar, p["gambar"])
    nama, sel, teks = p["petunjuk"]
    dokumen.Sheets.getByName(nama).getCellRangeByName(sel).String = teks
    for s in dokumen.Sheets:
        s.protect("")


def main():
    p = json.loads(sys.argv[1])
    with tempfile.TemporaryDirectory() as folder:
        pipa = f"pugar{os.getpid()}"
        soffice = subprocess.Popen(
            ["soffice", f"-env:UserInstallation=file://{folder}/profil", "--headless",
             "--norestore", "--nologo", f"--accept=pipe,name={pipa};urp"],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        try:
            desktop = sambung(pipa)
            url = uno.systemPathToFileUrl(p["berkas"])
            dokumen = desktop.loadComponentFromURL(url, "_blank", 0, sifat(Hidden=True))
            pugar(dokumen, p)
            dokumen.storeToURL(
                uno.systemPathToFileUrl(p["tujuan"]),
                sifat(FilterName="Calc MS Excel 2007 XML", Overwrite=True),
            )
            dokumen.close(True)
            desktop.terminate()
        finally:
            try:
                soffice.wait(20)
            except subprocess.TimeoutExpired:
                soffice.terminate()


main()
