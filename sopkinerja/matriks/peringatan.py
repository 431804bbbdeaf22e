"""The sheet of peringatan that were accepted with the returns of this triwulan."""

from __future__ import annotations

from collections.abc import Collection

from sopkinerja.cetak.gaya import Nilai
from sopkinerja.cetak.tabel import KolomCetak
from sopkinerja.cetak.tulis import Buku
from sopkinerja.katalog import Kode, Tingkat
from sopkinerja.matriks.kembar import list_sisi
from sopkinerja.matriks.kepala import write_lembar_tabel
from sopkinerja.matriks.matriks import Matriks

KOLOM = (
    KolomCetak("No", 5, ("tengah",)),
    KolomCetak("Kode Jabatan", 10),
    KolomCetak("Jabatan", 26),
    KolomCetak("Perihal", 24),
    KolomCetak("Peringatan", 52),
    KolomCetak("Letak", 15),
    KolomCetak("Berkas", 28),
)


def write_peringatan(
    buku: Buku, matriks: Matriks, nama: str, hanya: Collection[str] | None = None
) -> None:
    """One row for each accepted peringatan (of the jabatan in `hanya`)."""
    bahan = matriks.bahan
    judul = f"Peringatan pada Laporan yang Diterima, Triwulan {bahan.triwulan.romawi} {bahan.tahun}"
    kosong = "Tidak ada peringatan pada laporan yang diterima."
    isi = build_peringatan(matriks, hanya)
    write_lembar_tabel(buku, bahan, nama, judul, KOLOM, isi, kosong=kosong)


def build_peringatan(matriks: Matriks, hanya: Collection[str] | None = None) -> list[list[Nilai]]:
    """Number, kode jabatan, jabatan, heading, message, place, file: one list per peringatan.

    Twins are compared as they stand now, not as they stood when a return came.
    """
    bahan, nama = matriks.bahan, {j.kode: j.nama for j in matriks.bahan.jabatan}
    hasil: list[list[Nilai]] = []
    for (kode, tw), terima in sorted(bahan.terima.items()):
        if tw is not bahan.triwulan or (hanya is not None and kode not in hanya):
            continue
        for t in terima.peringatan:
            if t.tingkat is not Tingkat.INFO:
                letak = "!".join(b for b in (t.letak.lembar, t.letak.sel) if b)
                isi: list[Nilai] = [kode, nama.get(kode, ""), t.kode.keluhan.judul, t.pesan, letak]
                hasil.append([len(hasil) + 1, *isi, terima.nama_berkas])
    judul = Kode.REALISASI_012.keluhan.judul
    for satu in list_sisi(matriks.kembar):
        kode = satu.atas.jabatan
        if hanya is None or kode in hanya:
            isi = [kode, nama.get(kode, ""), judul, satu.render_pesan(), "", ""]
            hasil.append([len(hasil) + 1, *isi])
    return hasil
