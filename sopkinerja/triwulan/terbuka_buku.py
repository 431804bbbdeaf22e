"""What the year before leaves open, as a list for the Kasubag Program at the start of a year."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Mapping
from pathlib import Path

from sopkinerja.agenda.agenda import Agenda
from sopkinerja.cetak.gaya import Kaki
from sopkinerja.cetak.tabel import KolomCetak, write_tabel
from sopkinerja.cetak.tata import write_judul
from sopkinerja.cetak.tulis import build_buku
from sopkinerja.laporan.model import BarisTindakLanjut
from sopkinerja.opd.model import Referensi
from sopkinerja.ruang import Ruang
from sopkinerja.triwulan.teks_tahun import JUDUL_TERBUKA
from sopkinerja.tulisan import render_tanggal

KOLOM = (
    KolomCetak("No", 6, ("tengah",)),
    KolomCetak("Kode Jabatan", 14),
    KolomCetak("Jabatan", 34),
    KolomCetak("Asal", 24),
    KolomCetak("Kode Indikator", 16),
    KolomCetak("Uraian", 66),
    KolomCetak("Penanggung Jawab", 26),
    KolomCetak("Tenggat", 20),
)


def write_terbuka(
    ruang: Ruang,
    agenda: Agenda,
    referensi: Referensi,
    terbuka: Mapping[str, tuple[BarisTindakLanjut, ...]],
    tahun: int,
    waktu: dt.datetime,
) -> Path:
    """`outbox/<tahun>/Tindak_Lanjut_<tahun-1>.xlsx`; returns where it lies."""
    judul = JUDUL_TERBUKA.format(tahun=tahun - 1)
    isi = io.BytesIO()
    nama = {j.kode: j.nama for j in referensi.jabatan}
    semua = [(kode, b) for kode, daftar in terbuka.items() for b in daftar]
    baris = [
        (
            n, kode, nama.get(kode, ""), b.asal, b.kode, b.uraian, b.penanggung_jawab,
            render_tanggal(b.tenggat) if b.tenggat else "",
        )
        for n, (kode, b) in enumerate(semua, 1)
    ]  # fmt: skip
    kaki = Kaki(judul, f"per {render_tanggal(waktu.date())}", waktu)
    with build_buku(isi, kaki, judul, referensi.opd.nama) as buku:
        lembar = buku.build_lembar("Tindak Lanjut")
        sub = f"{len(baris)} hal, per {render_tanggal(waktu.date())}"
        write_judul(lembar, judul, sub, akhir=len(KOLOM) - 1)
        akhir = write_tabel(lembar, KOLOM, baris, baris=3)
        lembar.ws.autofilter(3, 0, akhir - 1, len(KOLOM) - 1)
        lembar.ws.freeze_panes(4, 0)
        lembar.apply_halaman(ulang=(3, 3))
    tujuan = ruang.build_outbox(tahun) / f"Tindak_Lanjut_{tahun - 1}.xlsx"
    return agenda.write_keluaran(tujuan, isi.getvalue())
