"""When the sheet Capaian Lalu and the mandat of the year don't fit together."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from sopkinerja.katalog import Kode
from sopkinerja.mandat.setahun import JUMLAH_TAHUN
from sopkinerja.opd.mandat import Indikator
from sopkinerja.opd.model import BarisCapaianLalu
from sopkinerja.opd.tata import CAPAIAN_LALU
from sopkinerja.satuan import KamusSatuan
from sopkinerja.temuan import Letak, Temuan
from sopkinerja.tulisan import render_target

CariLetak = Callable[[BarisCapaianLalu, str], Letak]
"""Finds a column of a row of the sheet."""


def find_lembar(baris: BarisCapaianLalu, kolom: str) -> Letak:
    """The sheet alone, where the workbook isn't at hand."""
    return Letak(CAPAIAN_LALU.nama, kolom=kolom)


def check_capaian_lalu(
    tertulis: Sequence[BarisCapaianLalu],
    indikator: Iterable[Indikator],
    tahun: int,
    kamus: KamusSatuan,
    letak: CariLetak = find_lembar,
) -> Iterator[Temuan]:
    """Each row is of an indicator of that year's mandat and of one of the three years before it,
    and says of last year what the mandat says."""
    kini = {i.kode: i for i in indikator}
    awal = tahun - JUMLAH_TAHUN
    for b in tertulis:
        sebut: dict[str, Any] = {"kode": b.kode, "tahun": b.tahun, "berjalan": tahun}
        if b.tahun < awal:
            yield Temuan(Kode.REFERENSI_370, letak(b, "tahun"), **sebut, awal=awal, akhir=tahun - 1)
        elif b.kode not in kini:
            yield Temuan(Kode.REFERENSI_371, letak(b, "kode"), **sebut)
        elif b.tahun == tahun - 1 and _is_beda(b, kini[b.kode], kamus):
            mandat = render_target(kini[b.kode].realisasi_tahun_lalu)
            lembar = render_target(b.realisasi_tahun_lalu)
            yield Temuan(
                Kode.REFERENSI_372,
                letak(b, "realisasi_tahun_lalu"),
                **sebut,
                lembar=lembar,
                mandat=mandat,
            )


def _is_beda(b: BarisCapaianLalu, i: Indikator, kamus: KamusSatuan) -> bool:
    """Both are filled, in one satuan, and not the same."""
    ada = b.realisasi_tahun_lalu is not None and i.realisasi_tahun_lalu is not None
    sama = b.realisasi_tahun_lalu == i.realisasi_tahun_lalu
    return ada and not sama and kamus.is_sama(b.satuan, i.satuan)
