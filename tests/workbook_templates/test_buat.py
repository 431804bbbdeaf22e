"""The shipped templates are what their maker makes, byte for byte."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from itertools import pairwise
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.cell.cell import Cell

from sopkinerja.formulir.jenis import Jenis
from sopkinerja.jenis import FORMULIR
from sopkinerja.laporan.formulir import NAMA_TEMPLAT
from sopkinerja.laporan.jenis import LAPORAN as LAPORAN_JENIS
from sopkinerja.laporan.tabel import TABEL
from sopkinerja.lembar.ooxml import parse, q
from tests.alat.skema import validasi

FOLDER = Path(__file__).resolve().parents[2] / "workbook_templates"


def build(folder: Path) -> Path:
    folder.mkdir()
    subprocess.run([sys.executable, FOLDER / "buat.py", folder], check=True)
    return folder / NAMA_TEMPLAT


def read_bagian(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as z:
        return {n: z.read(n) for n in z.namelist()}


def test_templat_terkirim_sama_dengan_pembuatnya(tmp_path: Path) -> None:
    baru, lagi = build(tmp_path / "a"), build(tmp_path / "b")
    assert baru.read_bytes() == lagi.read_bytes()
    isi, terkirim = read_bagian(baru), read_bagian(FOLDER / NAMA_TEMPLAT)
    assert isi.keys() == terkirim.keys()
    assert [n for n in isi if isi[n] != terkirim[n]] == []


def test_templat_terkirim_diterima_mesin() -> None:
    templat = LAPORAN_JENIS.compile_templat(FOLDER / NAMA_TEMPLAT)
    kapasitas = {n: t.kapasitas for n, t in templat.tabel.items()}
    assert kapasitas == {t.nama: len(t.kunci) for t in TABEL}
    assert kapasitas.keys() == {t.nama for t in LAPORAN_JENIS.tabel}


def test_templat_mandat_sama_dengan_pembuatnya(tmp_path: Path) -> None:
    subprocess.run([sys.executable, FOLDER / "buat_mandat.py", tmp_path], check=True)
    isi, terkirim = read_bagian(tmp_path / "mandat.xlsx"), read_bagian(FOLDER / "mandat.xlsx")
    assert [n for n in isi if isi[n] != terkirim.get(n)] == []


def test_templat_renaksi_sama_dengan_pembuatnya(tmp_path: Path) -> None:
    subprocess.run([sys.executable, FOLDER / "buat_renaksi.py", tmp_path], check=True)
    isi, terkirim = read_bagian(tmp_path / "renaksi.xlsx"), read_bagian(FOLDER / "renaksi.xlsx")
    assert [n for n in isi if isi[n] != terkirim.get(n)] == []


def test_templat_skp_sama_dengan_pembuatnya(tmp_path: Path) -> None:
    subprocess.run([sys.executable, FOLDER / "buat_skp.py", tmp_path], check=True)
    isi, terkirim = read_bagian(tmp_path / "skp.xlsx"), read_bagian(FOLDER / "skp.xlsx")
    assert [n for n in isi if isi[n] != terkirim.get(n)] == []


SEMUA = sorted(p.name for p in FOLDER.glob("*.xlsx"))


@pytest.mark.parametrize("nama", SEMUA)
def test_huruf_yang_ada_di_mana_mana(nama: str) -> None:
    """A column's width counts digits of the Normal font; a font that phones lack widens all."""
    gaya = parse(read_bagian(FOLDER / nama)["xl/styles.xml"])
    huruf = gaya.findall(f"{q('fonts')}/{q('font')}")
    assert {f.find(q("name")).get("val") for f in huruf} == {"Arial"}
    assert [f for f in huruf if f.find(q("scheme")) is not None] == []
    assert huruf[0].find(q("sz")).get("val") == "10"


@pytest.mark.parametrize("jenis", FORMULIR, ids=lambda j: j.formulir.value)
def test_angka_tidak_menempel_pada_teks_di_sebelahnya(jenis: Jenis[Any]) -> None:
    """A figure on the right of its cell keeps away from a text that begins the next one."""
    buku = openpyxl.load_workbook(FOLDER / jenis.nama_templat)
    angka = 0
    for t in jenis.tabel:
        lembar = buku[t.lembar]
        for kiri, kanan in pairwise(k for k in t.kolom if k.judul):
            satu, lain = (lembar[t.sel(k.kunci)] for k in (kiri, kanan))
            teks = lain.alignment.horizontal in (None, "general", "left")
            if satu.alignment.horizontal == "right" and teks:
                angka += 1
                assert {f[-2:] for f in _list_bentuk(satu)} == {"_)"}, (t.nama, kiri.kunci)
    assert angka


def _list_bentuk(sel: Cell) -> list[str]:
    """The number formats that figures of a cell are shown in: the rules', else its own."""
    bersyarat = [
        aturan.dxf.numFmt.formatCode
        for rentang in sel.parent.conditional_formatting
        for aturan in rentang.rules
        if sel.coordinate in rentang and aturan.dxf.numFmt is not None
    ]
    return bersyarat or [sel.number_format]


@pytest.mark.validator
@pytest.mark.parametrize("nama", SEMUA)
def test_templat_terkirim_sah(nama: str) -> None:
    assert validasi(FOLDER / nama) == []
