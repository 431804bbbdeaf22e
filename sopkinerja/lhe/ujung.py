"""Which level and which unit stands highest and lowest, where enough of it has reported to say so."""

from __future__ import annotations

from collections.abc import Iterable

from sopkinerja.istilah import Level
from sopkinerja.laporan.capaian import round_persen
from sopkinerja.matriks.baris import Skor
from sopkinerja.matriks.matriks import Matriks
from sopkinerja.matriks.model import Bahan
from sopkinerja.tulisan import render_persen

CAKUPAN = 80
"""Per cent of a group that must have a score before anybody ranks it."""


def is_cukup(dinilai: int, jumlah: int) -> bool:
    """Whether so many of so many are enough to speak of the whole."""
    return 100 * dinilai >= CAKUPAN * jumlah


def render_ujung_level(matriks: Matriks) -> str:
    """`Level tertinggi …, terendah …`, or why that can't be said."""
    return _render(matriks.level, "Level", {})


def render_ujung_unit(matriks: Matriks) -> str:
    """`Unit tertinggi …, terendah …`, or why that can't be said; a unit without its head's score
    isn't ranked."""
    ada = {s.kode for s in matriks.jabatan if s.nilai is not None}
    tanpa = {
        s.nama: "kepalanya belum punya skor"
        for s in matriks.unit
        if (kepala := find_kepala(matriks.bahan, s.kode)) and ada.isdisjoint(kepala)
    }
    return _render(matriks.unit, "Unit", tanpa)


def find_kepala(bahan: Bahan, unit: str) -> set[str]:
    """Kode of who heads a unit: the highest level among those whose atasan sits elsewhere."""
    dalam = {j.kode for j in bahan.jabatan if j.unit == unit}
    puncak = [j for j in bahan.jabatan if j.kode in dalam and j.atasan not in dalam]
    tertinggi = min((list(Level).index(j.level) for j in puncak), default=0)
    return {j.kode for j in puncak if list(Level).index(j.level) == tertinggi}


def _render(skor: Iterable[Skor], apa: str, tanpa: dict[str, str]) -> str:
    ada = [(s.nilai, s) for s in skor if s.nilai is not None]
    if not ada:
        return f"Belum ada {apa.lower()} yang dapat dinilai."
    sebab = {s.nama: _find_sebab(s, tanpa.get(s.nama, "")) for _, s in ada}
    tinggi, atas = max(ada, key=lambda p: (p[0], not sebab[p[1].nama]))
    rendah, bawah = min(ada, key=lambda p: (p[0], bool(sebab[p[1].nama])))
    if len(ada) == 1:
        return f"Baru {atas.nama} yang dapat dinilai: {render_persen(tinggi)}."
    if round_persen(tinggi) == round_persen(rendah):
        return f"Semua {apa.lower()} yang dinilai sama: {render_persen(tinggi)}."
    kurang = {s.nama: sebab[s.nama] for s in (atas, bawah) if sebab[s.nama]}
    if kurang:
        teks = "; ".join(f"{nama} ({s})" for nama, s in kurang.items())
        return f"{apa} belum dapat diperbandingkan: {teks}."
    return (
        f"{apa} tertinggi {atas.nama} ({render_persen(tinggi)}), "
        f"terendah {bawah.nama} ({render_persen(rendah)})."
    )


def _find_sebab(s: Skor, tanpa: str) -> str:
    """Why a group can't be ranked; empty where it can."""
    if is_cukup(s.dengan_skor, s.jabatan):
        return tanpa
    return f"baru {s.dengan_skor} dari {s.jabatan} jabatan punya skor"
