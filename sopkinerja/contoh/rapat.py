"""What the sample OPD's Rapat Monev decided, triwulan by triwulan; invented."""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

from sopkinerja.istilah import Triwulan
from sopkinerja.matriks.model import Bahan, KeputusanRapat, RapatMonev


class Risalah(NamedTuple):
    """What was found, concluded, ordered; decisions as (what, who, month and day it is due)."""

    analisis: str
    kesimpulan: str
    arahan: str
    keputusan: tuple[tuple[str, str, int, int], ...]


RISALAH = {
    Triwulan.I: Risalah(
        "Sebagian besar indikator yang jatuh tempo pada triwulan ini tercapai. Yang tertinggal "
        "terutama kegiatan yang menunggu proses pengadaan (contoh).",
        "Target tahun masih dapat dicapai bila pengadaan selesai pada Mei (contoh).",
        "Setiap bidang menyampaikan jadwal percepatan paling lambat akhir April (contoh).",
        (
            ("Menyusun jadwal percepatan pengadaan (contoh)", "Sekretaris Dinas", 4, 30),
            ("Melengkapi bukti dukung yang diperingatkan (contoh)", "Kasubag Program", 5, 15),
        ),
    ),
    Triwulan.II: Risalah(
        "Pengadaan yang tertunda pada Triwulan I sudah berjalan. Layanan pengujian dan promosi "
        "ekspor berada di atas target; pembinaan industri kecil masih tertinggal (contoh).",
        "Beberapa target perlu disesuaikan dengan APBD Perubahan (contoh).",
        "Usulan revisi PK disampaikan bersama usulan APBD Perubahan (contoh).",
        (
            ("Menyiapkan revisi PK mengikuti APBD Perubahan (contoh)", "Kasubag Program", 8, 7),
            ("Menambah klinik pendampingan IKM (contoh)",
             "Kepala Bidang Pembangunan Sumber Daya Industri", 9, 15),
        ),
    ),
    Triwulan.III: Risalah(
        "Target yang disesuaikan dengan APBD Perubahan tercapai pada sebagian besar bidang. "
        "Serapan anggaran masih di bawah rencana (contoh).",
        "Serapan harus dipercepat pada Triwulan IV tanpa mengurangi mutu keluaran (contoh).",
        "Kegiatan yang belum berkontrak diselesaikan paling lambat November (contoh).",
        (
            ("Menyelesaikan kontrak yang tersisa (contoh)", "Sekretaris Dinas", 11, 13),
            ("Menghimpun bukti dukung setahun (contoh)", "Kasubag Program", 12, 11),
        ),
    ),
    Triwulan.IV: Risalah(
        "Tahun ditutup dengan sebagian besar sasaran tercapai. Yang di bawah target dibahas per "
        "indikator pada lembar Di Bawah Target dan Hambatan (contoh).",
        "Hasil tahun ini menjadi dasar target tahun berikutnya (contoh).",
        "Rekomendasi yang masih terbuka dilanjutkan pada tahun berikutnya (contoh).",
        (("Membahas usulan target tahun berikutnya (contoh)", "Kasubag Program", 1, 29),),
    ),
}  # fmt: skip


def build_rapat(bahan: Bahan, tanggal: dt.date, tanggal_lhe: dt.date) -> RapatMonev:
    """A filled Rapat Monev of the triwulan; everything in it is sample text."""
    risalah = RISALAH[bahan.triwulan]
    return RapatMonev(
        nomor_lhe=f"000.8.6/{bahan.triwulan.value:02d}/Contoh",
        tanggal_lhe=tanggal_lhe,
        tanggal_rapat=tanggal,
        tempat="Ruang Rapat Lantai 2 (contoh)",
        pimpinan=bahan.kepala.nama if bahan.kepala else "",
        analisis=risalah.analisis,
        kesimpulan=risalah.kesimpulan,
        arahan=risalah.arahan,
        hadir=tuple(
            (p.nama, p.jabatan)
            for j in bahan.jabatan[:12]
            if (p := j.pemangku.get(bahan.triwulan)) is not None
        ),
        keputusan=tuple(
            KeputusanRapat(isi, siapa, dt.date(tanggal.year, bulan, hari))
            for isi, siapa, bulan, hari in risalah.keputusan
        ),
    )
