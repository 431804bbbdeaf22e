"""What is asked of the head of the office: asked in the Rapat Monev, and in the LHE what is open."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sopkinerja.istilah import Level
from sopkinerja.laporan.capaian import limit
from sopkinerja.laporan.isian_anggaran import is_membiayai
from sopkinerja.lhe.beda_bawahan import list_beda_iku, list_beda_lain
from sopkinerja.lhe.halaman import render_daftar
from sopkinerja.lhe.kalimat import render_capaian
from sopkinerja.lhe.kepatuhan import find_belum_terbit, find_ditegur, find_lowong
from sopkinerja.lhe.menyusul import list_susulan
from sopkinerja.lhe.sebab_iku import list_sebab
from sopkinerja.lhe.terbuka import ButirDiminta, Penanya
from sopkinerja.matriks.baris import BarisMatriks
from sopkinerja.matriks.matriks import Matriks
from sopkinerja.matriks.tercetak import Setahun
from sopkinerja.matriks.tindak_satu import is_selesai
from sopkinerja.rapat.model import Diminta
from sopkinerja.tulisan import render_rupiah

ANGKA_IKU = "Angka atau target yang benar bagi {} IKU: {}."
ANGKA_LAIN = (
    "Angka atau target yang benar bagi {} indikator yang berbeda di atasan dan bawahan: {}."
)
PEMBUKAAN = (
    "Pembukaan kembali {} (sudah ditutup), bila {} indikator yang bedanya hanya berasal dari sana "
    "hendak disamakan: {}."
)
LEBIH = "Realisasi melebihi pagu: {}."
TANPA_HASIL = "Anggaran terpakai tetapi capaian 0: {}."
TEGURAN = "Teguran atau batas akhir bagi {} jabatan yang belum diterima laporannya: {}."
PENERBITAN = "Penerbitan formulir bagi {} jabatan yang terisi tetapi belum menerimanya: {}."
PENGISIAN = "Pengisian (atau Plt.) bagi {} jabatan lowong: {}."
SEBUT = 2
"""So many are named of those about whom something is to be decided."""
TANPA_LANGKAH = "Langkah bagi {} IKU di bawah target yang belum punya langkah: {}."
TANPA_TENGGAT = "Tenggat bagi langkah {} IKU di bawah target: {}."
SELESAI = "Langkah lanjutan bagi {} IKU di bawah target yang langkah terakhirnya sudah selesai: {}."
WAKTU_RAPAT = Diminta("Waktu Rapat Monev: hasil rapat triwulan ini belum diterima.")


def build_diminta(setahun: Setahun, sebut: int = SEBUT) -> Iterator[Diminta]:
    """What only the head of the office can settle and the meeting didn't, the meeting itself where
    nothing came of it."""
    yield from _ask(setahun, Penanya(sebut, setahun.bahan.rapat))
    if setahun.bahan.rapat is None:
        yield WAKTU_RAPAT


def build_pilihan(setahun: Setahun) -> Iterator[Diminta]:
    """What the meeting can decide, each with whom or what it is about, the weightiest first;
    decided before or not, because its form may come back once more."""
    yield from _ask(setahun, Penanya(SEBUT))


def _ask(setahun: Setahun, tanya: Penanya) -> Iterator[Diminta]:
    matriks = setahun.matriks
    beda = [*list_beda_iku(matriks), *list_beda_lain(matriks)]
    yield from tanya.build(
        ANGKA_IKU, [x.butir for x in beda if x.is_iku and x.is_kini], berkode=True
    )
    yield from _diminta_iku(setahun, tanya.sebut)
    lain = [x.butir for x in beda if not x.is_iku and x.is_kini]
    yield from tanya.build(ANGKA_LAIN, lain, berkode=True)
    if lalu := [x for x in beda if x.is_lalu]:
        tw = " dan ".join(f"TW {t.romawi}" for t in sorted({t for x in lalu for t in x.tertutup}))
        pesan = PEMBUKAAN.format(tw, "{}", "{}")
        yield from tanya.build(pesan, [x.butir for x in lalu], berkode=True)
    yield from _diminta_anggaran(matriks, tanya)
    yield from _diminta_orang(matriks, tanya)
    yield from _diminta_rendah(matriks, tanya)
    if matriks.bahan.setahun:
        yield from _diminta_tahun(matriks, tanya.sebut)


def _diminta_iku(setahun: Setahun, sebut: int) -> Iterator[Diminta]:
    """Of the leading indicators: what is done, by when, what next; a decision ends that itself."""
    semua = list_sebab(setahun)
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


def _diminta_rendah(matriks: Matriks, tanya: Penanya) -> Iterator[Diminta]:
    label = [n for _, n in sorted(matriks.bahan.pengaturan.predikat, key=lambda p: p[0])][:2]
    rendah = [b for b in matriks.kurang if b.predikat in label]
    bawahan = [b for b in rendah if b.level != Level.KEPALA_DINAS]
    kepala = len(rendah) - len(bawahan)
    ekor = f", selain {kepala} indikator Kepala Dinas" if kepala else ""
    pesan = f"Perbaikan {{}} indikator berpredikat {' atau '.join(reversed(label))}{ekor}: {{}}."
    yield from tanya.build(pesan, [ButirDiminta((b.kode,), _butir(matriks, b)) for b in bawahan])


def _butir(matriks: Matriks, b: BarisMatriks) -> str:
    return (
        f"{b.indikator.indikator} ({b.jabatan.kode} {b.jabatan.nama}, {render_capaian(matriks, b)})"
    )


def _diminta_anggaran(matriks: Matriks, tanya: Penanya) -> Iterator[Diminta]:
    lebih = [
        ButirDiminta((b.kode,), f"{b.uraian} ({render_rupiah((b.sd or 0) - b.pagu)})")
        for b in matriks.anggaran
        if b.sd and b.sd > b.pagu
    ]
    yield from tanya.build(LEBIH, lebih)
    nol = [
        ButirDiminta((b.kode,), b.indikator.indikator) for b in _find_belanja_tanpa_hasil(matriks)
    ]
    yield from tanya.build(TANPA_HASIL, nol)


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


def _diminta_orang(matriks: Matriks, tanya: Penanya) -> Iterator[Diminta]:
    """About people: who is to be urged, who got no form, which chair is to be filled."""
    bahan = matriks.bahan
    for orang, pesan in (
        (find_ditegur(bahan), TEGURAN),
        (find_belum_terbit(bahan), PENERBITAN),
        (find_lowong(bahan), PENGISIAN),
    ):
        yield from tanya.build(
            pesan, [ButirDiminta((s.kode,), f"{s.kode} {s.nama}") for s in orang]
        )


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
