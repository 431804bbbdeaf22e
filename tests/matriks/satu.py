"""A row of the matrix of one indicator alone, out of a line of a table of cases."""

from __future__ import annotations

from dataclasses import replace

from sopkinerja.istilah import Rentang, Target, Triwulan
from sopkinerja.laporan.model import IsianIndikator
from sopkinerja.matriks.baris import BarisMatriks
from sopkinerja.matriks.matriks import build_matriks
from tests.matriks.bahan import build_bahan, build_indikator, build_terima

KODE = "KD-01.01"


def read_sasaran(teks: str) -> Target:
    """`10`, `2~4`, or `-` for none."""
    if teks in ("", "-"):
        return None
    if "~" in teks:
        bawah, atas = teks.split("~")
        return Rentang(bawah=float(bawah), atas=float(atas))
    return float(teks)


def build_satu(kasus: dict[str, str]) -> tuple[BarisMatriks, Triwulan]:
    """The row and its triwulan: as many as there are under `realisasi` (`-` came without a figure),
    one where that is blank; all before the last are closed."""
    angka = kasus["realisasi"].split() or ["-"]
    triwulan = Triwulan(len(angka))
    target = [read_sasaran(t) for t in kasus["target TW"].split()]
    indikator = build_indikator(
        KODE, kasus["polaritas"], kasus["konsolidasi"], *target,
        target_tahun=read_sasaran(kasus["tahun"]),
    )  # fmt: skip
    terima = {
        ("KD-01", t): build_terima("KD-01", t, (IsianIndikator(kode=KODE, realisasi=float(a)),))
        for t, a in zip(Triwulan, angka, strict=False)
        if a != "-"
    }
    bahan = build_bahan(triwulan, terima=terima)
    mandat = {t: m.model_copy(update={"indikator": (indikator,)}) for t, m in bahan.mandat.items()}
    (baris,) = build_matriks(replace(bahan, mandat=mandat)).baris
    return baris, triwulan
