"""Data Menyusul: awaited, overdue, come since, provisional, for every triwulan so far."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from sopkinerja.istilah import Triwulan
from sopkinerja.laporan.model import IsianMenyusul
from sopkinerja.lhe.menyusul import list_susulan, render_menyusul
from sopkinerja.lhe.pokok import build_pokok
from sopkinerja.matriks.model import Bahan
from tests.lhe.bahan_tahun import MENYUSUL, build_bahan_tahun
from tests.lhe.test_buku import tulis
from tests.matriks.bahan import read_tabel

KASUS = """
| TW  | Realisasi | Keadaan                   | Capaian | Masuk                            |
| I   | 2.1       | sudah masuk               | 105.00  | formulir TW II, 7 Juli 2026      |
| II  | 2.6       | angka sementara           | 104.00  | formulir TW III, 7 Oktober 2026  |
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
    baris = build_pokok(bahan).akumulasi
    return next(b["Capaian s.d. TW (%)"] for b in baris if b["Kode Indikator"] == MENYUSUL)


def test_belum_lewat_pada_harinya() -> None:
    waktu = dt.datetime(2026, 11, 5, 8)
    keadaan = [
        s.keadaan
        for s in list_susulan(build_bahan_tahun(waktu=waktu))
        if s.indikator.kode == MENYUSUL and s.triwulan is Triwulan.III
    ]
    assert keadaan == ["ditunggu"]
