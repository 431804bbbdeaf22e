"""Which PK still lacks its signature, by what was frozen and scanned, in that order."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from pathlib import Path

import pytest

from sopkinerja.agenda.agenda import Agenda
from sopkinerja.agenda.model import Lampiran
from sopkinerja.istilah import JenisLampiran, Triwulan
from sopkinerja.mandat.tanda_tangan import list_pk_belum
from sopkinerja.opd.mandat import Mandat
from sopkinerja.tulisan import WITA
from tests.laporan.tabel import read_tabel
from tests.mandat.kecil import build_indikator

PAGI = dt.datetime(2026, 4, 20, 8, tzinfo=WITA)

KASUS = """
| hal                                      | urutan                          | belum  |
|------------------------------------------|---------------------------------|--------|
| belum dipindai                           | beku                            | PLN KD |
| dipindai                                 | beku PLN:1 KD:1                 |        |
| direvisi pada hari pindaiannya           | beku PLN:1 KD:1 revisi          | PLN    |
| revisi dipindai                          | beku PLN:1 KD:1 revisi PLN:2    |        |
| yang tidak berubah berlaku terus         | beku KD:1 revisi                | PLN    |
| catatan lama                             | beku PLN KD                     |        |
| catatan lama, direvisi hari itu juga     | beku PLN KD revisi              | PLN    |
| catatan lama, dipindai sesudah direvisi  | beku KD revisi PLN              |        |
| catatan lama, dipindai saat direvisi     | beku KD revisi= PLN             | PLN    |
"""


def build_mandat(versi: int) -> Mandat:
    """Version 2 changes the PK of PLN alone."""
    daftar = (build_indikator("PLN.01", target_tahun=float(versi)), build_indikator("KD.01"))
    return Mandat(
        tahun=2026,
        versi=versi,
        berlaku_mulai=Triwulan(versi),
        tanggal=PAGI.date(),
        indikator=daftar,
    )


@pytest.mark.parametrize("kasus", read_tabel(KASUS), ids=lambda k: k["hal"])
def test_pk_belum(kasus: Mapping[str, str], tmp_path: Path) -> None:
    """All on one day: the hour tells, or the version that the record names."""
    Agenda.create(tmp_path / "sopkinerja.db")
    with Agenda(tmp_path / "sopkinerja.db") as agenda, agenda.transaksi():
        for jam, satu in enumerate(kasus["urutan"].split()):
            waktu = PAGI + dt.timedelta(hours=jam)
            if satu == "beku":
                agenda.write_mandat(build_mandat(1))
                continue
            if satu.startswith("revisi"):
                agenda.write_mandat(build_mandat(2))
                saat = waktu + dt.timedelta(hours=satu.endswith("="))
                agenda.write_kejadian(saat, "revisi_pk", 2026, 2, "", "")
                continue
            jabatan, _, versi = satu.partition(":")
            agenda.write_lampiran(
                Lampiran(
                    sebagai=JenisLampiran.PK, tahun=2026, jabatan=jabatan, nama="a.pdf",
                    sha256=str(jam), arsip="", waktu=waktu, revisi=int(versi) if versi else None,
                )
            )  # fmt: skip
        assert list(list_pk_belum(agenda, 2026)) == kasus["belum"].split()
