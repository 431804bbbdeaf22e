"""Mandat forms that came in after freezing, and aren't in what was frozen."""

from __future__ import annotations

from typing import NamedTuple

from sopkinerja.agenda.agenda import Agenda
from sopkinerja.istilah import Formulir
from sopkinerja.mandat.model_formulir import HasilMandat
from sopkinerja.mandat.perubahan import JenisPerubahan, compare_indikator
from sopkinerja.mandat.teks_tetapkan import BELUM_MASUK, LANJUT_BEDA, LANJUT_TAMBAH
from sopkinerja.opd.induk import apply_induk
from sopkinerja.opd.mandat import Indikator, Mandat


class FormulirSusulan(NamedTuple):
    """The accepted form of one jabatan that the newest frozen version doesn't say."""

    jabatan: str
    tahun: int
    versi: int
    beda: tuple[str, ...]
    tambah: bool
    """It only adds to what was frozen: plain `tetapkan` takes it up."""

    def render(self) -> str:
        """Whose form, what is missing, and what takes it up."""
        lanjut = LANJUT_TAMBAH if self.tambah else LANJUT_BEDA
        return BELUM_MASUK.format(
            jabatan=self.jabatan, tahun=self.tahun, versi=self.versi, jumlah=len(self.beda),
            contoh=self.beda[0], lanjut=lanjut,
        )  # fmt: skip


def find_susulan(agenda: Agenda, tahun: int) -> tuple[FormulirSusulan, ...]:
    """Every accepted mandat form of a frozen year that differs from the newest version."""
    beku = agenda.read_mandat(tahun)
    if beku is None:
        return ()
    hasil = []
    for k in agenda.read_kiriman_triwulan(Formulir.MANDAT, tahun, None):
        if not k.berlaku or not k.identitas:
            continue
        formulir = HasilMandat.model_validate_json(k.hasil).indikator
        satu = _compare(beku, k.identitas.jabatan, formulir)
        if satu.beda:
            hasil.append(satu)
    return tuple(hasil)


def _compare(beku: Mandat, jabatan: str, formulir: tuple[Indikator, ...]) -> FormulirSusulan:
    lama = {i.kode: i for i in beku.untuk(jabatan)}
    kini = [_keep_induk(i, lama.get(i.kode)) for i in formulir]
    semua = tuple(compare_indikator(lama.values(), kini))
    tambah = all(p.jenis is JenisPerubahan.DITAMBAH for p in semua)
    return FormulirSusulan(
        jabatan, beku.tahun, beku.versi, tuple(p.render() for p in semua), tambah
    )


def _keep_induk(i: Indikator, beku: Indikator | None) -> Indikator:
    """An induk in words was frozen as the kode that it names: that is no difference."""
    if beku is not None and any(" " in k for k in i.semua_induk):
        return apply_induk(i, beku.semua_induk)
    return i
