"""Handing out matrix, level reports and subordinates' recaps, on the record."""

from __future__ import annotations

import io
from collections.abc import Collection
from functools import partial
from pathlib import Path

from sopkinerja.agenda.agenda import Agenda
from sopkinerja.agenda.cetakan import render_cetakan, save_cetakan
from sopkinerja.matriks.buku import write_matriks
from sopkinerja.matriks.laporan_kinerja import write_laporan_kinerja
from sopkinerja.matriks.matriks import Matriks, build_matriks
from sopkinerja.matriks.model import Bahan
from sopkinerja.matriks.rekap_bawahan import find_bawahan, write_rekap_bawahan
from sopkinerja.matriks.tercetak import build_setahun
from sopkinerja.ruang import Ruang


def issue_matriks(ruang: Ruang, agenda: Agenda, matriks: Matriks) -> list[Path]:
    """Matriks_Akumulasi and Laporan_Kinerja; returns where they lie."""
    bahan, setahun = matriks.bahan, build_setahun(matriks)
    siap = (
        render_cetakan(bahan, "Matriks_Akumulasi", partial(write_matriks, setahun)),
        render_cetakan(bahan, "Laporan_Kinerja", partial(write_laporan_kinerja, matriks)),
    )
    with agenda.transaksi():
        return [save_cetakan(ruang, agenda, s) for s in siap]


def issue_rekap_bawahan(ruang: Ruang, agenda: Agenda, matriks: Matriks) -> list[Path]:
    """One Rekap_Bawahan for each jabatan with subordinates."""
    atasan = sorted({j.atasan for j in matriks.bahan.jabatan if j.atasan})
    return [_issue_rekap(ruang, agenda, matriks, kode) for kode in atasan]


def refresh_rekap_bawahan(
    ruang: Ruang, agenda: Agenda, bahan: Bahan, pelapor: Collection[str]
) -> list[Path]:
    """The Rekap_Bawahan of the atasan of those who reported, and those that are not there yet; only
    the rows they show are computed."""
    atasan = {j.atasan for j in bahan.jabatan if j.atasan and j.kode in pelapor}
    perlu = [
        kode
        for kode in sorted({j.atasan for j in bahan.jabatan if j.atasan})
        if kode in atasan or not _find_berkas(ruang, bahan, kode).exists()
    ]
    milik = {kode for a in perlu for kode in find_bawahan(bahan, a)}
    matriks = build_matriks(bahan, milik)
    return [_issue_rekap(ruang, agenda, matriks, kode) for kode in perlu]


def _issue_rekap(ruang: Ruang, agenda: Agenda, matriks: Matriks, atasan: str) -> Path:
    isi = io.BytesIO()
    write_rekap_bawahan(matriks, atasan, isi)
    return agenda.write_keluaran(_find_berkas(ruang, matriks.bahan, atasan), isi.getvalue())


def _find_berkas(ruang: Ruang, bahan: Bahan, atasan: str) -> Path:
    folder = ruang.build_outbox(bahan.tahun, bahan.triwulan.value) / "atasan"
    return folder / f"{atasan}_Rekap_Bawahan_TW{bahan.triwulan.value}_{bahan.tahun}.xlsx"
