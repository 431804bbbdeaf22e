"""Adds the templates as they are now to terkirim.toml, by which an office's untouched copy is known.

python workbook_templates/catat.py
"""

from __future__ import annotations

import hashlib
import tomllib
from pathlib import Path

FOLDER = Path(__file__).resolve().parent
DAFTAR = FOLDER / "terkirim.toml"
KEPALA = """\
# SHA-256 of every template shipped so far, oldest first; a copy in a workspace that stands here was
# never touched, and gives way to the newest. make templat adds what is new; nothing is ever removed.
"""


def add_templat(terkirim: dict[str, list[str]]) -> dict[str, list[str]]:
    """What was shipped so far, with the templates that lie here now as the newest."""
    hasil = {nama: list(sidik) for nama, sidik in terkirim.items()}
    for templat in sorted(FOLDER.glob("*.xlsx")):
        sidik = hashlib.sha256(templat.read_bytes()).hexdigest()
        lama = [s for s in hasil.get(templat.name, []) if s != sidik]
        hasil[templat.name] = [*lama, sidik]
    return hasil


def render(terkirim: dict[str, list[str]]) -> str:
    """The file's text."""
    bagian = [
        f'"{nama}" = [\n' + "".join(f'    "{s}",\n' for s in sidik) + "]\n"
        for nama, sidik in sorted(terkirim.items())
    ]
    return "\n".join([KEPALA, *bagian])


if __name__ == "__main__":
    lama = tomllib.loads(DAFTAR.read_text(encoding="utf-8")) if DAFTAR.exists() else {}
    DAFTAR.write_text(render(add_templat(lama)), encoding="utf-8")
