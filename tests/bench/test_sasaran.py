"""Ratios are reckoned turn by turn, and a goal knows which way it looks."""

from __future__ import annotations

from pathlib import Path

import pytest

from bench.sasaran import Hasil, Putaran, read_hasil, render_sasaran, render_tumbuh


def _hasil() -> Hasil:
    putaran = {
        "terbitkan": [Putaran(10, 5, 80, 1000), Putaran(20, 5, 80, 1000), Putaran(10, 5, 80, 1000)],
        "xlsxwriter-formulir": [Putaran(12, 12, 40, 100), Putaran(26, 12, 40, 100), Putaran(11, 12, 40, 100)],
        "bantuan": [Putaran(0.3, 0.25, 20)],
    }  # fmt: skip
    return Hasil("mesin", "2026-01-01", putaran)


def test_kali_ialah_tengah_tiap_putaran() -> None:
    """Per form, and the median of the turns' ratios rather than the ratio of the medians."""
    assert _hasil().kali("xlsxwriter-formulir", "terbitkan") == pytest.approx(12)
    assert _hasil().kali("xlsxwriter-formulir", "terbitkan", setiap=False) == pytest.approx(1.2)
    assert _hasil().kali("xlsxwriter-formulir", "terbitkan", "cpu") == pytest.approx(24)


def test_sasaran_yang_terukur_saja() -> None:
    """At least and at most; what a run doesn't tell of isn't judged."""
    baris = render_sasaran([_hasil()]).splitlines()[2:]
    assert [b.split("|")[-2].strip() for b in baris] == ["holds", "**doesn't**"]
    assert baris[1].startswith("| `--help`: CPU | ≤ 0.2 s | 0.25 s |")


def test_hasil_pulang(tmp_path: Path) -> None:
    """What was kept is what was measured."""
    _hasil().write("uji", tmp_path)
    assert read_hasil("uji", tmp_path) == _hasil()


def test_tumbuh_terhadap_ukuran_sebelumnya() -> None:
    """Each size beside how many times it is of the one before; what wasn't measured is blank."""
    putaran = {"terima 100": [Putaran(2, 3, 50, 100)], "terima 1000": [Putaran(9, 24, 60, 1000)]}
    baris = render_tumbuh(Hasil("mesin", "2026-01-01", putaran)).splitlines()
    assert baris[0] == "| command | 100 jabatan: CPU s, MiB | 1,000 jabatan: CPU s, MiB |"
    assert "| `terima` | 3.0, 50 | 24.0 (× 8.0), 60 (× 1.2) |" in baris
    assert "| `matriks` |  |  |" in baris
