"""The columns of Antar Triwulan: of the triwulan that have begun, on one grid."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sopkinerja.cetak.tabel import KolomCetak
from sopkinerja.istilah import Triwulan
from sopkinerja.matriks import kolom as k
from sopkinerja.matriks.kolom import Kolom

KANAN, PERSEN, PERSEN_TEBAL = ("kanan",), ("persen",), ("persen", "tebal")
ANGKA = (
    k.TARGET_TW.apply(11, KANAN),
    k.REALISASI_TW.apply(11, KANAN),
    k.CAPAIAN_SD.apply(9, PERSEN_TEBAL),
)
"""What is told of each triwulan, from its own matrix."""
LEBAR_NAMA = (33, 33, 23, 23)
"""What room there is for a name beside the figures of so many triwulan."""
AWAL = (k.KODE.apply(10), k.INDIKATOR.apply(LEBAR_NAMA[-1]).with_isi(lambda b: b.sebutan))
TAHUN_INI = (
    k.TARGET_TAHUN.apply(11, KANAN),
    k.REALISASI_SD.apply(11, KANAN),
    k.CAPAIAN_TAHUN.apply(9, PERSEN_TEBAL),
)
PERUBAHAN = KolomCetak("Perubahan (poin)", 9.5, PERSEN)
SAMPING = (k.CAPAIAN_TW.apply(10, PERSEN),)
"""Of each triwulan, beside the printed columns."""
AKHIR = (k.BANDING.apply(24), k.CATATAN.apply(24))


def build_kolom_indikator(
    sampai: Triwulan,
) -> tuple[tuple[KolomCetak, ...], tuple[KolomCetak, ...]]:
    """The columns of the table of indicators, of the triwulan that have begun: those on paper, and
    those beside them."""
    kode, nama = AWAL
    awal = (kode, nama.apply(LEBAR_NAMA[sampai - 1]))
    tercetak = (*awal, *_build_kolom(ANGKA, sampai), PERUBAHAN)
    samping = (*_build_kolom(SAMPING, sampai), *AKHIR)
    if sampai is Triwulan.IV:  # no room on the page; the sheet IKU has it
        return tercetak, (*TAHUN_INI, *samping)
    return (*tercetak, *TAHUN_INI), samping


def _build_kolom(kolom: Sequence[Kolom], sampai: Triwulan) -> Iterator[Kolom]:
    for t in sampai.sampai_dengan():
        yield from (x.apply(x.lebar, judul=x.judul.replace("TW", f"TW {t.romawi}")) for x in kolom)


KOLOM_JALAN = (
    KolomCetak("Triwulan", 10, ("tebal",)),
    KolomCetak("Keadaan", 23),
    KolomCetak("Jabatan Lapor", 11, ("tengah",)),
    KolomCetak("PK Versi", 11, ("bulat", "tengah")),
    KolomCetak("Capaian Kepala Dinas s.d. TW (%)", 9, ("persen", "tebal")),
    KolomCetak("Predikat", 11, ("tengah",)),
    KolomCetak("Indikator Dinilai s.d. TW", 11, ("tengah",)),
    KolomCetak("Di Bawah Target s.d. TW", 9, ("bulat", "tengah")),
    KolomCetak("Serapan s.d. TW (%)", 9.5, ("persen",)),
)
TAHUN = KolomCetak("Skor Tahun (%)", 9, ("persen", "tebal"))
"""At the year's end, right of TW IV: by the annual target."""


def build_kolom_skor(sampai: Triwulan, setahun: bool) -> tuple[KolomCetak, ...]:
    skor = (f"Skor s.d. TW {t.romawi} (%)" for t in sampai.sampai_dengan())
    return (
        KolomCetak("Kelompok", 10),
        KolomCetak("Level / Unit", 17, bentang=2),
        KolomCetak("Jabatan dengan Skor", 11, ("tengah",)),
        *(KolomCetak(judul, 9, ("persen",)) for judul in skor),
        *((TAHUN,) if setahun else ()),
        KolomCetak("Perubahan (poin)", 9, ("persen", "tebal")),
    )


KOLOM_BEDA = (
    KolomCetak("Triwulan", 10),
    KolomCetak("Angka yang sekarang berbeda", 23),
    KolomCetak("Cetakan", 11),
    KolomCetak("Dicetak", 11),
    KolomCetak("Sekarang", 9),
    KolomCetak("Karena", 11, bentang=6),
)
"""Of the figures printed FINAL that differ now, on the columns of the tables above."""
