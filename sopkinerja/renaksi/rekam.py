"""The record of issue of a Renaksi form: everything on it that the officer may not change."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence

from sopkinerja.formulir.rekam import build_dasar
from sopkinerja.istilah import Formulir, Level, Triwulan
from sopkinerja.opd.mandat import Mandat, Pagu
from sopkinerja.opd.model import Jabatan, Referensi
from sopkinerja.renaksi.model import FormulirRenaksi, Langkah


def build_formulir(
    referensi: Referensi,
    mandat: Mandat,
    jabatan: Jabatan,
    triwulan: Triwulan,
    bawaan: Sequence[Langkah],
    anggaran_lalu: Mapping[int, float],
    *,
    tanggal: dt.date,
    tenggat: dt.date,
) -> FormulirRenaksi | None:
    """The record of issue for one jabatan as revision 1; None for a vacant chair."""
    dasar = build_dasar(Formulir.RENAKSI, referensi, triwulan, jabatan, tanggal)
    if dasar is None:
        return None
    return FormulirRenaksi(
        **dasar,
        tenggat=tenggat,
        versi_mandat=mandat.versi,
        indikator=mandat.untuk(jabatan.kode),
        bawaan=tuple(bawaan),
        pagu=find_pagu(mandat, referensi, jabatan),
        ada_dpa=bool(mandat.pagu),
        anggaran_lalu=dict(anggaran_lalu),
    )


def find_pagu(mandat: Mandat, referensi: Referensi, jabatan: Jabatan) -> tuple[Pagu, ...]:
    """The sub kegiatan that a jabatan answers for: its own, those its indicators name, those of
    everyone below it; the Kepala Dinas answers for all."""
    if jabatan.level is Level.KEPALA_DINAS:
        return mandat.pagu
    kursi = {jabatan.kode} | find_bawahan(referensi, jabatan.kode)
    sebut = [i.sub_kegiatan for i in mandat.untuk(jabatan.kode) if i.sub_kegiatan]
    return tuple(
        p
        for p in mandat.pagu
        if p.penanggung_jawab in kursi or any(f"{p.kode}.".startswith(f"{k}.") for k in sebut)
    )


def find_bawahan(referensi: Referensi, jabatan: str) -> set[str]:
    """Everyone below a chair, at any depth."""
    hasil: set[str] = set()
    antre = [jabatan]
    while antre:
        baru = {j.kode for j in referensi.bawahan(antre.pop())} - hasil
        hasil |= baru
        antre += baru
    return hasil
