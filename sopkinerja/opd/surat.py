"""How the OPD stands on its documents: letterhead, signatures, place and date."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from sopkinerja.cetak.tata import Kop, Penandatangan
from sopkinerja.istilah import Pejabat
from sopkinerja.opd.model import Opd
from sopkinerja.tulisan import render_tanggal

TITIK = "." * 36


def build_kop(opd: Opd) -> Kop:
    """The OPD's letterhead."""
    alamat = " · ".join(
        b for b in (opd.alamat, f"Telepon {opd.telepon}" if opd.telepon else "") if b
    )
    return Kop(opd.pemda, opd.nama, alamat, Path(opd.logo) if opd.logo else None)


def build_penandatangan(pengantar: str, pejabat: Pejabat | None, jabatan: str) -> Penandatangan:
    """One signature; dots to be filled by hand where the chair is vacant."""
    if pejabat is None:
        return Penandatangan(pengantar, jabatan, TITIK)
    return Penandatangan(pengantar, pejabat.jabatan, pejabat.nama, pejabat.pangkat, pejabat.nip)


def build_penandatangan_penyusun(
    kasubag: Pejabat | None, kepala: Pejabat | None
) -> tuple[Penandatangan, Penandatangan]:
    """Kasubag Program on the left, Kepala Dinas on the right."""
    kiri = build_penandatangan("Disusun oleh,", kasubag, "Kepala Subbagian Program")
    return kiri, build_penandatangan("Mengetahui,", kepala, "Kepala Dinas")


def render_tempat_tanggal(opd: Opd, tanggal: dt.date) -> str:
    """Place, where the OPD names one, and date."""
    hari = render_tanggal(tanggal)
    return f"{opd.tempat}, {hari}" if opd.tempat else hari
