"""The zip of a unit: equal content gives equal bytes."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from collections.abc import Iterable
from typing import NamedTuple

IZIN = 0o644 << 16
UNIX = 3


class Anggota(NamedTuple):
    """A file in the zip; nearly all are workbooks, which are squeezed already, so it is stored as it is."""

    nama: str
    isi: bytes
    waktu: dt.datetime


def render_zip(anggota: Iterable[Anggota]) -> bytes:
    """The zip, members by name, each with the time that the register knows of it."""
    tujuan = io.BytesIO()
    with zipfile.ZipFile(tujuan, "w", zipfile.ZIP_STORED) as arsip:
        for satu in sorted(anggota):
            info = zipfile.ZipInfo(satu.nama, satu.waktu.timetuple()[:6])
            info.create_system, info.external_attr = UNIX, IZIN
            arsip.writestr(info, satu.isi)
    return tujuan.getvalue()
