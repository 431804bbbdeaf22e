"""Row 5: the figures of the Matriks Akumulasi, every indicator of every jabatan, as a table."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import pandas as pd

from sopkinerja.istilah import Level, Rentang, StatusHasil, Target, Triwulan
from sopkinerja.laporan.capaian import hasil_sd, hasil_triwulan, predikat
from sopkinerja.laporan.model import Hasil
from sopkinerja.laporan.tahun import capaian_tahun, hasil_tahun
from sopkinerja.matriks.kembar import build_keterangan, find_berbeda
from sopkinerja.matriks.masukan import Angka, build_angka, build_indikator
from sopkinerja.matriks.model import Bahan, JabatanMatriks
from sopkinerja.opd.mandat import Indikator
from sopkinerja.tulisan import count_desimal, render_target, round_cetak

KOLOM = (
    "Kode Jabatan", "Level", "Unit", "Jabatan", "Pemangku", "Kode Indikator", "Sasaran",
    "Indikator", "Satuan", "Polaritas", "Konsolidasi", "Bobot", "Target TW", "Realisasi TW",
    "Capaian TW (%)", "Status TW", "Target s.d. TW", "Realisasi s.d. TW", "Capaian s.d. TW (%)",
    "Status", "Keterangan", "Predikat", "Target Tahun", "Capaian Tahun (%)",
    "Hambatan/Kegagalan", "Rekomendasi", "Bukti Dukung", "Sumber",
)  # fmt: skip
"""The headings of the sheet Matriks, in order: scripts rely on them."""

BATAS = (
    "Batas Bawah TW", "Batas Atas TW", "Batas Bawah s.d. TW", "Batas Atas s.d. TW",
    "Batas Bawah Tahun", "Batas Atas Tahun", "Nilai Terburuk",
)  # fmt: skip
"""Helper columns for the live formulas: the bounds of Rentang targets, the worst value."""

DINILAI = "Capaian Dinilai (%)"
"""The capaian that status, predikat and scores are of: s.d. TW, at the year's end that of the year."""

TAMBAHAN = ("Kode Unit", "Kode Atasan", DINILAI, *BATAS)
"""Columns of the DataFrame beyond the contract's."""

LOWONG = "(lowong)"
PER_TRIWULAN = ("Target", "Realisasi", "Capaian (%)", "Status", "Batas Bawah", "Batas Atas")
"""What `build_antar_triwulan` tells of each triwulan."""


def build_akumulasi(bahan: Bahan) -> pd.DataFrame:
    """One row for every indicator of every jabatan, whether it reported or not. Of material that
    speaks of the whole year, Status and Predikat are of the annual target.

    Ordered by level (Kepala Dinas first), unit, kode. Columns: the contract's labels, then
    TAMBAHAN. Targets are numbers or, for a band, text; blanks are None; capaian is raw per cent.
    """
    beda = build_keterangan(find_berbeda(bahan))
    baris = [_build_baris(bahan, j, i, beda.get(i.kode, ())) for j, i in find_pasangan(bahan)]
    return build_tabel(baris, (*KOLOM, *TAMBAHAN))


def build_antar_triwulan(bahan: Bahan) -> pd.DataFrame:
    """The same rows with the four triwulan side by side: columns `TW I Target`,
    `TW I Realisasi` … of PER_TRIWULAN; a triwulan still to come has its target alone."""
    nama = [f"TW {t.romawi} {k}" for t in Triwulan for k in PER_TRIWULAN]
    baris = []
    for _, indikator in find_pasangan(bahan):
        angka = build_angka(bahan, indikator)
        isi: dict[str, Any] = {"Kode Indikator": indikator.kode}
        for t in Triwulan:
            isi |= _build_triwulan(bahan, indikator, t, angka)
        baris.append(isi)
    return build_tabel(baris, ("Kode Indikator", *nama))


def build_tabel(baris: Iterable[Mapping[str, Any]], kolom: Iterable[str]) -> pd.DataFrame:
    """A DataFrame of plain Python values: None stays None, nothing is guessed."""
    return pd.DataFrame(list(baris), columns=list(kolom), dtype=object)


def find_pasangan(bahan: Bahan) -> list[tuple[JabatanMatriks, Indikator]]:
    """Every indicator in force beside its jabatan, in the order of the matrix."""
    jabatan = {j.kode: j for j in bahan.jabatan}
    level = {lv: ke for ke, lv in enumerate(Level)}
    unit = {u.kode: ke for ke, u in enumerate(bahan.unit)}
    pasangan = [(jabatan[i.jabatan], i) for i in build_indikator(bahan) if i.jabatan in jabatan]
    return sorted(
        pasangan,
        key=lambda p: (level[p[0].level], unit.get(p[0].unit, len(unit)), p[0].kode, p[1].kode),
    )


def render_unit(bahan: Bahan, kode: str) -> str:
    """A unit's name; its kode where it has none."""
    return next((u.nama for u in bahan.unit if u.kode == kode), kode)


def find_pemangku(jabatan: JabatanMatriks, triwulan: Triwulan) -> str:
    """Who holds the chair in that triwulan, or that nobody does."""
    pejabat = jabatan.pemangku.get(triwulan)
    return pejabat.nama if pejabat else LOWONG


def _build_baris(
    bahan: Bahan, jabatan: JabatanMatriks, indikator: Indikator, beda: tuple[str, ...]
) -> dict[str, Any]:
    angka = build_angka(bahan, indikator)
    masukan = {t: a.masukan for t, a in angka.items()}
    kini = angka[bahan.triwulan]
    tw = hasil_triwulan(indikator, bahan.triwulan, kini.masukan, bahan.pengaturan)
    sd = hasil_sd(indikator, bahan.triwulan, masukan, bahan.pengaturan)
    dinilai = hasil_tahun(indikator, sd, bahan.pengaturan) if bahan.setahun else sd
    return {
        **_build_identitas(bahan, jabatan, indikator),
        **_build_hasil(tw, " TW", "Status TW"),
        **_build_hasil(sd, " s.d. TW", "Status"),
        "Target s.d. TW": _render_gabungan(sd.target, indikator),
        "Status": dinilai.status.value,
        DINILAI: dinilai.capaian,
        "Keterangan": "; ".join(dict.fromkeys((*sd.keterangan, *tw.keterangan, *beda))),
        "Predikat": _build_predikat(bahan, dinilai),
        "Target Tahun": _render_target(indikator.target_tahun),
        "Capaian Tahun (%)": capaian_tahun(indikator, bahan.triwulan, sd, bahan.pengaturan),
        **_build_batas(indikator.target_tahun, " Tahun"),
        "Nilai Terburuk": indikator.nilai_terburuk,
        "Hambatan/Kegagalan": kini.isian.hambatan if kini.isian else "",
        "Rekomendasi": kini.isian.rekomendasi if kini.isian else "",
        "Bukti Dukung": kini.isian.bukti_dukung if kini.isian else "",
        "Sumber": kini.asal.render() if kini.asal else "",
    }


def _build_identitas(bahan: Bahan, jabatan: JabatanMatriks, indikator: Indikator) -> dict[str, Any]:
    return {
        "Kode Jabatan": jabatan.kode,
        "Level": jabatan.level.value,
        "Unit": render_unit(bahan, jabatan.unit),
        "Jabatan": jabatan.nama,
        "Pemangku": find_pemangku(jabatan, bahan.triwulan),
        "Kode Indikator": indikator.kode,
        "Sasaran": indikator.sasaran,
        "Indikator": indikator.indikator,
        "Satuan": indikator.satuan,
        "Polaritas": indikator.polaritas.value,
        "Konsolidasi": indikator.konsolidasi.value,
        "Bobot": indikator.bobot,
        "Kode Unit": jabatan.unit,
        "Kode Atasan": jabatan.atasan,
    }


def _build_hasil(hasil: Hasil, akhiran: str, status: str) -> dict[str, Any]:
    return {
        f"Target{akhiran}": _render_target(hasil.target),
        f"Realisasi{akhiran}": hasil.realisasi,
        f"Capaian{akhiran} (%)": hasil.capaian,
        status: hasil.status.value,
        **_build_batas(hasil.target, akhiran),
    }


def _build_batas(target: Target, akhiran: str) -> dict[str, float | None]:
    pita = target if isinstance(target, Rentang) else None
    return {
        f"Batas Bawah{akhiran}": pita.bawah if pita else None,
        f"Batas Atas{akhiran}": pita.atas if pita else None,
    }


def _build_predikat(bahan: Bahan, hasil: Hasil) -> str:
    return "" if hasil.capaian is None else predikat(hasil.capaian, bahan.pengaturan)


def _render_target(target: Target) -> float | str | None:
    return render_target(target) if isinstance(target, Rentang) else target


def _render_gabungan(target: Target, indikator: Indikator) -> float | str | None:
    """A target over several triwulan: a band's mean bounds with no end to their decimals are shown
    with one decimal more than was typed, two at least."""
    if not isinstance(target, Rentang):
        return target
    pita = [t for t in (*indikator.target_tw, indikator.target_tahun) if isinstance(t, Rentang)]
    ketik = max((count_desimal(b, 15) for p in pita for b in (p.bawah, p.atas)), default=0)
    bawah, atas = (
        b if count_desimal(b, 15) <= max(ketik, 4) else float(round_cetak(b, max(ketik + 1, 2)))
        for b in (target.bawah, target.atas)
    )
    return render_target(Rentang(bawah=bawah, atas=atas))


def _build_triwulan(
    bahan: Bahan, indikator: Indikator, triwulan: Triwulan, angka: Mapping[Triwulan, Angka]
) -> dict[str, Any]:
    if triwulan in angka:
        masukan = angka[triwulan].masukan
        hasil = hasil_triwulan(indikator, triwulan, masukan, bahan.pengaturan_untuk(triwulan))
        isi = _build_hasil(hasil, "", "Status") | {"Capaian (%)": hasil.capaian}
    else:
        target = indikator.target(triwulan)
        isi = {"Target": _render_target(target), **_build_batas(target, "")}
    return {f"TW {triwulan.romawi} {k}": isi.get(k) for k in PER_TRIWULAN}


def is_dihitung(tabel: pd.DataFrame) -> pd.Series[bool]:
    """Which rows have a capaian s.d. TW."""
    return tabel["Status"] == StatusHasil.DIHITUNG.value
