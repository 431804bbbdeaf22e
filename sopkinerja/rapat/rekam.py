"""The record of issue of a Rapat Monev form: what is laid before the meeting."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sopkinerja.formulir.rekam import build_identitas
from sopkinerja.istilah import Formulir, Level, Pejabat, StatusHasil
from sopkinerja.laporan.capaian import round_persen
from sopkinerja.matriks.akumulasi import build_akumulasi
from sopkinerja.matriks.cetakan import build_cetakan
from sopkinerja.matriks.model import Bahan, RapatMonev
from sopkinerja.rapat import teks
from sopkinerja.rapat.model import BarisAgenda, FormulirRapat
from sopkinerja.rapat.penanggung_jawab import KASUBAG, build_nama
from sopkinerja.tulisan import render_singkat


def build_formulir(bahan: Bahan, rapat: RapatMonev | None = None) -> FormulirRapat:
    """The form of the Kasubag Program's chair with its agenda; what came back before (`rapat`, else the material's) in place."""
    opd, hari = bahan.opd, bahan.waktu.date()
    kasubag = bahan.kasubag or Pejabat(nama="", jabatan=KASUBAG)
    return FormulirRapat(
        identitas=build_identitas(
            Formulir.RAPAT, opd, bahan.tahun, bahan.triwulan, opd.kasubag_program
        ),
        revisi=1,
        pemda=opd.pemda,
        opd=opd.nama,
        alamat=opd.alamat,
        telepon=opd.telepon,
        tempat=opd.tempat,
        nomor_sop=opd.nomor_sop,
        tanggal_sop=opd.tanggal_sop,
        jabatan=kasubag.jabatan,
        level=Level.KASUBAG,
        unit="",
        pemangku=kasubag,
        atasan=bahan.kepala or Pejabat(nama="", jabatan=teks.KEPALA),
        tanggal_terbit=hari,
        tenggat=hari,
        keadaan=_render_keadaan(bahan),
        agenda=tuple(_build_pokok(b) for b in sorted(_find_pokok(bahan), key=_urutan)),
        awal=rapat or bahan.rapat or RapatMonev(),
        nama=build_nama(bahan, bahan.triwulan),
    )


def _render_keadaan(bahan: Bahan) -> str:
    cetakan = build_cetakan(bahan)
    return teks.KEADAAN_ISI.format(
        lapor=cetakan.jumlah_lapor,
        jabatan=cetakan.jumlah_jabatan,
        triwulan=bahan.triwulan.romawi,
    )


def is_di_bawah_target(capaian: float | None) -> bool:
    """True where the capaian as printed (two decimals) is under 100."""
    return capaian is not None and round_persen(capaian) < 100


def _find_pokok(bahan: Bahan) -> Iterator[dict[str, Any]]:
    """What the meeting should talk about: below target (s.d. TW), or with a hambatan told."""
    for baris in build_akumulasi(bahan).to_dict("records"):
        capaian = baris["Capaian s.d. TW (%)"]
        kurang = (
            baris["Status"] == StatusHasil.DIHITUNG and capaian < bahan.pengaturan.ambang_hambatan
        )
        if kurang or baris["Hambatan/Kegagalan"]:
            yield {str(k): v for k, v in baris.items()}


def _urutan(baris: dict[str, Any]) -> tuple[int, float, str]:
    dinilai = baris["Status"] == StatusHasil.DIHITUNG
    capaian = float(baris["Capaian s.d. TW (%)"]) if dinilai else float("inf")
    return list(Level).index(Level(baris["Level"])), capaian, str(baris["Kode Indikator"])


def _build_pokok(baris: dict[str, Any]) -> BarisAgenda:
    dinilai = baris["Status"] == StatusHasil.DIHITUNG
    return BarisAgenda(
        jabatan=str(baris["Jabatan"]),
        indikator=f"{baris['Kode Indikator']} {baris['Indikator']} ({baris['Satuan']})",
        target=_sel(baris["Target s.d. TW"]),
        realisasi=_sel(baris["Realisasi s.d. TW"]),
        capaian=float(baris["Capaian s.d. TW (%)"]) if dinilai else str(baris["Status"]),
        hambatan=render_singkat(str(baris["Hambatan/Kegagalan"] or "")),
        rekomendasi=render_singkat(str(baris["Rekomendasi"] or "")),
    )


def _sel(nilai: object) -> float | str | None:
    """A figure of the matrix as a cell: numbers stay numbers."""
    if isinstance(nilai, str):
        return nilai
    return float(nilai) if isinstance(nilai, int | float) else None
