"""A random office through its year, all of it read; fifty others in test_kantor_acak."""

from __future__ import annotations

import datetime as dt
import re
import shutil
from pathlib import Path

import openpyxl
import pytest

from tests.pembanding.banding import Banding
from tests.pembanding.kantor_acak import build_kantor
from tests.pembanding.pelaku import Pelaku
from tests.pembanding.setahun_acak import periksa, read_nama, render, run_setahun

SEED = 19


@pytest.fixture(scope="module")
def pelaku(tmp_path_factory: pytest.TempPathFactory) -> Pelaku:
    """The office after its year."""
    return run_setahun(SEED, tmp_path_factory.mktemp("acak") / "ruang")


def test_setahun(pelaku: Pelaku) -> None:
    """Every figure, status, predikat and sentence of every print, and every verdict."""
    beda = pelaku.banding.beda
    assert beda == [], "\n".join(render(pelaku.kantor, beda))
    assert pelaku.banding.jumlah > 30_000


def test_kantor_itu_ada_ceritanya(pelaku: Pelaku) -> None:
    """The seed of the gate has what a year can have."""
    kantor = pelaku.kantor
    assert kantor.revisi
    assert {"susulan", "diperbaiki", "ditolak", "telat", "mengganti", "diam"} <= {
        n for (j, t), n in kantor.nasib.items()
    }
    assert any(kantor.lowong(k.kode, t) for k in kantor.kursi for t in range(1, 5))
    assert any(i.susul for i in kantor.isian.values())
    assert any(any(s.referensi) for s in kantor.sub[0])
    assert any(i.bobot for i in kantor.indikator[0])


@pytest.mark.parametrize("seed", range(1, 11))
def test_seed_menceritakan_hal_yang_sama(seed: int) -> None:
    assert build_kantor(seed) == build_kantor(seed)
    assert build_kantor(seed) != build_kantor(seed + 1)


UBAH = {
    "angka": ("Matriks_Akumulasi_TW3_2026_rev1.xlsx", "Matriks", r"^dihitung$", "belum lapor"),
    "kalimat": ("LHE_TW3_2026_rev1.xlsx", "Ringkasan", r"^(\d+) dari (\d+) IKU", "1\\1 dari \\2 IKU"),
    "dasar": ("LHE_TW3_2026_rev1.xlsx", "Ringkasan", r"Berdasarkan laporan (\d+) dari", "Berdasarkan laporan 9\\1 dari"),
    "perlu": ("LHE_TW3_2026_rev1.xlsx", "Ringkasan", r"\((\d+),(\d) ×", "(9\\1,\\2 ×"),
    "tren": ("LHE_TW3_2026_rev1.xlsx", "Ringkasan", r"[▲▼]", "="),
    "palang": ("LHE_TW3_2026_rev1.xlsx", "Ringkasan", r"([█░])│", "\\1\\1│"),
    "arah": ("LHE_TW3_2026_rev1.xlsx", "Antar Triwulan", r"Dinas (naik|turun) dari", "Dinas tetap dari"),
    "peringatan": ("LHE_TW3_2026_rev1.xlsx", "Kepatuhan", r"^(\d+) peringatan pada", "9\\1 peringatan pada"),
    "berbeda": ("LHE_TW3_2026_rev1.xlsx", "Antar Triwulan", r"^(\d+) angka\. ", "9\\1 angka. "),
    "tak dikenal": ("LHE_TW3_2026_rev1.xlsx", "IKU", r"^(.* mencapai target .*)$", "\\1 Ada 7 hal lain."),
    "level": ("Matriks_Akumulasi_TW3_2026_rev1.xlsx", "Kabid", r"(\d+) dari (\d+) jabatan · ", "9 dari 9 jabatan · "),
    "rekap": ("KADIS_Rekap_Bawahan_TW3_2026.xlsx", "Bawahan", r"lapor: \d+ dari", "lapor: 0 dari"),
    "laporan": ("Laporan_Kinerja_TW3_2026_rev1.xlsx", "Kabid", r"^dihitung$", "data menyusul"),
}  # fmt: skip


@pytest.mark.parametrize("nama", UBAH)
def test_yang_salah_tercetak_terlihat(pelaku: Pelaku, tmp_path: Path, nama: str) -> None:
    """One text of one print changed by hand is a difference."""
    berkas, lembar, pola, ganti = UBAH[nama]
    asli = next(iter(pelaku.folder.rglob(f"outbox/**/{berkas}")))
    salinan = Path(shutil.copy(asli, tmp_path / berkas))
    assert periksa_saja(pelaku, salinan) == []
    buku = openpyxl.load_workbook(salinan, data_only=True)
    sel = next(
        s for b in buku[lembar] for s in b if isinstance(s.value, str) and re.search(pola, s.value)
    )
    sel.value = re.sub(pola, ganti, str(sel.value))
    rusak = tmp_path / "rusak" / berkas
    rusak.parent.mkdir()
    buku.save(rusak)
    assert periksa_saja(pelaku, rusak) != []


def periksa_saja(pelaku: Pelaku, berkas: Path) -> list[str]:
    """The differences of one workbook as the office stands after its year."""
    lalu, pelaku.banding = pelaku.banding, Banding()
    try:
        periksa(pelaku, berkas, dt.date(2026, 10, 16))
        return pelaku.banding.beda
    finally:
        pelaku.banding = lalu


@pytest.mark.parametrize(
    ("nama", "jenis"),
    [
        ("TW2/LHE_TW2_2026_rev1.xlsx", "LHE"),
        ("LHE_2026.xlsx", "LHE setahun"),
        ("RENJA_2027.xlsx", "RENJA"),
        ("TW1/atasan/BDA-01_Rekap_Bawahan_TW1_2026.xlsx", "Rekap_Bawahan"),
        ("TW1/Laporan_Kinerja_TW1_2026.xlsx", "Laporan_Kinerja"),
        ("TW1/formulir/SET/PRG_Kepala_Subbagian_Program_TW1_2026.xlsx", None),
        ("mandat/pk/PRG_PK_2026.xlsx", None),
    ],
)
def test_read_nama(nama: str, jenis: str | None) -> None:
    cetakan = read_nama(Path("outbox/2026") / nama, "2026-04-10")
    assert (cetakan.jenis if cetakan else None) == jenis
