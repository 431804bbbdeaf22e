"""Handing out the OPD's Renaksi, on the record, and its steps with the quarterly forms."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from sopkinerja.agenda.agenda import Agenda
from sopkinerja.agenda.cetakan import write_cetakan
from sopkinerja.formulir.edaran import Urusan
from sopkinerja.formulir.penerbit import HasilTerbit
from sopkinerja.formulir.teks import KEADAAN
from sopkinerja.istilah import Keadaan, Triwulan
from sopkinerja.kesalahan import SopKinerjaError
from sopkinerja.laporan.terbit import read_jawaban
from sopkinerja.opd.model import Referensi
from sopkinerja.renaksi.bahan import BahanRenaksi, build_bahan
from sopkinerja.renaksi.buku import write_renaksi
from sopkinerja.renaksi.terbit import read_mandat_terbuka
from sopkinerja.ruang import Pengaturan, Ruang
from sopkinerja.triwulan.teks_tahun import (
    RENAKSI_BELUM_DITERIMA,
    RENAKSI_BELUM_TERBIT,
    RENAKSI_TANPA_JABATAN,
)
from sopkinerja.triwulan.terbit_laporan import reissue_laporan
from sopkinerja.tulisan import render_sebaris


@dataclass(frozen=True)
class HasilCetakRenaksi:
    """What was printed and where, and the quarterly forms that now ask after its steps."""

    bahan: BahanRenaksi
    buku: Path
    laporan: HasilTerbit


def issue_buku(
    ruang: Ruang,
    agenda: Agenda,
    referensi: Referensi,
    triwulan: Triwulan,
    waktu: dt.datetime,
    pengaturan: Pengaturan,
) -> HasilCetakRenaksi:
    """Writes Renaksi_TW<n>, then issues the quarterly forms again that are out already;
    SopKinerjaError, who is to be asked, where no Renaksi of that triwulan was accepted."""
    tahun = referensi.opd.tahun
    mandat = read_mandat_terbuka(agenda, tahun, triwulan)
    nomor = agenda.build_nomor_cetakan("Renaksi", tahun, triwulan)
    jawaban = read_jawaban(agenda, tahun, triwulan.sampai_dengan())
    bahan = build_bahan(agenda, referensi, mandat, triwulan, waktu, pengaturan, jawaban, nomor)
    _check_ada(bahan)
    with agenda.transaksi():
        buku = write_cetakan(ruang, agenda, bahan, "Renaksi", partial(write_renaksi, bahan))
        laporan = reissue_laporan(Urusan(ruang, agenda, referensi, triwulan, waktu, pengaturan))
    return HasilCetakRenaksi(bahan, buku, laporan)


def _check_ada(bahan: BahanRenaksi) -> None:
    """An empty Renaksi is no document: what is missing, and who is to be asked."""
    if bahan.jabatan:
        return
    terisi = [s for s in bahan.belum if s.keadaan is not Keadaan.LOWONG]
    beredar = [s for s in terisi if s.terbit]
    kata = RENAKSI_BELUM_TERBIT if terisi else RENAKSI_TANPA_JABATAN
    kata = RENAKSI_BELUM_DITERIMA if beredar else kata
    siapa = "; ".join(f"{s.kode} {s.pemangku} ({KEADAAN[s.keadaan]})" for s in beredar)
    raise SopKinerjaError(
        render_sebaris(
            kata.format(
                romawi=bahan.triwulan.romawi,
                tahun=bahan.tahun,
                tw=bahan.triwulan.value,
                siapa=siapa,
            )
        )
    )
