"""A part is proved whole in pieces: where a piece ends changes nothing."""

from __future__ import annotations

import io
import zipfile

import pytest

from sopkinerja.baca.utuh import TeksBeranakError, check_utuh

POTONG = 1 << 20
SEL = b'<c r="A1"><v>12</v></c>'


def build_zip(isi: bytes) -> zipfile.ZipFile:
    berkas = io.BytesIO()
    with zipfile.ZipFile(berkas, "w") as zip_:
        zip_.writestr("xl/worksheets/sheet1.xml", isi)
    return zipfile.ZipFile(berkas)


def build_lembar(geser: int, sisip: bytes = b"") -> bytes:
    """A sheet whose first piece ends `geser` bytes into a cell, that cell being `sisip` or an honest
    one."""
    kepala = b"<worksheet><sheetData><row>"
    isi = kepala + b" " * (POTONG - len(kepala) - geser) + (sisip or SEL) + SEL * 5
    return isi + b"</row></sheetData></worksheet>"


@pytest.mark.parametrize("geser", range(len(SEL) + 1))
def test_sel_jujur_di_batas_potongan(geser: int) -> None:
    with build_zip(build_lembar(geser)) as zip_:
        check_utuh(zip_)


BERANAK = b'<c r="A1"><v>12<b/>5</v></c>'


@pytest.mark.parametrize("geser", range(len(BERANAK) + 1))
def test_sel_beranak_di_batas_potongan(geser: int) -> None:
    with build_zip(build_lembar(geser, BERANAK)) as zip_, pytest.raises(TeksBeranakError):
        check_utuh(zip_)
