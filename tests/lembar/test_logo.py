"""The office's logo on forms: on paper beside the letterhead, on the screen out of the way."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.utils import column_index_from_string
from openpyxl.worksheet.worksheet import Worksheet

from sopkinerja.formulir.jenis import Jenis
from sopkinerja.formulir.model import Mentah
from sopkinerja.jenis import FORMULIR
from sopkinerja.katalog import Kode
from sopkinerja.laporan.formulir import NAMA_TEMPLAT, build_isi
from sopkinerja.laporan.jenis import LAPORAN
from sopkinerja.lembar.buku_templat import read_buku
from sopkinerja.lembar.gambar_logo import MAKS_UKURAN, Logo, read_logo
from sopkinerja.lembar.isi import IsiBuku
from sopkinerja.lembar.logo import TINGGI_KOP, apply_logo
from sopkinerja.lembar.ooxml import add_relasi, read_bagian, read_relasi
from sopkinerja.lembar.templat import Templat, find_templat
from sopkinerja.temuan import Letak, Temuan
from tests.alat.cetak import check_cetak
from tests.alat.gambar import build_png
from tests.alat.layar import read_layar, read_lebar
from tests.alat.libreoffice import soffice_convert
from tests.alat.skema import validasi
from tests.alat.telaah import lint
from tests.baca.kiriman import read_kiriman
from tests.laporan.contoh_formulir import build_formulir, build_mentah

LOGO = Logo(build_png(200, 256), "png", 200, 256)
MAKS_BEKU = 120
TEMUAN = (
    Temuan(
        Kode.REALISASI_001, Letak("", "", "laporan", "PLN-01.03", "realisasi"), kode="X", target="9"
    ),
)
TERISI = ("Laporan", "Catatan", "Anggaran")


@cache
def compile_laporan(berlogo: bool = True) -> Templat:
    """The shipped template of the quarterly form."""
    return LAPORAN.compile_templat(find_templat(NAMA_TEMPLAT, None), LOGO if berlogo else None)


def build(percobaan: int = 0, banyak: int = 12) -> IsiBuku:
    """A quarterly form as it is issued, or filled and sent back with a fault."""
    formulir = build_formulir(banyak)
    mentah: Mentah | None = build_mentah(formulir) if percobaan else None
    temuan = TEMUAN if percobaan else ()
    return build_isi(formulir, mentah, temuan=temuan, percobaan=percobaan)


@pytest.mark.parametrize("jenis", FORMULIR, ids=lambda j: j.formulir.value)
def test_lembar_berkop_berlogo_sekali_simpan(jenis: Jenis[Any]) -> None:
    """Each printed sheet with a letterhead has the picture, which is stored once."""
    templat = find_templat(jenis.nama_templat, None)
    semua = apply_logo(read_bagian(templat.read_bytes()), LOGO)
    lama = openpyxl.load_workbook(templat)
    baru = openpyxl.load_workbook(io.BytesIO(zip_(semua)))
    bergambar = list_bergambar(semua)
    for ws in lama:
        kop = "{{kop_opd}}" in str(ws.oddHeader.center.text)
        dicetak = ws.title not in ("Agenda Lainnya", "Daftar Jabatan", "_sopkinerja")
        assert (ws.title in bergambar) == (dicetak and (kop or ws.title == "Petunjuk")), ws.title
        kepala = str(baru[ws.title].oddHeader.center.text)
        assert ("{{kop_opd}}" in kepala) == (kop and not dicetak)
    assert [n for n in semua if n.startswith("xl/media/")] == ["xl/media/logo.png"]


def list_bergambar(semua: Mapping[str, bytes]) -> list[str]:
    """The sheets with a drawing."""
    return [
        n.nama
        for n in read_buku(semua)
        if any(r.jenis == "drawing" for r in read_relasi(semua, n.bagian))
    ]


def zip_(semua: Mapping[str, bytes]) -> bytes:
    """The parts as a package."""
    isi = io.BytesIO()
    with zipfile.ZipFile(isi, "w") as tujuan:
        for nama, bita in semua.items():
            tujuan.writestr(nama, bita)
    return isi.getvalue()


@pytest.mark.parametrize("percobaan", [0, 1])
def test_sah_dan_tercetak_utuh(percobaan: int, tmp_path: Path) -> None:
    """A plain form and one that came back, whose cells have comments beside the picture."""
    berkas = tmp_path / "f.xlsx"
    berkas.write_bytes(compile_laporan().render(build(percobaan)))
    assert validasi(berkas) == []
    assert lint(berkas) == []
    assert check_cetak(berkas) == []
    buku = openpyxl.load_workbook(berkas)
    komentar = [s.comment for baris in buku["Laporan"].iter_rows() for s in baris if s.comment]
    assert len(komentar) == percobaan
    assert "Laporan" in list_bergambar(read_bagian(berkas.read_bytes()))


def test_layar_seperti_tanpa_logo() -> None:
    """The letterhead lies above the rows that stay in view, which are the same; so is where the
    sheet opens."""
    dengan, tanpa = (
        openpyxl.load_workbook(io.BytesIO(compile_laporan(berlogo).render(build())))
        for berlogo in (True, False)
    )
    beku = [ws for ws in dengan if ws.sheet_view.pane]
    assert len(beku) >= 7
    for ws in beku:
        baru, lama = read_layar(ws), read_layar(tanpa[ws.title])
        assert baru.beku_tinggi == lama.beku_tinggi <= MAKS_BEKU
        assert (baru.kepala, baru.kolom_beku) == (lama.kepala + 1, lama.kolom_beku)
        assert baru.sel_aktif == _turun(lama.sel_aktif)
        assert (baru.ke_isian, baru.di_sela) == (lama.ke_isian, ())
        assert _tinggi_kop(ws) >= TINGGI_KOP


def _turun(sel: str) -> str:
    return f"{sel[0]}{int(sel[1:]) + 1}"


def _tinggi_kop(ws: Worksheet) -> float:
    return ws.row_dimensions[1].height or 0


@pytest.mark.parametrize("banyak", [3, 90])
def test_isian_terbaca_seperti_tanpa_logo(banyak: int) -> None:
    """Also of a table that had to be lengthened; the logo is no picture that somebody sent."""
    isi = build(1, banyak)
    dengan, tanpa = (
        read_kiriman(compile_laporan(berlogo).render(isi), "f.xlsx") for berlogo in (True, False)
    )
    for nama in TERISI:
        (a,), (b,) = dengan.tabel[nama.lower()], tanpa.tabel[nama.lower()]
        assert {k: {n: s.nilai for n, s in sel.items()} for k, sel in a.baris.items()} == {
            k: {n: s.nilai for n, s in sel.items()} for k, sel in b.baris.items()
        }
    formulir = build_formulir(3).model_copy(update={"logo": compile_laporan().sidik_logo})
    assert (dengan.jumlah_gambar, formulir.count_gambar(dengan)) == (1, 0)
    assert formulir.count_gambar(tanpa) == 0


@pytest.mark.parametrize("jenis", ["xlsx", "ods"])
def test_gambar_pengirim_tetap_terhitung_dari_libreoffice(jenis: str, tmp_path: Path) -> None:
    """A form saved by LibreOffice still has the logo, and beside it what somebody pasted in."""
    berkas = tmp_path / "f.xlsx"
    berkas.write_bytes(compile_laporan().render(build()))
    tersimpan = soffice_convert(berkas, jenis, tmp_path / "lo")
    folder = "Pictures" if jenis == "ods" else "xl/media"
    with zipfile.ZipFile(tersimpan, "a") as arsip:
        arsip.writestr(f"{folder}/foto.png", build_png(9, 9))
    buku = read_kiriman(tersimpan.read_bytes(), tersimpan.name)
    formulir = build_formulir(3).model_copy(update={"logo": LOGO.sidik})
    assert (buku.jumlah_gambar, formulir.count_gambar(buku)) == (2, 1)
    assert build_formulir(3).count_gambar(buku) == 2


def test_gambar_milik_kantor_dibiarkan() -> None:
    """A sheet on which the office has put a picture itself stays as it is; the others get theirs."""
    asal = read_bagian(find_templat(NAMA_TEMPLAT, None).read_bytes())
    milik = next(n.bagian for n in read_buku(asal) if n.nama == "Laporan")
    add_relasi(asal, milik, "rIdKantor", "drawing", "xl/drawings/drawing1.xml")
    semua = apply_logo(asal, LOGO)
    assert "Catatan" in list_bergambar(semua)
    assert [r.id for r in read_relasi(semua, milik)] == ["rIdKantor"]
    assert b"kop_opd" in semua[milik]


@pytest.mark.parametrize(
    ("nama", "isi", "dipakai"),
    [
        ("logo.png", build_png(40, 50), True),
        ("logo.jpg", build_png(40, 50), True),  # by content, whatever it is called
        ("logo.png", b"gambar", False),
        ("logo.png", b"", False),
        ("logo.png", build_png(40, 50) + bytes(MAKS_UKURAN), False),
        ("lain.png", b"", False),
    ],
)
def test_logo_yang_dapat_dipakai(nama: str, isi: bytes, dipakai: bool, tmp_path: Path) -> None:
    if nama != "lain.png":
        (tmp_path / nama).write_bytes(isi)
    logo = read_logo(tmp_path / nama)
    assert (logo is not None) is dipakai
    if logo:
        assert (logo.isi, logo.akhiran, logo.lebar / logo.tinggi) == (
            isi,
            "png",
            pytest.approx(40 / 50),
        )


def test_kop_tidak_terbelah_dua_halaman() -> None:
    """The mandat is printed on two pages beside each other: the letterhead stands on the first, right
    of the columns that come again on the second."""
    asal = read_bagian(find_templat("mandat.xlsx", None).read_bytes())
    ws = openpyxl.load_workbook(io.BytesIO(zip_(apply_logo(asal, LOGO))))["Mandat"]
    assert ws.page_setup.fitToWidth == 2
    (kop,) = [m for m in ws.merged_cells.ranges if m.min_row == 1]
    ulang = column_index_from_string(str(ws.print_title_cols).replace("$", "").split(":")[1])
    assert kop.min_col > ulang
    assert read_lebar(ws, kop.max_col) * 2 <= read_lebar(ws, ws.max_column)
