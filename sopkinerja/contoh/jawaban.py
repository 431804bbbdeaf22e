"""What a diligent officer of the sample OPD would report on an indicator; invented, repeatable."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from random import Random

from sopkinerja.istilah import Konsolidasi, Polaritas, Triwulan
from sopkinerja.laporan.capaian import capaian, is_due
from sopkinerja.mandat.model import Indikator, Rentang, Target
from sopkinerja.ruang import Pengaturan

PENGATURAN = Pengaturan()
MAKS_CATATAN = 12
"""A result of at most this many is noted day by day."""

SEBAB = (
    ("Pelaksanaan kegiatan mundur karena DPA baru disahkan akhir Januari.",
     "Menyusun jadwal pelaksanaan sejak Desember tahun sebelumnya."),
    ("Jumlah petugas lapangan terbatas dan wilayahnya luas.",
     "Meminta dukungan petugas kabupaten/kota melalui surat Kepala Dinas."),
    ("Harga cabai dan beras naik menjelang hari besar keagamaan.",
     "Menambah frekuensi pasar murah dan koordinasi pasokan antardaerah."),
    ("Alat uji dalam perbaikan selama tiga minggu pada bulan Februari.",
     "Mengusulkan alat cadangan pada perubahan anggaran."),
    ("Pelaku usaha belum melengkapi persyaratan yang diminta.",
     "Mengadakan klinik pendampingan pengisian persyaratan dua kali sebulan."),
    ("Jadwal kapal ke pelabuhan tujuan tertunda karena cuaca.",
     "Menyepakati jadwal cadangan dengan eksportir dan pelayaran."),
    ("Data dari kabupaten terlambat diterima.",
     "Mengirim permintaan data pada awal bulan terakhir setiap triwulan."),
)  # fmt: skip
PENJELASAN = (
    "Ada tambahan permintaan dari kabupaten yang semula tidak direncanakan.",
    "Kegiatan triwulan berikutnya dilaksanakan lebih awal karena peserta sudah siap.",
)
BUKTI = (
    "Laporan kegiatan TW {tw}.pdf",
    "Berita acara dan daftar hadir, map bidang",
    "- foto kegiatan\n- daftar hadir",
    "https://contoh.invalid/bukti/{kode}",
    "Rekap triwulan {tw}, tanda tangan atasan",
)
KEGIATAN = (
    "Melaksanakan {indikator} di lapangan",
    "Menyelesaikan {indikator}, berkas lengkap",
    "Rapat dan tindak lanjut {indikator}",
    "Verifikasi {indikator} bersama petugas kabupaten",
)


@dataclass(frozen=True)
class Jawaban:
    """The officer's cells of one row, and the daily notes behind it: (date, what, how many)."""

    realisasi: float | None = None
    capaian: float | None = None
    hambatan: str | None = None
    rekomendasi: str | None = None
    bukti_dukung: str | None = None
    penjelasan: str | None = None
    catatan: tuple[tuple[dt.date, str, float], ...] = ()


def build_jawaban(indikator: Indikator, triwulan: Triwulan) -> Jawaban:
    """The honest answer, the same every time; blank where nothing is due or BPS isn't out yet."""
    acak = Random(f"{indikator.kode} {indikator.tahun} {triwulan}")
    target = indikator.target(triwulan)
    if not is_due(indikator.polaritas, target) or indikator.data_menyusul:
        return Jawaban()
    realisasi = _bulatkan(indikator, _build_realisasi(indikator.polaritas, target, acak))
    nilai = capaian(indikator.polaritas, target, realisasi, PENGATURAN, indikator.nilai_terburuk)
    hambatan, rekomendasi = acak.choice(SEBAB) if nilai < 100 else (None, None)
    bukti = acak.choice(BUKTI).format(tw=triwulan.romawi, kode=indikator.kode)
    return Jawaban(
        realisasi,
        nilai,
        hambatan,
        rekomendasi,
        bukti if realisasi > 0 else None,
        acak.choice(PENJELASAN) if nilai > 120 else None,
        _build_catatan(indikator, triwulan, realisasi, acak),
    )


def _build_realisasi(polaritas: Polaritas, target: Target, acak: Random) -> float:
    """Around the target: about a third falls short, a few go far beyond."""
    undi = acak.random()
    if isinstance(target, Rentang):
        lebar = target.atas - target.bawah
        return target.bawah + lebar * (acak.uniform(0.1, 0.9) if undi < 0.75 else 1.3)
    assert target is not None
    if target == 0:
        return 0 if undi < 0.7 else acak.randint(1, 4)
    if undi < 0.12:
        kali = acak.uniform(0.55, 0.8)
    elif undi < 0.32:
        kali = acak.uniform(0.82, 0.98)
    elif undi < 0.94:
        kali = acak.uniform(1.0, 1.15)
    else:
        kali = acak.uniform(1.25, 1.4)
    return target * (kali if polaritas is Polaritas.NAIK else 2 - kali)


def _bulatkan(indikator: Indikator, nilai: float) -> float:
    """As people of that satuan write it: whole things whole, rupiah in thousands."""
    satuan = indikator.satuan.lower()
    if satuan in ("rp", "rupiah"):
        return float(round(nilai, -3))
    if satuan in PENGATURAN.satuan_bulat:
        return float(round(nilai))
    return float(round(nilai, 2 if abs(nilai) < 100 else 1))


def _build_catatan(
    indikator: Indikator, triwulan: Triwulan, realisasi: float, acak: Random
) -> tuple[tuple[dt.date, str, float], ...]:
    """Daily notes that add up to a small whole result of a Jumlah indicator; else none."""
    if (
        indikator.konsolidasi is not Konsolidasi.JUMLAH
        or not 0 < realisasi <= MAKS_CATATAN
        or not realisasi.is_integer()
    ):
        return ()
    awal, akhir = triwulan.awal(indikator.tahun), triwulan.akhir(indikator.tahun)
    hari = [awal + dt.timedelta(n) for n in range((akhir - awal).days + 1)]
    kerja = [h for h in hari if h.weekday() < 5]
    pilih = sorted(acak.sample(kerja, int(realisasi)))
    uraian = indikator.indikator[:1].lower() + indikator.indikator[1:]
    return tuple((h, acak.choice(KEGIATAN).format(indikator=uraian), 1.0) for h in pilih)
