"""A workbook that a program would refuse to open isn't read in part."""

from __future__ import annotations

import io
import zipfile

import pytest
import xlsxwriter

from sopkinerja.baca.buku import BerkasDitolak
from tests.baca.kiriman import read_kiriman
from tests.laporan.tabel import read_tabel
from tests.mutator.borang import build_zip

KASUS = """
| Kasus                       | Bagian                   | Lama           | Baru                    | Temuan     |
|-----------------------------|--------------------------|----------------|-------------------------|------------|
| utuh                        | xl/worksheets/sheet1.xml | </sheetData>   | </sheetData>            |            |
| ekor lembar terpotong       | xl/worksheets/sheet1.xml | </worksheet>   |                         | BERKAS_003 |
| tanda tutup yang keliru     | xl/worksheets/sheet1.xml | <pageMargins   | </row><pageMargins      | BERKAS_003 |
| komentar tak ditutup        | xl/worksheets/sheet2.xml | <pageMargins   | <!-- <pageMargins       | BERKAS_003 |
| huruf NUL di lembar lain    | xl/worksheets/sheet2.xml | <pageMargins   | \x00<pageMargins        | BERKAS_003 |
| gaya terpotong              | xl/styles.xml            | </styleSheet>  |                         | BERKAS_003 |
| buku dengan DTD             | xl/workbook.xml          | <workbook      | <!DOCTYPE a><workbook   | BERKAS_009 |
| lembar lain dengan DTD      | xl/worksheets/sheet2.xml | <worksheet     | <!DOCTYPE a><worksheet  | BERKAS_009 |
| dua lembar bernama sama     | xl/workbook.xml          | name="Dua"     | name="Satu"             | BERKAS_003 |
| nama sama, huruf lain       | xl/workbook.xml          | name="Dua"     | name="SATU"             | BERKAS_003 |
| unsur di dalam nilai        | xl/worksheets/sheet1.xml | <v>11</v>      | <v>1<v>1</v></v>        | BERKAS_003 |
| unsur di dalam teks sel     | xl/worksheets/sheet2.xml | <v>11</v>      | <is><t xml:space="preserve">1<c r="B2"><v>5</v></c></t></is> | BERKAS_003 |
| unsur di dalam teks bersama | xl/sharedStrings.xml     | <t>a</t>       | <t>a<v>5</v></t>        | BERKAS_003 |
| teks kosong bukan unsur     | xl/worksheets/sheet1.xml | <v>11</v>      | <is><t xml:space="preserve"/><phoneticPr fontId="1"/></is> |  |
| komentar di dalam nilai     | xl/worksheets/sheet1.xml | <v>11</v>      | <v>1<!-- -->1</v>       |            |
| tema rusak tidak mengapa    | xl/theme/theme1.xml      | </a:theme>     |                         |            |
"""


def build_bagian() -> dict[str, bytes]:
    """The parts of a small workbook of two sheets."""
    isi = io.BytesIO()
    with xlsxwriter.Workbook(isi, {"in_memory": True}) as buku:
        for nama in ("Satu", "Dua"):
            buku.add_worksheet(nama).write_row("A1", (11, "a"))
    with zipfile.ZipFile(isi) as arsip:
        return {n: arsip.read(n) for n in arsip.namelist()}


@pytest.mark.parametrize("kasus", read_tabel(KASUS), ids=lambda k: k["Kasus"])
def test_buku_yang_tak_utuh(kasus: dict[str, str]) -> None:
    bagian = build_bagian()
    lama = bagian[kasus["Bagian"]]
    bagian[kasus["Bagian"]] = lama.replace(kasus["Lama"].encode(), kasus["Baru"].encode(), 1)
    assert bagian[kasus["Bagian"]] != lama or kasus["Lama"] == kasus["Baru"]
    if not kasus["Temuan"]:
        assert read_kiriman(build_zip(bagian), "x.xlsx").lembar == ("Satu", "Dua")
        return
    with pytest.raises(BerkasDitolak) as tolak:
        read_kiriman(build_zip(bagian), "x.xlsx")
    assert tolak.value.temuan.kode.name == kasus["Temuan"]
