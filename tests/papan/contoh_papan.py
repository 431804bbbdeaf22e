"""A small board, put together by hand: three jabatan of two units, with texts of the test's choice."""

from __future__ import annotations

import datetime as dt

from sopkinerja.formulir.edaran import Papan
from sopkinerja.formulir.model import BarisStatus
from sopkinerja.istilah import Formulir, Keadaan, Level, Triwulan
from sopkinerja.papan.model import BarisPapan, Kemajuan, PapanCetak, Saluran
from sopkinerja.papan.susun import render_singkat_keadaan
from sopkinerja.papan.teks import TANDA

UNIT = ("Sekretariat", "Bidang Perdagangan")


def build_baris(
    kode: str, keadaan: Keadaan, level: Level, unit: str, teks: str = "", *, lewat: int = 0
) -> BarisPapan:
    """A line whose words are all that text, or plain ones."""
    kata = teks or f"Pegawai {kode}"
    status = BarisStatus(
        kode=teks or kode, nama=teks or f"Jabatan {kode}", level=level, unit="U", pemangku=kata,
        keadaan=keadaan, hari_terlambat=lewat, kiriman=1, perbaikan=keadaan is Keadaan.PERBAIKAN,
    )  # fmt: skip
    utang = keadaan in (Keadaan.TERLAMBAT, Keadaan.PERBAIKAN)
    return BarisPapan(
        status=status,
        unit=unit,
        keadaan=render_singkat_keadaan(status),
        tanda=TANDA[keadaan],
        keterangan=teks,
        salah=teks or ("Realisasi belum diisi" if keadaan is Keadaan.PERBAIKAN else ""),
        berkas=teks or (f"{kode}.xlsx" if keadaan is Keadaan.PERBAIKAN else ""),
        pengingat=f"Yth. {kata}:\nmohon dikirim. Terima kasih." if utang else "",
        saluran=Saluran(teks, teks, "https://wa.me/62812?text=x", "mailto:a@b.id") if teks else Saluran(),
    )  # fmt: skip


def build_contoh_papan(teks: str = "") -> PapanCetak:
    """TW I 2026 on 10 April: one late, one under correction, one accepted; `teks` stands in every
    field of the first one, and names its unit."""
    unit = teks or UNIT[0]
    baris = (
        build_baris("SET-01", Keadaan.TERLAMBAT, Level.JFU, unit, teks, lewat=2),
        build_baris("DAG-01", Keadaan.PERBAIKAN, Level.JFK, UNIT[1]),
        build_baris("DAG", Keadaan.DITERIMA, Level.KABID, UNIT[1]),
    )
    papan = Papan(
        Formulir.LAPORAN, 2026, Triwulan.I, tuple(b.status for b in baris), dt.date(2026, 4, 8), ""
    )
    return PapanCetak(
        papan=papan,
        opd=teks or "Dinas Contoh",
        judul="Papan Pengembalian Laporan Kinerja TW I 2026",
        per="keadaan per 10 April 2026",
        tenggat="tenggat 8 April 2026, lewat 2 hari kerja",
        baris=baris,
        unit=(
            Kemajuan(unit, 0, 1, baris[:1], f"Yth. rekan-rekan {unit}", "https://wa.me/?text=x"),
            Kemajuan(UNIT[1], 1, 2, baris[1:2], "Yth. rekan-rekan"),
        ),
        level=tuple(
            Kemajuan(b.status.level.value, int(b.is_selesai), 1, () if b.is_selesai else (b,))
            for b in baris
        ),
        peringatan=teks,
    )
