"""A returned workbook is read by its keys, whatever program saved it and whatever was done to it."""

from __future__ import annotations

import datetime as dt
import io
import re
import zipfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import openpyxl
import pytest
import xlsxwriter
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Font, PatternFill
from openpyxl.worksheet.hyperlink import Hyperlink

from sopkinerja.baca.buku import BerkasDitolak
from sopkinerja.baca.sel import BukuTerbaca, Sel, TabelTerbaca
from sopkinerja.katalog import Kode
from sopkinerja.lembar.cap import Identitas, render_kode
from tests.alat import soffice_convert, uno_edit
from tests.baca.kiriman import read_kiriman
from tests.laporan.contoh_formulir import build_formulir
from tests.laporan.tabel import read_tabel

FORMULIR = build_formulir(3)
IDENTITAS: Identitas = FORMULIR.identitas
KODE = render_kode(IDENTITAS, 1)
SIMPAN = dt.datetime(2026, 7, 2, 3, 4, 5)
KOLOM_LAPORAN = {
    "kode": "Kode Indikator",
    "indikator": "Indikator",
    "target_tw": "Target TW",
    "realisasi": "Realisasi",
    "hambatan": "Hambatan/Kegagalan",
    "bukti_dukung": "Bukti Dukung",
}
KOLOM_CATATAN = {
    "tanggal": "Tanggal",
    "kode": "Kode Indikator",
    "uraian": "Uraian Kegiatan",
    "volume": "Volume",
    "bukti_dukung": "Bukti Dukung",
}
ISI_LAPORAN: dict[str, list[Any]] = {
    "PLN-01.01": ["PLN-01.01", "Nilai ekspor", 10.0, 8.0, "Cuaca", "foto.jpg"],
    "PLN-01.02": ["PLN-01.02 ", "Layanan tepat waktu", 0.9, 0.85, None, None],
    "PLN-01.03": ["PLN-01.03", "Pendampingan", 5.0, "1.234", " -2+3 ", "=SUM(1)"],
}
ISI_CATATAN: dict[str, list[Any]] = {
    "C001": [dt.datetime(2026, 4, 20), "PLN-01.01", "Rapat", 2.0, None],
    "C002": [None, None, None, None, None],
    "C003": ["5 Mei 2026", "PLN-01.03", "Kunjungan", "tiga", "x"],
}


def write_tabel(
    buku: xlsxwriter.Workbook,
    lembar: xlsxwriter.worksheet.Worksheet,
    nama: str,
    kolom: dict[str, str],
    isi: dict[str, list[Any]],
) -> None:
    """Key row 3 (hidden), headings in row 5, rows from row 6; keys in column A (hidden)."""
    tanggal = buku.add_format({"num_format": "dd/mm/yyyy"})
    persen = buku.add_format({"num_format": "0.0%"})
    lembar.write_string(2, 0, f"kunci:{nama}")
    for k, (kunci, judul) in enumerate(kolom.items(), 1):
        lembar.write_string(2, k, kunci)
        lembar.write_string(4, k, judul)
    for b, (kunci, baris) in enumerate(isi.items(), 5):
        lembar.write_string(b, 0, kunci)
        for k, nilai in enumerate(baris, 1):
            if isinstance(nilai, dt.datetime):
                lembar.write_datetime(b, k, nilai, tanggal)
            elif isinstance(nilai, str):
                lembar.write_string(b, k, nilai)
            elif nilai is not None:
                lembar.write_number(b, k, nilai, persen if nilai < 1 else None)
    lembar.set_row(2, None, None, {"hidden": True})
    lembar.set_column(0, 0, None, None, {"hidden": True})


def build_isian(ubah: Callable[[Any], None] | None = None) -> bytes:
    """A filled form with our keys; `ubah` writes more cells on the sheet Laporan."""
    wadah = io.BytesIO()
    buku = xlsxwriter.Workbook(wadah, {"in_memory": True})
    buku.set_properties({"subject": KODE, "created": SIMPAN})
    laporan, catatan = buku.add_worksheet("Laporan"), buku.add_worksheet("Catatan")
    laporan.write_string(0, 1, f"Kode formulir: {KODE}")
    laporan.set_footer(f"&L&8{KODE}&RHalaman &P")
    write_tabel(buku, laporan, "laporan", KOLOM_LAPORAN, ISI_LAPORAN)
    write_tabel(buku, catatan, "catatan", KOLOM_CATATAN, ISI_CATATAN)
    cap = buku.add_worksheet("_sopkinerja")
    cap.write_string(0, 0, KODE)
    cap.very_hidden()
    if ubah:
        ubah(laporan)
    buku.close()
    return wadah.getvalue()


def edit(isi: bytes, ubah: Callable[[openpyxl.Workbook], Any]) -> bytes:
    """What a program on openpyxl does to it."""
    buku = openpyxl.load_workbook(io.BytesIO(isi))
    ubah(buku)
    wadah = io.BytesIO()
    buku.save(wadah)
    return wadah.getvalue()


def read_satu(buku: BukuTerbaca, nama: str) -> TabelTerbaca:
    (tabel,) = buku.tabel[nama]
    return tabel


def read_nilai(tabel: TabelTerbaca) -> dict[str, list[Any]]:
    terisi = {kunci: [sel.nilai for sel in baris.values()] for kunci, baris in tabel.baris.items()}
    return terisi | {kunci: [None] * len(tabel.kolom) for kunci in tabel.kosong}


def render_harapan(isi: dict[str, list[Any]]) -> dict[str, list[Any]]:
    """A midnight is a date, as the reader has it."""
    return {
        kunci: [n.date() if isinstance(n, dt.datetime) else n for n in baris]
        for kunci, baris in isi.items()
    }


def check_utuh(buku: BukuTerbaca) -> None:
    assert read_nilai(read_satu(buku, "laporan")) == ISI_LAPORAN
    assert read_nilai(read_satu(buku, "catatan")) == render_harapan(ISI_CATATAN)


def test_utuh() -> None:
    buku = read_kiriman(build_isian(), "IMG FIX (2).xlsx")
    check_utuh(buku)
    assert (buku.jenis, buku.lembar) == ("xlsx", ("Laporan", "Catatan", "_sopkinerja"))
    assert (buku.kode, buku.tersimpan) == ((KODE,), SIMPAN)
    assert (buku.jumlah_gambar, buku.muatan.makro) == (0, False)
    laporan = read_satu(buku, "laporan")
    assert (laporan.liar, laporan.kunci_ganda, laporan.lewat_judul) == ([], (), False)
    assert laporan.baris["PLN-01.01"]["realisasi"] == Sel(8.0, "Laporan", "E6")
    assert laporan.baris["PLN-01.02"]["realisasi"] == Sel(
        0.85, "Laporan", "E7", persen=True, terlihat="85,0%"
    )


def test_rumus_galat_dan_kunci_angka() -> None:
    def ubah(lembar: Any) -> None:
        lembar.write_formula(5, 4, '=SUMIFS(Catatan!E:E,Catatan!C:C,"x")', None, 7)
        lembar.write_formula(6, 4, "=A1/0", None, "#DIV/0!")
        lembar.write_formula(7, 4, '=IF(1=2,1,"")', None, "")
        lembar.write_number(8, 0, 4)
        lembar.write_boolean(8, 4, True)

    laporan = read_satu(read_kiriman(build_isian(ubah), "a"), "laporan")
    satu, dua, tiga, empat = (b["realisasi"] for b in laporan.baris.values())
    assert satu == Sel(7.0, "Laporan", "E6", 'SUMIFS(Catatan!E:E,Catatan!C:C,"x")')
    assert dua == Sel(None, "Laporan", "E7", "A1/0", galat="#DIV/0!")
    assert tiga == Sel(None, "Laporan", "E8", 'IF(1=2,1,"")')
    assert laporan.baris["4"]["realisasi"] == empat == Sel(True, "Laporan", "E9")


def test_rumus_bersama_dibaca_per_sel() -> None:
    """Excel writes one formula for many cells once, and only refers to it in the others."""

    def ubah(lembar: Any) -> None:
        lembar.write_formula(5, 4, "=A6*2", None, 2)
        lembar.write_formula(6, 4, "=A7*2", None, 2)

    isi = ganti(build_isian(ubah), "<f>A6*2</f>", '<f t="shared" ref="E6:E7" si="0">A6*2</f>')
    isi = ganti(isi, "<f>A7*2</f>", '<f t="shared" si="0"/>')
    laporan = read_satu(read_kiriman(isi, "a"), "laporan")
    assert laporan.baris["PLN-01.01"]["realisasi"].rumus == "A6*2"
    assert laporan.baris["PLN-01.02"]["realisasi"].rumus == "A7*2"


def ganti(isi: bytes, lama: str, baru: str, bagian: str = "xl/worksheets/sheet1.xml") -> bytes:
    """The same package with a text of one part replaced."""
    wadah = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(isi)) as asal, zipfile.ZipFile(wadah, "w") as hasil:
        for nama in asal.namelist():
            isi_bagian = asal.read(nama)
            if nama == bagian:
                assert lama.encode() in isi_bagian
                isi_bagian = isi_bagian.replace(lama.encode(), baru.encode())
            hasil.writestr(nama, isi_bagian)
    return wadah.getvalue()


def test_ukuran_yang_diaku_lembar_tidak_dipercaya() -> None:
    isi = ganti(build_isian(), '<dimension ref="A1:G8"/>', '<dimension ref="A1:A1"/>')
    check_utuh(read_kiriman(isi, "a"))


def test_dtd_ditolak() -> None:
    isi = ganti(build_isian(), "<worksheet ", '<!DOCTYPE x [<!ENTITY a "b">]><worksheet ')
    with pytest.raises(BerkasDitolak) as tolak:
        read_kiriman(isi, "a")
    assert tolak.value.temuan.kode is Kode.BERKAS_009


def test_baris_sisipan_menjadi_liar() -> None:
    def ubah(buku: openpyxl.Workbook) -> None:
        lembar = buku["Catatan"]
        lembar.insert_rows(7)
        lembar["C7"] = "PLN-01.02"
        lembar["D7"] = "Sisipan"
        lembar["B10"] = dt.date(2026, 6, 1)
        lembar["D10"] = "Di bawah tabel"
        buku["Laporan"]["B10"] = "Palu, 2 Juli 2026"
        buku["Laporan"]["C10"] = "Mengetahui"

    buku = read_kiriman(edit(build_isian(), ubah), "a")
    catatan = read_satu(buku, "catatan")
    assert read_nilai(catatan) == render_harapan(ISI_CATATAN)
    assert [b["uraian"].nilai for b in catatan.liar] == ["Sisipan", "Di bawah tabel"]
    assert catatan.liar[0]["kode"].alamat == "C7"
    assert read_satu(buku, "laporan").liar == [], "a signature isn't a row"


def test_kunci_ganda_dan_baris_terhapus() -> None:
    def ubah(buku: openpyxl.Workbook) -> None:
        lembar = buku["Laporan"]
        for sel in lembar[6]:
            lembar.cell(9, sel.column, sel.value)
        lembar.cell(9, 5, 99)
        lembar.delete_rows(8)

    laporan = read_satu(read_kiriman(edit(build_isian(), ubah), "a"), "laporan")
    assert list(laporan.baris) == ["PLN-01.01", "PLN-01.02"]
    assert laporan.kunci_ganda == ("PLN-01.01",)
    assert [b["realisasi"].nilai for b in laporan.liar] == [99.0]


def paste(lembar: Any, awal: int, *, judul: int = 5, baris: Sequence[int] = (6, 7, 8)) -> None:
    """The visible cells of the table Laporan again, with its headings, from row `awal` on."""
    for tujuan, asal in enumerate((judul, *baris), awal):
        for sel in lembar[asal][1:]:
            lembar.cell(tujuan, sel.column, sel.value)


@pytest.mark.parametrize("berkunci", [True, False], ids=["dengan kunci", "lewat judul"])
@pytest.mark.parametrize("awal", [(9,), (14,), (12, 20)], ids=["langsung", "berjarak", "dua"])
def test_salinan_tabel_di_lembar_yang_sama_terbaca(awal: tuple[int, ...], berkunci: bool) -> None:
    """A copy of the visible table below it is a second table, never lost."""

    def ubah(buku: openpyxl.Workbook) -> None:
        lembar = buku["Laporan"]
        for n, b in enumerate(awal, 1):
            paste(lembar, b)
            lembar.cell(b + 1, 5, 90 + n)
        if not berkunci:
            lembar.delete_cols(1)

    tabel = read_kiriman(edit(build_isian(), ubah), "a").tabel["laporan"]
    nilai = [t.baris["PLN-01.01"]["realisasi"].nilai for t in tabel]
    assert nilai == [8.0, *(90.0 + n for n in range(1, len(awal) + 1))]
    assert [len(t.baris) for t in tabel] == [3] * (1 + len(awal))
    assert [t.liar for t in tabel] == [[]] * (1 + len(awal))


def test_judul_yang_diulang_di_halaman_berikut_bukan_salinan() -> None:
    def ubah(buku: openpyxl.Workbook) -> None:
        lembar = buku["Laporan"]
        paste(lembar, 9, baris=(8,))
        lembar.delete_rows(8)
        lembar.delete_cols(1)

    laporan = read_satu(read_kiriman(edit(build_isian(), ubah), "a"), "laporan")
    assert list(laporan.baris) == ["PLN-01.01", "PLN-01.02", "PLN-01.03"]


def test_kolom_disisipkan_dan_lembar_berganti_nama() -> None:
    def ubah(buku: openpyxl.Workbook) -> None:
        buku["Laporan"].insert_cols(4)
        buku["Laporan"].insert_rows(1, 3)
        buku["Catatan"].insert_cols(1)
        buku["Laporan"].title = "Lembar1 (FIX)"

    buku = read_kiriman(edit(build_isian(), ubah), "a")
    check_utuh(buku)
    assert read_satu(buku, "laporan").baris["PLN-01.02"]["realisasi"] == Sel(
        0.85, "Lembar1 (FIX)", "F10", persen=True, terlihat="85,0%"
    )
    assert buku.kode == (KODE,)


def test_lembar_digandakan_terbaca_dua_kali() -> None:
    def ubah(buku: openpyxl.Workbook) -> None:
        salinan = buku.copy_worksheet(buku["Laporan"])
        salinan["E6"] = 9

    buku = read_kiriman(edit(build_isian(), ubah), "a")
    assert [t.lembar for t in buku.tabel["laporan"]] == ["Laporan", "Laporan Copy"]
    nilai = [t.baris["PLN-01.01"]["realisasi"].nilai for t in buku.tabel["laporan"]]
    assert nilai == [8.0, 9.0]


@pytest.mark.parametrize("keadaan", ["visible", "hidden", "veryHidden"])
@pytest.mark.parametrize("depan", [False, True])
def test_lembar_yang_tampak_lebih_dahulu(keadaan: str, depan: bool) -> None:
    """A copy comes after what is on screen, wherever its sheet lies."""

    def ubah(buku: openpyxl.Workbook) -> None:
        salinan = buku.copy_worksheet(buku["Laporan"])
        salinan["E6"], salinan.sheet_state = 9, keadaan
        if depan:
            buku.move_sheet(salinan, -len(buku.sheetnames) + 1)

    buku = read_kiriman(edit(build_isian(), ubah), "a")
    tampak = keadaan == "visible"
    dahulu = "Laporan Copy" if depan and tampak else "Laporan"
    assert buku.tabel["laporan"][0].lembar == dahulu
    assert [t.tampak for t in buku.tabel["laporan"]] == [True, tampak]


def test_tanpa_lembar_tersembunyi_masih_dikenali() -> None:
    buku = read_kiriman(edit(build_isian(), lambda b: b.remove(b["_sopkinerja"])), "a")
    assert buku.kode == (KODE,)
    check_utuh(buku)


def test_kunci_hilang_dibaca_lewat_judul() -> None:
    """Only the visible cells were copied to a new workbook."""

    def ubah(buku: openpyxl.Workbook) -> None:
        for nama in ("Laporan", "Catatan"):
            buku[nama].delete_rows(3)
            buku[nama].delete_cols(1)
        buku["Laporan"]["A4"] = "  KODE\nIndikator "

    buku = read_kiriman(edit(build_isian(), ubah), "a")
    laporan, catatan = read_satu(buku, "laporan"), read_satu(buku, "catatan")
    assert laporan.lewat_judul
    assert list(read_nilai(laporan).values()) == list(ISI_LAPORAN.values())
    assert catatan.lewat_judul
    assert list(catatan.baris) == ["C001", "C003"]


def test_kode_dicari_di_kaki_halaman_bila_tiada_di_tempat_lain() -> None:
    def ubah(buku: openpyxl.Workbook) -> None:
        buku["Laporan"]["B1"] = None
        buku.remove(buku["_sopkinerja"])
        buku.properties.subject = None

    assert read_kiriman(edit(build_isian(), ubah), "a").kode == (KODE,)


def test_dua_kode_terlihat_semua() -> None:
    lain = render_kode(IDENTITAS.model_copy(update={"jabatan": "PLN-02"}), 2)

    def ubah(buku: openpyxl.Workbook) -> None:
        buku["Laporan"]["B1"] = f"{lain}  "

    assert read_kiriman(edit(build_isian(), ubah), "a").kode == (lain, KODE)


def test_bukan_buku_kerja() -> None:
    for isi in (b"", b"<html>", b"PK\x03\x04", build_isian()[:500]):
        with pytest.raises(BerkasDitolak):
            read_kiriman(isi, "a.xlsx")


def edit_xml(isi: bytes, ubah: Callable[[str, bytes], bytes]) -> bytes:
    """The same package with some parts changed, as another program would have written them."""
    hasil = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(isi)) as asal, zipfile.ZipFile(hasil, "w") as tujuan:
        for nama in asal.namelist():
            tujuan.writestr(nama, ubah(nama, asal.read(nama)))
    return hasil.getvalue()


def tambah(isi: bytes, bagian: dict[str, bytes]) -> bytes:
    """The same package with parts added."""
    hasil = io.BytesIO(isi)
    with zipfile.ZipFile(hasil, "a") as zip_:
        for nama, satu in bagian.items():
            zip_.writestr(nama, satu)
    return hasil.getvalue()


GAMBAR_WPS = (
    b'<cellImages xmlns="http://www.wps.cn/officeDocument/2017/etCustomData" xmlns:xdr="http://'
    b'schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing"><cellImage><xdr:pic><xdr:nvPicPr>'
    b'<xdr:cNvPr id="2" name="ID_1"/></xdr:nvPicPr></xdr:pic></cellImage></cellImages>'
)


@pytest.mark.parametrize("galat", ["#SPILL!", "#FIELD!", "#BUSY!", "#GETTING_DATA", "#DIV/0!"])
@pytest.mark.parametrize("jenis", ['t="e"', "t='e'", 't="str"'])
def test_galat_baru_mengenai_selnya_saja(galat: str, jenis: str) -> None:
    """One cell with an error of a newer program costs that cell, not the file."""

    def ubah(lembar: Any) -> None:
        lembar.write_formula(6, 4, "=A1", None, "#DIV/0!")
        lembar.write_formula(60, 30, "=A1", None, "#DIV/0!")

    def ganti(_: str, bagian: bytes) -> bytes:
        return bagian.replace(b"#DIV/0!", galat.encode()).replace(b't="e"', jenis.encode())

    buku = read_kiriman(edit_xml(build_isian(ubah), ganti), "a")
    laporan = read_satu(buku, "laporan")
    assert laporan.baris["PLN-01.02"]["realisasi"].galat == galat
    assert laporan.baris["PLN-01.01"]["realisasi"].nilai == 8.0


def test_nomor_format_bersyarat_bukan_format_sel() -> None:
    """A conditional format may use a number that the cells use for another format."""

    def ganti(nama: str, bagian: bytes) -> bytes:
        if nama != "xl/styles.xml":
            return bagian
        dxf = b'<dxfs count="1"><dxf><numFmt numFmtId="164" formatCode="0.00"/></dxf></dxfs>'
        return (
            re.sub(rb"<dxfs[^>]*/>", dxf, bagian)
            .replace(b'numFmtId="9"', b'numFmtId="164"')
            .replace(b'numFmtId="10"', b'numFmtId="164"')
            .replace(
                b"<fonts",
                b'<numFmts count="1"><numFmt numFmtId="164" formatCode="0.0%"/></numFmts><fonts',
                1,
            )
        )

    buku = read_kiriman(edit_xml(build_isian(), ganti), "a")
    assert read_satu(buku, "laporan").baris["PLN-01.02"]["realisasi"].persen


def test_dicoret_tautan_dan_gambar_terbaca() -> None:
    """What the eye sees of a cell: a line through it, the address behind it, a picture in it."""

    def ubah(buku: openpyxl.Workbook) -> None:
        lembar, coret = buku["Laporan"], InlineFont(strike=True)
        tebal, merah = InlineFont(b=True), InlineFont(color="FFFF0000")
        lembar["E6"].value = 7
        lembar["E6"].font = Font(strike=True)
        lembar["E7"].value = CellRichText(TextBlock(coret, "120 "), TextBlock(tebal, "150"))
        lembar["E8"].value = CellRichText(TextBlock(tebal, "1"), TextBlock(merah, "25"))
        lembar["G6"].value, lembar["G6"].hyperlink = "Foto", "https://contoh.invalid/a"
        lembar["G7"].value = '=HYPERLINK("https://contoh.invalid/b","Foto")'
        lembar["G8"].value = '=_xlfn.DISPIMG("ID_1",1)'

    isi = edit(build_isian(), ubah)
    baris = read_satu(
        read_kiriman(tambah(isi, {"xl/cellimages.xml": GAMBAR_WPS}), "a"), "laporan"
    ).baris
    satu, dua, tiga = (baris[f"PLN-01.0{n}"] for n in (1, 2, 3))
    assert [b["realisasi"].coret for b in (satu, dua, tiga)] == [True, True, False]
    assert tiga["realisasi"].nilai == "125"
    tautan = [b["bukti_dukung"].tautan for b in (satu, dua, tiga)]
    assert tautan == ["https://contoh.invalid/a", "https://contoh.invalid/b", ""]
    assert tiga["bukti_dukung"].gambar
    assert tiga["bukti_dukung"].is_kosong
    tanpa = read_satu(read_kiriman(isi, "a"), "laporan").baris["PLN-01.03"]["bukti_dukung"]
    assert not tanpa.gambar  # the picture is gone: nothing but its formula came along
    assert (satu["realisasi"].terlihat, dua["realisasi"].terlihat) == (None, "150")


SEL_ANEH = """
| kasus                   | sel                                                                     | nilai | galat   |
|-------------------------|-------------------------------------------------------------------------|-------|---------|
| spasi dijaga            | <c r="E7" t="e"><v xml:space="preserve">#SPILL!</v></c>                 |       | #SPILL! |
| galat dalam sel angka   | <c r="E7" t="n"><v>#REF!</v></c>                                        |       | #REF!   |
| galat dalam benar/salah | <c r="E7" t="b"><v>#CALC!</v></c>                                       |       | #CALC!  |
| galat tanpa isi         | <c r="E7" t="e"><v/></c>                                                |       | #N/A    |
| galat LibreOffice       | <c r="E7" t="e"><v>Err:502</v></c>                                      |       | Err:502 |
| teks yang dimuat        | <c r="E7" t="inlineStr"><is><t>Loading...</t></is></c>                  |       | Loading... |
| gambar yang hilang      | <c r="E7" t="str"><v>=DISPIMG("ID_9",1)</v></c>                         |       | #NAME?  |
| angka biasa             | <c r="E7" t="n"><v>1.5E2</v></c>                                        | 150   |         |
"""


@pytest.mark.parametrize("kasus", read_tabel(SEL_ANEH), ids=lambda k: k["kasus"])
def test_satu_sel_aneh_tidak_mengenai_berkasnya(kasus: dict[str, str]) -> None:
    """Whatever one cell holds, the others are read; a cell elsewhere does no harm at all."""
    sel = kasus["sel"].encode()
    lain = sel.replace(b"E7", b"Z90")

    def ganti(nama: str, bagian: bytes) -> bytes:
        if nama != "xl/worksheets/sheet1.xml":
            return bagian
        bagian = re.sub(rb'<c r="E7"[^>]*>.*?</c>', lambda _: sel, bagian)
        return bagian.replace(b"</sheetData>", b'<row r="90">' + lain + b"</row></sheetData>")

    laporan = read_satu(read_kiriman(edit_xml(build_isian(), ganti), "a"), "laporan")
    satu = laporan.baris["PLN-01.02"]["realisasi"]
    nilai = float(kasus["nilai"]) if kasus["nilai"] else None
    assert (satu.nilai, satu.galat) == (nilai, kasus["galat"] or None)
    assert laporan.baris["PLN-01.01"]["realisasi"].nilai == 8.0


KAYA = """
| kasus                | potongan                         | nilai   | terlihat | samar |
|----------------------|----------------------------------|---------|----------|-------|
| lama dicoret         | <strike/>450 ~<b/>500            | 450 500 | 500      |       |
| baru di depan        | <b/>500 ~<strike/>450            | 500 450 | 500      |       |
| semua dicoret        | <strike/>12~<strike/>5           | 125     |          |       |
| catatan kaki         | ~125~<vertAlign val="superscript"/>1 | 1251 | –       | 125   |
| huruf putih          | <color rgb="FFFFFFFF"/>9~<b/>40  | 940     | –        | 40    |
| coret yang dimatikan | <strike val="0"/>12~<b/>5        | 125     | –        |       |
| pangkat satuan       | ~m~<vertAlign val="superscript"/>2 | m2    | –        |       |
| dua warna            | <color rgb="FFFF0000"/>1~<b/>25  | 125     | –        |       |
"""


@pytest.mark.parametrize("bersama", [True, False], ids=["shared", "inline"])
@pytest.mark.parametrize("kasus", read_tabel(KAYA), ids=lambda k: k["kasus"])
def test_teks_beraneka_huruf(kasus: dict[str, str], bersama: bool) -> None:
    """What is struck through doesn't count; a raised or white digit is none of the figure."""
    potongan = [re.fullmatch(r"(<.*/>)?(.*)", p) for p in kasus["potongan"].split("~")]
    r = "".join(
        f'<r><rPr>{p[1] or ""}</rPr><t xml:space="preserve">{p[2]}</t></r>'
        for p in potongan
        if p and p[0]
    )

    def ganti(nama: str, bagian: bytes) -> bytes:
        if nama == "xl/sharedStrings.xml" and bersama:
            return bagian.replace(b"</sst>", f"<si>{r}</si></sst>".encode())
        if nama != "xl/worksheets/sheet1.xml":
            return bagian
        isi = f'<c r="E7" t="inlineStr"><is>{r}</is></c>'
        if bersama:
            isi = f'<c r="E7" t="s"><v>{jumlah}</v></c>'
        return re.sub(rb'<c r="E7"[^>]*>.*?</c>', lambda _: isi.encode(), bagian)

    awal = build_isian()
    with zipfile.ZipFile(io.BytesIO(awal)) as zip_:
        jumlah = zip_.read("xl/sharedStrings.xml").count(b"<si>")
    sel = read_satu(read_kiriman(edit_xml(awal, ganti), "a"), "laporan").baris["PLN-01.02"][
        "realisasi"
    ]
    terlihat = None if kasus["terlihat"] == "–" else kasus["terlihat"]
    assert sel.nilai == kasus["nilai"]
    assert (sel.terlihat, sel.coret) == (terlihat, terlihat is not None)
    assert sel.samar == (kasus["samar"] or None)


def test_tautan_meliputi_rentang_dan_rumus_lain() -> None:
    """A link over several cells, one with a place behind it, and formulas that hide an address."""

    def ubah(buku: openpyxl.Workbook) -> None:
        lembar = buku["Laporan"]
        lembar["G6"].value, lembar["G7"].value, lembar["F6"].value = "Foto 1", "Foto 2", "Lihat"
        lembar["G6"].hyperlink = "https://contoh.invalid/d/1"
        lembar["F6"].hyperlink = Hyperlink(
            ref="F6", target="https://contoh.invalid/b", location="bab2"
        )
        lembar["G8"].value = '=IF(A1="",HYPERLINK("https://contoh.invalid/c","BA"),"")'
        lembar["F7"].value = '=_xlfn.IMAGE("https://contoh.invalid/foto.png")'
        lembar["F8"].value, lembar["F8"].hyperlink = "Daftar", Hyperlink(ref="F8", location="B1")

    isi = edit_xml(edit(build_isian(), ubah), lambda _, b: b.replace(b'ref="G6"', b'ref="$G$6:G7"'))
    baris = read_satu(read_kiriman(isi, "a"), "laporan").baris
    tautan = {b: [baris[b][k].tautan for k in ("bukti_dukung", "hambatan")] for b in baris}
    assert tautan == {
        "PLN-01.01": ["https://contoh.invalid/d/1", "https://contoh.invalid/b#bab2"],
        "PLN-01.02": ["https://contoh.invalid/d/1", "https://contoh.invalid/foto.png"],
        "PLN-01.03": ["https://contoh.invalid/c", ""],
    }
    assert baris["PLN-01.02"]["hambatan"].gambar


def test_nilai_kaya_gambar_dan_bukan_gambar() -> None:
    """Excel keeps pictures and newer errors alike, as #VALUE! with a number: only one is a picture."""
    rd = "http://schemas.microsoft.com/office/spreadsheetml/2017/richdata"
    bagian = {
        "xl/metadata.xml": f'<metadata xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" '
        f'xmlns:x="{rd}"><metadataTypes count="2"><metadataType name="XLDAPR"/><metadataType '
        'name="XLRICHVALUE"/></metadataTypes><futureMetadata name="XLRICHVALUE" count="2">'
        '<bk><extLst><ext><x:rvb i="0"/></ext></extLst></bk><bk><extLst><ext><x:rvb i="1"/></ext>'
        '</extLst></bk></futureMetadata><valueMetadata count="2"><bk><rc t="2" v="0"/></bk>'
        '<bk><rc t="2" v="1"/></bk></valueMetadata></metadata>',
        "xl/richData/rdrichvalue.xml": f'<rvData xmlns="{rd}"><rv s="1"><v>8</v></rv>'
        '<rv s="0"><v>0</v></rv></rvData>',
        "xl/richData/rdrichvaluestructure.xml": f'<rvStructures xmlns="{rd}"><s t="_localImage"/>'
        '<s t="_error"/></rvStructures>',
    }

    def ganti(nama: str, isi: bytes) -> bytes:
        if nama != "xl/worksheets/sheet1.xml":
            return isi
        for alamat, vm in (("G6", 1), ("E7", 2), ("E6", 3)):
            sel = f'<c r="{alamat}" t="e" vm="{vm}"><v>#VALUE!</v></c>'.encode()
            isi = re.sub(rb'<c r="%s"[^>]*>.*?</c>' % alamat.encode(), sel, isi)
        return isi

    isi = tambah(edit_xml(build_isian(), ganti), {n: b.encode() for n, b in bagian.items()})
    baris = read_satu(read_kiriman(isi, "a"), "laporan").baris
    galat, gambar, asing = (
        baris["PLN-01.01"]["bukti_dukung"], baris["PLN-01.02"]["realisasi"], baris["PLN-01.01"]["realisasi"],
    )  # fmt: skip
    assert [(s.galat, s.gambar) for s in (galat, gambar, asing)] == [
        ("#VALUE!", False), (None, True), ("#VALUE!", False),
    ]  # fmt: skip


PUTIH = """
| kasus                     | huruf    | dasar    | samar |
| putih tanpa dasar         | FFFFFFFF |          | ya    |
| putih di atas putih       | FFFFFFFF | FFFFFFFF | ya    |
| putih di atas kuning muda | FFFFFFFF | FFFFF2CC | ya    |
| putih di atas biru tua    | FFFFFFFF | FF1F3864 |       |
| putih di atas hijau       | FFFFFFFF | FF70AD47 |       |
| hitam tanpa dasar         | FF000000 |          |       |
| kelabu                    | FFA6A6A6 |          |       |
"""


@pytest.mark.parametrize("b", read_tabel(PUTIH), ids=lambda b: b["kasus"])
def test_angka_putih_di_atas_putih(b: dict[str, str]) -> None:
    """A number that nobody sees isn't taken for an answer; one that is told apart is."""

    def ubah(buku: openpyxl.Workbook) -> None:
        sel = buku["Laporan"]["E6"]
        sel.value, sel.font = 12, Font(color=b["huruf"])
        jenis = {"patternType": "solid", "fgColor": b["dasar"]} if b["dasar"] else {}
        sel.fill = PatternFill(**jenis)

    sel = read_satu(read_kiriman(edit(build_isian(), ubah), "a"), "laporan").baris["PLN-01.01"]
    assert sel["realisasi"].samar == ("" if b["samar"] else None)


@pytest.mark.libreoffice
def test_ods_memperlihatkan_yang_sama(tmp_path: Path) -> None:
    """In .ods too: strokes, links, what a format shows, an error that counts as 0."""

    def ubah(buku: openpyxl.Workbook) -> None:
        lembar = buku["Laporan"]
        coret = CellRichText(
            TextBlock(InlineFont(strike=True), "12"), TextBlock(InlineFont(), "150")
        )
        lembar["E6"].value, lembar["E7"].value, lembar["E7"].font = coret, 9, Font(strike=True)
        lembar["F6"].value, lembar["F6"].number_format = 1.2, "0%"
        lembar["F7"].value = "=1/0"
        lembar["F8"].value, lembar["F8"].number_format = dt.time(8, 30), "hh:mm"
        lembar["G6"].value, lembar["G6"].hyperlink = "Foto", "https://contoh.invalid/a"
        lembar["E8"].value, lembar["E8"].number_format = 0.5, "[<=1]0%;0"
        lembar["D6"].value, lembar["D6"].number_format = 1234000, "#,##0,"

    (tmp_path / "a.xlsx").write_bytes(edit(build_isian(), ubah))
    isi = soffice_convert(
        tmp_path / "a.xlsx", "ods", tmp_path / "o", hitung_ulang=True
    ).read_bytes()
    asing = edit_xml(isi, lambda n, b: b.replace(b'calcext:value-type="error"', b""))
    for berkas in (isi, asing):
        baris = read_satu(read_kiriman(berkas, "a"), "laporan").baris
        satu, dua, tiga = (baris[f"PLN-01.0{n}"] for n in (1, 2, 3))
        assert [b["realisasi"].coret for b in (satu, dua, tiga)] == [True, True, False]
        assert satu["bukti_dukung"].tautan == "https://contoh.invalid/a"
        assert (satu["hambatan"].terlihat, tiga["hambatan"].terlihat) == ("120%", "08:30")
        assert dua["hambatan"].galat == "#DIV/0!"
        persen, ribuan = tiga["realisasi"], satu["target_tw"]
        assert (persen.nilai, persen.persen, ribuan.samar) == (0.5, True, "1,234")


@pytest.mark.libreoffice
@pytest.mark.parametrize("jenis", ["xlsx", "ods", "xls"])
def test_disimpan_oleh_libreoffice(jenis: str, tmp_path: Path) -> None:
    def ubah(lembar: Any) -> None:
        lembar.write_formula(8, 4, "=1/0", None, "#DIV/0!")
        lembar.write_formula(8, 3, "=2*21", None, 42)
        lembar.write_string(8, 0, "X-1")

    (tmp_path / "a.xlsx").write_bytes(build_isian(ubah))
    hasil = soffice_convert(tmp_path / "a.xlsx", jenis, tmp_path / "hasil", hitung_ulang=True)
    buku = read_kiriman(hasil.read_bytes(), "a")
    assert (buku.jenis, buku.kode) == (jenis, (KODE,))
    laporan = read_satu(buku, "laporan")
    nilai = read_nilai(laporan)
    nilai.pop("X-1")
    assert nilai == ISI_LAPORAN
    assert read_nilai(read_satu(buku, "catatan")) == render_harapan(ISI_CATATAN)
    galat, target = laporan.baris["X-1"]["realisasi"], laporan.baris["X-1"]["target_tw"]
    assert (galat.nilai, target.nilai) == (None, 42.0)
    terlihat = jenis != "xls"
    assert bool(galat.galat) is terlihat
    assert (target.rumus is not None) is terlihat
    assert laporan.baris["PLN-01.02"]["realisasi"].persen is terlihat
    assert not laporan.baris["PLN-01.01"]["realisasi"].persen
    assert (buku.tersimpan is not None) is terlihat


@pytest.mark.libreoffice
@pytest.mark.parametrize("jenis", ["xlsx", "ods", "xls"])
def test_lembar_disalin_sendiri_ke_buku_baru(jenis: str, tmp_path: Path) -> None:
    (tmp_path / "a.xlsx").write_bytes(build_isian())
    langkah = [{"op": "salin_sendiri", "lembar": "Laporan"}]
    hasil = uno_edit(tmp_path / "a.xlsx", langkah, tmp_path / f"b.{jenis}", jenis)
    buku = read_kiriman(hasil.read_bytes(), "a")
    assert read_nilai(read_satu(buku, "laporan")) == ISI_LAPORAN
    assert buku.kode == (KODE,)
    assert "catatan" not in buku.tabel
