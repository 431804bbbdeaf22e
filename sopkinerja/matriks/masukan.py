"""From accepted returns to what capaian needs: figures of each triwulan and where they came from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sopkinerja.istilah import Triwulan
from sopkinerja.laporan.model import IsianIndikator, IsianMenyusul, Masukan
from sopkinerja.mandat.model import Indikator, Target
from sopkinerja.matriks.model import Bahan, Terima


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


def build_indikator(bahan: Bahan) -> tuple[Indikator, ...]:
    """The indicators in force in this triwulan; each triwulan's target is taken from the version
    in force in it (none where the indicator did not stand there yet)."""
    kini = bahan.mandat[bahan.triwulan]
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
    terima = bahan.terima.get(kunci)
    isian = terima.laporan.cari(indikator.kode) if terima else None
    realisasi = isian.realisasi if isian else None
    asal = Asal(terima, indikator.kode) if terima else None
    sementara = menyusul = False
    for pengirim, baris in _find_menyusul(bahan, indikator, triwulan):
        menyusul = True
        if baris.realisasi is not None and (realisasi is None or pengirim.triwulan > triwulan):
            realisasi, asal = baris.realisasi, Asal(pengirim, indikator.kode, menyusul=True)
        if realisasi is not None:
            sementara = baris.sementara
    masukan = Masukan(
        realisasi=realisasi,
        lapor=terima is not None,
        tidak_valid=kunci in bahan.tidak_valid and terima is None and realisasi is None,
        tutup=triwulan in bahan.tutup,
        lowong=kunci in bahan.lowong,
        menyusul=menyusul and realisasi is None,
        sementara=sementara,
    )
    return Angka(masukan, asal, isian)


def _find_menyusul(
    bahan: Bahan, indikator: Indikator, triwulan: Triwulan
) -> Iterator[tuple[Terima, IsianMenyusul]]:
    """Rows of Data Menyusul about this indicator and triwulan, the earlier return first."""
    for t in Triwulan:
        terima = bahan.terima.get((indikator.jabatan, t)) if t >= triwulan else None
        for baris in terima.laporan.menyusul if terima else ():
            if terima and baris.kode == indikator.kode and baris.triwulan is triwulan:
                yield terima, baris
