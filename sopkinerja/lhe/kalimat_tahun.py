"""The sentences that only the year's end, or last year, can give."""

from __future__ import annotations

from sopkinerja.lhe.halaman import render_daftar
from sopkinerja.matriks.matriks import Matriks
from sopkinerja.matriks.tahun_lalu import MEMBAIK, MEMBURUK, RENTANG, find_rentang


def render_tahun_lalu(matriks: Matriks) -> str:
    """How many of the Kepala Dinas' indicators went the better way since last year, which the worse,
    and of those whose target is a band which left it, came into it or stayed."""
    ada = [b for b in matriks.iku if b.banding]
    baik = sum(f"({MEMBAIK})" in b.banding for b in ada)
    buruk = [b.indikator.indikator for b in ada if f"({MEMBURUK})" in b.banding]
    if not baik and not buruk:
        return ""
    ekor = f", {len(buruk)} memburuk: {render_daftar(buruk)}" if buruk else ""
    for letak in RENTANG.values():
        milik = [b for b in ada if find_rentang(b.indikator, b.sd.asli) == letak]
        nama = render_daftar([b.indikator.indikator for b in milik])
        ekor += f"; {letak}: {nama}" if milik else ""
    return f"Dibanding realisasi tahun lalu {baik} indikator Kepala Dinas membaik{ekor}."
