"""Anggaran: each sub kegiatan once, kegiatan and program as sums, realisasi from form or referensi."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sopkinerja.istilah import Triwulan
from sopkinerja.laporan.model import IsianAnggaran, Laporan
from sopkinerja.lhe.diminta import build_pilihan
from sopkinerja.matriks.anggaran import build_anggaran, build_serapan, render_belum_ada
from sopkinerja.matriks.model import Bahan
from sopkinerja.opd.mandat import Pagu
from sopkinerja.opd.model import BarisDpa
from tests.lhe.test_buku import cari_baris, tulis
from tests.matriks.bahan import build_bahan, build_semua

PAGU = (
    ("3.30.03.1.01.0001", 100.0, "BID-01"),
    ("3.30.03.1.01.0002", 300.0, "BID-01"),
    ("3.30.03.1.02.0001", 50.0, "KD-01"),
    ("3.30.030.1.01.0001", 7.0, "KD-01"),
)


def bahan_anggaran(**realisasi: tuple[float | None, ...]) -> Bahan:
    """TW II; `bid_1`, `bid_2` give what BID-01 reported on its two sub kegiatan in each TW."""
    bahan = build_bahan()
    pagu = tuple(
        Pagu(kode=k, uraian=f"Sub {k}", pagu=p, unit="BID", penanggung_jawab=j) for k, p, j in PAGU
    )
    mandat = bahan.mandat[Triwulan.II].model_copy(update={"pagu": (*pagu, pagu[0])})
    terima = dict(bahan.terima)
    for t in (Triwulan.I, Triwulan.II):
        isi = tuple(
            IsianAnggaran(kode=PAGU[n][0], realisasi_tw=realisasi[f"bid_{n + 1}"][t - 1])
            for n in range(2)
            if f"bid_{n + 1}" in realisasi
        )
        lama = terima["BID-01", t]
        laporan = Laporan(isian=lama.laporan.isian, anggaran=isi)
        terima["BID-01", t] = replace(lama, laporan=laporan)
    dpa = (
        BarisDpa(tahun=2026, kode="3.30.03", uraian="Program Contoh", pagu=450.0),
        BarisDpa(
            tahun=2026,
            kode=PAGU[2][0],
            uraian="Sub",
            pagu=50.0,
            realisasi_tw=(5.0, 10.0, None, None),
        ),
    )
    return replace(bahan, mandat=dict.fromkeys(Triwulan, mandat), terima=terima, dpa=dpa)


@pytest.mark.parametrize(
    ("bid_1", "bid_2", "belum"),
    [
        ((10.0, 20.0), (30.0, 60.0), ""),
        (
            (10.0, 20.0),
            (None, 60.0),
            f"belum termasuk realisasi TW I dari 1 sub kegiatan: Sub {PAGU[1][0]}",
        ),
        (
            (10.0, None),
            (None, 60.0),
            f"belum termasuk realisasi TW I, II dari 2 sub kegiatan: Sub {PAGU[0][0]}; Sub {PAGU[1][0]}",
        ),
        ((0.0, 0.0), (0.0, 0.0), ""),  # nothing spent is told too
    ],
)
def test_yang_belum_termasuk_disebut(
    bid_1: tuple[float | None, ...], bid_2: tuple[float | None, ...], belum: str
) -> None:
    anggaran = build_anggaran(bahan_anggaran(bid_1=bid_1, bid_2=bid_2))
    assert render_belum_ada(b for b in anggaran if b.kode in (PAGU[0][0], PAGU[1][0])) == belum


def test_setiap_sub_kegiatan_sekali() -> None:
    bahan = bahan_anggaran(bid_1=(10.0, 20.0), bid_2=(None, 60.0))
    anggaran = build_anggaran(bahan)
    assert [b.kode for b in anggaran] == sorted(k for k, _, _ in PAGU)
    assert build_serapan(anggaran).pagu == 457
    assert build_serapan(anggaran).realisasi == 10 + 20 + 60 + 5 + 10
    assert anggaran[1].keterangan == "realisasi TW I belum ada"
    assert "dari referensi" in anggaran[2].keterangan


def test_program_dan_kegiatan_adalah_jumlah() -> None:
    lembar = tulis(bahan_anggaran(bid_1=(10.0, 20.0), bid_2=(None, 60.0)))["Anggaran"]
    program = cari_baris(lembar, 0, "3.30.03")
    assert program[1] == "Program Contoh"
    assert program[3:6] == [450, 90, 105]
    assert program[6] == pytest.approx(105 / 450 * 100)
    assert cari_baris(lembar, 0, "3.30.03.1.01")[3:6] == [400, 80, 90]
    assert cari_baris(lembar, 1, "Jumlah")[3] == 457


def test_lebih_dari_pagu_dan_capaian_nol_menunggu_putusan() -> None:
    bahan = bahan_anggaran(bid_1=(90.0, 30.0))
    mandat = bahan.mandat[Triwulan.II]
    indikator = tuple(
        i.model_copy(update={"sub_kegiatan": PAGU[0][0]}) if i.kode == "BID-01.06" else i
        for i in mandat.indikator
    )
    mandat = mandat.model_copy(update={"indikator": indikator})
    bahan = replace(bahan, mandat=dict.fromkeys(Triwulan, mandat))
    putusan = "\n".join(d.isi for d in build_pilihan(build_semua(bahan)))
    assert f"Realisasi melebihi pagu: Sub {PAGU[0][0]} (Rp 20)." in putusan
    assert "Anggaran terpakai tetapi capaian 0: Jumlah hasil BID-01.06" in putusan


def test_tanpa_pagu_dikatakan() -> None:
    bahan = build_bahan()
    mandat = bahan.mandat[Triwulan.II].model_copy(update={"pagu": ()})
    lembar = tulis(replace(bahan, mandat=dict.fromkeys(Triwulan, mandat)))["Anggaran"]
    assert "DPA tidak tercantum dalam mandat" in str(lembar["A3"].value)
