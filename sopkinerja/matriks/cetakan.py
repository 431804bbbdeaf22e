"""What every workbook of row 5 and 6 shares: its printing, its letterhead, its two signatures."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from sopkinerja.laporan.model import Pejabat
from sopkinerja.lembar.gaya import Cetakan
from sopkinerja.lembar.tata import Kop, Penanda
from sopkinerja.matriks.model import Bahan
from sopkinerja.opd.model import Opd
from sopkinerja.tulisan import render_tanggal

TITIK = "." * 36


def build_cetakan(bahan: Bahan) -> Cetakan:
    """State, number, moment, and how many of the chairs that have a holder have reported."""
    lapor = {j for j, t in bahan.terima if t is bahan.triwulan}
    lowong = {j for j, t in bahan.lowong if t is bahan.triwulan}
    return Cetakan(
        is_final=bahan.is_final,
        nomor=bahan.nomor_cetak,
        waktu=bahan.waktu,
        jumlah_lapor=len(lapor),
        jumlah_jabatan=len({j.kode for j in bahan.jabatan} - (lowong - lapor)),
        versi_pk=bahan.mandat[bahan.triwulan].versi,
        revisi=bahan.revisi,
    )


def build_kop(bahan: Bahan) -> Kop:
    """The OPD's letterhead."""
    return build_kop_opd(bahan.opd)


def build_kop_opd(opd: Opd) -> Kop:
    """The letterhead of what has no triwulan."""
    alamat = " · ".join(
        b for b in (opd.alamat, f"Telepon {opd.telepon}" if opd.telepon else "") if b
    )
    return Kop(opd.pemda, opd.nama, alamat, Path(opd.logo) if opd.logo else None)


def build_penanda(pengantar: str, pejabat: Pejabat | None, jabatan: str) -> Penanda:
    """One signature; dots to be filled by hand where the chair is vacant."""
    if pejabat is None:
        return Penanda(pengantar, jabatan, TITIK)
    return Penanda(pengantar, pejabat.jabatan, pejabat.nama, pejabat.pangkat, pejabat.nip)


def build_penanda_opd(bahan: Bahan) -> tuple[Penanda, Penanda]:
    """The two signatures of an OPD document of rows 5 and 6."""
    return build_penanda_penyusun(bahan.kasubag, bahan.kepala)


def build_penanda_penyusun(
    kasubag: Pejabat | None, kepala: Pejabat | None
) -> tuple[Penanda, Penanda]:
    """Kasubag Program on the left, Kepala Dinas on the right."""
    kiri = build_penanda("Disusun oleh,", kasubag, "Kepala Subbagian Program")
    return kiri, build_penanda("Mengetahui,", kepala, "Kepala Dinas")


def build_tempat_tanggal(bahan: Bahan) -> str:
    """`Palu, 15 April 2026`."""
    return render_tempat_tanggal(bahan.opd, bahan.waktu.date())


def render_tempat_tanggal(opd: Opd, tanggal: dt.date) -> str:
    """Place, where the OPD names one, and date."""
    hari = render_tanggal(tanggal)
    return f"{opd.tempat}, {hari}" if opd.tempat else hari
