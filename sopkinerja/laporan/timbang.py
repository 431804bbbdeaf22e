"""Weighing one figure: the questions about it, their answers, and what it says once none is open."""

from __future__ import annotations

from dataclasses import replace

from sopkinerja.formulir.model import Tanya
from sopkinerja.katalog import Kode, Tingkat
from sopkinerja.laporan.aturan import ATURAN_LAPORAN, ATURAN_SOAL, Aturan
from sopkinerja.laporan.capaian import capaian, is_due
from sopkinerja.laporan.konteks import KonteksIndikator
from sopkinerja.laporan.nihil import is_kosong
from sopkinerja.laporan.pemeriksaan import Pemeriksaan
from sopkinerja.temuan import Temuan
from sopkinerja.tulisan import render_angka


def judge_angka(
    kerja: Pemeriksaan,
    k: KonteksIndikator,
    soal_angka: tuple[Aturan, ...] = ATURAN_SOAL,
    aturan_angka: tuple[Aturan, ...] = ATURAN_LAPORAN,
) -> KonteksIndikator:
    """First whether the number can be read, then, where nothing is in question, what it says; every
    temuan and question is added to `kerja`."""
    soal = [_apply_jawaban(k, t) for aturan in soal_angka for t in aturan(k)]
    kerja.temuan += soal
    kerja.tanya += [_build_tanya(k, t.kode) for t in soal if _is_tanya(k, t)]
    bertanya = any(t.tingkat is Tingkat.GALAT for t in soal)
    if not bertanya and not k.is_jumlah_ragu:
        k = _nilai_pasti(k)
    kerja.temuan += [t for aturan in aturan_angka for t in aturan(k)]
    return k


def _nilai_pasti(k: KonteksIndikator) -> KonteksIndikator:
    k, b = replace(k, nilai=k.realisasi.angka, sebutan=k.realisasi.sebutan), k.baris
    if k.besaran is None or not is_due(b.polaritas, b.target_tw):
        return k
    persen = capaian(b.polaritas, b.target_tw, k.besaran, k.pengaturan, b.nilai_terburuk)
    return replace(k, capaian=persen)


def _apply_jawaban(k: KonteksIndikator, temuan: Temuan) -> Temuan:
    """A question that was put before about this value and now has a Penjelasan is answered."""
    if not temuan.kode.keluhan.tanya or is_kosong(k.isian.penjelasan):
        return temuan
    kode = {temuan.kode.name}
    if temuan.kode is Kode.ANGKA_012:
        kode |= {Kode.ANGKA_009.name, Kode.ANGKA_010.name}
    if not k.is_pernah_ditanya(*kode):
        return temuan
    assert k.realisasi.angka is not None
    return Temuan(
        Kode.ANGKA_011,
        temuan.letak,
        kode=k.baris.kode,
        nilai=render_angka(k.realisasi.angka),
        judul=temuan.kode.keluhan.judul.lower(),
        penjelasan=k.isian.penjelasan,
    )


def _is_tanya(k: KonteksIndikator, temuan: Temuan) -> bool:
    return temuan.kode.keluhan.tanya and k.realisasi.angka is not None


def _build_tanya(k: KonteksIndikator, kode: Kode) -> Tanya:
    assert k.realisasi.angka is not None
    return Tanya(
        kode=kode.name,
        tabel="laporan",
        baris=k.baris.kode,
        kolom="realisasi",
        nilai=k.realisasi.angka,
    )
