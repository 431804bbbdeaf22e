"""A command says its help at once: the heavy libraries come with the work that needs them."""

from __future__ import annotations

import subprocess
import sys

BERAT = ("pandas", "openpyxl", "xlsxwriter", "holidays")
PERINTAH = f"import sys, sopkinerja.cli; print(sorted(set({BERAT}) & set(sys.modules)))"


def test_bantuan_tidak_memuat_pustaka_berat() -> None:
    hasil = subprocess.run(
        (sys.executable, "-c", PERINTAH), capture_output=True, text=True, check=True
    )
    assert hasil.stdout.strip() == "[]"
