"""The latest cause: what was last said of why an indicator is behind, and what is to be done.

Who is behind s.d. TW and wrote nothing this triwulan (it met this triwulan's own target, or isn't
back yet) isn't without a cause: the last one given stands, and says of which triwulan it is.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import NamedTuple

from sopkinerja.istilah import KeadaanTindak, Triwulan
from sopkinerja.laporan.model import BarisTindakLanjut, render_asal_rekomendasi
from sopkinerja.matriks.model import TindakDitanya
from sopkinerja.matriks.tercetak import Setahun
from sopkinerja.matriks.tindak_satu import build_langkah, find_atas, is_selesai, iter_atas


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
    None where nobody was asked or answered. `is_ulang`: the same step was called selesai before.
    `tertunda`: the same step was promised before and isn't done."""

    hambatan: Ucapan | None = None
    rekomendasi: Ucapan | None = None
    tenggat: dt.date | None = None
    keadaan: KeadaanTindak | None = None
    is_ulang: bool = False
    tertunda: BarisTindakLanjut | None = None

    @property
    def is_selesai(self) -> bool:
        """Whether that rekomendasi is done."""
        return self.keadaan is KeadaanTindak.SELESAI


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
                tertunda=_find_tertunda(setahun, kode, ucapan),
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
    return any(
        t <= ucapan.triwulan and is_selesai(x)
        for t, x in _iter_sama(setahun, ucapan)
        if x.tindak.kode == kode
    )


def _find_tertunda(setahun: Setahun, kode: str, ucapan: Ucapan) -> BarisTindakLanjut | None:
    """The same step as an earlier triwulan promised it, the earliest Tenggat first, where the last
    answer doesn't call it done."""
    akhir = {x.tindak.kunci: x for _, x in _iter_sama(setahun, ucapan) if x.tindak.kode == kode}
    belum = [x.tindak for x in akhir.values() if not is_selesai(x)]
    return min(belum, key=lambda b: b.tenggat or dt.date.max, default=None)


def find_tertunda_bawahan(setahun: Setahun, kode: str, ucapan: Ucapan) -> tuple[str, ...]:
    """Kode of the subordinates who were asked after the same step for the same indicator, and didn't
    call it done."""
    atas = find_atas(setahun.bahan)
    akhir = {
        (x.jabatan, x.tindak.kunci): x
        for _, x in _iter_sama(setahun, ucapan, lain=False)
        if x.tindak.kode != kode and kode in iter_atas(x.tindak.kode, atas)
    }
    return tuple(dict.fromkeys(x.jabatan for x in akhir.values() if not is_selesai(x)))


def _iter_sama(
    setahun: Setahun, ucapan: Ucapan, *, lain: bool = True
) -> Iterator[tuple[Triwulan, TindakDitanya]]:
    """What each triwulan's forms asked after in the same words, the first triwulan first; `lain`:
    not what this rekomendasi itself led to."""
    asal, langkah = (
        render_asal_rekomendasi(f"TW {ucapan.triwulan.romawi}"),
        build_langkah(ucapan.teks),
    )
    for t, matriks in sorted(setahun.per_triwulan.items()):
        for x in matriks.bahan.tindak_lanjut:
            if build_langkah(x.tindak.uraian) == langkah and not (lain and x.tindak.asal == asal):
                yield t, x
