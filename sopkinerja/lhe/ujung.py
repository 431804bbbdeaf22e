"""Which level and which unit stands highest and lowest, where enough of it has reported to say so."""

from __future__ import annotations

from collections.abc import Iterable

from sopkinerja.istilah import Level
from sopkinerja.laporan.capaian import round_persen
from sopkinerja.lhe.pokok import Isi, Pokok
from sopkinerja.matriks.model import Bahan
from sopkinerja.tulisan import render_persen

CAKUPAN = 80
"""Per cent of a group that must have a score before anybody ranks it."""


def is_cukup(dinilai: int, jumlah: int) -> bool:
    """Whether so many of so many are enough to speak of the whole."""
    return 100 * dinilai >= CAKUPAN * jumlah


def render_ujung_level(pokok: Pokok) -> str:
    """`Level tertinggi …, terendah …`, or why that can't be said."""
    return _render(pokok.level, "Level", {})


def render_ujung_unit(pokok: Pokok) -> str:
    """`Unit tertinggi …, terendah …`, or why that can't be said; a unit without its head's score
    isn't ranked."""
    skor = {j["Kode Jabatan"] for j in pokok.jabatan if j["Skor (%)"] is not None}
    tanpa = {
        b["Unit"]: "kepalanya belum punya skor"
        for b in pokok.unit
        if (kepala := find_kepala(pokok.bahan, b["Kode Unit"])) and skor.isdisjoint(kepala)
    }
    return _render(pokok.unit, "Unit", tanpa)


def find_kepala(bahan: Bahan, unit: str) -> set[str]:
    """Kode of who heads a unit: the highest level among those whose atasan sits elsewhere."""
    dalam = {j.kode for j in bahan.jabatan if j.unit == unit}
    puncak = [j for j in bahan.jabatan if j.kode in dalam and j.atasan not in dalam]
    tertinggi = min((list(Level).index(j.level) for j in puncak), default=0)
    return {j.kode for j in puncak if list(Level).index(j.level) == tertinggi}


def _render(baris: Iterable[Isi], kolom: str, tanpa: dict[str, str]) -> str:
    ada = [b for b in baris if b["Skor (%)"] is not None]
    if not ada:
        return f"Belum ada {kolom.lower()} yang dapat dinilai."
    sebab = {b[kolom]: _find_sebab(b, tanpa.get(b[kolom], "")) for b in ada}
    tinggi = max(ada, key=lambda b: (b["Skor (%)"], not sebab[b[kolom]]))
    rendah = min(ada, key=lambda b: (b["Skor (%)"], bool(sebab[b[kolom]])))
    if len(ada) == 1:
        return f"Baru {tinggi[kolom]} yang dapat dinilai: {_persen(tinggi)}."
    if round_persen(tinggi["Skor (%)"]) == round_persen(rendah["Skor (%)"]):
        return f"Semua {kolom.lower()} yang dinilai sama: {_persen(tinggi)}."
    kurang = {b[kolom]: sebab[b[kolom]] for b in (tinggi, rendah) if sebab[b[kolom]]}
    if kurang:
        teks = "; ".join(f"{nama} ({s})" for nama, s in kurang.items())
        return f"{kolom} belum dapat diperbandingkan: {teks}."
    return (
        f"{kolom} tertinggi {tinggi[kolom]} ({_persen(tinggi)}), "
        f"terendah {rendah[kolom]} ({_persen(rendah)})."
    )


def _find_sebab(b: Isi, tanpa: str) -> str:
    """Why a group can't be ranked; empty where it can."""
    if is_cukup(b["Dengan Skor"], b["Jumlah Jabatan"]):
        return tanpa
    return f"baru {b['Dengan Skor']} dari {b['Jumlah Jabatan']} jabatan punya skor"


def _persen(b: Isi) -> str:
    return render_persen(b["Skor (%)"])
