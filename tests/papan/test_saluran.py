"""Numbers and addresses as offices type them become links, or none."""

from __future__ import annotations

import pytest

from sopkinerja.papan.saluran import MAKS_ALAMAT, build_mailto, build_whatsapp, parse_telepon
from tests.laporan.tabel import read_tabel

TELEPON = """
| Diketik                   | Nomor          |
| 0812 3456 7890            | 6281234567890  |
| 0812-3456-7890            | 6281234567890  |
| +62 812 3456 7890         | 6281234567890  |
| 62 0812 3456 7890         | 6281234567890  |
| 0062 812 3456 7890        | 6281234567890  |
| 81234567890               | 6281234567890  |
| (0812) 3456.7890 (WA)     | 6281234567890  |
| (0451) 421234             |                |
| (0451) 421234 / 081234567890 | 6281234567890 |
| 0812345678901 atau 0813   | 62812345678901 |
| +60 12-345 6789           | 60123456789    |
| 0812                      |                |
| 08123456789012345678      |                |
| tidak ada                 |                |
| 0812<script>34567890      | 6281234567890  |
"""


@pytest.mark.parametrize("b", read_tabel(TELEPON), ids=lambda b: b["Diketik"])
def test_parse_telepon(b: dict[str, str]) -> None:
    assert parse_telepon(b["Diketik"]) == b["Nomor"]


def test_tautan_hanya_alamat() -> None:
    """A text can't leave its place in the link."""
    jahat = 'a&b#c"><script>\n100%'
    aman = "a%26b%23c%22%3E%3Cscript%3E%0A100%25"
    assert build_whatsapp("62812", jahat) == f"https://wa.me/62812?text={aman}"
    assert build_mailto("a.b@opd.go.id", "x&y", jahat) == (
        "mailto:a.b@opd.go.id?subject=x%26y&body=" + aman.replace("%0A", "%0D%0A")
    )


@pytest.mark.parametrize("surel", ["", "tidak ada", "a@b", "a@b.id?bcc=x@y.id", "a@b.id, c@d.id"])
def test_bukan_surel(surel: str) -> None:
    assert build_mailto(surel, "x", "y") == ""


def test_teks_panjang_ditinggalkan() -> None:
    """A link longer than programs take opens without its text; without a number there is none."""
    panjang = "x" * MAKS_ALAMAT
    assert build_whatsapp("62812", panjang) == "https://wa.me/62812"
    assert build_whatsapp("", panjang) == ""
    assert build_mailto("a@b.id", "x", panjang) == "mailto:a@b.id"
