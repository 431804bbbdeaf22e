"""Texts that no honest cell holds: control characters, and more letters than a cell of Excel."""

from __future__ import annotations

import pytest

from sopkinerja.baca.buku import build_sel
from sopkinerja.baca.rinci import POLOS
from sopkinerja.baca.teks_asing import MAKS_HURUF, SelPanjangError, clean_teks
from sopkinerja.katalog import Kode
from sopkinerja.temuan import MAKS_KUTIPAN, Temuan
from tests.laporan.tabel import read_tabel

KASUS = r"""
| Kasus                       | Isi                     | Terbaca         |
|-----------------------------|-------------------------|-----------------|
| biasa                       | Hujan                   | Hujan           |
| alinea dari Alt+Enter       | a\nb                    | a\nb            |
| tab dari Word               | a\tb                    | a\tb            |
| warna terminal              | \x1b[31mmerah           | [31mmerah       |
| layar terminal dihapus      | \x9b2Jhilang            | 2Jhilang        |
| lonceng dari program lama   | \x07bunyi               | bunyi           |
| NUL                         | a\x00b                  | ab              |
| DEL                         | a\x7fb                  | ab              |
| hanya kendali               | \x1b\x07                |                 |
| hanya tanda tak tampak      | \u200b\u2800          |                 |
| tanda tak tampak di dalam   | a\u200bb               | a\u200bb       |
| huruf lain tetap            | é 😀 العربية            | é 😀 العربية    |
"""


def baca(teks: str) -> str:
    for tulisan, huruf in (("\\n", "\n"), ("\\t", "\t"), ("\\x1b", "\x1b"), ("\\x9b", "\x9b"),
                           ("\\x07", "\x07"), ("\\x00", "\x00"), ("\\x7f", "\x7f"),
                           ("\\u200b", "\u200b"), ("\\u2800", "\u2800")):  # fmt: skip
        teks = teks.replace(tulisan, huruf)
    return teks


@pytest.mark.parametrize("kasus", read_tabel(KASUS), ids=lambda k: k["Kasus"])
def test_kendali(kasus: dict[str, str]) -> None:
    sel = build_sel(baca(kasus["Isi"]), "Laporan", "K11", POLOS)
    assert sel.nilai == (baca(kasus["Terbaca"]) or None)


@pytest.mark.parametrize(("huruf", "muat"), [("x", MAKS_HURUF), ("😀", MAKS_HURUF // 2)])
def test_terlalu_panjang(huruf: str, muat: int) -> None:
    """As long as a cell of Excel is taken; one letter more isn't."""
    assert clean_teks(huruf * muat, "Laporan", "K11") == huruf * muat
    with pytest.raises(SelPanjangError) as galat:
        clean_teks(huruf * (muat + 1), "Laporan", "K11")
    assert (galat.value.lembar, galat.value.alamat) == ("Laporan", "K11")


def test_kutipan_dalam_pesan() -> None:
    """A message stays short and commands no terminal, whatever it quotes."""
    temuan = Temuan(Kode.ANGKA_001, butir="Realisasi", isi="\x1b[2J" + "x" * 30_000)
    assert "\x1b" not in temuan.pesan
    assert MAKS_KUTIPAN < len(temuan.pesan) < MAKS_KUTIPAN + 200
