"""The page that goes out with the forms, as an officer gets it: whole in one file, on a phone and on
paper."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Callable
from hashlib import sha256
from html import unescape
from pathlib import Path

import pytest

from sopkinerja.markah import render_markah
from sopkinerja.paket.petunjuk import NAMA, TANDA, render_petunjuk, write_petunjuk
from sopkinerja.panduan import DAFTAR, find_panduan
from sopkinerja.ruang import Ruang
from tests.alat.peramban import Peramban
from tests.alat.program import find_poppler

PONSEL = 360


def test_kata_yang_sama_dengan_panduannya() -> None:
    """Every word of the guide for officers, and nothing that has to be fetched from elsewhere."""
    laman = render_petunjuk().decode()
    badan = laman[laman.index("<body>") :]
    berkas = find_panduan(next(p for p in DAFTAR if p.nama == "pegawai"))
    polos = render_markah(berkas.read_text("utf-8"), 80, {}, berwarna=False)
    tanpa_nomor = re.sub(r"(?m)^\d+\. ", "", polos.partition("[gambar")[0])
    assert re.findall(r"\w+", unescape(re.sub(r"<[^>]+>", "", badan))) == re.findall(
        r"\w+", tanpa_nomor
    )
    assert TANDA in render_petunjuk()[:2048]
    assert re.findall(r"https?://|<script|<link", laman) == []
    assert len(laman) < 60_000


def _build_versi_lain(kini: bytes) -> bytes:
    """The page as another version of the program would have written it."""
    laman, tanda, _ = kini.replace(b"<h1>", b"<h1>Dahulu: ").rpartition(b"<!-- sidik isi: ")
    return laman + tanda + sha256(laman).hexdigest().encode() + b" -->\n"


SALINAN: list[tuple[str, Callable[[bytes], bytes | None], bool]] = [
    ("belum ada", lambda _: None, True),
    ("sama", lambda kini: kini, False),
    ("versi lain", _build_versi_lain, True),
    ("versi lain, disunting", lambda k: _build_versi_lain(k).replace(b"Dahulu", b"Dari kami"), False),
    ("disunting", lambda kini: kini.replace(b"<h1>", b"<h1>Dinas kita: "), False),
    ("ditambah di ujungnya", lambda kini: _build_versi_lain(kini) + b"<p>Tambahan</p>", False),
    ("versi tanpa sidik", lambda kini: kini.partition(b"<!-- sidik")[0], False),
    ("kosong", lambda _: b"", False),
]  # fmt: skip


@pytest.mark.parametrize(("kasus", "ubah", "ditulis"), SALINAN, ids=[k for k, _, _ in SALINAN])
def test_salinan_di_ruang_kerja(
    kasus: str, ubah: Callable[[bytes], bytes | None], ditulis: bool, tmp_path: Path
) -> None:
    """One office sends out one version; what somebody edited is theirs."""
    ruang, kini = Ruang(tmp_path), render_petunjuk()
    lama = ubah(kini)
    if lama is not None:
        (tmp_path / NAMA).write_bytes(lama)
    assert write_petunjuk(ruang) == ([tmp_path / NAMA] if ditulis else [])
    assert (tmp_path / NAMA).read_bytes() == (kini if ditulis else lama)


@pytest.mark.chromium
@pytest.mark.poppler
def test_di_ponsel_dan_di_kertas(tmp_path: Path) -> None:
    """Nothing is cut off on a narrow phone, its picture shows, and it prints on one page."""
    berkas = tmp_path / NAMA
    berkas.write_bytes(render_petunjuk())
    with Peramban() as peramban:
        halaman = peramban.open(berkas, PONSEL)
        assert halaman.run("document.documentElement.scrollWidth") <= PONSEL
        assert halaman.run("document.images[0].naturalWidth") > 0
        assert halaman.list_keluhan() == []
        pdf, alat = halaman.print(tmp_path / "cara.pdf"), find_poppler()
    assert alat is not None
    hasil = subprocess.run([alat, pdf, "-"], capture_output=True, text=True, check=True)
    assert hasil.stdout.count("\f") == 1
