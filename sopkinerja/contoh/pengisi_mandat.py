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
from sopkinerja.istilah import JenisKerja
from sopkinerja.konsolidasi import MENJUMLAH
from sopkinerja.mandat.formulir import render_pilihan
from sopkinerja.mandat.kembar import find_kembar
from sopkinerja.opd.mandat import Indikator
from sopkinerja.ruang import Pengaturan
from sopkinerja.tulisan import render_besaran

SALAH: Mapping[str, tuple[str, Any]] = {
    "PLN": ("target_tahun", 999.0),
    "PDN-01": ("tw_1", "1.234"),
    "PSMB-03": ("polaritas", None),
}
"""Who errs at first, and how: the field of the first row, and what stands in it."""
KETIKAN: Mapping[str, Mapping[str, str]] = {
    "PLN-01.02": {"tw_0": "4 dok", "tw_1": "10 dokumen", "target_tahun": "36 Dok."},
    "PLN-01.03": {"tw_0": "-"},
    "PLN-01.04": {"tw_0": "40 %", "tw_1": "min. 50", "tw_2": "≥ 60%"},
    "PSMB-03.02": {"tw_0": "≤ 8", "tw_1": "maks. 8 hari"},
}
"""Who writes more than the number, as offices do."""
TELAT = ("P2IPK-05", "PSMB-06")
"""Who answers only after the last day of February."""

TARGET_REVISI = ("tw_2", "tw_3", "target_tahun")


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


def isi_revisi(
    formulir: Mapping[str, Path], inbox: Path, mandat: Mapping[str, Indikator], tanggal: dt.date
) -> None:
    """Raises the targets of TW III and IV on forms that hold the frozen mandat, and drops them in
    inbox/; all else stays as it is, and so does what a superior or a subordinate promised too."""
    kembar = {
        i.kode for pasangan in find_kembar(mandat.values(), Pengaturan().satuan) for i in pasangan
    }
    for menit, (kode, berkas) in enumerate(formulir.items()):
        borang = Borang(berkas)
        for baris in borang.find_baris("mandat", "sasaran"):
            lama = mandat.get(str(baris["kode"].value))
            if lama is None or lama.kode in kembar:
                continue
            if lama.konsolidasi in MENJUMLAH:
                baru = build_target_baru(lama, 1.2, (2, 3))
                isi = {k: v for k, v in build_ketikan(baru).items() if k in TARGET_REVISI}
                borang.isi(baris, isi)
        _taruh(borang, inbox / f"revisi PK {kode}.xlsx", tanggal, menit)


def kirim_mandat_baru(
    formulir: Mapping[str, Path], inbox: Path, mandat: Mapping[str, Indikator], tanggal: dt.date
) -> None:
    """Sets next year's targets on forms prefilled with this year's texts: what adds up grows by a
    twentieth, the rest stays; dropped in inbox/ two days later."""
    for menit, (kode, berkas) in enumerate(formulir.items()):
        borang = Borang(berkas)
        lama = {i.indikator: i for i in mandat.values() if i.jabatan == kode}
        for baris in borang.find_baris("mandat", "sasaran"):
            indikator = lama.get(str(baris["indikator"].value))
            if indikator is not None:
                baru = build_target_baru(indikator, 1.05, range(4))
                isi = {
                    k: v for k, v in build_ketikan(baru).items() if k.startswith(("tw_", "target"))
                }
                borang.isi(baris, isi)
        hari = tanggal + dt.timedelta(days=2)
        _taruh(borang, inbox / f"mandat {borang.tahun} {kode}.xlsx", hari, menit)


def build_target_baru(indikator: Indikator, kali: float, triwulan: Iterable[int]) -> Indikator:
    """The indicator with its targets of these triwulan (0 to 3) multiplied and whole, and the
    annual sum with them; only what adds up changes."""
    if indikator.konsolidasi not in MENJUMLAH:
        return indikator
    dipilih = set(triwulan)
    i, ii, iii, iv = (
        float(round(t * kali)) if n in dipilih and isinstance(t, float) else t
        for n, t in enumerate(indikator.target_tw)
    )
    jumlah = sum(t for t in (i, ii, iii, iv) if isinstance(t, float))
    return indikator.model_copy(update={"target_tw": (i, ii, iii, iv), "target_tahun": jumlah})


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
        tertulis = KETIKAN.get(indikator.kode, {})
        borang.isi(baris, {**build_ketikan(indikator), **tertulis})
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
        **{k: render_besaran(t) for k, t in target.items()},
        **{k: render_pilihan(v, nama[v]) for k, v in rujukan.items() if v},
        **({"induk": i.teks_induk} if i.induk_lain else {}),
        "realisasi_tahun_lalu": render_besaran(i.realisasi_tahun_lalu),
        "nilai_terburuk": i.nilai_terburuk,
        "data_menyusul": "ya" if i.data_menyusul else None,
        "sumber_data": i.sumber_data,
        "aspek": i.aspek.value if i.aspek else None,
        "jenis": i.jenis.value if i.jenis is not JenisKerja.UTAMA else None,
    }
    return {k: v for k, v in isi.items() if v not in (None, "")}


@cache
def _read_nama() -> dict[str, str]:
    """Every kode that a dropdown may name, to its text."""
    contoh = build_contoh()
    nama = {d.kode: d.uraian for d in contoh.dpa}
    nama |= {r.kode: r.indikator for r in contoh.renstra}
    return nama | {i.kode: i.indikator for i in contoh.mandat}
