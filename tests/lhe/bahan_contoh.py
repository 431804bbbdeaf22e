"""The sample OPD with everybody's invented answers, as a Bahan: big enough to print like a real one."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any

from sopkinerja.contoh.jawaban import build_jawaban
from sopkinerja.contoh.opd import build_contoh
from sopkinerja.formulir.model import BarisStatus
from sopkinerja.istilah import Keadaan, Level, Triwulan
from sopkinerja.laporan.model import IsianAnggaran, IsianIndikator, IsianMenyusul, Laporan
from sopkinerja.matriks.model import Bahan, JabatanMatriks, Terima
from sopkinerja.opd.mandat import Indikator, Mandat, Pagu
from sopkinerja.opd.model import Jabatan, Referensi
from sopkinerja.opd.pejabat import build_pejabat
from sopkinerja.ruang import Pengaturan
from sopkinerja.tulisan import WITA
from tests.matriks.tindak import build_langkah, build_tindak_lanjut

BELUM = 3
"""How many of the last chairs never return their form."""


def build_bahan_contoh(triwulan: Triwulan = Triwulan.I, **lain: Any) -> Bahan:
    """TW I (or more) of the sample OPD: two or three missing, some late, one vacant."""
    referensi = build_contoh()
    tw = triwulan.sampai_dengan()
    mandat = _build_mandat(referensi)
    jabatan = tuple(_build_jabatan(referensi, j, tw) for j in referensi.jabatan)
    lowong = frozenset((j.kode, t) for j in jabatan for t in tw if j.pemangku[t] is None)
    belum = {j.kode for j in jabatan if j.level is Level.JFU}
    belum = set(sorted(belum)[-BELUM:])
    terima = {
        (j.kode, t): _build_terima(referensi, j.kode, t)
        for j in jabatan
        for t in tw
        if (j.kode, t) not in lowong and (t is not triwulan or j.kode not in belum)
    }
    waktu = dt.datetime.combine(triwulan.akhir(2026) + dt.timedelta(16), dt.time(9, 30), WITA)
    bahan = Bahan(
        opd=referensi.opd,
        tahun=2026,
        triwulan=triwulan,
        waktu=waktu,
        pengaturan=Pengaturan(),
        unit=referensi.unit,
        jabatan=jabatan,
        mandat=dict.fromkeys(Triwulan, mandat),
        terima=terima,
        tidak_valid=frozenset(),
        lowong=lowong,
        tutup=frozenset(t for t in tw if t < triwulan),
        status=tuple(_build_status(j, triwulan, terima, lowong, n) for n, j in enumerate(jabatan)),
        renstra=referensi.renstra,
        kepala=build_pejabat(referensi, _find_kepala(referensi), waktu.date()),
        kasubag=build_pejabat(referensi, referensi.opd.kasubag_program, waktu.date()),
        dpa=referensi.dpa,
        tenggat=triwulan.akhir(2026) + dt.timedelta(8),
    )
    if triwulan > Triwulan.I:
        milik = [i for i in mandat.indikator if i.jabatan in _find_atas(referensi)]
        bahan = replace(
            bahan, langkah=build_langkah(*milik), tindak_lanjut=build_tindak_lanjut(*milik)
        )
    return replace(bahan, **lain)


def _find_atas(referensi: Referensi) -> set[str]:
    return {j.kode for j in referensi.jabatan if j.level in (Level.KEPALA_DINAS, Level.KABID)}


def _find_kepala(referensi: Referensi) -> str:
    return next(j.kode for j in referensi.jabatan if j.level is Level.KEPALA_DINAS)


def _build_mandat(referensi: Referensi) -> Mandat:
    nomor: dict[str, int] = {}
    indikator = []
    for i in referensi.mandat:
        nomor[i.jabatan] = nomor.get(i.jabatan, 0) + 1
        kode = i.kode or f"{i.jabatan}.{nomor[i.jabatan]:02d}"
        indikator.append(i.model_copy(update={"kode": kode}))
    pagu = tuple(
        Pagu(
            kode=d.kode,
            uraian=d.uraian,
            pagu=d.pagu,
            unit=d.unit,
            penanggung_jawab=d.penanggung_jawab,
            sumber_dana=d.sumber_dana,
        )
        for d in referensi.dpa
        if d.penanggung_jawab
    )
    return Mandat(
        tahun=2026,
        versi=1,
        berlaku_mulai=Triwulan.I,
        tanggal=dt.date(2026, 2, 27),
        indikator=tuple(indikator),
        pagu=pagu,
    )


def _build_jabatan(
    referensi: Referensi, j: Jabatan, triwulan: tuple[Triwulan, ...]
) -> JabatanMatriks:
    return JabatanMatriks(
        kode=j.kode,
        nama=j.nama,
        level=j.level,
        unit=j.unit,
        atasan=j.atasan,
        pemangku={t: build_pejabat(referensi, j.kode, t.akhir(2026)) for t in triwulan},
    )


def _build_terima(referensi: Referensi, kode: str, triwulan: Triwulan) -> Terima:
    milik = _build_mandat(referensi).untuk(kode)
    isian = tuple(_build_isian(i, triwulan) for i in milik)
    anggaran = tuple(
        IsianAnggaran(kode=d.kode, realisasi_tw=round(d.pagu * (0.11 + 0.03 * (n % 4)), -3))
        for n, d in enumerate(referensi.dpa)
        if d.penanggung_jawab == kode
    )
    menyusul = tuple(
        IsianMenyusul(kode=i.kode, triwulan=triwulan, sumber="BPS", perkiraan=dt.date(2026, 5, 5))
        for i in milik
        if i.data_menyusul
    )
    return Terima(
        jabatan=kode,
        triwulan=triwulan,
        laporan=Laporan(isian=isian, anggaran=anggaran, menyusul=menyusul),
        nama_berkas=f"{kode}_TW{triwulan.value}_final revisi.xlsx",
        sha256=(f"{kode}{triwulan}".encode().hex() * 8)[:64],
        revisi=1,
        diterima=dt.datetime.combine(triwulan.akhir(2026) + dt.timedelta(7), dt.time(10, 5), WITA),
        letak={i.kode: f"Laporan!K{11 + n}" for n, i in enumerate(milik)},
        arsip=f"arsip/{kode}/{kode}-TW{triwulan.value}.xlsx",
    )


def _build_isian(indikator: Indikator, triwulan: Triwulan) -> IsianIndikator:
    jawaban = build_jawaban(indikator, triwulan)
    return IsianIndikator(
        kode=indikator.kode,
        realisasi=jawaban.realisasi,
        hambatan=jawaban.hambatan or "",
        rekomendasi=jawaban.rekomendasi or "",
        bukti_dukung=jawaban.bukti_dukung or "",
        penjelasan=jawaban.penjelasan or "",
    )


def _build_status(
    j: JabatanMatriks,
    triwulan: Triwulan,
    terima: dict[tuple[str, Triwulan], Terima],
    lowong: frozenset[tuple[str, Triwulan]],
    nomor: int,
) -> BarisStatus:
    ada = terima.get((j.kode, triwulan))
    keadaan = Keadaan.DITERIMA if ada else Keadaan.TERLAMBAT
    keadaan = Keadaan.LOWONG if (j.kode, triwulan) in lowong else keadaan
    pemangku = j.pemangku[triwulan]
    terlambat = (3 if nomor % 9 == 4 else 0) if ada else 5
    return BarisStatus(
        kode=j.kode,
        nama=j.nama,
        level=j.level,
        unit=j.unit,
        pemangku=pemangku.nama if pemangku else "",
        keadaan=keadaan,
        hari_terlambat=0 if keadaan is Keadaan.LOWONG else terlambat,
        kiriman=1 if ada else 0,
        diterima_pertama=ada.diterima.date() if ada else None,
        diterima=ada.diterima.date() if ada else None,
        atasan=j.atasan,
    )
