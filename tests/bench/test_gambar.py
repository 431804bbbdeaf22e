"""The picture of time against size: both axes logarithmic, a line for each command."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET

import pytest

from bench.gambar import render_gambar
from bench.sasaran import PERINTAH_TUMBUH, Hasil, Putaran


def test_sepuluh_kali_sama_jauhnya() -> None:
    """Ten times the time is as far up everywhere, ten times the office as far to the right."""
    putaran = {
        f"{p} {n}": [Putaran(1, n / 10, 80, n)] for p in PERINTAH_TUMBUH for n in (100, 1000, 10000)
    }
    gambar = render_gambar(Hasil("mesin", "2026-01-01", putaran))
    ET.fromstring(gambar)
    garis = re.findall(r'd="M([\d. ]+)L([\d. ]+)L([\d. ]+)" fill="none"', gambar)
    assert len(garis) == len(PERINTAH_TUMBUH)
    a, b, c = ([float(x) for x in t.split()] for t in garis[0])
    assert b[0] - a[0] == pytest.approx(c[0] - b[0], abs=0.2)
    assert a[1] - b[1] == pytest.approx(b[1] - c[1], abs=0.2)
    assert a[1] > c[1]
