"""A command run in the wrong folder, or beside a renamed referensi: told what was found there and
where the workspace is; nothing is written."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from sopkinerja.cli import main
from sopkinerja.ruang import Ruang
from tests.alur.kecil import create_kecil
from tests.alur.kiriman import INDIKATOR


@pytest.fixture
def ruang(tmp_path: Path) -> Ruang:
    (tmp_path / "kantor kita").mkdir()
    return create_kecil(tmp_path / "kantor kita" / "ruang kerja", INDIKATOR)


def jalankan(folder: Path, *kata: str) -> Result:
    return CliRunner().invoke(main, ["--ruang", str(folder), *kata])


PERINTAH = ("status", "terima", "tetapkan", "terbitkan laporan -t 1", "jadwal", "mulai")


@pytest.mark.parametrize("perintah", PERINTAH)
def test_di_dalam_ruang(ruang: Ruang, perintah: str) -> None:
    """In a subfolder, `mulai` included: the workspace above it is named, as it can be typed."""
    folder = ruang.outbox / "2026"
    folder.mkdir(parents=True, exist_ok=True)
    hasil = jalankan(folder, *perintah.split())
    assert hasil.exit_code == 3, hasil.output
    assert hasil.stdout == ""
    assert f'sopkinerja --ruang "{ruang.akar}"' in hasil.stderr
    assert "sopkinerja mulai" not in hasil.stderr
    assert list(folder.iterdir()) == []


@pytest.mark.parametrize("perintah", PERINTAH[:5])
def test_satu_di_atas_ruang(ruang: Ruang, perintah: str) -> None:
    hasil = jalankan(ruang.akar.parent, *perintah.split())
    assert hasil.exit_code == 3, hasil.output
    assert 'Yang ada di dalamnya: ruang kerja. Jalankan: sopkinerja --ruang "ruang kerja"' in (
        hasil.stderr
    )
    assert "sopkinerja mulai" not in hasil.stderr


@pytest.mark.parametrize(
    ("isi", "harap"),
    [((), "Foldernya kosong."), (("a.txt", "b.txt"), "Isinya: a.txt, b.txt."),
     (tuple("abcdefg"), "Isinya: a, b, c, d, e, dan 2 lagi.")],
)  # fmt: skip
def test_bukan_ruang(tmp_path: Path, isi: tuple[str, ...], harap: str) -> None:
    for nama in isi:
        (tmp_path / nama).write_text("x", encoding="utf-8")
    hasil = jalankan(tmp_path, "status")
    assert hasil.exit_code == 3
    assert f"bukan ruang kerja (sopkinerja.toml tidak ada). {harap}" in hasil.stderr
    assert "--ruang FOLDER" in hasil.stderr


def test_folder_tidak_ada(tmp_path: Path) -> None:
    hasil = jalankan(tmp_path / "tidak ada", "status")
    assert hasil.exit_code == 3
    assert "tidak ada tidak ada. Periksa --ruang;" in hasil.stderr
    assert f'sopkinerja mulai "{tmp_path / "tidak ada"}"' in hasil.stderr


@pytest.mark.parametrize("perintah", ["tetapkan", "status mandat", "mulai"])
@pytest.mark.parametrize(
    ("nama", "cara"),
    [("referensi (1).xlsx", "Ganti nama referensi (1).xlsx menjadi referensi.xlsx."),
     ("Referensi.xlsx", "Ganti nama Referensi.xlsx menjadi referensi.xlsx."),
     ("Salinan referensi.xlsx", "Ganti nama Salinan referensi.xlsx menjadi referensi.xlsx."),
     ("referensi.xls", "Simpan Sebagai Excel Workbook (.xlsx) dengan nama referensi.xlsx.")],
)  # fmt: skip
def test_referensi_bernama_lain(ruang: Ruang, nama: str, cara: str, perintah: str) -> None:
    ruang.berkas_referensi.rename(ruang.akar / nama)
    hasil = jalankan(ruang.akar, *perintah.split())
    assert hasil.exit_code == 3, hasil.output
    assert f"yang ada {nama}. " in hasil.stderr
    assert hasil.stderr.strip().endswith(cara)
    assert not ruang.berkas_referensi.exists()


@pytest.mark.parametrize("tempat", ["outbox", ".."])
def test_pemandu_masuk_ke_ruangnya(ruang: Ruang, tempat: str) -> None:
    """In a folder of the workspace, or one above it, the guide says which it is and goes there."""
    hasil = jalankan(ruang.akar / tempat, "lanjut", "--tanggal", "9 Maret 2026")
    assert hasil.exit_code == 0, hasil.output
    assert f"Ruang kerja: {ruang.akar}" in hasil.stdout
    assert "terbitkan laporan -t 1" in hasil.stdout
