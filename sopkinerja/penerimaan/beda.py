"""Where two returns of one form differ: which row and column, what the one says and the other."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from enum import Enum

from pydantic import TypeAdapter

from sopkinerja.laporan.model import HasilPeriksa, Laporan
from sopkinerja.laporan.tabel import (
    ANGGARAN,
    CATATAN,
    LAPORAN,
    MENYUSUL,
    PELAKSANAAN,
    TINDAK_LANJUT,
)
from sopkinerja.lembar.tabel import Tabel
from sopkinerja.mandat.model_formulir import HasilMandat
from sopkinerja.matriks.model import RapatMonev
from sopkinerja.renaksi.model import HasilRenaksi
from sopkinerja.tulisan import render_angka, render_tanggal

RAPAT = TypeAdapter(RapatMonev)
PANJANG = 80
"""Longer texts are cut."""
Isi = Mapping[str, Mapping[str, object]]
"""What a return says: row to column to value."""


def build_beda_laporan(ini: str, itu: str) -> list[str]:
    """`PLN-01.02 Realisasi: 8 / 11,5`, for every field of every row that differs, figures first."""
    satu, dua = (HasilPeriksa.model_validate_json(h).laporan for h in (ini, itu))
    beda = _urutkan(_build_isi_laporan(satu), _build_isi_laporan(dua))
    if satu.catatan != dua.catatan:
        jumlah = f"{len(satu.catatan)} / {len(dua.catatan)} baris"
        beda.append(f"lembar {CATATAN.lembar}: {jumlah}")
    return beda


def _build_isi_laporan(laporan: Laporan) -> dict[str, dict[str, object]]:
    hasil = {}
    for tata, kunci, isi in _iter_baris(laporan):
        judul = tata.judul
        nama = kunci if tata is LAPORAN else f"{tata.lembar} {kunci}"
        hasil[nama] = {judul[k]: isi[k] for k in tata.isian if k in isi}
    return hasil


def _iter_baris(laporan: Laporan) -> Iterator[tuple[Tabel, str, dict[str, object]]]:
    """(table, row key, fields) of all that is compared field by field."""
    for isian in laporan.isian:
        yield LAPORAN, isian.kode, dict(isian)
    for uang in laporan.anggaran:
        yield ANGGARAN, uang.kode, dict(uang)
    for m in laporan.menyusul:
        isi = {k: v for k, v in dict(m).items() if k not in ("kode", "triwulan")}
        yield MENYUSUL, f"{m.kode} TW {m.triwulan.romawi}", isi
    for langkah in laporan.renaksi:
        yield PELAKSANAAN, langkah.kunci, dict(langkah)
    for tindak in laporan.tindak_lanjut:
        yield TINDAK_LANJUT, tindak.kunci, dict(tindak)


def build_beda_mandat(ini: str, itu: str) -> list[str]:
    """`PLN-01.02 target tahun: 8 / 11`, for every field of every indicator that differs."""
    satu, dua = (
        {i.kode: _sebut(i.model_dump()) for i in HasilMandat.model_validate_json(h).indikator}
        for h in (ini, itu)
    )
    return list(_iter_ada(satu, dua)) + _urutkan(satu, dua, keduanya=True)


def build_beda_renaksi(ini: str, itu: str) -> list[str]:
    """`TW1.L02 bulan selesai: 5 / 6`, for every field of every step that differs."""
    satu, dua = (
        {s.kunci: _sebut(s.model_dump()) for s in HasilRenaksi.model_validate_json(h).langkah}
        for h in (ini, itu)
    )
    return list(_iter_ada(satu, dua)) + _urutkan(satu, dua, keduanya=True)


def build_beda_rapat(ini: str, itu: str) -> list[str]:
    """`Rapat Monev kesimpulan: … / …`, for every field that differs."""
    satu, dua = (
        {"Rapat Monev": _sebut(RAPAT.dump_python(RAPAT.validate_json(h)))} for h in (ini, itu)
    )
    return _urutkan(satu, dua)


def _sebut(isi: Mapping[str, object]) -> dict[str, object]:
    return {kolom.replace("_", " "): nilai for kolom, nilai in isi.items()}


def _iter_ada(satu: Isi, dua: Isi) -> Iterator[str]:
    """Rows that only one of them has."""
    for kunci in dict.fromkeys((*satu, *dua)):
        if kunci not in satu or kunci not in dua:
            yield f"{kunci}: {' / '.join('ada' if kunci in s else 'tidak ada' for s in (satu, dua))}"


def _urutkan(satu: Isi, dua: Isi, *, keduanya: bool = False) -> list[str]:
    """What differs, cell by cell, figures before texts; with `keduanya` of rows that both have."""
    angka: list[str] = []
    lain: list[str] = []
    for kunci in dict.fromkeys((*satu, *dua)):
        if keduanya and (kunci not in satu or kunci not in dua):
            continue
        kiri, kanan = satu.get(kunci, {}), dua.get(kunci, {})
        for kolom in dict.fromkeys((*kiri, *kanan)):
            a, b = kiri.get(kolom), kanan.get(kolom)
            if a != b and not (_is_kosong(a) and _is_kosong(b)):
                tempat = angka if _is_angka(a) or _is_angka(b) else lain
                tempat.append(f"{kunci} {kolom}: {_teks(a)} / {_teks(b)}")
    return [*angka, *lain]


def _is_angka(nilai: object) -> bool:
    return isinstance(nilai, int | float) and not isinstance(nilai, bool)


def _is_kosong(nilai: object) -> bool:
    return nilai is None or nilai is False or nilai in ("", ())


def _teks(nilai: object) -> str:
    if nilai in (None, ""):
        return "kosong"
    if isinstance(nilai, bool):
        return "ya" if nilai else "tidak"
    if isinstance(nilai, Enum):
        return str(nilai.value)
    if isinstance(nilai, dt.date):
        return render_tanggal(nilai)
    if isinstance(nilai, int | float):
        return render_angka(nilai)
    if isinstance(nilai, tuple):
        return "; ".join(_teks(n) for n in nilai)
    if isinstance(nilai, dict):
        return " s.d. ".join(_teks(n) for n in nilai.values())
    teks = " ".join(str(nilai).split())
    return teks if len(teks) <= PANJANG else f"{teks[: PANJANG - 1]}…"
