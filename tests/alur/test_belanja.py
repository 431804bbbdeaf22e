"""Budget through intake: what others told since the form was issued is seen beside its figure."""

from __future__ import annotations

import datetime as dt
import shutil
from collections.abc import Mapping
from pathlib import Path

import pytest

from sopkinerja.agenda.agenda import Agenda
from sopkinerja.istilah import Formulir, Putusan, Triwulan
from sopkinerja.laporan.model import FormulirLaporan
from sopkinerja.laporan.tabel import ANGGARAN
from sopkinerja.mandat.referensi import write_referensi
from sopkinerja.opd.model import BarisDpa
from sopkinerja.penerimaan.jalankan import HasilTerima
from sopkinerja.ruang import Ruang
from tests.alur.kecil import build_referensi, create_kecil, find_formulir, issue, ketik, terima
from tests.alur.kiriman import build_indikator

KODE = "3.30.02.1.01.0001"
SEL_ANGGARAN = f"Anggaran!{ANGGARAN.huruf('realisasi_tw')}{ANGGARAN.awal}"
INDIKATOR = (build_indikator("BID-01"),)
APRIL, JULI = dt.date(2026, 4, 7), dt.date(2026, 7, 6)


def build_dpa(*realisasi: float | None, tahun: int = 2026) -> BarisDpa:
    return BarisDpa(
        tahun=tahun, kode=KODE, uraian="Pembinaan (contoh)", pagu=1e9, penanggung_jawab="BID-01",
        unit="SET", realisasi_tw=(*realisasi, None, None, None, None)[:4],
    )  # fmt: skip


def kirim(ruang: Ruang, triwulan: Triwulan, belanja: float) -> None:
    """BID-01's form of that triwulan, 10 done and so much spent, into inbox/."""
    with Agenda(ruang.berkas_agenda, baca_saja=True) as agenda:
        formulir = find_formulir(ruang, agenda, triwulan)["BID-01"]
    isi = {
        ("laporan", "BID-01.01", "realisasi"): 10.0,
        ("laporan", "BID-01.01", "bukti_dukung"): "daftar.pdf",
        ("anggaran", KODE, "realisasi_tw"): belanja,
    }
    ketik(formulir, isi, ruang.inbox / f"TW{triwulan.value} {belanja:g}.xlsx")


def sebut(hasil: HasilTerima) -> list[str]:
    """`ANGGARAN_006 Anggaran!D7` for each peringatan on budget; all were accepted."""
    assert {k.putusan for k in hasil.rencana.kiriman} == {Putusan.DITERIMA}
    return [
        f"{t.kode.name} {t.letak.lembar}!{t.letak.sel}"
        for k in hasil.rencana.kiriman
        for t in k.temuan
        if t.kode.name.startswith("ANGGARAN")
    ]


@pytest.fixture(scope="module")
def terbit(tmp_path_factory: pytest.TempPathFactory) -> Ruang:
    """TW I and TW II are issued; nothing has come back, so that TW II's form knows no spending."""
    ruang = create_kecil(tmp_path_factory.mktemp("belanja") / "ruang", INDIKATOR, (build_dpa(),))
    issue(ruang)
    issue(ruang, Triwulan.II, dt.date(2026, 4, 1))
    return ruang


@pytest.fixture
def ruang(terbit: Ruang, tmp_path: Path) -> Ruang:
    return Ruang(shutil.copytree(terbit.akar, tmp_path / "ruang"))


@pytest.mark.parametrize(
    ("belanja", "bersama", "diharap"),
    [
        ({1: 9e8, 2: 2e8}, False, [f"ANGGARAN_001 {SEL_ANGGARAN}"]),
        ({1: 9e8, 2: 2e8}, True, [f"ANGGARAN_001 {SEL_ANGGARAN}"]),
        ({1: 8e8, 2: 2e8}, False, []),
    ],
    ids=["lebih", "lebih, satu kiriman", "tepat pagu"],
)
def test_lewat_pagu_disebut_walau_formulirnya_terbit_lebih_dulu(
    ruang: Ruang, belanja: Mapping[int, float], bersama: bool, diharap: list[str]
) -> None:
    kirim(ruang, Triwulan.I, belanja[1])
    if not bersama:
        assert sebut(terima(ruang, APRIL)) == []
    kirim(ruang, Triwulan.II, belanja[2])
    assert sebut(terima(ruang, JULI)) == diharap


@pytest.mark.parametrize(
    ("referensi", "diharap"),
    [
        ((2.5e8,), [f"ANGGARAN_006 {SEL_ANGGARAN}"]),
        ((0.0,), [f"ANGGARAN_006 {SEL_ANGGARAN}"]),
        ((3.3e8,), []),
        ((None, 2.5e8), []),
    ],
    ids=["lain", "nol", "sama", "triwulan lain"],
)
def test_angka_referensi_yang_lain_disebut(
    ruang: Ruang, referensi: tuple[float | None, ...], diharap: list[str]
) -> None:
    """The Kasubag typed the treasurer's figure into referensi after the form had gone out."""
    write_referensi(ruang.berkas_referensi, build_referensi(INDIKATOR, (build_dpa(*referensi),)))
    kirim(ruang, Triwulan.I, 3.3e8)
    hasil = terima(ruang, APRIL)
    assert sebut(hasil) == diharap
    pesan = [t.pesan for k in hasil.rencana.kiriman for t in k.temuan if "ANGGARAN" in t.kode.name]
    assert all("Rp 330.000.000" in p for p in pesan)


def test_dpa_tahun_lain_bukan_belanja_tahun_ini(tmp_path: Path) -> None:
    """Two years in one referensi: only this year's rows say what was spent."""
    dpa = (build_dpa(7e8, tahun=2025), build_dpa(2e8))
    ruang = create_kecil(tmp_path / "ruang", INDIKATOR, dpa)
    issue(ruang, Triwulan.II, dt.date(2026, 4, 1))
    with Agenda(ruang.berkas_agenda, baca_saja=True) as agenda:
        (terbitan,) = (
            t
            for t in agenda.read_terbitan_triwulan(Formulir.LAPORAN, 2026, Triwulan.II)
            if t.identitas.jabatan == "BID-01"
        )
    formulir = FormulirLaporan.model_validate_json(terbitan.isi)
    assert [a.realisasi_sd_lalu for a in formulir.anggaran] == [2e8]
