"""The headline counts; the mean comes second; colour and words follow the count."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sopkinerja.cetak.gaya import WARNA_PREDIKAT
from sopkinerja.istilah import Level, Triwulan
from sopkinerja.lhe.ringkasan import find_warna_utama, render_kedua
from sopkinerja.lhe.utama import render_berat, render_utama
from sopkinerja.matriks.baris import BarisMatriks
from sopkinerja.matriks.matriks import Matriks, build_matriks
from tests.lhe.bahan_contoh import build_bahan_contoh
from tests.matriks.bahan import build_bahan, build_semua, read_tabel

KASUS = """
| hal                    | kepala dinas  | kabid    | kalimat                                                                                                                | warna |
| semua mencapai         | 100 120 100   |          | 3 dari 3 IKU mencapai target s.d. Triwulan II.                                                                         | 0     |
| 99,995 tercetak 100    | 99.995 100    |          | 2 dari 2 IKU mencapai target s.d. Triwulan II.                                                                         | 0     |
| satu tertinggal        | 99.99 100 100 |          | 2 dari 3 IKU mencapai target s.d. Triwulan II; 1 tertinggal.                                                           | 2     |
| separuh tertinggal     | 99.99 100     |          | 1 dari 2 IKU mencapai target s.d. Triwulan II; 1 tertinggal.                                                           | 3     |
| semua tertinggal       | 20 30         |          | 0 dari 2 IKU mencapai target s.d. Triwulan II; 2 tertinggal.                                                           | 3     |
| yang belum tidak turut | 120 - - 90    |          | 1 dari 2 IKU mencapai target s.d. Triwulan II; 1 tertinggal.                                                           | 3     |
| rata-rata di atas 100  | 120 120 60    |          | 2 dari 3 IKU mencapai target s.d. Triwulan II; 1 tertinggal.                                                           | 2     |
| tanpa IKU dinilai      | - -           | 90 100 - | Belum ada IKU yang dapat dinilai s.d. Triwulan II. 1 dari 2 indikator level Kabid mencapai target s.d. Triwulan II; 1 tertinggal. | 3     |
| tanpa IKU              |               | 100      | Belum ada IKU yang dapat dinilai s.d. Triwulan II. 1 dari 1 indikator level Kabid mencapai target s.d. Triwulan II.    | 0     |
"""
DASAR = build_matriks(build_bahan())


def build_dari(kasus: dict[str, str]) -> Matriks:
    """A matrix whose rows have those capaian."""
    baris: list[BarisMatriks] = []
    for level, kolom in ((Level.KEPALA_DINAS, "kepala dinas"), (Level.KABID, "kabid")):
        contoh = next(b for b in DASAR.baris if b.level is level and b.is_dihitung)
        kosong = next(b for b in DASAR.baris if not b.is_dihitung)
        for nilai in kasus[kolom].split():
            asal = kosong if nilai == "-" else contoh
            sd = asal.sd if nilai == "-" else replace(asal.sd, capaian=float(nilai))
            baris.append(replace(asal, jabatan=contoh.jabatan, sd=sd))
    skor = {
        lv: [b.capaian for b in baris if b.level is lv and b.capaian is not None] for lv in Level
    }
    level = tuple(
        replace(s, nilai=sum(n) / len(n) if (n := skor[Level(s.kode)]) else None)
        for s in DASAR.level
    )
    matriks = replace(DASAR, baris=tuple(baris))
    vars(matriks)["level"] = level
    return matriks


@pytest.mark.parametrize("kasus", read_tabel(KASUS), ids=lambda k: k["hal"])
def test_kalimat_utama(kasus: dict[str, str]) -> None:
    matriks = build_dari(kasus)
    assert render_utama(matriks) == kasus["kalimat"]
    assert find_warna_utama(matriks) == WARNA_PREDIKAT[int(kasus["warna"])]


def test_tanpa_apa_pun() -> None:
    matriks = build_matriks(build_bahan(terima={}))
    assert render_utama(matriks).startswith(
        "Belum ada indikator yang dapat dinilai s.d. Triwulan II"
    )
    assert render_berat(matriks) == ""


def test_rerata_yang_kedua() -> None:
    """95, 90, 97,65 and 150 (limited to 120); in TW I 80, 100, 95 and 75."""
    assert render_kedua(build_semua(build_bahan())) == (
        "Berdasarkan laporan 5 dari 6 jabatan yang terisi. Rata-rata capaian IKU 100,66% (Sangat "
        "Tinggi menurut skala), naik dari 87,50% pada TW I (4 IKU yang sama)."
    )


def test_rerata_dibanding_indikator_yang_sama() -> None:
    """Without the fourth in TW I its 75 isn't in that mean: the other three are compared."""
    bahan = build_bahan()
    kini = bahan.mandat[Triwulan.I]
    awal = tuple(i for i in kini.indikator if i.kode != "KD-01.04")
    mandat = {**bahan.mandat, Triwulan.I: kini.model_copy(update={"indikator": awal})}
    assert render_kedua(build_semua(replace(bahan, mandat=mandat))).endswith(
        "Rata-rata capaian IKU 100,66% (Sangat Tinggi menurut skala); 3 IKU yang dinilai juga pada "
        "TW I naik dari 91,67% menjadi 94,22%."
    )


def test_anggaran_dan_yang_belum_dinilai() -> None:
    teks = render_kedua(build_semua(build_bahan_contoh(Triwulan.I)))
    assert teks.startswith("Berdasarkan laporan 57 dari 60 jabatan yang terisi. ")
    assert (
        " dari " not in teks.partition("Rata-rata")[2].partition("Anggaran")[0]
    )  # follows nothing
    assert "Anggaran terserap " in teks
    assert teks.endswith(
        "2 IKU belum dinilai: Pertumbuhan PDRB sektor industri pengolahan (menunggu BPS, 5 Mei 2026) "
        "dan Predikat AKIP (target TW IV saja)."
    )


def test_yang_perlu_jauh_di_atas_rencana() -> None:
    """IKM after 22 of 240 in TW I: 218 are left, of which TW II–IV were planned to bring 200; after
    TW III 7.329,3 of the exports are left, of which TW IV was planned to bring 4.100."""
    assert render_berat(build_matriks(build_bahan_contoh(Triwulan.I))) == ""
    assert render_berat(build_matriks(build_bahan_contoh(Triwulan.III))) == (
        "Agar target tahun tercapai, di TW IV Nilai ekspor nonmigas harus 1,8 kali target TW itu dan "
        "Pertambahan industri kecil dan menengah harus 1,6 kali target TW itu."
    )
