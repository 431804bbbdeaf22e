"""When a quarterly form is wrong: the rules on the sheet Catatan."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator

from sopkinerja.baca.tanggal import BukanTanggal, find_urutan, swap_hari
from sopkinerja.formulir.aturan import check_angka
from sopkinerja.katalog import Kode, Tingkat
from sopkinerja.laporan.konteks import KonteksCatatan, build_contoh_kode, build_dekat
from sopkinerja.temuan import Temuan
from sopkinerja.tulisan import render_angka, render_tanggal

PANJANG_URAIAN = 60


def check_tanggal_catatan(k: KonteksCatatan) -> Iterator[Temuan]:
    """An entry is dated within the triwulan, and not in the future."""
    letak, kode = k.tempat.letak("tanggal"), k.isian.kode or "tanpa kode"
    if k.tanggal is None:
        yield Temuan(Kode.CATATAN_004, letak, kode=kode, uraian=_pendek(k.isian.uraian))
        return
    if isinstance(k.tanggal, BukanTanggal):
        yield Temuan(Kode.CATATAN_001, letak, kode=kode, isi=k.tanggal.teks)
        return
    hari, tw, tahun = render_tanggal(k.tanggal), k.formulir.triwulan, k.formulir.tahun
    if not tw.awal(tahun) <= k.tanggal <= tw.akhir(tahun):
        yield Temuan(
            Kode.CATATAN_002,
            letak,
            kode=kode,
            tanggal=hari,
            triwulan=tw.romawi,
            tahun=tahun,
            dugaan=f" Maksudnya {render_tanggal(lain)}?" if (lain := _find_tertukar(k)) else "",
        )
    elif k.tanggal > k.kini:
        yield Temuan(Kode.CATATAN_003, letak, kode=kode, tanggal=hari, kini=render_tanggal(k.kini))


def _find_tertukar(k: KonteksCatatan) -> dt.date | None:
    """The date with day and month the other way round, where it lies in the triwulan."""
    lain = swap_hari(k.tanggal) if isinstance(k.tanggal, dt.date) else None
    tw, tahun = k.formulir.triwulan, k.formulir.tahun
    return lain if lain and tw.awal(tahun) <= lain <= tw.akhir(tahun) else None


def check_tanggal_tertukar(k: KonteksCatatan) -> Iterator[Temuan]:
    """Where the program at work reads the month first, a date that can be read both ways is looked
    at twice."""
    tw, tahun = k.formulir.triwulan, k.formulir.tahun
    lain = _find_tertukar(k)
    if not k.bulan_dahulu or lain is None or not isinstance(k.tanggal, dt.date):
        return
    sel = k.tempat.sel["tanggal"]
    utuh = isinstance(sel.nilai, str) and find_urutan(k.bulan_dahulu) == "hari"
    if tw.awal(tahun) <= k.tanggal <= tw.akhir(tahun) and not utuh:
        yield Temuan(
            Kode.CATATAN_110,
            k.tempat.letak("tanggal"),
            kode=k.isian.kode or "tanpa kode",
            tanggal=render_tanggal(k.tanggal),
            lain=k.bulan_dahulu,
            dugaan=render_tanggal(lain),
        )


def check_kode_catatan(k: KonteksCatatan) -> Iterator[Temuan]:
    """An entry belongs to an indicator of this form."""
    letak, contoh = k.tempat.letak("kode"), build_contoh_kode(k.formulir)
    uraian = _pendek(k.isian.uraian)
    if k.isian.kode:
        if k.formulir.cari(k.isian.kode) is None:
            dekat = build_dekat(k.formulir, k.isian.kode)
            yield Temuan(Kode.CATATAN_005, letak, kode=k.isian.kode, contoh=contoh, dugaan=dekat)
    elif k.isian.volume is not None:
        volume = render_angka(k.isian.volume)
        yield Temuan(Kode.CATATAN_006, letak, uraian=uraian, volume=volume, contoh=contoh)
    else:
        yield Temuan(Kode.CATATAN_007, letak, uraian=uraian, contoh=contoh)


def check_volume_catatan(k: KonteksCatatan) -> Iterator[Temuan]:
    """A volume is a number; where realisasi is summed from it, blank is never 0."""
    kode = k.isian.kode or "tanpa kode"
    yield from check_angka(f"Volume catatan {kode}", "volume", k.volume, k.tempat, k.takaran)
    sel = k.tempat.sel.get("volume")
    rumus = sel is not None and sel.rumus is not None
    if k.volume is None and k.is_perlu_volume and not (rumus or k.is_tanpa_kolom):
        tingkat = Tingkat.GALAT if k.is_tanpa_volume else None
        uraian = _pendek(k.isian.uraian)
        letak = k.tempat.letak("volume")
        yield Temuan(Kode.CATATAN_008, letak, tingkat=tingkat, kode=kode, uraian=uraian)


def check_volume_negatif(k: KonteksCatatan) -> Iterator[Temuan]:
    """A volume below zero takes away from what other entries say."""
    if k.isian.volume is not None and k.isian.volume < 0:
        yield Temuan(
            Kode.CATATAN_011,
            k.tempat.letak("volume"),
            kode=k.isian.kode or "tanpa kode",
            uraian=_pendek(k.isian.uraian),
            volume=render_angka(k.isian.volume),
        )


def check_catatan_tunggal(k: KonteksCatatan) -> Iterator[Temuan]:
    """The same entry twice is counted twice, and that is said."""
    if k.jumlah_sama > 1 and k.isian.volume:
        yield Temuan(
            Kode.CATATAN_010,
            k.tempat.letak("volume"),
            kode=k.isian.kode or "tanpa kode",
            uraian=_pendek(k.isian.uraian),
            volume=render_angka(k.isian.volume),
            jumlah=k.jumlah_sama,
        )


def _pendek(uraian: str) -> str:
    bersih = " ".join(uraian.split()) or "tanpa uraian"
    return bersih if len(bersih) <= PANJANG_URAIAN else f"{bersih[: PANJANG_URAIAN - 1]}…"


ATURAN_CATATAN: tuple[Callable[[KonteksCatatan], Iterator[Temuan]], ...] = (
    check_tanggal_catatan,
    check_tanggal_tertukar,
    check_kode_catatan,
    check_volume_catatan,
    check_volume_negatif,
    check_catatan_tunggal,
)
