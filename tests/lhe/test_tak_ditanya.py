"""What earlier triwulan left open and no form asks after is counted and listed, not dropped."""

from __future__ import annotations

import io
from dataclasses import replace

import pytest
from openpyxl import load_workbook

from sopkinerja.istilah import KeadaanTindak, Triwulan
from sopkinerja.lhe.buku import write_lhe
from sopkinerja.lhe.tak_ditanya import list_tak_ditanya, render_tak_ditanya
from sopkinerja.matriks.model import TindakDitanya
from sopkinerja.matriks.tercetak import Setahun
from sopkinerja.rapat.tindak_lanjut import build_perjalanan, build_sumber
from sopkinerja.renaksi.model import IsianTindak
from tests.matriks.bahan import build_bahan, build_semua, read_tabel

LOWONG = "JFK-01"
"""Recommended two things in TW I; vacant since."""
AWAL = replace(build_bahan(Triwulan.I), tindak_lanjut=())


def build_ruang(ditanya: tuple[TindakDitanya, ...]) -> Setahun:
    """TW II after a closed TW I, with a chair that was left, and what the forms ask."""
    bahan = build_bahan()
    terima = {k: t for k, t in bahan.terima.items() if k != (LOWONG, Triwulan.II)}
    return build_semua(
        replace(
            bahan,
            terima=terima,
            lowong=bahan.lowong | {(LOWONG, Triwulan.II)},
            tutup=frozenset({Triwulan.I}),
            final={Triwulan.I: (AWAL,)},
            tindak_lanjut=ditanya,
        )
    )


SEMUA = build_perjalanan([build_sumber(AWAL, Triwulan.I, None)], AWAL.tahun)
"""All that TW I opened."""
KASUS = """
| Hal                          | Tak ditanya       | Kalimat                                                                                                       |
| yang lain ditanya            | JFK-01 JFK-01     | 2 lagi tidak ditanyakan karena jabatannya lowong: JFK-01 Analis Perdagangan Ahli Muda; 2 lewat tenggat.       |
| satu tanpa formulir juga     | KD-01 JFK-01 JFK-01 | 3 lagi tidak ditanyakan pada formulir triwulan ini: JFK-01 Analis Perdagangan Ahli Muda dan KD-01 Kepala Dinas; 3 lewat tenggat. |
| semua ditanya                |                   |                                                                                                               |
"""


@pytest.mark.parametrize("k", read_tabel(KASUS), ids=lambda k: k["Hal"])
def test_tak_ditanya(k: dict[str, str]) -> None:
    sisa = k["Tak ditanya"].split()
    ditanya = list(SEMUA)
    for jabatan in sisa:
        ditanya.remove(next(x for x in ditanya if x.jabatan == jabatan))
    setahun = build_ruang(tuple(ditanya))
    daftar = list_tak_ditanya(setahun)
    assert sorted(x.jabatan for x in daftar) == sorted(sisa)
    assert render_tak_ditanya(setahun.bahan, daftar) == k["Kalimat"]


def test_yang_sudah_selesai_tidak_disebut_lagi() -> None:
    """Called selesai by a form of TW I, which asked after what the year before left."""
    x = SEMUA[0]
    isian = IsianTindak(kunci="R4-25.X", keadaan=KeadaanTindak.SELESAI)
    tindak = x.tindak.model_copy(update={"kunci": "R4-25.X"})
    lama = (replace(x, tindak=tindak, jawaban=isian), replace(x, jawaban=None))
    awal = replace(AWAL, tindak_lanjut=lama)
    bahan = replace(build_ruang(SEMUA[1:]).bahan, final={Triwulan.I: (awal,)})
    (satu,) = list_tak_ditanya(build_semua(bahan))
    assert satu.tindak.kunci == x.tindak.kunci


def test_tak_satu_pun_ditanya() -> None:
    """Both tables stand on the sheet, one below the other, each once."""
    isi = io.BytesIO()
    write_lhe(build_ruang(()), isi)
    kiri = [
        s for (s,) in load_workbook(isi)["Tindak Lanjut"].iter_rows(max_col=1, values_only=True)
    ]
    atas = kiri.index("Rekomendasi Triwulan I dan capaian sesudahnya")
    assert kiri.index("Yang tidak ditanyakan formulir triwulan ini") > atas
    assert len([s for s in kiri if s == "No"]) >= 2


def test_terdaftar_di_lhe() -> None:
    isi = io.BytesIO()
    write_lhe(build_ruang(tuple(x for x in SEMUA if x.jabatan != LOWONG)), isi)
    buku = load_workbook(isi)
    baris = [
        b for b in buku["Tindak Lanjut"].iter_rows(values_only=True) if b[6] == "jabatan lowong"
    ]
    assert [b[5] for b in baris] == ["belum ada kabar"] * 2
    pokok = {b[0]: str(b[1]) for b in buku["Ringkasan"].iter_rows(values_only=True)}
    assert "2 lagi tidak ditanyakan" in pokok["Keputusan dan rekomendasi lalu"]
