"""Columns that open folded, and sheets whose last page isn't a lonely one."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from sopkinerja.cetak.gaya import check_hasil
from sopkinerja.cetak.halaman import (
    ATAS,
    BAWAH,
    LEBAR,
    PIKSEL_HURUF,
    PIKSEL_TEPI,
    SISI,
    TINGGI,
)
from sopkinerja.cetak.tulis import Lembar

PIKSEL_EXCEL = 7
"""A letter's width as Excel sees it."""
LONGGAR = (0.98, 1.0, 1.02)
"""LibreOffice's pages take so much of what is reckoned; Excel's take what is reckoned."""
BAWA = 3
"""So many of the last rows stand together on their page."""


def fold_kolom(lembar: Lembar, awal: int, akhir: int, *, tutup: bool = True) -> None:
    """Columns `awal` to `akhir` behind a plus sign that stands above the column after them."""
    for kolom in range(awal, akhir + 1):
        cara = {"level": 1, "hidden": tutup}
        check_hasil(lembar.ws.set_column(kolom, kolom, lembar.lebar[kolom], None, cara), "lipatan")
    tanda = {"collapsed": tutup}
    check_hasil(
        lembar.ws.set_column(akhir + 1, akhir + 1, lembar.lebar[akhir + 1], None, tanda), "lipatan"
    )


def keep_ujung(lembar: Lembar, kepala: int, ujung: int, akhir: int) -> None:
    """Ends a page of a landscape sheet earlier where its last one would hold too little: what
    begins at row `ujung` (signatures, or the last row) and ends at `akhir` stays whole, with some
    rows above it. The heading row `kepala` is repeated on each page."""
    tinggi, libre, excel = _measure(lembar, akhir)
    muatan = [libre * bagian for bagian in LONGGAR]
    henti = plan_henti(tinggi, [*muatan, excel] if ujung < akhir else muatan, kepala, ujung)
    if henti is not None:
        lembar.ws.set_h_pagebreaks([henti])


def keep_pita(lembar: Lembar, kepala: int, pita: Collection[int], akhir: int) -> None:
    """Ends each page of a landscape sheet so that none ends with a band (rows `pita`), and the last
    one holds three rows at least; the heading row `kepala` is repeated on each."""
    tinggi, libre, excel = _measure(lembar, akhir)
    if henti := plan_pita(tinggi, min(libre * LONGGAR[0], excel), kepala, pita):
        lembar.ws.set_h_pagebreaks(henti)


def keep_pita_ujung(
    lembar: Lembar, kepala: int, pita: Collection[int], ujung: int, akhir: int
) -> None:
    """The same with three rows above the signatures that begin at row `ujung`; where that takes a
    page more, only they are kept whole, on a page that no band ends for it."""
    tinggi, libre, excel = _measure(lembar, akhir)
    muatan = [*(libre * bagian for bagian in LONGGAR), excel]
    satu = plan_henti(tinggi, muatan, kepala, ujung, pita)
    semua = plan_pita(tinggi, min(muatan), kepala, pita, ujung)
    if len(semua) >= len(list_awal(tinggi, muatan[0], kepala, satu)):
        semua = [] if satu is None else [satu]
    if semua:
        lembar.ws.set_h_pagebreaks(semua)


def _measure(lembar: Lembar, akhir: int) -> tuple[list[float], float, float]:
    """The heights of the rows up to that one, and what a page takes in LibreOffice and in Excel."""
    dicetak = [x for kolom, x in lembar.lebar.items() if kolom < lembar.kolom_cetak]
    return [lembar.measure_baris(b) for b in range(akhir + 1)], *measure_muatan(dicetak)


def plan_pita(
    tinggi: Sequence[float],
    muat: float,
    kepala: int,
    pita: Collection[int],
    ujung: int | None = None,
) -> list[int]:
    """The rows to begin a page with, where one takes `muat` points, so that the last one holds three
    rows above row `ujung` (the end where none is given); none where all fit on one."""
    awal, terpakai = [0], 0.0
    for baris, perlu in enumerate(tinggi):
        if terpakai + perlu > muat:
            awal.append(_lift(baris, pita, awal[-1]))
            terpakai = tinggi[kepala] + sum(tinggi[awal[-1] : baris])
        terpakai += perlu
    mulai = (len(tinggi) if ujung is None else ujung) - BAWA
    if len(awal) > 1 and awal[-1] > mulai:
        awal[-1] = _lift(max(mulai, awal[-2] + 1), pita, awal[-2])
    return awal[1:]


def _lift(baris: int, pita: Collection[int], awal: int) -> int:
    """A row, or the first of the bands right above it; that of a page begun at `awal` stays there."""
    atas = baris
    while atas - 1 in pita:
        atas -= 1
    return atas if atas > awal else baris


def measure_muatan(lebar: Sequence[float]) -> tuple[float, float]:
    """Points of rows that a page takes, in LibreOffice and in Excel, at the scale that fits columns
    so many characters wide."""
    libre, excel = (
        int(100 * (LEBAR - 2 * SISI * 72) / (sum(w * huruf + PIKSEL_TEPI for w in lebar) * 0.75))
        for huruf in (PIKSEL_HURUF, PIKSEL_EXCEL)
    )
    tinggi = TINGGI - (ATAS + BAWAH) * 72
    return tinggi / min(libre / 100, 1), tinggi / min(excel / 100, 1)


def plan_henti(
    tinggi: Sequence[float],
    muatan: Sequence[float],
    kepala: int,
    ujung: int,
    pita: Collection[int] = (),
) -> int | None:
    """The row to begin a page with, so that whichever of `muatan` a page takes, the last one holds
    all rows from `ujung` on and three above them, and the one before three too, which doesn't end
    with a row of `pita`; None where that is so by itself."""
    if all(is_baik(tinggi, muat, kepala, ujung, None) for muat in muatan):
        return None
    for henti in range(ujung - BAWA, kepala + BAWA, -1):
        baik = (is_baik(tinggi, muat, kepala, ujung, henti) for muat in muatan)
        if henti - 1 not in pita and all(baik):
            return henti
    return None


def is_baik(
    tinggi: Sequence[float], muat: float, kepala: int, ujung: int, henti: int | None
) -> bool:
    """Whether the last pages of a sheet hold enough where one takes `muat` points."""
    awal = list_awal(tinggi, muat, kepala, henti)
    cukup = awal[-1] <= max(ujung - BAWA, kepala + 1 if len(awal) > 1 else 0)
    return cukup and (len(awal) < 3 or awal[-1] - awal[-2] >= BAWA)


def list_awal(tinggi: Sequence[float], muat: float, kepala: int, henti: int | None) -> list[int]:
    """The first row of each page; all but the first repeat the heading."""
    awal, terpakai = [0], 0.0
    for baris, perlu in enumerate(tinggi):
        if baris == henti or terpakai + perlu > muat:
            awal.append(baris)
            terpakai = tinggi[kepala]
        terpakai += perlu
    return awal
