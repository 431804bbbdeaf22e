"""The LHE's sentences, each made from the figures it speaks of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from sopkinerja.istilah import Level, StatusHasil
from sopkinerja.laporan.capaian import limit
from sopkinerja.laporan.isian_anggaran import is_membiayai
from sopkinerja.laporan.tahun import merge_tidak_lengkap
from sopkinerja.lhe.halaman import render_daftar, render_periode
from sopkinerja.lhe.kalimat_tahun import build_kabar_tahun, build_putusan_tahun
from sopkinerja.lhe.kepatuhan import (
    find_belum,
    find_belum_terbit,
    find_ditegur,
    find_lowong,
    find_terlambat,
)
from sopkinerja.lhe.ujung import render_ujung_level, render_ujung_unit
from sopkinerja.matriks.anggaran import build_serapan
from sopkinerja.matriks.baris import BarisMatriks, Skor
from sopkinerja.matriks.matriks import Matriks
from sopkinerja.tulisan import render_persen, render_rupiah

URUTAN_UTAMA = (Level.KEPALA_DINAS, Level.KABID, Level.KASUBAG, Level.JFK, Level.JFU)
"""Whose figures lead: the Kepala Dinas' own, else the highest level that has any."""


class Utama(NamedTuple):
    """The headline: the level that leads and its score, None where nothing can be assessed yet."""

    level: Level
    skor: float | None
    predikat: str
    dinilai: int
    indikator: int
    tidak_lengkap: int


def find_utama(matriks: Matriks) -> Utama:
    """The Kepala Dinas' own indicators; where none can be assessed, Kabid level, and so down."""
    for level in URUTAN_UTAMA:
        b = matriks.skor_level(level)
        if b.nilai is not None:
            return _utama(level, b)
    return _utama(Level.KEPALA_DINAS, matriks.skor_level(Level.KEPALA_DINAS))


def _utama(level: Level, s: Skor) -> Utama:
    return Utama(
        level, s.nilai, s.predikat, s.dinilai, s.indikator, s.tidak_lengkap,
    )  # fmt: skip


def render_utama(matriks: Matriks) -> str:
    """The one sentence that the head of the office reads first."""
    utama, tw = find_utama(matriks), render_periode(matriks.bahan)
    if utama.skor is None:
        return f"Belum ada indikator yang dapat dinilai {tw}, di level jabatan mana pun."
    nilai = f"{render_persen(utama.skor)} ({utama.predikat})"
    if matriks.bahan.setahun:
        nilai = f"{nilai} terhadap target tahun"
    ekor = _render_tidak_lengkap(matriks, utama.level)
    if utama.level is Level.KEPALA_DINAS:
        return (
            f"Capaian indikator Kepala Dinas {tw} rata-rata {nilai}; "
            f"{utama.dinilai} dari {utama.indikator} indikator sudah dapat dinilai{ekor}."
        )
    return (
        f"Belum ada indikator Kepala Dinas yang dapat dinilai {tw}. "
        f"Level {utama.level} rata-rata {nilai}, dari {utama.dinilai} indikator yang dinilai{ekor}."
    )


def _render_tidak_lengkap(matriks: Matriks, level: Level) -> str:
    """Of the year: how many of a level's assessed figures lack a triwulan, and which."""
    milik = [b for b in matriks.dihitung if b.level == level] if matriks.bahan.setahun else []
    kurang = [k for b in milik if (k := b.tidak_lengkap)]
    return f", {len(kurang)} di antaranya {merge_tidak_lengkap(kurang)}" if kurang else ""


def render_capaian(matriks: Matriks, b: BarisMatriks) -> str:
    """`75,00%`; of the year also `75,00%, tidak lengkap (TW I)`."""
    catatan = b.tidak_lengkap if matriks.bahan.setahun else ""
    return ", ".join(t for t in (render_persen(b.capaian or 0), catatan) if t)


def render_iku(matriks: Matriks) -> str:
    """How the Kepala Dinas' own indicators stand."""
    utama = find_utama(matriks)
    if utama.level is not Level.KEPALA_DINAS or utama.skor is None:
        sebab = _render_status(matriks.iku)
        return f"{render_utama(matriks)} Indikator Kepala Dinas: {sebab}." if matriks.iku else ""
    kurang = [b.indikator.indikator for b in matriks.kurang if b in matriks.iku]
    ekor = (
        f" Di bawah target: {render_daftar(kurang)}."
        if kurang
        else " Semua yang sudah dinilai mencapai target."
    )
    return render_utama(matriks) + ekor


def _render_status(baris: Iterable[BarisMatriks]) -> str:
    status = [b.status for b in baris]
    return ", ".join(f"{status.count(s)} {s}" for s in StatusHasil if s in status)


def render_level(matriks: Matriks) -> str:
    """Which level stands highest and lowest."""
    awal = (
        f"Skor sebuah level adalah rata-rata skor jabatannya, dihitung dari {_asal(matriks)} "
        "dan hanya dari jabatan yang sudah punya skor."
    )
    return f"{render_ujung_level(matriks)} {awal}".strip()


def render_unit(matriks: Matriks) -> str:
    """Which unit stands highest and lowest."""
    awal = (
        f"Skor sebuah unit adalah rata-rata skor jabatannya, dihitung dari {_asal(matriks)} "
        "dan hanya dari jabatan yang sudah punya skor."
    )
    return f"{render_ujung_unit(matriks)} {awal}".strip()


def _asal(matriks: Matriks) -> str:
    return "Capaian Tahun (terhadap target tahun)" if matriks.bahan.setahun else "Capaian s.d. TW"


def render_kurang(matriks: Matriks) -> str:
    """How much is below target, and what is worst."""
    dinilai, kurang = len(matriks.dihitung), matriks.kurang
    if not dinilai:
        return "Belum ada indikator yang dapat dinilai."
    if not kurang:
        return f"Semua {dinilai} indikator yang dapat dinilai mencapai target."
    buruk = kurang[0]
    return (
        f"{len(kurang)} dari {dinilai} indikator yang dapat dinilai berada di bawah target. "
        f"Paling rendah: {buruk.indikator.indikator} ({buruk.jabatan.nama}), "
        f"{render_capaian(matriks, buruk)}."
    )


def build_kabar(matriks: Matriks) -> Iterator[str]:
    """What the head of the office should know, most telling first."""
    if matriks.bahan.dini:
        yield matriks.bahan.dini
    yield _render_nilai(matriks)
    yield render_ujung_level(matriks)
    yield render_ujung_unit(matriks)
    yield _render_lapor(matriks)
    yield from _render_kembar(matriks)
    if matriks.bahan.setahun:
        yield from build_kabar_tahun(matriks)
    serapan = build_serapan(matriks.anggaran)
    if serapan.persen is not None and serapan.realisasi is not None:
        yield (
            f"Anggaran terserap {render_rupiah(serapan.realisasi)} dari pagu "
            f"{render_rupiah(serapan.pagu)} ({render_persen(serapan.persen)})."
        )


def _render_nilai(matriks: Matriks) -> str:
    semua, dinilai, kurang = len(matriks.baris), len(matriks.dihitung), len(matriks.kurang)
    belum = [
        f"{matriks.hitung_status(s)} {s}"
        for s in StatusHasil
        if s is not StatusHasil.DIHITUNG and matriks.hitung_status(s)
    ]
    if not dinilai:
        return f"Belum satu pun dari {semua} indikator dapat dinilai: {', '.join(belum)}."
    ekor = f" Selebihnya: {', '.join(belum)}." if belum else ""
    return (
        f"Dari {semua} indikator, {dinilai} dapat dinilai: {dinilai - kurang} mencapai target "
        f"dan {kurang} di bawah target.{ekor}"
    )


def _render_lapor(matriks: Matriks) -> str:
    bahan = matriks.bahan
    belum, terlambat = find_belum(bahan), find_terlambat(bahan)
    bagian = []
    if belum:
        bagian.append(f"{len(belum)} jabatan belum diterima laporannya: {_nama(belum)}.")
    else:
        bagian.append("Semua jabatan yang terisi sudah diterima laporannya.")
    if terlambat:
        bagian.append(
            f"{len(terlambat)} laporan terlambat, paling lama "
            f"{terlambat[0].hari_terlambat} hari kerja ({terlambat[0].nama})."
        )
    return " ".join(bagian)


def _render_kembar(matriks: Matriks) -> Iterator[str]:
    """Indicators that a superior and a subordinate report otherwise."""
    daftar = matriks.kembar
    if daftar:
        nama = [f"{k.atas.indikator} ({k.atas.kode} dan {k.bawah.kode})" for k in daftar]
        yield (
            f"{len(daftar)} indikator yang sama di atasan dan bawahan berbeda target atau angkanya: "
            f"{render_daftar(nama, 2)}."
        )


def _nama(daftar: Iterable[object]) -> str:
    return render_daftar([str(getattr(s, "nama", s)) for s in daftar])


def build_putusan(matriks: Matriks) -> Iterator[str]:
    """What waits for a decision, each with whom or what it is about."""
    yield from _putusan_iku(matriks)
    yield from _putusan_rendah(matriks)
    yield from _putusan_anggaran(matriks)
    yield from _putusan_orang(matriks)
    if matriks.bahan.setahun:
        yield from build_putusan_tahun(matriks)
    if matriks.bahan.rapat is None:
        yield "Waktu Rapat Monev: hasil rapat triwulan ini belum diterima."


def _putusan_iku(matriks: Matriks) -> Iterator[str]:
    kurang = [b for b in matriks.kurang if b.level == Level.KEPALA_DINAS]
    if kurang:
        nama = render_daftar(
            [f"{b.indikator.indikator} ({render_capaian(matriks, b)})" for b in kurang], 3
        )
        awal = (
            f"Sebab dan langkah {matriks.bahan.tahun + 1} bagi IKU yang tidak mencapai target"
            if matriks.bahan.setahun
            else "Langkah agar IKU yang tertinggal mengejar target"
        )
        yield f"{awal}: {nama}."


def _putusan_rendah(matriks: Matriks) -> Iterator[str]:
    label = [n for _, n in sorted(matriks.bahan.pengaturan.predikat, key=lambda p: p[0])][:2]
    rendah = [b for b in matriks.kurang if b.predikat in label]
    bawahan = [b for b in rendah if b.level != Level.KEPALA_DINAS]
    kepala = len(rendah) - len(bawahan)
    if bawahan:
        nama = render_daftar([_butir(matriks, b) for b in bawahan], 2)
        ekor = f", selain {kepala} indikator Kepala Dinas" if kepala else ""
        yield (
            f"Perbaikan {len(bawahan)} indikator berpredikat "
            f"{' atau '.join(reversed(label))}{ekor}: {nama}."
        )


def _butir(matriks: Matriks, b: BarisMatriks) -> str:
    return f"{b.indikator.indikator} ({b.jabatan.nama}, {render_capaian(matriks, b)})"


def _putusan_anggaran(matriks: Matriks) -> Iterator[str]:
    lebih = [
        f"{b.uraian} ({render_rupiah(b.sd - b.pagu)})"
        for b in matriks.anggaran
        if b.sd and b.sd > b.pagu
    ]
    if lebih:
        nama = render_daftar(lebih, 2)
        yield f"Realisasi melebihi pagu: {nama}."
    nol = [b.indikator.indikator for b in find_belanja_tanpa_hasil(matriks)]
    if nol:
        yield f"Anggaran terpakai tetapi capaian 0: {render_daftar(nol, 2)}."


def find_belanja_tanpa_hasil(matriks: Matriks) -> list[BarisMatriks]:
    """Indicators with capaian 0 whose sub kegiatan has spent money."""
    terpakai = {b.kode for b in matriks.anggaran if b.sd}
    mandat = matriks.bahan.mandat[matriks.bahan.triwulan]
    sub = {i.kode: i.sub_kegiatan for i in mandat.indikator}
    pengaturan = matriks.bahan.pengaturan
    return [
        b
        for b in matriks.kurang
        if b.capaian is not None
        and limit(b.capaian, pengaturan) == 0
        and any(is_membiayai(k, sub.get(b.kode)) for k in terpakai)
    ]


def _putusan_orang(matriks: Matriks) -> Iterator[str]:
    bahan = matriks.bahan
    nama = {j.kode: j.nama for j in bahan.jabatan}
    belum = [
        f"{s.nama} (atasan: {nama.get(s.atasan, s.atasan)})" if s.atasan else s.nama
        for s in find_ditegur(bahan)
    ]
    if belum:
        yield f"Teguran atau batas akhir bagi {len(belum)} jabatan yang belum diterima laporannya: {render_daftar(belum, 2)}."
    tanpa = [s.nama for s in find_belum_terbit(bahan)]
    if tanpa:
        yield f"Penerbitan formulir bagi {len(tanpa)} jabatan yang terisi tetapi belum menerimanya: {render_daftar(tanpa, 2)}."
    lowong = [s.nama for s in find_lowong(bahan)]
    if lowong:
        yield f"Pengisian (atau Plt.) bagi {len(lowong)} jabatan lowong: {render_daftar(lowong, 2)}."
