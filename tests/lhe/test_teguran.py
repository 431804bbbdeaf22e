"""Who the LHE proposes a teguran for: only whose own day has passed, and who got a form."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sopkinerja.formulir.papan import render_keadaan
from sopkinerja.istilah import Keadaan
from sopkinerja.lhe.diminta import build_pilihan
from sopkinerja.lhe.kepatuhan import find_belum, render_kepatuhan
from sopkinerja.lhe.kepatuhan_tahun import ALPA, find_sebutan
from tests.laporan.tabel import read_tabel
from tests.matriks.bahan import build_bahan, build_semua

JABATAN = "SUB-01"
"""The one of the sample of which nothing was accepted."""

KASUS = """
| hal                            | keadaan   | terlambat | perbaikan lewat | terbit | putusan    |
| belum lewat tenggat            | belum     | 0         | 0               | ya     |            |
| hari terakhir                  | belum     | 0         | 0               | ya     |            |
| lewat sehari                   | terlambat | 1         | 0               | ya     | Teguran    |
| perbaikan masih ditunggu       | perbaikan | 0         | 0               | ya     |            |
| terlambat, perbaikan ditunggu  | perbaikan | 3         | 0               | ya     |            |
| perbaikan pun lewat            | perbaikan | 0         | 1               | ya     | Teguran    |
| dua kiriman, menunggu pilihan  | konflik   | 2         | 0               | ya     |            |
| lowong                         | lowong    | 0         | 0               | tidak  |            |
| formulirnya tidak pernah ada   | belum     | 0         | 0               | tidak  | Penerbitan |
"""


@pytest.mark.parametrize("kasus", read_tabel(KASUS), ids=lambda k: k["hal"])
def test_putusan_tentang_orang(kasus: dict[str, str]) -> None:
    bahan = build_bahan()
    (lama,) = [s for s in find_belum(bahan) if s.kode == JABATAN]
    baru = lama.model_copy(
        update={
            "keadaan": Keadaan(kasus["keadaan"]),
            "hari_terlambat": int(kasus["terlambat"]),
            "perbaikan_terlambat": int(kasus["perbaikan lewat"]),
            "terbit": kasus["terbit"] == "ya",
        }
    )
    lain = [
        s.model_copy(update={"keadaan": Keadaan.DITERIMA})
        for s in bahan.status
        if s.kode != JABATAN and s.keadaan is not Keadaan.LOWONG
    ]
    bahan = replace(bahan, status=(*lain, baru))
    kata = {"Teguran", "Penerbitan"}
    putusan = [d.isi for d in build_pilihan(build_semua(bahan)) if d.isi.split()[0] in kata]
    assert [p.split()[0] for p in putusan] == kasus["putusan"].split()
    assert all(baru.nama in p for p in putusan)


def test_formulir_yang_tidak_pernah_terbit_bukan_salah_siapa_pun() -> None:
    """Rekap and Kepatuhan say so; of the year it isn't counted as a report that was missed."""
    bahan = build_bahan()
    status = tuple(
        s.model_copy(update={"keadaan": Keadaan.BELUM, "hari_terlambat": 0, "terbit": False})
        if s.kode == JABATAN
        else s
        for s in bahan.status
    )
    bahan = replace(bahan, status=status, tidak_valid=frozenset())
    baris = next(s for s in status if s.kode == JABATAN)
    assert render_keadaan(baris) == "formulir belum terbit"
    sebutan = find_sebutan(bahan, JABATAN, bahan.triwulan)
    assert sebutan == "tidak diterbitkan"
    assert sebutan not in ALPA
    assert f"1 belum diterima: SUB-01 {baris.nama}." in render_kepatuhan(bahan)
