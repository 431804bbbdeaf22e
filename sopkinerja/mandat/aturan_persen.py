"""A number in the wrong scale, seen before it is frozen: a percentage written as a fraction, 0,65
where 65 is meant; a count with a fraction, 1,55 where a program took 1.550 for decimals.

The rules look at the cells, since only they know whether a per cent sign stands in them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import Decimal
from math import isfinite
from typing import Any, NamedTuple

from sopkinerja.baca.angka import is_persen
from sopkinerja.baca.sel import Sel
from sopkinerja.baca.takaran import Takaran, read_target_terukur
from sopkinerja.istilah import Rentang
from sopkinerja.katalog import Kode
from sopkinerja.konsolidasi import MERATA
from sopkinerja.mandat.kembar import find_kembar
from sopkinerja.opd.mandat import Indikator
from sopkinerja.opd.model import BarisRenstra
from sopkinerja.satuan import KamusSatuan
from sopkinerja.temuan import Letak, Temuan
from sopkinerja.tulisan import render_angka

KOLOM_PERSEN = (
    "target_tahun", "tw_0", "tw_1", "tw_2", "tw_3", "realisasi_tahun_lalu", "nilai_terburuk",
)  # fmt: skip

_BESAR = 10.0
"""From 1000% on a target in per cent format is remarked on."""


class BarisPersen(NamedTuple):
    """A row of a mandat with the cells it came from, and how to name a place and a column of it."""

    indikator: Indikator
    sel: Mapping[str, Sel]
    letak: Callable[[str], Letak]
    judul: Mapping[str, str]


def read_besar(sel: Sel | None, takaran: Takaran) -> float | None:
    """The number in a cell (of a band the upper bound); None where it holds none."""
    nilai = read_target_terukur(sel, takaran) if sel is not None else None
    if isinstance(nilai, Rentang):
        return nilai.atas
    return nilai if isinstance(nilai, float) else None


def is_pecahan(sel: Sel | None, takaran: Takaran) -> bool:
    """A number up to 1 without a per cent sign: it may be a fraction of 100 %."""
    nilai = read_besar(sel, takaran)
    return sel is not None and nilai is not None and 0 < abs(nilai) <= 1 and not is_persen(sel)


def check_persen(
    baris: Sequence[BarisPersen],
    renstra: Mapping[str, BarisRenstra],
    kamus: KamusSatuan,
    tahun_lalu: Sequence[Indikator] = (),
) -> Iterator[Temuan]:
    """A percent figure up to 1 is a question where another of its row, of the linked IKU, of its
    twin or of last year is above 1, and remarked on where nothing compares; so is one that a
    per cent format made a hundred times as large."""
    for b in baris:
        takaran = Takaran(b.indikator.satuan, kamus)
        yield from _check_seratus_kali(b, kamus)
        kolom = [k for k in KOLOM_PERSEN if is_pecahan(b.sel.get(k), takaran)]
        if not kolom or not kamus.is_persen(b.indikator.satuan):
            continue
        banding = _find_banding(b, baris, renstra, kamus, tahun_lalu)
        nilai = read_besar(b.sel[kolom[0]], takaran)
        assert nilai is not None
        yield _build_temuan(
            Kode.MANDAT_033 if banding else Kode.MANDAT_034,
            b,
            kolom,
            nilai=render_angka(nilai),
            kali=render_angka(float(Decimal(repr(nilai)) * 100)),
            satuan=b.indikator.satuan,
            banding=banding,
        )


def _check_seratus_kali(b: BarisPersen, kamus: KamusSatuan) -> Iterator[Temuan]:
    """85 typed first and formatted as per cent later shows 8500%."""
    isi = {k: b.sel[k].nilai for k in KOLOM_PERSEN if k in b.sel and b.sel[k].persen}
    besar = {k: n for k, n in isi.items() if isinstance(n, float) and n >= _BESAR and isfinite(n)}
    if not besar or not kamus.is_persen(b.indikator.satuan):
        return
    kolom, nilai = list(besar), next(iter(besar.values()))
    yield _build_temuan(
        Kode.MANDAT_460,
        b,
        kolom,
        nilai=render_angka(float(Decimal(repr(nilai)) * 100)),
        asal=render_angka(nilai),
    )


def check_bulat(baris: Sequence[BarisPersen], kamus: KamusSatuan) -> Iterator[Temuan]:
    """A number cell that is counted in whole things has no fraction, but for a mean over the year."""
    for b in baris:
        awal = 1 if b.indikator.konsolidasi in MERATA else 0
        isi = {k: b.sel[k].nilai for k in KOLOM_PERSEN[awal:5] if k in b.sel}
        pecahan = {k: n for k, n in isi.items() if isinstance(n, float) and n % 1 and isfinite(n)}
        if not pecahan or not kamus.is_dihitung(b.indikator.satuan):
            continue
        kolom, nilai = list(pecahan), next(iter(pecahan.values()))
        yield _build_temuan(
            Kode.MANDAT_038,
            b,
            kolom,
            nilai=render_angka(nilai),
            kali=render_angka(float(Decimal(repr(nilai)) * 1000)),
            satuan=b.indikator.satuan,
        )


def _build_temuan(keluhan: Kode, b: BarisPersen, kolom: Sequence[str], **isi: Any) -> Temuan:
    """Of one row, at the first of these columns, naming them all."""
    judul = ", ".join(b.judul[k] for k in kolom)
    kode = b.indikator.kode or b.indikator.indikator
    return Temuan(keluhan, b.letak(kolom[0]), kolom=judul, kode=kode, **isi)


def _find_banding(
    b: BarisPersen,
    semua: Sequence[BarisPersen],
    renstra: Mapping[str, BarisRenstra],
    kamus: KamusSatuan,
    tahun_lalu: Sequence[Indikator],
) -> str:
    """What stands above 1 beside it, in words; empty where nothing does."""
    takaran = Takaran(b.indikator.satuan, kamus)
    for k in KOLOM_PERSEN:
        nilai = read_besar(b.sel.get(k), takaran)
        if nilai is not None and abs(nilai) > 1:
            return f"{b.judul[k]} {render_angka(nilai)}"
    iku = renstra.get(b.indikator.renstra or "")
    for tahun, teks in iku.target.items() if iku and kamus.is_persen(iku.satuan) else ():
        nilai = read_besar(Sel(teks, "", ""), Takaran(iku.satuan, kamus) if iku else takaran)
        if nilai is not None and abs(nilai) > 1:
            return f"{b.indikator.renstra} {tahun} {teks}"
    kembar = find_kembar([s.indikator for s in semua], kamus)
    lain = [(x, y) for x, y in kembar if b.indikator in (x, y)]
    for x, y in lain:
        itu = y if x == b.indikator else x
        if (nilai := _besar(itu)) is not None and nilai > 1:
            return f"{itu.kode} {render_angka(nilai)}"
    for dulu in tahun_lalu:
        if dulu.kode == b.indikator.kode and (nilai := _besar(dulu)) is not None and nilai > 1:
            return f"target {dulu.tahun} {render_angka(nilai)}"
    return ""


def _besar(i: Indikator) -> float | None:
    """The largest of an indicator's figures."""
    semua = (i.target_tahun, *i.target_tw, i.realisasi_tahun_lalu)
    isi = [t.atas if isinstance(t, Rentang) else t for t in semua]
    return max((abs(n) for n in isi if isinstance(n, float)), default=None)


def check_persen_renstra(
    renstra: Sequence[tuple[BarisRenstra, Mapping[str, Sel]]],
    terkait: Mapping[str, Sequence[Indikator]],
    kamus: KamusSatuan,
) -> Iterator[Temuan]:
    """A Renstra target in per cent up to 1 is a question where another year, or an indicator that
    rests on it (`terkait`, by its kode), is above 1."""
    for baris, sel in renstra:
        if not kamus.is_persen(baris.satuan):
            continue
        takaran = Takaran(baris.satuan, kamus)
        tahun = [k for k in sel if k.isdecimal()]
        pecahan = [k for k in tahun if is_pecahan(sel[k], takaran)]
        besar = [
            f"{k} {render_angka(n)}"
            for k in tahun
            if (n := read_besar(sel[k], takaran)) and abs(n) > 1
        ]
        besar += [
            f"{i.kode} {render_angka(n)}"
            for i in terkait.get(baris.kode, ())
            if kamus.is_persen(i.satuan) and (n := _besar(i)) and n > 1
        ]
        if not pecahan or not besar:
            continue
        nilai = read_besar(sel[pecahan[0]], takaran)
        assert nilai is not None
        yield Temuan(
            Kode.REFERENSI_033,
            sel[pecahan[0]].letak,
            kode=baris.kode,
            satuan=baris.satuan,
            nilai=render_angka(nilai),
            kali=render_angka(float(Decimal(repr(nilai)) * 100)),
            banding=besar[0],
        )
