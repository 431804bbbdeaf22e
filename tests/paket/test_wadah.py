"""The zip: equal content, equal bytes."""

from __future__ import annotations

import datetime as dt
import io
import zipfile

from sopkinerja.paket.wadah import Anggota, render_zip

A = Anggota("A_satu.xlsx", b"satu", dt.datetime(2026, 3, 2, 12))
B = Anggota("B_dua.xlsx", b"dua", dt.datetime(2026, 4, 1, 8, 30))


def test_tetap() -> None:
    """In whatever order they come; named and timed as they are on record."""
    zip_ = render_zip([B, A])
    assert render_zip([A, B]) == zip_
    with zipfile.ZipFile(io.BytesIO(zip_)) as arsip:
        assert arsip.testzip() is None
        assert [(i.filename, i.date_time, i.create_system) for i in arsip.infolist()] == [
            ("A_satu.xlsx", (2026, 3, 2, 12, 0, 0), 3), ("B_dua.xlsx", (2026, 4, 1, 8, 30, 0), 3),
        ]  # fmt: skip
        assert arsip.read("B_dua.xlsx") == b"dua"
    assert render_zip([A, B._replace(waktu=A.waktu)]) != zip_
