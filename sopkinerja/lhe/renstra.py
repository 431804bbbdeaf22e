"""The year against the Renstra: how much of its targets an IKU has reached."""

from __future__ import annotations

from typing import NamedTuple

from sopkinerja.baca.angka import DuaBacaan
from sopkinerja.baca.sebutan import BukanSebutan, read_sebutan
from sopkinerja.baca.sel import Sel
from sopkinerja.baca.takaran import Takaran, is_strip, read_target_terukur
from sopkinerja.istilah import Besaran, Rentang, Sebutan
from sopkinerja.laporan.capaian import capaian, is_due
from sopkinerja.matriks.model import Bahan
from sopkinerja.opd.mandat import Indikator
from sopkinerja.opd.model import BarisRenstra
from sopkinerja.polaritas import find_sifat

DUA_BACAAN = "target Renstra terbaca dua cara; tulis sebagai angka di lembar Renstra"
BUKAN_ANGKA = "target Renstra bukan angka"
BUKAN_SEBUTAN = "target Renstra bukan sebutan skalanya"
BEDA_SATUAN = "satuan berbeda dari Renstra"
BEDA_JENIS = "jenis target Renstra tidak sesuai polaritas"
BELUM_ADA = "target Renstra belum diisi"


class Banding(NamedTuple):
    """A target of the Renstra as typed, and realisasi against it in raw per cent; `catatan` says
    why there is none."""

    teks: str
    persen: float | None = None
    catatan: str = ""


def find_renstra(bahan: Bahan, indikator: Indikator) -> BarisRenstra | None:
    """The Renstra row an indicator names."""
    return next((r for r in bahan.renstra if r.kode == indikator.renstra), None)


def find_tahun_akhir(bahan: Bahan) -> int | None:
    """The last year of the Renstra."""
    return max((t for r in bahan.renstra for t in r.target), default=None)


def compare_renstra(
    bahan: Bahan, indikator: Indikator, realisasi: Besaran | None, tahun: int
) -> Banding:
    """Realisasi against the Renstra's target of a year, by the indicator's polaritas."""
    renstra = find_renstra(bahan, indikator)
    if renstra is None:
        return Banding("")
    teks = renstra.target.get(tahun, "").strip()
    if not teks:
        return Banding("", catatan=BELUM_ADA)
    return _compare(bahan, indikator, realisasi, renstra.satuan, teks)


def compare_standar(bahan: Bahan, indikator: Indikator, realisasi: Besaran | None) -> Banding:
    """Realisasi against the national standard beside its Renstra target, in the same way."""
    renstra = find_renstra(bahan, indikator)
    teks = renstra.standar_nasional.strip() if renstra else ""
    if renstra is None or not teks or is_strip(Sel(teks, "Renstra", "")):
        return Banding("")
    banding = _compare(bahan, indikator, realisasi, renstra.satuan, teks)
    return banding._replace(catatan=banding.catatan.replace("target Renstra", "standar nasional"))


def _compare(
    bahan: Bahan, indikator: Indikator, realisasi: Besaran | None, satuan: str, teks: str
) -> Banding:
    """Realisasi against a text of the sheet Renstra, as far as both speak of the same thing."""
    sel, skala, kamus = Sel(teks, "Renstra", ""), indikator.skala, bahan.pengaturan.satuan
    takaran = Takaran(satuan, kamus, indikator.polaritas)
    target = read_target_terukur(sel, takaran) if skala is None else read_sebutan(sel, skala)
    if not kamus.is_sama(satuan, indikator.satuan):
        return Banding(teks, catatan=BEDA_SATUAN)
    if not isinstance(target, float | Rentang | Sebutan):
        return Banding(teks, catatan=_render_sebab(target))
    if not find_sifat(indikator.polaritas).is_sah(target):
        return Banding(teks, catatan=BEDA_JENIS)
    if realisasi is None or not is_due(indikator.polaritas, target):
        return Banding(teks)
    aturan, terburuk = bahan.pengaturan, indikator.nilai_terburuk
    return Banding(teks, capaian(indikator.polaritas, target, realisasi, aturan, terburuk))


def _render_sebab(target: object) -> str:
    """Why a Renstra target can't be compared with."""
    if isinstance(target, BukanSebutan):
        return BUKAN_SEBUTAN
    return DUA_BACAAN if isinstance(target, DuaBacaan) else BUKAN_ANGKA
