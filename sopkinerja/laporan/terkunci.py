"""Locked cells of a returned form against the record of issue."""

from __future__ import annotations

from sopkinerja.formulir.terkunci import Terbit
from sopkinerja.laporan import teks
from sopkinerja.laporan.model import BarisAnggaran, BarisLaporan, BarisTindakLanjut
from sopkinerja.renaksi.model import BarisLangkah
from sopkinerja.tulisan import render_tanggal


def list_terkunci_laporan(baris: BarisLaporan) -> dict[str, Terbit]:
    """The locked cells of one indicator that hold no formula."""
    return {
        "kode": baris.kode,
        "sasaran": baris.sasaran,
        "indikator": baris.indikator,
        "satuan": baris.satuan,
        "cara": teks.CARA_MENGISI[baris.konsolidasi],
        "target_tahun": baris.target_tahun,
        "realisasi_lalu": baris.realisasi_sd_lalu,
        "target_tw": baris.target_tw,
    }


def list_terkunci_anggaran(baris: BarisAnggaran) -> dict[str, Terbit]:
    """The locked cells of one sub kegiatan that hold no formula."""
    return {
        "kode": baris.kode,
        "uraian": baris.uraian,
        "pagu": baris.pagu,
        "realisasi_lalu": baris.realisasi_sd_lalu,
    }


def list_terkunci_langkah(baris: BarisLangkah) -> dict[str, Terbit]:
    """The locked cells of one step of the Renaksi."""
    return {
        "kode": baris.kunci,
        "indikator": baris.kode,
        "langkah": baris.langkah,
        "bulan": baris.bulan,
        "keluaran": baris.keluaran,
        "penanggung_jawab": baris.penanggung_jawab,
        "satuan": baris.satuan,
        "target": baris.target,
    }


def list_terkunci_tindak(baris: BarisTindakLanjut) -> dict[str, Terbit]:
    """The locked cells of one follow-up."""
    return {
        "kode": baris.kunci,
        "asal": baris.asal,
        "indikator": baris.kode,
        "uraian": baris.uraian,
        "penanggung_jawab": baris.penanggung_jawab,
        "tenggat": render_tanggal(baris.tenggat) if baris.tenggat else "",
    }
