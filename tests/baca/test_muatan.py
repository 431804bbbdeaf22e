"""Macros, links and objects in a workbook, in the spellings of several programs."""

from __future__ import annotations

import io
import zipfile

import pytest

from sopkinerja.baca.muatan import TANPA_MUATAN, Muatan, find_muatan_xls, read_muatan
from tests.alur.tambal import susun
from tests.matriks.bahan import read_tabel

KASUS = """
| program            | bagian                                | jenis                   | muatan |
| Excel              | xl/vbaProject.bin                     | ms-office.vbaProject    | makro  |
| nama bagian lain   | xl/data9.bin                          | ms-office.vbaProject    | makro  |
| garis miring balik | xl\\vbaProject.bin                     |                         | makro  |
| Excel 4.0          | xl/macrosheets/sheet1.xml             | ms-excel.macrosheet+xml | makro  |
| Excel 4.0, lain    | xl/worksheets/sheet9.xml              | ms-excel.macrosheet+xml | makro  |
| ActiveX            | xl/activeX/activeX1.xml               | ms-office.activeX+xml   | makro  |
| LibreOffice        | Basic/Standard/Module1.xml            |                         | makro  |
| LibreOffice Python | Scripts/python/a.py                   |                         | makro  |
| LibreOffice, polos | Basic/script-lc.xml                   |                         |        |
| LibreOffice, polos | Configurations2/accelerator/x.xml     |                         |        |
| .xlsm tanpa makro  | xl/workbook.xml                       | ms-excel.sheet.macroEnabled.main+xml |  |
| Excel, surat       | xl/embeddings/Surat.docx              |                         | objek  |
| Excel, OLE         | xl\\embeddings\\oleObject1.bin          |                         | objek  |
| LibreOffice, objek | Object 1/content.xml                  |                         | objek  |
| foto               | xl/media/foto.png                     | image/png               |        |
"""
HASIL = {"makro": Muatan(makro=True), "objek": Muatan(objek=1), "": TANPA_MUATAN}


@pytest.mark.parametrize("kasus", read_tabel(KASUS), ids=lambda k: k["program"])
def test_muatan(kasus: dict[str, str]) -> None:
    bagian = kasus["bagian"]
    jenis = f'<Types><Override PartName="/{bagian}" ContentType="application/{kasus["jenis"]}"/></Types>'
    semua = {bagian: b"<x/>"} | ({"[Content_Types].xml": jenis.encode()} if kasus["jenis"] else {})
    with zipfile.ZipFile(io.BytesIO(susun(semua))) as zip_:
        assert read_muatan(zip_) == HASIL[kasus["muatan"]]


@pytest.mark.parametrize(
    "tujuan", ["Rekap%20Dinas.xlsx", "file:///D:\\Data\\Rekap.xls", "https://x.id/a/Rekap.ods"]
)
def test_tautan(tujuan: str) -> None:
    isi = f'<Relationships><Relationship Id="r" Target="{tujuan}" TargetMode="External"/></Relationships>'
    nama = "xl/externalLinks/_rels/externalLink1.xml.rels"
    with zipfile.ZipFile(io.BytesIO(susun({nama: isi.encode()}))) as zip_:
        (tautan,) = read_muatan(zip_).tautan
    assert tautan == tujuan.replace("\\", "/").rpartition("/")[2]


def test_xls() -> None:
    assert find_muatan_xls("_VBA_PROJECT_CUR".encode("utf-16-le")).makro
    assert find_muatan_xls("Workbook".encode("utf-16-le")) == TANPA_MUATAN
