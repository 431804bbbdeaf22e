"""Bytes on demand are those that were seen first, or the run stops and says so."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from sopkinerja.agenda.isi import IsiBerkas, hash_berkas, hash_isi
from sopkinerja.kesalahan import SopKinerjaError
from sopkinerja.penerimaan.amankan import unpack_zip
from sopkinerja.penerimaan.kumpulkan import open_isi
from sopkinerja.ruang import Pengaturan

ANGGOTA = {
    "Bidang/a.xlsx": b"PK satu" * 3000,
    "b é 表.xlsx": b"dua",
    "kosong.xlsx": b"",
}


def build_zip(berkas: Path, cara: int, awalan: bytes = b"") -> Path:
    """A zip of ANGGOTA; `awalan` stands before it, as in a self-extracting one."""
    with berkas.open("wb") as f:
        f.write(awalan)
    with zipfile.ZipFile(berkas, "a", cara) as zip_:
        for nama, isi in ANGGOTA.items():
            zip_.writestr(nama, isi)
    return berkas


@pytest.mark.parametrize(
    "cara", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA]
)
def test_anggota_zip_dibaca_dari_tempatnya(tmp_path: Path, cara: int) -> None:
    isi = open_isi(build_zip(tmp_path / "a.zip", cara))
    anggota = unpack_zip(isi, "a.zip", Pengaturan())
    terbaca = {n.removeprefix("a.zip/"): i.read() for n, i in anggota if isinstance(i, IsiBerkas)}
    assert terbaca == ANGGOTA
    for _, satu in anggota:
        assert isinstance(satu, IsiBerkas)
        assert satu.sha256 == hash_isi(satu.read())


@pytest.mark.parametrize("baru", [b"", b"isi lama + 1", b"isi baru", None])
def test_yang_berubah_selagi_diproses_menghentikan(tmp_path: Path, baru: bytes | None) -> None:
    berkas = tmp_path / "a.xlsx"
    berkas.write_bytes(b"isi lama")
    isi = open_isi(berkas)
    assert isi.read() == b"isi lama"
    if baru is None:
        berkas.unlink()
    else:
        berkas.write_bytes(baru)
    with pytest.raises(SopKinerjaError, match=r"a\.xlsx berubah atau hilang"):
        isi.read()


def test_zip_yang_diganti_selagi_diproses_menghentikan(tmp_path: Path) -> None:
    berkas = build_zip(tmp_path / "a.zip", zipfile.ZIP_DEFLATED)
    anggota = [i for _, i in unpack_zip(open_isi(berkas), "a.zip", Pengaturan())]
    berkas.write_bytes(berkas.read_bytes()[:-400][::-1])
    for satu in anggota[:2]:
        assert isinstance(satu, IsiBerkas)
        with pytest.raises(SopKinerjaError, match="berubah atau hilang"):
            satu.read()


def test_sidik_berkas_besar_sama(tmp_path: Path) -> None:
    isi = bytes(range(256)) * 10_000
    (tmp_path / "besar").write_bytes(isi)
    assert hash_berkas(tmp_path / "besar") == hash_isi(isi)
