"""Anggaran: each sub kegiatan counted once, kegiatan and program as sums by kode."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from sopkinerja.istilah import Triwulan
from sopkinerja.laporan.anggaran import Belanja, find_belanja, sort_laporan
from sopkinerja.matriks.model import Bahan
from sopkinerja.opd.mandat import Pagu
from sopkinerja.tulisan import render_rupiah

PANJANG_PROGRAM, PANJANG_KEGIATAN = 3, 5
"""Parts of a DPA kode: `3.30.03` is a program, `3.30.03.1.01` a kegiatan (Permendagri numbering)."""
PROGRAM, KEGIATAN, SUB, JUMLAH = "Program", "Kegiatan", "Sub Kegiatan", "Jumlah"


MAKS_SEBUT = 2
"""So many sub kegiatan are named in a sentence."""


@dataclass(frozen=True)
class AnggaranMatriks:
    """A sub kegiatan; rupiah, None where nobody has told a realisasi."""

    kode: str
    uraian: str
    penanggung_jawab: str
    pagu: float
    tw: float | None
    sd: float | None
    """Realisasi s.d. TW."""
    keterangan: str
    per_triwulan: Mapping[Triwulan, float | None] = field(default_factory=dict)
    """Realisasi of each triwulan up to this one."""


class Serapan(NamedTuple):
    """Rupiah; realisasi is None where nobody has told it."""

    pagu: float
    realisasi: float | None

    @property
    def persen(self) -> float | None:
        """Per cent of the pagu."""
        return (
            self.realisasi / self.pagu * 100 if self.realisasi is not None and self.pagu else None
        )


class Cabang(NamedTuple):
    """A program, kegiatan, sub kegiatan or the whole, with the sub kegiatan it is the sum of."""

    jenis: str
    kode: str
    uraian: str
    milik: tuple[AnggaranMatriks, ...]

    @property
    def sub(self) -> AnggaranMatriks | None:
        """The sub kegiatan itself; None of what is a sum."""
        return self.milik[0] if self.jenis == SUB else None

    @property
    def serapan(self) -> Serapan:
        """Pagu and realisasi s.d. TW."""
        return build_serapan(self.milik)


def build_anggaran(bahan: Bahan) -> tuple[AnggaranMatriks, ...]:
    """Every sub kegiatan by its kode.

    Realisasi is what the penanggung jawab's accepted form says, else what the referensi says.
    """
    unik = {p.kode: p for p in bahan.mandat[bahan.triwulan].pagu}
    return tuple(_build_baris(bahan, unik[k]) for k in sorted(unik))


def build_serapan(anggaran: Iterable[AnggaranMatriks]) -> Serapan:
    """Pagu and realisasi s.d. TW of them all."""
    milik = tuple(anggaran)
    return Serapan(float(sum(b.pagu for b in milik)), sum_ada(b.sd for b in milik))


def render_belum_ada(anggaran: Iterable[AnggaranMatriks]) -> str:
    """`belum termasuk realisasi TW II dari 1 sub kegiatan: Pameran Dagang`: what the sums leave out,
    for nobody has told it, the first of them by name; empty where all is told."""
    masa, milik = find_belum_ada(anggaran)
    if not milik:
        return ""
    lagi = len(milik) - MAKS_SEBUT
    nama = [b.uraian for b in milik[:MAKS_SEBUT]] + [f"{lagi} lainnya"] * (lagi > 0)
    return f"belum termasuk realisasi TW {masa} dari {len(milik)} sub kegiatan: {'; '.join(nama)}"


def render_ekor(anggaran: Iterable[AnggaranMatriks]) -> str:
    """The same as a sentence behind the one that names the sums."""
    belum = render_belum_ada(anggaran)
    return f" Angka ini {belum}." if belum else ""


def find_belum_ada(
    anggaran: Iterable[AnggaranMatriks],
) -> tuple[str, tuple[AnggaranMatriks, ...]]:
    """`II, IV`: the triwulan whose realisasi nobody has told of some sub kegiatan, and of which."""
    kurang = tuple(b for b in anggaran if None in b.per_triwulan.values())
    masa = {t for b in kurang for t, r in b.per_triwulan.items() if r is None}
    return ", ".join(t.romawi for t in sorted(masa)), kurang


def sum_ada(angka: Iterable[float | None]) -> float | None:
    """The sum of those that are told; None of none."""
    ada = [a for a in angka if a is not None]
    return float(sum(ada)) if ada else None


def build_pohon(bahan: Bahan, anggaran: tuple[AnggaranMatriks, ...]) -> Iterator[Cabang]:
    """Every program with its kegiatan and their sub kegiatan, then the whole."""
    nama = {d.kode: d.uraian for d in bahan.dpa}
    sudah: set[str] = set()
    for b in anggaran:
        for panjang, jenis in ((PANJANG_PROGRAM, PROGRAM), (PANJANG_KEGIATAN, KEGIATAN)):
            kode = ".".join(b.kode.split(".")[:panjang])
            if kode == b.kode or kode in sudah:
                continue
            sudah.add(kode)
            milik = tuple(k for k in anggaran if f"{k.kode}.".startswith(f"{kode}."))
            yield Cabang(jenis, kode, nama.get(kode, jenis), milik)
        yield Cabang(SUB, b.kode, b.uraian, (b,))
    if anggaran:
        yield Cabang(JUMLAH, "", JUMLAH, anggaran)


def _build_baris(bahan: Bahan, pagu: Pagu) -> AnggaranMatriks:
    per_tw = {t: _find_belanja(bahan, pagu, t) for t in bahan.triwulan.sampai_dengan()}
    nama = next((j.nama for j in bahan.jabatan if j.kode == pagu.penanggung_jawab), "")
    sd = sum_ada(b.realisasi for b in per_tw.values())
    return AnggaranMatriks(
        kode=pagu.kode,
        uraian=pagu.uraian,
        penanggung_jawab=f"{pagu.penanggung_jawab} {nama}".strip(),
        pagu=pagu.pagu,
        tw=per_tw[bahan.triwulan].realisasi,
        sd=sd,
        keterangan="; ".join(_list_keterangan(per_tw, pagu, sd)),
        per_triwulan={t: b.realisasi for t, b in per_tw.items()},
    )


def _find_belanja(bahan: Bahan, pagu: Pagu, triwulan: Triwulan) -> Belanja:
    semua = {j: t.laporan for (j, tw), t in bahan.terima.items() if tw is triwulan}
    laporan = sort_laporan(pagu, bahan.mandat.get(triwulan), semua)
    return find_belanja(pagu.kode, triwulan, laporan, bahan.dpa)


def _list_keterangan(
    per_tw: Mapping[Triwulan, Belanja], pagu: Pagu, sd: float | None
) -> Iterator[str]:
    belum = [t.romawi for t, b in per_tw.items() if b.realisasi is None]
    if belum:
        yield f"realisasi TW {', '.join(belum)} belum ada"
    if sd is not None and sd > pagu.pagu:
        yield f"melebihi pagu {render_rupiah(sd - pagu.pagu)}"
    for t, b in per_tw.items():
        if b.referensi is not None:
            yield f"TW {t.romawi}: referensi mencatat {render_rupiah(b.referensi)}"
    yield from dict.fromkeys(b.keterangan for b in per_tw.values() if b.keterangan)
    if any(b.dari_referensi for b in per_tw.values()):
        yield "dari referensi"
