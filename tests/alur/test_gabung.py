"""Several OPD in one matrix and LHE of the pemda: as they were closed, and who is left out, and why."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from click.testing import CliRunner, Result

from sopkinerja.cli import main
from sopkinerja.ruang import Ruang
from tests.alat import lint, validasi
from tests.alur.kecil import OPD, create_kecil, issue
from tests.alur.kiriman import build_indikator
from tests.alur.setahun import build_isian, jalankan, kirim, tutup

IKU = (build_indikator("KADIS"), build_indikator("KADIS", 2), build_indikator("BID-01"))
DINAS, BADAN = "Dinas Contoh", "Badan Contoh"
HASIL = {DINAS: (10.0, 8.0), BADAN: (12.0, 11.0)}
"""What each Kepala reports of their two IKU, ten units each: the Dinas is behind with one."""
TANGGAL = ("--tanggal", "2026-05-04")


def build_opd(folder: Path, nama: str) -> Ruang:
    """A small OPD whose Kepala has reported, TW I closed."""
    opd = OPD.model_copy(update={"nama": nama, "singkatan": nama})
    ruang = create_kecil(folder, IKU, opd=opd)
    issue(ruang)
    satu, dua = HASIL[nama]
    isian = build_isian("KADIS.01", satu)
    isian |= build_isian("KADIS.02", dua, "Ganti alatnya" if dua < 10 else "")
    kirim(ruang, 1, "KADIS", "kadis.xlsx", isian)
    jalankan(ruang, "terima --tanggal 2026-04-07")
    tutup(ruang, 1, "2026-04-20")
    return ruang


@pytest.fixture(scope="module")
def asal(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """`dinas` and `badan`, and the bundle of the latter."""
    folder = tmp_path_factory.mktemp("pemda")
    build_opd(folder / "dinas", DINAS)
    badan = build_opd(folder / "badan", BADAN)
    jalankan(badan, "bundel -t 1")
    shutil.copy(badan.akar / "outbox/2026/TW1/Bundel_TW1_2026.zip", folder / "badan.zip")
    return folder


@pytest.fixture
def dinas(asal: Path, tmp_path: Path) -> Ruang:
    """A fresh copy, to be spoiled."""
    return Ruang(shutil.copytree(asal / "dinas", tmp_path / "dinas"))


def gabung(folder: Path, *isi: Path | str, kode: int = 0) -> Result:
    """The command with its results in `folder`; it must end with this exit code."""
    perintah = ["gabung", *map(str, isi), "-t", "1", "-o", str(folder), *TANGGAL]
    hasil = CliRunner().invoke(main, perintah)
    assert hasil.exit_code == kode, hasil.output
    return hasil


def baca(folder: Path, *isi: Path | str, kode: int = 0) -> dict[str, Any]:
    """The same as data."""
    return dict(json.loads(gabung(folder, *isi, "--json", kode=kode).stdout))


def list_sel(buku: Path, lembar: str) -> list[list[Any]]:
    return [
        list(b)
        for b in openpyxl.load_workbook(buku, data_only=True)[lembar].iter_rows(values_only=True)
    ]


def test_dua_ruang_satu_buku(asal: Path, tmp_path: Path) -> None:
    """Both OPD stand in both workbooks with the figures of their FINAL matrix; who is behind comes
    first, and nothing of their workspaces is changed."""
    sebelum = {p: p.stat().st_mtime_ns for p in asal.rglob("*") if p.name != ".sopkinerja.lock"}
    isi = baca(tmp_path, asal / "badan", asal / "dinas")
    assert [(o["nama"], o["iku_tercapai"], o["iku_dinilai"]) for o in isi["opd"]] == [
        (DINAS, 1, 2),
        (BADAN, 2, 2),
    ]
    assert isi["tidak_dihitung"] == []
    matriks, lhe = tmp_path / "Matriks_Pemda_TW1_2026.xlsx", tmp_path / "LHE_Pemda_TW1_2026.xlsx"
    assert [b["berkas"] for b in isi["berkas"]] == [str(lhe), str(matriks)]
    baris = {(b[0], b[6]): b for b in list_sel(matriks, "Matriks") if b[0] in HASIL}
    for nama, folder in ((DINAS, "dinas"), (BADAN, "badan")):
        (final,) = (asal / folder).glob("outbox/2026/TW1/Matriks_Akumulasi*")
        dicetak = [b for b in list_sel(final, "Matriks") if b[0] in ("KADIS", "BID-01")]
        assert len(dicetak) == len(IKU)
        assert [baris[nama, b[5]][1:31] for b in dicetak] == [b[:30] for b in dicetak]
    teks = [str(s) for b in list_sel(lhe, "Ringkasan") for s in b if s]
    assert "3 dari 4 IKU mencapai target s.d. Triwulan I; 1 tertinggal." in teks
    assert "Sekretaris Daerah" in teks
    sesudah = {p: p.stat().st_mtime_ns for p in asal.rglob("*") if p.name != ".sopkinerja.lock"}
    assert sesudah == sebelum
    for buku in (matriks, lhe):
        assert lint(buku) == []


@pytest.mark.validator
def test_buku_sah(asal: Path, tmp_path: Path) -> None:
    """Excel takes both workbooks."""
    isi = baca(tmp_path, asal / "badan", asal / "dinas")
    assert [validasi(Path(b["berkas"])) for b in isi["berkas"]] == [[], []]
