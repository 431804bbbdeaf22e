"""The LHE's sentences, each made from the figures it speaks of."""

from __future__ import annotations

from collections.abc import Iterable

from sopkinerja.istilah import Level
from sopkinerja.lhe.halaman import render_daftar
from sopkinerja.lhe.ujung import render_ujung_level, render_ujung_unit
from sopkinerja.lhe.utama import find_utama, render_utama
from sopkinerja.matriks.baris import BarisMatriks
from sopkinerja.matriks.matriks import Matriks
from sopkinerja.matriks.nilai import build_hitung_status
from sopkinerja.tulisan import render_persen


def render_capaian(matriks: Matriks, b: BarisMatriks) -> str:
    """`75,00%`; of the year also `75,00%, tidak lengkap (TW I)`."""
    catatan = b.tidak_lengkap if matriks.bahan.setahun else ""
    return ", ".join(t for t in (render_persen(b.capaian or 0), catatan) if t)


def render_iku(matriks: Matriks) -> str:
    """How the Kepala Dinas' own indicators stand."""
    utama = find_utama(matriks)
    if utama.level is not Level.KEPALA_DINAS or utama.skor.nilai is None:
        sebab = _render_status(matriks, matriks.iku)
        return f"{render_utama(matriks)} Indikator Kepala Dinas: {sebab}." if matriks.iku else ""
    nama = [b.indikator.indikator for b in utama.kurang]
    return f"{render_utama(matriks)}{f' Di bawah target: {render_daftar(nama)}.' if nama else ''}"


def _render_status(matriks: Matriks, baris: Iterable[BarisMatriks]) -> str:
    status = build_hitung_status(matriks.bahan, baris)
    return ", ".join(f"{n} {s}" for s, n in status.items() if n)


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
        f"Paling rendah: {buruk.indikator.indikator} ({buruk.jabatan.kode} {buruk.jabatan.nama}), "
        f"{render_capaian(matriks, buruk)}."
    )
