"""What the officers of the sample OPD add in the course of the year: figures that BPS published
meanwhile, how far steps and follow-ups have come, and the steps of a Renaksi."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from pathlib import Path
from random import Random
from typing import Any

from sopkinerja.contoh.borang import Borang
from sopkinerja.contoh.opd import build_contoh
from sopkinerja.istilah import BULAN, Triwulan
from sopkinerja.laporan.rumus import is_due
from sopkinerja.mandat.formulir import render_pilihan
from sopkinerja.mandat.model import Indikator

TERBIT_BPS = {
    Triwulan.I: (0, 5, 5),
    Triwulan.II: (0, 8, 5),
    Triwulan.III: (0, 11, 5),
    Triwulan.IV: (1, 2, 5),
}
"""When BPS publishes: years on, month, day."""
SUMBER = "BPS Provinsi (contoh)"
CATATAN_TINDAK = {
    "selesai": ("Sudah dilaksanakan, laporan ada pada map bidang.", "Selesai sesuai jadwal."),
    "berjalan": ("Tinggal penyelesaian administrasi.", "Dilanjutkan pada triwulan berikutnya."),
    "belum": ("Menunggu jadwal narasumber.", "Anggarannya baru tersedia pada perubahan APBD."),
}
LANGKAH = (
    ("Menyusun rencana kerja dan membagi tugas: {apa}", "Rencana kerja"),
    ("Melaksanakan dan mendampingi: {apa}", "Laporan pelaksanaan"),
    ("Memantau kemajuan setiap bulan: {apa}", "Catatan pemantauan"),
    ("Berkoordinasi dengan kabupaten/kota: {apa}", "Notulen rapat"),
)
"""A step and its output."""


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


def isi_renaksi(borang: Borang, mandat: Mapping[str, Indikator]) -> None:
    """Types a step or two for every indicator that has a target in the triwulan, below the steps
    carried over; those get new months."""
    kini = borang.triwulan
    baris = borang.find_baris("renaksi", "langkah")
    kosong = []
    for b in baris:
        if not b["langkah"].value:
            kosong.append(b)
            continue
        mulai, selesai = (BULAN[n - 1] for n in kini.bulan[:2])
        borang.isi(b, {"bulan_mulai": mulai, "bulan_selesai": selesai})
    tempat = iter(kosong)
    for i in mandat.values():
        if i.jabatan == borang.jabatan and is_due(i.polaritas, i.target(kini)):
            borang.isi(next(tempat), _build_langkah(i, kini))


def _build_langkah(i: Indikator, triwulan: Triwulan) -> dict[str, Any]:
    acak = Random(f"{i.kode} renaksi {triwulan}")
    langkah, keluaran = acak.choice(LANGKAH)
    awal = acak.choice((0, 0, 1))
    apa = i.indikator[:1].lower() + i.indikator[1:]
    return {
        "kode": render_pilihan(i.kode, i.indikator),
        "langkah": langkah.format(apa=apa),
        "bulan_mulai": BULAN[triwulan.bulan[awal] - 1],
        "bulan_selesai": BULAN[triwulan.bulan[2] - 1],
        "keluaran": f"{keluaran} (contoh)",
        "penanggung_jawab": "Ketua tim kerja (contoh)",
    }


def kirim_renaksi(
    formulir: Mapping[str, Path], inbox: Path, mandat: Mapping[str, Indikator], tanggal: dt.date
) -> None:
    """Fills Renaksi forms on that day and drops them in inbox/."""
    for menit, (kode, berkas) in enumerate(formulir.items()):
        borang = Borang(berkas)
        isi_renaksi(borang, mandat)
        pagi = dt.datetime.combine(tanggal, dt.time(0, 30)) + dt.timedelta(minutes=menit)
        (inbox / f"renaksi {kode}.xlsx").write_bytes(borang.simpan(pagi))
