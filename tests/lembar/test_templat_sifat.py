"""Any text: what is given comes back equal, and is never a formula or a link."""

from __future__ import annotations

import functools
import io
import tempfile
from pathlib import Path

import openpyxl
from hypothesis import example, given
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

from sopkinerja.lembar.isi import BarisIsi
from sopkinerja.lembar.penanda import clean
from sopkinerja.lembar.templat import Templat
from tests.lembar.contoh_templat import build_isi, build_templat

GANAS = (
    "=",
    "+",
    "-",
    "@",
    "http://",
    "mailto:",
    "]]>",
    "<",
    "&",
    "{{",
    "}}",
    "_x000D_",
    "\t",
    "\n",
    " ",
    "'",
)
TEKS = st.lists(st.one_of(st.sampled_from(GANAS), st.text(max_size=8)), max_size=8).map("".join)


@functools.cache
def templat() -> Templat:
    with tempfile.TemporaryDirectory() as folder:
        return Templat.compile(build_templat(Path(folder) / "t.xlsx"))


@given(nilai=TEKS, angka=st.floats(allow_nan=False, allow_infinity=False))
@example(nilai="=cmd|'/c calc'!A1", angka=1e-320)
@example(nilai="_x0041_ \r\n baris", angka=-0.0)
def test_kembali_sama(nilai: str, angka: float) -> None:
    isi = build_isi(
        tabel={"laporan": [BarisIsi("=1", {"indikator": nilai, "realisasi": angka})]},
        penanda={"nama_opd": nilai},
    )
    hasil = io.BytesIO(templat().render(isi))
    baris = (
        CalamineWorkbook.from_filelike(hasil)
        .get_sheet_by_name("Laporan")
        .to_python(skip_empty_area=False)
    )
    harap = clean(nilai)
    assert (baris[6][0], baris[6][2], baris[6][3]) == ("=1", harap, angka)
    assert baris[0][1] == f"DINAS {harap}"
    sel = openpyxl.load_workbook(hasil)["Laporan"]["C7"]
    assert sel.data_type in ("s", "n")
    assert sel.hyperlink is None
