"""When a Renaksi form is wrong: the rules over one step, and over all of them, one sentence each."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence

from sopkinerja.baca.angka import render_coret
from sopkinerja.baca.takaran import Takaran
from sopkinerja.baca.tanggal import BukanTanggal
from sopkinerja.formulir.aturan import check_angka
from sopkinerja.istilah import BULAN, Triwulan
from sopkinerja.katalog import Kode
from sopkinerja.opd.mandat import Indikator
from sopkinerja.opd.rujukan import render_dekat
from sopkinerja.polaritas import is_due
from sopkinerja.renaksi import teks
from sopkinerja.renaksi.konteks import Bulan, KonteksLangkah
from sopkinerja.renaksi.model import FormulirRenaksi, sum_tepat
from sopkinerja.renaksi.tabel import RENAKSI, TARGET
from sopkinerja.temuan import Letak, Temuan
from sopkinerja.tulisan import build_inti, render_angka, render_kutip, render_rupiah

_JUDUL = RENAKSI.judul
_TEKS = ("kode", "langkah", "keluaran", "penanggung_jawab")
DEKAT = 0.000001
"""As near as the form's own formula calls equal."""


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
        dekat = render_dekat(kode, [(i.kode, i.indikator) for i in k.formulir.indikator])
        data = {"kode": render_kutip(kode), "contoh": contoh, "dugaan": dekat}
        yield Temuan(Kode.RENAKSI_002, letak, tingkat=None, nomor=k.nomor, **data)


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
        return teks.BULAN_TAK_TERBACA.format(isi=render_kutip(bulan.teks))
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
    yield from check_angka(butir, "anggaran", k.anggaran, k.tempat, Takaran("rupiah"))
    if isinstance(k.anggaran, float) and k.anggaran < 0:
        nilai = render_rupiah(k.anggaran)
        yield Temuan(Kode.RENAKSI_008, k.tempat.letak("anggaran"), nomor=k.nomor, nilai=nilai)


def check_target_terbaca(k: KonteksLangkah) -> Iterator[Temuan]:
    """A target is a number that can be read in one way, and not below zero."""
    for kolom, bacaan in k.target.items():
        butir = teks.BUTIR_TARGET.format(kolom=_JUDUL[kolom], nomor=k.nomor)
        yield from check_angka(butir, kolom, bacaan, k.tempat, k.takaran)
        if isinstance(bacaan, float) and bacaan < 0:
            nilai, letak = render_angka(bacaan), k.tempat.letak(kolom)
            yield Temuan(Kode.RENAKSI_092, letak, butir=butir, nilai=nilai)


def check_satuan_target(k: KonteksLangkah) -> Iterator[Temuan]:
    """A target says of what."""
    if k.langkah.target is not None and not k.langkah.satuan and not k.is_galat("satuan"):
        nilai = render_angka(k.langkah.target)
        yield Temuan(Kode.RENAKSI_090, k.tempat.letak("satuan"), nomor=k.nomor, nilai=nilai)


def check_jumlah_target(k: KonteksLangkah) -> Iterator[Temuan]:
    """The months add up to the triwulan's target, or the last of them is it; months in per cent may
    mean either, and then the triwulan's target says which."""
    s, bulan = k.langkah, [t for t in k.langkah.target_bulan if t is not None]
    jumlah = render_angka(sum_tepat(bulan))
    letak = k.tempat.letak("target_tw")
    if is_target_beda(bulan, s.target_tw):
        target = render_angka(s.target_tw or 0)
        yield Temuan(Kode.RENAKSI_091, letak, nomor=k.nomor, jumlah=jumlah, target=target)
    elif s.target_tw is None and len(bulan) > 1 and k.takaran.kamus.is_persen(s.satuan):
        akhir = render_angka(bulan[-1])
        yield Temuan(Kode.RENAKSI_094, letak, nomor=k.nomor, jumlah=jumlah, akhir=akhir)


def is_target_beda(bulan: Sequence[float], target: float | None) -> bool:
    """Whether the months neither add up to the triwulan's target nor end at it."""
    if target is None or not bulan:
        return False
    return all(abs(x - target) > DEKAT for x in (sum_tepat(bulan), bulan[-1]))


def check_bulan_target(k: KonteksLangkah) -> Iterator[Temuan]:
    """A month with a target is one in which the step runs."""
    mulai, selesai = k.langkah.bulan_mulai, k.langkah.bulan_selesai
    if mulai is None or selesai is None or selesai < mulai:
        return
    bulan = zip(k.formulir.triwulan.bulan, TARGET[:3], k.langkah.target_bulan, strict=True)
    for nomor, kolom, target in bulan:
        if target and not mulai <= nomor <= selesai:
            yield Temuan(
                Kode.RENAKSI_093,
                k.tempat.letak(kolom),
                nomor=k.nomor,
                bulan=BULAN[nomor - 1],
                masa=k.langkah.render_bulan(),
            )


ATURAN_LANGKAH: tuple[Callable[[KonteksLangkah], Iterator[Temuan]], ...] = (
    check_sel_terbaca,
    check_kode,
    check_langkah,
    check_bulan,
    check_urutan_bulan,
    check_lengkap,
    check_anggaran,
    check_target_terbaca,
    check_satuan_target,
    check_jumlah_target,
    check_bulan_target,
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
            yield Temuan(Kode.RENAKSI_012, letak, kunci=b.kunci, langkah=render_kutip(b.langkah))


def check_langkah_tunggal(
    formulir: FormulirRenaksi, semua: Sequence[KonteksLangkah]
) -> Iterator[Temuan]:
    """No step stands there twice."""
    dilihat: set[tuple[str, str]] = set()
    for k in semua:
        kalimat = build_inti(k.langkah.langkah)
        if kalimat and (k.langkah.kode, kalimat) in dilihat:
            letak, isi = k.tempat.letak("langkah"), render_kutip(k.langkah.langkah)
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
