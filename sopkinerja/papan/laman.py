"""The board as one page for a browser or a phone: nothing is fetched, nothing but its own script runs."""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from sopkinerja.papan import teks
from sopkinerja.papan.model import PapanCetak

if TYPE_CHECKING:
    from jinja2 import Template

FOLDER = Path(__file__).parent


def render_laman(papan: PapanCetak) -> bytes:
    """The page in UTF-8; every text from outside is escaped, and a policy allows only its own style
    and script, by their hashes."""
    from markupsafe import Markup

    gaya, naskah = (_read(n) for n in ("laman.css", "laman.js"))
    isi: str = _read_templat().render(
        p=papan,
        teks=teks,
        gaya=Markup(gaya),
        naskah=Markup(naskah),
        izin_gaya=hash_izin(gaya),
        izin_naskah=hash_izin(naskah),
    )
    return isi.encode("utf-8", "replace")


def hash_izin(isi: str) -> str:
    """How a policy names an inline text: `sha256-` and its hash."""
    return "sha256-" + base64.b64encode(hashlib.sha256(isi.encode()).digest()).decode()


def _read(nama: str) -> str:
    return (FOLDER / nama).read_text(encoding="utf-8")


@cache
def _read_templat() -> Template:
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    lingkungan = Environment(
        loader=FileSystemLoader(FOLDER),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    return lingkungan.get_template("laman.html")
