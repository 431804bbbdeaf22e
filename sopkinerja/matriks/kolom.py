"""The columns of the Matriks Akumulasi, each declared once: heading, field, and what formulas call it.

A table takes those it shows with `apply`, in its own width and style.
"""

from __future__ import annotations

from collections.abc import Callable

from sopkinerja.cetak.gaya import Nilai
from sopkinerja.cetak.tabel import Isi, KolomCetak, SelCetak
from sopkinerja.istilah import Triwulan
from sopkinerja.matriks.baris import BarisMatriks, Ukuran
from sopkinerja.tulisan import render_besaran, render_tanggal

Kolom = KolomCetak[BarisMatriks]
PREDIKAT_KUNCI = "predikat"
"""The key of the column whose cells have a colour."""


def _build(judul: str, isi: Callable[[BarisMatriks], Isi], kunci: str = "") -> Kolom:
    return KolomCetak(judul, 9, isi=isi, kunci=kunci)


def _build_figur(judul: str, isi: Callable[[BarisMatriks], Nilai], kunci: str = "") -> Kolom:
    """A target or realisasi, with the decimals that figures of its indicator have."""
    return _build(judul, lambda b: SelCetak(isi(b), desimal=b.desimal), kunci)


KODE_JABATAN = _build("Kode Jabatan", lambda b: b.jabatan.kode)
LEVEL = _build("Level", lambda b: b.level)
UNIT = _build("Unit", lambda b: b.unit)
JABATAN = _build("Jabatan", lambda b: b.jabatan.nama)
PEMANGKU = _build("Pemangku", lambda b: b.pemangku)
KODE = _build("Kode Indikator", lambda b: b.kode)
SASARAN = _build("Sasaran", lambda b: b.indikator.sasaran)
INDIKATOR = _build("Indikator", lambda b: b.indikator.indikator)
SATUAN = _build("Satuan", lambda b: b.indikator.satuan)
POLARITAS = _build("Polaritas", lambda b: b.indikator.polaritas, "polaritas")
KONSOLIDASI = _build("Konsolidasi", lambda b: b.indikator.konsolidasi)
BOBOT = _build("Bobot", lambda b: b.indikator.bobot)
TARGET_TW = _build_figur("Target TW", lambda b: b.tw.target, "tw.target")
REALISASI_TW = _build_figur("Realisasi TW", lambda b: b.tw.realisasi, "tw.realisasi")
CAPAIAN_TW = _build("Capaian TW (%)", lambda b: b.tw.capaian, "tw.capaian")
STATUS_TW = _build("Status TW", lambda b: b.tw.status, "tw.status")
TARGET_SD = _build_figur("Target s.d. TW", lambda b: b.sd.target, "sd.target")
REALISASI_SD = _build_figur("Realisasi s.d. TW", lambda b: b.sd.realisasi, "sd.realisasi")
CAPAIAN_SD = _build("Capaian s.d. TW (%)", lambda b: b.sd.capaian, "sd.capaian")
STATUS = _build("Status", lambda b: b.status, "status")
KETERANGAN = _build("Keterangan", lambda b: b.keterangan)
PREDIKAT = _build("Predikat", lambda b: b.predikat, PREDIKAT_KUNCI)
TARGET_TAHUN = _build_figur("Target Tahun", lambda b: b.tahun.target, "tahun.target")
CAPAIAN_TAHUN = _build("Capaian Tahun (%)", lambda b: b.capaian_tahun, "tahun.capaian")
HAMBATAN = _build("Hambatan/Kegagalan", lambda b: b.isian.hambatan)
REKOMENDASI = _build("Rekomendasi", lambda b: b.isian.rekomendasi)
TENGGAT = _build("Tenggat", lambda b: render_tanggal(b.tenggat) if b.tenggat else "")
"""By when the rekomendasi is to be done."""
PENJELASAN = _build("Penjelasan", lambda b: b.isian.penjelasan)
BUKTI_DUKUNG = _build("Bukti Dukung", lambda b: b.isian.bukti_dukung)
SUMBER = _build("Sumber", lambda b: b.sumber)
TAHUN_LALU = _build_figur(
    "Realisasi Tahun Lalu", lambda b: render_besaran(b.indikator.realisasi_tahun_lalu)
)
BANDING = _build("Dibanding Tahun Lalu", lambda b: b.banding)
CATATAN = _build("Keterangan", lambda b: b.catatan)
"""The remarks with the status where that is why there is no capaian."""


def _build_batas(
    apa: str, kunci: str, ukuran: Callable[[BarisMatriks], Ukuran]
) -> tuple[Kolom, ...]:
    return (
        _build_figur(f"Batas Bawah {apa}", lambda b: ukuran(b).bawah, f"{kunci}.bawah"),
        _build_figur(f"Batas Atas {apa}", lambda b: ukuran(b).atas, f"{kunci}.atas"),
        _build(f"Nilai Target {apa}", lambda b: ukuran(b).skala_target, f"{kunci}.skala_target"),
        _build(
            f"Nilai Realisasi {apa}",
            lambda b: ukuran(b).skala_realisasi,
            f"{kunci}.skala_realisasi",
        ),
    )


BATAS_TW = _build_batas("TW", "tw", lambda b: b.tw)
BATAS_SD = _build_batas("s.d. TW", "sd", lambda b: b.sd)
BATAS_TAHUN = _build_batas("Tahun", "tahun", lambda b: b.tahun)
TERBURUK = _build("Nilai Terburuk", lambda b: b.indikator.nilai_terburuk, "terburuk")
"""Helper columns of the formulas: the bounds of Rentang targets, what stands for the words of a
scale, the worst value."""


def build_kolom_triwulan(t: Triwulan) -> tuple[Kolom, Kolom, Kolom, Kolom]:
    """Target, realisasi, capaian and status of one triwulan."""
    tw, kunci = f"TW {t.romawi}", f"tw{t.value}"
    return (
        _build_figur(f"Target {tw}", lambda b: b.per_triwulan[t].target, f"{kunci}.target"),
        _build_figur(
            f"Realisasi {tw}", lambda b: b.per_triwulan[t].realisasi, f"{kunci}.realisasi"
        ),
        _build(f"Capaian {tw} (%)", lambda b: b.per_triwulan[t].capaian, f"{kunci}.capaian"),
        _build(f"Status {tw}", lambda b: b.per_triwulan[t].status, f"{kunci}.status"),
    )


def build_batas_triwulan(t: Triwulan) -> tuple[Kolom, ...]:
    """The helper columns of one triwulan."""
    return _build_batas(f"TW {t.romawi}", f"tw{t.value}", lambda b: b.per_triwulan[t])
