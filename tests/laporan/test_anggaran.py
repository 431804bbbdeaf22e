"""What was spent on a sub kegiatan: one answer, whoever held it, form before referensi."""

from __future__ import annotations

import datetime as dt

import pytest

from sopkinerja.istilah import Triwulan
from sopkinerja.laporan.anggaran import Belanja, find_belanja, sort_laporan, sum_belanja_lalu
from sopkinerja.laporan.model import IsianAnggaran, Laporan
from sopkinerja.opd.mandat import Mandat, Pagu
from sopkinerja.opd.model import BarisDpa

KODE = "3.30.02.1.01"


def build_laporan(realisasi: float | None) -> Laporan:
    return Laporan(isian=(), anggaran=(IsianAnggaran(kode=KODE, realisasi_tw=realisasi),))


def build_dpa(*realisasi: float | None) -> BarisDpa:
    isi = (*realisasi, None, None, None, None)[:4]
    return BarisDpa(tahun=2026, kode=KODE, uraian="Sub", pagu=1000.0, realisasi_tw=isi)


def build_pagu(penanggung_jawab: str) -> Pagu:
    return Pagu(kode=KODE, uraian="Sub", pagu=1000.0, unit="U", penanggung_jawab=penanggung_jawab)


def build_mandat(penanggung_jawab: str) -> Mandat:
    return Mandat(
        tahun=2026, versi=1, berlaku_mulai=Triwulan.I, tanggal=dt.date(2026, 2, 1), indikator=(),
        pagu=(build_pagu(penanggung_jawab),),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("laporan", "dpa", "belanja"),
    [
        ((build_laporan(330.0),), (), Belanja(330.0)),
        ((build_laporan(330.0),), (build_dpa(330.0),), Belanja(330.0)),
        ((build_laporan(330.0),), (build_dpa(250.0),), Belanja(330.0, referensi=250.0)),
        ((build_laporan(0.0),), (build_dpa(250.0),), Belanja(0.0, referensi=250.0)),
        ((build_laporan(None),), (build_dpa(250.0),), Belanja(250.0, dari_referensi=True)),
        ((), (build_dpa(250.0),), Belanja(250.0, dari_referensi=True)),
        ((), (build_dpa(),), Belanja()),
        ((), (), Belanja()),
        (
            (build_laporan(None), build_laporan(120.0)),
            (build_dpa(250.0),),
            Belanja(120.0, referensi=250.0),
        ),
        ((build_laporan(330.0), build_laporan(120.0)), (), Belanja(330.0)),
    ],
)
def test_formulir_dahulu_lalu_referensi(
    laporan: tuple[Laporan, ...], dpa: tuple[BarisDpa, ...], belanja: Belanja
) -> None:
    assert find_belanja(KODE, Triwulan.I, laporan, dpa) == belanja


@pytest.mark.parametrize(
    ("jawab", "lapor", "urutan"),
    [
        ("B", {"A": 1.0, "B": 2.0, "C": 3.0}, [2.0, 1.0, 3.0]),
        ("C", {"B": 2.0, "A": 1.0}, [1.0, 2.0]),
        ("A", {}, []),
    ],
    ids=["penanggung jawab dahulu", "ia belum lapor", "tidak ada"],
)
def test_laporan_penanggung_jawab_dahulu(
    jawab: str, lapor: dict[str, float], urutan: list[float]
) -> None:
    """Whoever's form had the sub kegiatan counts, also after the DPA changed hands."""
    laporan = {j: build_laporan(n) for j, n in lapor.items()}
    hasil = sort_laporan(build_pagu("A"), build_mandat(jawab), laporan)
    assert [lap.anggaran[0].realisasi_tw for lap in hasil] == urutan


@pytest.mark.parametrize(
    ("lalu", "dpa", "jumlah"),
    [
        ({1: ("A", 100.0), 2: ("A", 50.0)}, (), {KODE: 150.0}),
        ({1: ("B", 330.0), 2: ("A", 50.0)}, (), {KODE: 380.0}),
        ({1: ("B", None), 2: ("A", 50.0)}, (build_dpa(330.0, 70.0),), {KODE: 380.0}),
        ({1: ("B", None)}, (build_dpa(330.0),), {KODE: 330.0}),
        ({1: ("B", None)}, (), {}),
        ({}, (build_dpa(330.0),), {}),
    ],
    ids=["pemangku sendiri", "pemegang lain", "sebagian referensi", "referensi saja", "tak ada",
         "triwulan pertama"],
)  # fmt: skip
def test_sd_triwulan_lalu_siapa_pun_pemegangnya(
    lalu: dict[int, tuple[str, float | None]], dpa: tuple[BarisDpa, ...], jumlah: dict[str, float]
) -> None:
    """A PK revision moved it from B to A: what B reported goes on counting."""
    isi = {
        Triwulan(t): (build_mandat(siapa), {siapa: build_laporan(angka)})
        for t, (siapa, angka) in lalu.items()
    }
    assert sum_belanja_lalu([build_pagu("A")], isi, dpa) == jumlah
