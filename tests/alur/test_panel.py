"""The form's own check, reckoned by LibreOffice, says before sending what `terima` says after: the
same rows are faulty, on the same typed cells."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from sopkinerja.agenda.agenda import Agenda
from sopkinerja.istilah import Putusan, Triwulan
from sopkinerja.katalog import Tingkat
from tests.alat.libreoffice import uno_read
from tests.alur.kecil import create_kecil, find_formulir, find_tempat, issue, ketik, terima
from tests.alur.kiriman import build_indikator
from tests.laporan.tabel import read_tabel

pytestmark = pytest.mark.libreoffice

KASUS = read_tabel("""
| realisasi     | hambatan | rekomendasi | panel | galat |
|---------------|----------|-------------|-------|-------|
| 10            |          |             |       |       |
| 12            |          |             |       |       |
| 0             |          |             | ya    | ya    |
| 0             | Hujan    | Diulang     |       |       |
| 4             | Hujan    | Diulang     |       |       |
| 4             |          | Diulang     | ya    | ya    |
| 4             | Hujan    |             | ya    | ya    |
| 4             | spasi    | spasi       | ya    | ya    |
| kosong        |          |             | ya    | ya    |
| kosong        | Hujan    | Diulang     | ya    | ya    |
| teks: nihil   |          |             | ya    | ya    |
| teks: 12 dok  |          |             | ya    | ya    |
| -3            |          |             | ya    | ya    |
| spasi         |          |             | ya    | ya    |
| teks: 12      |          |             | ya    |       |
| teks: 1.234,5 |          |             | ya    |       |
| tanggal       |          |             |       | ya    |
""")
"""Target 10 of each; `spasi` is a cell of blanks, `teks: …` a number or word typed as text. The last
three are where the two differ: a number typed as text can't be reckoned with in the form, but is
read; a date is a number to a formula, and only `terima` sees what it is."""


def build_nilai(teks: str) -> Any:
    match teks.split(": "):
        case ["kosong" | ""]:
            return None
        case ["spasi"]:
            return "   "
        case ["tanggal"]:
            return dt.date(2026, 4, 2)
        case ["teks", isi]:
            return isi
        case _:
            return float(teks) if teks.lstrip("-").isdigit() else teks


def test_panel_dan_terima_sepakat(tmp_path: Path) -> None:
    indikator = tuple(build_indikator("STF-01", n) for n in range(1, len(KASUS) + 1))
    ruang = create_kecil(tmp_path / "ruang", indikator)
    issue(ruang)
    with Agenda(ruang.berkas_agenda, baca_saja=True) as agenda:
        formulir = find_formulir(ruang, agenda, Triwulan.I)["STF-01"]
    isian = {
        ("laporan", i.kode, k): nilai
        for i, kasus in zip(indikator, KASUS, strict=True)
        for k in ("realisasi", "hambatan", "rekomendasi")
        if (nilai := build_nilai(kasus[k])) is not None
    }
    isian |= {("laporan", i.kode, "bukti_dukung"): "daftar hadir.pdf" for i in indikator}
    berkas = ketik(formulir, isian, ruang.inbox / "staf.xlsx")
    hitung = uno_read(berkas, hitung_ulang=True)
    tempat = find_tempat(openpyxl.load_workbook(berkas))
    panel = {}
    for i in indikator:
        lembar, sel = tempat["laporan", i.kode, "kurang"]
        panel[i.kode] = bool(hitung[lembar].get(sel))
    banyak = sum(panel.values())
    sisa = str(hitung["Laporan"]["B4"])
    assert sum(map(int, re.findall(r"\d+", sisa))) == banyak, sisa
    (kiriman,) = terima(ruang).rencana.kiriman
    assert kiriman.putusan is Putusan.PERLU_PERBAIKAN
    galat = {t.letak.baris for t in kiriman.temuan if t.tingkat is Tingkat.GALAT}
    for i, kasus in zip(indikator, KASUS, strict=True):
        assert (panel[i.kode], i.kode in galat) == (bool(kasus["panel"]), bool(kasus["galat"])), (
            kasus
        )
