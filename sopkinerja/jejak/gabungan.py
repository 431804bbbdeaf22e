"""Means and sums with their parts: the scores of jabatan, units and levels, and what was spent."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from sopkinerja.istilah import Level, Triwulan
from sopkinerja.jejak.asal import Arsip, find_berkas
from sopkinerja.jejak.hitungan import render_skor
from sopkinerja.jejak.model import Bagian, BerkasAsal, JejakAnggaran, JejakSkor
from sopkinerja.laporan.anggaran import find_penanggung_jawab
from sopkinerja.laporan.capaian import limit
from sopkinerja.matriks.anggaran import AnggaranMatriks
from sopkinerja.matriks.baris import Skor

if TYPE_CHECKING:
    from sopkinerja.matriks.matriks import Matriks


def trace_skor(matriks: Matriks, kode: str) -> JejakSkor | None:
    """The score of the jabatan, unit or level of that name; None where there is none."""
    for s in matriks.jabatan:
        if s.kode.casefold() == kode.casefold():
            bagian = [
                Bagian(
                    b.kode,
                    b.indikator.indikator,
                    b.capaian,
                    b.indikator.bobot,
                    None if b.capaian is None else limit(b.capaian, matriks.bahan.pengaturan),
                )
                for b in matriks.milik(s.kode)
            ]
            juga = next((u.nama for u in matriks.unit if u.kode == s.kode), "")
            return _build("Jabatan", matriks, s, bagian, s.dinilai, s.indikator, juga)
    unit = {j.kode: j.unit for j in matriks.bahan.jabatan}
    level = {j.kode: j.level.value for j in matriks.bahan.jabatan}
    for jenis, daftar, induk in (("Unit", matriks.unit, unit), ("Level", matriks.level, level)):
        for s in daftar:
            if kode.casefold() in (s.kode.casefold(), s.nama.casefold()):
                anggota = [x for x in matriks.jabatan if induk[x.kode] == s.kode]
                bagian = [Bagian(x.kode, x.nama, x.nilai, dibatasi=x.nilai) for x in anggota]
                return _build(jenis, matriks, s, bagian, s.dengan_skor, s.jabatan)
    return None


def _build(
    kelompok: str,
    matriks: Matriks,
    skor: Skor,
    bagian: Sequence[Bagian],
    dinilai: int,
    dari: int,
    unit_sekode: str = "",
) -> JejakSkor:
    cara, hitungan = render_skor(bagian, skor.nilai)
    nama = skor.nama if skor.kode in (skor.nama, *Level) else f"{skor.kode} {skor.nama}"
    return JejakSkor(
        kelompok=kelompok,
        kode=skor.kode,
        nama=nama,
        tahun=matriks.bahan.tahun,
        triwulan=matriks.bahan.triwulan,
        nilai=skor.nilai,
        predikat=skor.predikat,
        dinilai=dinilai,
        dari=dari,
        bagian=tuple(bagian),
        unit_sekode=unit_sekode,
        cara=cara,
        hitungan=hitungan,
    )


def trace_anggaran(arsip: Arsip, matriks: Matriks, kode: str) -> JejakAnggaran | None:
    """What was spent of that sub kegiatan; None where there is none."""
    satu = next((a for a in matriks.anggaran if a.kode.casefold() == kode.casefold()), None)
    if satu is None:
        return None
    bahan = matriks.bahan
    return JejakAnggaran(
        kode=satu.kode,
        uraian=satu.uraian,
        penanggung_jawab=satu.penanggung_jawab,
        tahun=bahan.tahun,
        triwulan=bahan.triwulan,
        pagu=satu.pagu,
        realisasi_sd=satu.sd,
        keterangan=satu.keterangan,
        per_triwulan=tuple(
            (t, satu.per_triwulan.get(t), _find_asal(arsip, matriks, satu, t))
            for t in bahan.triwulan.sampai_dengan()
        ),
    )


def _find_asal(
    arsip: Arsip, matriks: Matriks, satu: AnggaranMatriks, triwulan: Triwulan
) -> BerkasAsal | None:
    """The return that told it; None where referensi did, or nobody."""
    bahan = matriks.bahan
    mandat = bahan.mandat.get(triwulan) or bahan.mandat[bahan.triwulan]
    pagu = next((p for p in bahan.mandat[bahan.triwulan].pagu if p.kode == satu.kode), None)
    jawab = find_penanggung_jawab(pagu, mandat) if pagu else ""
    terima = {j: t for (j, tw), t in bahan.terima.items() if tw is triwulan}
    for j in sorted(terima, key=lambda j: (j != jawab, j)):
        isian = (a for a in terima[j].laporan.anggaran if a.kode == satu.kode)
        if any(a.realisasi_tw is not None for a in isian):
            return find_berkas(arsip, terima[j], satu.kode)
    return None
