"""The sample's indicators of realisasi anggaran say what its sub kegiatan spend."""

from __future__ import annotations

import pytest

from sopkinerja.contoh.jawaban import build_jawaban
from sopkinerja.contoh.opd import build_contoh
from sopkinerja.contoh.serapan import BERSERAPAN, PAGU_BARU, compute_belanja, find_serapan
from sopkinerja.istilah import Triwulan

JUDUL = "Realisasi anggaran"


def test_setiap_indikator_serapan_dikenal() -> None:
    kode = {i.kode for i in build_contoh().mandat if i.indikator.startswith(JUDUL)}
    assert kode == set(BERSERAPAN)


@pytest.mark.parametrize("unit", ["", "P2IPK"])
def test_sama_dengan_lembar_anggaran(unit: str) -> None:
    """What each penanggung jawab types on Anggaran adds up to what is reported as the figure."""
    tw = Triwulan.I
    milik = [d for d in build_contoh().dpa if d.penanggung_jawab and unit in ("", d.unit)]
    belanja = sum(compute_belanja(d.pagu, tw) for d in milik)
    persen = round(belanja / sum(d.pagu for d in milik) * 100, 2)
    indikator = {i.kode: i for i in build_contoh().mandat}
    kode = [k for k, milik in BERSERAPAN.items() if milik == unit]
    assert {build_jawaban(indikator[k], tw).realisasi for k in kode} == {persen}


def test_tidak_melebihi_pagu() -> None:
    for kode in BERSERAPAN:
        sampai = [find_serapan(kode, t) or 0 for t in Triwulan]
        assert sampai == sorted(sampai)
        assert sampai[-1] <= 100


def test_pagu_baru_ada_dalam_dpa() -> None:
    assert set(PAGU_BARU) <= {d.kode for d in build_contoh().dpa}
