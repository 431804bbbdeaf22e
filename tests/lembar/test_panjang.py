"""A table holds what it is given: its last row is repeated, and everything below and around goes
along."""

from __future__ import annotations

import base64
import io
import zipfile
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from sopkinerja.lembar.isi import BarisIsi, IsiBuku, Rumus, Tautan
from sopkinerja.lembar.templat import Templat
from tests.alat.program import find_validator
from tests.alat.skema import validasi
from tests.alat.telaah import lint
from tests.lembar.contoh_templat import build_isi, build_templat

GAMBAR = io.BytesIO(
    base64.b64decode(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
    )
)


def _hias(buku: Any, lembar: Any) -> None:
    """What an office puts beside and below a table."""
    laporan, catatan = lembar["Laporan"], lembar["Catatan"]
    format_ = buku.add_format({"bg_color": "#FF0000"})
    laporan.conditional_format(
        "D7:D10", {"type": "formula", "criteria": "=$D7>$D$12", "format": format_}
    )
    laporan.conditional_format("D10", {"type": "formula", "criteria": "=$D10=1", "format": format_})
    laporan.merge_range("H10:I10", "")
    laporan.merge_range("J7:J10", "samping")
    laporan.merge_range("C14:D14", "Mengetahui, {{nama_opd}}")
    laporan.set_row(13, 60)
    laporan.write_comment("C14", "tanda tangan")
    laporan.insert_image("C16", "cap.png", {"image_data": GAMBAR})
    laporan.set_h_pagebreaks([12])
    catatan.write_formula("H1", "=SUM(Laporan!$D$7:$D$10)", None, 0)
    buku.define_name("di_catatan", "=Catatan!$H$1")
    buku.define_name("daftar_no", "=Laporan!$B$7:$B$10")
    bagan = buku.add_chart({"type": "bar"})
    bagan.add_series({"values": "=Laporan!$D$7:$D$10"})
    lembar["Perbaikan"].insert_chart("F10", bagan)


def _isi(banyak: int) -> IsiBuku:
    baris = [
        BarisIsi(f"P.{n:02d}", {"no": n, "indikator": f"Indikator {n}", "realisasi": n, "capaian": Rumus(100.0 * n)})
        for n in range(1, banyak + 1)
    ]  # fmt: skip
    tautan = Tautan("baris akhir", "laporan", f"P.{banyak:02d}", "realisasi")
    return build_isi(
        tabel={"laporan": baris, "perbaikan": [BarisIsi("P01", {"sel": tautan})]},
        rumus={"jumlah_realisasi": 1, "di_catatan": 1},
    )


def _buku(isi: bytes) -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(isi))


@pytest.fixture
def panjang(tmp_path: Path) -> openpyxl.Workbook:
    """24 rows of a table made for four: 20 more, all in use."""
    templat = Templat.compile(build_templat(tmp_path / "t.xlsx", _hias))
    (tmp_path / "hasil.xlsx").write_bytes(templat.render(_isi(24)))
    return _buku((tmp_path / "hasil.xlsx").read_bytes())


def test_baris_bertambah(panjang: openpyxl.Workbook) -> None:
    lembar = panjang["Laporan"]
    assert [lembar.cell(b, 1).value for b in range(7, 31)] == [f"P.{n:02d}" for n in range(1, 25)]
    assert lembar["F30"].value == '=IF(D30="","",D30*100)'
    assert lembar["G30"].value == "satuan & <tetap>"
    assert lembar["C32"].value == "Jumlah"
    assert lembar["D32"].value == "=SUM(D7:D30)"
    assert not lembar["D30"].protection.locked


def test_yang_menunjuk_ikut(panjang: openpyxl.Workbook) -> None:
    lembar = panjang["Laporan"]
    assert [str(v.sqref) for v in lembar.data_validations.dataValidation] == ["D7:D30"]
    warna = {str(c.sqref): c.rules[0].formula for c in lembar.conditional_formatting}
    assert warna == {"D7:D30": ["$D7>$D$32"], "D10:D30": ["$D10=1"]}
    assert lembar.print_area == "'Laporan'!$A$1:$G$32"
    nama = {n: d.attr_text for n, d in panjang.defined_names.items()}
    assert nama == {
        "jumlah_realisasi": "Laporan!$D$32", "daftar_no": "Laporan!$B$7:$B$30",
        "di_catatan": "Catatan!$H$1",
    }  # fmt: skip
    assert panjang["Catatan"]["H1"].value == "=SUM(Laporan!$D$7:$D$30)"
    assert panjang["Perbaikan"]["C4"].hyperlink.location == "'Laporan'!D30"


def test_di_bawah_dan_di_samping(panjang: openpyxl.Workbook) -> None:
    lembar = panjang["Laporan"]
    gabungan = {str(m) for m in lembar.merged_cells.ranges}
    assert gabungan == {"J7:J30", "C34:D34", *(f"H{b}:I{b}" for b in range(10, 31))}
    assert lembar["C34"].value == "Mengetahui, A & <B>"
    assert lembar.row_dimensions[34].height == 60
    assert lembar["C34"].comment.text == "tanda tangan"
    assert [b.id for b in lembar.row_breaks.brk] == [32]


def test_gambar_ikut(tmp_path: Path) -> None:
    templat = Templat.compile(build_templat(tmp_path / "t.xlsx", _hias))
    with zipfile.ZipFile(io.BytesIO(templat.render(_isi(5)))) as berkas:
        gambar = berkas.read("xl/drawings/drawing2.xml").decode()
        kotak = berkas.read("xl/drawings/vmlDrawing1.vml").decode()
    assert "<xdr:row>35</xdr:row>" in gambar
    assert "<x:Row>33</x:Row>" in kotak


def test_bagan_ikut(tmp_path: Path) -> None:
    templat = Templat.compile(build_templat(tmp_path / "t.xlsx", _hias))
    bagan = _buku(templat.render(_isi(5)))["Perbaikan"]._charts[0]
    assert bagan.series[0].val.numRef.f == "Laporan!$D$7:$D$30"


def test_pendek_tetap(tmp_path: Path) -> None:
    """A form that fits is what it was, also from a template that was lengthened before; rows of a
    longer one that aren't used are hidden."""
    templat = Templat.compile(build_templat(tmp_path / "t.xlsx", _hias))
    dulu = templat.render(_isi(4))
    lembar = _buku(templat.render(_isi(5)))["Laporan"]
    assert [lembar.row_dimensions[b].hidden for b in (11, 12, 30)] == [False, True, True]
    assert templat.render(_isi(4)) == dulu


@pytest.mark.skipif(find_validator() is None, reason="Open XML validator missing")
@pytest.mark.parametrize("banyak", [5, 24, 200])
def test_sah(tmp_path: Path, banyak: int) -> None:
    templat = Templat.compile(build_templat(tmp_path / "t.xlsx", _hias))
    (tmp_path / "hasil.xlsx").write_bytes(templat.render(_isi(banyak)))
    assert validasi(tmp_path / "hasil.xlsx") == []
    assert lint(tmp_path / "hasil.xlsx") == []
