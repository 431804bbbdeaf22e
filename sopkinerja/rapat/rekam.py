"""The record of issue of a Rapat Monev form: what is laid before the meeting."""

from __future__ import annotations

from collections.abc import Iterator

from sopkinerja.formulir.rekam import build_identitas
from sopkinerja.istilah import Formulir, Level, Pejabat
from sopkinerja.matriks.baris import BarisMatriks
from sopkinerja.matriks.cetakan import build_cetakan
from sopkinerja.matriks.matriks import Matriks
from sopkinerja.matriks.model import Bahan, RapatMonev
from sopkinerja.rapat import teks
from sopkinerja.rapat.model import BarisAgenda, FormulirRapat
from sopkinerja.rapat.penanggung_jawab import KASUBAG, build_nama
from sopkinerja.tulisan import render_singkat


def build_formulir(matriks: Matriks, rapat: RapatMonev | None = None) -> FormulirRapat:
    """The form of the Kasubag Program's chair with its agenda; what came back before (`rapat`, else
    the material's) in place."""
    bahan = matriks.bahan
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
        agenda=tuple(_build_pokok(b) for b in sorted(_find_pokok(matriks), key=_urutan)),
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


def _find_pokok(matriks: Matriks) -> Iterator[BarisMatriks]:
    """What the meeting should talk about: below target (s.d. TW), or with a hambatan told."""
    ambang = matriks.bahan.pengaturan.ambang_hambatan
    for b in matriks.baris:
        if (b.sd.capaian is not None and b.sd.capaian < ambang) or b.isian.has_hambatan:
            yield b


def _urutan(baris: BarisMatriks) -> tuple[int, float, str]:
    capaian = float("inf") if baris.sd.capaian is None else baris.sd.capaian
    return list(Level).index(baris.level), capaian, baris.kode


def _build_pokok(b: BarisMatriks) -> BarisAgenda:
    return BarisAgenda(
        jabatan=b.jabatan.nama,
        indikator=f"{b.kode} {b.sebutan}",
        target=b.sd.target,
        realisasi=b.sd.realisasi,
        capaian=b.status.value if b.sd.capaian is None else b.sd.capaian,
        hambatan=render_singkat(b.isian.hambatan),
        rekomendasi=render_singkat(b.isian.rekomendasi),
    )
