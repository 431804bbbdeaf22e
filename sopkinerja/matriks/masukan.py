"""From accepted returns to what capaian needs: figures of each triwulan and where they came from."""

from __future__ import annotations

from dataclasses import dataclass

from sopkinerja.istilah import Besaran, Target, Triwulan
from sopkinerja.laporan.angka_masuk import find_angka
from sopkinerja.laporan.model import IsianIndikator, Masukan
from sopkinerja.matriks.model import Bahan, Terima
from sopkinerja.opd.mandat import Indikator


@dataclass(frozen=True)
class Asal:
    """The accepted return behind a figure; `menyusul`: it came on the sheet Data Menyusul."""

    terima: Terima
    kode: str
    menyusul: bool = False

    @property
    def letak(self) -> str:
        """`Laporan!J12`, or the sheet Data Menyusul; empty where unknown."""
        return "Data Menyusul" if self.menyusul else self.terima.letak.get(self.kode, "")

    def render(self) -> str:
        """`berkas.xlsx · Laporan!J12 · 1a2b3c4d`: enough to find the original in arsip."""
        bagian = (self.terima.nama_berkas, self.letak, self.terima.sha256[:8])
        return " · ".join(b for b in bagian if b)


@dataclass(frozen=True)
class Angka:
    """What is known of one indicator in one triwulan, and the return that says so."""

    masukan: Masukan
    asal: Asal | None = None
    isian: IsianIndikator | None = None
    terbuka: bool = False
    """A later form may give the figure: it was announced, or is provisional."""
    diabaikan: Besaran | None = None
    """A figure on a later form's Data Menyusul that doesn't count, because nobody announced it."""


def build_indikator(bahan: Bahan) -> tuple[Indikator, ...]:
    """The indicators in force in this triwulan; each triwulan's target is taken from the version
    in force in it (none where the indicator did not stand there yet)."""
    kini = bahan.mandat[bahan.triwulan]
    if all(m is kini for m in bahan.mandat.values()):
        return kini.indikator
    versi = {t: {i.kode: i for i in m.indikator} for t, m in bahan.mandat.items()}
    hasil = []
    for indikator in kini.indikator:
        target = tuple(_find_target(indikator, t, versi.get(t)) for t in Triwulan)
        hasil.append(indikator.model_copy(update={"target_tw": target}))
    return tuple(hasil)


def _find_target(
    indikator: Indikator, triwulan: Triwulan, versi: dict[str, Indikator] | None
) -> Target:
    if versi is None:
        return indikator.target(triwulan)
    berlaku = versi.get(indikator.kode)
    return berlaku.target(triwulan) if berlaku else None


def build_angka(bahan: Bahan, indikator: Indikator) -> dict[Triwulan, Angka]:
    """What is known of an indicator in each triwulan up to this one."""
    return {t: _build_angka(bahan, indikator, t) for t in bahan.triwulan.sampai_dengan()}


def _build_angka(bahan: Bahan, indikator: Indikator, triwulan: Triwulan) -> Angka:
    kunci = (indikator.jabatan, triwulan)
    terima = {
        t: bahan.terima[indikator.jabatan, t]
        for t in Triwulan
        if (indikator.jabatan, t) in bahan.terima
    }
    laporan = {t: x.laporan for t, x in terima.items()}
    angka = find_angka(
        laporan, indikator.kode, triwulan, dijanjikan=indikator.kode in bahan.dijanjikan
    )
    isian = terima[triwulan].laporan.cari(indikator.kode) if triwulan in terima else None
    asal = None
    if angka.pengirim:
        asal = Asal(terima[angka.pengirim], indikator.kode, menyusul=angka.lewat_menyusul)
    ada = angka.realisasi is not None
    masukan = Masukan(
        realisasi=angka.realisasi,
        lapor=triwulan in terima,
        tidak_valid=kunci in bahan.tidak_valid and triwulan not in terima and not ada,
        tutup=triwulan in bahan.tutup,
        lowong=kunci in bahan.lowong,
        menyusul=angka.diumumkan and not ada,
        sementara=angka.sementara,
    )
    return Angka(masukan, asal, isian, angka.terbuka, angka.diabaikan)
