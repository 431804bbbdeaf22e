"""What has changed since a FINAL of an earlier triwulan, said beside what that printed."""

from __future__ import annotations

from sopkinerja.cetak.tabel import Isi
from sopkinerja.istilah import Level, StatusHasil
from sopkinerja.matriks.baris import BarisMatriks
from sopkinerja.matriks.beda import compare_skor
from sopkinerja.matriks.kolom import REALISASI_TW, Kolom
from sopkinerja.matriks.matriks import Matriks
from sopkinerja.matriks.tercetak import Setahun
from sopkinerja.matriks.ukuran import render_ukuran
from sopkinerja.tulisan import render_angka

MENYUSUL = "menyusul"


def render_kini(setahun: Setahun, lalu: Matriks) -> str:
    """`; kini 92,85: angka KADIS.01 berubah`: where the Kepala Dinas' score that was printed is another
    one now, and what made it so."""
    kini, kepala = setahun.kini.get(lalu.bahan.triwulan), lalu.skor_level(Level.KEPALA_DINAS).nilai
    if kini is None or not lalu.bahan.is_final:
        return ""
    beda = (b for b in compare_skor(lalu, kini) if b.kode == Level.KEPALA_DINAS and b.persen)
    satu = next(beda, None)
    if satu is None or kepala is None or not isinstance(satu.sekarang, float):
        return ""
    return f"; kini {render_angka(satu.sekarang, 2)}: {satu.karena.partition(' (')[0]}"


def read_sel_kini(kolom: Kolom, milik: BarisMatriks | None, kini: BarisMatriks | None) -> Isi:
    """As printed FINAL; of a Realisasi that came later `menyusul, kini 5,1`, or `belum lapor, kini 8`."""
    if milik is None:
        return None
    if kolom.kunci == REALISASI_TW.kunci and milik.tw.realisasi is None and kini is not None:
        angka = render_ukuran(kini.tw.realisasi, kini.indikator)
        return f"{_sebut_status(milik)}, kini {angka}" if angka else kolom.read(milik)
    return kolom.read(milik)


def _sebut_status(b: BarisMatriks) -> str:
    """Why there was no figure: `menyusul`, `belum lapor`."""
    return MENYUSUL if b.tw.status is StatusHasil.DATA_MENYUSUL else str(b.tw.status or "")
