"""A disk that is full, a folder that can't be written: one line says so, and nothing has changed."""

from __future__ import annotations

import os
import re
import shutil
import sys
from pathlib import Path

import pytest

from sopkinerja.ruang import Ruang
from tests.tahan.kantor import (
    create_kantor,
    find_sisa,
    isi_inbox,
    jalankan,
    jalankan_dibuka,
    jalankan_sesak,
    potret,
    salin,
)


@pytest.fixture(scope="module")
def asal(tmp_path_factory: pytest.TempPathFactory) -> tuple[Ruang, object]:
    """An office whose inbox is full, and how it looks after an undisturbed terima."""
    folder = tmp_path_factory.mktemp("kantor")
    ruang = create_kantor(folder / "asal", 4)
    isi_inbox(ruang, 10)
    utuh = salin(ruang, folder / "utuh")
    assert jalankan(utuh).returncode == 1
    return ruang, potret(utuh)


@pytest.mark.skipif(sys.platform != "linux", reason="limits the size of files")
@pytest.mark.parametrize("bita", [0, 9_000, None])
def test_cakram_penuh(asal: tuple[Ruang, object], tmp_path: Path, bita: int | None) -> None:
    """The first file that no longer fits: the intent, a correction form, a copy in arsip, the
    register itself as it is committed."""
    ruang = salin(asal[0], tmp_path / "ruang")
    sebelum = potret(ruang)
    agenda = ruang.berkas_agenda.stat().st_size
    sesak = jalankan_sesak(ruang, agenda + 1_000 if bita is None else bita)
    assert sesak.returncode == 3, sesak.stderr
    assert re.fullmatch(r"[^\n]*(tidak dapat|penuh)[^\n]*\n", sesak.stderr), sesak.stderr
    assert sesak.stdout == ""
    assert potret(ruang) == sebelum
    assert find_sisa(ruang) == []
    jalankan(ruang)
    assert potret(ruang) == asal[1]


@pytest.mark.skipif(os.name == "nt", reason="folders have no such rights")
@pytest.mark.parametrize("folder", ["inbox", "outbox/2026/TW1", "arsip", "."])
def test_folder_hanya_baca(asal: tuple[Ruang, object], tmp_path: Path, folder: str) -> None:
    ruang = salin(asal[0], tmp_path / "ruang")
    (ruang.akar / "arsip").mkdir(exist_ok=True)
    sebelum = potret(ruang)
    tujuan = ruang.akar / folder
    tujuan.chmod(0o555)
    try:
        hasil = jalankan(ruang)
    finally:
        tujuan.chmod(0o755)
    assert hasil.returncode == 3
    assert "hanya-baca" in hasil.stderr
    assert potret(ruang) == sebelum
    jalankan(ruang)
    assert potret(ruang) == asal[1]


@pytest.mark.parametrize(
    "folder", ["arsip", "karantina", "outbox/2026/tanda-terima", "outbox/2026"]
)
def test_ada_berkas_di_tempat_folder(
    asal: tuple[Ruang, object], tmp_path: Path, folder: str
) -> None:
    ruang = salin(asal[0], tmp_path / "ruang")
    tujuan = ruang.akar / folder
    if tujuan.is_dir():
        shutil.move(tujuan, tmp_path / "singkir")
    tujuan.write_bytes(b"bukan folder")
    sebelum = potret(ruang)
    hasil = jalankan(ruang)
    assert hasil.returncode == 3
    assert "ada berkas dengan nama folder itu" in hasil.stderr
    assert potret(ruang) == sebelum
    tujuan.unlink()
    if (tmp_path / "singkir").exists():
        shutil.move(tmp_path / "singkir", tujuan)
    jalankan(ruang)
    assert potret(ruang) == asal[1]


def test_kiriman_sedang_dibuka(asal: tuple[Ruang, object], tmp_path: Path) -> None:
    """What another program holds open is on the record all the same, and told; the others go."""
    ruang = salin(asal[0], tmp_path / "ruang")
    hasil = jalankan_dibuka(ruang, "surat 2.doc")
    assert hasil.returncode == 1
    assert "Hapus sendiri dari inbox/ (sudah tersimpan): surat 2.doc" in hasil.stdout + hasil.stderr
    sisa = [p.name for p in ruang.inbox.rglob("*") if p.is_file() and p.name != ".gitkeep"]
    assert sisa == ["surat 2.doc"]
    assert find_sisa(ruang) == []
    (ruang.inbox / "surat 2.doc").unlink()
    assert potret(ruang) == asal[1]
