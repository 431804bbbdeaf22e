"""What earlier triwulan left open, as the quarterly form asks after it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from sopkinerja.agenda.agenda import Agenda
from sopkinerja.istilah import KeadaanTindak, Triwulan
from sopkinerja.laporan.model import BarisTindakLanjut, Laporan, render_asal_rekomendasi
from sopkinerja.laporan.nihil import is_kosong
from sopkinerja.matriks.bahan import read_rapat_monev
from sopkinerja.matriks.beku import read_beku
from sopkinerja.matriks.model import Bahan, KeputusanRapat, RapatMonev, TindakDitanya
from sopkinerja.rapat.penanggung_jawab import (
    Nama,
    build_nama,
    find_penanggung_jawab,
    find_pilihan,
)

Daftar = dict[str, tuple[BarisTindakLanjut, ...]]
"""What is open, by kode jabatan."""


@dataclass(frozen=True)
class SumberTindak:
    """What one triwulan left behind: its accepted returns by kode jabatan, its meeting, and who
    the meeting may have named."""

    tahun: int
    triwulan: Triwulan
    laporan: Mapping[str, Laporan]
    rapat: RapatMonev | None = None
    nama: Nama = field(default_factory=dict)
    kasubag: str = ""
    """Kode of the Kasubag Program's jabatan: who gets what names nobody we know."""


def build_terbuka(sumber: Sequence[SumberTindak], tahun: int) -> Daftar:
    """What is open after these triwulan, oldest first, for a form of that year.

    A row stays until the accepted return of a later triwulan says `selesai`.
    """
    terbuka: Daftar = {}
    for s in sumber:
        lama = {k: _find_belum_selesai(b, s.laporan.get(k)) for k, b in terbuka.items()}
        baru = build_baru(s, tahun)
        terbuka = {
            k: (*lama.get(k, ()), *baru.get(k, ()))
            for k in dict.fromkeys((*lama, *baru))
            if lama.get(k) or baru.get(k)
        }
    return terbuka


def _find_belum_selesai(
    daftar: Iterable[BarisTindakLanjut], laporan: Laporan | None
) -> tuple[BarisTindakLanjut, ...]:
    """Asked and not answered `selesai`; not answered is open."""
    jawaban = laporan.tindak_lanjut if laporan else ()
    selesai = {j.kunci for j in jawaban if j.keadaan is KeadaanTindak.SELESAI}
    return tuple(b for b in daftar if b.kunci not in selesai)


def build_perjalanan(sumber: Sequence[SumberTindak], tahun: int) -> tuple[TindakDitanya, ...]:
    """All that these triwulan opened, oldest first, each with the last answer of whom it binds; what
    was done before that year began is left out."""
    semua: dict[tuple[str, str], TindakDitanya] = {}
    for s in sumber:
        for jabatan, laporan in s.laporan.items():
            for j in (j for j in laporan.tindak_lanjut if j.keadaan):
                if lama := semua.get((jabatan, j.kunci)):
                    semua[jabatan, j.kunci] = replace(lama, jawaban=j)
        if s.tahun < tahun:
            semua = {k: x for k, x in semua.items() if not _is_selesai(x)}
        for jabatan, baris in build_baru(s, tahun).items():
            semua |= {(jabatan, b.kunci): TindakDitanya(jabatan, b) for b in baris}
    return tuple(semua.values())


def _is_selesai(x: TindakDitanya) -> bool:
    return x.jawaban is not None and x.jawaban.keadaan is KeadaanTindak.SELESAI


def build_baru(sumber: SumberTindak, tahun: int) -> Daftar:
    """What one triwulan itself opened: each rekomendasi, each decision of its meeting."""
    hasil: dict[str, list[BarisTindakLanjut]] = {}
    masa = f"TW {sumber.triwulan.romawi}" + (f" {sumber.tahun}" if sumber.tahun != tahun else "")
    for jabatan, laporan in sumber.laporan.items():
        hasil.setdefault(jabatan, []).extend(_list_rekomendasi(sumber, jabatan, laporan, masa))
    for nomor, k in enumerate(sumber.rapat.keputusan if sumber.rapat else (), 1):
        if is_kosong(k.isi):
            continue
        baris = BarisTindakLanjut(
            kunci=f"K{_render_masa(sumber)}.{nomor:02d}",
            asal=f"Keputusan Rapat Monev {masa}",
            kode=k.kode,
            uraian=render_uraian(k),
            penanggung_jawab=k.penanggung_jawab or find_pilihan(sumber.kasubag, sumber.nama),
            tenggat=k.tenggat,
        )
        for jabatan in find_penanggung_jawab(k.penanggung_jawab, sumber.nama, sumber.kasubag):
            hasil.setdefault(jabatan, []).append(baris)
    return {k: tuple(b) for k, b in hasil.items() if b}


def render_uraian(k: KeputusanRapat) -> str:
    """What is to be done; a Tenggat that is no date stands behind it as it was typed."""
    return f"{k.isi} (tenggat tertulis “{k.tertulis}”)" if k.tertulis else k.isi


def _render_masa(sumber: SumberTindak) -> str:
    """`1-26`: triwulan and year, so that a kunci stays unique when it is carried into a new year."""
    return f"{sumber.triwulan.value}-{sumber.tahun % 100:02d}"


def _list_rekomendasi(
    sumber: SumberTindak, jabatan: str, laporan: Laporan, masa: str
) -> Iterator[BarisTindakLanjut]:
    """Of the one who wrote it, unless the meeting named somebody for its indikator; due on the
    officer's own day."""
    keputusan = sumber.rapat.keputusan if sumber.rapat else ()
    putusan = {k.kode: k.penanggung_jawab for k in reversed(keputusan) if k.penanggung_jawab}
    for isian in laporan.isian:
        if isian.has_rekomendasi:
            yield BarisTindakLanjut(
                kunci=f"R{_render_masa(sumber)}.{isian.kode}",
                asal=render_asal_rekomendasi(masa),
                kode=isian.kode,
                uraian=isian.rekomendasi,
                penanggung_jawab=putusan.get(isian.kode) or find_pilihan(jabatan, sumber.nama),
                tenggat=isian.find_tenggat(sumber.tahun, sumber.triwulan),
            )


def read_tindak_lanjut(agenda: Agenda, tahun: int, triwulan: Triwulan) -> Daftar:
    """What is open when that triwulan's form is issued, by kode jabatan: nothing before the
    triwulan before it was closed. TW I takes from TW IV of the year before."""
    awal, lalu = (
        (tahun, Triwulan(triwulan - 1)) if triwulan > Triwulan.I else (tahun - 1, Triwulan.IV)
    )
    if read_beku(agenda, awal, lalu) is None:
        return {}
    return build_terbuka(list(_read_sumber(agenda, awal, lalu)), tahun)


def read_terbuka(agenda: Agenda, tahun: int) -> Daftar:
    """What that year and those before leave open so far, for the year after it; TW IV may still
    be running, and then what its forms will answer is open yet."""
    return build_terbuka(list(_read_sumber(agenda, tahun, Triwulan.IV)), tahun + 1)


def read_perjalanan(agenda: Agenda, tahun: int) -> tuple[TindakDitanya, ...]:
    """All that the closed triwulan of that year opened and what those before left open, done or
    not."""
    return build_perjalanan(list(_read_sumber(agenda, tahun, Triwulan.IV)), tahun)


def apply_tahun_lalu(agenda: Agenda, bahan: Bahan) -> Bahan:
    """The material with what the years before left open once their TW IV was closed; a triwulan
    that was ever closed keeps what was gathered then."""
    lalu = bahan.tahun - 1
    ada = agenda.read_beku(lalu, Triwulan.IV) is not None
    if not ada or agenda.read_beku(bahan.tahun, bahan.triwulan) is not None:
        return bahan
    sumber = list(_read_sumber(agenda, lalu, Triwulan.IV))
    return replace(bahan, tahun_lalu=build_perjalanan(sumber, bahan.tahun))


def _read_sumber(agenda: Agenda, tahun: int, triwulan: Triwulan) -> Iterator[SumberTindak]:
    """Every closed triwulan up to and with this one, those of years before too, oldest first."""
    beku = {t: b for t in triwulan.sampai_dengan() if (b := read_beku(agenda, tahun, t))}
    if not beku:
        return
    yield from _read_sumber(agenda, tahun - 1, Triwulan.IV)
    for t, bahan in beku.items():
        yield build_sumber(bahan, t, read_rapat_monev(agenda, bahan.tahun, t))


def build_sumber(bahan: Bahan, triwulan: Triwulan, rapat: RapatMonev | None) -> SumberTindak:
    """What a triwulan left behind, by its material."""
    return SumberTindak(
        tahun=bahan.tahun,
        triwulan=triwulan,
        laporan={j: t.laporan for (j, tw), t in bahan.terima.items() if tw is triwulan},
        rapat=rapat,
        nama=build_nama(bahan, triwulan),
        kasubag=bahan.opd.kasubag_program,
    )
