"""Scores over several OPD, out of those that each OPD was closed with."""

from __future__ import annotations

import math

from sopkinerja.gabung.model import KinerjaPemda
from sopkinerja.istilah import Level
from sopkinerja.laporan.capaian import predikat
from sopkinerja.matriks.baris import Skor


def build_skor_level(gabungan: KinerjaPemda) -> tuple[Skor, ...]:
    """One for each of the five levels: the mean over all jabatan of all OPD that have a score, which
    is that of the OPD weighted by how many those are."""
    return tuple(
        _build(gabungan, level, [s for o in gabungan.opd for s in o.level if s.kode == level])
        for level in Level
    )


def _build(gabungan: KinerjaPemda, level: Level, milik: list[Skor]) -> Skor:
    ada = [(s.nilai, s.dengan_skor) for s in milik if s.nilai is not None]
    banyak = sum(n for _, n in ada)
    nilai = math.fsum(x * n for x, n in ada) / banyak if banyak else None
    aturan = gabungan.pengaturan
    return Skor(
        kode=level.value,
        nama=level.value,
        nilai=nilai,
        predikat=predikat(nilai, aturan) if nilai is not None and aturan else "",
        indikator=sum(s.indikator for s in milik),
        dinilai=sum(s.dinilai for s in milik),
        tidak_lengkap=sum(s.tidak_lengkap for s in milik),
        dengan_skor=sum(s.dengan_skor for s in milik),
        jabatan=sum(s.jabatan for s in milik),
    )
