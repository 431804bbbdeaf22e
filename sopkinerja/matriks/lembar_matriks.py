"""The sheet `Matriks`: one row for each indicator of each jabatan, opening on the results."""

from __future__ import annotations

from collections.abc import Sequence

from sopkinerja.cetak.lipat import fold_kolom
from sopkinerja.cetak.tulis import Buku, Lembar
from sopkinerja.matriks import kolom as k
from sopkinerja.matriks.baris import BarisMatriks
from sopkinerja.matriks.kepala import finish_tabel, write_kepala_saring
from sopkinerja.matriks.matriks import Matriks
from sopkinerja.matriks.tabel import ANGKA, PERSEN, TENGAH, fit_angka, write_tabel_matriks

NAMA = "Matriks"
_SIAPA, _APA, _TW = "Jabatan", "Indikator", "Triwulan ini"
_SD, _TAHUN, _UJUNG = "Sampai dengan triwulan ini", "Setahun", "Penjelasan dan bukti"

KOLOM = (
    k.KODE_JABATAN.apply(9.5, pita=_SIAPA),
    k.LEVEL.apply(11.5, pita=_SIAPA),
    k.UNIT.apply(28, pita=_SIAPA),
    k.JABATAN.apply(24, pita=_SIAPA).with_isi(lambda b: b.sebagai),
    k.PEMANGKU.apply(20, pita=_SIAPA),
    k.KODE.apply(10, pita=_APA),
    k.SASARAN.apply(27, pita=_APA),
    k.INDIKATOR.apply(27, pita=_APA),
    k.SATUAN.apply(8.5, TENGAH, pita=_APA),
    k.POLARITAS.apply(7.5, TENGAH, pita=_APA),
    k.KONSOLIDASI.apply(9, TENGAH, pita=_APA),
    k.BOBOT.apply(6, ANGKA, pita=_APA),
    k.TARGET_TW.apply(8, ANGKA, pita=_TW),
    k.REALISASI_TW.apply(8.5, ANGKA, pita=_TW),
    k.CAPAIAN_TW.apply(8.5, PERSEN, pita=_TW),
    k.STATUS_TW.apply(10.5, TENGAH, pita=_TW),
    k.TARGET_SD.apply(8, ANGKA, pita=_SD),
    k.REALISASI_SD.apply(8.5, ANGKA, pita=_SD),
    k.CAPAIAN_SD.apply(8.5, PERSEN, pita=_SD),
    k.STATUS.apply(10.5, TENGAH, pita=_SD),
    k.KETERANGAN.apply(13, pita=_SD),
    k.PREDIKAT.apply(11, TENGAH, pita=_SD),
    k.TARGET_TAHUN.apply(8.5, ANGKA, pita=_TAHUN),
    k.CAPAIAN_TAHUN.apply(8.5, PERSEN, pita=_TAHUN),
    k.HAMBATAN.apply(36, pita=_UJUNG),
    k.REKOMENDASI.apply(36, pita=_UJUNG),
    k.BUKTI_DUKUNG.apply(26, pita=_UJUNG),
    k.SUMBER.apply(64, pita=_UJUNG),
    k.TENGGAT.apply(12, TENGAH, pita=_UJUNG),
    k.PENJELASAN.apply(36, pita=_UJUNG),
)
"""Scripts rely on these headings and on their order."""
BATAS = (*k.BATAS_TW, *k.BATAS_SD, *k.BATAS_TAHUN, k.TERBURUK)
"""The helpers of its formulas."""
LIPATAN = (
    (k.LEVEL, k.SASARAN),
    (k.POLARITAS, k.BOBOT),
    (k.STATUS_TW, k.STATUS_TW),
    (k.BUKTI_DUKUNG, k.SUMBER),
)
"""First and last column of what opens folded: who is told by the kode jabatan, the indicator stands
beside it, then come the figures."""
JUDUL = [kolom.judul for kolom in KOLOM]
BEKU = JUDUL.index(k.INDIKATOR.judul) + 1
"""So many columns stay in view."""


def write_lembar_matriks(
    buku: Buku, matriks: Matriks, judul: str, isi: Sequence[BarisMatriks]
) -> Lembar:
    """These rows of the matrix (all of them, where a sheet holds them), to be filtered, sorted and
    read on the screen; the workbook opens on the first such sheet."""
    lembar, bahan = buku.build_lembar(NAMA, "#1F4E79", dicetak=False), matriks.bahan
    lembar.apply_lebar(*fit_angka(KOLOM, matriks.baris))
    baris = write_kepala_saring(lembar, bahan, judul)
    tempat = write_tabel_matriks(lembar, bahan, KOLOM, BATAS, isi, baris=baris)
    for awal, akhir in LIPATAN:
        fold_kolom(lembar, JUDUL.index(awal.judul), JUDUL.index(akhir.judul))
    finish_tabel(lembar, tempat, BEKU, pita=True)
    if lembar.nama == NAMA:
        lembar.ws.activate()
    return lembar
