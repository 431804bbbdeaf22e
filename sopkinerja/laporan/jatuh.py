"""Which cell of each row of the quarterly form is still due."""

from __future__ import annotations

from collections.abc import Mapping

from sopkinerja.formulir.kursor import Jatuh, find_kosong, is_kosong
from sopkinerja.laporan.tabel import (
    ANGGARAN,
    CATATAN,
    LAPORAN,
    MENYUSUL,
    PELAKSANAAN,
    TINDAK_LANJUT,
)
from sopkinerja.lembar.isi import NilaiIsi, Rumus
from sopkinerja.lembar.tabel import Tabel


def find_jatuh_laporan(nilai: Mapping[str, NilaiIsi]) -> str | None:
    """Realisasi where it is missing or no number, else the words that a shortfall needs."""
    kurang = nilai["kurang"]
    kode = kurang.nilai if isinstance(kurang, Rumus) else 0
    if kode == 2:
        return find_kosong(nilai, "hambatan", "rekomendasi") or "hambatan"
    return "realisasi" if kode in (1, 3) else None


def find_jatuh_langkah(nilai: Mapping[str, NilaiIsi]) -> str | None:
    """Realisasi of a step that has a target, then its Status."""
    bertarget = not is_kosong(nilai.get("target"))
    return find_kosong(nilai, *(("realisasi",) if bertarget else ()), "keadaan")


def build_jatuh_bebas(tabel: Tabel) -> Jatuh:
    """The beginning of a row that nothing stands in."""
    awal, isian = tabel.isian[0], tabel.isian
    return lambda nilai: awal if all(is_kosong(nilai.get(k)) for k in isian) else None


JATUH: Mapping[str, Jatuh] = {
    LAPORAN.nama: find_jatuh_laporan,
    CATATAN.nama: build_jatuh_bebas(CATATAN),
    ANGGARAN.nama: lambda nilai: find_kosong(nilai, "realisasi_tw"),
    PELAKSANAAN.nama: find_jatuh_langkah,
    TINDAK_LANJUT.nama: lambda nilai: find_kosong(nilai, "keadaan"),
    MENYUSUL.nama: build_jatuh_bebas(MENYUSUL),
}
