"""Penyesuaian: what changed after the triwulan was closed and reopened, and what of the headline."""

from __future__ import annotations

import datetime as dt

from sopkinerja.cetak.lipat import keep_ujung
from sopkinerja.cetak.tulis import Buku
from sopkinerja.istilah import Level
from sopkinerja.lhe.halaman import apply_daerah_cetak, build_halaman, write_isi
from sopkinerja.matriks.matriks import Matriks, apply_setahun
from sopkinerja.matriks.penyesuaian import KOLOM, SKOR, build_baris, render_pengantar
from sopkinerja.matriks.tercetak import Setahun
from sopkinerja.tulisan import render_persen, render_tanggal

NAMA = "Penyesuaian"
MAKS_CETAK = 10
"""As many rows as a page takes."""


def write_penyesuaian(buku: Buku, setahun: Setahun) -> None:
    """The sheet `Penyesuaian`; none before the first adjustment."""
    bahan = setahun.bahan
    if not bahan.revisi:
        return
    isi = build_baris(bahan)
    kalimat = f"{render_pengantar(bahan)}{render_pengaruh(setahun)}"
    lembar, baris = build_halaman(buku, bahan, NAMA, NAMA, kalimat, KOLOM)
    akhir = write_isi(lembar, KOLOM, isi, baris, kosong="Tidak ada yang berubah.")
    ujung = min(akhir, baris + 1 + MAKS_CETAK)
    apply_daerah_cetak(lembar, ujung, len(KOLOM))
    keep_ujung(lembar, baris, ujung - 1, ujung - 1)


def render_sebab(setahun: Setahun) -> str:
    """Why there is another FINAL: what was reopened last, when and why, what changed and where that
    is listed; empty where nothing was adjusted."""
    bahan = setahun.bahan
    if not bahan.revisi:
        return ""
    dibuka = max(
        bahan.alasan_buka, key=lambda t: (bahan.hari_buka.get(t, dt.date.min), t), default=None
    )
    awal = ""
    if dibuka:
        hari = f" {render_tanggal(bahan.hari_buka[dibuka])}" if dibuka in bahan.hari_buka else ""
        awal = f"TW {dibuka.romawi} dibuka kembali{hari} karena: {bahan.alasan_buka[dibuka].rstrip('. ')}. "
    banyak = sum(p.ke == bahan.revisi for p in bahan.penyesuaian)
    isi = f"{banyak} angka dan teks berubah" if banyak else "Tidak ada angka atau teks yang berubah"
    return f"{awal}{isi}, daftarnya di lembar {NAMA}.{render_pengaruh(setahun)}"


def render_pengaruh(setahun: Setahun) -> str:
    """What the adjustment does to the headline, against the FINAL before it."""
    matriks, dulu = setahun.matriks, _list_final(setahun)
    if not dulu:
        return "" if matriks.bahan.setahun else _render_rata(matriks)
    lama, baru = _render_pokok(dulu[-1]), _render_pokok(matriks)
    if lama == baru:
        return f" Hasil pokok tetap: {baru}."
    return f" Hasil pokok semula {lama}; sekarang {baru}."


def _list_final(setahun: Setahun) -> list[Matriks]:
    """The FINAL printings before this adjustment, of the year by its own target."""
    bahan = setahun.bahan
    final = setahun.final.get(bahan.triwulan, ())
    return [apply_setahun(m, bahan.setahun) for m in final if m.bahan.revisi < bahan.revisi]


def _render_rata(matriks: Matriks) -> str:
    """The same where the FINAL before isn't at hand: from the scores that changed."""
    bahan, utama = matriks.bahan, f"Level {Level.KEPALA_DINAS}"
    skor = [p for p in bahan.penyesuaian if p.uraian == SKOR and p.jabatan == utama]
    if skor:
        return f" Rata-rata capaian IKU semula {skor[0].sebelum}; sekarang {skor[-1].sesudah}."
    iku = {b.kode for b in matriks.iku}
    if any(p.kode in iku for p in bahan.penyesuaian):
        return " Rata-rata capaian IKU tetap."
    return f" Hasil pokok tetap: {_render_pokok(matriks)}."


def _render_pokok(matriks: Matriks) -> str:
    """`3 dari 8 IKU mencapai target, rata-rata 92,24%`."""
    dinilai = [b for b in matriks.iku if b.is_dihitung]
    tercapai = sum(not b.is_kurang for b in dinilai)
    nilai = matriks.skor_level(Level.KEPALA_DINAS).nilai
    rata = "belum ada rata-rata" if nilai is None else f"rata-rata {render_persen(nilai)}"
    return f"{tercapai} dari {len(dinilai)} IKU mencapai target, {rata}"
