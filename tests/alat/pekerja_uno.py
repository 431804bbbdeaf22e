"""Runs under the system's python3 (which has UNO): one order a line on stdin, one answer a line.

Not imported by the tests: tests/alat/libreoffice.py starts it and says what the orders are.
"""

import datetime
import json
import os
import sys
import time
import traceback

import uno
from com.sun.star.beans import PropertyValue

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import pekerja_cetak
import pekerja_tangan
from pekerja_cetak import nama_kolom

FILTER = {
    "xlsx": "Calc MS Excel 2007 XML",
    "ods": "calc8",
    "xls": "MS Excel 97",
    "pdf": "calc_pdf_Export",
}
KUNCI = "com.sun.star.util.CellProtection"


class Ditolak(Exception):
    """What an officer can't do."""


def sambung(pipa):
    """The desktop of the soffice that listens on this pipe."""
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


def sifat(**nilai):
    """UNO property values."""
    return tuple(PropertyValue(Name=n, Value=v) for n, v in nilai.items())


def buka(desktop, berkas):
    """The document, invisible; an exception where LibreOffice can't open it."""
    url = uno.systemPathToFileUrl(berkas)
    dokumen = desktop.loadComponentFromURL(url, "_blank", 0, sifat(Hidden=True))
    if dokumen is None or not dokumen.supportsService("com.sun.star.sheet.SpreadsheetDocument"):
        raise RuntimeError(f"LibreOffice can't open {berkas} as a spreadsheet")
    return dokumen


def simpan(dokumen, tujuan, jenis):
    """Stores the document under another name."""
    url = uno.systemPathToFileUrl(tujuan)
    dokumen.storeToURL(url, sifat(FilterName=FILTER[jenis], Overwrite=True))


def sel_dari(dokumen, lembar, alamat):
    """The sheet and its cell; Ditolak where there is no such sheet."""
    if not dokumen.Sheets.hasByName(lembar):
        raise Ditolak(f"{lembar}: no such sheet")
    s = dokumen.Sheets.getByName(lembar)
    return s, s.getCellRangeByName(alamat)


def sebab_tolak(lembar, sel, nilai):
    """Why an officer can't type this here, or None."""
    alamat = sel.CellAddress
    if lembar.isProtected() and sel.CellProtection.IsLocked:
        return "locked"
    if not lembar.IsVisible:
        return "on a hidden sheet"
    if not lembar.Rows.getByIndex(alamat.Row).IsVisible:
        return "in a hidden row"
    if not lembar.Columns.getByIndex(alamat.Column).IsVisible:
        return "in a hidden column"
    if sel.getIsMerged() is False and lembar.isProtected() and tertutup_gabungan(lembar, sel):
        return "covered by a merged cell"
    return sebab_daftar(sel, nilai)


def tertutup_gabungan(lembar, sel):
    """True for a cell that a merge hides."""
    kursor = lembar.createCursorByRange(sel)
    kursor.collapseToMergedArea()
    awal = kursor.RangeAddress
    return (awal.StartRow, awal.StartColumn) != (sel.CellAddress.Row, sel.CellAddress.Column)


def sebab_daftar(sel, nilai):
    """A dropdown with literal choices that stops other entries offers only those."""
    aturan = sel.Validation
    if not isinstance(nilai, str) or aturan.Type.value != "LIST" or not aturan.ShowErrorMessage:
        return None
    rumus = aturan.getFormula1()
    if aturan.ErrorAlertStyle.value != "STOP" or not rumus.startswith('"'):
        return None
    pilihan = [p.strip('"') for p in rumus.replace('";"', '"\n"').split("\n")]
    pilihan = [q for p in pilihan for q in (p.split(",") if len(pilihan) == 1 else [p])]
    return None if nilai in pilihan else f"not among the choices {pilihan}"


def ketik(dokumen, sel, nilai):
    """Puts one value in a cell, as typed."""
    if nilai is None:
        sel.setString("")
    elif isinstance(nilai, str):
        sel.setString(nilai)
    elif isinstance(nilai, (int, float)):
        sel.setValue(nilai)
    elif "rumus" in nilai:
        sel.setFormula(nilai["rumus"])
    elif "persen" in nilai:
        sel.setValue(nilai["persen"] / 100)
        sel.NumberFormat = format_angka(dokumen, "0%")
    else:
        h, b, t = nilai["tanggal"]
        sel.setValue((datetime.date(t, b, h) - datetime.date(1899, 12, 30)).days)
        sel.NumberFormat = format_angka(dokumen, "DD/MM/YYYY")


def format_angka(dokumen, kode):
    """The key of a number format, added where the document lacks it."""
    lokal = uno.createUnoStruct("com.sun.star.lang.Locale")
    daftar = dokumen.NumberFormats
    kunci = daftar.queryKey(kode, lokal, False)
    return kunci if kunci >= 0 else daftar.addNew(kode, lokal)


def isi(dokumen, langkah):
    """Types every value or, where an officer couldn't, none."""
    tolak, siap = [], []
    for lembar, alamat, nilai in langkah["sel"]:
        try:
            s, sel = sel_dari(dokumen, lembar, alamat)
            sebab = sebab_tolak(s, sel, nilai)
        except Ditolak as e:
            tolak.append(str(e))
            continue
        if sebab:
            tolak.append(f"{lembar}!{alamat} is {sebab}")
        siap.append((sel, nilai))
    if tolak:
        raise Ditolak(*tolak)
    for sel, nilai in siap:
        ketik(dokumen, sel, nilai)


def bebas(dokumen, nama):
    """The sheet, unprotected (forms are protected without a password)."""
    lembar = dokumen.Sheets.getByName(nama)
    if lembar.isProtected():
        lembar.unprotect("")
        if lembar.isProtected():
            raise RuntimeError(f"{nama} has a password")
    return lembar


def ubah_baris(dokumen, langkah):
    """Inserts or deletes one row; the sheet is protected again if it was."""
    terkunci = dokumen.Sheets.getByName(langkah["lembar"]).isProtected()
    lembar = bebas(dokumen, langkah["lembar"])
    if langkah["op"] == "sisip_baris":
        lembar.Rows.insertByIndex(langkah["baris"] - 1, 1)
    else:
        lembar.Rows.removeByIndex(langkah["baris"] - 1, 1)
    if terkunci:
        lembar.protect("")


def sisip_kolom(dokumen, langkah):
    """Inserts one column before the named one."""
    terkunci = dokumen.Sheets.getByName(langkah["lembar"]).isProtected()
    lembar = bebas(dokumen, langkah["lembar"])
    kolom = lembar.getCellRangeByName(langkah["kolom"] + "1").CellAddress.Column
    lembar.Columns.insertByIndex(kolom, 1)
    if terkunci:
        lembar.protect("")


def salin_sendiri(desktop, dokumen, nama):
    """That sheet alone in a new workbook."""
    baru = desktop.loadComponentFromURL("private:factory/scalc", "_blank", 0, sifat(Hidden=True))
    baru.Sheets.importSheet(dokumen, nama, 0)
    for lain in [n for n in baru.Sheets.ElementNames if n != nama]:
        baru.Sheets.removeByName(lain)
    return baru


def langkahkan(desktop, dokumen, langkah):
    """Does one step; gives the document to go on with."""
    op = langkah["op"]
    if op == "isi":
        isi(dokumen, langkah)
    elif op in ("sisip_baris", "hapus_baris"):
        ubah_baris(dokumen, langkah)
    elif op == "sisip_kolom":
        sisip_kolom(dokumen, langkah)
    elif op == "ganti_nama":
        dokumen.Sheets.getByName(langkah["lembar"]).Name = langkah["nama"]
    elif op == "hapus_lembar":
        dokumen.Sheets.removeByName(langkah["lembar"])
    elif op == "gandakan":
        dokumen.Sheets.copyByName(langkah["lembar"], langkah["nama"], dokumen.Sheets.Count)
    elif op == "buka_kunci":
        bebas(dokumen, langkah["lembar"])
    elif op == "salin_sendiri":
        baru = salin_sendiri(desktop, dokumen, langkah["lembar"])
        dokumen.close(True)
        return baru
    elif op in pekerja_tangan.LANGKAH:
        lembar = dokumen.Sheets.getByName(langkah["lembar"])
        terkunci = lembar.isProtected()
        pekerja_tangan.LANGKAH[op](dokumen, bebas(dokumen, langkah["lembar"]), langkah)
        if terkunci:
            lembar.protect("")
    else:
        raise ValueError(f"unknown step {op}")
    return dokumen


def ubah(desktop, perintah):
    """Opens, does the steps, saves."""
    dokumen = buka(desktop, perintah["berkas"])
    try:
        for langkah in perintah["langkah"]:
            dokumen = langkahkan(desktop, dokumen, langkah)
        if perintah["hitung"]:
            dokumen.calculateAll()
        simpan(dokumen, perintah["tujuan"], perintah["jenis"])
    finally:
        dokumen.close(True)


def baca(desktop, perintah):
    """Every filled cell of every sheet."""
    dokumen = buka(desktop, perintah["berkas"])
    try:
        if perintah["hitung"]:
            dokumen.calculateAll()
        return {s.Name: baca_lembar(s) for s in dokumen.Sheets}
    finally:
        dokumen.close(True)


def baca_lembar(lembar):
    """The filled cells of one sheet by address; errors one by one, as data arrays hide them."""
    kursor = lembar.createCursor()
    kursor.gotoEndOfUsedArea(False)
    akhir = kursor.RangeAddress
    daerah = lembar.getCellRangeByPosition(0, 0, akhir.EndColumn, akhir.EndRow)
    hasil = {}
    for b, baris in enumerate(daerah.DataArray):
        for k, nilai in enumerate(baris):
            if nilai != "" and nilai is not None:
                hasil[f"{nama_kolom(k)}{b + 1}"] = nilai
    for bagian in daerah.queryFormulaCells(4).RangeAddresses:
        for b in range(bagian.StartRow, bagian.EndRow + 1):
            for k in range(bagian.StartColumn, bagian.EndColumn + 1):
                galat = lembar.getCellByPosition(k, b).getError()
                hasil[f"{nama_kolom(k)}{b + 1}"] = {"galat": galat}
    return hasil


def cetakan(desktop, perintah):
    """The PDF, and what is printed of each sheet and what is cut."""
    dokumen = buka(desktop, perintah["berkas"])
    try:
        simpan(dokumen, perintah["pdf"], "pdf")
        return pekerja_cetak.periksa(dokumen)
    finally:
        dokumen.close(True)


def jawab(desktop, perintah):
    """One order done."""
    if perintah["op"] == "ubah":
        return ubah(desktop, perintah)
    if perintah["op"] == "baca":
        return baca(desktop, perintah)
    if perintah["op"] == "cetakan":
        return cetakan(desktop, perintah)
    raise ValueError(perintah["op"])


def is_hidup(desktop):
    """Whether LibreOffice still answers."""
    try:
        return desktop.Frames.Count >= 0
    except Exception:
        return False


def main():
    """Serves until stdin ends, or LibreOffice does."""
    desktop = sambung(sys.argv[1])
    for baris in sys.stdin:
        try:
            hasil = {"hasil": jawab(desktop, json.loads(baris))}
        except Ditolak as e:
            hasil = {"ditolak": [str(a) for a in e.args]}
        except Exception:
            if not is_hidup(desktop):
                raise
            hasil = {"galat": traceback.format_exc()}
        print(json.dumps(hasil), flush=True)


if __name__ == "__main__":
    main()
