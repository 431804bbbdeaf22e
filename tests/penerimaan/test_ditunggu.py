"""Whose report is awaited: one rule for a photo named after a chair and for a form sent too early."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from sopkinerja.agenda.agenda import Agenda
from sopkinerja.agenda.model import Kiriman, Terbitan
from sopkinerja.istilah import Formulir, Putusan, Triwulan
from sopkinerja.lembar.cap import Identitas, render_kode
from sopkinerja.opd.mandat import Mandat
from sopkinerja.penerimaan.ditunggu import (
    find_ditunggu_sesudah,
    list_ditunggu,
    list_ditunggu_dulu,
)
from sopkinerja.tulisan import WITA
from tests.laporan.tabel import read_tabel

WAKTU = dt.datetime(2026, 4, 7, 12, tzinfo=WITA)
KASUS = """
| Kasus                         | Mandat | Terbit | Kiriman TW I              | Tutup | Datang | Ditunggu | Sebelum TW III |
| belum terbit                  | 1      |        |                           |       |        |          |                |
| belum kembali                 | 1      | 1      |                           |       |        | 1        | 1              |
| diterima                      | 1      | 1      | diterima                  |       |        |          |                |
| dikembalikan untuk diperbaiki | 1      | 1      | perlu_perbaikan           |       |        | 1        | 1              |
| dua kiriman menunggu pilihan  | 1      | 1      | konflik konflik           |       |        |          |                |
| dipilih, yang lain usang      | 1      | 1      | diterima usang            |       |        |          |                |
| dikarantina                   | 1      | 1      | karantina                 |       |        | 1        | 1              |
| yang usang saja               | 1      | 1      | usang                     |       |        | 1        | 1              |
| datang sekarang               | 1      | 1      |                           |       | 1      |          |                |
| TW I ditutup tanpa laporannya | 1      | 1      |                           | 1     |        |          |                |
| TW I ditutup, TW II terbit    | 1      | 1 2    |                           | 1     |        | 2        | 2              |
| dua triwulan terbuka          | 1      | 1 2    |                           |       |        | 1        | 1 2            |
| dua triwulan, TW I diterima   | 1      | 1 2    | diterima                  |       |        |          | 2              |
| kantor mulai TW III           | 3      | 3      |                           |       |        | 3        |                |
"""


def build_identitas(triwulan: int) -> Identitas:
    return Identitas(
        formulir=Formulir.LAPORAN, opd="DINAS", tahun=2026, triwulan=Triwulan(triwulan),
        jabatan="PLN-01",
    )  # fmt: skip


@pytest.mark.parametrize("b", read_tabel(KASUS), ids=lambda b: b["Kasus"])
def test_ditunggu(tmp_path: Path, b: dict[str, str]) -> None:
    """Of the earliest open triwulan with a mandat, and before the report of TW III of every open one."""
    datang = {build_identitas(int(n)) for n in b["Datang"].split()}
    Agenda.create(tmp_path / "sopkinerja.db")
    with Agenda(tmp_path / "sopkinerja.db") as agenda:
        fill_agenda(agenda, b)
        kini = [str(i.triwulan) for i in list_ditunggu(agenda, datang)]
        dulu = [str(t) for t in list_ditunggu_dulu(agenda, build_identitas(3), datang)]
    assert (" ".join(kini), " ".join(dulu)) == (b["Ditunggu"], b["Sebelum TW III"])


def fill_agenda(agenda: Agenda, b: dict[str, str]) -> None:
    agenda.write_mandat(
        Mandat(
            tahun=2026, versi=1, berlaku_mulai=Triwulan(int(b["Mandat"])), tanggal=WAKTU.date(),
            indikator=(),
        )
    )  # fmt: skip
    for n in b["Terbit"].split():
        ident = build_identitas(int(n))
        agenda.write_terbitan(
            Terbitan(
                identitas=ident,
                revisi=1,
                perbaikan=0,
                kode=render_kode(ident, 1),
                waktu=WAKTU,
                berkas="x.xlsx",
                sha256=n,
                sidik=n,
                isi="{}",
            )
        )
    for n in b["Tutup"].split():
        agenda.write_kejadian(WAKTU, "tutup", 2026, int(n), "", "")
    for ke, kata in enumerate(b["Kiriman TW I"].split()):
        putusan = Putusan(kata)
        agenda.write_kiriman(
            Kiriman(
                urutan=1,
                nama="a.xlsx",
                sha256=f"{ke:064x}",
                identitas=build_identitas(1),
                revisi=1,
                diterima=WAKTU,
                putusan=putusan,
                hasil="{}",
                berlaku=putusan is Putusan.DITERIMA,
            )
        )


SESUDAH = """
| Ditunggu     | Kiriman | Hari       | Sesudah |
| 2026/2       | 2026/1  | 2026-07-01 | 2026/2  |
| 2026/2       | 2026/1  | 2026-06-29 |         |
| 2026/2       | 2026/2  | 2026-07-07 |         |
| 2026/2       | 2026/3  | 2026-07-07 |         |
| 2026/4 2027/1 | 2026/3 | 2027-01-07 | 2026/4  |
| 2027/1       | 2026/4  | 2027-04-05 | 2027/1  |
| 2027/1       | 2026/4  | 2027-01-05 |         |
|              | 2026/1  | 2026-07-07 |         |
"""


def _read_masa(teks: str) -> list[Identitas]:
    masa = [m.split("/") for m in teks.split()]
    return [build_identitas(int(tw)).model_copy(update={"tahun": int(y)}) for y, tw in masa]


@pytest.mark.parametrize("b", read_tabel(SESUDAH), ids=str)
def test_ditunggu_sesudah(b: dict[str, str]) -> None:
    """Of the same jabatan, a later triwulan that is over."""
    lain = [i.model_copy(update={"jabatan": "PLN-02"}) for i in _read_masa("2026/2 2026/3 2026/4")]
    (kiriman,) = _read_masa(b["Kiriman"])
    hari = dt.date.fromisoformat(b["Hari"])
    hasil = find_ditunggu_sesudah([*lain, *_read_masa(b["Ditunggu"])], kiriman, hari)
    assert [hasil] == (_read_masa(b["Sesudah"]) or [None])
