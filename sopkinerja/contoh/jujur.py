"""An honest officer: fills every row of a quarterly form to the targets that stand on it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from functools import cache

from sopkinerja.contoh.borang import Baris, Borang
from sopkinerja.contoh.jawaban import Jawaban, build_jawaban
from sopkinerja.contoh.kecelakaan import Isian
from sopkinerja.contoh.opd import build_contoh
from sopkinerja.contoh.pengisi_lanjutan import isi_menyusul, isi_tindak
from sopkinerja.contoh.serapan import compute_belanja
from sopkinerja.istilah import Triwulan
from sopkinerja.opd.mandat import Indikator
from sopkinerja.tulisan import render_ketik

BERSATUAN = ("PDN-01.04", "PSMB-03.02")
"""Where the satuan is typed behind the figure, as offices do."""


def isi_jujur(borang: Borang) -> Isian:
    """Fills every row as a diligent officer; notes first, for Realisasi adds them up."""
    indikator = read_mandat()
    catatan = iter(borang.find_baris("catatan", "kode"))
    isian: Isian = []
    for baris in borang.laporan:
        kode = str(baris["kode"].value)
        jawaban = jawab(borang, baris, indikator)
        isi_baris(borang, baris, jawaban)
        for tanggal, uraian, volume in jawaban.catatan:
            tempat = next(catatan)
            isi = {"tanggal": dt.datetime.combine(tanggal, dt.time()), "kode": kode,
                   "uraian": uraian, "volume": volume}  # fmt: skip
            borang.isi(tempat, isi)
        isian.append((baris, jawaban))
    _isi_anggaran(borang)
    isi_tindak(borang)
    if borang.triwulan > Triwulan.I:
        isi_menyusul(borang)
    return isian


def jawab(borang: Borang, baris: Baris, mandat: Mapping[str, Indikator]) -> Jawaban:
    """The honest answer to the target that stands on the form; none for what isn't the sample's."""
    indikator = mandat.get(str(baris["kode"].value))
    if indikator is None:
        return Jawaban()
    target, tertulis = list(indikator.target_tw), baris["target_tw"].value
    if isinstance(tertulis, int | float):
        target[borang.triwulan - 1] = float(tertulis)
    isi = indikator.model_copy(update={"target_tw": tuple(target)})
    return build_jawaban(isi, borang.triwulan)


@cache
def read_mandat() -> dict[str, Indikator]:
    """The sample's indicators by kode."""
    return {i.kode: i for i in build_contoh().mandat}


def isi_baris(borang: Borang, baris: Baris, jawaban: Jawaban) -> None:
    """Types the answer; Realisasi stays our formula where the daily notes carry it."""
    if not jawaban.catatan:
        hasil = jawaban.sebutan or jawaban.realisasi
        if baris["kode"].value in BERSATUAN and isinstance(hasil, float):
            hasil = f"{render_ketik(hasil)} {baris['satuan'].value}"
        borang.ketik(baris["realisasi"], hasil)
    for kolom in ("hambatan", "rekomendasi", "bukti_dukung", "penjelasan"):
        if (nilai := getattr(jawaban, kolom)) is not None:
            borang.ketik(baris[kolom], nilai)
    if jawaban.tenggat is not None:
        borang.ketik(baris["tenggat"], dt.datetime.combine(jawaban.tenggat, dt.time()))


def _isi_anggaran(borang: Borang) -> None:
    """Types what the treasurer's books say of each line."""
    for baris in borang.find_baris("anggaran", "kode"):
        pagu = baris["pagu"].value
        if isinstance(pagu, int | float):
            borang.ketik(baris["realisasi_tw"], compute_belanja(pagu, borang.triwulan))
