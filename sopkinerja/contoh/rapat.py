"""What the sample OPD's Rapat Monev decided."""

from __future__ import annotations

import datetime as dt

from sopkinerja.matriks.model import Bahan, RapatMonev


def build_rapat(bahan: Bahan) -> RapatMonev:
    """A filled Rapat Monev of TW I; everything in it is sample text."""
    kepala = bahan.kepala.nama if bahan.kepala else ""
    return RapatMonev(
        nomor_lhe="000.8.6/01/Contoh",
        tanggal_lhe=dt.date(bahan.tahun, 4, 17),
        tanggal_rapat=dt.date(bahan.tahun, 4, 16),
        tempat="Ruang Rapat Lantai 2 (contoh)",
        pimpinan=kepala,
        analisis=(
            "Sebagian besar indikator yang jatuh tempo pada triwulan ini tercapai. Yang tertinggal "
            "terutama kegiatan yang menunggu proses pengadaan (contoh)."
        ),
        kesimpulan="Target tahunan masih dapat dicapai bila pengadaan selesai pada Mei (contoh).",
        arahan="Setiap bidang menyampaikan jadwal percepatan paling lambat akhir April (contoh).",
        hadir=tuple(
            (p.nama, p.jabatan)
            for j in bahan.jabatan[:12]
            if (p := j.pemangku.get(bahan.triwulan)) is not None
        ),
        keputusan=(
            (
                "Menyusun jadwal percepatan pengadaan (contoh)",
                "Sekretaris Dinas",
                dt.date(bahan.tahun, 4, 30),
            ),
            (
                "Melengkapi bukti dukung yang diperingatkan (contoh)",
                "Kasubag Program",
                dt.date(bahan.tahun, 5, 15),
            ),
        ),
    )
