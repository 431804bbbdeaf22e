"""The figures of the matrix: twelve rows worked by hand, statuses, sources, late data."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from sopkinerja.cetak.tabel import SelCetak
from sopkinerja.istilah import Rentang, StatusHasil, Triwulan
from sopkinerja.laporan.model import IsianIndikator, IsianMenyusul, Laporan
from sopkinerja.matriks import kolom as k
from sopkinerja.matriks.baris import BarisMatriks, Ukuran
from sopkinerja.matriks.matriks import build_matriks
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


def find_baris(bahan: Bahan, kode: str) -> BarisMatriks:
    """The one row of an indicator."""
    (baris,) = [b for b in build_matriks(bahan).baris if b.kode == kode]
    return baris


def render(nilai: float | None) -> str:
    """As the table of the twelve rows writes a percentage."""
    return "" if nilai is None else render_angka(nilai, 2).replace(",", ".")


@pytest.mark.parametrize("baris", read_tabel(DUA_BELAS), ids=lambda b: b["kode"])
def test_dua_belas_baris(baris: dict[str, str]) -> None:
    tw1 = find_baris(build_bahan(Triwulan.I), baris["kode"])
    tw2 = find_baris(build_bahan(Triwulan.II), baris["kode"])
    assert render(tw1.tw.capaian) == baris["TW I"]
    assert render(tw2.sd.capaian) == baris["s.d. II"]
    assert tw2.predikat == baris["predikat"]


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
    tw1 = find_baris(build_bahan(Triwulan.I), baris["kode"])
    tw2 = find_baris(build_bahan(Triwulan.II), baris["kode"])
    assert (tw1.tw.status, tw2.status) == (baris["TW I"], baris["s.d. TW II"])
    assert tw2.keterangan == baris["keterangan"]


def test_triwulan_tutup_tidak_lengkap() -> None:
    baris = find_baris(build_bahan(tutup=frozenset({Triwulan.I})), "STF-01.09")
    assert render(baris.sd.capaian) == "100.00"
    assert baris.predikat == "Sangat Tinggi"
    assert baris.keterangan == "tidak lengkap (TW I)"


def test_capaian_kosong_kecuali_dihitung() -> None:
    for b in build_matriks(build_bahan()).baris:
        for u in (b.tw, b.sd):
            assert (u.capaian is not None) is (u.status is StatusHasil.DIHITUNG), b.kode


def test_setiap_indikator_setiap_jabatan_berurutan() -> None:
    bahan = build_bahan()
    baris = build_matriks(bahan).baris
    assert {b.kode for b in baris} == {i.kode for i in bahan.mandat[Triwulan.II].indikator}
    jabatan = list(dict.fromkeys(b.jabatan.kode for b in baris))
    assert jabatan == ["KD-01", "BID-01", "UPT-01", "SUB-01", "JFK-01", "STF-01", "JFU-09"]
    assert find_baris(bahan, "UPT-01.01").pemangku == "(lowong)"


def test_hanya_jabatan_yang_diminta() -> None:
    """Their rows and scores are those of the whole matrix, and there are no others."""
    bahan = build_bahan()
    semua, hanya = build_matriks(bahan), build_matriks(bahan, {"BID-01", "STF-01"})
    assert hanya.baris == semua.milik("BID-01", "STF-01")
    assert set(hanya.jabatan) == {s for s in semua.jabatan if s.kode in ("BID-01", "STF-01")}


def test_sumber_menunjuk_berkas_dan_sel() -> None:
    bahan = build_bahan()
    sumber = find_baris(bahan, "KD-01.02").sumber
    assert sumber == "IMG FIX (KD-01) TW2.xlsx · Laporan!J13 · 324b442d"
    assert find_baris(bahan, "UPT-01.01").sumber == ""


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
    baris = find_baris(build_menyusul(build_bahan()), "JFU-09.01")
    satu = baris.per_triwulan[Triwulan.I]
    assert (satu.realisasi, satu.status) == (3.2, "dihitung")
    assert baris.per_triwulan[Triwulan.II].status == "data menyusul"


def test_angka_sementara_ditandai() -> None:
    bahan = build_menyusul(build_bahan(Triwulan.I), sementara=True)
    baris = find_baris(bahan, "JFU-09.01")
    assert baris.keterangan == "angka sementara"
    assert baris.sumber == "IMG FIX (JFU-09) TW2.xlsx · Data Menyusul · 324a4655"


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
    bahan = build_bahan(mandat=mandat)
    assert find_baris(bahan, "KD-01.01").sd.target == 10 + 20
    assert find_baris(bahan, "KD-01.99").sd.target == 7


def test_antar_triwulan_berisi_target_yang_akan_datang() -> None:
    baris = find_baris(build_bahan(), "KD-01.02")
    satu, dua, _, empat = (baris.per_triwulan[t] for t in Triwulan)
    assert (satu.capaian, dua.capaian) == (100.0, 90.0)
    assert empat == Ukuran(target=50.0)


PITA = """
| cara      | I                  | II                 | III                | TW                 | s.d.                |
| Rata-rata | 1 s.d. 6           | 1 s.d. 7           | 1 s.d. 7           | 1 s.d. 7           | 1 s.d. 6,67         |
| Rata-rata | 0.005 s.d. 0.0125  | 0.005 s.d. 0.0125  | 0.005 s.d. 0.0125  | 0,005 s.d. 0,0125  | 0,005 s.d. 0,0125   |
| Rata-rata | 0.006 s.d. 0.012   | 0.006 s.d. 0.013   | 0.005 s.d. 0.013   | 0,005 s.d. 0,013   | 0,006 s.d. 0,013    |
| Rata-rata | 2.5 s.d. 4.5       | 2.6 s.d. 4.5       | 2.25 s.d. 4.5      | 2,25 s.d. 4,5      | 2,45 s.d. 4,5       |
| Terakhir  | 0.01234 s.d. 0.01236 | 0.01234 s.d. 0.01236 | 0.01234 s.d. 0.01236 | 0,01234 s.d. 0,01236 | 0,01234 s.d. 0,01236 |
| Terakhir  | 72.375 s.d. 80.125 | 72.375 s.d. 80.125 | 73.375 s.d. 81.125 | 73,375 s.d. 81,125 | 73,375 s.d. 81,125  |
| Rata-rata | 0.123456 s.d. 0.2  | 0.123457 s.d. 0.2  | 0.123457 s.d. 0.2  | 0,123457 s.d. 0,2  | 0,123457 s.d. 0,2   |
"""


@pytest.mark.parametrize("kasus", read_tabel(PITA), ids=lambda k: k["s.d."])
def test_pita_dicetak_seperti_diketik(kasus: dict[str, str]) -> None:
    """A band stands as typed; only a mean without end is shown shorter, and never coarser than the
    bounds were typed. The helpers keep it whole."""
    pita = [read_target(kasus[t]) for t in ("I", "II", "III")]
    indikator = build_indikator("KD-01.01", "Rentang", kasus["cara"], *pita, target_tahun=pita[2])
    lama = build_bahan().mandat[Triwulan.I]
    mandat = dict.fromkeys(Triwulan, lama.model_copy(update={"indikator": (indikator,)}))
    baris = find_baris(build_bahan(Triwulan.III, mandat=mandat), "KD-01.01")
    assert baris.tw.target == baris.tahun.target == kasus["TW"]
    assert baris.sd.target == kasus["s.d."]
    if kasus["cara"] == "Rata-rata":
        atas = sum(p.atas for p in pita if isinstance(p, Rentang)) / 3
        assert baris.sd.atas == pytest.approx(atas)


DESIMAL = """
| target        | tahun         | lebar |
| 10            | 40            | 2     |
| 8.5           | 8.5           | 2     |
| 0.125         | 0.5           | 3     |
| 10            | 40.0625       | 4     |
| 0.006 s.d. 1  | 0.006 s.d. 1  | 3     |
"""


@pytest.mark.parametrize("kasus", read_tabel(DESIMAL), ids=lambda b: f"{b['target']}_{b['tahun']}")
def test_desimal_menurut_target_yang_diketik(kasus: dict[str, str]) -> None:
    """A mean without end prints with as many decimals as were typed, two at least."""
    target, tahun = read_target(kasus["target"]), read_target(kasus["tahun"])
    indikator = build_indikator("KD-01.01", "Naik", "Rata-rata", target, target_tahun=tahun)
    lama = build_bahan().mandat[Triwulan.I]
    mandat = dict.fromkeys(Triwulan, lama.model_copy(update={"indikator": (indikator,)}))
    baris = find_baris(build_bahan(mandat=mandat), "KD-01.01")
    sel = k.REALISASI_SD.read(baris)
    assert isinstance(sel, SelCetak)
    assert sel.desimal == baris.desimal == int(kasus["lebar"])
