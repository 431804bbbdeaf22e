"""The LHE's sentences, each made from the figures it speaks of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sopkinerja.istilah import Level, StatusHasil
from sopkinerja.laporan.capaian import limit
from sopkinerja.laporan.isian_anggaran import is_membiayai
from sopkinerja.lhe.halaman import render_daftar
from sopkinerja.lhe.kalimat_tahun import build_putusan_tahun
from sopkinerja.lhe.kepatuhan import find_belum_terbit, find_ditegur, find_lowong
from sopkinerja.lhe.ujung import render_ujung_level, render_ujung_unit
from sopkinerja.lhe.utama import find_utama, render_utama
from sopkinerja.matriks.baris import BarisMatriks
from sopkinerja.matriks.matriks import Matriks
from sopkinerja.tulisan import render_persen, render_rupiah

SEBUT = 2
"""So many are named of those about whom something is to be decided."""


def render_capaian(matriks: Matriks, b: BarisMatriks) -> str:
    """`75,00%`; of the year also `75,00%, tidak lengkap (TW I)`."""
    catatan = b.tidak_lengkap if matriks.bahan.setahun else ""
    return ", ".join(t for t in (render_persen(b.capaian or 0), catatan) if t)


def render_iku(matriks: Matriks) -> str:
    """How the Kepala Dinas' own indicators stand."""
    utama = find_utama(matriks)
    if utama.level is not Level.KEPALA_DINAS or utama.skor.nilai is None:
        sebab = _render_status(matriks.iku)
        return f"{render_utama(matriks)} Indikator Kepala Dinas: {sebab}." if matriks.iku else ""
    nama = [b.indikator.indikator for b in utama.kurang]
    return f"{render_utama(matriks)}{f' Di bawah target: {render_daftar(nama)}.' if nama else ''}"


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
        f"Paling rendah: {buruk.indikator.indikator} ({buruk.jabatan.kode} {buruk.jabatan.nama}), "
        f"{render_capaian(matriks, buruk)}."
    )


def build_putusan(matriks: Matriks, sebut: int = SEBUT) -> Iterator[str]:
    """What waits for a decision, each with whom or what it is about, the weightiest first; of
    each as many by name as `sebut`."""
    yield from _putusan_kembar(matriks, sebut)
    yield from _putusan_anggaran(matriks, sebut)
    yield from _putusan_orang(matriks, sebut)
    yield from _putusan_rendah(matriks, sebut)
    if matriks.bahan.setahun:
        yield from build_putusan_tahun(matriks, sebut)
    if matriks.bahan.rapat is None:
        yield "Waktu Rapat Monev: hasil rapat triwulan ini belum diterima."


def _putusan_kembar(matriks: Matriks, sebut: int) -> Iterator[str]:
    """Indicators below the Kepala Dinas' that two levels report otherwise: whose figure is right?"""
    iku = {b.kode for b in matriks.iku}
    beda = [k for k in matriks.kembar if k.atas.kode not in iku]
    nama = [f"{k.atas.indikator} ({k.atas.kode} dan {k.bawah.kode})" for k in beda]
    if nama:
        yield (
            f"Angka atau target yang benar bagi {len(nama)} indikator yang berbeda di atasan dan "
            f"bawahan: {render_daftar(nama, sebut)}."
        )


def _putusan_rendah(matriks: Matriks, sebut: int) -> Iterator[str]:
    label = [n for _, n in sorted(matriks.bahan.pengaturan.predikat, key=lambda p: p[0])][:2]
    rendah = [b for b in matriks.kurang if b.predikat in label]
    bawahan = [b for b in rendah if b.level != Level.KEPALA_DINAS]
    kepala = len(rendah) - len(bawahan)
    if bawahan:
        nama = render_daftar([_butir(matriks, b) for b in bawahan], sebut)
        ekor = f", selain {kepala} indikator Kepala Dinas" if kepala else ""
        yield (
            f"Perbaikan {len(bawahan)} indikator berpredikat "
            f"{' atau '.join(reversed(label))}{ekor}: {nama}."
        )


def _butir(matriks: Matriks, b: BarisMatriks) -> str:
    return (
        f"{b.indikator.indikator} ({b.jabatan.kode} {b.jabatan.nama}, {render_capaian(matriks, b)})"
    )


def _putusan_anggaran(matriks: Matriks, sebut: int) -> Iterator[str]:
    lebih = [
        f"{b.uraian} ({render_rupiah(b.sd - b.pagu)})"
        for b in matriks.anggaran
        if b.sd and b.sd > b.pagu
    ]
    if lebih:
        nama = render_daftar(lebih, sebut)
        yield f"Realisasi melebihi pagu: {nama}."
    nol = [b.indikator.indikator for b in find_belanja_tanpa_hasil(matriks)]
    if nol:
        yield f"Anggaran terpakai tetapi capaian 0: {render_daftar(nol, sebut)}."


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


def _putusan_orang(matriks: Matriks, sebut: int) -> Iterator[str]:
    bahan = matriks.bahan
    belum = [f"{s.kode} {s.nama}" for s in find_ditegur(bahan)]
    if belum:
        yield f"Teguran atau batas akhir bagi {len(belum)} jabatan yang belum diterima laporannya: {render_daftar(belum, sebut)}."
    tanpa = [f"{s.kode} {s.nama}" for s in find_belum_terbit(bahan)]
    if tanpa:
        yield f"Penerbitan formulir bagi {len(tanpa)} jabatan yang terisi tetapi belum menerimanya: {render_daftar(tanpa, sebut)}."
    lowong = [f"{s.kode} {s.nama}" for s in find_lowong(bahan)]
    if lowong:
        yield f"Pengisian (atau Plt.) bagi {len(lowong)} jabatan lowong: {render_daftar(lowong, sebut)}."
