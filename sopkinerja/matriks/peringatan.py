"""The sheet of peringatan that were accepted with the returns of this triwulan."""

from __future__ import annotations

from collections.abc import Collection

from sopkinerja.cetak.gaya import Nilai
from sopkinerja.cetak.tata import KolomTabel, write_tabel
from sopkinerja.cetak.tulis import Buku
from sopkinerja.matriks.kembar import find_berbeda, list_sisi
from sopkinerja.matriks.kepala import finish_tabel, write_kepala
from sopkinerja.matriks.model import Bahan
from sopkinerja.matriks.tabel import TempatTabel
from sopkinerja.temuan import Kode, Tingkat

KOLOM = (
    KolomTabel("No", 5, ("tengah",)),
    KolomTabel("Kode Jabatan", 10),
    KolomTabel("Jabatan", 26),
    KolomTabel("Perihal", 24),
    KolomTabel("Peringatan", 52),
    KolomTabel("Letak", 15),
    KolomTabel("Berkas", 28),
)


def write_peringatan(
    buku: Buku, bahan: Bahan, nama: str, hanya: Collection[str] | None = None
) -> None:
    """One row for each accepted peringatan (of the jabatan in `hanya`)."""
    lembar = buku.build_lembar(nama)
    lembar.apply_lebar(*(k.lebar for k in KOLOM))
    judul = f"Peringatan pada Laporan yang Diterima, Triwulan {bahan.triwulan.romawi} {bahan.tahun}"
    baris = write_kepala(lembar, bahan, judul, akhir=len(KOLOM) - 1)
    kosong = "Tidak ada peringatan pada laporan yang diterima."
    isi = build_peringatan(bahan, hanya)
    akhir = write_tabel(lembar, KOLOM, isi, baris=baris, lebar=False, kosong=kosong)
    lembar.ws.autofilter(baris, 0, akhir - 1, len(KOLOM) - 1)
    finish_tabel(lembar, TempatTabel(baris, baris + 1, akhir - 1, len(KOLOM) - 1))


def build_peringatan(bahan: Bahan, hanya: Collection[str] | None = None) -> list[list[Nilai]]:
    """Number, kode jabatan, jabatan, heading, message, place, file: one list per peringatan.

    Twins are compared as they stand now, not as they stood when a return came.
    """
    nama = {j.kode: j.nama for j in bahan.jabatan}
    hasil: list[list[Nilai]] = []
    for (kode, tw), terima in sorted(bahan.terima.items()):
        if tw is not bahan.triwulan or (hanya is not None and kode not in hanya):
            continue
        for t in terima.peringatan:
            if t.tingkat is not Tingkat.INFO:
                letak = "!".join(b for b in (t.letak.lembar, t.letak.sel) if b)
                isi: list[Nilai] = [kode, nama.get(kode, ""), t.kode.jenis.judul, t.pesan, letak]
                hasil.append([len(hasil) + 1, *isi, terima.nama_berkas])
    judul = Kode.REALISASI_012.jenis.judul
    for satu in list_sisi(find_berbeda(bahan)):
        kode = satu.atas.jabatan
        if hanya is None or kode in hanya:
            isi = [kode, nama.get(kode, ""), judul, satu.render_pesan(), "", ""]
            hasil.append([len(hasil) + 1, *isi])
    return hasil
