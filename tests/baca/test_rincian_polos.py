"""A sheet that is written plainly says the same to the search as to the parser; any other is left to
the parser."""

from __future__ import annotations

import pytest

from sopkinerja.baca.gambar_sel import GambarSel
from sopkinerja.baca.gaya_sel import Bersama, Gaya
from sopkinerja.baca.rinci import POLOS, Daerah, Rinci
from sopkinerja.baca.rincian import read_rincian_urai
from sopkinerja.baca.rincian_polos import read_rincian_polos
from sopkinerja.baca.teks_kaya import Kaya
from sopkinerja.lembar.ooxml import KEPALA_XML, UTAMA
from tests.laporan.tabel import read_tabel

BERSAMA = Bersama(
    {"3": Gaya("0%", False), "4": Gaya("", True)}, {"7": Kaya("500", None)}, GambarSel()
)
DAERAH = Daerah(frozenset({0, 1, 27}), 5, 5)
BUKA = f'<worksheet xmlns="{UTAMA}"><sheetData>'
TUTUP = "</sheetData></worksheet>"

POLOS_SEMUA = """
| kasus             | sel                                                              | beda |
|-------------------|------------------------------------------------------------------|------|
| angka tanpa gaya  | <c r="A1"><v>1</v></c>                                           | 0    |
| angka bergaya     | <c r="A1" s="3"><v>1</v></c>                                     | 1    |
| gaya tanpa nilai  | <c r="A1" s="3"/><c r="B1" s="4"></c>                            | 0    |
| dicoret           | <c r="B2" s="4" t="str"><v>a</v></c>                             | 1    |
| rumus             | <c r="A1"><f>1+2</f><v>3</v></c>                                 | 1    |
| rumus bergaya     | <c r="A1" s="3"><f aca="false">IF(A2&gt;1,&quot;&amp;lt;&quot;,2)</f><v>3</v></c> | 1 |
| rumus tanpa isi   | <c r="A1"><f/><v>3</v></c>                                       | 1    |
| rumus tanpa nilai | <c r="A1" s="3"><f>1+2</f></c>                                   | 1    |
| tautan            | <c r="A1" t="str"><f>HYPERLINK("https://contoh.invalid/a&amp;b","x")</f><v>x</v></c> | 1 |
| galat             | <c r="A1" s="3" t="e"><v>#REF!</v></c>                           | 1    |
| galat kosong      | <c r="A1" t="e"><v/></c>                                         | 1    |
| huruf beraneka    | <c r="A1" t="s"><v>7</v></c><c r="B1" t="s"><v>6</v></c>         | 1    |
| kolom dua huruf   | <c r="AB3" s="3"><v>1</v></c><c r="AA3" s="3"><v>1</v></c>       | 1    |
| sel dua kali      | <c r="A1"><f>1</f></c><c r="A1" s="3" t="e"><v>#N/A</v></c>      | 1    |
"""


@pytest.mark.parametrize("kasus", read_tabel(POLOS_SEMUA), ids=lambda k: k["kasus"])
def test_sama_dengan_pengurai(kasus: dict[str, str]) -> None:
    """As many cells with something to tell, and the same of each."""
    isi = f'{KEPALA_XML}{BUKA}<row r="1">{kasus["sel"]}</row>{TUTUP}'.encode()
    polos = read_rincian_polos(isi, BERSAMA, DAERAH)
    assert polos is not None
    terurai = read_rincian_urai(isi, BERSAMA, DAERAH)
    assert _isi(polos) == _isi(terurai)
    assert len(_isi(polos)) == int(kasus["beda"])


def _isi(rincian: dict[tuple[int, int], Rinci]) -> dict[tuple[int, int], Rinci]:
    return {letak: rinci for letak, rinci in rincian.items() if rinci != POLOS}


def test_di_bawah_tabel_tidak_dibaca() -> None:
    """A row below the last one of the tables tells nothing."""
    sel = (
        '<row r="6"><c r="A6" s="3"><v>1</v></c></row><row r="7"><c r="A7" s="3"><v>1</v></c></row>'
    )
    isi = f"{BUKA}{sel}{TUTUP}".encode()
    assert read_rincian_polos(isi, BERSAMA, DAERAH) == {(5, 0): Rinci(format="0%")}


SATU = '<c r="A1" s="3"><v>1</v></c>'
ASING = {
    "komentar": f"{BUKA}<!-- {SATU} -->{TUTUP}",
    "perintah": f"{BUKA}<?a {SATU}?><?b {SATU}?>{TUTUP}",
    "CDATA": f"{BUKA}<c r='A1' t='str'><v><![CDATA[{SATU}]]></v></c>{TUTUP}",
    "sel tanpa alamat": f'{BUKA}<c s="3"><v>1</v></c>{TUTUP}',
    "kutip tunggal": f"{BUKA}<c r='A1' s='3'><v>1</v></c>{TUTUP}",
    "urutan lain": f'{BUKA}<c s="3" r="A1"><v>1</v></c>{TUTUP}',
    "nilai kaya": f'{BUKA}<c r="A1" t="e" vm="1"><v>#VALUE!</v></c>{TUTUP}',
    "teks di sel": f'{BUKA}<c r="A1" t="inlineStr"><is><t>a</t></is></c>{TUTUP}',
    "nilai di depan rumus": f'{BUKA}<c r="A1"><v>1</v><f>1</f></c>{TUTUP}',
    "rumus bersama": f'{BUKA}<c r="A1"><f t="shared" ref="A1:A2" si="0">1</f><v>1</v></c>{TUTUP}',
    "gambar": f'{BUKA}<c r="A1"><f>DISPIMG("ID_1",1)</f><v>1</v></c>{TUTUP}',
    "huruf bernomor": f'{BUKA}<c r="A1"><f>"&#10;"</f><v>1</v></c>{TUTUP}',
    "awalan": f'<x:worksheet xmlns:x="{UTAMA}"><x:c r="A1"/></x:worksheet>',
    "dua ruang nama": f'<worksheet xmlns="{UTAMA}" xmlns:x="{UTAMA}">{SATU}</worksheet>',
    "ruang nama lain": f'<worksheet xmlns="{UTAMA}"><a xmlns="urn:a">{SATU}</a></worksheet>',
    "aksara lain": f'<?xml version="1.0" encoding="latin-1"?>{BUKA}{SATU}{TUTUP}',
    "baris baru lama": f'{BUKA}<c r="A1"><f>1\r\n+1</f><v>2</v></c>{TUTUP}',
}


@pytest.mark.parametrize("isi", ASING.values(), ids=ASING)
def test_yang_lain_diserahkan_kepada_pengurai(isi: str) -> None:
    """Where a search might see what isn't there, or not what is."""
    assert read_rincian_polos(isi.encode(), BERSAMA, DAERAH) is None
