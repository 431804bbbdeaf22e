"""The comparison of two folders of workbooks sees every change that a reader could see, once."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.styles import Font, PatternFill
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from tests.alat.banding_buku import Beda, banding_folder, jenis_berkas, main, render

ISI = (
    ("Matriks (contoh)",),
    (),
    ("Kode", "Indikator", "Target", "Capaian (%)"),
    ("A.01", "Nilai ekspor", 10, "=C4/2"),
    ("A.02", "Sampel diuji", 20, "=C5/2"),
    ("B.01", "Surat terbit", 30, "=C6/2"),
)


def simpan(folder: Path, ubah: Callable[[Worksheet], Any] | None = None) -> Path:
    """A workbook with one small table, changed by hand."""
    buku = openpyxl.Workbook()
    lembar = buku.worksheets[0]
    lembar.title = "Matriks"
    for baris in ISI:
        lembar.append(baris)
    for sel in lembar[3]:
        sel.fill, sel.font = PatternFill("solid", "FFD6E4F0"), Font(bold=True)
    if ubah:
        ubah(lembar)
    berkas = folder / "TW1" / "Matriks_Akumulasi_TW1_2026.xlsx"
    berkas.parent.mkdir(parents=True)
    buku.save(berkas)
    return berkas


def banding(tmp_path: Path, ubah: Callable[[Worksheet], Any]) -> list[Beda]:
    simpan(tmp_path / "dulu")
    simpan(tmp_path / "kini", ubah)
    return banding_folder(tmp_path / "dulu", tmp_path / "kini")


def taruh(alamat: str, **isi: Any) -> Callable[[Worksheet], Any]:
    """A change of one cell."""

    def ubah(lembar: Worksheet) -> None:
        for nama, nilai in isi.items():
            setattr(lembar[alamat], nama, nilai)

    return ubah


SATU: dict[str, tuple[Callable[[Worksheet], Any], tuple[str, str, str, str]]] = {
    "angka": (taruh("C5", value=21), ("Target", "nilai", "20.0", "21.0")),
    "hilang": (taruh("C4", value=None), ("Target", "nilai", "10.0", "(tidak ada)")),
    "rumus": (taruh("D6", value="=C6/3"), ("Capaian (%)", "rumus", "C#/2", "C#/3")),
    "judul": (taruh("A1", value="Matrik"), ("kolom A", "nilai", "Matriks (contoh)", "Matrik")),
    "format": (
        taruh("C4", number_format="0%"),
        ("Target", "format angka", "General", "0%"),
    ),
    "warna": (
        taruh("B6", fill=PatternFill("solid", "FFF4B183")),
        ("Indikator", "warna isian", "(tidak ada)", "FFF4B183"),
    ),
    "dicoret": (taruh("C6", font=Font(strike=True)), ("Target", "huruf", "(tidak ada)", "dicoret")),
    "gabung": (
        lambda lembar: lembar.merge_cells("A1:D1"),
        ("", "sel gabung baru", "(tidak ada)", "A1:D1"),
    ),
    "daftar": (
        lambda lembar: lembar.add_data_validation(DataValidation("list", '"ya,tidak"', sqref="C4")),
        ("", "aturan sel baru", "(tidak ada)", 'validasi C4 list "ya,tidak" '),
    ),
    "tersembunyi": (
        lambda lembar: lembar.parent.create_sheet("Lain") and setattr(lembar, "sheet_state", "hidden"),
        ("", "keadaan lembar", "visible", "hidden"),
    ),
}  # fmt: skip


@pytest.mark.parametrize("nama", SATU)
def test_satu_perubahan_satu_perbedaan(tmp_path: Path, nama: str) -> None:
    ubah, harap = SATU[nama]
    beda = [b for b in banding(tmp_path, ubah) if b.jenis != "lembar baru"]
    assert [(b.judul, b.jenis, b.dulu, b.kini) for b in beda] == [harap]


def test_baris_dan_kolom_yang_disisipkan_tidak_mengubah_yang_lain(tmp_path: Path) -> None:
    """Rows match by what they are about, columns by their heading; formulas by their own row."""

    def ubah(lembar: Worksheet) -> None:
        lembar.insert_rows(5)
        for kolom, nilai in enumerate(("A.09", "Baru", 7), 1):
            lembar.cell(5, kolom, nilai)
        lembar["D6"], lembar["D7"] = "=C6/2", "=C7/2"

    beda = banding(tmp_path, ubah)
    assert [(b.jenis, b.kini) for b in beda] == [("baris baru", "A.09 | Baru | 7.0")]


def test_baris_yang_berpindah(tmp_path: Path) -> None:
    def ubah(lembar: Worksheet) -> None:
        for kolom in range(1, 4):
            atas, bawah = lembar.cell(4, kolom), lembar.cell(6, kolom)
            atas.value, bawah.value = bawah.value, atas.value

    assert banding(tmp_path, ubah) == []


def test_hash_dan_jam_bukan_perbedaan(tmp_path: Path) -> None:
    def isi(teks: str) -> Callable[[Worksheet], Any]:
        return taruh("A1", value=teks)

    simpan(tmp_path / "dulu", isi(f"arsip/0d/{'0d' * 32}.ods · 08:15 WITA · 0d1f2a3b"))
    simpan(tmp_path / "kini", isi(f"arsip/27/{'27' * 32}.ods · 17:40 WITA · 271fab5e"))
    assert banding_folder(tmp_path / "dulu", tmp_path / "kini") == []


def test_angka_dalam_kalimat_adalah_perbedaan(tmp_path: Path) -> None:
    beda = banding(tmp_path, taruh("A1", value="Matriks: Rp 123456789012"))
    assert [b.kini for b in beda] == ["Matriks: Rp 123456789012"]


def test_berkas_yang_hilang_dan_yang_baru(tmp_path: Path) -> None:
    lama = simpan(tmp_path / "dulu")
    simpan(tmp_path / "kini").rename(tmp_path / "kini" / "0bb13f0aea17_LHE_TW2_2026.xlsx")
    (tmp_path / "dulu" / "arsip").mkdir()
    lama.replace(tmp_path / "dulu" / "arsip" / "aa.xlsx")
    simpan(tmp_path / "dulu" / "mandat")
    beda = banding_folder(tmp_path / "dulu", tmp_path / "kini")
    assert [(b.berkas, b.jenis) for b in beda] == [
        ("mandat/TW1/Matriks_Akumulasi_TW1_2026.xlsx", "berkas hilang"),
        ("LHE_TW2_2026.xlsx", "berkas baru"),
    ]


def test_kelompok_dan_kode_keluar(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    def ubah(lembar: Worksheet) -> None:
        lembar["C4"], lembar["C5"], lembar["B4"] = 11, 22, "Nilai ekspor nonmigas"

    beda = banding(tmp_path, ubah)
    assert (
        next(iter(render(beda))).strip()
        == "2 di 1 berkas · Matriks_Akumulasi · Matriks · Target · nilai"
    )
    dulu, kini = str(tmp_path / "dulu"), str(tmp_path / "kini")
    assert (main([dulu, kini]), main([dulu, dulu])) == (1, 0)
    assert capsys.readouterr().out.splitlines()[-2:] == [
        "3 perbedaan, 2 jenis, 1 berkas.",
        "0 perbedaan, 0 jenis, 0 berkas.",
    ]


@pytest.mark.parametrize(
    ("nama", "jenis"),
    [
        ("outbox/2026/TW1/LHE_TW1_2026_rev1.xlsx", "LHE"),
        ("outbox/2026/LHE_2026.xlsx", "LHE setahun"),
        ("outbox/2026/TW2/formulir/SET/A-01_Staf_TW2_2026.xlsx", "formulir"),
        ("outbox/2026/TW2/renaksi/formulir/SET/A-01_Staf_renaksi_TW2_2026.xlsx", "renaksi/formulir"),
        ("outbox/2026/mandat/formulir/SET/A-01_Staf_mandat_2026.xlsx", "mandat/formulir"),
        ("outbox/2026/mandat/pk/A-01_PK_2026.xlsx", "pk"),
    ],
)  # fmt: skip
def test_jenis_berkas(nama: str, jenis: str) -> None:
    assert jenis_berkas(nama) == jenis
