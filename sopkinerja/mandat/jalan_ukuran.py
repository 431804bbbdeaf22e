"""How an indicator gets another satuan, polaritas or konsolidasi once it is frozen."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sopkinerja.istilah import Triwulan
from sopkinerja.mandat.pemakaian import Pemakaian
from sopkinerja.mandat.teks import SARAN_FORMULIR
from sopkinerja.mandat.teks_tetapkan import (
    GANTI_INDUK,
    LANJUT_REVISI,
    LANJUT_TAHUN,
    MASIH_BOLEH,
    SUDAH_DITERIMA,
)
from sopkinerja.opd.mandat import Indikator


def build_jalan(beda: Sequence[Indikator], pakai: Pemakaian, semua: Sequence[Indikator]) -> str:
    """How each of these indicators can get the measure that its row has now; `semua` are all rows,
    of which some support them."""
    return " ".join([*_iter_jalan(beda, pakai, semua), SARAN_FORMULIR])


def _iter_jalan(
    beda: Sequence[Indikator], pakai: Pemakaian, semua: Sequence[Indikator]
) -> Iterator[str]:
    if boleh := [i.kode for i in beda if i.kode not in pakai.diterima]:
        yield MASIH_BOLEH.format(kode=", ".join(boleh))
    for i in (i for i in beda if i.kode in pakai.diterima):
        tw = pakai.diterima[i.kode]
        lanjut = LANJUT_REVISI.format(triwulan=tw + 1) if tw < Triwulan.IV else LANJUT_TAHUN
        bawahan = ", ".join(x.kode for x in semua if i.kode in x.semua_induk)
        ganti = GANTI_INDUK.format(bawahan=bawahan, kode=i.kode, indikator=i.indikator)
        yield SUDAH_DITERIMA.format(
            triwulan=tw.romawi, kode=i.kode, bawahan=ganti if bawahan else "", lanjut=lanjut
        )
