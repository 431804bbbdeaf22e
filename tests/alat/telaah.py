"""A lint for what the schema validator lets through but Excel, a phone or a reader would not."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from lxml import etree
from openpyxl.utils import range_boundaries

UTAMA = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELASI = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PAKET = "http://schemas.openxmlformats.org/package/2006/relationships"
N = {"m": UTAMA, "p": PAKET}
BERBAHAYA = re.compile(r"\[\d+\]|\|'?|HYPERLINK\(|WEBSERVICE\(|DDE\(|INDIRECT\(|FILTERXML\(", re.I)
"""In no formula of ours: other workbooks, DDE, links, fetches."""

RumusBoleh = Callable[[str, str, str], bool]
"""Sheet, cell and formula: is it one of ours?"""


@dataclass(frozen=True)
class _Lembar:
    nama: str
    tampak: bool
    akar: etree._Element
    relasi: dict[str, etree._Element]


@dataclass(frozen=True)
class _Buku:
    lembar: list[_Lembar]
    akar: etree._Element
    teks: list[str]
    jumlah_gaya: int


def lint(path: Path, *, rumus_boleh: RumusBoleh | None = None) -> list[str]:
    """Every fault with its sheet and place; empty where the workbook is clean."""
    buku = _read_buku(path)
    galat = [g for aturan in ATURAN_BUKU for g in aturan(buku)]
    for lembar in buku.lembar:
        for aturan in ATURAN_LEMBAR:
            galat += [f"{lembar.nama}: {g}" for g in aturan(lembar, buku)]
        if rumus_boleh is not None:
            galat += [f"{lembar.nama}: {g}" for g in _check_rumus_kami(lembar, rumus_boleh)]
    return galat


def _read_buku(path: Path) -> _Buku:
    with zipfile.ZipFile(path) as arsip:
        akar = etree.fromstring(arsip.read("xl/workbook.xml"))
        relasi = _read_relasi(arsip, "xl/_rels/workbook.xml.rels")
        lembar = []
        for s in akar.iterfind("m:sheets/m:sheet", N):
            sasaran = relasi[s.get(f"{{{RELASI}}}id", "")].get("Target", "")
            bagian = sasaran.lstrip("/") if sasaran.startswith("/") else f"xl/{sasaran}"
            induk, nama = bagian.rsplit("/", 1)
            lembar.append(
                _Lembar(
                    s.get("name", ""),
                    s.get("state", "visible") == "visible",
                    etree.fromstring(arsip.read(bagian)),
                    _read_relasi(arsip, f"{induk}/_rels/{nama}.rels"),
                )
            )
        teks: list[str] = []
        if "xl/sharedStrings.xml" in arsip.namelist():
            isi = etree.fromstring(arsip.read("xl/sharedStrings.xml"))
            teks = [
                "".join(map(str, si.itertext(f"{{{UTAMA}}}t"))) for si in isi.iterfind("m:si", N)
            ]
        gaya = etree.fromstring(arsip.read("xl/styles.xml"))
        return _Buku(lembar, akar, teks, len(gaya.findall("m:cellXfs/m:xf", N)))


def _read_relasi(arsip: zipfile.ZipFile, nama: str) -> dict[str, etree._Element]:
    if nama not in arsip.namelist():
        return {}
    isi = etree.fromstring(arsip.read(nama))
    return {r.get("Id", ""): r for r in isi.iterfind("p:Relationship", N)}


def _check_nama_lembar(buku: _Buku) -> Iterator[str]:
    sudah: set[str] = set()
    for lembar in buku.lembar:
        nama = lembar.nama
        if not 0 < len(nama) <= 31 or re.search(r"[\[\]:*?/\\]|^'|'$", nama):
            yield f"{nama}: not a name that Excel takes for a sheet"
        if nama.lower() in sudah:
            yield f"{nama}: two sheets of that name"
        sudah.add(nama.lower())


def _check_tab(buku: _Buku) -> Iterator[str]:
    pilih = [
        s.nama
        for s in buku.lembar
        for v in s.akar.iterfind("m:sheetViews/m:sheetView", N)
        if v.get("tabSelected") in ("1", "true")
    ]
    if len(pilih) > 1:
        yield f"more than one selected tab: {', '.join(pilih)}"
    lihat = buku.akar.find("m:bookViews/m:workbookView", N)
    aktif = int(lihat.get("activeTab", "0")) if lihat is not None else 0
    if aktif >= len(buku.lembar) or not buku.lembar[aktif].tampak:
        yield f"the active tab {aktif} is hidden or not there"


def _check_nama_terdefinisi(buku: _Buku) -> Iterator[str]:
    ada = {s.nama.lower() for s in buku.lembar}
    sudah: set[tuple[str, str]] = set()
    for nama in buku.akar.iterfind("m:definedNames/m:definedName", N):
        rumus = nama.text or ""
        kunci = (nama.get("name", "").lower(), nama.get("localSheetId", ""))
        if kunci in sudah:
            yield f"the name {kunci[0]} is defined twice"
        sudah.add(kunci)
        if "#REF!" in rumus or not rumus:
            yield f"the name {nama.get('name')} is broken: {rumus or 'empty'}"
        for lembar in _lembar_dalam(rumus):
            if lembar not in ada:
                yield f"the name {nama.get('name')} points to no sheet: {rumus}"


def _lembar_dalam(rumus: str) -> Iterator[str]:
    rumus = re.sub(r'"[^"]*"', '""', rumus)
    for kutip, polos in re.findall(r"(?:'((?:[^']|'')+)'|([A-Za-z_][\w.]*))!", rumus):
        yield (kutip.replace("''", "'") or polos).lower()


def _check_validasi(lembar: _Lembar, _: _Buku) -> Iterator[str]:
    for v in lembar.akar.iterfind("m:dataValidations/m:dataValidation", N):
        di = v.get("sqref")
        daftar = v.findtext("m:formula1", "", N)
        if v.get("type") == "list" and daftar.startswith('"') and len(daftar) - 2 > 255:
            yield f"{di}: a list of {len(daftar) - 2} characters, Excel takes 255"
        for sifat, batas in (
            ("prompt", 255),
            ("error", 255),
            ("promptTitle", 32),
            ("errorTitle", 32),
        ):
            if len(v.get(sifat, "")) > batas:
                yield f"{di}: {sifat} of {len(v.get(sifat, ''))} characters, Excel takes {batas}"


def _check_urutan(lembar: _Lembar, _: _Buku) -> Iterator[str]:
    baris_lalu = 0
    for baris in lembar.akar.iterfind("m:sheetData/m:row", N):
        nomor = int(baris.get("r", "0"))
        if nomor <= baris_lalu:
            yield f"row {nomor} after row {baris_lalu}"
        baris_lalu, kolom_lalu = nomor, 0
        if float(baris.get("ht", "0")) > 409.5:
            yield f"row {nomor} is {baris.get('ht')} points high, Excel takes 409.5"
        for sel in baris.iterfind("m:c", N):
            alamat = sel.get("r", "")
            kolom, di_baris = _urai(alamat)
            if di_baris != nomor:
                yield f"cell {alamat} stands in row {nomor}"
            if kolom == kolom_lalu:
                yield f"cell {alamat} stands twice"
            elif kolom < kolom_lalu:
                yield f"cell {alamat} is out of order"
            kolom_lalu = kolom


def _urai(alamat: str) -> tuple[int, int]:
    kolom, baris, _, _ = range_boundaries(alamat)
    return int(kolom or 0), int(baris or 0)


def _check_gabungan(lembar: _Lembar, _: _Buku) -> Iterator[str]:
    daerah = [
        (m.get("ref", ""), [int(x or 0) for x in range_boundaries(m.get("ref", ""))])
        for m in lembar.akar.iterfind("m:mergeCells/m:mergeCell", N)
    ]
    for i, (nama, (k1, b1, k2, b2)) in enumerate(daerah):
        for lain, (l1, c1, l2, c2) in daerah[:i]:
            if k1 <= l2 and l1 <= k2 and b1 <= c2 and c1 <= b2:
                yield f"merged cells {lain} and {nama} overlap"


def _check_kolom(lembar: _Lembar, _: _Buku) -> Iterator[str]:
    lalu = 0
    for kolom in lembar.akar.iterfind("m:cols/m:col", N):
        if int(kolom.get("min", "0")) <= lalu:
            yield f"column widths overlap at column {kolom.get('min')}"
        lalu = int(kolom.get("max", "0"))


def _check_isi_sel(lembar: _Lembar, buku: _Buku) -> Iterator[str]:
    for sel in lembar.akar.iterfind("m:sheetData/m:row/m:c", N):
        alamat, nilai = sel.get("r"), sel.findtext("m:v", None, N)
        teks = "".join(map(str, sel.itertext(f"{{{UTAMA}}}t")))
        if sel.get("t") == "s":
            nomor = int(nilai or -1)
            if not 0 <= nomor < len(buku.teks):
                yield f"{alamat}: shared string {nomor} isn't there"
                continue
            teks = buku.teks[nomor]
        if len(teks) > 32767:
            yield f"{alamat}: a text of {len(teks)} characters, Excel takes 32,767"
        if int(sel.get("s", "0")) >= buku.jumlah_gaya:
            yield f"{alamat}: style {sel.get('s')} isn't there"
        yield from _check_rumus(sel)


def _check_rumus(sel: etree._Element) -> Iterator[str]:
    rumus, nilai, alamat = sel.find("m:f", N), sel.find("m:v", N), sel.get("r")
    if sel.get("t") == "e":
        yield f"{alamat}: an error value {'' if nilai is None else nilai.text}"
    if rumus is None:
        return
    isi = rumus.text or ""
    if nilai is None or (nilai.text is None and sel.get("t") != "str"):
        yield f"{alamat}: a formula without its value"
    if "#REF!" in isi or "#NAME?" in isi:
        yield f"{alamat}: a broken formula {isi}"
    if len(isi) > 8192:
        yield f"{alamat}: a formula of {len(isi)} characters, Excel takes 8,192"
    if BERBAHAYA.search(re.sub(r'"[^"]*"', '""', isi)):
        yield f"{alamat}: a formula that reaches outside: {isi}"


def _check_lembar_rumus(lembar: _Lembar, buku: _Buku) -> Iterator[str]:
    ada = {s.nama.lower() for s in buku.lembar}
    for sel in lembar.akar.iterfind("m:sheetData/m:row/m:c", N):
        for nama in _lembar_dalam(sel.findtext("m:f", "", N)):
            if nama not in ada:
                yield f"{sel.get('r')}: a formula over the sheet {nama}, which isn't there"


def _check_tautan(lembar: _Lembar, buku: _Buku) -> Iterator[str]:
    ada = {s.nama.lower() for s in buku.lembar}
    for r in lembar.relasi.values():
        if r.get("TargetMode") == "External":
            yield f"a link to the outside: {r.get('Target')}"
    for tautan in lembar.akar.iterfind("m:hyperlinks/m:hyperlink", N):
        tempat = tautan.get("location", "")
        for nama in _lembar_dalam(tempat):
            if nama not in ada:
                yield f"{tautan.get('ref')}: a link to no sheet: {tempat}"


def _check_halaman(lembar: _Lembar, _: _Buku) -> Iterator[str]:
    muat = lembar.akar.find("m:sheetPr/m:pageSetUpPr", N)
    if lembar.tampak and (muat is None or muat.get("fitToPage") not in ("1", "true")):
        yield "fit_to_pages is missing"
    for bagian in lembar.akar.iterfind("m:headerFooter/*", N):
        if len(bagian.text or "") > 255:
            yield f"{etree.QName(bagian).localname} of {len(bagian.text or '')} characters, Excel takes 255"


def _check_rumus_kami(lembar: _Lembar, boleh: RumusBoleh) -> Iterator[str]:
    for sel in lembar.akar.iterfind("m:sheetData/m:row/m:c", N):
        rumus = sel.find("m:f", N)
        if rumus is not None and not boleh(lembar.nama, sel.get("r", ""), rumus.text or ""):
            yield f"{sel.get('r')}: a formula that isn't ours: {rumus.text}"


ATURAN_BUKU = (_check_nama_lembar, _check_tab, _check_nama_terdefinisi)
ATURAN_LEMBAR = (
    _check_validasi,
    _check_urutan,
    _check_gabungan,
    _check_kolom,
    _check_isi_sel,
    _check_lembar_rumus,
    _check_tautan,
    _check_halaman,
)
