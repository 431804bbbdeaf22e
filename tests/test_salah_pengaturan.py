"""A sopkinerja.toml that can't be used: line, what stands there, what is needed, in Bahasa Indonesia."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from sopkinerja.kesalahan import SopKinerjaError
from sopkinerja.ruang import Ruang

KASUS = (
    ('hari_laporan = "lima"',
     'baris 2, hari_laporan: isi bilangan bulat tanpa tanda kutip, misalnya 5 (tertulis "lima").'),
    ("hari_laporan = 0", "baris 2, hari_laporan: isi paling kecil 1 (tertulis 0)."),
    ("hari_rekap = 61", "baris 2, hari_rekap: isi paling besar 60 (tertulis 61)."),
    ("hari_lapor = 5",
     "baris 2, hari_lapor: pengaturan ini tidak dikenal. Mungkin maksudnya “hari_laporan”?"),
    ("xyz = 5", "baris 2, xyz: pengaturan ini tidak dikenal."),
    ('rumus_turun = "bagi"',
     'baris 2, rumus_turun: isi salah satu dari "selisih" atau "rasio" (tertulis "bagi").'),
    ('bukti_wajib = "mungkin"',
     'baris 2, bukti_wajib: isi true atau false, tanpa tanda kutip (tertulis "mungkin").'),
    ("[baris_isian]\nmandatt = 3", "baris 3, baris_isian.mandatt: namanya salah satu dari"),
    ("baris_isian = { mandat = 0 }", "baris 2, baris_isian.mandat: isi paling kecil 1"),
    ('satuan_bulat = "orang"', "baris 2, satuan_bulat: isi daftar di antara kurung siku"),
    ("dasar_hukum = [1]", "baris 2, dasar_hukum: isi teks di antara tanda kutip (tertulis 1)."),
    ("predikat = [[91]]", "baris 2, predikat: isinya belum lengkap"),
    ("batas_capaian =", "baris 2, “batas_capaian =”: isinya tidak terbaca"),
    ("hari_lhe = “dua”", "baris 2, “hari_lhe = “dua””: isinya tidak terbaca; teks ditulis"),
    ("hari_lhe = 2 3", "baris 2, “hari_lhe = 2 3”: satu baris hanya memuat satu pengaturan"),
    ("hari_lhe = 2\nhari_lhe = 3\n", "baris 3, “hari_lhe = 3”: nama yang sama ditulis dua kali"),
    ("hari_lhe 2", "baris 2, “hari_lhe 2”: sesudah namanya harus ada tanda =."),
    ("satuan_bulat = [1", "baris 2, “satuan_bulat = [1”: kurung siku [ belum ditutup"),
    ('rumus_turun = "rasio', "baris 2, “rumus_turun = \"rasio”: tanda kutip belum ditutup"),
    ("= 5", "baris 2, “= 5”: salah tulis."),
)  # fmt: skip
ASING = re.compile(
    r"\b(?:input|should|valid|extra|permitted|field|expected|value|line|column)\b", re.I
)


@pytest.mark.parametrize(("isi", "harap"), KASUS, ids=[k[0] for k in KASUS])
def test_pengaturan_salah(isi: str, harap: str, tmp_path: Path) -> None:
    (tmp_path / "sopkinerja.toml").write_text(f"# pengaturan\n{isi}", encoding="utf-8")
    with pytest.raises(SopKinerjaError) as galat:
        Ruang(tmp_path).read_pengaturan()
    assert str(galat.value).startswith(f"sopkinerja.toml {harap}")
    assert not ASING.search(str(galat.value))


def test_bukan_utf8(tmp_path: Path) -> None:
    (tmp_path / "sopkinerja.toml").write_bytes("hari_lhe = 2".encode("utf-16"))
    with pytest.raises(SopKinerjaError, match=r"simpan lagi sebagai teks biasa \(UTF-8\)"):
        Ruang(tmp_path).read_pengaturan()


def test_tanda_urutan_bita(tmp_path: Path) -> None:
    """Notepad writes a mark before the text."""
    (tmp_path / "sopkinerja.toml").write_bytes("hari_lhe = 3".encode("utf-8-sig"))
    assert Ruang(tmp_path).read_pengaturan().hari_lhe == 3
