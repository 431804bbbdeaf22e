"""What a quarterly form is issued with: values, cached results, the officer's own cells."""

from __future__ import annotations

import io
from functools import cache
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from sopkinerja.formulir import teks as teks_formulir
from sopkinerja.formulir.model import Kontak, Mentah
from sopkinerja.formulir.susunan import arrange_mentah
from sopkinerja.istilah import Konsolidasi
from sopkinerja.katalog import Kode, Tingkat
from sopkinerja.laporan import teks
from sopkinerja.laporan.formulir import KENAL_RUMUS, NAMA_TEMPLAT, build_isi
from sopkinerja.laporan.jenis import LAPORAN as LAPORAN_JENIS
from sopkinerja.laporan.penanda_formulir import KENAL_PENANDA
from sopkinerja.laporan.tabel import CATATAN, DEFINISI
from sopkinerja.lembar.isi import BarisIsi, IsiBuku, Rumus, Tautan
from sopkinerja.lembar.susun import WAKTU
from sopkinerja.lembar.templat import Templat, find_templat
from sopkinerja.temuan import Letak, Temuan
from tests.alat import libreoffice
from tests.alat.cetak import check_cetak
from tests.alat.skema import validasi
from tests.alat.telaah import lint
from tests.laporan.contoh_formulir import (
    KASUS,
    RUMUS,
    angka,
    build_baris,
    build_formulir,
    build_mentah,
    kata,
    tanggal,
)
from tests.laporan.tabel import read_tabel

KODE = "PLN-01.02"
TEMUAN = (
    Temuan(
        Kode.REALISASI_001,
        Letak("Laporan", "K13", "laporan", "PLN-01.03", "realisasi"),
        kode="PLN-01.03",
        target="90",
    ),
    Temuan(
        Kode.REALISASI_001,
        Letak("Catatan", "B15", "catatan", "C004", "tanggal"),
        tingkat=Tingkat.PERINGATAN,
        kode="PLN-01.03",
        target="90",
    ),
    Temuan(
        Kode.REALISASI_001,
        Letak("Catatan", "B16", "catatan", "liar-1", "tanggal"),
        tingkat=Tingkat.PERINGATAN,
        kode="PLN-01.03",
        target="90",
    ),
)


@cache
def templat() -> Templat:
    return LAPORAN_JENIS.compile_templat(find_templat(NAMA_TEMPLAT, None))


def baris(isi: IsiBuku, tabel: str, kunci: str) -> BarisIsi:
    return next(b for b in isi.tabel[tabel] if b.kunci == kunci)


def build_perbaikan() -> IsiBuku:
    formulir = build_formulir(12, revisi=2)
    return build_isi(
        formulir,
        build_mentah(formulir),
        temuan=TEMUAN,
        catatan={KODE: "Angka ini berbeda dengan laporan bidang; mohon dicek kembali."},
        percobaan=1,
        jumlah_lalu=5,
        bukti_diterima=2,
    )


# --- an empty form


def test_formulir_kosong_menyebut_semua_penanda_tabel_dan_rumus() -> None:
    isi = build_perbaikan()
    assert set(isi.penanda) == KENAL_PENANDA | {WAKTU}
    assert set(isi.rumus) == KENAL_RUMUS
    assert {n: t.kolom.keys() for n, t in templat().tabel.items()} == {
        t.nama: t.medan for t in LAPORAN_JENIS.tabel
    }


def test_formulir_kosong_tidak_menyisakan_penanda() -> None:
    for isi in (build_isi(build_formulir()), build_perbaikan()):
        wb = openpyxl.load_workbook(io.BytesIO(templat().render(isi)))
        semua = [str(c.value) for ws in wb for row in ws for c in row if c.value is not None]
        semua += [
            f"{d.prompt}{d.promptTitle}{d.error}"
            for ws in wb
            for d in ws.data_validations.dataValidation
        ]
        semua += [ws.oddFooter.left.text or "" for ws in wb]
        assert not [t for t in semua if "{{" in t]
        pesan = [d for ws in wb for d in ws.data_validations.dataValidation]
        assert all(len(d.prompt or "") <= 255 and len(d.promptTitle or "") <= 32 for d in pesan)
        assert wb.properties.subject == isi.penanda["kode_formulir"]


@pytest.mark.parametrize(
    ("lengkap", "percobaan", "lembar"),
    [
        (False, 0, ["Petunjuk", "Laporan", "Catatan", "Rekap Bulanan", "Data Menyusul"]),
        (True, 1, ["Perbaikan", *list(teks.LEMBAR.values())[1:]]),
    ],
)
def test_lembar(lengkap: bool, percobaan: int, lembar: list[str]) -> None:
    isi = build_isi(build_formulir(2, lengkap=lengkap), percobaan=percobaan)
    wb = openpyxl.load_workbook(io.BytesIO(templat().render(isi)))
    assert wb.sheetnames == [*lembar, teks_formulir.LEMBAR_CAP]
    assert wb[teks_formulir.LEMBAR_CAP].sheet_state != "visible"
    assert all(ws.protection.sheet for ws in wb)


def test_lembar_definisi() -> None:
    """A row for each indicator with what is said of it, blank where nothing is; locked."""
    formulir = build_formulir(3)
    baris = (
        formulir.baris[0].model_copy(update={"definisi": "Yang didampingi", "sumber_data": ""}),
        formulir.baris[1].model_copy(update={"definisi": "", "sumber_data": "Register"}),
        formulir.baris[2].model_copy(update={"definisi": "", "sumber_data": ""}),
    )
    isi = build_isi(formulir.model_copy(update={"baris": baris}))
    lembar = openpyxl.load_workbook(io.BytesIO(templat().render(isi)))["Definisi"]
    kolom = [DEFINISI.tempat[k] + 1 for k in ("kode", "definisi", "sumber_data")]
    baris_isi = range(DEFINISI.awal, DEFINISI.awal + 3)
    terbaca = [[lembar.cell(b, k).value for k in kolom] for b in baris_isi]
    assert terbaca == [
        ["PLN-01.01", "Yang didampingi", None],
        ["PLN-01.02", None, "Register"],
        ["PLN-01.03", None, None],
    ]
    assert all(s.protection.locked for r in lembar.iter_rows() for s in r)
    tanpa = build_isi(formulir.model_copy(update={"baris": baris[2:]}))
    assert "Definisi" not in openpyxl.load_workbook(io.BytesIO(templat().render(tanpa))).sheetnames


def test_hanya_sel_pengisi_yang_terbuka() -> None:
    isi = build_isi(build_formulir(3))
    wb = openpyxl.load_workbook(io.BytesIO(templat().render(isi)))
    terbuka = {
        (ws.title, c.coordinate) for ws in wb for r in ws for c in r if not c.protection.locked
    }
    isian = {
        "laporan": (
            "realisasi",
            "hambatan",
            "rekomendasi",
            "tenggat",
            "bukti_dukung",
            "penjelasan",
        ),
        "catatan": ("tanggal", "kode", "uraian", "volume", "bukti_dukung"),
        "anggaran": ("realisasi_tw", "keterangan"),
        "pelaksanaan": ("realisasi", "keadaan", "catatan"),
        "tindak_lanjut": ("keadaan", "catatan"),
        "menyusul": ("kode", "triwulan", "sumber", "perkiraan", "realisasi", "sementara"),
    }
    assert terbuka == {
        templat().alamat(t, k, i)
        for t, kolom in isian.items()
        for k in kolom
        for i in range(len(isi.tabel[t]))
    }


def test_yang_belum_diisi_disebut() -> None:
    assert build_isi(build_formulir(5)).rumus["sisa"] == "Masih kurang: 3 realisasi"
    formulir = build_formulir(1)
    penuh: Mentah = {"laporan": {"PLN-01.01": {"realisasi": angka(5)}}}
    assert build_isi(formulir, penuh).rumus["sisa"] == teks.SISA_LENGKAP
    kurang: Mentah = {"laporan": {"PLN-01.01": {"realisasi": angka(1)}}}
    assert build_isi(formulir, kurang).rumus["sisa"] == "Masih kurang: 1 hambatan/rekomendasi"
    kata_saja: Mentah = {"laporan": {"PLN-01.01": {"realisasi": kata("nihil")}}}
    assert "1 realisasi yang bukan angka" in str(build_isi(formulir, kata_saja).rumus["sisa"])


def test_catatan_kosong_mengatakannya() -> None:
    formulir = build_formulir(3)
    assert build_isi(formulir).rumus["sisa_catatan"] == teks.SISA_CATATAN_KOSONG
    terisi = build_isi(formulir, build_mentah(formulir))
    assert terisi.rumus["sisa_catatan"] == teks.SISA_CATATAN_LENGKAP


def test_rekap_menjumlah_yang_memang_jumlah() -> None:
    """A position or a mean isn't the sum of its entries."""
    formulir = build_formulir(6)
    isi = build_isi(formulir, build_mentah(formulir))
    jumlah = {b.kunci: b.nilai["jumlah"] for b in isi.tabel["rekap"]}
    for b in formulir.baris:
        berangka = isinstance(nilai := jumlah[b.kode], Rumus) and isinstance(nilai.nilai, float)
        assert berangka == (b.konsolidasi is Konsolidasi.JUMLAH), b.kode
    assert Rumus(teks.TIDAK_DIJUMLAHKAN) in jumlah.values()


def test_indikator_menyusul_tidak_dihitung_kurang() -> None:
    mentah: Mentah = {"menyusul": {"M01": {"kode": kata("PLN-01.01"), "triwulan": kata("II")}}}
    assert build_isi(build_formulir(1), mentah).rumus["sisa"] == teks.SISA_LENGKAP


# --- the officer's own values


def test_isian_kembali_ke_tempatnya() -> None:
    formulir = build_formulir(3)
    jumlah = next(b.kode for b in formulir.baris if b.konsolidasi is Konsolidasi.JUMLAH)
    mentah: Mentah = {
        "laporan": {
            jumlah: {"realisasi": RUMUS},
            KODE: {"realisasi": kata("1.234"), "penjelasan": kata("=1+1")},
            "PLN-01.03": {"realisasi": tanggal("2026-04-02")},
        },
        "catatan": {"C002": {"kode": kata(jumlah), "volume": angka(2.5)}},
    }
    isi = build_isi(formulir, mentah)
    assert baris(isi, "laporan", jumlah).nilai["realisasi"] == Rumus(2.5)
    assert baris(isi, "laporan", KODE).nilai["realisasi"] == "1.234"
    assert baris(isi, "laporan", KODE).nilai["penjelasan"] == "=1+1"
    assert baris(isi, "laporan", "PLN-01.03").nilai["realisasi"] == "02/04/2026"
    assert baris(isi, "catatan", "C002").nilai == {"kode": jumlah, "volume": 2.5}


def test_angka_yang_ditimpa_tetap_angka() -> None:
    formulir = build_formulir(1)
    isi = build_isi(formulir, {"laporan": {"PLN-01.01": {"realisasi": angka(7)}}})
    assert baris(isi, "laporan", "PLN-01.01").nilai["realisasi"] == 7.0


def test_jumlah_tanpa_catatan_kosong() -> None:
    isi = build_isi(build_formulir(1))
    assert baris(isi, "laporan", "PLN-01.01").nilai["realisasi"] == Rumus("")


def test_baris_liar_ke_baris_bebas_berikutnya() -> None:
    mentah: Mentah = {
        "catatan": {
            "C001": {"uraian": kata("a")},
            "C003": {"uraian": kata("c")},
            "liar-1": {"uraian": kata("x")},
        }
    }
    susunan = arrange_mentah(mentah, TEMUAN, build_formulir())
    assert susunan.mentah["catatan"]["C004"] == {"uraian": kata("x")}
    assert [t.letak.baris for t in susunan.temuan] == ["PLN-01.03", "C004", "C004"]
    assert len(susunan.kunci["catatan"]) == 500


def test_lembar_penuh_memanjang() -> None:
    """Rows put in beyond the last one of a full sheet stand below it, with room for more."""
    isi = {k: {"uraian": kata("a")} for k in CATATAN.kunci}
    mentah: Mentah = {"catatan": isi | {"liar-1": {"uraian": kata("x")}}}
    hasil = build_isi(build_formulir(1), mentah, percobaan=1)
    assert [b.kunci for b in hasil.tabel["catatan"]][499:] == [f"C{n}" for n in range(500, 507)]
    assert hasil.tabel["catatan"][500].nilai == {"uraian": "x"}
    assert hasil.tabel["catatan"][501].nilai == {}


# --- the correction form


def test_perbaikan_menunjuk_setiap_temuan() -> None:
    mentah: Mentah = {"catatan": {"liar-1": {"uraian": kata("x")}}}
    isi = build_isi(
        build_formulir(3), mentah, temuan=TEMUAN, catatan={KODE: "Cek lagi."}, percobaan=2
    )
    assert [b.nilai["sel"] for b in isi.tabel["perbaikan"]] == [
        Tautan("PLN-01.02", "laporan", KODE, "realisasi"),
        Tautan("PLN-01.03", "laporan", "PLN-01.03", "realisasi"),
        Tautan("baris ke-4 dst.", "catatan", "C004", "tanggal"),
    ]
    assert [b.nilai["lembar"] for b in isi.tabel["perbaikan"]] == [
        "Laporan, Realisasi", "Laporan, Realisasi", "Catatan, Tanggal: baris ke-4, baris ke-1",
    ]  # fmt: skip
    assert baris(isi, "laporan", KODE).nilai["catatan_pemeriksa"] == "Cek lagi."
    assert str(baris(isi, "laporan", "PLN-01.03").nilai["catatan_pemeriksa"]).startswith(
        "Realisasi PLN-01.03 masih kosong"
    )
    assert baris(isi, "laporan", "PLN-01.01").nilai["catatan_pemeriksa"] is None


def test_perbaikan_menyebut_jumlah_dan_bukti() -> None:
    penanda = build_perbaikan().penanda
    assert penanda["perbaikan_jumlah"] == (
        "Pemeriksaan ke-1: 4 temuan (2 harus diperbaiki, 2 mohon dicek). "
        "Pemeriksaan sebelumnya: 5 temuan."
    )
    assert penanda["perbaikan_bukti"].startswith("Gambar bukti yang sudah kami terima: 2.")


KONTAK = """
| nama           | telepon        | tertulis                                              |
| Kasubag Contoh | 0812 0000 0000 | Hubungi WhatsApp 0812 0000 0000 (Kasubag Contoh, Kasubag Program) |
| Kasubag Contoh |                | Hubungi Kasubag Program: Kasubag Contoh |
|                | 0812 0000 0000 | Hubungi WhatsApp 0812 0000 0000 (Kasubag Program) |
|                |                | Hubungi Kasubag Program |
"""


@pytest.mark.parametrize("kasus", read_tabel(KONTAK), ids=lambda k: k["tertulis"])
def test_perbaikan_menyebut_kapan_dan_kepada_siapa(kasus: dict[str, str]) -> None:
    """The first sheet says by when it is due, to whom it goes and on which number."""
    kontak = Kontak(kasus["nama"], kasus["telepon"])
    isi = build_isi(build_formulir(2), temuan=TEMUAN, percobaan=1, kontak=kontak)
    lembar = openpyxl.load_workbook(io.BytesIO(templat().render(isi)))["Perbaikan"]
    assert lembar["B4"].value == "Kirim kembali paling lambat 7 Juli 2026"
    assert lembar["B5"].value == kasus["tertulis"]


def test_temuan_lebih_dari_daftar() -> None:
    banyak = [
        Temuan(
            Kode.REALISASI_001,
            Letak(tabel="laporan", baris=KODE, kolom=f"kolom_{i}"),
            kode=KODE,
            target="1",
        )
        for i in range(310)
    ]
    daftar = build_isi(build_formulir(2), temuan=banyak, percobaan=1).tabel["perbaikan"]
    assert len(daftar) == 300
    assert "11 temuan lain" in str(daftar[-1].nilai["temuan"])


def test_catatan_untuk_seluruh_laporan() -> None:
    isi = build_isi(build_formulir(2), catatan={"": "Lampirkan notulen."}, percobaan=1)
    semua = [b.nilai["catatan_pemeriksa"] for b in isi.tabel["laporan"]]
    assert semua == ["Lampirkan notulen."] * 2
    sel = isi.tabel["perbaikan"][0].nilai["sel"]
    assert sel == Tautan("lembar Laporan", "laporan", "", "realisasi")


def test_kata_pemeriksa_hanya_sekali() -> None:
    kata_pemeriksa = "Lampirkan notulen."
    letak = Letak(tabel="laporan", baris=KODE, kolom="catatan_pemeriksa")
    temuan = Temuan(Kode.URUTAN_004, letak, catatan=kata_pemeriksa)
    isi = build_isi(build_formulir(2), temuan=[temuan], catatan={KODE: kata_pemeriksa}, percobaan=1)
    assert [b.nilai["temuan"] for b in isi.tabel["perbaikan"]] == [kata_pemeriksa]
    assert str(baris(isi, "laporan", KODE).nilai["catatan_pemeriksa"]).count(kata_pemeriksa) == 1
    assert baris(isi, "laporan", "PLN-01.01").nilai["catatan_pemeriksa"] is None
    seluruhnya = Temuan(Kode.URUTAN_004, letak._replace(baris=""), catatan=kata_pemeriksa)
    isi = build_isi(build_formulir(2), temuan=[seluruhnya], percobaan=1)
    assert all(kata_pemeriksa in str(b.nilai["catatan_pemeriksa"]) for b in isi.tabel["laporan"])


# --- through real programs


def write(isi: IsiBuku, folder: Path, nama: str = "formulir") -> Path:
    path = folder / f"{nama}.xlsx"
    path.write_bytes(templat().render(isi))
    return path


def read_rumus(path: Path) -> dict[str, dict[str, Any]]:
    """The cached value of every formula cell, by sheet and address."""
    rumus, nilai = (openpyxl.load_workbook(path, data_only=d) for d in (False, True))
    return {
        ws.title: {
            c.coordinate: nilai[ws.title][c.coordinate].value or ""
            if not isinstance(nilai[ws.title][c.coordinate].value, (int, float))
            else nilai[ws.title][c.coordinate].value
            for r in ws
            for c in r
            if c.data_type == "f"
        }
        for ws in rumus
    }


def check_hitung_ulang(path: Path) -> int:
    """Every cached value equals what LibreOffice computes; returns how many there are."""
    hasil = libreoffice.uno_read(path, hitung_ulang=True)
    jumlah = 0
    for lembar, isi in read_rumus(path).items():
        for sel, nilai in isi.items():
            hitung = hasil[lembar].get(sel, "")
            if isinstance(nilai, (int, float)):
                assert hitung == pytest.approx(nilai, rel=1e-12, abs=1e-9), (lembar, sel)
            else:
                assert hitung == nilai, (lembar, sel)
            jumlah += 1
    return jumlah


@pytest.mark.libreoffice
@pytest.mark.parametrize("rumus_turun", ["selisih", "rasio"])
@pytest.mark.parametrize("rumus_rentang", ["menyimpang", "lampaui"])
def test_rumus_sama_dengan_python(tmp_path: Path, rumus_turun: str, rumus_rentang: str) -> None:
    formulir = build_formulir(
        rumus_turun=rumus_turun, rumus_rentang=rumus_rentang, semua_konsolidasi=True
    )
    assert len(formulir.baris) == 2 * len(KASUS)
    isi = build_isi(formulir, build_mentah(formulir))
    assert check_hitung_ulang(write(isi, tmp_path)) > 250


@pytest.mark.libreoffice
def test_rumus_formulir_kosong_dan_perbaikan(tmp_path: Path) -> None:
    for i, isi in enumerate((build_isi(build_formulir(40)), build_perbaikan())):
        check_hitung_ulang(write(isi, tmp_path, f"f{i}"))


@pytest.mark.libreoffice
def test_rumus_isian_setengah_jadi(tmp_path: Path) -> None:
    """Half-filled entries, texts and dates where numbers are due, announced figures."""
    formulir = build_formulir(8)
    mentah: Mentah = {
        "laporan": {
            "PLN-01.01": {"realisasi": RUMUS},
            "PLN-01.02": {"realisasi": kata("1.234")},
            "PLN-01.05": {"realisasi": tanggal("2026-04-02")},
            "PLN-01.06": {"realisasi": angka(9), "hambatan": kata("  ")},
            "PLN-01.08": {"realisasi": angka(6), "hambatan": kata("a"), "rekomendasi": kata("b")},
        },
        "catatan": {
            "C001": {
                "tanggal": tanggal("2026-03-31"),
                "kode": kata("pln-01.01"),
                "volume": angka(2),
            },
            "C002": {
                "tanggal": kata("kemarin"),
                "kode": kata("PLN-01.01"),
                "volume": kata("1.000"),
            },
            "C003": {
                "tanggal": tanggal("2026-04-01"),
                "kode": kata("PLN-01.01"),
                "uraian": kata("x"),
            },
            "C007": {
                "tanggal": tanggal("2026-04-01"),
                "kode": kata("PLN-01.02"),
                "uraian": kata("x"),
            },
            "C500": {"bukti_dukung": kata("foto.jpg")},
        },
        "anggaran": {"3.30.04.1.01.0002": {"realisasi_tw": kata("belum")}},
        "menyusul": {
            "M01": {"kode": kata("PLN-01.07")},
            "M02": {"kode": kata("PLN-01.05"), "triwulan": kata("I")},
        },
    }
    isi = build_isi(formulir, mentah)
    assert isi.rumus["sisa_catatan"] == teks.SISA_CATATAN.format(4)
    check_hitung_ulang(write(isi, tmp_path))


@pytest.mark.libreoffice
def test_persen_yang_diketik_dihitung_sebagai_persen(tmp_path: Path) -> None:
    """45% typed in the cell counts as 45, as intake reads it."""
    dasar = build_formulir(2)
    indikator = build_baris(4, konsolidasi=Konsolidasi.TERAKHIR)
    baris_persen = indikator.model_copy(update={"target_tw": 90.0})
    formulir = dasar.model_copy(update={"baris": (baris_persen,)})
    path = write(build_isi(formulir), tmp_path)
    sel = templat().alamat("laporan", "realisasi", 0)
    terisi = libreoffice.uno_fill(path, {sel: libreoffice.Persen(45)}, tmp_path / "isi.xlsx")
    lembar, capaian = templat().alamat("laporan", "capaian", 0)
    hasil = libreoffice.uno_read(terisi, hitung_ulang=True)
    assert hasil[lembar][capaian] == pytest.approx(50, abs=1e-9)


@pytest.mark.libreoffice
@pytest.mark.poppler
@pytest.mark.parametrize("jumlah", [1, 12, 40])
def test_cetakan(tmp_path: Path, jumlah: int) -> None:
    formulir = build_formulir(jumlah)
    assert check_cetak(write(build_isi(formulir, build_mentah(formulir)), tmp_path)) == []


@pytest.mark.libreoffice
@pytest.mark.poppler
def test_cetakan_perbaikan(tmp_path: Path) -> None:
    assert check_cetak(write(build_perbaikan(), tmp_path)) == []


@pytest.mark.validator
@pytest.mark.parametrize("jumlah", [1, 40])
def test_skema(tmp_path: Path, jumlah: int) -> None:
    assert validasi(write(build_isi(build_formulir(jumlah)), tmp_path)) == []
    assert validasi(write(build_perbaikan(), tmp_path, "perbaikan")) == []


def test_lint(tmp_path: Path) -> None:
    assert lint(write(build_isi(build_formulir(12)), tmp_path)) == []
    assert lint(write(build_perbaikan(), tmp_path, "perbaikan")) == []
