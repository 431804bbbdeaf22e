"""Sample officers who fill Renaksi forms: two steps for each indicator with a target, their months,
output, person in charge and budget."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from sopkinerja.contoh.borang import Baris, Borang
from sopkinerja.contoh.jujur import read_mandat
from sopkinerja.istilah import BULAN
from sopkinerja.konsolidasi import MENJUMLAH

POLA = (
    ("Menyiapkan bahan dan jadwal: {indikator}", "Jadwal dan bahan kerja", 0, 0),
    ("Melaksanakan dan mendampingi: {indikator}", "Laporan pelaksanaan", 1, 2),
)
"""Sentence, output, first and last month (0 to 2) of an indicator's steps."""
PENANGGUNG_JAWAB = (
    "Ketua Tim Kerja (contoh)",
    "Analis Perdagangan (contoh)",
    "Pengelola Data (contoh)",
)
BAGIAN_PAGU = 0.2
"""How much of the pagu one triwulan's steps cost."""


def build_kiriman_renaksi(formulir: Mapping[str, Path], inbox: Path, waktu: dt.datetime) -> None:
    """Every officer fills their form and sends it back under a name of their own."""
    for kode, path in formulir.items():
        (inbox / f"renaksi {kode} FIX.xlsx").write_bytes(fill_renaksi(path, waktu))


def fill_renaksi(path: Path, waktu: dt.datetime) -> bytes:
    """The form as its officer saves it at that moment (UTC): carried-over rows get their months,
    every indicator with a target gets its steps."""
    borang = Borang(path)
    kosong: list[Baris] = []
    for baris in borang.find_baris("renaksi", "langkah"):
        if baris["langkah"].value:
            _isi(borang, baris, _build_bulan(borang, 0, 2))
        else:
            kosong.append(baris)
    langkah = _build_langkah(borang)
    for baris, isi in zip(kosong, langkah, strict=False):
        _isi(borang, baris, isi)
    return borang.simpan(waktu)


def _build_langkah(borang: Borang) -> list[dict[str, Any]]:
    indikator = [
        b for b in borang.find_baris("indikator", "kode") if b["target_tw"].value is not None
    ]
    biaya = _build_biaya(borang, len(indikator) * len(POLA))
    hasil: list[dict[str, Any]] = []
    for ke, i in enumerate(indikator):
        kode, nama = i["kode"].value, str(i["indikator"].value)
        for kalimat, keluaran, mulai, selesai in POLA:
            isi = _build_bulan(borang, mulai, selesai) | {
                "kode": f"{kode} — {nama}",
                "langkah": kalimat.format(indikator=_kecilkan(nama)),
                "keluaran": keluaran,
                "penanggung_jawab": PENANGGUNG_JAWAB[ke % len(PENANGGUNG_JAWAB)],
                "anggaran": biaya,
            }
            hasil.append(isi | _build_target(i, mulai))
    return hasil


def _kecilkan(nama: str) -> str:
    """As it stands inside a sentence: `nilai ekspor`; an acronym stays one: `IKM yang …`."""
    return nama if nama[1:2].isupper() else nama[0].lower() + nama[1:]


def _build_target(indikator: Baris, mulai: int) -> dict[str, Any]:
    """Preparing comes to one document; carrying out, where results add up, to the indicator's own
    target, half of it in the middle month."""
    if mulai == 0:
        return {"satuan": "dokumen", "target_1": 1.0}
    mandat, target = read_mandat().get(str(indikator["kode"].value)), indikator["target_tw"].value
    if mandat is None or mandat.konsolidasi not in MENJUMLAH:
        return {}
    if not isinstance(target, int | float) or not target:
        return {}
    tengah = float(target // 2)
    return {"satuan": mandat.satuan, "target_2": tengah, "target_3": target - tengah}


def _build_biaya(borang: Borang, banyak: int) -> float | None:
    pagu = sum(float(str(b["pagu"].value)) for b in borang.find_baris("pagu", "kode"))
    if not pagu or not banyak:
        return None
    return round(pagu * BAGIAN_PAGU / banyak, -5)


def _build_bulan(borang: Borang, mulai: int, selesai: int) -> dict[str, Any]:
    bulan = [BULAN[b - 1] for b in borang.triwulan.bulan]
    return {"bulan_mulai": bulan[mulai], "bulan_selesai": bulan[selesai]}


def _isi(borang: Borang, baris: Baris, isi: Mapping[str, Any]) -> None:
    for kunci, nilai in isi.items():
        if nilai is not None:
            borang.ketik(baris[kunci], nilai)
