"""Efficiency: capaian against serapan, in words that the printed definition gives."""

from __future__ import annotations

import pytest

from sopkinerja.istilah import Triwulan
from sopkinerja.laporan.capaian import limit
from sopkinerja.lhe.efisiensi import Efisiensi, build_efisiensi
from sopkinerja.matriks.anggaran import build_pohon
from sopkinerja.matriks.matriks import build_matriks
from tests.lhe.bahan_tahun import build_bahan_tahun
from tests.matriks.bahan import read_realisasi, read_tabel

KASUS = """
| Kasus                    | Serapan | Capaian | Indikator | Selisih | Keterangan                       | Belum |
| tercapai, hemat          | 80      | 100     | 2         | 20.00   | efisien                          | |
| nyaris, tercetak 100     | 80      | 99.996  | 2         | 20.00   | efisien                          | |
| persis sama              | 100     | 100     | 2         | 0.00    | setara                           | |
| belum tercapai           | 60      | 75      | 2         | 15.00   | di bawah target            | |
| uang lebih cepat         | 90      | 75      | 2         | -15.00  | serapan melebihi capaian         | |
| lebih dari pagu          | 105     | 100     | 1         | -5.00   | serapan melebihi capaian         | |
| realisasi belum ada      |         | 100     | 1         |         | belum dapat dinilai              | |
| indikator belum dinilai  | 50      |         | 1         |         | belum dapat dinilai              | |
| tanpa indikator          | 50      |         | 0         |         | tidak ada indikator yang menyebutnya | |
| uangnya belum semua      | 50      | 100     | 1         |         | realisasi TW II belum lengkap | II |
"""


@pytest.mark.parametrize("kasus", read_tabel(KASUS), ids=lambda k: k["Kasus"])
def test_keterangan(kasus: dict[str, str]) -> None:
    serapan, capaian = read_realisasi(kasus["Serapan"]), read_realisasi(kasus["Capaian"])
    hasil = Efisiensi(serapan, capaian, 1, int(kasus["Indikator"]), belum=kasus.get("Belum", ""))
    assert ("" if hasil.selisih is None else f"{hasil.selisih:.2f}") == kasus["Selisih"]
    assert hasil.keterangan == kasus["Keterangan"]


def test_program_memakai_semua_indikator_sub_kegiatannya() -> None:
    bahan = build_bahan_tahun()
    matriks = build_matriks(bahan)
    baris = {b.kode: b.capaian_tahun or 0 for b in matriks.baris}
    for cabang in build_pohon(bahan, matriks.anggaran):
        nilai = [
            limit(baris[i.kode], bahan.pengaturan)
            for i in bahan.mandat[Triwulan.IV].indikator
            if i.sub_kegiatan
            and f"{i.sub_kegiatan}.".startswith(f"{cabang.kode}." if cabang.kode else "")
        ]
        hasil = build_efisiensi(matriks, cabang)
        assert hasil.dinilai == hasil.indikator == len(nilai) > 0
        assert hasil.capaian == pytest.approx(sum(nilai) / len(nilai))
