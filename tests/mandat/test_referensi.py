"""The referensi workbook: written, read back, every fault by cell and all at once."""

from __future__ import annotations

from pathlib import Path

import pytest

from sopkinerja.contoh.opd import build_contoh
from sopkinerja.katalog import Kode, Tingkat
from sopkinerja.kesalahan import SopKinerjaError
from sopkinerja.lembar.gambar_logo import MAKS_UKURAN
from sopkinerja.mandat.referensi import read_referensi, write_referensi
from tests.alat.gambar import build_png
from tests.opd.kecil import resolve


def test_contoh_pulang_utuh(tmp_path: Path) -> None:
    berkas = write_referensi(tmp_path / "referensi.xlsx", build_contoh())
    referensi, temuan = read_referensi(berkas)
    assert [t for t in temuan if t.tingkat is Tingkat.GALAT] == []
    assert resolve(referensi) == build_contoh()


@pytest.mark.parametrize("isi", [b"", b"bukan excel", b"PK\x03\x04 terpotong"])
def test_bukan_buku_kerja_menghentikan(tmp_path: Path, isi: bytes) -> None:
    berkas = tmp_path / "referensi.xlsx"
    berkas.write_bytes(isi)
    with pytest.raises(SopKinerjaError, match=r"referensi\.xlsx tidak dapat dibaca"):
        read_referensi(berkas)


def test_berkas_tiada_menyebut_perintahnya(tmp_path: Path) -> None:
    with pytest.raises(SopKinerjaError, match="sopkinerja mulai"):
        read_referensi(tmp_path / "referensi.xlsx")


@pytest.mark.parametrize(
    ("isi", "kode"),
    [
        (None, ["REFERENSI_270"]),
        (build_png(20, 24), []),
        (b"gambar", ["REFERENSI_400"]),
        (build_png(20, 24) + bytes(MAKS_UKURAN), ["REFERENSI_400"]),
    ],
    ids=["tidak ada", "PNG", "bukan gambar", "terlalu besar"],
)
def test_logo_yang_tidak_dapat_dipakai_disebut(
    tmp_path: Path, isi: bytes | None, kode: list[str]
) -> None:
    """A logo that nobody put there, or that no form can carry, is told; it stops nothing."""
    contoh = build_contoh()
    opd = contoh.opd.model_copy(update={"logo": "lambang.png"})
    berkas = write_referensi(tmp_path / "r.xlsx", contoh.model_copy(update={"opd": opd}))
    if isi is not None:
        (tmp_path / "lambang.png").write_bytes(isi)
    referensi, temuan = read_referensi(berkas)
    assert referensi is not None
    logo = [t for t in temuan if "logo" in t.pesan]
    assert [t.kode.name for t in logo] == kode
    assert all("lambang.png" in t.pesan and t.letak.lembar == "OPD" for t in logo)


@pytest.mark.parametrize(
    ("panjang", "sel"), [(20, None), (150, "telepon, alamat"), (100, "telepon")]
)
def test_kop_yang_tidak_muat_di_kepala_halaman_disebut(
    tmp_path: Path, panjang: int, sel: str | None
) -> None:
    """What of the letterhead the header of printed forms leaves out is told; it stops nothing."""
    contoh = build_contoh()
    opd = contoh.opd.model_copy(update={"alamat": "J" * panjang, "telepon": "0" * 12})
    berkas = write_referensi(tmp_path / "r.xlsx", contoh.model_copy(update={"opd": opd}))
    referensi, temuan = read_referensi(berkas)
    assert referensi is not None
    kop = [t for t in temuan if t.kode is Kode.REFERENSI_360]
    assert [t.letak.lembar for t in kop] == ["OPD"] * bool(sel)
    assert all(f"; {sel} tidak dicetak" in t.pesan for t in kop)
