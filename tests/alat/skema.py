"""The Open XML SDK validator (Microsoft's schemas) on one workbook."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path

from tests.alat.program import find_validator

LINGKUNGAN = os.environ | {"DOTNET_TieredPGO": "0"}
"""One short run has no use for a profile of itself: a quarter less."""


def validasi(path: Path) -> list[str]:
    """What the Open XML SDK finds wrong with an .xlsx; empty where it is valid."""
    program = find_validator()
    assert program is not None, "the validator is missing: run make alat"
    hasil = subprocess.run(
        [program, path, "Microsoft365"],
        capture_output=True, text=True, check=True, timeout=1800, env=LINGKUNGAN,
    )  # fmt: skip
    laporan = json.loads(hasil.stdout)
    galat = [f"{e['path']} {e['xPath']}: {e['description']}" for e in laporan["errors"]]
    return galat if galat or laporan["ok"] else ["the validator says not ok, without a reason"]
