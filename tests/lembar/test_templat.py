"""Issuing: what goes into the slots is what other programs read, and nothing else changes."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from python_calamine import CalamineWorkbook

from sopkinerja.kesalahan import SopKinerjaError
from sopkinerja.lembar.isi import BarisIsi, Tautan
from sopkinerja.lembar.slot import build_serial
from sopkinerja.lembar.templat import Templat, find_templat
from sopkinerja.ruang import Ruang
from tests.alat.program import find_validator
from tests.alat.skema import validasi
from tests.alat.telaah import lint
from tests.lembar.contoh_templat import BARIS_LAPORAN, build_isi, build_templat, edit_paket


@pytest.fixture
def templat(tmp_path: Path) -> Templat:
    return Templat.compile(build_templat(tmp_path / "t.xlsx"))


def baca(isi: bytes) -> dict[str, list[list[Any]]]:
    buku = CalamineWorkbook.from_filelike(io.BytesIO(isi))
    return {n: buku.get_sheet_by_name(n).to_python(skip_empty_area=False) for n in buku.sheet_names}


def buka(isi: bytes, **pilihan: Any) -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(isi), **pilihan)


def bagian(isi: bytes, nama: str) -> str:
    with zipfile.ZipFile(io.BytesIO(isi)) as zip_:
        return zip_.read(nama).decode()


def test_sel_demi_sel(templat: Templat) -> None:
    hasil = baca(templat.render(build_isi()))
    assert hasil["Laporan"][0][1] == "DINAS A & <B>"
    assert hasil["Laporan"][1][1] == "Kode 2026/R&D tercetak"
    assert hasil["Laporan"][5] == [
        "kunci:laporan",
        "no",
        "indikator",
        "realisasi",
        "tanggal",
        "capaian",
        "",
    ]
    assert hasil["Laporan"][6] == [
        "PLN-01.01", 1.0, 'Nilai <ekspor> & "impor"', 2.5, build_serial(dt.date(2026, 1, 15)), 250.0,
        "satuan & <tetap>",
    ]  # fmt: skip
    assert hasil["Laporan"][7] == ["PLN-01.02", 2.0, "=1+1", "", "", "", "satuan & <tetap>"]
    assert hasil["Laporan"][8] == hasil["Laporan"][9] == [""] * 7
    assert hasil["Laporan"][11][2:4] == ["Jumlah", 2.5]
    assert hasil["Catatan"][2:4] == [
        ["", "", "{{nama_opd}}", True, "C001"],
        ["", "", "", "", "C002"],
    ]
    assert hasil["_sopkinerja"] == [["2026/R&D"]]


def test_rumus_dan_gaya(templat: Templat) -> None:
    buku = buka(templat.render(build_isi()))
    lembar = buku["Laporan"]
    assert lembar["F7"].value == '=IF(D7="","",D7*100)'
    assert lembar["D12"].value == "=SUM(D7:D10)"
    assert lembar["C8"].value == "=1+1"
    assert lembar["C8"].data_type == "s"
    assert lembar["D8"].protection.locked is False, "a new cell takes the style of its field"
    assert lembar["G8"].protection.locked is True
    assert buku.calculation.fullCalcOnLoad
    polos = buka(templat.render(build_isi(tabel={"laporan": [BarisIsi("X", {"capaian": 91.0})]})))
    assert polos["Laporan"]["F7"].value == 91, "a plain value drops the formula"


def test_kunci_tersembunyi_dan_baris_sisa(templat: Templat) -> None:
    lembar = buka(templat.render(build_isi()))["Laporan"]
    assert lembar.row_dimensions[6].hidden
    assert lembar.column_dimensions["A"].hidden
    assert not lembar.column_dimensions["C"].hidden
    assert [lembar.row_dimensions[b].hidden for b in BARIS_LAPORAN] == [False, False, True, True]
    catatan = buka(templat.render(build_isi()))["Catatan"]
    assert catatan.column_dimensions["E"].hidden


def test_penanda_di_mana_pun(templat: Templat) -> None:
    isi = templat.render(build_isi())
    buku = buka(isi)
    assert buku.properties.subject == "2026/R&D"
    assert buku.properties.title == "Laporan A & <B>"
    assert "&amp;L&amp;8 2026/R&amp;&amp;D&amp;R&amp;P dari &amp;N" in bagian(
        isi, "xl/worksheets/sheet2.xml"
    )
    aturan = buku["Laporan"].data_validations.dataValidation[0]
    assert aturan.promptTitle == "Isi TW I"
    assert aturan.prompt == "Realisasi A & <B>, misalnya 12,5"


def test_tautan(templat: Templat) -> None:
    buku = buka(templat.render(build_isi()))
    sel = buku["Perbaikan"]["C4"]
    assert sel.value == "Laporan D8"
    assert sel.hyperlink.location == "'Laporan'!D8"
    assert templat.alamat("laporan", "realisasi", 1) == ("Laporan", "D8")
    asing = {"perbaikan": [BarisIsi("P1", {"sel": Tautan("x", "laporan", "TIADA", "no")})]}
    with pytest.raises(ValueError, match="TIADA"):
        templat.render(build_isi(tabel=asing))


def test_lembar_tanpa_tabel_hilang(templat: Templat) -> None:
    isi = templat.render(build_isi(tabel={"perbaikan": None, "catatan": None}))
    with zipfile.ZipFile(io.BytesIO(isi)) as zip_:
        nama = zip_.namelist()
        semua = b"".join(zip_.read(n) for n in nama)
    assert buka(isi).sheetnames == ["Laporan", "_sopkinerja"]
    assert [n for n in nama if "sheet" in n and "rels" not in n] == [
        "xl/worksheets/sheet2.xml", "xl/worksheets/sheet4.xml",
    ]  # fmt: skip
    assert b"Perbaikan" not in semua
    assert buka(isi)["Laporan"].print_area == "'Laporan'!$A$1:$G$12"
    assert buka(isi).active.title == "Laporan"


def test_satu_tab_terpilih_dan_pelindung(templat: Templat) -> None:
    buku = buka(templat.render(build_isi()))
    assert [n for n in buku.sheetnames if buku[n].sheet_view.tabSelected] == ["Perbaikan"]
    assert buku["Laporan"].protection.sheet
    assert buku["Laporan"].protection.password is None
    assert buku["Catatan"].protection.sort is False, "what the office allows stays allowed"
    assert not buku["_sopkinerja"].protection.sheet
    assert buku["_sopkinerja"].sheet_state == "hidden"


def test_isi_sama_byte_sama(tmp_path: Path, templat: Templat) -> None:
    lain = Templat.compile(build_templat(tmp_path / "lain.xlsx"))
    assert templat.render(build_isi()) == templat.render(build_isi())
    assert templat.render(build_isi()) == lain.render(build_isi())


def test_waktu_terbit(templat: Templat) -> None:
    isi = templat.render(build_isi(penanda={"waktu_terbit_iso": "2026-04-01T04:00:00Z"}))
    assert buka(isi).properties.modified == dt.datetime(2026, 4, 1, 4)


def test_tinggi_baris_mengikuti_teks(templat: Templat) -> None:
    panjang = {"laporan": [BarisIsi("A", {"indikator": "kata demi kata " * 20}), BarisIsi("B", {})]}
    lembar = buka(templat.render(build_isi(tabel=panjang)))["Laporan"]
    assert 14 * 15 < lembar.row_dimensions[7].height < 25 * 15
    assert lembar.row_dimensions[8].height == 15
    xml = bagian(templat.render(build_isi(tabel=panjang)), "xl/worksheets/sheet2.xml")
    assert "customHeight" not in xml


@pytest.mark.parametrize("nilai", [float("nan"), float("inf"), "x" * 32768])
def test_nilai_mustahil(templat: Templat, nilai: float | str) -> None:
    with pytest.raises(ValueError, match=r"holds|satu sel memuat paling banyak 32767"):
        templat.render(build_isi(tabel={"laporan": [BarisIsi("A", {"indikator": nilai})]}))


def test_tanggal_1904(tmp_path: Path) -> None:
    templat = Templat.compile(build_templat(tmp_path / "t.xlsx", date_1904=True))
    lembar = buka(templat.render(build_isi()))["Laporan"]
    assert lembar["E7"].value == build_serial(dt.date(2026, 1, 15)) - 1462


def test_rumus_bersama_diuraikan(tmp_path: Path) -> None:
    def bagikan(nama: str, isi: bytes) -> bytes:
        if nama != "xl/worksheets/sheet2.xml":
            return isi
        teks = isi.decode()
        for baris in BARIS_LAPORAN:
            lama = f"<f>IF(D{baris}=&quot;&quot;,&quot;&quot;,D{baris}*100)</f>".replace(
                "&quot;", '"'
            )
            assert lama in teks
            baru = (
                '<f t="shared" ref="F7:F10" si="0">D7*$D$12</f>'
                if baris == 7
                else '<f t="shared" si="0"/>'
            )
            teks = teks.replace(lama, baru)
        return teks.encode()

    templat = Templat.compile(edit_paket(build_templat(tmp_path / "t.xlsx"), bagikan))
    lembar = buka(templat.render(build_isi()))["Laporan"]
    assert [lembar[f"F{b}"].value for b in (7, 8)] == ["=D7*$D$12", "=D8*$D$12"]


def _pindah(buku: Any, lembar: Any) -> None:
    """The office's own order: the marks at the right, two fields swapped, a column between."""
    kertas = lembar["_sopkinerja"]
    kertas.write_row("A3", ["volume", "", "kunci:renaksi"])
    kertas.write("E3", "uraian")
    kertas.write_column("C4", ["a", "b"])


def test_kunci_di_mana_pun(tmp_path: Path) -> None:
    templat = Templat.compile(build_templat(tmp_path / "t.xlsx", _pindah))
    assert templat.alamat("renaksi", "uraian", 1) == ("_sopkinerja", "E5")
    isi = build_isi(tabel={"renaksi": [BarisIsi("R1", {"volume": 3, "uraian": "tera"})]})
    assert baca(templat.render(isi))["_sopkinerja"][3] == [3.0, "", "R1", "", "tera"]


def test_penanda_di_kotak_teks_catatan_dan_grafik(tmp_path: Path) -> None:
    def ubah(buku: Any, lembar: Any) -> None:
        lembar["Laporan"].insert_textbox("B14", "Untuk {{nama_opd}}")
        lembar["Laporan"].write_comment("B5", "Kepada {{nama_opd}}")
        grafik = buku.add_chart({"type": "bar"})
        grafik.add_series({"values": "=Laporan!$D$7:$D$10"})
        grafik.set_title({"name": "Grafik {{nama_opd}}"})
        lembar["Laporan"].insert_chart("B20", grafik)
        buku.define_name("opd", '="{{nama_opd}}"')

    isi = Templat.compile(build_templat(tmp_path / "t.xlsx", ubah)).render(
        build_isi(penanda={"nama_opd": 'A & "B"'})
    )
    assert "Untuk A &amp; " in bagian(isi, "xl/drawings/drawing1.xml")
    assert "Kepada A &amp; " in bagian(isi, "xl/comments1.xml")
    assert "Grafik A &amp; " in bagian(isi, "xl/charts/chart1.xml")
    assert buka(isi).defined_names["opd"].value == '"A & ""B"""'
    with zipfile.ZipFile(io.BytesIO(isi)) as zip_:
        assert [n for n in zip_.namelist() if b"{{" in zip_.read(n)] == ["xl/worksheets/sheet3.xml"]
    tanpa = Templat.compile(tmp_path / "t.xlsx").render(
        build_isi(tabel={"laporan": None, "perbaikan": None})
    )
    with zipfile.ZipFile(io.BytesIO(tanpa)) as zip_:
        assert not [n for n in zip_.namelist() if "drawing" in n or "chart" in n or "comment" in n]


def test_penanda_dalam_baris_tabel(tmp_path: Path) -> None:
    """A constant cell of a table row, kept as an inline string by another program."""

    def sebaris(nama: str, isi: bytes) -> bytes:
        if nama != "xl/worksheets/sheet2.xml":
            return isi
        awal = isi.index(b'<c r="G7"')
        akhir = isi.index(b"</c>", awal) + 4
        baru = b'<c r="G7" t="inlineStr"><is><t>satuan {{tw}}</t></is></c>'
        return isi[:awal] + baru + isi[akhir:]

    templat = Templat.compile(edit_paket(build_templat(tmp_path / "t.xlsx"), sebaris))
    assert baca(templat.render(build_isi()))["Laporan"][6][6] == "satuan I"
    kosong = build_isi(tabel={"laporan": [BarisIsi("A", {})]})
    assert baca(templat.render(kosong))["Laporan"][6] == ["A", "", "", "", "", "", "satuan I"]


def test_nama_bagian_lain(tmp_path: Path) -> None:
    """Other programs name the parts otherwise; relations tell what they are."""
    path = build_templat(tmp_path / "t.xlsx")
    lama, baru = b"sharedStrings.xml", b"teksBersama.xml"
    with zipfile.ZipFile(path) as zip_:
        isi = {n.replace(lama.decode(), baru.decode()): zip_.read(n) for n in zip_.namelist()}
    with zipfile.ZipFile(path, "w") as zip_:
        for nama, teks in isi.items():
            zip_.writestr(nama, teks.replace(lama, baru))
    hasil = buka(Templat.compile(path).render(build_isi()))
    assert hasil["Laporan"]["B1"].value == "DINAS A & <B>"


def test_dua_tabel_satu_lembar(tmp_path: Path) -> None:
    def ubah(buku: Any, lembar: Any) -> None:
        lembar["Catatan"].write_row("C12", ["sumber", "", "kunci:menyusul"])
        lembar["Catatan"].write("E13", "1")

    templat = Templat.compile(build_templat(tmp_path / "t.xlsx", ubah))
    assert templat.tabel["catatan"].kapasitas == 5
    isi = build_isi(tabel={"menyusul": [BarisIsi("M01", {"sumber": "BPS"})]})
    assert baca(templat.render(isi))["Catatan"][12] == ["", "", "BPS", "", "M01"]
    with pytest.raises(SopKinerjaError, match="catatan berada selembar"):
        templat.render(build_isi())


def test_templat_kantor_didahulukan(tmp_path: Path) -> None:
    ruang = Ruang(tmp_path)
    ruang.templat.mkdir()
    (ruang.templat / "x.xlsx").write_bytes(b"")
    assert find_templat("x.xlsx", ruang) == ruang.templat / "x.xlsx"
    with pytest.raises(SopKinerjaError, match=r"tiada\.xlsx"):
        find_templat("tiada.xlsx", ruang)


@pytest.mark.parametrize(
    "ganti",
    [{}, {"tabel": {"perbaikan": None}}, {"tabel": {"catatan": None, "perbaikan": None}}],
)
def test_bersih(templat: Templat, tmp_path: Path, ganti: dict[str, Any]) -> None:
    path = tmp_path / "terbit.xlsx"
    path.write_bytes(templat.render(build_isi(**ganti)))
    assert lint(path) == []


@pytest.mark.validator
@pytest.mark.parametrize("ganti", [{}, {"tabel": {"perbaikan": None}}])
def test_skema(templat: Templat, tmp_path: Path, ganti: dict[str, Any]) -> None:
    assert find_validator()
    path = tmp_path / "terbit.xlsx"
    path.write_bytes(templat.render(build_isi(**ganti)))
    assert validasi(path) == []
