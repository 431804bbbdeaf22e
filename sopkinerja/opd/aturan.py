"""When the referensi workbook is wrong: rules over its chairs, people and budget lines."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sopkinerja.baca.sel import Sel
from sopkinerja.istilah import Level
from sopkinerja.katalog import Kode
from sopkinerja.lembar.cap import POLA_JABATAN
from sopkinerja.opd.aturan_kode import check_kode_terisi
from sopkinerja.opd.aturan_pagu import check_baris_atas, check_besaran_pagu, check_pagu_jumlah
from sopkinerja.opd.aturan_pegawai import ATURAN_PEGAWAI
from sopkinerja.opd.baris import BarisReferensi
from sopkinerja.opd.draf import Draf
from sopkinerja.opd.mandat import Indikator
from sopkinerja.opd.model import BarisDpa, Jabatan, Pegawai, Unit
from sopkinerja.opd.rujukan import check_kasubag_program, check_rujukan_dikenal
from sopkinerja.opd.skala import check_skala
from sopkinerja.opd.tata import LEMBAR, REALISASI_DPA
from sopkinerja.rantai import find_lingkaran, render_rantai
from sopkinerja.temuan import Letak, Temuan
from sopkinerja.tulisan import render_rupiah, render_tanggal


def check_lembar_terisi(draf: Draf) -> Iterator[Temuan]:
    """Units, jabatan and pegawai are there."""
    for lembar in LEMBAR:
        if lembar.penting and lembar.nama in draf.ada and not getattr(draf, lembar.bidang):
            letak = Letak(lembar.nama, "A2")
            yield Temuan(Kode.REFERENSI_022, letak, lembar=lembar.nama, uraian=lembar.uraian)


def check_kode_tunggal(draf: Draf) -> Iterator[Temuan]:
    """A kode names one unit, one jabatan, one Renstra row, one DPA line of a year, one result of
    an earlier year."""
    for nama in ("unit", "jabatan", "renstra", "dpa", "capaian_lalu"):
        pertama: dict[tuple[str, int], str] = {}
        for baris in getattr(draf, nama):
            kunci = (baris.isi.kode.casefold(), getattr(baris.isi, "tahun", 0))
            letak = baris.letak("kode")
            if baris.isi.kode and pertama.setdefault(kunci, letak.sel) != letak.sel:
                yield Temuan(Kode.REFERENSI_004, letak, kode=baris.isi.kode, pertama=pertama[kunci])


def check_bentuk_kode_jabatan(draf: Draf) -> Iterator[Temuan]:
    """A kode jabatan can stand in file names and in the kode formulir."""
    for baris in draf.jabatan:
        if baris.isi.kode and not POLA_JABATAN.fullmatch(baris.isi.kode):
            yield Temuan(Kode.REFERENSI_005, baris.letak("kode"), kode=baris.isi.kode)


def check_rantai_lurus(draf: Draf) -> Iterator[Temuan]:
    """No unit stands under itself and no jabatan is its own superior, however far up."""
    for nama, kunci, judul in (("unit", "induk", "Induk"), ("jabatan", "atasan", "Atasan")):
        daftar: dict[str, BarisReferensi[Unit] | BarisReferensi[Jabatan]] = {}
        for baris in getattr(draf, nama):
            daftar.setdefault(baris.isi.kode, baris)
        for kode in find_lingkaran(
            {k: tuple(filter(None, (getattr(b.isi, kunci),))) for k, b in daftar.items()}
        ):
            letak = daftar[kode[0]].letak(kunci)
            yield Temuan(Kode.REFERENSI_007, letak, kolom=judul, rantai=render_rantai(kode))


def check_kepala_dinas(draf: Draf) -> Iterator[Temuan]:
    """There is one Kepala Dinas."""
    kepala = [
        b for b in draf.jabatan if b.isi.level is Level.KEPALA_DINAS and "level" not in b.cacat
    ]
    if draf.jabatan and not kepala and not any("level" in b.cacat for b in draf.jabatan):
        yield Temuan(Kode.REFERENSI_008, draf.jabatan[0].letak("level"))
    daftar = ", ".join(b.isi.kode for b in kepala)
    for baris in kepala[1:]:
        letak = baris.letak("level")
        yield Temuan(Kode.REFERENSI_009, letak, jumlah=len(kepala), daftar=daftar)


def check_atasan(draf: Draf) -> Iterator[Temuan]:
    """Everyone but the Kepala Dinas has a superior in the OPD."""
    for baris in draf.jabatan:
        jabatan = baris.isi
        if {"level", "atasan"} & baris.cacat or not jabatan.kode or "atasan" not in baris.sel:
            continue
        if jabatan.level is Level.KEPALA_DINAS and jabatan.atasan:
            sebab = "harus kosong, karena levelnya Kepala Dinas"
            yield Temuan(Kode.REFERENSI_027, baris.letak("atasan"), kode=jabatan.kode, sebab=sebab)
        elif jabatan.level is not Level.KEPALA_DINAS and not jabatan.atasan:
            letak = baris.letak("atasan")
            yield Temuan(Kode.REFERENSI_027, letak, kode=jabatan.kode, sebab="belum diisi")


def check_masa(draf: Draf) -> Iterator[Temuan]:
    """A period ends after it begins."""
    berkala: list[BarisReferensi[Jabatan] | BarisReferensi[Pegawai]] = [
        *draf.jabatan,
        *draf.pegawai,
    ]
    for baris in berkala:
        mulai, sampai = baris.isi.mulai, baris.isi.sampai
        if mulai and sampai and sampai < mulai:
            yield Temuan(
                Kode.REFERENSI_024,
                baris.letak("sampai"),
                mulai=render_tanggal(mulai),
                sampai=render_tanggal(sampai),
            )


def check_dpa(draf: Draf) -> Iterator[Temuan]:
    """Money isn't negative, and a sub kegiatan (a line with none below it) has a pagu and one in
    charge; program and kegiatan are sums by kode."""
    kode = [b.isi.kode for b in draf.dpa]
    for baris in draf.dpa:
        isi = baris.isi
        if isi.pagu < 0:
            nilai = render_rupiah(isi.pagu)
            sebab = "pagu di bawah nol"
            yield Temuan(
                Kode.REFERENSI_029, baris.letak("pagu"), kolom="Pagu", nilai=nilai, sebab=sebab
            )
        yield from _check_realisasi_dpa(baris)
        rinci = isi.kode.count(".") >= 5 and not any(k.startswith(f"{isi.kode}.") for k in kode)
        if (rinci or isi.penanggung_jawab) and _is_kosong(baris.sel.get("pagu")):
            letak = baris.letak("pagu")
            nomor = re.sub(r"\D", "", letak.sel)
            yield Temuan(
                Kode.REFERENSI_003,
                letak._replace(kolom="pagu"),
                baris=nomor,
                lembar=letak.lembar,
                kolom="Pagu",
            )
        if rinci and not isi.penanggung_jawab and "penanggung_jawab" not in baris.cacat:
            yield Temuan(Kode.REFERENSI_028, baris.letak("penanggung_jawab"), kode=isi.kode)


def _check_realisasi_dpa(baris: BarisReferensi[BarisDpa]) -> Iterator[Temuan]:
    for kolom, nilai in zip(REALISASI_DPA, baris.isi.realisasi_tw, strict=True):
        if nilai is not None and nilai < 0:
            yield Temuan(
                Kode.ANGGARAN_007,
                baris.letak(kolom.kunci),
                kolom=kolom.judul,
                kode=baris.isi.kode,
                nilai=render_rupiah(nilai),
            )


def _is_kosong(sel: Sel | None) -> bool:
    return sel is not None and sel.is_kosong and sel.rumus is None


def check_tahun(draf: Draf) -> Iterator[Temuan]:
    """DPA and mandat speak of the running year, the one after, or one of the five before."""
    berjalan = draf.opd.isi.tahun
    bertahun: list[BarisReferensi[BarisDpa] | BarisReferensi[Indikator]] = [*draf.dpa, *draf.mandat]
    for baris in bertahun:
        tahun = baris.isi.tahun
        if berjalan and tahun and not -5 <= tahun - berjalan <= 1:
            yield Temuan(Kode.REFERENSI_031, baris.letak("tahun"), tahun=tahun, berjalan=berjalan)


def check_tahun_lalu(draf: Draf) -> Iterator[Temuan]:
    """A result of earlier years is of a year that is over."""
    berjalan = draf.opd.isi.tahun
    for baris in draf.capaian_lalu:
        if berjalan and baris.isi.tahun >= berjalan:
            letak, tahun = baris.letak("tahun"), baris.isi.tahun
            yield Temuan(Kode.REFERENSI_310, letak, tahun=tahun, berjalan=berjalan)


def check_lembar_skala(draf: Draf) -> Iterator[Temuan]:
    """The scales stand up by themselves."""
    return check_skala(draf.skala)


ATURAN_OPD = (
    check_lembar_terisi,
    check_kode_terisi,
    check_kode_tunggal,
    check_bentuk_kode_jabatan,
    check_rujukan_dikenal,
    check_rantai_lurus,
    check_kepala_dinas,
    check_atasan,
    check_kasubag_program,
    check_masa,
    *ATURAN_PEGAWAI,
    check_dpa,
    check_pagu_jumlah,
    check_besaran_pagu,
    check_baris_atas,
    check_tahun,
    check_tahun_lalu,
    check_lembar_skala,
)


def check_opd(draf: Draf) -> list[Temuan]:
    """All temuan of all rules."""
    return [temuan for aturan in ATURAN_OPD for temuan in aturan(draf)]
