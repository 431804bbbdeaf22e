"""Whose mandat is in: accepted on a form, else frozen, else in the Mandat sheet, else last year's."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from sopkinerja.agenda.agenda import Agenda
from sopkinerja.agenda.model import Kiriman
from sopkinerja.istilah import Formulir, Triwulan
from sopkinerja.mandat.kode_mandat import read_indikator
from sopkinerja.mandat.model_formulir import HasilMandat
from sopkinerja.mandat.setahun import Setahun, find_catatan
from sopkinerja.opd.mandat import Indikator
from sopkinerja.opd.model import Jabatan, Referensi

Daftar = Mapping[str, tuple[Indikator, ...]]
"""Indicators by kode jabatan."""


@dataclass(frozen=True)
class MandatMasuk:
    """What is known of every jabatan's mandat of one year, by where it came from.

    `formulir` and `kiriman` are the accepted returns; `tahun_lalu` proposes text alone: a target
    is set anew each year.
    """

    formulir: Mapping[str, HasilMandat] = field(default_factory=dict)
    kiriman: Mapping[str, Kiriman] = field(default_factory=dict)
    beku: Daftar = field(default_factory=dict)
    lembar: Daftar = field(default_factory=dict)
    tahun_lalu: Daftar = field(default_factory=dict)
    beku_lalu: Daftar = field(default_factory=dict)
    """What was frozen the year before, its targets too."""
    tutup: frozenset[Triwulan] = frozenset()
    setahun: Setahun = field(default_factory=dict)
    """What the year before came to, once it is closed."""

    def terbit(self, jabatan: str) -> tuple[Indikator, ...]:
        """What a form of that jabatan is prefilled with; an accepted return is no part of it."""
        for sumber in (self.beku, self.lembar):
            if jabatan in sumber:
                return sumber[jabatan]
        return self.tahun_lalu.get(jabatan, ())

    def find_catatan_lalu(self, jabatan: str) -> dict[str, str]:
        """By kode indikator the remark on the Realisasi Tahun Lalu that a form is prefilled with."""
        semua = {
            i.kode: find_catatan(self.setahun, i.kode, i.realisasi_tahun_lalu)
            for i in self.terbit(jabatan)
        }
        return {kode: catatan for kode, catatan in semua.items() if catatan}

    def berlaku(self, jabatan: str) -> tuple[Indikator, ...]:
        """What counts now; empty where that mandat isn't in."""
        if jabatan in self.formulir:
            return self.formulir[jabatan].indikator
        return self.terbit(jabatan)

    def merge(self, referensi: Referensi) -> Referensi:
        """Referensi with every accepted form in place of its jabatan's rows of the Mandat sheet."""
        tahun = referensi.opd.tahun
        lain = [i for i in referensi.mandat if i.tahun != tahun or i.jabatan not in self.formulir]
        baru = [i for h in self.formulir.values() for i in h.indikator]
        return referensi.model_copy(update={"mandat": (*lain, *baru)})


def read_masuk(agenda: Agenda, referensi: Referensi, setahun: Setahun) -> MandatMasuk:
    """Everything that is in for the referensi's year; `setahun` is what the year before came to."""
    tahun = referensi.opd.tahun
    kiriman = {
        k.identitas.jabatan: k
        for k in agenda.read_kiriman_triwulan(Formulir.MANDAT, tahun, None)
        if k.berlaku and k.identitas
    }
    beku, lalu = agenda.read_mandat(tahun), agenda.read_mandat(tahun - 1)
    lampau = agenda.read_lampau(tahun)
    riwayat = agenda.read_riwayat_mandat(tahun)
    lembar, usulan = _pisah_usulan(read_indikator(referensi, (*lampau, *riwayat)))
    lembar_lalu = read_indikator(referensi.untuk_tahun(tahun - 1), lampau)
    beku_lalu = _group(lalu.indikator if lalu else ())
    lama = {**_group(lembar_lalu), **beku_lalu, **usulan}
    return MandatMasuk(
        formulir={j: HasilMandat.model_validate_json(k.hasil) for j, k in kiriman.items()},
        kiriman=kiriman,
        beku=_group(beku.indikator if beku else ()),
        lembar=lembar,
        tahun_lalu={j: tuple(_usulkan(i, setahun) for i in isi) for j, isi in lama.items()},
        beku_lalu=beku_lalu,
        tutup=agenda.read_pernah_tutup(tahun),
        setahun=setahun,
    )


def _pisah_usulan(daftar: Iterable[Indikator]) -> tuple[Daftar, Daftar]:
    """The sheet's rows by jabatan, and apart from them those of a jabatan without any target yet:
    `mulai-tahun` proposed them, and nobody has set a target."""
    semua = _group(daftar)
    usulan = {
        j: isi for j, isi in semua.items() if all(t is None for i in isi for t in i.target_tw)
    }
    return {j: isi for j, isi in semua.items() if j not in usulan}, usulan


def _usulkan(i: Indikator, setahun: Setahun) -> Indikator:
    """Last year's text for the new year: targets blank, its realisasi where the year is closed."""
    kosong = {"target_tahun": None, "target_tw": (None,) * 4}
    lalu = setahun.get(i.kode)
    realisasi = lalu.realisasi if lalu else None
    return i.model_copy(update=kosong | {"realisasi_tahun_lalu": realisasi})


def has_tambahan(agenda: Agenda, referensi: Referensi, setahun: Setahun) -> bool:
    """True where the sheet or an accepted form holds an indicator that the frozen mandat of the
    referensi's year lacks."""
    tahun = referensi.opd.tahun
    riwayat = agenda.read_riwayat_mandat(tahun)
    kini = read_masuk(agenda, referensi, setahun).merge(referensi)
    beku = {i.kode for i in riwayat[-1].indikator} if riwayat else set()
    return any(
        i.kode not in beku for i in read_indikator(kini, (*agenda.read_lampau(tahun), *riwayat))
    )


def _group(daftar: Iterable[Indikator]) -> dict[str, tuple[Indikator, ...]]:
    hasil: dict[str, list[Indikator]] = defaultdict(list)
    for i in daftar:
        hasil[i.jabatan].append(i)
    return {j: tuple(isi) for j, isi in hasil.items()}


def find_penentu(
    referensi: Referensi, masuk: MandatMasuk, jabatan: Jabatan, tanggal: dt.date
) -> Jabatan | None:
    """The superior whose indicators are supported: the atasan; above a vacant chair without a
    mandat the next one. None for the top."""
    dilihat: set[str] = set()
    kode = jabatan.atasan
    while kode and kode not in dilihat:
        dilihat.add(kode)
        atasan = referensi.cari_jabatan(kode)
        if atasan is None:
            return None
        if referensi.pemangku(kode, tanggal) or masuk.berlaku(kode):
            return atasan
        kode = atasan.atasan
    return None
