"""Row 5: the figures of the Matriks Akumulasi, one row for every indicator of every jabatan."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace

from sopkinerja.istilah import (
    Besaran,
    Level,
    Rentang,
    Sebutan,
    StatusHasil,
    Target,
    Triwulan,
)
from sopkinerja.laporan.capaian import hasil_sd, hasil_triwulan, predikat
from sopkinerja.laporan.model import Hasil, IsianIndikator
from sopkinerja.laporan.tahun import capaian_tahun, hasil_tahun
from sopkinerja.matriks.baris import BarisMatriks, TargetCetak, Ukuran
from sopkinerja.matriks.masukan import Angka, build_angka, build_indikator
from sopkinerja.matriks.model import Bahan, JabatanMatriks
from sopkinerja.matriks.tahun_lalu import render_tahun_lalu
from sopkinerja.opd.mandat import Indikator
from sopkinerja.polaritas import compare_skala
from sopkinerja.tulisan import render_besaran, render_target, round_cetak

LOWONG = "(lowong)"


def find_pasangan(
    bahan: Bahan, hanya: Collection[str] | None = None
) -> list[tuple[JabatanMatriks, Indikator]]:
    """Every indicator in force beside its jabatan (of those in `hanya`), in the order of the
    matrix: by level, Kepala Dinas first, unit, kode."""
    jabatan = {j.kode: j for j in bahan.jabatan if hanya is None or j.kode in hanya}
    level = {lv: ke for ke, lv in enumerate(Level)}
    unit = {u.kode: ke for ke, u in enumerate(bahan.unit)}
    pasangan = [(jabatan[i.jabatan], i) for i in build_indikator(bahan) if i.jabatan in jabatan]
    return sorted(
        pasangan,
        key=lambda p: (level[p[0].level], unit.get(p[0].unit, len(unit)), p[0].kode, p[1].kode),
    )


def render_unit(bahan: Bahan, kode: str) -> str:
    """A unit's name; its kode where it has none."""
    return bahan.nama_unit.get(kode, kode)


def find_pemangku(jabatan: JabatanMatriks, triwulan: Triwulan) -> str:
    """Who holds the chair in that triwulan, or that nobody does."""
    pejabat = jabatan.pemangku.get(triwulan)
    return pejabat.nama if pejabat else LOWONG


def build_baris(
    bahan: Bahan, jabatan: JabatanMatriks, indikator: Indikator, kembar: tuple[str, ...]
) -> BarisMatriks:
    """One row; `kembar` holds the remarks on where a twin differs."""
    angka = build_angka(bahan, indikator)
    kini = angka[bahan.triwulan]
    hasil = {t: _find_hasil(bahan, indikator, t, a) for t, a in angka.items()}
    masukan = {t: a.masukan for t, a in angka.items()}
    sd = hasil_sd(indikator, bahan.triwulan, masukan, bahan.pengaturan)
    per_triwulan = {t: _build_triwulan(bahan, indikator, t, hasil.get(t)) for t in Triwulan}
    catatan = (*sd.keterangan, *hasil[bahan.triwulan].keterangan, *kembar)
    keterangan = "; ".join(dict.fromkeys(catatan))
    isian = kini.isian or IsianIndikator(kode=indikator.kode)
    return BarisMatriks(
        jabatan=jabatan,
        unit=render_unit(bahan, jabatan.unit),
        pemangku=find_pemangku(jabatan, bahan.triwulan),
        sebagai=jabatan.render_sebagai(bahan.triwulan),
        indikator=indikator,
        per_triwulan=per_triwulan,
        tw=per_triwulan[bahan.triwulan],
        sd=replace(_build_ukuran(bahan, sd), target=_render_gabungan(sd.target, indikator)),
        tahun=_build_ukuran(bahan, hasil_tahun(indikator, sd, bahan.pengaturan)),
        capaian_tahun=capaian_tahun(indikator, bahan.triwulan, sd, bahan.pengaturan),
        keterangan=keterangan,
        banding=render_tahun_lalu(bahan, indikator, _find_terhitung(sd), keterangan),
        isian=isian,
        sumber=kini.asal.render() if kini.asal else "",
        tenggat=isian.find_tenggat(bahan.tahun, bahan.triwulan),
        setahun=bahan.setahun,
    )


def _find_terhitung(sd: Hasil) -> Besaran | None:
    """The realisasi, where it was held against a target."""
    return sd.realisasi if sd.status is StatusHasil.DIHITUNG else None


def _find_hasil(bahan: Bahan, indikator: Indikator, triwulan: Triwulan, angka: Angka) -> Hasil:
    aturan = bahan.pengaturan_untuk(triwulan)
    return hasil_triwulan(indikator, triwulan, angka.masukan, aturan)


def _build_triwulan(
    bahan: Bahan, indikator: Indikator, triwulan: Triwulan, hasil: Hasil | None
) -> Ukuran:
    if hasil is not None:
        return _build_ukuran(bahan, hasil)
    target = indikator.target(triwulan)
    return Ukuran(target=render_besaran(target), pita=_find_pita(target))


def _build_ukuran(bahan: Bahan, hasil: Hasil) -> Ukuran:
    return Ukuran(
        target=render_besaran(hasil.target),
        pita=_find_pita(hasil.target),
        realisasi=render_besaran(hasil.realisasi),
        asli=hasil.realisasi,
        skala=_find_pasangan(hasil),
        capaian=hasil.capaian,
        status=hasil.status,
        predikat="" if hasil.capaian is None else predikat(hasil.capaian, bahan.pengaturan),
    )


def _find_pita(target: Target) -> Rentang | None:
    return target if isinstance(target, Rentang) else None


def _find_pasangan(hasil: Hasil) -> tuple[float, float] | None:
    """What is compared where words of a scale stand."""
    if hasil.realisasi is None or not isinstance(hasil.target, Sebutan):
        return None
    return compare_skala(hasil.target, hasil.realisasi)


def _render_gabungan(target: Target, indikator: Indikator) -> TargetCetak:
    """A target over several triwulan: a band's mean bounds have two decimals, or as many as were
    typed, like every figure of the indicator."""
    if not isinstance(target, Rentang):
        return render_besaran(target)
    bawah, atas = (float(round_cetak(b, indikator.desimal)) for b in (target.bawah, target.atas))
    return render_target(Rentang(bawah=bawah, atas=atas))


def build_semua_baris(
    bahan: Bahan, kembar: Mapping[str, tuple[str, ...]], hanya: Collection[str] | None = None
) -> tuple[BarisMatriks, ...]:
    """Every row (of the jabatan in `hanya`), in the order of the matrix."""
    pasangan = find_pasangan(bahan, hanya)
    return tuple(build_baris(bahan, j, i, kembar.get(i.kode, ())) for j, i in pasangan)
