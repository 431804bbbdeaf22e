"""The budget of a PK: which sub kegiatan stand behind it, and how they are summed up, by level."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from sopkinerja.istilah import Level
from sopkinerja.mandat.teks_pk import SEBAGIAN
from sopkinerja.opd.mandat import Kursi, Mandat, Pagu
from sopkinerja.tulisan import render_rupiah

TITIK_PROGRAM = 2
"""Dots in the DPA code of a program, `3.30.05`; what stands above it is an urusan."""
BAGIAN_BIASA = 5
"""A sub kegiatan has six parts in its code, `3.30.05.1.01.0001`; one less is still understood."""
SUB_KEGIATAN = 2
JUDUL_TINGKAT = ("Program", "Kegiatan", "Sub Kegiatan")


class BarisPagu(NamedTuple):
    """One line: kode, uraian, rupiah, what stands beside it, and whether others below make it up."""

    kode: str
    uraian: str
    pagu: float
    keterangan: str
    is_jumlah: bool


def list_pagu(mandat: Mandat, kursi: Kursi | None, jabatan: str) -> tuple[Pagu, ...]:
    """The sub kegiatan behind the PK of a jabatan: all for the head of the OPD; of level Kabid
    those of its unit; else those in its own charge or in that of jabatan below it."""
    if kursi is None:
        return mandat.pagu_untuk(jabatan)
    if kursi.atasan is None:
        return mandat.pagu
    jalur = {p.kode: _find_jalur(mandat, p.penanggung_jawab) for p in mandat.pagu}
    if kursi.level is not Level.KABID:
        return tuple(p for p in mandat.pagu if jabatan in jalur[p.kode])
    kabid = {k.kode for k in mandat.kursi if k.level is Level.KABID}
    return tuple(
        p
        for p in mandat.pagu
        if jabatan in jalur[p.kode]
        or (not kabid & set(jalur[p.kode]) and kursi.unit in _find_unit(mandat, p))
    )


def list_penanggung(mandat: Mandat) -> list[str]:
    """Who is in charge of a sub kegiatan, and the chairs above them."""
    semua = (kode for p in mandat.pagu for kode in _find_jalur(mandat, p.penanggung_jawab))
    return list(dict.fromkeys(semua))


def _find_jalur(mandat: Mandat, jabatan: str) -> list[str]:
    """A chair and those above it; the head of the OPD, who answers for all, isn't named."""
    jalur: list[str] = []
    kini = mandat.cari_kursi(jabatan)
    while kini is not None and kini.atasan is not None and kini.kode not in jalur:
        jalur.append(kini.kode)
        kini = mandat.cari_kursi(kini.atasan)
    return jalur or [jabatan]


def _find_unit(mandat: Mandat, pagu: Pagu) -> list[str]:
    """The unit of a DPA line and those above it."""
    jalur: list[str] = []
    kini: str | None = pagu.unit
    while kini and kini not in jalur:
        jalur.append(kini)
        kini = mandat.induk_unit.get(kini)
    return jalur


def find_tingkat(kursi: Kursi) -> tuple[int, ...]:
    """Which of program (0), kegiatan (1) and sub kegiatan (2) the PK of a chair shows."""
    if kursi.atasan is None:
        return (0,)
    return (0, 1) if kursi.level is Level.KABID else (1, 2)


def sum_pagu(
    daftar: Sequence[Pagu],
    nama: Mapping[str, str],
    tingkat: Sequence[int] = (0, 1, 2),
    semua: Sequence[Pagu] = (),
) -> Iterator[BarisPagu]:
    """Those sub kegiatan summed up to the levels asked for, each line once, in the order of kode.

    `nama` names the DPA lines by kode; a sub kegiatan whose program or kegiatan it doesn't name
    stands there by itself. A sum that is less than that of `semua` says of how much it is a part.
    """
    isi: dict[str, list[Pagu]] = {}
    uraian: dict[str, str] = {}
    for p in sorted(daftar, key=lambda p: p.kode):
        for kode, teks in dict(_find_garis(p, nama, t) for t in tingkat).items():
            isi.setdefault(kode, []).append(p)
            uraian[kode] = teks
    bawah = {_find_garis(p, nama, tingkat[-1])[0] for p in daftar}
    for kode, bagian in isi.items():
        pagu = sum(p.pagu for p in bagian)
        utuh = sum(p.pagu for p in semua if kode in (p.kode, *_find_atas(p.kode, nama)))
        dana = ", ".join(sorted({p.sumber_dana for p in bagian} - {""}))
        sebagian = SEBAGIAN.format(jumlah=render_rupiah(utuh)) if utuh > pagu else ""
        keterangan = "; ".join(t for t in (dana, sebagian) if t)
        yield BarisPagu(kode, uraian[kode], pagu, keterangan, kode not in bawah)


def _find_garis(pagu: Pagu, nama: Mapping[str, str], tingkat: int) -> tuple[str, str]:
    """Kode and uraian of the line of that level to which a sub kegiatan belongs."""
    kode = None if tingkat == SUB_KEGIATAN else _find_atas(pagu.kode, nama)[tingkat]
    return (kode, nama[kode]) if kode else (pagu.kode, pagu.uraian)


def _find_atas(kode: str, nama: Mapping[str, str]) -> tuple[str | None, str | None]:
    """The DPA's program and kegiatan above a sub kegiatan. A code that isn't built as usual takes
    the first and the last line above it."""
    bagian = kode.split(".")
    atas = [k for n in range(1, len(bagian)) if (k := ".".join(bagian[:n])) in nama]
    if len(bagian) < BAGIAN_BIASA:
        return (atas[0] if atas else None, atas[-1] if len(atas) > 1 else None)
    program = [k for k in atas if k.count(".") == TITIK_PROGRAM]
    kegiatan = [k for k in atas if k.count(".") > TITIK_PROGRAM]
    return (program[0] if program else None, kegiatan[-1] if kegiatan else None)
