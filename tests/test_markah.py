"""A guide as text: what stands where, folded to eighty columns, without a mark left."""

from __future__ import annotations

import pytest

from sopkinerja.markah import render_markah
from sopkinerja.panduan import DAFTAR, Panduan, find_panduan

TUJUAN = {"pasang.md": "sopkinerja panduan pasang"}
KASUS = [
    ("# Judul", "Judul\n====="),
    ("## Judul", "Judul\n-----"),
    ("**Tebal** dan *miring* dan `kode`", "Tebal dan miring dan kode"),
    ("[cara](pasang.md), [lain](kerja.md)", "cara (sopkinerja panduan pasang), lain"),
    ("![Di ponsel](gambar/a.png)", "[gambar: Di ponsel]"),
    ("- satu dua tiga empat lima", "- satu dua tiga\n  empat lima"),
    ("   2. satu dua tiga empat", "   2. satu dua tiga\n      empat"),
    ("   ```\n   a b\n     c\n   ```", "    a b\n      c"),
    ("| a | b |\n|---|---|\n| `x` | y |", "a  b\n-  -\nx  y"),
    (
        "| k | satu | dua |\n|---|---|---|\n| `K_1` | panjang sekali | juga panjang |",
        "K_1\n  satu: panjang\n    sekali\n  dua: juga panjang\n",
    ),
    ("<!-- [[[cog\nx\n]]] -->\nisi", "isi"),
]


@pytest.mark.parametrize(("markah", "teks"), KASUS, ids=[k for k, _ in KASUS])
def test_markah(markah: str, teks: str) -> None:
    assert render_markah(markah, 20 if "satu" in markah else 80, TUJUAN, berwarna=False) == teks


def test_warna_hanya_bila_diminta() -> None:
    assert render_markah("**a**", 80, {}, berwarna=True) == "\x1b[1ma\x1b[22m"


@pytest.mark.parametrize("panduan", DAFTAR, ids=lambda p: p.nama)
def test_setiap_panduan_selebar_terminal(panduan: Panduan) -> None:
    """But for what is to be typed as it is, no line is wider than a terminal."""
    isi = find_panduan(panduan).read_text(encoding="utf-8")
    teks = render_markah(isi, 80, TUJUAN, berwarna=False)
    assert [b for b in teks.splitlines() if len(b) > 80 and not b.startswith("    ")] == []
    assert len(teks.split()) > len(isi.split()) / 2
