"""The latest cause: what was last said of why an indicator is behind, and what is to be done.

Who is behind s.d. TW and wrote nothing this triwulan (it met this triwulan's own target, or isn't
back yet) isn't without a cause: the last one given stands, and says of which triwulan it is.
"""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

from sopkinerja.istilah import KeadaanTindak, Triwulan
from sopkinerja.laporan.model import render_asal_rekomendasi
from sopkinerja.matriks.tercetak import Setahun
from sopkinerja.matriks.tindak_satu import build_langkah, is_selesai


class Ucapan(NamedTuple):
    """A text as the officer wrote it, and the triwulan in which."""

    teks: str
    triwulan: Triwulan

    def render(self, kini: Triwulan) -> str:
        """The text; of an earlier triwulan with `(TW II)` behind it."""
        return self.teks if self.triwulan is kini else f"{self.teks} (TW {self.triwulan.romawi})"


class SebabTerakhir(NamedTuple):
    """The last hambatan and the last rekomendasi of an indicator, each None where none was ever
    given this year; `tenggat` is of that rekomendasi, and `keadaan` what was last said of it since,
    None where nobody was asked or answered. `is_ulang`: the same step was called selesai before."""

    hambatan: Ucapan | None = None
    rekomendasi: Ucapan | None = None
    tenggat: dt.date | None = None
    keadaan: KeadaanTindak | None = None
    is_ulang: bool = False


def find_sebab(setahun: Setahun, kode: str) -> SebabTerakhir:
    """Of one indicator, up to the triwulan of the matrix, the newest first."""
    hasil = SebabTerakhir()
    for t, matriks in sorted(setahun.per_triwulan.items(), reverse=True):
        baris = matriks.per_kode.get(kode)
        if baris is None:
            continue
        if hasil.hambatan is None and baris.isian.has_hambatan:
            hasil = hasil._replace(hambatan=Ucapan(baris.isian.hambatan, t))
        if hasil.rekomendasi is None and baris.isian.has_rekomendasi:
            ucapan = Ucapan(baris.isian.rekomendasi, t)
            keadaan = _find_keadaan(setahun, kode, t)
            hasil = hasil._replace(
                rekomendasi=ucapan,
                tenggat=baris.tenggat,
                keadaan=keadaan,
                is_ulang=_is_ulang(setahun, kode, ucapan),
            )
    return hasil


def _find_keadaan(setahun: Setahun, kode: str, triwulan: Triwulan) -> KeadaanTindak | None:
    """The last answer of the forms that asked after the rekomendasi of that triwulan."""
    asal = render_asal_rekomendasi(f"TW {triwulan.romawi}")
    for _, matriks in sorted(setahun.per_triwulan.items(), reverse=True):
        for x in matriks.bahan.tindak_lanjut:
            if (x.tindak.kode, x.tindak.asal) == (kode, asal) and x.jawaban:
                return x.jawaban.keadaan
    return None


def _is_ulang(setahun: Setahun, kode: str, ucapan: Ucapan) -> bool:
    """Whether a rekomendasi proposes again what an earlier triwulan proposed and is done."""
    asal = render_asal_rekomendasi(f"TW {ucapan.triwulan.romawi}")
    return any(
        x.tindak.kode == kode
        and x.tindak.asal != asal
        and is_selesai(x)
        and build_langkah(x.tindak.uraian) == build_langkah(ucapan.teks)
        for t, matriks in setahun.per_triwulan.items()
        if t <= ucapan.triwulan
        for x in matriks.bahan.tindak_lanjut
    )
