"""Comments on single cells: what they say, where their boxes stand, whose own comments stay."""

from __future__ import annotations

import io
import re
from pathlib import Path

import openpyxl
import pytest
from openpyxl.comments import Comment

from sopkinerja.formulir.daftar_perbaikan import build_komentar
from sopkinerja.formulir.susunan import arrange_mentah
from sopkinerja.katalog import Kode, Tingkat
from sopkinerja.laporan.formulir import NAMA_TEMPLAT, build_isi
from sopkinerja.laporan.jenis import LAPORAN
from sopkinerja.laporan.tabel import TABEL
from sopkinerja.lembar.komentar import apply_komentar
from sopkinerja.lembar.ooxml import read_bagian
from sopkinerja.lembar.templat import find_templat
from sopkinerja.temuan import Letak, Temuan
from tests.alat.skema import validasi
from tests.alat.telaah import lint
from tests.laporan.contoh_formulir import build_formulir
from tests.laporan.tabel import read_tabel

KODE = "PLN-01.03"
NAKAL = "Ditulis <b>&amp; “=1+1”\x07 _x0041_"


def _temuan(tabel: str, baris: str, kolom: str, tingkat: Tingkat = Tingkat.GALAT) -> Temuan:
    letak = Letak("", "", tabel, baris, kolom)
    return Temuan(Kode.REALISASI_001, letak, tingkat=tingkat, kode="X", target="90 unit")


def build(catatan: dict[str, str] | None = None) -> bytes:
    """A correction form with faults on two sheets."""
    temuan = (_temuan("laporan", KODE, "realisasi"), _temuan("catatan", "C004", "tanggal"))
    isi = build_isi(build_formulir(6), temuan=temuan, catatan=catatan, percobaan=1)
    return LAPORAN.compile_templat(find_templat(NAMA_TEMPLAT, None)).render(isi)


def read_komentar(isi: bytes) -> dict[tuple[str, str], str]:
    buku = openpyxl.load_workbook(io.BytesIO(isi))
    semua = ((ws.title, sel) for ws in buku for baris in ws.iter_rows() for sel in baris)
    return {(lembar, s.coordinate): s.comment.text for lembar, s in semua if s.comment}


def test_setiap_sel_yang_salah_berkomentar() -> None:
    """The message and what to do stand beside the cell they are about, on each sheet."""
    komentar = read_komentar(build())
    assert {lembar for lembar, _ in komentar} == {"Laporan", "Catatan"}
    for isi in komentar.values():
        assert isi.startswith("Realisasi X masih kosong, padahal target TW ini 90 unit.")
        assert "\n→ Isi angka realisasinya." in isi


def test_formulir_biasa_tanpa_komentar() -> None:
    templat = LAPORAN.compile_templat(find_templat(NAMA_TEMPLAT, None))
    assert read_komentar(templat.render(build_isi(build_formulir(6)))) == {}


TEMPAT = """
| kasus               | tabel   | baris          | kolom     | tingkat    | sel                 |
| pada selnya         | laporan | PLN-01.01      | hambatan  | galat      | PLN-01.01.hambatan  |
| kolom tidak dikenal | laporan | PLN-01.01      | rumus     | galat      | PLN-01.01.realisasi |
| beberapa baris      | laporan | PLN-01.01, PLN-01.02 | realisasi | peringatan | PLN-01.01.realisasi PLN-01.02.realisasi |
| baris tidak ada     | laporan | PLN-09.01      | realisasi | galat      |                     |
| tanpa baris         | laporan |                | realisasi | galat      |                     |
| sekadar info        | laporan | PLN-01.01      | realisasi | info       |                     |
| tanpa tabel         |         |                |           | galat      |                     |
"""


@pytest.mark.parametrize("kasus", read_tabel(TEMPAT), ids=lambda k: k["kasus"])
def test_di_sel_mana(kasus: dict[str, str]) -> None:
    tingkat = Tingkat(kasus["tingkat"])
    temuan = _temuan(kasus["tabel"], kasus["baris"], kasus["kolom"], tingkat)
    susunan = arrange_mentah({}, [temuan], build_formulir(2))
    hasil = build_komentar(TABEL, susunan, {})
    assert [f"{baris}.{kolom}" for _, baris, kolom in hasil] == kasus["sel"].split()


def test_kata_pemeriksa_dahulu_dan_tanda_aneh_selamat() -> None:
    isi = build({KODE: NAKAL})
    tertulis = next(t for t in read_komentar(isi).values() if "Ditulis" in t)
    assert tertulis.startswith("Ditulis <b>&amp; “=1+1”")
    assert "masih kosong" in tertulis


def test_kotak_di_kanan_selnya_dan_tidak_gepeng() -> None:
    """Hidden rows and columns take no room: the box ends where it has its size."""
    bagian = read_bagian(build())
    kotak = b"".join(v for n, v in bagian.items() if n.endswith(".vml")).decode()
    for baris, kolom, jangkar in zip(
        re.findall(r"<x:Row>(\d+)", kotak),
        re.findall(r"<x:Column>(\d+)", kotak),
        re.findall(r"<x:Anchor>([^<]*)", kotak),
        strict=True,
    ):
        kiri, _, atas, _, kanan, _, bawah, _ = (int(n) for n in jangkar.split(","))
        assert (kiri, atas) == (int(kolom) + 1, int(baris))
        assert kanan > kiri
        assert bawah >= atas


def test_komentar_kantor_sendiri_tetap() -> None:
    """An office that has written comments on a sheet of its template keeps them."""
    buku = openpyxl.Workbook()
    lembar = buku.active
    assert lembar is not None
    lembar["B2"].comment = Comment("punya kantor", "Kantor")
    wadah = io.BytesIO()
    buku.save(wadah)
    bagian = list(read_bagian(wadah.getvalue()).items())
    assert apply_komentar(bagian, {"xl/worksheets/sheet1.xml": {"C3": "x"}}) == bagian


def test_sah_menurut_skema(tmp_path: Path) -> None:
    berkas = tmp_path / "perbaikan.xlsx"
    berkas.write_bytes(build({KODE: NAKAL}))
    assert validasi(berkas) == []
    assert lint(berkas) == []
