"""When a Renaksi form is wrong: the rules over one step, and over all of them, one sentence each."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence

from sopkinerja.baca.angka import BukanTanggal, render_coret
from sopkinerja.formulir.aturan import check_angka
from sopkinerja.istilah import BULAN, Triwulan
from sopkinerja.katalog import Kode
from sopkinerja.opd.mandat import Indikator
from sopkinerja.polaritas import is_due
from sopkinerja.renaksi import teks
from sopkinerja.renaksi.konteks import Bulan, KonteksLangkah
from sopkinerja.renaksi.model import FormulirRenaksi
from sopkinerja.renaksi.tabel import RENAKSI
from sopkinerja.temuan import Letak, Temuan
from sopkinerja.tulisan import build_inti, render_rupiah

_JUDUL = RENAKSI.judul
_TEKS = ("kode", "langkah", "keluaran", "penanggung_jawab")
PANJANG = 60


def list_bertarget(formulir: FormulirRenaksi) -> list[Indikator]:
    """The indicators that must have a step: those with a target due in the triwulan."""
    tw = formulir.triwulan
    return [i for i in formulir.indikator if is_due(i.polaritas, i.target(tw))]


# --- one step


def check_sel_terbaca(k: KonteksLangkah) -> Iterator[Temuan]:
    """A text is a text, not a formula gone wrong, and not struck through."""
    for kolom in _TEKS:
        if k.is_galat(kolom):
            yield Temuan(
                Kode.RENAKSI_014,
                k.tempat.letak(kolom),
                kolom=_JUDUL[kolom],
                nomor=k.nomor,
                galat=k.tempat.sel[kolom].galat,
            )
        elif (sel := k.tempat.sel.get(kolom)) is not None and sel.coret:
            isi = render_coret(sel)
            yield Temuan(Kode.HAMBATAN_005, k.tempat.letak(kolom), kolom=_JUDUL[kolom], isi=isi)


def check_kode(k: KonteksLangkah) -> Iterator[Temuan]:
    """A step serves an indicator of this jabatan."""
    kode, letak = k.langkah.kode, k.tempat.letak("kode")
    contoh = k.formulir.indikator[0].kode if k.formulir.indikator else "–"
    if not kode and not k.is_galat("kode"):
        yield Temuan(Kode.RENAKSI_003, letak, nomor=k.nomor, contoh=contoh)
    elif kode and k.formulir.cari(kode) is None:
        yield Temuan(Kode.RENAKSI_002, letak, nomor=k.nomor, kode=kode[:PANJANG], contoh=contoh)


def check_langkah(k: KonteksLangkah) -> Iterator[Temuan]:
    """A step says what is done."""
    if not k.langkah.langkah and not k.is_galat("langkah"):
        yield Temuan(Kode.RENAKSI_004, k.tempat.letak("langkah"), nomor=k.nomor)


def check_bulan(k: KonteksLangkah) -> Iterator[Temuan]:
    """A step begins and ends in a month of the triwulan."""
    pilihan = _render_bulan(k.formulir.triwulan)
    for kolom, bulan in (("bulan_mulai", k.mulai), ("bulan_selesai", k.selesai)):
        if sebab := _sebab_bulan(bulan, k.formulir.triwulan):
            letak, judul = k.tempat.letak(kolom), _JUDUL[kolom]
            yield Temuan(
                Kode.RENAKSI_005, letak, kolom=judul, nomor=k.nomor, sebab=sebab, bulan=pilihan
            )


def _sebab_bulan(bulan: Bulan, triwulan: Triwulan) -> str:
    if bulan is None:
        return teks.BULAN_KOSONG
    if isinstance(bulan, BukanTanggal):
        return teks.BULAN_TAK_TERBACA.format(isi=bulan.teks[:PANJANG])
    if bulan not in triwulan.bulan:
        return teks.BULAN_LUAR.format(bulan=BULAN[bulan - 1], triwulan=triwulan.romawi)
    return ""


def _render_bulan(triwulan: Triwulan) -> str:
    satu, dua, tiga = (BULAN[b - 1] for b in triwulan.bulan)
    return f"{satu}, {dua}, atau {tiga}"


def check_urutan_bulan(k: KonteksLangkah) -> Iterator[Temuan]:
    """A step doesn't end before it begins."""
    mulai, selesai = k.langkah.bulan_mulai, k.langkah.bulan_selesai
    if mulai and selesai and selesai < mulai:
        yield Temuan(
            Kode.RENAKSI_006,
            k.tempat.letak("bulan_selesai"),
            nomor=k.nomor,
            mulai=BULAN[mulai - 1],
            selesai=BULAN[selesai - 1],
        )


def check_lengkap(k: KonteksLangkah) -> Iterator[Temuan]:
    """A step names its output and who is in charge."""
    for kolom in ("keluaran", "penanggung_jawab"):
        if not getattr(k.langkah, kolom) and not k.is_galat(kolom):
            letak = k.tempat.letak(kolom)
            yield Temuan(Kode.RENAKSI_007, letak, nomor=k.nomor, kolom=_JUDUL[kolom])


def check_anggaran(k: KonteksLangkah) -> Iterator[Temuan]:
    """A budget is a number that can be read in one way, and not below zero."""
    butir = teks.BUTIR_ANGGARAN.format(nomor=k.nomor)
    yield from check_angka(butir, "anggaran", k.anggaran, k.tempat, "rupiah")
    if isinstance(k.anggaran, float) and k.anggaran < 0:
        nilai = render_rupiah(k.anggaran)
        yield Temuan(Kode.RENAKSI_008, k.tempat.letak("anggaran"), nomor=k.nomor, nilai=nilai)


ATURAN_LANGKAH: tuple[Callable[[KonteksLangkah], Iterator[Temuan]], ...] = (
    check_sel_terbaca,
    check_kode,
    check_langkah,
    check_bulan,
    check_urutan_bulan,
    check_lengkap,
    check_anggaran,
)


# --- all steps of a form


def check_indikator_berlangkah(
    formulir: FormulirRenaksi, semua: Sequence[KonteksLangkah]
) -> Iterator[Temuan]:
    """Every indicator with a target due in the triwulan has a step."""
    bertarget, letak = list_bertarget(formulir), Letak(tabel="renaksi", kolom="kode")
    tw = formulir.triwulan.romawi
    if bertarget and not semua:
        daftar = ", ".join(i.kode for i in bertarget)
        yield Temuan(Kode.RENAKSI_010, letak, jumlah=len(bertarget), triwulan=tw, daftar=daftar)
        return
    sudah = {k.langkah.kode for k in semua}
    for i in bertarget:
        if i.kode not in sudah:
            yield Temuan(Kode.RENAKSI_001, letak, kode=i.kode, indikator=i.indikator, triwulan=tw)


def check_pagu(formulir: FormulirRenaksi, semua: Sequence[KonteksLangkah]) -> Iterator[Temuan]:
    """The year's steps cost no more than the pagu that the jabatan answers for."""
    kini = math.fsum(k.langkah.anggaran or 0 for k in semua)
    setahun = kini + math.fsum(formulir.anggaran_lalu.values())
    pagu = math.fsum(p.pagu for p in formulir.pagu)
    if formulir.ada_dpa and kini > 0 and setahun > pagu:
        yield Temuan(
            Kode.RENAKSI_009,
            Letak(tabel="renaksi", kolom="anggaran"),
            nilai=render_rupiah(setahun),
            kini=render_rupiah(kini),
            pagu=render_rupiah(pagu),
        )


def check_bawaan_dilanjutkan(
    formulir: FormulirRenaksi, semua: Sequence[KonteksLangkah]
) -> Iterator[Temuan]:
    """What was carried over is carried on, or left out on purpose."""
    ada = {k.langkah.kunci for k in semua}
    for b in formulir.bawaan:
        if b.kunci not in ada:
            letak = Letak(tabel="renaksi", kolom="langkah")
            yield Temuan(Kode.RENAKSI_012, letak, kunci=b.kunci, langkah=b.langkah[:PANJANG])


def check_langkah_tunggal(
    formulir: FormulirRenaksi, semua: Sequence[KonteksLangkah]
) -> Iterator[Temuan]:
    """No step stands there twice."""
    dilihat: set[tuple[str, str]] = set()
    for k in semua:
        kalimat = build_inti(k.langkah.langkah)
        if kalimat and (k.langkah.kode, kalimat) in dilihat:
            letak, isi = k.tempat.letak("langkah"), k.langkah.langkah[:PANJANG]
            yield Temuan(Kode.RENAKSI_013, letak, langkah=isi, kode=k.langkah.kode or "–")
        dilihat.add((k.langkah.kode, kalimat))


ATURAN_RENAKSI: tuple[
    Callable[[FormulirRenaksi, Sequence[KonteksLangkah]], Iterator[Temuan]], ...
] = (
    check_indikator_berlangkah,
    check_pagu,
    check_bawaan_dilanjutkan,
    check_langkah_tunggal,
)
