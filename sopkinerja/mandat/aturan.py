"""When a mandat is wrong: the cascade over all jabatan of one year."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from sopkinerja.istilah import Level
from sopkinerja.katalog import Kode
from sopkinerja.mandat.aturan_target import ATURAN_TARGET, build_letak
from sopkinerja.mandat.kembar import compare_target, find_kembar
from sopkinerja.opd.induk import resolve_induk
from sopkinerja.opd.mandat import Indikator
from sopkinerja.opd.model import Jabatan, Referensi, is_di_bawah
from sopkinerja.opd.nomor import number_indikator
from sopkinerja.opd.rujukan import render_dekat
from sopkinerja.polaritas import find_sifat
from sopkinerja.rantai import find_lingkaran, render_rantai
from sopkinerja.ruang import Pengaturan
from sopkinerja.satuan import KamusSatuan
from sopkinerja.temuan import Letak, Temuan
from sopkinerja.tulisan import build_inti, render_angka, render_rupiah

_PENURUNAN = re.compile(r"\b(menurun\w*|penurunan)\b", re.IGNORECASE)


class Kaskade:
    """All mandat of one year beside the chairs and the DPA they speak of."""

    def __init__(self, referensi: Referensi, tahun: int, kamus: KamusSatuan) -> None:
        self.kamus = kamus
        self.tahun = tahun
        self.berjalan = tahun == referensi.opd.tahun
        self.jabatan: dict[str, Jabatan] = {j.kode: j for j in referensi.jabatan}
        self.indikator = [i for i in referensi.mandat if i.tahun == tahun]
        self.kode: dict[str, Indikator] = {i.kode: i for i in self.indikator}
        self.dpa = {d.kode: d for d in referensi.dpa if d.tahun == tahun}
        self.per_jabatan: dict[str, list[Indikator]] = {}
        for i in self.indikator:
            self.per_jabatan.setdefault(i.jabatan, []).append(i)

    def atasan(self, jabatan: str) -> str | None:
        """Kode of the direct superior."""
        kursi = self.jabatan.get(jabatan)
        return kursi.atasan if kursi else None


def check_target(kaskade: Kaskade) -> Iterator[Temuan]:
    """Every indicator's targets stand up by themselves."""
    for indikator in kaskade.indikator:
        for aturan in ATURAN_TARGET:
            yield from aturan(indikator)


def check_kode_tunggal(kaskade: Kaskade) -> Iterator[Temuan]:
    """A kode names one indicator in the OPD, in whatever case it is written."""
    banyak = Counter(i.kode.casefold() for i in kaskade.indikator)
    ganda = {i.kode.casefold(): i.kode for i in kaskade.indikator if banyak[i.kode.casefold()] > 1}
    for kode in ganda.values():
        yield Temuan(Kode.MANDAT_018, build_letak(kaskade.kode[kode], "kode"), kode=kode)


def check_kode_berawalan(kaskade: Kaskade) -> Iterator[Temuan]:
    """A kode indikator begins with the kode of its jabatan."""
    for i in kaskade.indikator:
        if i.jabatan in kaskade.jabatan and not i.kode.startswith(f"{i.jabatan}."):
            letak = build_letak(i, "kode")
            yield Temuan(Kode.MANDAT_022, letak, kode=i.kode, jabatan=i.jabatan)


def check_jabatan_dikenal(kaskade: Kaskade) -> Iterator[Temuan]:
    """An indicator belongs to a jabatan of this OPD."""
    for i in kaskade.indikator:
        if kaskade.jabatan and i.jabatan and i.jabatan not in kaskade.jabatan:
            dugaan = render_dekat(i.jabatan, [(k, j.nama) for k, j in kaskade.jabatan.items()])
            letak = build_letak(i, "jabatan")
            yield Temuan(Kode.MANDAT_020, letak, kode=i.kode, jabatan=i.jabatan, dugaan=dugaan)


def check_indikator_tunggal(kaskade: Kaskade) -> Iterator[Temuan]:
    """A jabatan doesn't carry the same indicator twice."""
    for jabatan, daftar in kaskade.per_jabatan.items():
        dilihat: set[str] = set()
        for i in daftar:
            inti = build_inti(i.indikator)
            if inti and inti in dilihat:
                letak = build_letak(i, "indikator")
                yield Temuan(Kode.MANDAT_024, letak, jabatan=jabatan, indikator=i.indikator)
            dilihat.add(inti)


def check_bobot(kaskade: Kaskade) -> Iterator[Temuan]:
    """Bobot stands on all of a jabatan's indicators, summing to 100, or on none."""
    for jabatan, daftar in kaskade.per_jabatan.items():
        bobot = [i.bobot for i in daftar if i.bobot is not None]
        if not bobot:
            continue
        if len(bobot) < len(daftar):
            letak = build_letak(next(i for i in daftar if i.bobot is None), "bobot")
            jumlah = {"terisi": len(bobot), "jumlah": len(daftar)}
            yield Temuan(Kode.MANDAT_006, letak, tingkat=None, jabatan=jabatan, **jumlah)
        elif abs(sum(bobot) - 100) > 0.01:
            letak = build_letak(daftar[0], "bobot")
            teks = render_angka(round(sum(bobot), 4))
            yield Temuan(Kode.MANDAT_007, letak, jabatan=jabatan, jumlah=teks)


def check_induk_diisi(kaskade: Kaskade) -> Iterator[Temuan]:
    """An indicator names the superior's indicator that it supports."""
    for i in kaskade.indikator:
        atasan = kaskade.atasan(i.jabatan)
        milik = kaskade.per_jabatan.get(atasan or "", [])
        if milik and not i.induk:
            contoh = f" Misalnya {milik[0].kode} ({milik[0].indikator})."
            letak = build_letak(i, "induk")
            yield Temuan(Kode.MANDAT_008, letak, kode=i.kode, atasan=atasan, contoh=contoh)


def check_induk_dikenal(kaskade: Kaskade) -> Iterator[Temuan]:
    """Every induk is an indicator that exists, of the direct superior."""
    for i in kaskade.indikator:
        for kode in i.semua_induk:
            yield from _check_satu_induk(kaskade, i, kode)


def _check_satu_induk(kaskade: Kaskade, i: Indikator, kode: str) -> Iterator[Temuan]:
    induk, letak = kaskade.kode.get(kode), build_letak(i, "induk")
    atasan = kaskade.atasan(i.jabatan)
    if induk is None:
        lain = [(k, s.indikator) for k, s in kaskade.kode.items() if k != i.kode]
        dugaan = render_dekat(kode, lain)
        yield Temuan(Kode.MANDAT_010, letak, kode=i.kode, induk=kode, dugaan=dugaan)
    elif {i.jabatan, induk.jabatan} <= kaskade.jabatan.keys() and induk.jabatan != atasan:
        yield Temuan(
            Kode.MANDAT_009,
            letak,
            kode=i.kode,
            induk=kode,
            pemilik=induk.jabatan,
            atasan=atasan or "tidak ada",
        )


def check_induk_lurus(kaskade: Kaskade) -> Iterator[Temuan]:
    """No indicator supports itself, however far up."""
    for kode in find_lingkaran({i.kode: i.semua_induk for i in kaskade.indikator}):
        letak = build_letak(kaskade.kode[kode[0]], "induk")
        yield Temuan(Kode.MANDAT_011, letak, rantai=render_rantai(kode))


def check_indikator_didukung(kaskade: Kaskade) -> Iterator[Temuan]:
    """Each indicator of a superior is supported from below, where those below have a mandat."""
    didukung = {k for i in kaskade.indikator for k in i.semua_induk}
    punya_bawahan = {kaskade.atasan(jabatan) for jabatan in kaskade.per_jabatan}
    for i in kaskade.indikator:
        if i.jabatan in punya_bawahan and i.kode not in didukung:
            letak = build_letak(i, "kode")
            yield Temuan(Kode.MANDAT_016, letak, kode=i.kode, indikator=i.indikator)


def check_kembar(kaskade: Kaskade) -> Iterator[Temuan]:
    """The same indicator at a superior and at a subordinate has the same targets."""
    for atas, bawah in find_kembar(kaskade.indikator, kaskade.kamus):
        for ini, itu in ((atas, bawah), (bawah, atas)):
            if beda := "; ".join(b.render() for b in compare_target(ini, itu)):
                yield Temuan(
                    Kode.MANDAT_032,
                    build_letak(ini, "indikator"),
                    kode=ini.kode,
                    lain=itu.kode,
                    indikator=ini.indikator,
                    beda=beda,
                )


def check_kata_penurunan(kaskade: Kaskade) -> Iterator[Temuan]:
    """What speaks of a decrease is seldom Naik."""
    for i in kaskade.indikator:
        if find_sifat(i.polaritas).ciri.naik_baik and _PENURUNAN.search(i.indikator):
            letak = build_letak(i, "polaritas")
            yield Temuan(Kode.MANDAT_012, letak, kode=i.kode, indikator=i.indikator)


def check_iku_terkait_renstra(kaskade: Kaskade) -> Iterator[Temuan]:
    """The Kepala Dinas' indicators have a parent in the Renstra."""
    for i in kaskade.indikator:
        kursi = kaskade.jabatan.get(i.jabatan)
        if kursi and kursi.level is Level.KEPALA_DINAS and not i.renstra:
            yield Temuan(Kode.MANDAT_013, build_letak(i, "renstra"), kode=i.kode)


def check_sub_kegiatan(kaskade: Kaskade) -> Iterator[Temuan]:
    """A sub kegiatan stands in the year's DPA, in the charge of that jabatan; so does a kegiatan or
    a program, or lines below it do."""
    for i in kaskade.indikator:
        sub = i.sub_kegiatan
        if not sub:
            continue
        dpa, letak = kaskade.dpa.get(sub), build_letak(i, "sub_kegiatan")
        if dpa is None and any(is_di_bawah(k, sub) for k in kaskade.dpa):
            continue  # a program or kegiatan without a row of its own
        if dpa is None:
            dugaan = render_dekat(sub, [(k, d.uraian) for k, d in kaskade.dpa.items()])
            data = {"tahun": str(kaskade.tahun), "dugaan": dugaan}
            yield Temuan(
                Kode.MANDAT_014, letak, tingkat=None, kode=i.kode, sub_kegiatan=sub, **data
            )
        elif dpa.penanggung_jawab and dpa.penanggung_jawab != i.jabatan:
            pemilik = dpa.penanggung_jawab
            yield Temuan(Kode.MANDAT_015, letak, kode=i.kode, sub_kegiatan=sub, pemilik=pemilik)


def check_sub_kegiatan_berindikator(kaskade: Kaskade) -> Iterator[Temuan]:
    """A sub kegiatan, or a kegiatan or program above it, pays for an indicator, where its penanggung
    jawab has a mandat."""
    disebut = {i.sub_kegiatan for i in kaskade.indikator}
    for kode, dpa in kaskade.dpa.items():
        milik = kaskade.per_jabatan.get(dpa.penanggung_jawab or "", [])
        if any(is_di_bawah(k, kode) for k in kaskade.dpa):
            continue
        di_atas = any(i.sub_kegiatan and is_di_bawah(kode, i.sub_kegiatan) for i in milik)
        if milik and kode not in disebut and not di_atas:
            yield Temuan(
                Kode.MANDAT_028,
                build_letak(milik[0], "sub_kegiatan"),
                sub_kegiatan=kode,
                uraian=dpa.uraian,
                pagu=render_rupiah(dpa.pagu),
                jabatan=dpa.penanggung_jawab,
            )


def check_jabatan_bermandat(kaskade: Kaskade) -> Iterator[Temuan]:
    """Every jabatan that lasts into the running year has a mandat."""
    if not kaskade.berjalan or not kaskade.indikator:
        return
    for kode, jabatan in kaskade.jabatan.items():
        berlaku = jabatan.sampai is None or jabatan.sampai.year >= kaskade.tahun
        if kode and berlaku and kode not in kaskade.per_jabatan:
            letak = Letak("Jabatan", "", "jabatan", kode, "kode")
            yield Temuan(
                Kode.MANDAT_017, letak, jabatan=kode, nama=jabatan.nama, tahun=kaskade.tahun
            )


ATURAN_MANDAT = (
    check_kode_tunggal,
    check_kode_berawalan,
    check_jabatan_dikenal,
    check_indikator_tunggal,
    check_target,
    check_bobot,
    check_induk_diisi,
    check_induk_dikenal,
    check_induk_lurus,
    check_indikator_didukung,
    check_kembar,
    check_kata_penurunan,
    check_iku_terkait_renstra,
    check_sub_kegiatan,
    check_sub_kegiatan_berindikator,
    check_jabatan_bermandat,
)


def check_mandat(referensi: Referensi, pengaturan: Pengaturan) -> list[Temuan]:
    """All temuan over all mandat, year by year; blank kode are numbered for the while.

    Places are keys (`baris` is the kode indikator), without cells.
    """
    mandat = resolve_induk(number_indikator(referensi.mandat), referensi.jabatan)
    lengkap = referensi.model_copy(update={"mandat": mandat})
    daftar_kaskade = [
        Kaskade(lengkap, tahun, pengaturan.satuan) for tahun in sorted({i.tahun for i in mandat})
    ]
    return [t for k in daftar_kaskade for aturan in ATURAN_MANDAT for t in aturan(k)]
