"""What differs between two workbooks, as a workbook that can be filtered."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from sopkinerja.banding.susun import HasilBanding
from sopkinerja.cetak.gaya import Kaki
from sopkinerja.cetak.tabel import KolomCetak, write_tabel
from sopkinerja.cetak.tata import write_judul
from sopkinerja.cetak.tulis import build_buku

KOLOM = (
    KolomCetak("No", 5, ("tengah",)),
    KolomCetak("Baris", 14),
    KolomCetak("Nama", 34),
    KolomCetak("Kolom", 20),
    KolomCetak("Lama", 30),
    KolomCetak("Baru", 30),
    KolomCetak("Lembar", 24),
)


def write_banding(
    hasil: HasilBanding, lama: str, baru: str, waktu: dt.datetime, tujuan: Path
) -> Path:
    """One row for each difference; the sheet `Beda`. Returns where it lies."""
    judul = "Beda Dua Cetakan"
    with build_buku(tujuan, Kaki(judul, "", waktu), judul) as buku:
        lembar = buku.build_lembar("Beda")
        lembar.apply_lebar(*(k.lebar for k in KOLOM))
        kepala = (
            f"LAMA: {lama} {hasil.cap_lama}".rstrip(),
            f"BARU: {baru} {hasil.cap_baru}".rstrip(),
        )
        baris = write_judul(
            lembar, judul.upper(), *kepala, *_list_hanya(hasil), akhir=len(KOLOM) - 1
        )
        isi = (
            (n, b.baris, b.nama, b.kolom, b.lama, b.baru, ", ".join(b.lembar))
            for n, b in enumerate(hasil.beda, 1)
        )
        akhir = write_tabel(
            lembar, KOLOM, isi, baris=baris, lebar=False, kosong="Isinya sama.", gaya=("kecil",)
        )
        lembar.ws.autofilter(baris, 0, akhir - 1, len(KOLOM) - 1)
        lembar.ws.freeze_panes(baris + 1, 0)
        lembar.apply_halaman(ulang=(baris, baris))
    return buku.tersimpan or tujuan


def _list_hanya(hasil: HasilBanding) -> list[str]:
    sisi = (("LAMA", hasil.hanya_lama), ("BARU", hasil.hanya_baru))
    return [f"Lembar yang hanya ada di {apa}: {', '.join(d)}" for apa, d in sisi if d]
