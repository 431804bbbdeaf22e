"""The headline: how many of the leading indicators reached their target, then the mean."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import NamedTuple

from sopkinerja.istilah import Level, Triwulan
from sopkinerja.laporan.capaian import round_persen
from sopkinerja.laporan.tahun import merge_tidak_lengkap
from sopkinerja.lhe.halaman import render_daftar, render_periode
from sopkinerja.lhe.perlu import KALI_BERAT, find_perlu, render_masa
from sopkinerja.matriks.baris import BarisMatriks, Skor
from sopkinerja.matriks.matriks import Matriks
from sopkinerja.matriks.nilai import build_skor_jabatan, build_skor_level
from sopkinerja.matriks.tercetak import Setahun
from sopkinerja.tulisan import render_angka, render_persen

URUTAN = (Level.KEPALA_DINAS, Level.KABID, Level.KASUBAG, Level.JFK, Level.JFU)
"""Whose figures lead: the Kepala Dinas' own, else the highest level that has any."""

KALI = render_angka(KALI_BERAT)
MAKS_DISEBUT = 2
"""More names than these make a headline that nobody reads."""


class Utama(NamedTuple):
    """The rows that lead and the score of their level, which has none where nothing can be assessed
    yet; worst first among those below target."""

    skor: Skor
    milik: tuple[BarisMatriks, ...]
    kurang: tuple[BarisMatriks, ...]

    @property
    def level(self) -> Level:
        """Whose rows they are."""
        return Level(self.skor.kode)

    @property
    def dinilai(self) -> int:
        """How many of them could be assessed."""
        return sum(b.is_dihitung for b in self.milik)

    @property
    def apa(self) -> str:
        """What a sentence calls one of them: `IKU`, or `indikator level Kabid`."""
        return "IKU" if self.level is Level.KEPALA_DINAS else f"indikator level {self.level}"


def find_utama(matriks: Matriks) -> Utama:
    """The Kepala Dinas' own indicators; where none can be assessed, Kabid level, and so down."""
    ada = (s for level in URUTAN if (s := matriks.skor_level(level)).nilai is not None)
    skor = next(ada, matriks.skor_level(Level.KEPALA_DINAS))
    milik = tuple(b for b in matriks.baris if b.level == skor.kode)
    return Utama(skor, milik, tuple(b for b in matriks.kurang if b in milik))


def render_utama(matriks: Matriks) -> str:
    """The one sentence that the head of the office reads first: counts, not a mean."""
    utama, bahan = find_utama(matriks), matriks.bahan
    masa = f"tahun {bahan.tahun}" if bahan.setahun else render_periode(bahan)
    if utama.skor.nilai is None:
        return f"Belum ada indikator yang dapat dinilai {masa}, di level jabatan mana pun."
    kurang = len(utama.kurang)
    akhir = f"; {kurang} {'di bawah target' if bahan.setahun else 'tertinggal'}"
    isi = (
        f"{utama.dinilai - kurang} dari {utama.dinilai} {utama.apa} mencapai target {masa}"
        f"{akhir if kurang else ''}."
    )
    if utama.level is Level.KEPALA_DINAS:
        return isi
    return f"Belum ada IKU yang dapat dinilai {masa}. {isi}"


def render_berat(matriks: Matriks) -> str:
    """Which of those behind need far more than was planned, and how much; empty where none does."""
    triwulan = matriks.bahan.triwulan
    kamus = matriks.bahan.pengaturan.satuan
    perlu = [(b, find_perlu(b, triwulan, kamus)) for b in find_utama(matriks).kurang]
    berat = [(b, p.kali) for b, p in perlu if p.is_berat and p.kali is not None]
    if not berat or matriks.bahan.setahun:
        return ""
    masa = render_masa(triwulan)
    if len(berat) > MAKS_DISEBUT:
        isi = f"{len(berat)} di antaranya harus mencapai {KALI} kali target {masa} atau lebih"
    else:
        isi = f"di {masa} {' dan '.join(_render_kali(b, kali) for b, kali in berat)}"
    return f"Agar target tahun tercapai, {isi}."


def _render_kali(b: BarisMatriks, kali: float) -> str:
    """`Nilai ekspor harus 1,8 kali target TW itu`."""
    return f"{b.indikator.indikator} harus {render_angka(kali, 1)} kali target TW itu"


def render_rerata(setahun: Setahun) -> str:
    """The mean with its predikat, and the way it went since the triwulan before."""
    matriks, utama = setahun.matriks, find_utama(setahun.matriks)
    if utama.skor.nilai is None:
        return ""
    dasar = " terhadap target tahun" if matriks.bahan.setahun else ""
    nilai = f"{render_persen(utama.skor.nilai)} ({utama.skor.predikat} menurut skala){dasar}"
    bolong = _render_tidak_lengkap(utama)
    return f"Rata-rata capaian {utama.apa} {nilai}{_render_arah(setahun, utama)}{bolong}."


def _render_tidak_lengkap(utama: Utama) -> str:
    """How many of the assessed figures lack a triwulan, and which."""
    kurang = [b.tidak_lengkap for b in utama.milik if b.is_dihitung and b.tidak_lengkap]
    return f"; {len(kurang)} di antaranya {merge_tidak_lengkap(kurang)}" if kurang else ""


def _render_arah(setahun: Setahun, utama: Utama) -> str:
    """The way of the mean, like with like: where other indicators were assessed in the triwulan
    before, that of those assessed in both."""
    bahan = setahun.bahan
    if bahan.setahun or bahan.triwulan is Triwulan.I:
        return ""
    tw = Triwulan(bahan.triwulan - 1)
    dua = (setahun.per_triwulan[tw], setahun.matriks)
    dinilai = [{b.kode for b in m.dihitung if b.level is utama.level} for m in dua]
    sama = dinilai[0] & dinilai[1]
    lalu, kini = (_find_skor(m, utama.level, sama) for m in dua)
    if lalu is None or kini is None:
        return ""
    apa = f"{len(sama)} {'IKU' if utama.level is Level.KEPALA_DINAS else 'indikator'}"
    if dinilai[0] != dinilai[1]:
        return f"; {apa} yang dinilai juga pada TW {tw.romawi} {render_arah(lalu, kini)}"
    a, b = round_persen(lalu), round_persen(kini)
    arah = "sama dengan" if a == b else f"{'naik' if b > a else 'turun'} dari"
    return f", {arah} {render_persen(lalu)} pada TW {tw.romawi} ({apa} yang sama)"


def _find_skor(matriks: Matriks, level: Level, kode: Collection[str]) -> float | None:
    """The score of a level over these of its indicators."""
    baris = (b for b in matriks.baris if b.kode in kode)
    semua = build_skor_level(matriks.bahan, build_skor_jabatan(matriks.bahan, baris))
    return next(s.nilai for s in semua if s.kode == level)


def render_arah(lalu: float, sekarang: float) -> str:
    """`naik dari 80,00% menjadi 83,33%`; two that print alike are `tetap 83,33%`."""
    beda = round_persen(sekarang) - round_persen(lalu)
    if not beda:
        return f"tetap {render_persen(sekarang)}"
    arah = "naik" if beda > 0 else "turun"
    return f"{arah} dari {render_persen(lalu)} menjadi {render_persen(sekarang)}"


def render_belum(matriks: Matriks, alasan: Sequence[tuple[BarisMatriks, str]]) -> str:
    """How many IKU weren't assessed, and why each; empty where all were."""
    if not alasan:
        return ""
    nama = [f"{b.indikator.indikator} ({sebab})" for b, sebab in alasan]
    return f"{len(nama)} IKU belum dinilai: {render_daftar(nama)}."
