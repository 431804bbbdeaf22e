"""Anggaran: the budget of the OPD as program, kegiatan and sub kegiatan."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sopkinerja.cetak.lipat import keep_ujung
from sopkinerja.cetak.tabel import BarisCetak, KolomCetak
from sopkinerja.cetak.tulis import Buku, Lembar
from sopkinerja.lhe.efisiensi import TANPA_PAGU, Efisiensi, build_efisiensi, find_gaya
from sopkinerja.lhe.grafik import Batang, write_grafik_batang
from sopkinerja.lhe.halaman import apply_daerah_cetak, build_halaman, write_bagian, write_isi
from sopkinerja.matriks.anggaran import (
    JUMLAH,
    PROGRAM,
    Cabang,
    build_pohon,
    build_serapan,
    render_ekor,
    sum_ada,
)
from sopkinerja.matriks.matriks import Matriks
from sopkinerja.tulisan import render_persen, render_rupiah

KOLOM = (
    KolomCetak("Kode", 17),
    KolomCetak("Program / Kegiatan / Sub Kegiatan", 62),
    KolomCetak("Penanggung Jawab", 28),
    KolomCetak("Pagu (Rp)", 16, ("bulat",)),
    KolomCetak("Realisasi TW (Rp)", 16, ("bulat",)),
    KolomCetak("Realisasi s.d. TW (Rp)", 16, ("bulat",)),
    KolomCetak("Serapan s.d. TW (%)", 10, ("persen",)),
    KolomCetak("Keterangan", 24),
)
KOLOM_PROGRAM = (
    KolomCetak("Kode", 17),
    KolomCetak("Program", 62),
    KolomCetak("Indikator Dinilai", 28, ("tengah",)),
    *KOLOM[3:7],
    KolomCetak("Capaian s.d. TW (%)", 24, ("persen", "tebal")),
)
"""Of each program beside what it brought, on the same grid."""
LEBAR_GRAFIK = 800
"""Pixels: names of programs are long."""


def write_anggaran(buku: Buku, matriks: Matriks) -> None:
    """The sheet `Anggaran`: on paper each program's budget against what it brought; below, for the
    screen, every sub kegiatan."""
    lembar, baris = build_halaman(
        buku, matriks.bahan, "Anggaran", "Realisasi Anggaran", _build_kalimat(matriks), KOLOM
    )
    pohon = list(build_pohon(matriks.bahan, matriks.anggaran))
    program = [(c, build_efisiensi(matriks, c)) for c in pohon if c.jenis in (PROGRAM, JUMLAH)]
    kolom = [replace(k, judul=render_sd_kolom(matriks, k.judul)) for k in KOLOM_PROGRAM]
    isi, kepala = (_build_program(c, e) for c, e in program), baris
    ujung = write_isi(lembar, kolom, isi, baris, kosong=TANPA_PAGU, utama=False)
    lembar.ws.repeat_rows(kepala)
    baris = ujung + 1 + _write_grafik(buku, lembar, program, ujung + 1)
    apply_daerah_cetak(lembar, baris, len(KOLOM))
    keep_ujung(lembar, kepala, ujung, baris - 1)
    baris = write_bagian(lembar, baris, len(KOLOM) - 1, "Setiap kegiatan dan sub kegiatan")
    write_isi(lembar, KOLOM, map(_build_cabang, pohon), baris, kosong=TANPA_PAGU, utama=False)


def render_sd_kolom(matriks: Matriks, judul: str) -> str:
    """The heading of what is judged: of the year by the annual target."""
    if judul.startswith("Capaian") and matriks.bahan.setahun:
        return judul.replace("s.d. TW", "Tahun")
    return judul


def _write_grafik(
    buku: Buku, lembar: Lembar, program: Sequence[tuple[Cabang, Efisiensi]], baris: int
) -> int:
    daftar = [
        Batang(c.uraian.removeprefix("PROGRAM "), (e.serapan, e.capaian))
        for c, e in program
        if c.jenis == PROGRAM
    ]
    judul = "Serapan dan capaian setiap program (%); garis: 100"
    seri = ["Serapan (%)", "Capaian (%)"]
    return write_grafik_batang(
        buku, lembar, daftar, seri, (baris, 0, len(KOLOM) + 1), judul, LEBAR_GRAFIK
    )


def _build_program(c: Cabang, e: Efisiensi) -> BarisCetak:
    tw, s = sum_ada(b.tw for b in c.milik), c.serapan
    dinilai = f"{e.dinilai} dari {e.indikator}" if e.indikator else "tidak ada yang menyebutnya"
    isi = (c.kode, c.uraian, dinilai, s.pagu, tw, s.realisasi, s.persen, e.capaian)
    return BarisCetak(isi, ("total",) if c.jenis == JUMLAH else ())


def _build_kalimat(matriks: Matriks) -> str:
    anggaran = matriks.anggaran
    if not anggaran:
        return "DPA tidak tercantum dalam mandat, sehingga serapan anggaran belum dapat disajikan."
    jumlah, tw = build_serapan(anggaran), matriks.bahan.triwulan.romawi
    ekor = render_ekor(anggaran)
    if jumlah.realisasi is None or jumlah.persen is None:
        return f"Pagu {render_rupiah(jumlah.pagu)}; realisasi s.d. TW {tw} belum dilaporkan.{ekor}"
    return (
        f"Realisasi s.d. TW {tw} {render_rupiah(jumlah.realisasi)} dari pagu "
        f"{render_rupiah(jumlah.pagu)} ({render_persen(jumlah.persen)}). Setiap sub kegiatan "
        f"dihitung satu kali, dari laporan penanggung jawabnya.{ekor}"
    )


def _build_cabang(cabang: Cabang) -> BarisCetak:
    serapan, sub = cabang.serapan, cabang.sub
    orang, catatan = (sub.penanggung_jawab, sub.keterangan) if sub else ("", "")
    tw = sum_ada(b.tw for b in cabang.milik)
    angka = (serapan.pagu, tw, serapan.realisasi, serapan.persen)
    return BarisCetak((cabang.kode, cabang.uraian, orang, *angka, catatan), find_gaya(cabang))
