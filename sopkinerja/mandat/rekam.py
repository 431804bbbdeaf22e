"""The record of issue of a mandat form: everything on it that the officer may not change."""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Collection

from sopkinerja.formulir.rekam import build_dasar
from sopkinerja.istilah import Formulir, Level, Triwulan
from sopkinerja.kalender import Kalender
from sopkinerja.mandat.masuk import MandatMasuk, find_penentu
from sopkinerja.mandat.model_formulir import FormulirMandat
from sopkinerja.mandat.tetapkan import build_pagu, build_triwulan
from sopkinerja.opd.mandat import Indikator
from sopkinerja.opd.model import Jabatan, Referensi


def build_tenggat_mandat(tahun: int) -> dt.date:
    """The last day of row 1 of the SOP: the last day of February."""
    return dt.date(tahun, 2, calendar.monthrange(tahun, 2)[1])


HARI_REVISI = 5
"""Working days for returning a form of a mandat that was frozen already: a week, as the SOP gives
for everything that is asked within the year."""


def build_formulir(
    referensi: Referensi,
    masuk: MandatMasuk,
    jabatan: Jabatan,
    tanggal: dt.date,
    diterima: Collection[str] | None = None,
) -> FormulirMandat | None:
    """The record of issue for one jabatan as revision 1; None for a vacant chair."""
    dasar = build_dasar(Formulir.MANDAT, referensi, None, jabatan, tanggal)
    if dasar is None:
        return None
    penentu = find_penentu(referensi, masuk, jabatan, tanggal)
    induk = tuple(
        i.model_copy(update={"realisasi_tahun_lalu": None})  # the atasan's own, not shown here
        for i in (masuk.berlaku(penentu.kode) if penentu else ())
    )
    pagu = build_pagu(referensi)
    iku = jabatan.level is Level.KEPALA_DINAS
    return FormulirMandat(
        **dasar,
        tenggat=_build_tenggat(referensi, masuk, jabatan.kode, tanggal),
        baris=masuk.terbit(jabatan.kode),
        tahun_lalu=masuk.beku_lalu.get(jabatan.kode, ()),
        catatan_lalu=masuk.find_catatan_lalu(jabatan.kode),
        bebas_mulai=_find_bebas(referensi, masuk, tanggal) if jabatan.kode in masuk.beku else None,
        skala=referensi.skala,
        ukuran_tetap=_find_ukuran_tetap(masuk, jabatan.kode, diterima),
        kode_lama=_build_kode_lama(masuk, jabatan.kode),
        penentu=penentu.kode if penentu else None,
        nama_penentu=penentu.nama if penentu else "",
        induk=induk,
        dpa=tuple(d for d in pagu if d.penanggung_jawab == jabatan.kode),
        renstra=referensi.renstra if iku else (),
        induk_lain=_build_induk_lain(referensi, masuk, {i.kode for i in induk}),
        dpa_lain={
            d.kode: d.penanggung_jawab or ""
            for d in referensi.dpa
            if d.tahun == referensi.opd.tahun and d.penanggung_jawab != jabatan.kode
        },
    )


def _find_ukuran_tetap(
    masuk: MandatMasuk, jabatan: str, diterima: Collection[str] | None
) -> tuple[str, ...] | None:
    """`diterima` are the kode that stand in an accepted report; None: nobody has looked."""
    if diterima is None or jabatan not in masuk.beku:
        return None
    return tuple(i.kode for i in masuk.beku[jabatan] if i.kode in diterima)


def _build_tenggat(
    referensi: Referensi, masuk: MandatMasuk, jabatan: str, tanggal: dt.date
) -> dt.date:
    biasa = build_tenggat_mandat(referensi.opd.tahun)
    if jabatan not in masuk.beku:
        return biasa
    return max(biasa, Kalender(referensi.libur).tambah(tanggal, HARI_REVISI))


def _find_bebas(referensi: Referensi, masuk: MandatMasuk, tanggal: dt.date) -> Triwulan:
    """The first triwulan from that of the date on that isn't closed."""
    kini = build_triwulan(referensi.opd.tahun, tanggal)
    return next((t for t in Triwulan if t >= kini and t not in masuk.tutup), Triwulan.IV)


def _build_kode_lama(masuk: MandatMasuk, jabatan: str) -> tuple[tuple[str, str], ...]:
    sumber = (masuk.tahun_lalu, masuk.lembar, masuk.beku)
    semua: list[Indikator] = [i for s in sumber for i in s.get(jabatan, ())]
    return tuple(sorted({(i.indikator, i.kode) for i in semua}))


def _build_induk_lain(referensi: Referensi, masuk: MandatMasuk, induk: set[str]) -> dict[str, str]:
    return {
        i.kode: i.jabatan
        for j in referensi.jabatan
        for i in masuk.berlaku(j.kode)
        if i.kode not in induk
    }
