"""Scores out of the matrix: of each jabatan, level and unit, and how predikat are spread.

All are of what a row is judged by, limited; a mean runs over the jabatan that have a score and
always comes with how many of how many those are.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Sequence

from sopkinerja.istilah import Level, StatusHasil
from sopkinerja.laporan.capaian import predikat, skor
from sopkinerja.matriks.akumulasi import render_unit
from sopkinerja.matriks.baris import BarisMatriks, Skor
from sopkinerja.matriks.model import Bahan
from sopkinerja.ruang import Pengaturan


def build_skor_jabatan(
    bahan: Bahan, baris: Iterable[BarisMatriks], hanya: Collection[str] | None = None
) -> tuple[Skor, ...]:
    """One for each jabatan (in `hanya`), in the matrix' order (those without indicators last): the
    mean of its assessed indicators weighted by bobot, None where none is assessed."""
    milik: dict[str, list[BarisMatriks]] = defaultdict(list)
    for b in baris:
        milik[b.jabatan.kode].append(b)
    urutan = {kode: ke for ke, kode in enumerate(milik)}
    ada = (j for j in bahan.jabatan if hanya is None or j.kode in hanya)
    urut = sorted(ada, key=lambda j: urutan.get(j.kode, len(urutan)))
    return tuple(_build_jabatan(bahan, j.kode, j.nama, milik.get(j.kode, [])) for j in urut)


def _build_jabatan(bahan: Bahan, kode: str, nama: str, milik: Sequence[BarisMatriks]) -> Skor:
    ada = [b for b in milik if b.capaian is not None]
    nilai = build_skor(ada, bahan.pengaturan)
    return Skor(
        kode=kode,
        nama=nama,
        nilai=nilai,
        predikat=_find_predikat(nilai, bahan.pengaturan),
        indikator=len(milik),
        dinilai=len(ada),
        tidak_lengkap=sum(bool(b.tidak_lengkap) for b in ada),
        dengan_skor=int(nilai is not None),
        jabatan=1,
    )


def build_skor(milik: Iterable[BarisMatriks], pengaturan: Pengaturan) -> float | None:
    """The mean of their capaian, limited, weighted by bobot; None where none has one."""
    pasangan = ((b.capaian, b.indikator.bobot) for b in milik)
    return skor(((n, bobot) for n, bobot in pasangan if n is not None), pengaturan)


def build_skor_level(bahan: Bahan, jabatan: Iterable[Skor]) -> tuple[Skor, ...]:
    """One for each of the five levels, highest first."""
    level = {j.kode: j.level for j in bahan.jabatan}
    milik: dict[Level, list[Skor]] = defaultdict(list)
    for s in jabatan:
        milik[level[s.kode]].append(s)
    return tuple(_gabung(lv.value, lv.value, milik[lv], bahan.pengaturan) for lv in Level)


def build_skor_unit(bahan: Bahan, jabatan: Iterable[Skor]) -> tuple[Skor, ...]:
    """One for each unit with jabatan, in referensi's order."""
    unit = {j.kode: j.unit for j in bahan.jabatan}
    milik: dict[str, list[Skor]] = defaultdict(list)
    for s in jabatan:
        milik[unit[s.kode]].append(s)
    kode = [u.kode for u in bahan.unit if u.kode in milik]
    kode += sorted(set(milik) - set(kode))
    return tuple(_gabung(k, render_unit(bahan, k), milik[k], bahan.pengaturan) for k in kode)


def _gabung(kode: str, nama: str, milik: Sequence[Skor], pengaturan: Pengaturan) -> Skor:
    ada = [s.nilai for s in milik if s.nilai is not None]
    nilai = skor(((n, None) for n in ada), pengaturan)
    return Skor(
        kode=kode,
        nama=nama,
        nilai=nilai,
        predikat=_find_predikat(nilai, pengaturan),
        indikator=sum(s.indikator for s in milik),
        dinilai=sum(s.dinilai for s in milik),
        tidak_lengkap=sum(s.tidak_lengkap for s in milik),
        dengan_skor=len(ada),
        jabatan=len(milik),
    )


def _find_predikat(nilai: float | None, pengaturan: Pengaturan) -> str:
    return "" if nilai is None else predikat(nilai, pengaturan)


def build_sebaran(bahan: Bahan, baris: Sequence[BarisMatriks]) -> dict[str, int]:
    """How many indicators have each predikat, best first, then each other status."""
    label = [nama for _, nama in sorted(bahan.pengaturan.predikat, key=lambda p: -p[0])]
    per_predikat = Counter(b.predikat for b in baris)
    status = Counter(b.status for b in baris)
    lain = [s for s in StatusHasil if s is not StatusHasil.DIHITUNG]
    return {n: per_predikat[n] for n in label} | {s.value: status[s] for s in lain}
