"""What a diligent officer of the sample OPD would report on an indicator; invented, repeatable."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from functools import cache
from random import Random
from typing import Any

from sopkinerja.contoh.opd import build_contoh
from sopkinerja.contoh.sebab import find_sebab
from sopkinerja.contoh.serapan import find_serapan
from sopkinerja.istilah import Besaran, Rentang, Sebutan, Target, Triwulan
from sopkinerja.konsolidasi import MENJUMLAH
from sopkinerja.laporan.capaian import capaian, is_due
from sopkinerja.mandat.kembar import find_kembar
from sopkinerja.opd.mandat import Indikator
from sopkinerja.polaritas import find_sifat
from sopkinerja.ruang import Pengaturan

PENGATURAN = Pengaturan()
BERPUNCAK = ("%", "indeks", "nilai")
"""Satuan that hardly exceed their target, and never 100."""
BERBEDA = "PSDI-03.01"
"""The one indicator that its officer counts otherwise than the superior, so that the demo shows it."""
BERTENGGAT = 0.5
"""The share of rekomendasi to which their officer gives a day."""
MAKS_CATATAN = 12
"""A result of at most this many is noted day by day."""

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
    """The officer's cells of one row, and the daily notes behind it: (date, what, how many).
    On a scale there is a `sebutan` instead of a number."""

    realisasi: float | None = None
    capaian: float | None = None
    hambatan: str | None = None
    rekomendasi: str | None = None
    tenggat: dt.date | None = None
    bukti_dukung: str | None = None
    penjelasan: str | None = None
    catatan: tuple[tuple[dt.date, str, float], ...] = ()
    sebutan: str | None = None


def build_jawaban(indikator: Indikator, triwulan: Triwulan) -> Jawaban:
    """The honest answer, the same every time; blank where nothing is due or BPS isn't out yet."""
    asal = _read_asal().get(indikator.kode, indikator.kode)
    acak = Random(f"{asal} {indikator.tahun} {triwulan}")
    target = indikator.target(triwulan)
    if not is_due(indikator.polaritas, target) or indikator.data_menyusul:
        return Jawaban()
    serapan = find_serapan(indikator.kode, triwulan)
    realisasi = _build_hasil(indikator, target, acak) if serapan is None else serapan
    nilai = capaian(indikator.polaritas, target, realisasi, PENGATURAN, indikator.nilai_terburuk)
    kata = _build_kata(indikator, triwulan, nilai, Random(f"sebab {asal} {triwulan}"))
    bukti = acak.choice(BUKTI).format(tw=triwulan.romawi, kode=indikator.kode)
    if isinstance(realisasi, Sebutan):
        return Jawaban(capaian=nilai, bukti_dukung=bukti, sebutan=realisasi.sebutan, **kata)
    return Jawaban(
        realisasi,
        nilai,
        bukti_dukung=bukti if realisasi > 0 else None,
        catatan=_build_catatan(indikator, triwulan, realisasi, acak),
        **kata,
    )


@cache
def _read_asal() -> dict[str, str]:
    """Kode of a subordinate's twin to that of the superior's, whose figure it repeats."""
    return {
        bawah.kode: atas.kode
        for atas, bawah in find_kembar(build_contoh().mandat, Pengaturan().satuan)
        if bawah.kode != BERBEDA
    }


def _build_kata(
    indikator: Indikator, triwulan: Triwulan, nilai: float, acak: Random
) -> dict[str, Any]:
    """What the officer says of the figure: why it fell short, what to do and by when; or what made
    it go beyond."""
    sebab = find_sebab(indikator.indikator)
    if nilai < 100:
        hambatan, rekomendasi = acak.choice(sebab.hambatan)
        tenggat = _build_tenggat(indikator.tahun, triwulan) if acak.random() < BERTENGGAT else None
        return {"hambatan": hambatan, "rekomendasi": rekomendasi, "tenggat": tenggat}
    return {"penjelasan": acak.choice(sebab.berhasil)} if nilai > 100 else {}


def _build_tenggat(tahun: int, triwulan: Triwulan) -> dt.date:
    """The middle of the triwulan after."""
    return triwulan.akhir_berikut(tahun).replace(day=15) - dt.timedelta(days=31)


def _build_hasil(indikator: Indikator, target: Target, acak: Random) -> Besaran:
    """A number, or on a scale a word: the target's, one above or below it."""
    if not isinstance(target, Sebutan):
        return _bulatkan(indikator, _build_realisasi(indikator, target, acak))
    assert indikator.skala is not None
    jenjang = indikator.skala.jenjang
    ke = [j.nilai for j in jenjang].index(target.nilai) + acak.choice((-1, 0, 0, 0, 1))
    pilihan = jenjang[max(0, min(ke, len(jenjang) - 1))]
    return Sebutan(sebutan=pilihan.sebutan, nilai=pilihan.nilai)


def _build_realisasi(indikator: Indikator, target: float | Rentang | None, acak: Random) -> float:
    """Around the target: about a third falls short, a few go far beyond; a share ends at 100."""
    undi = acak.random()
    if isinstance(target, Rentang):
        lebar = target.atas - target.bawah
        return target.bawah + lebar * (acak.uniform(0.1, 0.9) if undi < 0.75 else 1.3)
    assert target is not None
    if target == 0:
        return 0 if undi < 0.7 else acak.randint(1, 4)
    kali = _build_kali(undi, acak)
    if find_sifat(indikator.polaritas).ciri.naik_baik is False:
        return target * (2 - kali)
    if indikator.satuan.lower() in BERPUNCAK:
        return min(target * min(kali, 1 + kali / 50), max(target, 100))
    return target * kali


def _build_kali(undi: float, acak: Random) -> float:
    if undi < 0.14:
        return acak.uniform(0.5, 0.75)
    if undi < 0.38:
        return acak.uniform(0.77, 0.97)
    if undi < 0.94:
        return acak.uniform(1.0, 1.15)
    return acak.uniform(1.25, 1.4)


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
        indikator.konsolidasi not in MENJUMLAH
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
