"""Indicators whose result s.d. TW leaves out a triwulan that nobody reported: which they are, and
which will be once the triwulan is closed."""

from __future__ import annotations

from collections.abc import Sequence

from sopkinerja.istilah import StatusHasil, Triwulan
from sopkinerja.laporan.tahun import merge_tidak_lengkap
from sopkinerja.lhe.halaman import render_daftar
from sopkinerja.matriks.baris import BarisMatriks
from sopkinerja.matriks.matriks import Matriks

SEBUT = 6
"""So many chairs are named."""
ATURAN = (
    "Yang belum lapor, menyusul, atau belum dapat dinilai tidak dihitung dan menahan hasil s.d. TW; "
    "sesudah ditutup hanya yang dilaporkan dimuat (“tidak lengkap”)."
)
"""The rule of the calculation, as the LHE prints it."""
ATURAN_SETAHUN = (
    "Indikator yang belum lapor, menyusul, atau belum dapat dinilai tidak ikut dihitung."
)
"""That of the year, whose rule on Capaian Tahun tells the rest."""
KINI = (
    "{} indikator dinilai tanpa triwulan yang tidak dilaporkan: {}. Target s.d. TW-nya juga tidak "
    "memuat triwulan itu, sehingga capaiannya dapat lebih tinggi daripada terhadap target seluruhnya."
)
NANTI = "Bila TW {} ditutup tanpa laporannya, {} indikator lagi dinilai demikian: {}; sekarang belum dinilai."
LOLOS = (StatusHasil.BELUM_LAPOR, StatusHasil.TIDAK_VALID)
"""What a closing passes over."""


def list_tidak_lengkap(matriks: Matriks) -> list[BarisMatriks]:
    """The assessed indicators that leave out a triwulan."""
    return [b for b in matriks.baris if b.is_dihitung and b.tidak_lengkap]


def list_akan(matriks: Matriks) -> list[BarisMatriks]:
    """The indicators without a result now that will have one, of the triwulan before, once this one
    is closed without a report."""
    kini = matriks.bahan.triwulan
    if kini in matriks.bahan.tutup:
        return []
    return [
        b
        for b in matriks.baris
        if b.status in LOLOS
        and b.per_triwulan[kini].status in LOLOS
        and any(b.per_triwulan[t].status is StatusHasil.DIHITUNG for t in Triwulan if t < kini)
    ]


def render_tidak_lengkap(matriks: Matriks) -> str:
    """How many are so now, of which chairs, and what that does; how many will be on closing. Empty
    where none is; of the year, which is judged by its own whole target, too."""
    if matriks.bahan.setahun:
        return ""
    kini, nanti = list_tidak_lengkap(matriks), list_akan(matriks)
    kalimat = []
    if kini:
        kalimat.append(KINI.format(len(kini), _render_kursi(kini)))
    if nanti:
        romawi = matriks.bahan.triwulan.romawi
        kalimat.append(NANTI.format(romawi, len(nanti), _render_kursi(nanti)))
    return " ".join(kalimat)


def _render_kursi(daftar: Sequence[BarisMatriks]) -> str:
    """`UMP-03 (3 indikator, TW II) dan UMP-04 (1 indikator, TW I)`."""
    milik: dict[str, list[BarisMatriks]] = {}
    for b in daftar:
        milik.setdefault(b.jabatan.kode, []).append(b)
    return render_daftar([_sebut(kode, isi) for kode, isi in milik.items()], SEBUT)


def _sebut(kode: str, milik: Sequence[BarisMatriks]) -> str:
    tanda = [b.tidak_lengkap for b in milik if b.tidak_lengkap]
    masa = f", {merge_tidak_lengkap(tanda).partition('(')[2].rstrip(')')}" if tanda else ""
    return f"{kode} ({len(milik)} indikator{masa})"
