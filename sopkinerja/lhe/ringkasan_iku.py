"""The rows of Ringkasan's first table: each leading indicator as the head of the office reads it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from sopkinerja.istilah import Level, Triwulan
from sopkinerja.lhe.beda_bawahan import render_bidang
from sopkinerja.lhe.belum_dinilai import find_belum_dinilai
from sopkinerja.lhe.palang import render_palang, render_tren
from sopkinerja.lhe.penanggung import render_penanggung
from sopkinerja.lhe.perlu import find_perlu, render_masa
from sopkinerja.lhe.utama import find_utama
from sopkinerja.matriks.baris import BarisMatriks
from sopkinerja.matriks.kembar import KEMBAR
from sopkinerja.matriks.masukan import build_angka
from sopkinerja.matriks.matriks import Matriks
from sopkinerja.matriks.model import Bahan
from sopkinerja.matriks.tercetak import Setahun
from sopkinerja.matriks.ukuran import render_ukuran


class BarisIku(NamedTuple):
    """One indicator; `palang` holds its bar, or why there is none."""

    baris: BarisMatriks
    nama: str
    target: str
    realisasi: str
    capaian: float | None
    palang: str
    tren: str
    target_tahun: str
    perlu: str
    bidang: str
    siapa: str

    @property
    def is_kurang(self) -> bool:
        """Whether it is below target."""
        return self.baris.is_kurang


def list_iku(setahun: Setahun) -> list[BarisIku]:
    """The Kepala Dinas' indicators (where there are none, those that lead): below target first and
    the worst of them first, then those that reached it, then what wasn't assessed."""
    matriks = setahun.matriks
    alasan = find_belum_dinilai(matriks)
    return [_build(setahun, b, alasan) for b in urutkan(list_milik(matriks))]


def list_milik(matriks: Matriks) -> tuple[BarisMatriks, ...]:
    """Whose rows the table has."""
    return matriks.iku or find_utama(matriks).milik


def has_bidang(matriks: Matriks) -> bool:
    """Whether a subordinate says otherwise of any of them."""
    return any(render_bidang(matriks, b) for b in list_milik(matriks))


def urutkan(milik: Iterable[BarisMatriks]) -> list[BarisMatriks]:
    """By capaian, the lowest first; without one last, in the matrix' order."""
    return sorted(milik, key=lambda b: (b.capaian is None, b.capaian or 0.0))


def render_kepala(matriks: Matriks) -> str:
    """What the first column is headed by."""
    if matriks.iku:
        return "Indikator Kinerja Utama"
    level = find_utama(matriks).level
    return "Indikator" if level is Level.KEPALA_DINAS else f"Indikator level {level}"


def _build(setahun: Setahun, b: BarisMatriks, alasan: dict[str, str]) -> BarisIku:
    matriks, triwulan = setahun.matriks, setahun.bahan.triwulan
    ukuran = b.dinilai
    return BarisIku(
        baris=b,
        nama=_render_nama(b),
        target=render_ukuran(ukuran.target, b.indikator),
        realisasi=render_ukuran(b.sd.realisasi, b.indikator),
        capaian=b.capaian,
        palang=_render_palang(setahun.bahan, b, alasan.get(b.kode, "")),
        tren=render_tren(_list_tren(setahun, b)) if triwulan > Triwulan.I else "",
        target_tahun=render_ukuran(b.tahun.target, b.indikator),
        perlu=_render_perlu(setahun.bahan, b),
        bidang=render_bidang(matriks, b),
        siapa=render_penanggung(matriks, b),
    )


def _render_nama(b: BarisMatriks) -> str:
    """`Nilai ekspor (juta US$), angka sementara`."""
    # what a twin says has a column of its own here
    catatan = [k for k in b.keterangan.split("; ") if k and not k.startswith(KEMBAR)]
    return ", ".join([b.sebutan, *catatan])


def _render_palang(bahan: Bahan, b: BarisMatriks, alasan: str) -> str:
    """The bar; of what can't be assessed why, and the last figure that there is, provisional or
    not."""
    if b.capaian is not None:
        return render_palang(b.capaian)
    ada = [t for t in bahan.triwulan.sampai_dengan() if b.per_triwulan[t].realisasi is not None]
    if not ada or b.sd.realisasi is not None:
        return alasan
    angka = render_ukuran(b.per_triwulan[ada[-1]].realisasi, b.indikator)
    sementara = build_angka(bahan, b.indikator)[ada[-1]].masukan.sementara
    return f"{alasan}; terakhir {angka} (TW {ada[-1].romawi}{', sementara' if sementara else ''})"


def _render_perlu(bahan: Bahan, b: BarisMatriks) -> str:
    if not render_masa(bahan.triwulan) and not b.is_dihitung:
        return ""
    return find_perlu(b, bahan.triwulan, bahan.pengaturan.satuan).teks


def _list_tren(setahun: Setahun, b: BarisMatriks) -> list[float | None]:
    """Its capaian s.d. each triwulan of the year so far."""
    per = setahun.per_triwulan
    lama = (per[t].per_kode.get(b.kode) for t in sorted(per) if t < setahun.bahan.triwulan)
    return [*(x.sd.capaian if x else None for x in lama), b.sd.capaian]
