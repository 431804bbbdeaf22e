"""A form says whom to ask: the Kasubag Program, by name and number where they are known."""

from __future__ import annotations

import io

import openpyxl
import pytest

from sopkinerja.formulir.model import Kontak
from sopkinerja.formulir.penanda import render_hubungi
from sopkinerja.laporan.formulir import NAMA_TEMPLAT, build_isi
from sopkinerja.laporan.jenis import LAPORAN
from sopkinerja.lembar.templat import find_templat
from tests.laporan.contoh_formulir import build_formulir
from tests.laporan.tabel import read_tabel

KASUS = """
| nama         | telepon       | hubungi                                             |
|--------------|---------------|-----------------------------------------------------|
| Melati, S.E. | 0812-0000-000 | Kasubag Program (Melati, S.E. · WhatsApp 0812-0000-000) |
| Melati, S.E. |               | Kasubag Program (Melati, S.E.)                      |
|              | 0812-0000-000 | Kasubag Program (WhatsApp 0812-0000-000)            |
|              |               | Kasubag Program                                     |
"""


@pytest.mark.parametrize("kasus", read_tabel(KASUS), ids=lambda k: k["hubungi"])
def test_yang_dihubungi(kasus: dict[str, str]) -> None:
    assert render_hubungi(Kontak(kasus["nama"], kasus["telepon"])) == kasus["hubungi"]


def test_petunjuk_menyebut_nomornya() -> None:
    templat = LAPORAN.compile_templat(find_templat(NAMA_TEMPLAT, None))
    isi = build_isi(build_formulir(2), kontak=Kontak("Melati, S.E.", "0812-0000-000"))
    lembar = openpyxl.load_workbook(io.BytesIO(templat.render(isi)))["Petunjuk"]
    semua = [str(sel.value) for baris in lembar.iter_rows() for sel in baris if sel.value]
    assert any("Melati, S.E. · WhatsApp 0812-0000-000" in isi for isi in semua)
