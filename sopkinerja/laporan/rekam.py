"""The record of issue of a quarterly form: everything on it that the officer may not change."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Mapping

from sopkinerja.formulir.rekam import build_dasar
from sopkinerja.istilah import Formulir, Triwulan
from sopkinerja.laporan.angka_masuk import find_angka
from sopkinerja.laporan.capaian import hasil_sd
from sopkinerja.laporan.model import (
    BarisAnggaran,
    BarisLaporan,
    BarisTindakLanjut,
    FormulirLaporan,
    Laporan,
    Masukan,
)
from sopkinerja.opd.mandat import Indikator, Mandat
from sopkinerja.opd.model import Jabatan, Referensi
from sopkinerja.opd.pejabat import find_pemegang
from sopkinerja.renaksi.model import BarisLangkah
from sopkinerja.ruang import Pengaturan

IsiMandat = tuple[tuple[BarisLaporan, ...], tuple[BarisAnggaran, ...]]
"""Rows of indicators and of sub kegiatan, without figures of before."""


def build_formulir(
    referensi: Referensi,
    mandat: Mandat,
    jabatan: Jabatan,
    triwulan: Triwulan,
    lalu: Mapping[Triwulan, Laporan],
    *,
    tanggal: dt.date,
    tenggat: dt.date,
    pengaturan: Pengaturan,
    tutup: Collection[Triwulan] = (),
    jumlah_gambar: int = 0,
    renaksi: tuple[BarisLangkah, ...] = (),
    tindak_lanjut: tuple[BarisTindakLanjut, ...] = (),
    anggaran_lalu: Mapping[str, float] | None = None,
) -> FormulirLaporan | None:
    """The record of issue for one jabatan as revision 1; None for a chair that is vacant and was so
    in the triwulan. `lalu` holds the accepted returns of earlier triwulan, `tutup` those that are closed;
    `jumlah_gambar` counts the pictures of the template, which are no evidence; `renaksi` and
    `tindak_lanjut` are what it asks after; `anggaran_lalu` is what was spent of each sub kegiatan
    s.d. the triwulan before (rupiah)."""
    pemegang = find_pemegang(referensi, jabatan.kode, triwulan, tanggal)
    dasar = build_dasar(Formulir.LAPORAN, referensi, triwulan, jabatan, tanggal, pemegang)
    if dasar is None:
        return None
    lowong = {
        tw
        for tw in triwulan.sampai_dengan()
        if tw not in lalu and find_pemegang(referensi, jabatan.kode, tw, tanggal) is None
    }
    return FormulirLaporan(
        **dasar,
        versi_mandat=mandat.versi,
        tenggat=tenggat,
        rumus_turun=pengaturan.rumus_turun,
        rumus_rentang=pengaturan.rumus_rentang,
        ambang_hambatan=pengaturan.ambang_hambatan,
        baris=tuple(
            build_baris(i, triwulan, lalu, tutup, lowong, pengaturan)
            for i in mandat.untuk(jabatan.kode)
        ),
        anggaran=_build_anggaran(mandat, jabatan.kode, anggaran_lalu or {}),
        renaksi=renaksi,
        tindak_lanjut=tindak_lanjut,
        jumlah_gambar_terbit=jumlah_gambar,
    )


def build_baris(
    indikator: Indikator,
    triwulan: Triwulan,
    lalu: Mapping[Triwulan, Laporan],
    tutup: Collection[Triwulan],
    lowong: Collection[Triwulan],
    pengaturan: Pengaturan,
) -> BarisLaporan:
    """One indicator as a form of that triwulan asks after it; `lalu` holds the accepted returns."""
    sebelum = Triwulan(triwulan - 1) if triwulan > Triwulan.I else None
    sd_lalu = tw_lalu = None
    if sebelum:
        masukan = {
            tw: build_masukan(lalu, indikator, tw, tutup, lowong) for tw in sebelum.sampai_dengan()
        }
        sd_lalu = hasil_sd(indikator, sebelum, masukan, pengaturan).realisasi
        tw_lalu = masukan[sebelum].realisasi
    return BarisLaporan(
        kode=indikator.kode,
        sasaran=indikator.sasaran,
        indikator=indikator.indikator,
        satuan=indikator.satuan,
        polaritas=indikator.polaritas,
        konsolidasi=indikator.konsolidasi,
        target_tahun=indikator.target_tahun,
        target_tw=indikator.target(triwulan),
        realisasi_sd_lalu=sd_lalu,
        realisasi_tw_lalu=tw_lalu,
        nilai_terburuk=indikator.nilai_terburuk,
        data_menyusul=indikator.data_menyusul,
        sub_kegiatan=indikator.sub_kegiatan,
        skala=indikator.skala,
        definisi=indikator.definisi,
        sumber_data=indikator.sumber_data,
    )


def build_masukan(
    lalu: Mapping[Triwulan, Laporan],
    indikator: Indikator,
    triwulan: Triwulan,
    tutup: Collection[Triwulan],
    lowong: Collection[Triwulan],
) -> Masukan:
    """What one triwulan's returns say of one indicator."""
    angka = find_angka(lalu, indikator.kode, triwulan, dijanjikan=indikator.data_menyusul)
    return Masukan(
        realisasi=angka.realisasi,
        lapor=triwulan in lalu,
        tutup=triwulan in tutup,
        lowong=triwulan in lowong,
        menyusul=angka.diumumkan and angka.realisasi is None,
        sementara=angka.sementara,
    )


def _build_anggaran(
    mandat: Mandat, jabatan: str, lalu: Mapping[str, float]
) -> tuple[BarisAnggaran, ...]:
    return tuple(
        BarisAnggaran(kode=p.kode, uraian=p.uraian, pagu=p.pagu, realisasi_sd_lalu=lalu.get(p.kode))
        for p in mandat.pagu_untuk(jabatan)
    )


def build_isi_mandat(
    mandat: Mandat, jabatan: str, triwulan: Triwulan, pengaturan: Pengaturan
) -> IsiMandat:
    """What a form says of the mandat alone, whatever was reported before."""
    baris = [build_baris(i, triwulan, {}, (), (), pengaturan) for i in mandat.untuk(jabatan)]
    return clear_lalu(baris, _build_anggaran(mandat, jabatan, {}))


def clear_lalu(baris: Iterable[BarisLaporan], anggaran: Iterable[BarisAnggaran]) -> IsiMandat:
    """Rows of a form without what was reported before."""
    tanpa = {"realisasi_sd_lalu": None, "realisasi_tw_lalu": None}
    return (
        tuple(b.model_copy(update=tanpa) for b in baris),
        tuple(a.model_copy(update={"realisasi_sd_lalu": None}) for a in anggaran),
    )
