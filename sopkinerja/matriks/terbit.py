"""Handing out matrix, level reports and subordinates' recaps, on the record."""

from __future__ import annotations

import io
from collections.abc import Collection
from pathlib import Path

from sopkinerja.agenda.agenda import Agenda
from sopkinerja.agenda.cetakan import render_cetakan, save_cetakan
from sopkinerja.matriks.buku import write_matriks
from sopkinerja.matriks.laporan_kinerja import write_laporan_kinerja
from sopkinerja.matriks.model import Bahan
from sopkinerja.matriks.rekap_bawahan import Dasar, build_dasar, write_rekap_bawahan
from sopkinerja.ruang import Ruang


def issue_matriks(ruang: Ruang, agenda: Agenda, bahan: Bahan) -> list[Path]:
    """Matriks_Akumulasi and Laporan_Kinerja; returns where they lie."""
    siap = (
        render_cetakan(bahan, "Matriks_Akumulasi", write_matriks),
        render_cetakan(bahan, "Laporan_Kinerja", write_laporan_kinerja),
    )
    with agenda.transaksi():
        return [save_cetakan(ruang, agenda, s) for s in siap]


def issue_rekap_bawahan(
    ruang: Ruang, agenda: Agenda, bahan: Bahan, hanya: Collection[str] | None = None
) -> list[Path]:
    """One Rekap_Bawahan for each jabatan with subordinates (or for those in `hanya`)."""
    atasan = {j.atasan for j in bahan.jabatan if j.atasan}
    folder = ruang.build_outbox(bahan.tahun, bahan.triwulan.value) / "atasan"
    hasil = []
    dasar: Dasar | None = None
    for kode in sorted(atasan):
        nama = f"{kode}_Rekap_Bawahan_TW{bahan.triwulan.value}_{bahan.tahun}.xlsx"
        if hanya is not None and kode not in hanya and (folder / nama).exists():
            continue
        isi = io.BytesIO()
        dasar = dasar or build_dasar(bahan)
        write_rekap_bawahan(bahan, kode, isi, dasar)
        hasil.append(agenda.write_keluaran(folder / nama, isi.getvalue()))
    return hasil
