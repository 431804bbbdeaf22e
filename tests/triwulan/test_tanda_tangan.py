"""Which FINAL LHE still lacks its signature, by what was closed, reopened and scanned, in that order."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from pathlib import Path

import pytest

from sopkinerja.agenda.agenda import Agenda
from sopkinerja.agenda.model import Lampiran
from sopkinerja.istilah import JenisLampiran, Triwulan
from sopkinerja.triwulan.tanda_tangan import list_belum_bertanda
from sopkinerja.tulisan import WITA
from tests.laporan.tabel import read_tabel

KASUS = """
| hal                                  | urutan                              | belum |
|--------------------------------------|-------------------------------------|-------|
| belum dipindai                       | tutup                               | 0     |
| dipindai                             | tutup pindai:0                      |       |
| revisi belum                         | tutup pindai:0 buka tutup           | 1     |
| revisi dipindai                      | tutup pindai:0 buka tutup pindai:1  |       |
| catatan lama                         | tutup pindai                        |       |
| catatan lama, lalu revisi            | tutup pindai buka tutup             | 1     |
| catatan lama dari revisi itu         | tutup buka tutup pindai             |       |
| catatan lama, sedang dibuka          | tutup buka pindai tutup             | 1     |
| catatan lama, sebelum ditutup        | pindai tutup                        |       |
| catatan lama, sebelum ditutup, revisi | pindai tutup buka tutup            | 1     |
"""


@pytest.mark.parametrize("kasus", read_tabel(KASUS), ids=lambda k: k["hal"])
def test_belum_bertanda(kasus: Mapping[str, str], tmp_path: Path) -> None:
    """A record from before scans said which FINAL they show counts for the one that was out by then."""
    Agenda.create(tmp_path / "sopkinerja.db")
    with Agenda(tmp_path / "sopkinerja.db") as agenda, agenda.transaksi():
        for hari, satu in enumerate(kasus["urutan"].split()):
            apa, _, revisi = satu.partition(":")
            waktu = dt.datetime(2026, 4, 20, 12, tzinfo=WITA) + dt.timedelta(days=hari)
            if apa != "pindai":
                agenda.write_kejadian(waktu, apa, 2026, 1, "", "")
                continue
            agenda.write_lampiran(
                Lampiran(
                    sebagai=JenisLampiran.LHE, tahun=2026, triwulan=Triwulan.I, nama="a.pdf",
                    sha256=str(hari), arsip="", waktu=waktu, revisi=int(revisi) if revisi else None,
                )
            )  # fmt: skip
        belum = {Triwulan.I: int(kasus["belum"])} if kasus["belum"] else {}
        assert list_belum_bertanda(agenda, 2026) == belum
