"""Error values, whoever wrote them: known by their texts, and none that the fast reader chokes on."""

from __future__ import annotations

import io
import re
import zipfile

_GALAT = re.compile(
    r"#(?:NULL!|DIV/0!|VALUE!|REF!|NAME\?|NUM!|N/A|GETTING_DATA|SPILL!|CALC!|FIELD!|BLOCKED!"
    r"|CONNECT!|UNKNOWN!|BUSY!|EXTERNAL!|PYTHON!|TIMEOUT!|ERROR!|DATA!)|(?:Err|Galat):\d{3}"
    r"|(?:Loading|Memuat)(?:\.\.\.|…)|#{3,}",
    re.IGNORECASE,
)
"""The error values of Excel, LibreOffice, Google Sheets and WPS, as they write them; data on its
way, a column too narrow."""
_GAMBAR_HILANG = re.compile(r"=(?:_xl\w*\.)*DISPIMG\(.*\)", re.IGNORECASE)
"""The formula of a picture in a cell (WPS) as a text: the picture didn't come along."""
_GALAT_RUMUS = re.compile(r"#[^\W\d_][\w/.]*[!?]|#N/?[A-Z]", re.IGNORECASE)
"""What else is an error where a formula shows it: other languages' words."""


_AWAL = frozenset("#=EeGgLlMm")
"""What all of these begin with."""


def find_galat(nilai: object, *, berumus: bool) -> str | None:
    """The error that a text is; None for anything else. A text that nobody computed is one only if
    it says exactly what a program writes (`#2 alat rusak` is a text)."""
    if not isinstance(nilai, str):
        return None
    teks = nilai.strip()
    if teks[:1] not in _AWAL:
        return None
    if _GAMBAR_HILANG.fullmatch(teks):
        return "#NAME?"
    if _GALAT.fullmatch(teks) or (berumus and _GALAT_RUMUS.fullmatch(teks)):
        return teks
    return None


_SEL = re.compile(
    rb"""(<(?:\w+:)?c\s(?:[^>"']|"[^"]*"|'[^']*')*(?<!/)>)((?:(?!</(?:\w+:)?c>).)*)""", re.DOTALL
)
_JENIS_SEL = re.compile(rb"""(\st\s*=\s*)["'](e|n|b)["']""")
_ISI_SEL = re.compile(rb"""(<(?:\w+:)?v(?:\s[^>]*)?(?<!/)>)([^<]*)""")
_PANTAS = {
    b"n": re.compile(rb"\s*[-+]?[0-9.]+(?:[eE][-+]?[0-9]+)?\s*"),
    b"b": re.compile(rb"\s*(?:[01]|true|false)\s*"),
}
"""What the fast reader takes in a cell of that type."""


def replace_galat(isi: bytes) -> bytes:
    """The same workbook with every error value one that the fast reader knows (which it was is
    told by the pass over the sheet itself), and what is no number in a number's cell as text."""
    hasil = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(isi)) as asal, zipfile.ZipFile(hasil, "w") as tujuan:
        for nama in asal.namelist():
            bagian = asal.read(nama)
            if nama.lower().startswith("xl/worksheets/"):
                bagian = _SEL.sub(_ganti_sel, bagian)
            tujuan.writestr(nama, bagian)
    return hasil.getvalue()


def _ganti_sel(sel: re.Match[bytes]) -> bytes:
    awal, badan = sel.groups()
    jenis, nilai = _JENIS_SEL.search(awal), _ISI_SEL.search(badan)
    if jenis is None or nilai is None:
        return sel.group()
    if jenis[2] == b"e":
        return bytes(awal + _ISI_SEL.sub(rb"\1#VALUE!", badan))
    if _PANTAS[jenis[2]].fullmatch(nilai[2]):
        return sel.group()
    return bytes(_JENIS_SEL.sub(rb'\1"str"', awal) + badan)
