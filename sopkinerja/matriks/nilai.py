"""Scores out of the matrix: of each jabatan, level and unit, and how predikat are spread.

All read *Capaian s.d. TW* (of the whole year *Capaian Tahun*), limited; a mean runs over the jabatan that have a score and always
comes with how many of how many those are.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import pandas as pd

from sopkinerja.istilah import Level, StatusHasil
from sopkinerja.laporan.capaian import predikat, skor
from sopkinerja.laporan.tahun import find_tidak_lengkap
from sopkinerja.matriks.akumulasi import DINILAI, build_tabel, find_pemangku, render_unit
from sopkinerja.matriks.model import Bahan

KOLOM_JABATAN = (
    "Kode Jabatan", "Level", "Unit", "Kode Unit", "Jabatan", "Pemangku", "Jumlah Indikator",
    "Dinilai", "Tidak Lengkap", "Skor (%)", "Predikat",
)  # fmt: skip
KOLOM_KELOMPOK = (
    "Skor (%)", "Predikat", "Dengan Skor", "Jumlah Jabatan", "Jumlah Indikator", "Dinilai",
    "Tidak Lengkap",
)  # fmt: skip


def build_skor_jabatan(bahan: Bahan, tabel: pd.DataFrame) -> pd.DataFrame:
    """One row for each jabatan, in the matrix' order (those without indicators last): the mean
    of its assessed indicators weighted by bobot, None where none is assessed."""
    urutan = {k: ke for ke, k in enumerate(dict.fromkeys(tabel["Kode Jabatan"]))}
    per_jabatan = dict(iter(tabel.groupby("Kode Jabatan", sort=False)))
    baris = []
    for j in sorted(bahan.jabatan, key=lambda j: urutan.get(j.kode, len(urutan))):
        milik = per_jabatan.get(j.kode, tabel.iloc[0:0])
        nilai = skor(_pasangan(milik), bahan.pengaturan)
        baris.append(
            {
                "Kode Jabatan": j.kode,
                "Level": j.level.value,
                "Unit": render_unit(bahan, j.unit),
                "Kode Unit": j.unit,
                "Jabatan": j.nama,
                "Pemangku": find_pemangku(j, bahan.triwulan),
                "Jumlah Indikator": len(milik),
                "Dinilai": int(milik[DINILAI].notna().sum()),
                "Tidak Lengkap": _count_tidak_lengkap(milik),
                "Skor (%)": nilai,
                "Predikat": "" if nilai is None else predikat(nilai, bahan.pengaturan),
            }
        )
    return build_tabel(baris, KOLOM_JABATAN)


def build_skor_level(bahan: Bahan, skor_jabatan: pd.DataFrame) -> pd.DataFrame:
    """One row for each of the five levels, highest first: columns Level and KOLOM_KELOMPOK."""
    return _build_kelompok(bahan, skor_jabatan, "Level", [lv.value for lv in Level])


def build_skor_unit(bahan: Bahan, skor_jabatan: pd.DataFrame) -> pd.DataFrame:
    """One row for each unit with jabatan, in referensi's order: Kode Unit, Unit, KOLOM_KELOMPOK."""
    ada = set(skor_jabatan["Kode Unit"])
    kode = [u.kode for u in bahan.unit if u.kode in ada]
    kode += sorted(ada - set(kode))
    hasil = _build_kelompok(bahan, skor_jabatan, "Kode Unit", kode)
    hasil.insert(1, "Unit", pd.Series([render_unit(bahan, k) for k in kode], dtype=object))
    return hasil


def build_sebaran(bahan: Bahan, tabel: pd.DataFrame) -> pd.DataFrame:
    """How many indicators have each predikat, best first, then each other status: columns
    Golongan, Jumlah."""
    label = [nama for _, nama in sorted(bahan.pengaturan.predikat, key=lambda p: -p[0])]
    hitung = tabel.loc[tabel["Predikat"] != "", "Predikat"].value_counts()
    status = tabel["Status"].value_counts()
    lain = [s.value for s in StatusHasil if s is not StatusHasil.DIHITUNG]
    baris = [{"Golongan": n, "Jumlah": int(hitung.get(n, 0))} for n in label]
    baris += [{"Golongan": n, "Jumlah": int(status.get(n, 0))} for n in lain]
    return build_tabel(baris, ("Golongan", "Jumlah"))


def _build_kelompok(
    bahan: Bahan, skor_jabatan: pd.DataFrame, kolom: str, urutan: Iterable[str]
) -> pd.DataFrame:
    baris: list[dict[str, Any]] = []
    for nama in urutan:
        milik = skor_jabatan[skor_jabatan[kolom] == nama]
        ada = milik["Skor (%)"].dropna()
        nilai = skor(((n, None) for n in ada), bahan.pengaturan)
        baris.append(
            {
                kolom: nama,
                "Skor (%)": nilai,
                "Predikat": "" if nilai is None else predikat(nilai, bahan.pengaturan),
                "Dengan Skor": len(ada),
                "Jumlah Jabatan": len(milik),
                "Jumlah Indikator": int(milik["Jumlah Indikator"].sum()),
                "Dinilai": int(milik["Dinilai"].sum()),
                "Tidak Lengkap": int(milik["Tidak Lengkap"].sum()),
            }
        )
    return build_tabel(baris, (kolom, *KOLOM_KELOMPOK))


def _pasangan(milik: pd.DataFrame) -> list[tuple[float, float | None]]:
    dihitung = milik[milik[DINILAI].notna()]
    return list(zip(dihitung[DINILAI], dihitung["Bobot"], strict=True))


def _count_tidak_lengkap(milik: pd.DataFrame) -> int:
    """How many of the assessed figures lack a triwulan."""
    keterangan = milik[milik[DINILAI].notna()]["Keterangan"]
    return sum(bool(find_tidak_lengkap(k)) for k in keterangan)
