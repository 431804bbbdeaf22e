"""Property: over random years, every figure of the matrix and its scores is the plain one."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from sopkinerja.matriks.anggaran import build_anggaran, build_serapan
from sopkinerja.matriks.baris import Skor, Ukuran
from sopkinerja.matriks.matriks import build_matriks
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


def bandingkan(ours: Ukuran, nilai: Nilai) -> None:
    assert ours.status == nilai.status
    if isinstance(nilai.target, tuple):
        sama(ours.bawah, nilai.target[0])
        sama(ours.atas, nilai.target[1])
    else:
        sama(ours.target, nilai.target)
    sama(ours.realisasi, nilai.realisasi)
    sama(ours.capaian, nilai.capaian)


@SETELAN
@given(build_cerita())
def test_matriks(cerita: Cerita) -> None:
    polos = build_polos(cerita)
    matriks = build_matriks(build_ours(cerita))
    assert set(matriks.per_kode) == set(polos)
    for b in matriks.baris:
        tw, sd, tahun = polos[b.kode]
        bandingkan(b.tw, tw)
        bandingkan(b.sd, sd)
        sama(b.capaian_tahun, tahun)
        harap = "" if sd.capaian is None else baca_predikat(sd.capaian, cerita.aturan)
        assert b.predikat == harap
        assert b.keterangan == "; ".join(dict.fromkeys((*sd.catatan, *tw.catatan)))


@SETELAN
@given(build_cerita())
def test_empat_triwulan_bersisian(cerita: Cerita) -> None:
    per_kode = build_matriks(build_ours(cerita)).per_kode
    for baris in cerita.baris:
        ukuran, kabar = build_ukuran(cerita, baris), build_kabar(cerita, baris.kode)
        for t, ours in per_kode[baris.kode].per_triwulan.items():
            if t > cerita.triwulan:
                assert (ours.realisasi, ours.capaian, ours.status) == (None, None, None)
            else:
                bandingkan(ours, nilai_tw(ukuran, t, kabar[t], cerita.aturan))


@SETELAN
@given(build_cerita())
def test_skor(cerita: Cerita) -> None:
    polos, matriks = build_polos(cerita), build_matriks(build_ours(cerita))
    skor = {kode: build_skor(cerita, polos, kode) for kode in JABATAN}
    ours = {s.kode: s for s in matriks.jabatan}
    for kode, nilai in skor.items():
        bandingkan_skor(cerita, ours[kode], nilai)
        milik = [sd for k, (_, sd, _) in polos.items() if k.startswith(f"{kode}.")]
        assert ours[kode].dinilai == sum(sd.capaian is not None for sd in milik)
        assert ours[kode].indikator == len(milik)
    for kelompok, ke in ((matriks.level, 1), (matriks.unit, 2)):
        for s in kelompok:
            anggota = [skor[k[0]] for k in KURSI if k[ke] == s.kode]
            nilai, n, m = skor_kelompok(anggota, cerita.aturan)
            bandingkan_skor(cerita, s, nilai)
            assert (s.dengan_skor, s.jabatan) == (n, m)


def build_skor(cerita: Cerita, polos: Polos, jabatan: str) -> Fraction | None:
    """The jabatan's own score, weighted by bobot."""
    daftar = [
        (sd.capaian, pecah(b.bobot))
        for b in cerita.baris
        for _, sd, _ in [polos[b.kode]]
        if b.kode.startswith(f"{jabatan}.") and sd.capaian is not None
    ]
    return skor_jabatan(daftar, cerita.aturan)


def bandingkan_skor(cerita: Cerita, ours: Skor, nilai: Fraction | None) -> None:
    sama(ours.nilai, nilai)
    assert ours.predikat == ("" if nilai is None else baca_predikat(nilai, cerita.aturan))


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
    ours = {b.kode: b.sd for b in tabel}
    for kode, nilai in daftar:
        sama(ours[kode], nilai)
    sama(build_serapan(tabel).realisasi, jumlah_kode(daftar, ""))
