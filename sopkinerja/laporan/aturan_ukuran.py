"""When a figure was asked for by a measure that has been corrected since, or not asked for yet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from sopkinerja.katalog import Kode
from sopkinerja.laporan.model import BarisLaporan, FormulirLaporan, IsianIndikator
from sopkinerja.temuan import TANPA_LETAK, Letak, Temuan
from sopkinerja.tulisan import render_target


def check_ukuran(
    formulir: FormulirLaporan,
    terbaru: FormulirLaporan,
    isian: Iterable[IsianIndikator],
    tempat: Mapping[str, str],
) -> Iterator[Temuan]:
    """A figure given on an earlier revision, whose satuan or konsolidasi was corrected since, is
    asked about: the correction form names the new one. A corrected polaritas is only told.

    `tempat` holds `Sheet!Cell` of each Realisasi."""
    for i in isian:
        lama, baru = formulir.cari(i.kode), terbaru.cari(i.kode)
        if lama is None or baru is None:
            continue
        lembar, _, sel = tempat.get(i.kode, "").rpartition("!")
        letak = Letak(lembar, sel, "laporan", i.kode, "realisasi")
        if i.realisasi and _render(lama) != _render(baru):
            yield Temuan(
                Kode.REALISASI_075,
                letak,
                kode=i.kode,
                nilai=render_target(i.realisasi),
                revisi=formulir.revisi,
                lama=_render(lama),
                baru=_render(baru),
            )
        elif lama.polaritas is not baru.polaritas:
            yield Temuan(
                Kode.REALISASI_076,
                letak,
                kode=i.kode,
                revisi=formulir.revisi,
                lama=lama.polaritas.value,
                baru=baru.polaritas.value,
            )


def check_tambahan(formulir: FormulirLaporan, terbaru: FormulirLaporan) -> Iterator[Temuan]:
    """A return of an earlier revision says nothing of the indicators that came since: they count as
    not reported, which is told."""
    baru = [b.kode for b in terbaru.baris if formulir.cari(b.kode) is None]
    if baru:
        yield Temuan(
            Kode.REALISASI_505,
            TANPA_LETAK,
            kode=", ".join(baru),
            revisi=formulir.revisi,
            terbaru=terbaru.revisi,
        )


def _render(baris: BarisLaporan) -> str:
    return f"{baris.satuan} ({baris.konsolidasi.value})"
