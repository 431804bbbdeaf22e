"""A merged value counts in every row that it spans, and what isn't an entry doesn't spread."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from sopkinerja.baca.gabungan import Kotak, read_kotak_ods, spread_isi, spread_rincian
from sopkinerja.baca.rincian import Rinci
from sopkinerja.baca.sel import BukuTerbaca
from tests.baca.kiriman import read_kiriman

KOSONG = ["", "", ""]


def build_isi() -> list[list[Any]]:
    return [
        ["kunci:catatan", "kode", "uraian"],
        ["C001", "A.01", "Rapat"],
        ["C002", "", "Kunjungan"],
        ["C003", "", ""],
    ]


@pytest.mark.parametrize(
    ("kotak", "kolom", "hasil"),
    [
        (((1, 1), (2, 1)), 1, ["kode", "A.01", "A.01", ""]),
        (((1, 1), (3, 1)), 1, ["kode", "A.01", "A.01", "A.01"]),
        (((1, 1), (2, 2)), 1, ["kode", "A.01", "A.01", ""]),
        (((1, 1), (2, 2)), 2, ["uraian", "Rapat", "Kunjungan", ""]),
        (((2, 2), (3, 2)), 2, ["uraian", "Rapat", "Kunjungan", "Kunjungan"]),
        (((2, 2), (1048575, 2)), 2, ["uraian", "Rapat", "Kunjungan", "Kunjungan"]),
        (((1, 1), (1, 2)), 2, ["uraian", "Rapat", "Kunjungan", ""]),
        (((1, 0), (2, 0)), 0, ["kunci:catatan", "C001", "C002", "C003"]),
        (((9, 1), (12, 1)), 1, ["kode", "A.01", "", ""]),
        (((1, 9), (3, 9)), 1, ["kode", "A.01", "", ""]),
    ],
    ids=["dua baris", "tiga baris", "dua baris dua kolom", "ke samping tidak", "di bawah",
         "jauh ke bawah", "satu baris", "kolom kunci", "di luar baris", "di luar kolom"],
)  # fmt: skip
def test_nilai_turun_ke_tiap_baris(kotak: Kotak, kolom: int, hasil: list[str]) -> None:
    isi = build_isi()
    spread_isi(isi, [kotak])
    assert [b[kolom] for b in isi] == hasil


def test_judul_tidak_turun() -> None:
    isi: list[list[Any]] = [["Uraian  Kegiatan", "Volume"], ["", ""], ["Rapat", 2.0]]
    judul = {"uraian kegiatan", "volume"}
    assert spread_isi(isi, [((0, 0), (1, 0)), ((0, 1), (1, 1))], judul) == ()
    assert isi[1] == ["", ""]
    judul = frozenset({"pagu"})
    isi = [["Pagu", "Volume"], ["", ""]]
    assert [g.alamat for g in spread_isi(isi, [((0, 0), (1, 0)), ((0, 1), (1, 1))], judul)] == [
        "B1:B2"
    ]


def test_format_dan_galat_ikut_rumus_tidak() -> None:
    (satu,) = spread_isi([["x"], [""], [""]], [((0, 0), (2, 0))])
    rincian = {(0, 0): Rinci(rumus="A9", persen=True, galat="#REF!")}
    spread_rincian(rincian, [satu])
    assert rincian[1, 0] == rincian[2, 0] == Rinci(persen=True, galat="#REF!", gabungan="A1:A3")
    assert rincian[0, 0].gabungan == ""


ODS = """<office:document-content
 xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0">
<table:table table:name="Satu"><table:table-row table:number-rows-repeated="3"><table:table-cell/>
</table:table-row><table:table-row><table:table-cell table:number-columns-repeated="2"/>
<table:table-cell table:number-rows-spanned="{tinggi}" table:number-columns-spanned="2"/>
<table:covered-table-cell/></table:table-row></table:table>
<table:table table:name="Dua"/></office:document-content>"""


@pytest.mark.parametrize(
    ("tinggi", "hasil"),
    [(1, {}), (2, {"Satu": [((3, 2), (4, 3))], "Dua": []}), (15, {"Satu": [((3, 2), (17, 3))], "Dua": []})],
)  # fmt: skip
def test_gabungan_ods(tinggi: int, hasil: dict[str, list[Kotak]]) -> None:
    berkas = io.BytesIO()
    with zipfile.ZipFile(berkas, "w") as zip_:
        zip_.writestr("content.xml", ODS.format(tinggi=tinggi))
    assert read_kotak_ods(berkas.getvalue()) == hasil


def write_buku(folder: Path, gabung: str, **ubah: Any) -> BukuTerbaca:
    """A log of three rows, kept by its keys, with one merged range."""
    buku = openpyxl.Workbook()
    lembar = buku.active
    assert lembar is not None
    lembar.title = "Catatan"
    for b, baris in enumerate(
        (
            ["kunci:catatan", "tanggal", "kode", "uraian", "volume"],
            ["", "Tanggal", "Kode Indikator", "Uraian Kegiatan", "Volume"],
            ["C001", "5/1/2026", "A.01", "Rapat", 2],
            ["C002", None, None, "Kunjungan", 3],
            ["C003", None, None, None, None],
        ),
        1,
    ):
        for k, nilai in enumerate(baris, 1):
            lembar.cell(b, k, nilai)
    for sel, nilai in ubah.items():
        lembar[sel] = nilai
    lembar.merge_cells(gabung)
    berkas = folder / "a.xlsx"
    buku.save(berkas)
    return read_kiriman(berkas.read_bytes(), berkas.name)


@pytest.mark.parametrize(
    ("gabung", "kolom", "hasil"),
    [
        ("C3:C4", "kode", {"C001": ("A.01", ""), "C002": ("A.01", "C3:C4")}),
        ("B3:B4", "tanggal", {"C001": ("5/1/2026", ""), "C002": ("5/1/2026", "B3:B4")}),
        ("E3:E4", "volume", {"C001": (2.0, ""), "C002": (2.0, "E3:E4")}),
        ("C1:D1", "kode", {"C001": ("A.01", ""), "C002": (None, "")}),
    ],
)
def test_buku_yang_digabung_selnya(
    tmp_path: Path, gabung: str, kolom: str, hasil: dict[str, tuple[Any, str]]
) -> None:
    (tabel,) = write_buku(tmp_path, gabung).tabel["catatan"]
    terbaca = {k: (b[kolom].nilai, b[kolom].gabungan) for k, b in tabel.baris.items()}
    assert {k: terbaca[k] for k in hasil} == hasil
