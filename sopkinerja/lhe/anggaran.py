"""Anggaran: the budget of the OPD as program, kegiatan and sub kegiatan."""

from __future__ import annotations

from sopkinerja.cetak.tabel import BarisCetak, KolomCetak
from sopkinerja.cetak.tulis import Buku
from sopkinerja.lhe.halaman import build_halaman, write_isi
from sopkinerja.matriks.anggaran import (
    JUMLAH,
    KEGIATAN,
    PROGRAM,
    Cabang,
    build_pohon,
    build_serapan,
    sum_ada,
)
from sopkinerja.matriks.matriks import Matriks
from sopkinerja.tulisan import render_persen, render_rupiah

KOLOM = (
    KolomCetak("Kode", 17),
    KolomCetak("Program / Kegiatan / Sub Kegiatan", 42),
    KolomCetak("Penanggung Jawab", 28),
    KolomCetak("Pagu (Rp)", 16, ("bulat",)),
    KolomCetak("Realisasi TW (Rp)", 16, ("bulat",)),
    KolomCetak("Realisasi s.d. TW (Rp)", 16, ("bulat",)),
    KolomCetak("Serapan s.d. TW (%)", 10, ("persen",)),
    KolomCetak("Keterangan", 24),
)
GAYA = {PROGRAM: ("tebal", "pita_baris"), KEGIATAN: ("tebal",), JUMLAH: ("total",)}
"""The style of each kind of row."""
TANPA_PAGU = "Mandat tahun ini tidak memuat pagu DPA."


def find_gaya(cabang: Cabang) -> tuple[str, ...]:
    """The style of its row."""
    return GAYA.get(cabang.jenis, ())


def write_anggaran(buku: Buku, matriks: Matriks) -> None:
    """The sheet `Anggaran`."""
    lembar, baris = build_halaman(
        buku, matriks.bahan, "Anggaran", "Realisasi Anggaran", _build_kalimat(matriks), KOLOM
    )
    isi = map(_build_cabang, build_pohon(matriks.bahan, matriks.anggaran))
    write_isi(lembar, KOLOM, isi, baris, kosong=TANPA_PAGU)


def _build_kalimat(matriks: Matriks) -> str:
    anggaran = matriks.anggaran
    if not anggaran:
        return "DPA tidak tercantum dalam mandat, sehingga serapan anggaran belum dapat disajikan."
    jumlah, tw = build_serapan(anggaran), matriks.bahan.triwulan.romawi
    belum = sum(b.sd is None for b in anggaran)
    ekor = f" {belum} dari {len(anggaran)} sub kegiatan belum ada realisasinya." if belum else ""
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
