"""A printing built anew: the same material, but each return as it was read again."""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import BinaryIO, NamedTuple

from sopkinerja.agenda.agenda import Agenda
from sopkinerja.agenda.cetakan import CetakanTercatat
from sopkinerja.agenda.model import Kiriman
from sopkinerja.istilah import Formulir, Triwulan
from sopkinerja.lhe.tahunan import RENJA, build_penulis
from sopkinerja.mandat.referensi import open_referensi
from sopkinerja.matriks.bahan import build_bahan
from sopkinerja.matriks.beku import apply_jawaban
from sopkinerja.matriks.matriks import build_matriks
from sopkinerja.matriks.model import Bahan, RapatMonev, Terima, read_rapat
from sopkinerja.matriks.tercetak import Setahun, apply_nomor_setahun, build_setahun, build_tahun
from sopkinerja.matriks.terima import build_terima
from sopkinerja.rapat.tindak_lanjut import apply_tahun_lalu
from sopkinerja.ruang import Ruang
from sopkinerja.triwulan.dini import find_tercatat
from sopkinerja.triwulan.tutup import CETAKAN

DIBANGUN = frozenset({*dict(CETAKAN), "LAKIP", RENJA})
"""The kinds of printing that are built anew: all that show figures of returns."""
Bacaan = Mapping[tuple[str, str, str, int], Kiriman]
"""By SHA-256, kind of form, jabatan and triwulan: a return as it was read again."""


class Material(NamedTuple):
    """What the printings of one moment are made of, and what writes each kind."""

    setahun: Setahun
    penulis: Mapping[str, Callable[[Setahun, BinaryIO], None]]
    tak_dibaca: int = 0
    """So many returns behind it were not read again: it proves nothing."""

    def render(self, cetakan: CetakanTercatat) -> bytes:
        """The workbook of one of them."""
        isi = io.BytesIO()
        self.penulis[cetakan.jenis](apply_nomor_setahun(self.setahun, cetakan.nomor), isi)
        return isi.getvalue()


def build_material(ruang: Ruang, cetakan: CetakanTercatat, bacaan: Bacaan) -> Material | None:
    """What such printings are made of; None where referensi held a galat then."""
    pengaturan = ruang.read_pengaturan()
    triwulan = Triwulan(cetakan.triwulan or Triwulan.IV)
    referensi = open_referensi(ruang.berkas_referensi, pengaturan).check(cetakan.tahun)[0]
    if referensi is None:
        return None
    with Agenda(ruang.berkas_agenda, baca_saja=True) as agenda:
        bahan = build_bahan(agenda, referensi, triwulan, cetakan.saat, pengaturan)
        bahan = apply_tahun_lalu(agenda, bahan)
        dini = bahan.dini or find_tercatat(agenda, bahan)
        bahan = replace(bahan, dini=dini, rapat=_read_rapat(agenda, bahan, bacaan))
        kurang = sum(_build_kunci(t) not in bacaan for t in bahan.terima.values())
        isi = build_setahun(build_matriks(apply_bacaan(bahan, bacaan)))
        if cetakan.triwulan:
            return Material(isi, dict(CETAKAN), kurang)
        isi = build_tahun(isi)
        return Material(isi, build_penulis(agenda, isi), kurang)


def apply_bacaan(bahan: Bahan, bacaan: Bacaan) -> Bahan:
    """The material with every return as it was read again, in what was printed FINAL before too."""
    terima = {k: _read_terima(t, bacaan) for k, t in bahan.terima.items()}
    final = {t: tuple(apply_bacaan(b, bacaan) for b in isi) for t, isi in bahan.final.items()}
    return apply_jawaban(replace(bahan, terima=terima, final=final))


def _read_rapat(agenda: Agenda, bahan: Bahan, bacaan: Bacaan) -> RapatMonev | None:
    daftar = agenda.read_kiriman_triwulan(Formulir.RAPAT, bahan.tahun, bahan.triwulan)
    for k in daftar:
        if k.berlaku and k.identitas:
            kunci = (k.sha256, Formulir.RAPAT.value, k.identitas.jabatan, bahan.triwulan.value)
            return read_rapat(bacaan.get(kunci, k).hasil)
    return bahan.rapat


def _build_kunci(terima: Terima) -> tuple[str, str, str, int]:
    return terima.sha256, Formulir.LAPORAN.value, terima.jabatan, terima.triwulan.value


def _read_terima(terima: Terima, bacaan: Bacaan) -> Terima:
    kiriman = bacaan.get(_build_kunci(terima))
    if kiriman is None:
        return terima
    isi = build_terima(kiriman, kiriman.hasil, terima.bukti_masuk)
    return replace(terima, laporan=isi.laporan, letak=isi.letak, peringatan=isi.peringatan)
