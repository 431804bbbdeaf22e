"""The figures of the matrix: twelve rows worked by hand, statuses, sources, late data."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pandas as pd
import pytest

from sopkinerja.istilah import Rentang, StatusHasil, Triwulan
from sopkinerja.laporan.model import IsianIndikator, IsianMenyusul, Laporan
from sopkinerja.matriks.akumulasi import KOLOM, TAMBAHAN, build_akumulasi, build_antar_triwulan
from sopkinerja.matriks.model import Bahan
from sopkinerja.opd.mandat import Mandat
from sopkinerja.tulisan import render_angka
from tests.matriks.bahan import (
    DUA_BELAS,
    build_bahan,
    build_indikator,
    build_terima,
    read_tabel,
    read_target,
)


def find_baris(tabel: pd.DataFrame, kode: str) -> pd.Series:
    """The one row of an indicator."""
    baris = tabel[tabel["Kode Indikator"] == kode]
    assert len(baris) == 1
    return baris.iloc[0]


def render(nilai: float | None) -> str:
    """As the table of the twelve rows writes a percentage."""
    return "" if nilai is None else render_angka(nilai, 2).replace(",", ".")


@pytest.mark.parametrize("baris", read_tabel(DUA_BELAS), ids=lambda b: b["kode"])
def test_dua_belas_baris(baris: dict[str, str]) -> None:
    tw1 = find_baris(build_akumulasi(build_bahan(Triwulan.I)), baris["kode"])
    tw2 = find_baris(build_akumulasi(build_bahan(Triwulan.II)), baris["kode"])
    assert render(tw1["Capaian TW (%)"]) == baris["TW I"]
    assert render(tw2["Capaian s.d. TW (%)"]) == baris["s.d. II"]
    assert tw2["Predikat"] == baris["predikat"]


STATUS = """
| kode      | TW I                | s.d. TW II          | keterangan     |
| BID-01.08 | belum dapat dinilai | belum dapat dinilai |                |
| STF-01.09 | belum lapor         | belum lapor         |                |
| STF-01.10 | belum lapor         | dihitung            |                |
| SUB-01.01 | tidak valid         | tidak valid         |                |
| UPT-01.01 | belum lapor         | belum lapor         | jabatan lowong |
| JFU-09.01 | data menyusul       | data menyusul       |                |
| KD-01.01  | dihitung            | dihitung            |                |
"""


@pytest.mark.parametrize("baris", read_tabel(STATUS), ids=lambda b: b["kode"])
def test_status(baris: dict[str, str]) -> None:
    tw1 = find_baris(build_akumulasi(build_bahan(Triwulan.I)), baris["kode"])
    tw2 = find_baris(build_akumulasi(build_bahan(Triwulan.II)), baris["kode"])
    assert (tw1["Status TW"], tw2["Status"]) == (baris["TW I"], baris["s.d. TW II"])
    assert tw2["Keterangan"] == baris["keterangan"]


def test_triwulan_tutup_tidak_lengkap() -> None:
    tabel = build_akumulasi(build_bahan(tutup=frozenset({Triwulan.I})))
    baris = find_baris(tabel, "STF-01.09")
    assert render(baris["Capaian s.d. TW (%)"]) == "100.00"
    assert baris["Predikat"] == "Sangat Tinggi"
    assert baris["Keterangan"] == "tidak lengkap (TW I)"


def test_capaian_kosong_kecuali_dihitung() -> None:
    tabel = build_akumulasi(build_bahan())
    for status, capaian in (("Status", "Capaian s.d. TW (%)"), ("Status TW", "Capaian TW (%)")):
        dihitung = tabel[status] == StatusHasil.DIHITUNG.value
        assert tabel[capaian].notna().tolist() == dihitung.tolist()


def test_setiap_indikator_setiap_jabatan_berurutan() -> None:
    bahan = build_bahan()
    tabel = build_akumulasi(bahan)
    assert tuple(tabel.columns) == (*KOLOM, *TAMBAHAN)
    assert set(tabel["Kode Indikator"]) == {i.kode for i in bahan.mandat[Triwulan.II].indikator}
    jabatan = list(dict.fromkeys(tabel["Kode Jabatan"]))
    assert jabatan == ["KD-01", "BID-01", "UPT-01", "SUB-01", "JFK-01", "STF-01", "JFU-09"]
    assert find_baris(tabel, "UPT-01.01")["Pemangku"] == "(lowong)"


def test_sumber_menunjuk_berkas_dan_sel() -> None:
    tabel = build_akumulasi(build_bahan())
    sumber = find_baris(tabel, "KD-01.02")["Sumber"]
    assert sumber == "IMG FIX (KD-01) TW2.xlsx · Laporan!J13 · 324b442d"
    assert find_baris(tabel, "UPT-01.01")["Sumber"] == ""


def build_menyusul(bahan: Bahan, *, sementara: bool = False) -> Bahan:
    """JFU-09 reports in TW II the figure of TW I that had been announced."""
    baris = IsianMenyusul(
        kode="JFU-09.01",
        triwulan=Triwulan.I,
        sumber="BPS",
        perkiraan=dt.date(2026, 5, 5),
        realisasi=3.2,
        sementara=sementara,
    )
    isian = (IsianIndikator(kode="JFU-09.01"),)
    terima = build_terima(
        "JFU-09", Triwulan.II, isian, laporan=Laporan(isian=isian, menyusul=(baris,))
    )
    return replace(bahan, terima={**bahan.terima, ("JFU-09", Triwulan.II): terima})


def test_data_menyusul_mengisi_triwulan_lalu() -> None:
    tabel = build_antar_triwulan(build_menyusul(build_bahan()))
    baris = find_baris(tabel, "JFU-09.01")
    assert (baris["TW I Realisasi"], baris["TW I Status"]) == (3.2, "dihitung")
    assert baris["TW II Status"] == "data menyusul"


def test_angka_sementara_ditandai() -> None:
    bahan = build_menyusul(build_bahan(Triwulan.I), sementara=True)
    baris = find_baris(build_akumulasi(bahan), "JFU-09.01")
    assert baris["Keterangan"] == "angka sementara"
    assert baris["Sumber"] == "IMG FIX (JFU-09) TW2.xlsx · Data Menyusul · 324a4655"


def test_target_menurut_versi_yang_berlaku() -> None:
    lama = build_bahan().mandat[Triwulan.I]
    ubah = tuple(
        i.model_copy(update={"target_tw": (99.0, 20.0, 20.0, 20.0)}) if i.kode == "KD-01.01" else i
        for i in (*lama.indikator, build_indikator("KD-01.99", "Naik", "Jumlah", 7.0))
    )
    baru = Mandat(
        tahun=2026,
        versi=2,
        berlaku_mulai=Triwulan.II,
        tanggal=dt.date(2026, 4, 1),
        indikator=ubah,
    )
    mandat = {Triwulan.I: lama} | dict.fromkeys((Triwulan.II, Triwulan.III, Triwulan.IV), baru)
    tabel = build_akumulasi(build_bahan(mandat=mandat))
    assert find_baris(tabel, "KD-01.01")["Target s.d. TW"] == 10 + 20
    assert find_baris(tabel, "KD-01.99")["Target s.d. TW"] == 7


def test_antar_triwulan_berisi_target_yang_akan_datang() -> None:
    baris = find_baris(build_antar_triwulan(build_bahan()), "KD-01.02")
    assert (baris["TW I Capaian (%)"], baris["TW II Capaian (%)"]) == (100.0, 90.0)
    assert (baris["TW IV Target"], baris["TW IV Realisasi"], baris["TW IV Status"]) == (
        50.0,
        None,
        None,
    )


PITA = """
| cara      | I                  | II                 | III                | TW                 | s.d.                |
| Rata-rata | 1 s.d. 6           | 1 s.d. 7           | 1 s.d. 7           | 1 s.d. 7           | 1 s.d. 6,67         |
| Rata-rata | 0.005 s.d. 0.0125  | 0.005 s.d. 0.0125  | 0.005 s.d. 0.0125  | 0,005 s.d. 0,0125  | 0,005 s.d. 0,0125   |
| Rata-rata | 0.006 s.d. 0.012   | 0.006 s.d. 0.013   | 0.005 s.d. 0.013   | 0,005 s.d. 0,013   | 0,0057 s.d. 0,0127  |
| Terakhir  | 0.01234 s.d. 0.01236 | 0.01234 s.d. 0.01236 | 0.01234 s.d. 0.01236 | 0,01234 s.d. 0,01236 | 0,01234 s.d. 0,01236 |
| Terakhir  | 72.375 s.d. 80.125 | 72.375 s.d. 80.125 | 73.375 s.d. 81.125 | 73,375 s.d. 81,125 | 73,375 s.d. 81,125  |
| Rata-rata | 0.123456 s.d. 0.2  | 0.123457 s.d. 0.2  | 0.123457 s.d. 0.2  | 0,123457 s.d. 0,2  | 0,1234567 s.d. 0,2  |
"""


@pytest.mark.parametrize("kasus", read_tabel(PITA), ids=lambda k: k["s.d."])
def test_pita_dicetak_seperti_diketik(kasus: dict[str, str]) -> None:
    """A band stands as typed; only a mean without end is shown shorter, and never coarser than the
    bounds were typed. The helpers keep it whole."""
    pita = [read_target(kasus[t]) for t in ("I", "II", "III")]
    indikator = build_indikator("KD-01.01", "Rentang", kasus["cara"], *pita, target_tahun=pita[2])
    lama = build_bahan().mandat[Triwulan.I]
    mandat = dict.fromkeys(Triwulan, lama.model_copy(update={"indikator": (indikator,)}))
    baris = find_baris(build_akumulasi(build_bahan(Triwulan.III, mandat=mandat)), "KD-01.01")
    assert baris["Target TW"] == baris["Target Tahun"] == kasus["TW"]
    assert baris["Target s.d. TW"] == kasus["s.d."]
    if kasus["cara"] == "Rata-rata":
        atas = sum(p.atas for p in pita if isinstance(p, Rentang)) / 3
        assert baris["Batas Atas s.d. TW"] == pytest.approx(atas)
