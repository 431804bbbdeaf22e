"""How a figure was reckoned, in words: what was added or averaged, divided, weighted."""

from __future__ import annotations

from collections.abc import Sequence

from sopkinerja.istilah import Rentang, Triwulan
from sopkinerja.jejak.model import Bagian
from sopkinerja.konsolidasi import find_penyatuan
from sopkinerja.laporan.capaian import limit, list_terhitung
from sopkinerja.matriks.baris import BarisMatriks, Ukuran
from sopkinerja.matriks.masukan import build_angka
from sopkinerja.matriks.model import Bahan
from sopkinerja.polaritas import render_hitungan
from sopkinerja.ruang import Pengaturan
from sopkinerja.tulisan import render_angka, render_persen, render_tampak

MAKS_BAGIAN = 12
"""So many parts of a mean are written out."""


def render_capaian(baris: BarisMatriks, ukuran: Ukuran, aturan: Pengaturan) -> str:
    """`8 ÷ 10 × 100 = 80,00%`, and what counts of it in a score where that is limited; empty
    without a capaian."""
    if ukuran.capaian is None:
        return ""
    target, realisasi = ukuran.skala or (ukuran.pita or ukuran.target, ukuran.realisasi)
    if not isinstance(target, float | int | Rentang) or not isinstance(realisasi, float | int):
        return ""
    i, skala = baris.indikator, ukuran.skala is not None
    hitungan = render_hitungan(
        i.polaritas, target, realisasi, aturan, i.nilai_terburuk, skala=skala
    )
    batas = limit(ukuran.capaian, aturan)
    dibatasi = "" if batas == ukuran.capaian else f"; dalam skor {render_persen(batas)}"
    return f"{hitungan} = {render_persen(ukuran.capaian)}{dibatasi}"


def render_sd(bahan: Bahan, baris: BarisMatriks) -> tuple[str, str]:
    """How target and realisasi s.d. its triwulan came about: `TW I + TW II = 10 + 10 = 20`; empty
    where nothing was put together."""
    masukan = {t: a.masukan for t, a in build_angka(bahan, baris.indikator).items()}
    dipakai, terhitung = list_terhitung(baris.indikator, bahan.triwulan, masukan)
    target = [(t, baris.per_triwulan[t].target) for t in dipakai]
    realisasi = [(t, baris.per_triwulan[t].realisasi) for t in terhitung]
    return (
        _render_gabung(baris, target, baris.sd.target),
        _render_gabung(baris, realisasi, baris.sd.realisasi),
    )


def _render_gabung(
    baris: BarisMatriks, isi: Sequence[tuple[Triwulan, float | str | None]], hasil: object
) -> str:
    if not isi or hasil is None:
        return ""
    penyatuan = find_penyatuan(baris.indikator.konsolidasi)
    bagian = penyatuan.render_hitungan([f"TW {t.romawi}" for t, _ in isi])
    angka = [render_sebut(n) for _, n in isi]
    if len(isi) == 1 or penyatuan.ciri.terakhir or not all(isinstance(n, float) for _, n in isi):
        return f"{bagian} = {render_sebut(hasil)}"
    return f"{bagian} = {penyatuan.render_hitungan(angka)} = {render_sebut(hasil)}"


def render_sebut(nilai: object) -> str:
    """A figure as it is read; nothing as a dash."""
    if isinstance(nilai, float | int):
        return render_tampak(nilai)
    return str(nilai) if nilai not in (None, "") else "–"


def render_skor(bagian: Sequence[Bagian], nilai: float | None) -> tuple[str, str]:
    """What kind of mean a score is, and how it was reckoned; nothing of nothing."""
    ada = [(b.dibatasi, b.bobot) for b in bagian if b.dibatasi is not None]
    if nilai is None or not ada:
        return "", ""
    bobot = [b for _, b in ada if b is not None]
    if len(bobot) < len(ada):
        atas = " + ".join(_persen(n) for n, _ in ada)
        hitungan, cara = f"({atas}) ÷ {len(ada)}", "rata-rata"
    else:
        atas = " + ".join(f"{_persen(n)} × {render_angka(b or 0)}" for n, b in ada)
        hitungan, cara = f"({atas}) ÷ {render_tampak(sum(bobot))}", "rata-rata tertimbang"
    panjang = f"{len(ada)} angka di bawah ini" if len(ada) > MAKS_BAGIAN else hitungan
    return cara, f"{panjang} = {render_persen(nilai)}"


def _persen(nilai: float) -> str:
    return render_angka(nilai, 2)
