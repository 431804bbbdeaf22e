"""The rules of the guide for a year: row 1, the schedule, what is signed, the next year."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator

from sopkinerja.agenda.model import render_dokumen
from sopkinerja.istilah import JenisLampiran
from sopkinerja.pandu import teks
from sopkinerja.pandu.model import (
    Desak,
    KeadaanTahunan,
    LangkahPandu,
    Pertanyaan,
    is_beredar,
    sebut,
)


def _mandat(keadaan: KeadaanTahunan, hari: dt.date) -> Iterator[LangkahPandu]:
    """Row 1: forms down the cascade, wave by wave, then the frozen version."""
    papan = keadaan.mandat
    if papan is None:
        return
    lewat = Desak.LEWAT if hari > papan.tenggat else Desak.KINI
    tahun, belum = keadaan.tahun, papan.belum
    siap = [s for s in papan.baris if s.is_belum_terbit]
    beredar = [s for s in belum if s.terbit]
    if keadaan.kosong:
        judul = teks.ISI_TAHUN.format(tahun=tahun, n=keadaan.kosong)
        perintah = ("tetapkan", "--uji-coba")
        yield LangkahPandu(judul, perintah, teks.ISI_TAHUN_AKAN, 1, Desak.KINI)
    if siap:  # an office that fills the sheet Mandat may send no forms
        judul = teks.MANDAT.format(tahun=tahun, n=len(siap))
        desak = lewat if is_beredar(papan) or not keadaan.di_lembar else Desak.BOLEH
        yield LangkahPandu(
            judul, ("terbitkan", "mandat"), teks.MANDAT_AKAN, 1, desak, papan.tenggat
        )
    if beredar:
        judul = teks.MANDAT_TUNGGU.format(tahun=tahun, siapa=sebut(beredar))
        yield LangkahPandu(
            judul, ("status", "mandat"), teks.STATUS_AKAN, 1, Desak.TUNGGU, papan.tenggat
        )
    if not keadaan.kosong and (keadaan.di_lembar or not (siap or belum)):
        desak = Desak.BOLEH if beredar else lewat
        coba = ("tetapkan", "--uji-coba")
        judul = teks.TETAPKAN.format(tahun=tahun)
        yield LangkahPandu(judul, ("tetapkan",), teks.TETAPKAN_AKAN, 1, desak, papan.tenggat, coba)


def _tambahan(keadaan: KeadaanTahunan, _: dt.date) -> Iterator[LangkahPandu]:
    """Row 1: what a frozen mandat lacks."""
    if keadaan.tambahan:
        judul = teks.TAMBAHAN.format(tahun=keadaan.tahun)
        coba = ("tetapkan", "--uji-coba")
        yield LangkahPandu(judul, ("tetapkan",), teks.TETAPKAN_AKAN, 1, Desak.KINI, coba=coba)


def _pk(keadaan: KeadaanTahunan, _: dt.date) -> Iterator[LangkahPandu]:
    """Row 1: each PK is signed, and its scan kept; once more where a revision changed it."""
    if belum := keadaan.pk_belum:
        judul = teks.PK.format(tahun=keadaan.tahun, n=len(belum))
        tanya = (Pertanyaan(teks.TANYA_PK),)
        perintah = ("lampirkan", "--sebagai", "pk")
        yield LangkahPandu(judul, perintah, teks.PK_AKAN, 1, Desak.BOLEH, tanya=tanya)


def _jadwal(keadaan: KeadaanTahunan, _: dt.date) -> Iterator[LangkahPandu]:
    """Row 2: the year's schedule, once."""
    if keadaan.beku and not keadaan.has_jadwal:
        yield LangkahPandu(
            teks.JADWAL.format(tahun=keadaan.tahun), ("jadwal",), teks.JADWAL_AKAN, 2
        )


def _tanda_tangan(keadaan: KeadaanTahunan, _: dt.date) -> Iterator[LangkahPandu]:
    """Rows 2 and 6: the Renaksi, the FINAL LHE and the Evaluasi Renja are signed, and their scans
    kept."""
    semua = [(t, s, r) for s, milik in keadaan.belum_bertanda.items() for t, r in milik.items()]
    for tw, sebagai, revisi in sorted(semua, key=lambda x: (x[0], list(JenisLampiran).index(x[1]))):
        judul = teks.TANDA_TANGAN.format(
            apa=render_dokumen(sebagai, revisi), romawi=tw.romawi, tahun=keadaan.tahun
        )
        baris = 2 if sebagai is JenisLampiran.RENAKSI else 6
        akan = teks.TANDA_TANGAN_AKAN.format(apa=render_dokumen(sebagai, revisi))
        perintah = ("lampirkan", "-t", str(tw.value), "--sebagai", sebagai.value)
        tanya = (Pertanyaan(teks.TANYA_BERKAS),)
        desak = Desak.BOLEH if baris == 2 and tw in keadaan.tutup else Desak.KINI
        yield LangkahPandu(judul, perintah, akan, baris, desak, tanya=tanya)


def _tahun_berikut(keadaan: KeadaanTahunan, hari: dt.date) -> Iterator[LangkahPandu]:
    """Row 7: the next year, from its first day on."""
    if keadaan.beku and keadaan.is_terakhir and hari >= dt.date(keadaan.tahun + 1, 1, 1):
        berikut = keadaan.tahun + 1
        yield LangkahPandu(
            teks.TAHUN.format(tahun=berikut), ("mulai-tahun", str(berikut)), teks.TAHUN_AKAN, 7,
            Desak.KINI,
        )  # fmt: skip


TahunAturan = Callable[[KeadaanTahunan, dt.date], Iterator[LangkahPandu]]
TAHUN: tuple[TahunAturan, ...] = (_mandat, _tambahan, _pk, _jadwal, _tanda_tangan, _tahun_berikut)
