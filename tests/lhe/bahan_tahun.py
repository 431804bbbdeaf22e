"""The sample OPD's whole year as a Bahan of TW IV: a PK revision in TW III, a late figure, what
stays open."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any

from sopkinerja.contoh.rapat import build_rapat
from sopkinerja.formulir.model import BarisStatus
from sopkinerja.istilah import Keadaan, KeadaanTindak, Triwulan
from sopkinerja.laporan.model import BarisTindakLanjut, IsianMenyusul
from sopkinerja.lhe.renja import Terbuka, find_langkah_terbuka
from sopkinerja.matriks.model import Bahan, LangkahDitanya, Terima, TindakDitanya
from sopkinerja.opd.mandat import Mandat
from sopkinerja.renaksi.model import BarisLangkah, IsianTindak
from tests.lhe.bahan_contoh import build_bahan_contoh

MENYUSUL = "PLN-03.03"
"""Its figure of TW I came with TW II's form, that of TW II is provisional, the others are awaited."""
DIUBAH = "PSDI.01"
"""Its target of TW III and IV, and with them that of the year, is lower since the PK revision."""
TINDAK = (
    ("PSDI", "Rekomendasi TW IV 2026", "PSDI.01", "Menambah klinik pendampingan IKM", "", None),
    (
        "PRG",
        "Keputusan Rapat Monev TW IV 2026",
        "",
        "Menyusun jadwal percepatan pengadaan " + "yang disepakati semua bidang dan UPT " * 6,
        "Kepala Subbagian Program",
        dt.date(2027, 2, 15),
    ),
)


def build_bahan_tahun(**lain: Any) -> Bahan:
    """TW I to IV, all closed; anything of Bahan can be replaced by name."""
    bahan = build_bahan_contoh(Triwulan.IV)
    awal = bahan.mandat[Triwulan.I]
    revisi = _build_revisi(awal)
    terima = dict(bahan.terima)
    for t in Triwulan:
        terima["PLN-03", t] = _build_menyusul(terima["PLN-03", t], t)
    mandat = {t: awal if t < Triwulan.III else revisi for t in Triwulan}
    rapat = build_rapat(bahan, dt.date(2027, 1, 14), dt.date(2027, 1, 18))
    bahan = replace(
        bahan,
        mandat=mandat,
        terima=terima,
        tutup=frozenset(Triwulan),
        status_lalu={t: _build_papan(bahan, t) for t in Triwulan if t < Triwulan.IV},
        rapat=rapat,
        langkah=(_build_langkah("PSDI.R1", KeadaanTindak.SELESAI), _build_langkah("PSDI.R2", None)),
        tindak_lanjut=(_build_tindak("R2026-3.PSDI.01"),),
        setahun=True,
    )
    return replace(bahan, **lain)


def build_terbuka(bahan: Bahan) -> Terbuka:
    """What the year leaves open."""
    tindak = {
        jabatan: (
            BarisTindakLanjut(
                kunci=f"R{n}", asal=asal, kode=kode, uraian=uraian, penanggung_jawab=siapa,
                tenggat=tenggat,
            ),
        )
        for n, (jabatan, asal, kode, uraian, siapa, tenggat) in enumerate(TINDAK)
    }  # fmt: skip
    return Terbuka(tindak, find_langkah_terbuka(bahan))


def _build_revisi(awal: Mandat) -> Mandat:
    """Version 2, from TW III: a lower target and pagu."""
    indikator = tuple(
        i.model_copy(
            update={"target_tw": (*i.target_tw[:2], 60.0, 60.0), "target_tahun": 220.0}
            if i.kode == DIUBAH
            else {}
        )
        for i in awal.indikator
    )
    pagu = (awal.pagu[0].model_copy(update={"pagu": 150_000_000.0}), *awal.pagu[1:])
    return awal.model_copy(
        update={
            "versi": 2,
            "berlaku_mulai": Triwulan.III,
            "tanggal": dt.date(2026, 7, 20),
            "alasan": "Penyesuaian anggaran (APBD-P, contoh)",
            "indikator": indikator,
            "pagu": pagu,
        }
    )


def _build_menyusul(terima: Terima, triwulan: Triwulan) -> Terima:
    """The form of a triwulan brings the figure of the one before and announces its own."""
    lalu = {Triwulan.II: (2.1, False), Triwulan.III: (2.6, True)}.get(triwulan)
    umum = {Triwulan.III: dt.date(2026, 11, 5), Triwulan.IV: dt.date(2027, 2, 5)}
    baris = [
        IsianMenyusul(
            kode=MENYUSUL, triwulan=triwulan, sumber="BPS",
            perkiraan=umum.get(triwulan, dt.date(2026, 5, 5)),
        )
    ]  # fmt: skip
    if lalu:
        realisasi, sementara = lalu
        baris.append(
            IsianMenyusul(
                kode=MENYUSUL, triwulan=Triwulan(triwulan - 1), sumber="BPS", realisasi=realisasi,
                sementara=sementara,
            )
        )  # fmt: skip
    return replace(terima, laporan=terima.laporan.model_copy(update={"menyusul": tuple(baris)}))


def _build_papan(bahan: Bahan, triwulan: Triwulan) -> tuple[BarisStatus, ...]:
    """The board of an earlier triwulan: all in, every ninth late."""
    return tuple(
        s.model_copy(
            update={
                "keadaan": Keadaan.DITERIMA
                if (s.kode, triwulan) in bahan.terima
                else Keadaan.LOWONG,
                "hari_terlambat": 2 if n % 9 == triwulan else 0,
                "kiriman": 1,
            }
        )
        for n, s in enumerate(bahan.status)
    )


def _build_langkah(kunci: str, keadaan: KeadaanTindak | None) -> LangkahDitanya:
    langkah = BarisLangkah(
        kunci=kunci, kode="PSDI.01", langkah=f"Pendampingan IKM angkatan {kunci[-1]}",
        bulan="Oktober, November", keluaran="20 IKM", penanggung_jawab="Kepala Bidang",
    )  # fmt: skip
    jawaban = IsianTindak(kunci=kunci, keadaan=keadaan) if keadaan else None
    return LangkahDitanya("PSDI", langkah, jawaban)


def _build_tindak(kunci: str) -> TindakDitanya:
    tindak = BarisTindakLanjut(
        kunci=kunci, asal="Rekomendasi TW III", kode="PSDI.01", uraian="Menambah petugas lapangan"
    )
    jawaban = IsianTindak(kunci=kunci, keadaan=KeadaanTindak.BERJALAN, catatan="dua orang")
    return TindakDitanya("PSDI", tindak, jawaban)
