"""Lines in a pipe whose encoding lacks some letters, as on Windows."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from sopkinerja.layar import relax_aliran
from tests.laporan.tabel import read_tabel

KASUS = """
| Sandi  | Teks                    | Terbaca                   |
| utf-8  | → “Café” … ✓ – ≥ 北     | → “Café” … ✓ – ≥ 北       |
| cp1252 | → “Café” … ✓ – ≥ 北     | -> “Café” … v – >= ?      |
| cp850  | → “Café” … ✓ – ≥ 北     | -> "Café" ... v - >= ?    |
| latin1 | ← Šta · ‘a’ — b         | <- Sta · 'a' - b          |
"""


@pytest.mark.parametrize("b", read_tabel(KASUS), ids=lambda b: b["Sandi"])
def test_huruf_yang_tidak_ada(b: dict[str, str]) -> None:
    """Each text can be read, and none ends the command."""
    tujuan = io.BytesIO()
    aliran = io.TextIOWrapper(tujuan, encoding=b["Sandi"])
    relax_aliran(aliran)
    aliran.write(b["Teks"])
    aliran.flush()
    assert tujuan.getvalue().decode(b["Sandi"]) == b["Terbaca"]


@pytest.mark.parametrize("sandi", ["cp1252", "cp850", "ascii"])
def test_perintah_di_pipa(sandi: str, tmp_path: Path) -> None:
    """Next steps and JSON of a real run, both streams in an old code page."""
    lingkungan = {**os.environ, "PYTHONIOENCODING": sandi, "NO_COLOR": "1", "TERM": "dumb"}

    def run(*kata: str) -> bytes:
        hasil = subprocess.run(
            [sys.executable, "-c", "from sopkinerja.cli import main; main()", *kata],
            cwd=tmp_path, env=lingkungan, capture_output=True, check=True,
        )  # fmt: skip
        assert b"\\u2" not in hasil.stderr
        assert b"\x1b" not in hasil.stdout + hasil.stderr
        return hasil.stdout

    jalur = run("mulai", "kantor", "--contoh")
    assert (b"\xe2\x86\x92 Buka" if sandi == "ascii" else b"-> Buka") in jalur
    isi = json.loads(run("--ruang", "kantor", "lanjut", "--json"))
    assert "langkah" in isi
