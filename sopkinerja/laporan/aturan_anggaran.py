"""When a quarterly form is wrong: the rules on the sheet Anggaran."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from sopkinerja.baca.takaran import Takaran
from sopkinerja.formulir.aturan import check_angka
from sopkinerja.katalog import Kode, Tingkat
from sopkinerja.laporan.konteks import KonteksAnggaran
from sopkinerja.laporan.nihil import is_kosong
from sopkinerja.temuan import Temuan
from sopkinerja.tulisan import render_angka, render_rupiah

SERIBU = 1000


def check_realisasi_anggaran(k: KonteksAnggaran) -> Iterator[Temuan]:
    """Spending of the triwulan is stated, 0 included."""
    butir = f"Realisasi anggaran {k.baris.kode}"
    yield from check_angka(butir, "realisasi_tw", k.realisasi, k.tempat, Takaran("rupiah"))
    if k.realisasi is None:
        yield Temuan(Kode.ANGGARAN_003, k.tempat.letak("realisasi_tw"), kode=k.baris.kode)


def check_rupiah_bulat(k: KonteksAnggaran) -> Iterator[Temuan]:
    """Rupiah come in whole numbers."""
    if isinstance(k.realisasi, float) and not k.realisasi.is_integer():
        butir, nilai = f"Realisasi anggaran {k.baris.kode}", render_angka(k.realisasi)
        letak = k.tempat.letak("realisasi_tw")
        yield Temuan(
            Kode.ANGKA_007,
            letak,
            butir=butir,
            nilai=nilai,
            satuan="rupiah",
            jelas=k.jelas,
            kolom="Keterangan",
        )


def check_pagu(k: KonteksAnggaran) -> Iterator[Temuan]:
    """Spending to date stays within the pagu."""
    if not isinstance(k.realisasi, float):
        return
    sd = (k.baris.realisasi_sd_lalu or 0.0) + k.realisasi
    if sd > k.baris.pagu:
        yield Temuan(
            Kode.ANGGARAN_001,
            k.tempat.letak("realisasi_tw"),
            kode=k.baris.kode,
            nilai=render_rupiah(sd),
            pagu=render_rupiah(k.baris.pagu),
        )


def check_anggaran_negatif(k: KonteksAnggaran) -> Iterator[Temuan]:
    """Spending isn't negative; money paid back may be, and below 0 to date it is explained."""
    if not isinstance(k.realisasi, float) or k.realisasi >= 0:
        return
    sd = (k.baris.realisasi_sd_lalu or 0.0) + k.realisasi
    yield Temuan(
        Kode.ANGGARAN_004,
        k.tempat.letak("realisasi_tw"),
        tingkat=Tingkat.GALAT if sd < 0 and is_kosong(k.isian.keterangan) else None,
        kode=k.baris.kode,
        nilai=render_rupiah(k.realisasi),
        sd=render_rupiah(sd),
    )


def check_skala_anggaran(k: KonteksAnggaran) -> Iterator[Temuan]:
    """Rupiah are written in full: a thousandth, or a thousandfold, of what was spent so far (or of
    a quarter's share of the pagu) is asked about, and so are a few hundred rupiah: what 330.000
    becomes where the dot is a decimal sign."""
    if not isinstance(k.realisasi, float) or k.realisasi <= 0:
        return
    acuan = [a for a in (k.baris.realisasi_sd_lalu, k.baris.pagu / 4) if a and a > 0]
    if any(_is_sebanding(k.realisasi, a) for a in acuan):
        return
    bacaan = (k.realisasi * kali for kali in (1000, 1_000_000, 1 / 1000))
    cocok = next((b for b in bacaan if any(_is_sebanding(b, a) for a in acuan)), None)
    if cocok is None and k.realisasi < SERIBU <= k.baris.pagu / SERIBU:
        cocok = k.realisasi * SERIBU
    if cocok is not None:
        yield Temuan(
            Kode.ANGGARAN_005,
            k.tempat.letak("realisasi_tw"),
            kode=k.baris.kode,
            nilai=_render_utuh(k.realisasi),
            bacaan=_render_utuh(cocok),
            pagu=render_rupiah(k.baris.pagu),
        )


def _is_sebanding(nilai: float, acuan: float) -> bool:
    return acuan / 3 <= nilai <= acuan * 3


def _render_utuh(nilai: float) -> str:
    """Rupiah with the fraction that was typed."""
    bulat = round(nilai, 2)
    return render_rupiah(bulat) if bulat.is_integer() else f"Rp {render_angka(bulat)}"


def check_anggaran_berhasil(k: KonteksAnggaran) -> Iterator[Temuan]:
    """Money spent without any result is remarked on."""
    if isinstance(k.realisasi, float) and k.realisasi > 0 and k.tanpa_hasil:
        yield Temuan(
            Kode.ANGGARAN_002,
            k.tempat.letak("realisasi_tw"),
            kode=k.baris.kode,
            nilai=render_rupiah(k.realisasi),
            indikator=", ".join(k.tanpa_hasil),
        )


ATURAN_ANGGARAN: tuple[Callable[[KonteksAnggaran], Iterator[Temuan]], ...] = (
    check_realisasi_anggaran,
    check_rupiah_bulat,
    check_pagu,
    check_anggaran_negatif,
    check_skala_anggaran,
    check_anggaran_berhasil,
)
