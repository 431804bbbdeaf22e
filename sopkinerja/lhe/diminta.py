"""What is asked of the head of the office: asked in the Rapat Monev, and in the LHE what is open."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from sopkinerja.formulir.model import BarisStatus
from sopkinerja.istilah import Level
from sopkinerja.laporan.capaian import limit
from sopkinerja.laporan.isian_anggaran import is_membiayai
from sopkinerja.lhe.halaman import render_daftar
from sopkinerja.lhe.kalimat import render_capaian
from sopkinerja.lhe.kepatuhan import find_belum_terbit, find_ditegur, find_lowong
from sopkinerja.lhe.menyusul import list_susulan
from sopkinerja.lhe.penanggung import render_bidang
from sopkinerja.lhe.sebab_iku import list_sebab
from sopkinerja.matriks.baris import BarisMatriks
from sopkinerja.matriks.matriks import Matriks
from sopkinerja.matriks.model import RapatMonev
from sopkinerja.matriks.tercetak import Setahun
from sopkinerja.matriks.tindak_satu import is_selesai
from sopkinerja.matriks.ukuran import render_ukuran
from sopkinerja.rantai import is_kode_disebut
from sopkinerja.rapat.model import Diminta
from sopkinerja.tulisan import render_rupiah

SEBUT = 2
"""So many are named of those about whom something is to be decided."""
TANPA_LANGKAH = "Langkah bagi {} IKU di bawah target yang belum punya langkah: {}."
TANPA_TENGGAT = "Tenggat bagi langkah {} IKU di bawah target: {}."
SELESAI = "Langkah lanjutan bagi {} IKU di bawah target yang langkah terakhirnya sudah selesai: {}."
WAKTU_RAPAT = Diminta("Waktu Rapat Monev: hasil rapat triwulan ini belum diterima.")


def build_diminta(setahun: Setahun, sebut: int = SEBUT) -> Iterator[Diminta]:
    """What only the head of the office can settle, the meeting itself where nothing came of it."""
    yield from build_pilihan(setahun, sebut)
    if setahun.bahan.rapat is None:
        yield WAKTU_RAPAT


def is_dibawa(d: Diminta, rapat: RapatMonev | None) -> bool:
    """Whether the meeting was asked the same already, of no fewer than it is open for now."""
    return any(
        _find_jenis(isi) == _find_jenis(d.isi) and _is_tercakup(d.kode, menyangkut)
        for isi, menyangkut in (rapat.dibawa if rapat else ())
    )


def is_diputuskan(d: Diminta, rapat: RapatMonev) -> bool:
    """Whether the minutes have a decision about each indicator or chair that is asked about: beside
    its row, or one that names its kode."""
    return bool(d.kode) and all(
        any(k.isi and (k.kode == kode or is_kode_disebut(kode, k.isi)) for k in rapat.keputusan)
        for kode in d.kode
    )


def _find_jenis(isi: str) -> str:
    """What is asked without how many it is about, and who."""
    return re.sub(r"\d+", "#", re.split("[:,]", isi)[0])


def _is_tercakup(kode: Sequence[str], menyangkut: str) -> bool:
    """Whether the form named all of them, or said that there were more than it named."""
    tersebut = menyangkut.split(", ")
    return "+" in tersebut[-1] or set(kode) <= set(tersebut)


def build_pilihan(setahun: Setahun, sebut: int = SEBUT) -> Iterator[Diminta]:
    """What the meeting can decide, each with whom or what it is about, the weightiest first; of
    each as many by name as `sebut`."""
    matriks = setahun.matriks
    yield from _diminta_iku(setahun, sebut)
    yield from _diminta_kembar(matriks, sebut)
    yield from _diminta_anggaran(matriks, sebut)
    yield from _diminta_orang(matriks, sebut)
    yield from _diminta_rendah(matriks, sebut)
    if matriks.bahan.setahun:
        yield from _diminta_tahun(matriks, sebut)


def _diminta_iku(setahun: Setahun, sebut: int) -> Iterator[Diminta]:
    """Of the leading indicators: which figure is right, what is done, by when, what next."""
    matriks, semua = setahun.matriks, list_sebab(setahun)
    beda = [(b, teks) for b in matriks.iku if (teks := render_bidang(matriks, b))]
    if beda:
        nama = [f"{b.indikator.indikator} ({_render_angka(b)}; {teks})" for b, teks in beda]
        daftar = render_daftar(nama, sebut)
        isi = f"Angka atau target yang benar bagi {len(beda)} IKU: {daftar}."
        yield _build(isi, [b for b, _ in beda])
    for pesan, ada in (
        (TANPA_LANGKAH, [s for s in semua if not s.langkah]),
        (TANPA_TENGGAT, [s for s in semua if s.langkah and s.tenggat is None]),
        (SELESAI, [s for s in semua if s.is_habis and not _has_terbuka(setahun, s.baris.kode)]),
    ):
        if ada:
            daftar = render_daftar([s.baris.indikator.indikator for s in ada], sebut)
            yield _build(pesan.format(len(ada), daftar), [s.baris for s in ada])


def _has_terbuka(setahun: Setahun, kode: str) -> bool:
    """Whether anything else that was decided or promised about an indicator isn't done yet."""
    ditanya = setahun.bahan.tindak_lanjut
    return any(x.tindak.kode == kode and not is_selesai(x) for x in ditanya)


def _build(isi: str, milik: Iterable[BarisMatriks]) -> Diminta:
    return Diminta(isi, tuple(b.kode for b in milik))


def _render_angka(b: BarisMatriks) -> str:
    """`Kepala Dinas 1.079.476.000`."""
    return f"Kepala Dinas {render_ukuran(b.sd.asli, b.indikator) or 'belum ada angka'}"


def _diminta_kembar(matriks: Matriks, sebut: int) -> Iterator[Diminta]:
    """Indicators below the Kepala Dinas' that two levels report otherwise: whose figure is right?"""
    iku = {b.kode for b in matriks.iku}
    beda = [k for k in matriks.kembar if k.atas.kode not in iku]
    nama = [f"{k.atas.indikator} ({k.atas.kode} dan {k.bawah.kode})" for k in beda]
    if nama:
        kode = dict.fromkeys(i.kode for k in beda for i in (k.atas, k.bawah))
        yield Diminta(
            f"Angka atau target yang benar bagi {len(nama)} indikator yang berbeda di atasan dan "
            f"bawahan: {render_daftar(nama, sebut)}.",
            tuple(kode),
        )


def _diminta_rendah(matriks: Matriks, sebut: int) -> Iterator[Diminta]:
    label = [n for _, n in sorted(matriks.bahan.pengaturan.predikat, key=lambda p: p[0])][:2]
    rendah = [b for b in matriks.kurang if b.predikat in label]
    bawahan = [b for b in rendah if b.level != Level.KEPALA_DINAS]
    kepala = len(rendah) - len(bawahan)
    if bawahan:
        nama = render_daftar([_butir(matriks, b) for b in bawahan], sebut)
        ekor = f", selain {kepala} indikator Kepala Dinas" if kepala else ""
        yield _build(
            f"Perbaikan {len(bawahan)} indikator berpredikat "
            f"{' atau '.join(reversed(label))}{ekor}: {nama}.",
            bawahan,
        )


def _butir(matriks: Matriks, b: BarisMatriks) -> str:
    return (
        f"{b.indikator.indikator} ({b.jabatan.kode} {b.jabatan.nama}, {render_capaian(matriks, b)})"
    )


def _diminta_anggaran(matriks: Matriks, sebut: int) -> Iterator[Diminta]:
    lebih = [b for b in matriks.anggaran if b.sd and b.sd > b.pagu]
    if lebih:
        nama = [f"{b.uraian} ({render_rupiah((b.sd or 0) - b.pagu)})" for b in lebih]
        isi = f"Realisasi melebihi pagu: {render_daftar(nama, sebut)}."
        yield Diminta(isi, tuple(b.kode for b in lebih))
    nol = _find_belanja_tanpa_hasil(matriks)
    if nol:
        daftar = render_daftar([b.indikator.indikator for b in nol], sebut)
        yield _build(f"Anggaran terpakai tetapi capaian 0: {daftar}.", nol)


def _find_belanja_tanpa_hasil(matriks: Matriks) -> list[BarisMatriks]:
    """Indicators with capaian 0 whose sub kegiatan has spent money."""
    terpakai = {b.kode for b in matriks.anggaran if b.sd}
    mandat = matriks.bahan.mandat[matriks.bahan.triwulan]
    sub = {i.kode: i.sub_kegiatan for i in mandat.indikator}
    pengaturan = matriks.bahan.pengaturan
    return [
        b
        for b in matriks.kurang
        if b.capaian is not None
        and limit(b.capaian, pengaturan) == 0
        and any(is_membiayai(k, sub.get(b.kode)) for k in terpakai)
    ]


def _diminta_orang(matriks: Matriks, sebut: int) -> Iterator[Diminta]:
    """About people: who is to be urged, who got no form, which chair is to be filled."""
    bahan = matriks.bahan
    for orang, pesan in (
        (
            find_ditegur(bahan),
            "Teguran atau batas akhir bagi {} jabatan yang belum diterima laporannya: {}.",
        ),
        (
            find_belum_terbit(bahan),
            "Penerbitan formulir bagi {} jabatan yang terisi tetapi belum menerimanya: {}.",
        ),
        (find_lowong(bahan), "Pengisian (atau Plt.) bagi {} jabatan lowong: {}."),
    ):
        if orang:
            daftar = render_daftar([_sebut_orang(s) for s in orang], sebut)
            yield Diminta(pesan.format(len(orang), daftar), tuple(s.kode for s in orang))


def _sebut_orang(s: BarisStatus) -> str:
    return f"{s.kode} {s.nama}"


def _diminta_tahun(matriks: Matriks, sebut: int) -> Iterator[Diminta]:
    """What the year hands on to LAKIP and RENJA."""
    tahun, kurang = matriks.bahan.tahun, matriks.kurang
    if kurang:
        yield _build(
            f"Target dan anggaran {tahun + 1} bagi {len(kurang)} indikator di bawah target "
            f"(RENJA_{tahun + 1}).",
            kurang,
        )
    ditunggu = [s.indikator for s in list_susulan(matriks.bahan) if s.is_ditunggu]
    if ditunggu:
        satu: dict[str, str] = {}
        for i in ditunggu:
            satu.setdefault(i.indikator, f"{i.kode} {i.indikator}")
        nama = render_daftar([*satu.values()], sebut)
        isi = f"Cara LAKIP {tahun} menyajikan angka yang belum terbit: {nama}."
        yield Diminta(isi, tuple(dict.fromkeys(i.kode for i in ditunggu)))
