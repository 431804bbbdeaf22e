"""Data Menyusul: awaited, overdue, come since, provisional, for every triwulan so far."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from sopkinerja.istilah import Polaritas, Triwulan
from sopkinerja.laporan.model import IsianMenyusul
from sopkinerja.lhe.diminta import build_diminta
from sopkinerja.lhe.menyusul import list_susulan, render_menyusul
from sopkinerja.matriks.matriks import build_matriks
from sopkinerja.matriks.model import Bahan
from sopkinerja.ruang import Pengaturan
from tests.lhe.bahan_tahun import MENYUSUL, build_bahan_tahun
from tests.lhe.test_buku import tulis
from tests.matriks.bahan import build_semua, read_tabel

KASUS = """
| TW  | Realisasi | Keadaan                   | Capaian | Masuk                            |
| I   | 2.1       | sudah masuk               | 100.00  | formulir TW II, 7 Juli 2026      |
| II  | 2.6       | angka sementara           | 100.00  | formulir TW III, 7 Oktober 2026  |
| III |           | ditunggu, lewat perkiraan |         |                                  |
| IV  |           | ditunggu                  |         |                                  |
"""


def test_keadaan_setiap_triwulan() -> None:
    lembar = tulis(build_bahan_tahun())["Data Menyusul"]
    ada = [b for b in lembar.iter_rows(values_only=True) if b[3] == MENYUSUL]
    hasil = [
        {
            "TW": b[1],
            "Realisasi": "" if b[7] is None else str(b[7]),
            "Keadaan": b[8],
            "Capaian": "" if b[10] is None else f"{b[10]:.2f}",
            "Masuk": b[9] or "",
        }
        for b in ada
    ]
    assert hasil == read_tabel(KASUS)


def test_kalimat_menghitung_keempat_keadaan() -> None:
    kalimat = render_menyusul(list_susulan(build_bahan_tahun()))
    assert kalimat.startswith(
        "6 angka masih ditunggu dari penerbitnya (5 sudah lewat tanggal perkiraannya); "
        "1 sudah masuk; 1 masih angka sementara."
    )


def test_sd_mengikuti_begitu_angkanya_masuk() -> None:
    bahan = build_bahan_tahun()
    assert _find_sd(bahan) is None
    terima = dict(bahan.terima)
    lama = terima["PLN-03", Triwulan.IV]
    isi = IsianMenyusul(kode=MENYUSUL, triwulan=Triwulan.IV, realisasi=2.7)
    laporan = lama.laporan.model_copy(update={"menyusul": (isi,)})
    terima["PLN-03", Triwulan.IV] = replace(lama, laporan=laporan)
    assert _find_sd(replace(bahan, terima=terima)) == 90


def _find_sd(bahan: Bahan) -> float | None:
    return build_matriks(bahan).per_kode[MENYUSUL].sd.capaian


def _find_keadaan(bahan: Bahan, triwulan: Triwulan) -> list[str]:
    return [
        s.keadaan
        for s in list_susulan(bahan)
        if s.indikator.kode == MENYUSUL and s.triwulan is triwulan
    ]


def test_belum_lewat_pada_harinya() -> None:
    bahan = build_bahan_tahun(waktu=dt.datetime(2026, 11, 5, 8))
    assert _find_keadaan(bahan, Triwulan.III) == ["ditunggu"]


def test_yang_tertutup_dicetak_lagi_tetap_sama() -> None:
    """Printed a month after it was closed, a figure that was awaited then isn't overdue now."""
    bahan = build_bahan_tahun(waktu=dt.datetime(2026, 12, 5, 8), hari_tutup=dt.date(2026, 11, 5))
    assert _find_keadaan(bahan, Triwulan.III) == ["ditunggu"]


def test_capaian_triwulan_lalu_dengan_aturannya() -> None:
    """A closed triwulan is judged by the settings it was closed with, here as anywhere."""
    bahan = build_bahan_tahun()
    kini = bahan.mandat[Triwulan.I].indikator
    i = next(i for i in kini if i.polaritas is Polaritas.TURUN and i.target(Triwulan.I))
    kunci, target = (i.jabatan, Triwulan.I), i.target(Triwulan.I)
    assert isinstance(target, float)
    isi = IsianMenyusul(kode=i.kode, triwulan=Triwulan.I, realisasi=target * 2)
    laporan = bahan.terima[kunci].laporan.model_copy(update={"isian": (), "menyusul": (isi,)})
    terima = {**bahan.terima, kunci: replace(bahan.terima[kunci], laporan=laporan)}
    for aturan, capaian in (("selisih", 0.0), ("rasio", 50.0)):
        lalu = {Triwulan.I: Pengaturan(rumus_turun=aturan)}
        daftar = list_susulan(replace(bahan, terima=terima, pengaturan_lalu=lalu))
        assert [s.capaian for s in daftar if s.indikator.kode == i.kode] == [capaian]


def test_yang_belum_terbit_disebut_dengan_kodenya() -> None:
    """One of each name, with the first kode."""
    isi = [d.isi for d in build_diminta(build_semua(build_bahan_tahun()))]
    assert (
        "Cara LAKIP 2026 menyajikan angka yang belum terbit: KADIS.01 Pertumbuhan PDRB sektor "
        "industri pengolahan dan PLN-03.03 Pertumbuhan volume ekspor kakao."
    ) in isi
