"""What every workbook of row 5 and 6 shares: its printing, its two signatures."""

from __future__ import annotations

from sopkinerja.cetak.gaya import Cetakan
from sopkinerja.cetak.tata import Penandatangan
from sopkinerja.matriks.model import Bahan
from sopkinerja.opd.surat import build_penandatangan_penyusun, render_tempat_tanggal


def build_cetakan(bahan: Bahan) -> Cetakan:
    """State, number, moment, and how many of the chairs that have a holder have reported."""
    lapor, semua = bahan.jumlah_lapor
    return Cetakan(
        is_final=bahan.is_final,
        nomor=bahan.nomor_cetak,
        waktu=bahan.waktu,
        jumlah_lapor=lapor,
        jumlah_jabatan=semua,
        versi_pk=bahan.mandat[bahan.triwulan].versi,
        revisi=bahan.revisi,
    )


def build_penandatangan_opd(bahan: Bahan) -> tuple[Penandatangan, Penandatangan]:
    """The two signatures of an OPD document of rows 5 and 6."""
    return build_penandatangan_penyusun(bahan.kasubag, bahan.kepala)


def build_tempat_tanggal(bahan: Bahan) -> str:
    """`Palu, 15 April 2026`."""
    return render_tempat_tanggal(bahan.opd, bahan.waktu.date())
