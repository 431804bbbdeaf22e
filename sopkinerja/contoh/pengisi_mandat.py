"""The officers of the sample OPD at the year's beginning: they fill their mandat forms as the
waves come down the cascade, err, mend, and two of them are late."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from sopkinerja.contoh.borang import Baris, Borang
from sopkinerja.contoh.opd import build_contoh
from sopkinerja.contoh.pengisi import read_perbaikan
from sopkinerja.mandat.formulir import render_pilihan
from sopkinerja.mandat.model import Indikator
from sopkinerja.tulisan import render_target

SALAH: Mapping[str, tuple[str, Any]] = {
    "PLN": ("target_tahun", 999.0),
    "PDN-01": ("tw_1", "1.234"),
    "PSMB-03": ("satuan", None),
}
"""Who errs at first, and how: the field of the first row, and what stands in it."""
TELAT = ("P2IPK-05", "PSMB-06")
"""Who answers only after the last day of February."""


def build_kiriman_mandat(
    formulir: Mapping[str, Path], inbox: Path, tanggal: dt.date, salah: Iterable[str] = SALAH
) -> None:
    """Fills these forms on that day and drops them in inbox/; those in `salah` err."""
    for menit, (kode, berkas) in enumerate(formulir.items()):
        borang = Borang(berkas)
        baris = isi_mandat(borang)
        if kode in salah:
            kolom, nilai = SALAH[kode]
            borang.ketik(baris[0][kolom], nilai)
        _taruh(borang, inbox / f"mandat {kode}.xlsx", tanggal, menit)


def build_perbaikan_mandat(formulir: Mapping[str, Path], inbox: Path, tanggal: dt.date) -> None:
    """Mends correction forms where they say so, and drops them in inbox/."""
    for menit, (kode, berkas) in enumerate(formulir.items()):
        borang = Borang(berkas)
        tempat = {baris for _, baris in read_perbaikan(borang)}
        isi_mandat(borang, tempat)
        _taruh(borang, inbox / f"mandat {kode} sudah diperbaiki.xlsx", tanggal, menit)


def _taruh(borang: Borang, tujuan: Path, tanggal: dt.date, menit: int) -> None:
    pagi = dt.datetime.combine(tanggal, dt.time(0, 30)) + dt.timedelta(minutes=menit)
    tujuan.write_bytes(borang.simpan(pagi))


def isi_mandat(borang: Borang, hanya: Iterable[int] = ()) -> list[Baris]:
    """Types the sample's indicators of that jabatan from the first row on (or those of these rows
    of the sheet); returns the rows typed."""
    milik = [i for i in build_contoh().mandat if i.jabatan == borang.jabatan]
    hanya = set(hanya)
    hasil = []
    for baris, indikator in zip(borang.find_baris("mandat", "sasaran"), milik, strict=False):
        if hanya and baris["sasaran"].row not in hanya:
            continue
        borang.isi(baris, build_ketikan(indikator))
        hasil.append(baris)
    return hasil


def build_ketikan(i: Indikator) -> dict[str, Any]:
    """The cells of one indicator as typed: choices from the lists, bands as text, the rest plain."""
    nama = _read_nama()
    target = {f"tw_{n}": t for n, t in enumerate(i.target_tw)} | {"target_tahun": i.target_tahun}
    rujukan = {k: getattr(i, k) for k in ("induk", "renstra", "sub_kegiatan")}
    isi = {
        **{k: getattr(i, k) for k in ("sasaran", "indikator", "satuan", "bobot", "definisi")},
        "polaritas": i.polaritas.value,
        "konsolidasi": i.konsolidasi.value,
        **{k: t if isinstance(t, float) else render_target(t) for k, t in target.items()},
        **{k: render_pilihan(v, nama[v]) for k, v in rujukan.items() if v},
        "realisasi_tahun_lalu": i.realisasi_tahun_lalu,
        "nilai_terburuk": i.nilai_terburuk,
        "data_menyusul": "ya" if i.data_menyusul else None,
        "sumber_data": i.sumber_data,
    }
    return {k: v for k, v in isi.items() if v not in (None, "")}


@cache
def _read_nama() -> dict[str, str]:
    """Every kode that a dropdown may name, to its text."""
    contoh = build_contoh()
    nama = {d.kode: d.uraian for d in contoh.dpa}
    nama |= {r.kode: r.indikator for r in contoh.renstra}
    return nama | {i.kode: i.indikator for i in contoh.mandat}
