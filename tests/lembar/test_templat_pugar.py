"""The office restyles the shipped template in LibreOffice: everything still follows the keys."""

from __future__ import annotations

import datetime as dt
import io
import json
import struct
import subprocess
import zipfile
import zlib
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from python_calamine import CalamineWorkbook

from sopkinerja.istilah import Formulir, Konsolidasi, Level, Pejabat, Polaritas, Triwulan
from sopkinerja.laporan.formulir import NAMA_TEMPLAT, build_isi
from sopkinerja.laporan.jenis import LAPORAN as LAPORAN_JENIS
from sopkinerja.laporan.model import BarisAnggaran, BarisLaporan, FormulirLaporan
from sopkinerja.lembar.cap import Identitas
from sopkinerja.lembar.isi import IsiBuku, Rumus
from sopkinerja.lembar.kisi import read_alamat
from sopkinerja.lembar.templat import Templat, find_templat
from tests.alat.libreoffice import uno_read
from tests.alat.program import PYTHON_UNO, find_validator
from tests.alat.skema import validasi
from tests.alat.telaah import lint

PETUNJUK = "Isi kolom kuning saja, {{jabatan}}."


def build_formulir(jumlah: int = 3) -> FormulirLaporan:
    """A form of `jumlah` indicators."""
    baris = tuple(
        BarisLaporan(
            kode=f"PSDI-01.{i:02}", sasaran="Industri tumbuh", indikator=f"Indikator contoh {i} " * i,
            satuan="unit", polaritas=Polaritas.NAIK, konsolidasi=Konsolidasi.JUMLAH,
            target_tahun=40.0, target_tw=10.0 + i, realisasi_sd_lalu=9.5,
        )
        for i in range(1, jumlah + 1)
    )  # fmt: skip
    return FormulirLaporan(
        identitas=Identitas(formulir=Formulir.LAPORAN, opd="DINAS", tahun=2026,
                            triwulan=Triwulan.I, jabatan="PSDI-01"),
        revisi=1, pemda="Pemerintah Provinsi Contoh", opd="Dinas & Contoh", alamat="Jalan Contoh 1",
        jabatan="Kepala Bidang Contoh", level=Level.KABID, unit="Bidang Contoh",
        pemangku=Pejabat(nama="Contoh Satu", jabatan="Kepala Bidang Contoh"),
        atasan=Pejabat(nama="Contoh Dua", jabatan="Kepala Dinas"), versi_mandat=1,
        tanggal_terbit=dt.date(2026, 1, 5), tenggat=dt.date(2026, 4, 8), rumus_turun="selisih",
        rumus_rentang="menyimpang", ambang_hambatan=100, baris=baris,
        anggaran=(BarisAnggaran(kode="3.31.02", uraian="Contoh", pagu=59036002845),),
    )  # fmt: skip


def build_png(path: Path) -> Path:
    """A blue square, 8 × 8."""

    def potong(jenis: bytes, isi: bytes) -> bytes:
        return (
            struct.pack(">I", len(isi)) + jenis + isi + struct.pack(">I", zlib.crc32(jenis + isi))
        )

    piksel = zlib.compress((b"\0" + b"\x20\x40\xa0" * 8) * 8)
    kepala = struct.pack(">IIBBBBB", 8, 8, 8, 2, 0, 0, 0)
    path.write_bytes(
        b"\x89PNG\r\n\x1a\n"
        + potong(b"IHDR", kepala)
        + potong(b"IDAT", piksel)
        + potong(b"IEND", b"")
    )
    return path


@pytest.fixture(scope="module")
def kirim() -> Templat:
    return LAPORAN_JENIS.compile_templat(find_templat(NAMA_TEMPLAT, None))


@pytest.fixture(scope="module")
def pugar(kirim: Templat, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("pugar")
    tabel = kirim.tabel["laporan"]
    asal = find_templat(NAMA_TEMPLAT, None)
    perintah: dict[str, Any] = {
        "berkas": str(asal), "tujuan": str(folder / "kantor.xlsx"),
        "gambar": str(build_png(folder / "logo.png")), "lembar": tabel.lembar,
        "pecah": _find_penanda(asal, tabel.lembar, "{{jabatan}}"),
        "sisip": tabel.kolom["satuan"] - 1,
        "tukar": [tabel.kolom["hambatan"] - 1, tabel.kolom["rekomendasi"] - 1],
        "baris": [
            [tabel.baris_kunci - 1] * 2, [min(tabel.baris) - 2, max(tabel.baris) - 1],
        ],
        "petunjuk": ["Petunjuk", "B4", PETUNJUK],
    }  # fmt: skip
    naskah = Path(__file__).with_name("pugar_uno.py")
    subprocess.run([PYTHON_UNO, naskah, json.dumps(perintah)], check=True, timeout=1800)
    return folder / "kantor.xlsx"


def _find_penanda(path: Path, lembar: str, penanda: str) -> list[int]:
    buku = CalamineWorkbook.from_path(path)
    for b, baris in enumerate(buku.get_sheet_by_name(lembar).to_python(skip_empty_area=False)):
        for k, nilai in enumerate(baris):
            if penanda in str(nilai):
                return [k, b]
    raise AssertionError(penanda)


def read_nilai(templat: Templat, isi: IsiBuku, buku: bytes) -> dict[tuple[str, str, str], object]:
    """What stands in every cell of every issued row, by table, row key and field key."""
    kertas = CalamineWorkbook.from_filelike(io.BytesIO(buku))
    hasil: dict[tuple[str, str, str], object] = {}
    for nama, daftar in isi.tabel.items():
        sel = kertas.get_sheet_by_name(templat.tabel[nama].lembar).to_python(skip_empty_area=False)
        for urutan, baris in enumerate(daftar):
            for kolom in templat.tabel[nama].kolom:
                b, k = read_alamat(templat.alamat(nama, kolom, urutan)[1])
                ada = b <= len(sel) and k <= len(sel[0])
                hasil[nama, baris.kunci, kolom] = sel[b - 1][k - 1] if ada else ""
    return hasil


@pytest.mark.libreoffice
def test_semua_mengikuti_kunci(kirim: Templat, pugar: Path, tmp_path: Path) -> None:
    kantor = LAPORAN_JENIS.compile_templat(pugar)
    lama, baru = kirim.tabel["laporan"], kantor.tabel["laporan"]
    assert baru.baris_kunci == lama.baris_kunci + 3
    assert baru.kolom["satuan"] == lama.kolom["satuan"] + 1
    assert baru.kolom["hambatan"] == lama.kolom["rekomendasi"] + 1
    assert baru.kolom["rekomendasi"] == lama.kolom["hambatan"] + 1
    isi = build_isi(build_formulir())
    terbit = kantor.render(isi)
    assert read_nilai(kantor, isi, terbit) == read_nilai(kirim, isi, kirim.render(isi))
    buku = openpyxl.load_workbook(io.BytesIO(terbit))
    lembar = buku["Laporan"]
    assert lembar["C1"].value == "PEMERINTAH PROVINSI CONTOH"
    with zipfile.ZipFile(io.BytesIO(terbit)) as zip_:
        assert [n for n in zip_.namelist() if n.startswith("xl/media/")]
    assert buku["Petunjuk"]["B4"].value == "Isi kolom kuning saja, Kepala Bidang Contoh."
    k, b = _find_penanda(pugar, "Laporan", "{{jabatan}}")
    teks = lembar.cell(b + 1, k + 1).value
    assert teks is not None
    assert "Kepala Bidang Contoh" in str(teks)
    assert all(lembar[kantor.alamat("laporan", f, 0)[1]].protection.locked is False
               for f in ("realisasi", "hambatan", "rekomendasi", "bukti_dukung"))  # fmt: skip
    assert lembar.protection.sheet


@pytest.mark.libreoffice
def test_terbitan_pugaran_bersih(pugar: Path, tmp_path: Path) -> None:
    path = tmp_path / "terbit.xlsx"
    path.write_bytes(LAPORAN_JENIS.compile_templat(pugar).render(build_isi(build_formulir())))
    assert lint(path) == []
    with zipfile.ZipFile(path) as zip_:
        assert b"{{" not in b"".join(zip_.read(n) for n in zip_.namelist() if n.endswith(".xml"))


@pytest.mark.libreoffice
@pytest.mark.validator
def test_skema_pugaran(pugar: Path, tmp_path: Path) -> None:
    assert find_validator()
    path = tmp_path / "terbit.xlsx"
    path.write_bytes(LAPORAN_JENIS.compile_templat(pugar).render(build_isi(build_formulir())))
    assert validasi(path) == []


@pytest.mark.libreoffice
@pytest.mark.parametrize("asal", ["kirim", "pugar"])
def test_rumus_bernilai_benar(asal: str, kirim: Templat, pugar: Path, tmp_path: Path) -> None:
    """What LibreOffice computes afresh is what the form already carries."""
    templat = kirim if asal == "kirim" else LAPORAN_JENIS.compile_templat(pugar)
    isi = build_isi(build_formulir())
    path = tmp_path / "terbit.xlsx"
    path.write_bytes(templat.render(isi))
    hitung = uno_read(path, hitung_ulang=True)
    for nama, daftar in isi.tabel.items():
        for urutan, baris in enumerate(daftar):
            for kolom, nilai in baris.nilai.items():
                if isinstance(nilai, Rumus):
                    lembar, sel = templat.alamat(nama, kolom, urutan)
                    harap = "" if nilai.nilai is None else nilai.nilai
                    assert hitung[lembar].get(sel, "") == pytest.approx(harap), (lembar, sel)


@pytest.mark.validator
@pytest.mark.parametrize("jumlah", [1, 10, 40])
def test_skema_kiriman(kirim: Templat, jumlah: int, tmp_path: Path) -> None:
    path = tmp_path / "terbit.xlsx"
    path.write_bytes(kirim.render(build_isi(build_formulir(jumlah))))
    assert validasi(path) == []
    assert lint(path) == []


@pytest.mark.libreoffice
@pytest.mark.parametrize("jumlah", [41, 60, 200])
def test_templat_kantor_memanjang(pugar: Path, tmp_path: Path, jumlah: int) -> None:
    """More indicators than the office's own copy has rows for: nothing but their number differs."""
    templat = LAPORAN_JENIS.compile_templat(pugar)
    formulir = build_formulir(3)
    anggaran = [
        formulir.anggaran[0].model_copy(update={"kode": f"3.31.{n:03d}", "pagu": 1e6})
        for n in range(jumlah)
    ]
    baris = [
        formulir.baris[0].model_copy(update={"kode": f"PSDI-01.{n:03d}"}) for n in range(jumlah)
    ]
    isi = build_isi(
        formulir.model_copy(update={"baris": tuple(baris), "anggaran": tuple(anggaran)})
    )
    buku = tmp_path / "panjang.xlsx"
    buku.write_bytes(templat.render(isi))
    assert lint(buku) == []
    if find_validator():
        assert validasi(buku) == []
    sel = uno_read(buku, hitung_ulang=True)
    assert sel == uno_read(buku), "every value that it carries is what LibreOffice computes afresh"
    nama = openpyxl.load_workbook(buku).defined_names
    letak = {n: d.attr_text.split("!")[1].replace("$", "") for n, d in nama.items()}
    assert sel["Anggaran"][letak["jumlah_pagu"]] == jumlah * 1e6
    assert sel["Laporan"][letak["sisa"]] == f"Masih kurang: {jumlah} realisasi"
    assert [v for v in sel["Laporan"].values() if v == f"PSDI-01.{jumlah - 1:03d}"] != []
