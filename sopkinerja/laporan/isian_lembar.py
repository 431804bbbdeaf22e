"""Rows of Catatan, Anggaran and Data Menyusul as the rules see them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import replace

from sopkinerja.baca.angka import BukanTanggal, read_angka, read_tanggal
from sopkinerja.baca.sel import Sel, TabelTerbaca
from sopkinerja.formulir.baris import Bacaan, Baris
from sopkinerja.formulir.isian import read_teks, read_uraian
from sopkinerja.formulir.pilih_tabel import list_baris_bebas
from sopkinerja.laporan.aturan_lembar import read_triwulan, read_ya_tidak
from sopkinerja.laporan.baca_isian import read_kode
from sopkinerja.laporan.konteks import (
    KonteksAnggaran,
    KonteksCatatan,
    KonteksIndikator,
    KonteksMenyusul,
)
from sopkinerja.laporan.model import (
    BarisAnggaran,
    FormulirLaporan,
    IsianAnggaran,
    IsianCatatan,
    IsianMenyusul,
)
from sopkinerja.laporan.tabel import CATATAN, MENYUSUL


def _angka(sel: Sel | None) -> Bacaan:
    return read_angka(sel) if sel is not None else None


def _pasti(bacaan: Bacaan) -> float | None:
    return bacaan if isinstance(bacaan, float) else None


def _tanggal(sel: Sel | None) -> dt.date | BukanTanggal | None:
    return read_tanggal(sel) if sel is not None else None


def build_konteks_catatan(
    tabel: TabelTerbaca | None, formulir: FormulirLaporan, kini: dt.date
) -> list[KonteksCatatan]:
    """Every filled entry, inserted ones included."""
    if tabel is None:
        return []
    return [_build_catatan(b, formulir, kini) for b in list_baris_bebas(CATATAN, tabel)]


def _build_catatan(baris: Baris, formulir: FormulirLaporan, kini: dt.date) -> KonteksCatatan:
    sel = baris.sel
    tanggal, volume = _tanggal(sel.get("tanggal")), _angka(sel.get("volume"))
    isian = IsianCatatan(
        tanggal=tanggal if isinstance(tanggal, dt.date) else None,
        kode=read_kode(sel.get("kode"), formulir),
        uraian=read_uraian(sel.get("uraian")),
        volume=_pasti(volume),
        bukti_dukung=read_uraian(sel.get("bukti_dukung")),
    )
    return KonteksCatatan(baris, isian, tanggal, volume, formulir, kini)


def build_konteks_anggaran(
    tempat: Baris, baris: BarisAnggaran, indikator: Iterable[KonteksIndikator]
) -> KonteksAnggaran:
    """One sub kegiatan beside the indicators it pays for (all of the form where none is named)."""
    realisasi = _angka(tempat.sel.get("realisasi_tw"))
    isian = IsianAnggaran(
        kode=baris.kode,
        realisasi_tw=_pasti(realisasi),
        keterangan=read_uraian(tempat.sel.get("keterangan")),
    )
    dinilai = [k for k in indikator if k.capaian is not None]
    bertaut = [k for k in dinilai if k.baris.sub_kegiatan == baris.kode]
    tanpa = [k.baris.kode for k in bertaut if k.capaian is not None and k.capaian <= 0]
    if not bertaut and dinilai and all(k.capaian is not None and k.capaian <= 0 for k in dinilai):
        tanpa = [k.baris.kode for k in dinilai]
    return KonteksAnggaran(tempat, baris, isian, realisasi, tuple(tanpa))


def build_konteks_menyusul(
    tabel: TabelTerbaca | None, formulir: FormulirLaporan, kini: dt.date
) -> list[KonteksMenyusul]:
    """Every filled row, each knowing other figures for the same indicator and triwulan."""
    if tabel is None:
        return []
    semua = [_build_menyusul(b, formulir, kini) for b in list_baris_bebas(MENYUSUL, tabel)]
    return [replace(k, lain=_lain(k, semua)) for k in semua]


def _build_menyusul(baris: Baris, formulir: FormulirLaporan, kini: dt.date) -> KonteksMenyusul:
    sel = baris.sel
    kode = read_kode(sel.get("kode"), formulir)
    triwulan, sementara = read_teks(sel.get("triwulan")), read_teks(sel.get("sementara"))
    perkiraan, realisasi = _tanggal(sel.get("perkiraan")), _angka(sel.get("realisasi"))
    tw = read_triwulan(triwulan) if triwulan else formulir.triwulan
    isian = None
    if tw is not None and tw <= formulir.triwulan:
        isian = IsianMenyusul(
            kode=kode,
            triwulan=tw,
            sumber=read_uraian(sel.get("sumber")),
            perkiraan=perkiraan if isinstance(perkiraan, dt.date) else None,
            realisasi=_pasti(realisasi),
            sementara=read_ya_tidak(sementara) is not False,
        )
    return KonteksMenyusul(
        baris, isian, kode, triwulan, sementara, perkiraan, realisasi, formulir, kini
    )


def _lain(k: KonteksMenyusul, semua: Iterable[KonteksMenyusul]) -> tuple[float, ...]:
    if k.isian is None:
        return ()
    kembar = (
        s.isian.realisasi
        for s in semua
        if s is not k and s.isian and (s.kode, s.isian.triwulan) == (k.kode, k.isian.triwulan)
    )
    return tuple(n for n in kembar if n is not None and n != k.isian.realisasi)
