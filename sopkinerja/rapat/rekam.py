"""The record of issue of a Rapat Monev form: what is laid before the meeting."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterator

from sopkinerja.formulir.rekam import build_identitas
from sopkinerja.istilah import Formulir, KeadaanTindak, Level, Pejabat, Triwulan
from sopkinerja.matriks.baris import BarisMatriks
from sopkinerja.matriks.cetakan import build_cetakan
from sopkinerja.matriks.matriks import Matriks
from sopkinerja.matriks.model import Bahan, RapatMonev
from sopkinerja.matriks.sebab import SebabTerakhir, find_sebab
from sopkinerja.matriks.tercetak import Setahun
from sopkinerja.matriks.tindak import LEWAT
from sopkinerja.rapat import teks
from sopkinerja.rapat.model import BarisAgenda, FormulirRapat
from sopkinerja.rapat.penanggung_jawab import KASUBAG, build_nama
from sopkinerja.rapat.rapat_lalu import list_belum, list_lalu
from sopkinerja.tulisan import count_cetak, render_singkat, round_cetak

LEVEL_UTAMA = (Level.KEPALA_DINAS, Level.KABID)
"""Whose indicators the meeting begins with."""


def build_formulir(setahun: Setahun, rapat: RapatMonev | None = None) -> FormulirRapat:
    """The form of the Kasubag Program's chair with its agenda; what came back before (`rapat`, else
    the material's) in place."""
    matriks, bahan = setahun.matriks, setahun.bahan
    opd, hari = bahan.opd, bahan.waktu.date()
    awal = rapat or bahan.rapat or RapatMonev()
    pokok = sorted(_find_pokok(matriks, {k.kode for k in awal.keputusan}), key=_urutan)
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
        agenda=tuple(_build_pokok(setahun, b) for b in pokok if b.level in LEVEL_UTAMA),
        agenda_lain=tuple(_build_pokok(setahun, b) for b in pokok if b.level not in LEVEL_UTAMA),
        lalu=tuple(list_lalu(bahan)),
        belum=tuple(list_belum(bahan)),
        awal=awal,
        nama=build_nama(bahan, bahan.triwulan),
    )


def _render_keadaan(bahan: Bahan) -> str:
    cetakan = build_cetakan(bahan)
    return teks.KEADAAN_ISI.format(
        lapor=cetakan.jumlah_lapor,
        jabatan=cetakan.jumlah_jabatan,
        triwulan=bahan.triwulan.romawi,
    )


def _find_pokok(matriks: Matriks, diputuskan: Collection[str]) -> Iterator[BarisMatriks]:
    """What the meeting should talk about: below target (s.d. TW), or with a hambatan told, or what
    something was decided about already."""
    ambang = matriks.bahan.pengaturan.ambang_hambatan
    for b in matriks.baris:
        kurang = b.sd.capaian is not None and b.sd.capaian < ambang
        if kurang or b.isian.has_hambatan or b.kode in diputuskan:
            yield b


def _urutan(baris: BarisMatriks) -> tuple[int, float, str]:
    capaian = float("inf") if baris.sd.capaian is None else baris.sd.capaian
    return list(Level).index(baris.level), capaian, baris.kode


def _build_pokok(setahun: Setahun, b: BarisMatriks) -> BarisAgenda:
    """With the latest cause, also where this triwulan's is blank."""
    sebab, kini = find_sebab(setahun, b.kode), setahun.bahan.triwulan
    return BarisAgenda(
        kode=b.kode,
        jabatan=f"{b.jabatan.kode} {b.jabatan.nama}",
        indikator=f"{b.kode} {b.sebutan}",
        target=_round_figur(b, b.sd.target),
        realisasi=_round_figur(b, b.sd.realisasi),
        capaian=b.status.value if b.sd.capaian is None else b.sd.capaian,
        hambatan=render_singkat(sebab.hambatan.render(kini)) if sebab.hambatan else "",
        rekomendasi=render_rekomendasi(sebab, kini, setahun.bahan.waktu.date()),
    )


def render_rekomendasi(sebab: SebabTerakhir, kini: Triwulan, hari: dt.date) -> str:
    """`Lelang ulang (TW I) — berjalan, lewat tenggat`: the last one, with what was last said of it
    since, and whether its Tenggat has passed; of this triwulan's own nothing was said yet."""
    if sebab.rekomendasi is None:
        return ""
    selesai = sebab.keadaan is KeadaanTindak.SELESAI
    lewat = bool(sebab.tenggat and sebab.tenggat < hari and not selesai)
    status = [sebab.keadaan.value] if sebab.keadaan else []
    ekor = ", ".join(status + [LEWAT] * lewat) if sebab.rekomendasi.triwulan < kini else ""
    return render_singkat(sebab.rekomendasi.render(kini)) + (f" — {ekor}" if ekor else "")


def _round_figur(b: BarisMatriks, nilai: float | str | None) -> float | str | None:
    """With the decimals that reports print."""
    if not isinstance(nilai, int | float):
        return nilai
    return float(round_cetak(nilai, count_cetak(nilai, b.desimal)))
