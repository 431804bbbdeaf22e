"""The sentences that only the year's end, or last year, can give."""

from __future__ import annotations

from sopkinerja.istilah import Polaritas
from sopkinerja.lhe.halaman import render_daftar
from sopkinerja.matriks.matriks import Matriks
from sopkinerja.matriks.tahun_lalu import MEMBAIK, MEMBURUK


def render_tahun_lalu(matriks: Matriks) -> str:
    """How many of the Kepala Dinas' indicators went the better way since last year, which the worse,
    and which have none: in a band nobody can say."""
    ada = [b for b in matriks.iku if b.banding]
    baik = sum(f"({MEMBAIK})" in b.banding for b in ada)
    buruk = [b.indikator.indikator for b in ada if f"({MEMBURUK})" in b.banding]
    if not baik and not buruk:
        return ""
    pita = [b.indikator.indikator for b in ada if b.indikator.polaritas is Polaritas.RENTANG]
    ekor = f", {len(buruk)} memburuk: {render_daftar(buruk)}" if buruk else ""
    ekor += f"; tanpa arah: {render_daftar(pita)}" if pita else ""
    return f"Dibanding realisasi tahun lalu {baik} indikator Kepala Dinas membaik{ekor}."
