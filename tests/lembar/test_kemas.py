"""The zip around a workbook: whatever its parts are made of, any reader gets them back."""

from __future__ import annotations

import io
import random
import zipfile

import pytest

from sopkinerja.lembar.kemas import RUAS, Isi, join, pack

ACAK = random.Random(7)
TEKS = "".join(ACAK.choice("<c r='s'/>abc &é–中") for _ in range(3 * RUAS))

BAGIAN: dict[str, Isi] = {
    "[Content_Types].xml": b"",
    "xl/kecil.xml": b"<a/>",
    "xl/tetap.xml": TEKS.encode() * 3,
    "xl/media/gambar.png": ACAK.randbytes(5000),
    "xl/kosong.xml": [],
    "xl/pendek.xml": ["<a>", "Rp", "</a>"],
    "xl/lembar.xml": ["<a>", TEKS, "12", "–", TEKS, TEKS[::-1], "</a>"],
    "xl/é.xml": [TEKS],
}


def _buka(isi: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(isi)) as zip_:
        assert zip_.testzip() is None
        return {i.filename: zip_.read(i) for i in zip_.infolist()}


@pytest.mark.parametrize("tetap", [(), tuple(BAGIAN)])
def test_isi_kembali_utuh(tetap: tuple[str, ...]) -> None:
    """Every part as it was, in its order, also a second time, when stretches are at hand."""
    pertama, kedua = (pack(BAGIAN.items(), tetap) for _ in range(2))
    assert pertama == kedua
    assert list(_buka(pertama).items()) == [(n, join(b)) for n, b in BAGIAN.items()]


def test_ruas_yang_dipakai_lagi_di_tempat_lain() -> None:
    """A stretch that was squeezed for one part serves another, with other text around it."""
    pack([("a.xml", ["<a>", TEKS, "</a>"])])
    isi = _buka(pack([("b.xml", [TEKS[::-1], "beda", TEKS])]))
    assert isi == {"b.xml": f"{TEKS[::-1]}beda{TEKS}".encode()}


def test_bagian_diperas_kecuali_yang_tak_berguna() -> None:
    """Text gets smaller; a picture and a small part lie as they are."""
    with zipfile.ZipFile(io.BytesIO(pack(BAGIAN.items()))) as zip_:
        cara = {i.filename: i.compress_type for i in zip_.infolist()}
        padat = zip_.getinfo("xl/lembar.xml")
    assert cara["xl/kecil.xml"] == cara["xl/media/gambar.png"] == zipfile.ZIP_STORED
    assert padat.compress_size < padat.file_size
