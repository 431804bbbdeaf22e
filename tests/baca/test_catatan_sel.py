"""What stands beside cells, as Excel, Google Sheets and WPS write it."""

from __future__ import annotations

import io
import zipfile

import pytest

from sopkinerja.baca.catatan_sel import read_catatan_sel
from tests.alur.tambal import susun
from tests.laporan.tabel import read_tabel

UTAMA = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
RELASI = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PAKET = "http://schemas.openxmlformats.org/package/2006/relationships"
CATATAN = (
    f"<comments {UTAMA}><authors><author>{{siapa}}</author></authors><commentList>"
    '<comment ref="H9" authorId="0"><text><r><t>{teks}</t></r></text></comment>'
    "</commentList></comments>"
)
UTAS = '<ThreadedComments xmlns="x"><threadedComment ref="H9"><text>{teks}</text></threadedComment></ThreadedComments>'
KOTAK = (
    '<wsDr xmlns="d" xmlns:a="a"><twoCellAnchor><from><col>7</col><row>8</row></from><sp><txBody>'
    "<a:p><a:r><a:t>{teks}</a:t></a:r></a:p></txBody></sp></twoCellAnchor></wsDr>"
)
BENTUK = {
    "catatan": ("comments", CATATAN),
    "utas": ("threadedComment", UTAS),
    "kotak": ("drawing", KOTAK),
}
KASUS = """
| kasus                      | bentuk  | penulis      | teks              | dibaca               |
| catatan Excel              | catatan | Rini         | angka sementara   | H9 angka sementara   |
| catatan tanpa penulis      | catatan |              | angka sementara   | H9 angka sementara   |
| milik formulir perbaikan   | catatan | Pemeriksa    | Isi angkanya      | H9 Isi angkanya      |
| pengganti utas             | catatan | tc={1A2B}    | [Threaded comment] |                     |
| utas Excel 365             | utas    |              | mestinya 12       | H9 mestinya 12       |
| kotak teks                 | kotak   |              | mohon dicek       | H9 mohon dicek       |
| kotak tanpa teks           | kotak   |              |                   |                      |
| panjang                    | catatan | Rini         | {panjang}         | H9 {dipotong}        |
"""


@pytest.mark.parametrize("b", read_tabel(KASUS), ids=lambda b: b["kasus"])
def test_catatan(b: dict[str, str]) -> None:
    panjang = {"panjang": "a" * 1900, "dipotong": "a" * 1500}
    jenis, pola = BENTUK[b["bentuk"]]
    isi = pola.format(siapa=b["penulis"], teks=b["teks"].format(**panjang))
    buku = f'<workbook {UTAMA} xmlns:r="{RELASI}"><sheets><sheet name="Laporan" r:id="r1"/></sheets></workbook>'
    pola_relasi = '<Relationships xmlns="{p}"><Relationship Id="r1" Type="{r}/{j}" Target="{t}"/></Relationships>'
    semua = {
        "xl/workbook.xml": buku,
        "xl/_rels/workbook.xml.rels": pola_relasi.format(
            p=PAKET, r=RELASI, j="worksheet", t="worksheets/sheet1.xml"
        ),
        "xl/worksheets/sheet1.xml": f"<worksheet {UTAMA}/>",
        "xl/worksheets/_rels/sheet1.xml.rels": pola_relasi.format(
            p=PAKET, r=RELASI, j=jenis, t="../isi1.xml"
        ),
        "xl/isi1.xml": isi,
    }
    with zipfile.ZipFile(io.BytesIO(susun({n: t.encode() for n, t in semua.items()}))) as zip_:
        hasil = read_catatan_sel(zip_)
    assert " ".join(f"{c.sel} {c.teks}" for c in hasil) == b["dibaca"].format(**panjang)
