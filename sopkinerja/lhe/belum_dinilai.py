"""Why an indicator has no capaian, in the few words that stand where its bar would."""

from __future__ import annotations

from collections.abc import Iterable

from sopkinerja.istilah import StatusHasil, Triwulan
from sopkinerja.lhe.menyusul import Susulan, list_susulan
from sopkinerja.matriks.baris import BarisMatriks
from sopkinerja.matriks.matriks import Matriks
from sopkinerja.polaritas import is_due
from sopkinerja.tulisan import render_tanggal


def find_belum_dinilai(matriks: Matriks) -> dict[str, str]:
    """By kode why each indicator of the matrix that has no capaian has none."""
    susulan = [s for s in list_susulan(matriks.bahan) if s.is_ditunggu]
    return {
        b.kode: render_alasan(b, matriks.bahan.triwulan, susulan)
        for b in matriks.baris
        if not b.is_dihitung
    }


def render_alasan(b: BarisMatriks, triwulan: Triwulan, susulan: Iterable[Susulan]) -> str:
    """`menunggu BPS, 5 November 2026`, `target TW IV saja`, `belum lapor`."""
    if b.status is StatusHasil.DATA_MENYUSUL:
        return _render_menyusul([s for s in susulan if s.indikator.kode == b.kode])
    if b.status is StatusHasil.BELUM_DAPAT_DINILAI:
        return _render_target(b, triwulan)
    if b.status is StatusHasil.TIDAK_VALID:
        return "laporan belum memenuhi syarat"
    return b.status.value


def _render_menyusul(susulan: list[Susulan]) -> str:
    """Who is waited for and until when, by the latest word."""
    if not susulan:
        return StatusHasil.DATA_MENYUSUL.value
    akhir = susulan[-1]
    siapa = (akhir.kata.sumber if akhir.kata else akhir.indikator.sumber_data) or "penerbitnya"
    kapan = akhir.kata.perkiraan if akhir.kata else None
    return f"menunggu {siapa}" + (f", {render_tanggal(kapan)}" if kapan else "")


def _render_target(b: BarisMatriks, triwulan: Triwulan) -> str:
    i = b.indikator
    nanti = [t for t in Triwulan if t > triwulan and is_due(i.polaritas, i.target(t))]
    if not nanti:
        return "tanpa target tahun ini"
    awal = nanti[0]
    if awal is Triwulan.IV:
        return "target TW IV saja"
    return f"target mulai TW {awal.romawi}"
