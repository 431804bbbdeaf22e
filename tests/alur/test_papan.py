"""`status --papan` as the Kasubag meets it: where the board lies, what it tells to whom."""

from __future__ import annotations

from pathlib import Path

from sopkinerja.ruang import Ruang
from tests.alur.kiriman import isi, sidik
from tests.alur.test_jadwal_lampirkan import jalankan

PAPAN = ("status", "laporan", "-t", "1", "--tanggal", "2026-04-07", "--papan")
LAMAN = "outbox/2026/TW1/Status_TW1_2026.html"


def test_papan_di_outbox(meja_kerja: Ruang) -> None:
    """Beside the forms, with what a refused return lacks and the way to its correction form; made
    again on the same day it is the same."""
    isi(meja_kerja, "a.xlsx", None)
    jalankan(meja_kerja, "terima", "--tanggal", "2026-04-07")
    hasil = jalankan(meja_kerja, *PAPAN)
    assert hasil.stdout.splitlines()[-2] == LAMAN
    laman = (meja_kerja.akar / LAMAN).read_text(encoding="utf-8")
    assert "tenggat 8 April 2026, 1 hari kerja lagi" in laman
    (perbaikan,) = (meja_kerja.akar / "outbox/2026/TW1/perbaikan").iterdir()
    assert f'href="perbaikan/{perbaikan.name}"' in laman
    assert "Realisasi" in laman
    sekali = sidik(meja_kerja)
    jalankan(meja_kerja, *PAPAN)
    assert sidik(meja_kerja) == sekali
    assert not (meja_kerja.akar / "disimpan").exists()


def test_papan_di_luar(meja_kerja: Ruang, tmp_path: Path) -> None:
    """Elsewhere it leads nowhere and reaches nobody; the workspace stays as it is."""
    sebelum = sidik(meja_kerja)
    hasil = jalankan(meja_kerja, *PAPAN, "--keluaran", tmp_path / "bagikan")
    luar = tmp_path / "bagikan/Status_TW1_2026.html"
    assert str(luar) in hasil.stdout.splitlines()
    assert 'href="#' in luar.read_text(encoding="utf-8")
    assert sidik(meja_kerja) == sebelum


def test_papan_tidak_ke_inbox(meja_kerja: Ruang) -> None:
    hasil = jalankan(meja_kerja, *PAPAN, "--keluaran", meja_kerja.inbox)
    assert hasil.exit_code == 3
    assert "outbox/" in hasil.stderr
