"""Property: over random years, every figure of the matrix and its scores is the plain one."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings

from sopkinerja.lhe.anggaran import build_anggaran, build_serapan
from sopkinerja.matriks.akumulasi import build_akumulasi, build_antar_triwulan
from sopkinerja.matriks.nilai import build_skor_jabatan, build_skor_level, build_skor_unit
from tests.pembanding.cerita import (
    JABATAN,
    KURSI,
    PAGU,
    Cerita,
    build_cerita,
    build_kabar,
    build_ours,
    build_ukuran,
)
from tests.pembanding.hitung import (
    ROMAWI,
    Nilai,
    baca_predikat,
    jumlah_kode,
    nilai_sd,
    nilai_tahun,
    nilai_tw,
    pecah,
    skor_jabatan,
    skor_kelompok,
)

Polos = dict[str, tuple[Nilai, Nilai, Fraction | None]]
"""Kode indikator to TW, s.d. TW, Capaian Tahun."""
SETELAN = settings(suppress_health_check=list(HealthCheck))


def build_polos(cerita: Cerita) -> Polos:
    """Every figure of the year, reckoned plainly."""
    hasil = {}
    for baris in cerita.baris:
        ukuran, kabar = build_ukuran(cerita, baris), build_kabar(cerita, baris.kode)
        n = cerita.triwulan
        sd = nilai_sd(ukuran, n, kabar, cerita.aturan)
        tw = nilai_tw(ukuran, n, kabar[n], cerita.aturan)
        hasil[baris.kode] = (tw, sd, nilai_tahun(ukuran, n, sd, cerita.aturan))
    return hasil


def sama(ours: Any, polos: Fraction | None) -> None:
    """Both blank, or the same number to the last digits of a float."""
    if polos is None or ours is None:
        assert (ours, polos) == (None, None)
    else:
        assert ours == pytest.approx(float(polos), rel=1e-12, abs=1e-9)


def bandingkan(b: dict[str, Any], nilai: Nilai, akhiran: str, status: str) -> None:
    assert b[status] == nilai.status
    if isinstance(nilai.target, tuple):
        sama(b[f"Batas Bawah{akhiran}"], nilai.target[0])
        sama(b[f"Batas Atas{akhiran}"], nilai.target[1])
    else:
        sama(b[f"Target{akhiran}"], nilai.target)
    sama(b[f"Realisasi{akhiran}"], nilai.realisasi)
    sama(b[f"Capaian{akhiran} (%)"], nilai.capaian)


@SETELAN
@given(build_cerita())
def test_matriks(cerita: Cerita) -> None:
    polos = build_polos(cerita)
    tabel = build_akumulasi(build_ours(cerita))
    assert set(tabel["Kode Indikator"]) == set(polos)
    for b in tabel.to_dict("records"):
        tw, sd, tahun = polos[b["Kode Indikator"]]
        bandingkan(b, tw, " TW", "Status TW")
        bandingkan(b, sd, " s.d. TW", "Status")
        sama(b["Capaian Tahun (%)"], tahun)
        harap = "" if sd.capaian is None else baca_predikat(sd.capaian, cerita.aturan)
        assert b["Predikat"] == harap
        assert b["Keterangan"] == "; ".join(dict.fromkeys((*sd.catatan, *tw.catatan)))


@SETELAN
@given(build_cerita())
def test_empat_triwulan_bersisian(cerita: Cerita) -> None:
    tabel = build_antar_triwulan(build_ours(cerita)).set_index("Kode Indikator")
    for baris in cerita.baris:
        ukuran, kabar = build_ukuran(cerita, baris), build_kabar(cerita, baris.kode)
        b = tabel.loc[baris.kode]
        for t, romawi in enumerate(ROMAWI, 1):
            isi = {k.removeprefix(f"TW {romawi} "): v for k, v in b.items()}
            if t > cerita.triwulan:
                assert (isi["Realisasi"], isi["Capaian (%)"], isi["Status"]) == (None, None, None)
            else:
                bandingkan(isi, nilai_tw(ukuran, t, kabar[t], cerita.aturan), "", "Status")


@SETELAN
@given(build_cerita())
def test_skor(cerita: Cerita) -> None:
    polos, bahan = build_polos(cerita), build_ours(cerita)
    jabatan = build_skor_jabatan(bahan, build_akumulasi(bahan))
    skor = {kode: build_skor(cerita, polos, kode) for kode in JABATAN}
    ours = jabatan.set_index("Kode Jabatan")
    for kode, nilai in skor.items():
        bandingkan_skor(cerita, ours.loc[kode], nilai)
        milik = [sd for k, (_, sd, _) in polos.items() if k.startswith(f"{kode}.")]
        assert ours.loc[kode, "Dinilai"] == sum(sd.capaian is not None for sd in milik)
        assert ours.loc[kode, "Jumlah Indikator"] == len(milik)
    for tabel, kunci, ke in (
        (build_skor_level(bahan, jabatan), "Level", 1),
        (build_skor_unit(bahan, jabatan), "Kode Unit", 2),
    ):
        for _, b in tabel.iterrows():
            anggota = [skor[k[0]] for k in KURSI if k[ke] == b[kunci]]
            nilai, n, m = skor_kelompok(anggota, cerita.aturan)
            bandingkan_skor(cerita, b, nilai)
            assert (b["Dengan Skor"], b["Jumlah Jabatan"]) == (n, m)


def build_skor(cerita: Cerita, polos: Polos, jabatan: str) -> Fraction | None:
    """The jabatan's own score, weighted by bobot."""
    daftar = [
        (sd.capaian, pecah(b.bobot))
        for b in cerita.baris
        for _, sd, _ in [polos[b.kode]]
        if b.kode.startswith(f"{jabatan}.") and sd.capaian is not None
    ]
    return skor_jabatan(daftar, cerita.aturan)


def bandingkan_skor(cerita: Cerita, ours: pd.Series[Any], nilai: Fraction | None) -> None:
    sama(ours["Skor (%)"], nilai)
    assert ours["Predikat"] == ("" if nilai is None else baca_predikat(nilai, cerita.aturan))


@SETELAN
@given(build_cerita())
def test_anggaran(cerita: Cerita) -> None:
    """Each line from its penanggung jawab's own forms; the whole by kode."""
    daftar = []
    for kode in JABATAN:
        uang = [
            pecah(k.anggaran)
            for t in range(1, cerita.triwulan + 1)
            if (k := cerita.kiriman.get((kode, t))) is not None
        ]
        ada = [u for u in uang if u is not None]
        daftar.append((PAGU[kode], sum(ada, Fraction(0)) if ada else None))
    tabel = build_anggaran(build_ours(cerita))
    ours = dict(zip(tabel["kode"], tabel["sd"], strict=True))
    for kode, nilai in daftar:
        sama(ours[kode], nilai)
    sama(build_serapan(tabel).realisasi, jumlah_kode(daftar, ""))
