"""The referensi workbook written anew with everything that stands in it, and rows added.

Cells keep what was typed, not what was read from it. The office's own columns and sheets come along;
what has no place in the new workbook (lines above the headings, a heading that stands twice) is
listed on a sheet of its own with the cell it came from: nothing is lost.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from sopkinerja.baca.sel import Sel
from sopkinerja.cetak.gaya import clean_teks
from sopkinerja.lembar.kisi import read_alamat
from sopkinerja.opd.baca import Grid, baca_judul, find_lembar, read_grid_isi, read_judul
from sopkinerja.opd.baris import read_teks_sel
from sopkinerja.opd.buku import render_isi
from sopkinerja.opd.draf import KOLOM_OPD, find_kolom_tambahan, find_nilai_opd
from sopkinerja.opd.isi_buku import (
    KUNCI_LAIN,
    IsiReferensi,
    Nilai,
    Persen,
    TabelReferensi,
    build_baris,
    build_kolom_renstra,
)
from sopkinerja.opd.kata import Kata
from sopkinerja.opd.skala import build_baris_skala
from sopkinerja.opd.tata import LEMBAR, OPD, RENSTRA, SKALA, KolomReferensi, LembarReferensi
from sopkinerja.skala import SKALA_BAWAAN

Tambahan = Mapping[str, Sequence[Mapping[str, Nilai]]]
"""Rows to add by sheet, each by column key."""
KEPALA_SISA = ("Lembar", "Sel", "Isi")


def render_salinan(
    grid: Mapping[str, Grid],
    tambahan: Tambahan,
    opd: Mapping[str, Nilai],
    lembar_sisa: str,
    kata: Kata | None = None,
) -> bytes:
    """The workbook of these cells with `tambahan` below each sheet's rows; `opd` replaces keys of
    the sheet OPD, `lembar_sisa` is what the list of homeless cells is called."""
    isi = _build_isi(grid, tambahan, opd)
    awal = render_isi(isi, kata)
    sisa = list(find_hilang(grid, read_grid_isi(awal)))
    if not sisa:
        return awal
    daftar: list[tuple[int, int, Nilai]] = [(0, n, k) for n, k in enumerate(KEPALA_SISA)]
    for baris, sel in enumerate(sisa, 1):
        daftar += [(baris, 0, sel.lembar), (baris, 1, sel.alamat), (baris, 2, _build_nilai(sel))]
    lain = {**isi.lain, lembar_sisa: daftar}
    return render_isi(IsiReferensi(isi.opd, isi.tabel, lain), kata)


def find_hilang(lama: Mapping[str, Grid], baru: Mapping[str, Grid]) -> Iterator[Sel]:
    """Cells of the old workbook that the new one doesn't say on the same sheet."""
    for nama, baris in lama.items():
        tempat = find_lembar(nama, baru)
        ada = Counter(_teks(s) for b in baru.get(tempat or "", ()) for s in b if _teks(s))
        for sel in (s for b in baris for s in b if _teks(s)):
            if ada[_teks(sel)]:
                ada[_teks(sel)] -= 1
            else:
                yield sel


def _teks(sel: Sel) -> str:
    """What is compared: values, not how a number format shows them."""
    polos = sel._replace(terlihat=None)
    return str(_build_nilai(sel) or "") if sel.galat or sel.rumus else read_teks_sel(polos)


def _build_isi(
    grid: Mapping[str, Grid], tambahan: Tambahan, opd: Mapping[str, Nilai]
) -> IsiReferensi:
    isi_opd, _ = read_judul("OPD", KOLOM_OPD, grid)
    nilai_opd = find_nilai_opd(isi_opd) if isi_opd and len(isi_opd.kolom) == len(KOLOM_OPD) else {}
    dikenal = {find_lembar(n, grid) for n in ("Petunjuk", "OPD", *(lb.nama for lb in LEMBAR))}
    lama = {k.kunci: _build_nilai(nilai_opd[k.kunci]) for k in OPD if k.kunci in nilai_opd}
    return IsiReferensi(
        opd={**lama, **opd},
        tabel={lb.nama: _build_tabel(lb, grid, tambahan.get(lb.nama, ())) for lb in LEMBAR},
        lain={n: list(_list_sel(b)) for n, b in grid.items() if n not in dikenal},
    )


def _build_tabel(
    lembar: LembarReferensi, grid: Mapping[str, Grid], tambahan: Sequence[Mapping[str, Nilai]]
) -> TabelReferensi:
    kolom = (*lembar.kolom, *find_kolom_tambahan(lembar, grid))
    if lembar is RENSTRA:
        tahun = [build_kolom_renstra(k.kunci) for k in kolom[len(lembar.kolom) :]]
        kolom = (*lembar.kolom, *tahun)
    isi, _ = read_judul(lembar.nama, kolom, grid)
    if isi is None:
        if lembar is SKALA:
            return TabelReferensi(
                kolom, [build_baris(kolom, s) for s in build_baris_skala(SKALA_BAWAAN)]
            )
        return TabelReferensi(kolom, [[t.get(k.kunci) for k in kolom] for t in tambahan])
    kolom = (
        *kolom,
        *_find_kolom_kantor(kolom, grid[find_lembar(lembar.nama, grid) or ""], isi.judul),
    )
    isi, _ = read_judul(lembar.nama, kolom, grid)
    assert isi is not None
    lama = [[_build_nilai(b[k.kunci]) if k.kunci in b else None for k in kolom] for b in isi.baris]
    return TabelReferensi(kolom, [*lama, *([t.get(k.kunci) for k in kolom] for t in tambahan)])


def _find_kolom_kantor(
    kolom: Sequence[KolomReferensi], grid: Grid, judul: Mapping[str, Sel]
) -> Iterator[KolomReferensi]:
    """The columns that the office added, by their heading."""
    contoh = next(iter(judul.values()), None)
    sudah = {baca_judul(s) for s in judul.values()}
    baris = next((b for b in grid if contoh in b), [])
    for nomor, sel in enumerate(baris):
        if (teks := baca_judul(sel)) and teks not in sudah:
            sudah.add(teks)
            yield KolomReferensi(read_teks_sel(sel), f"{KUNCI_LAIN}{nomor}", lebar=20)


def _list_sel(grid: Grid) -> Iterator[tuple[int, int, Nilai]]:
    for sel in (s for b in grid for s in b):
        nilai = _build_nilai(sel)
        if nilai is not None:
            baris, kolom = read_alamat(sel.alamat)
            yield baris - 1, kolom - 1, nilai


def _build_nilai(sel: Sel) -> Nilai:
    """What was typed; a formula as its value, and as its text where it has none."""
    if sel.galat is not None:
        return sel.galat
    if sel.is_kosong:
        return None if sel.rumus is None else f"={sel.rumus}"
    if isinstance(sel.nilai, bool):
        return "TRUE" if sel.nilai else "FALSE"
    if isinstance(sel.nilai, int | float):
        return Persen(sel.nilai) if sel.persen else float(sel.nilai)
    return sel.nilai if isinstance(sel.nilai, dt.date) else clean_teks(str(sel.nilai))
