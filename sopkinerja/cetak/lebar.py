"""How wide the columns of a table are: numbers as wide as the longest, the slack to the words."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from sopkinerja.cetak.halaman import HURUF_CETAK, TataHalaman
from sopkinerja.cetak.tabel import Isi, KolomCetak, SelCetak
from sopkinerja.lembar.huruf import measure_teks
from sopkinerja.tulisan import render_figur, render_tampak

UKURAN = 8.0
"""Points of the letters of such a table."""
MAKS_ANGKA = 14.0


def measure_angka(isi: Iterable[Isi]) -> float:
    """Characters that the longest of these numbers (or bands in letters) needs, 14 at most."""
    perlu = ((measure_teks(_render(n), UKURAN) / 0.75 + 14) / 7 for n in isi)
    return min(max(perlu, default=0), MAKS_ANGKA)


def level_lebar(kolom: Sequence[KolomCetak], lebar: list[float], total: float) -> list[float]:
    """The same widths with the slack up to `total` shared among the columns that take it."""
    luwes = [ke for ke, k in enumerate(kolom) if k.luwes] or list(range(len(kolom)))
    dasar = sum(lebar[ke] for ke in luwes)
    kali = 1 + max(total - sum(lebar), 0) / dasar
    return [w * kali if ke in luwes else w for ke, w in enumerate(lebar)]


def fit_lebar(
    lebar: Sequence[float], luwes: Collection[int], halaman: TataHalaman, ukuran: float = UKURAN
) -> list[float]:
    """The same widths with the columns `luwes` narrowed, by a third at most, until letters of
    `ukuran` points are read on the pages that they are printed on."""
    for persen in range(100, 65, -1):
        hasil = [w * persen / 100 if ke in luwes else w for ke, w in enumerate(lebar)]
        if halaman.measure_skala(hasil) * ukuran >= HURUF_CETAK:
            break
    return hasil


def _render(isi: Isi) -> str:
    nilai, desimal = (isi.nilai, isi.desimal) if isinstance(isi, SelCetak) else (isi, None)
    if isinstance(nilai, float):
        return render_tampak(nilai) if desimal is None else render_figur(nilai, desimal)
    return str(nilai or "")
