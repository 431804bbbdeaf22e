"""Scores out of the matrix: of each jabatan, level and unit, and how predikat are spread.

All are of what a row is judged by, limited; a mean runs over the jabatan that have a score and
always comes with how many of how many those are. Rows are joined to their jabatan and grouped by
pandas; here alone.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from typing import Any

import pandas as pd

from sopkinerja.istilah import Level, StatusHasil
from sopkinerja.laporan.capaian import predikat, skor
from sopkinerja.matriks.akumulasi import render_unit
from sopkinerja.matriks.baris import BarisMatriks, Skor
from sopkinerja.matriks.model import Bahan
from sopkinerja.ruang import Pengaturan

HITUNG = ["indikator", "dinilai", "tidak_lengkap", "dengan_skor", "jabatan"]
"""What is counted of a jabatan, and summed for a level and a unit."""


def build_skor_jabatan(
    bahan: Bahan, baris: Iterable[BarisMatriks], hanya: Collection[str] | None = None
) -> tuple[Skor, ...]:
    """One for each jabatan (in `hanya`), in the matrix' order (those without indicators last): the
    mean of its assessed indicators weighted by bobot, None where none is assessed."""
    milik = _build_tabel(baris).groupby("jabatan", sort=False)
    nilai = {str(kode): _find_skor(isi, bahan.pengaturan) for kode, isi in milik}
    hitung = milik.agg(
        indikator=("capaian", "size"), dinilai=("capaian", "count"), tidak_lengkap=("kurang", "sum")
    )
    nama = {j.kode: j.nama for j in bahan.jabatan if hanya is None or j.kode in hanya}
    urut = [k for k in nilai if k in nama] + [k for k in nama if k not in nilai]
    hitung = hitung.reindex(urut, fill_value=0)
    hitung["dengan_skor"] = [int(nilai.get(k) is not None) for k in urut]
    hitung["jabatan"] = 1
    return tuple(
        _build(kode, nama[kode], nilai.get(kode), dict(isi), bahan.pengaturan)
        for kode, isi in zip(urut, hitung[HITUNG].to_dict("records"), strict=True)
    )


def _build_tabel(baris: Iterable[BarisMatriks]) -> pd.DataFrame:
    """A row for each indicator: jabatan, capaian, bobot, kurang (assessed, but a triwulan lacks)."""
    isi = [
        (
            b.jabatan.kode, b.capaian, b.indikator.bobot,
            b.capaian is not None and bool(b.tidak_lengkap),
        )
        for b in baris
    ]  # fmt: skip
    return pd.DataFrame(isi, columns=["jabatan", "capaian", "bobot", "kurang"], dtype=object)


def _find_skor(milik: pd.DataFrame, pengaturan: Pengaturan) -> float | None:
    ada = milik[milik["capaian"].notna()]
    return skor(zip(ada["capaian"], ada["bobot"], strict=True), pengaturan)


def build_skor(milik: Iterable[BarisMatriks], pengaturan: Pengaturan) -> float | None:
    """The mean of their capaian, limited, weighted by bobot; None where none has one."""
    return _find_skor(_build_tabel(milik), pengaturan)


def build_skor_level(bahan: Bahan, jabatan: Iterable[Skor]) -> tuple[Skor, ...]:
    """One for each of the five levels, highest first."""
    level = {j.kode: j.level.value for j in bahan.jabatan}
    nama = {lv.value: lv.value for lv in Level}
    return _gabung(jabatan, level, nama, bahan.pengaturan)


def build_skor_unit(bahan: Bahan, jabatan: Iterable[Skor]) -> tuple[Skor, ...]:
    """One for each unit with jabatan, in referensi's order."""
    unit, semua = {j.kode: j.unit for j in bahan.jabatan}, tuple(jabatan)
    ada = {unit[s.kode] for s in semua}
    kode = [u.kode for u in bahan.unit if u.kode in ada]
    kode += sorted(ada - set(kode))
    return _gabung(semua, unit, {k: render_unit(bahan, k) for k in kode}, bahan.pengaturan)


def _gabung(
    jabatan: Iterable[Skor], induk: dict[str, str], nama: dict[str, str], pengaturan: Pengaturan
) -> tuple[Skor, ...]:
    """One for each kode of `nama`, out of the jabatan that belong to it by `induk`."""
    tabel = pd.DataFrame([vars(s) for s in jabatan], columns=["kode", "nilai", *HITUNG])
    per_induk = tabel.groupby(tabel["kode"].map(induk))
    hitung = per_induk[HITUNG].sum().reindex(list(nama), fill_value=0)
    nilai = {
        str(kode): skor(((n, None) for n in isi["nilai"].dropna()), pengaturan)
        for kode, isi in per_induk
    }
    return tuple(
        _build(kode, nama[kode], nilai.get(kode), dict(isi), pengaturan)
        for kode, isi in zip(nama, hitung.to_dict("records"), strict=True)
    )


def _build(
    kode: str, nama: str, nilai: float | None, hitung: dict[Any, Any], pengaturan: Pengaturan
) -> Skor:
    label = "" if nilai is None else predikat(nilai, pengaturan)
    return Skor(kode, nama, nilai, label, **{k: int(hitung[k]) for k in HITUNG})


def build_sebaran(bahan: Bahan, baris: Sequence[BarisMatriks]) -> dict[str, int]:
    """How many indicators have each predikat, best first, then each other status."""
    label = [nama for _, nama in sorted(bahan.pengaturan.predikat, key=lambda p: -p[0])]
    hitung = pd.Series([b.predikat for b in baris], dtype=object).value_counts()
    status = pd.Series([b.status.value for b in baris], dtype=object).value_counts()
    lain = [s.value for s in StatusHasil if s is not StatusHasil.DIHITUNG]
    return {n: int(hitung.get(n, 0)) for n in label} | {s: int(status.get(s, 0)) for s in lain}
