"""What the officers of the sample OPD add in the course of the year: figures that BPS published
meanwhile, and how far steps and follow-ups have come."""

from __future__ import annotations

import datetime as dt
from random import Random
from typing import Any

from sopkinerja.contoh.borang import Borang
from sopkinerja.contoh.opd import build_contoh
from sopkinerja.istilah import Triwulan
from sopkinerja.opd.mandat import Indikator

TERBIT_BPS = {
    Triwulan.I: (0, 5, 5),
    Triwulan.II: (0, 8, 5),
    Triwulan.III: (0, 11, 5),
    Triwulan.IV: (1, 2, 5),
}
"""When BPS publishes: years on, month, day."""
SUMBER = "BPS Provinsi (contoh)"
BAGIAN = {"selesai": 1, "berjalan": 0.6, "belum": 0}
"""How much of a step's target has come in."""
CATATAN_TINDAK = {
    "selesai": ("Sudah dilaksanakan, laporan ada pada map bidang.", "Selesai sesuai jadwal."),
    "berjalan": ("Tinggal penyelesaian administrasi.", "Dilanjutkan pada triwulan berikutnya."),
    "belum": ("Menunggu jadwal narasumber.", "Anggarannya baru tersedia pada perubahan APBD."),
}


def isi_menyusul(borang: Borang) -> None:
    """Announces this triwulan's figure on Data Menyusul and enters what was announced before:
    the last one as provisional, the one before it for good."""
    susul = {i.kode: i for i in build_contoh().mandat if i.data_menyusul}
    tempat = iter(borang.find_baris("menyusul", "kode"))
    for baris in borang.laporan:
        indikator = susul.get(str(baris["kode"].value))
        if indikator is None:
            continue
        for triwulan in borang.triwulan.sampai_dengan()[-3:]:
            borang.isi(next(tempat), _build_susulan(indikator, triwulan, borang))


def _build_susulan(i: Indikator, triwulan: Triwulan, borang: Borang) -> dict[str, Any]:
    isi: dict[str, Any] = {"kode": i.kode, "triwulan": triwulan.romawi, "sumber": SUMBER}
    umur = borang.triwulan - triwulan
    target = i.target(triwulan)
    if umur == 0 or not isinstance(target, float):
        tahun, bulan, hari = TERBIT_BPS[triwulan]
        return isi | {"perkiraan": dt.datetime(borang.tahun + tahun, bulan, hari)}
    nilai = target * Random(f"{i.kode} {triwulan}").uniform(0.95, 1.05)
    if umur == 1:
        return isi | {"realisasi": round(nilai, 2), "sementara": "ya"}
    return isi | {"realisasi": round(nilai + 0.04, 2), "sementara": "tidak"}


def isi_tindak(borang: Borang) -> None:
    """Says of every step and every follow-up how far it has come; the older, the likelier done."""
    for tabel in ("pelaksanaan", "tindak_lanjut"):
        for baris in borang.find_baris(tabel, "kode"):
            acak = Random(f"{baris['kode'].value} {borang.triwulan}")
            undi = acak.random()
            keadaan = "selesai" if undi < 0.6 else "berjalan" if undi < 0.85 else "belum"
            catatan = acak.choice(CATATAN_TINDAK[keadaan])
            borang.isi(baris, {"keadaan": keadaan, "catatan": catatan})
            if tabel == "pelaksanaan" and isinstance(target := baris["target"].value, int | float):
                borang.ketik(baris["realisasi"], float(target * BAGIAN[keadaan] // 1))
