"""Twins in the matrix: the same indicator at a superior and at a subordinate, reported otherwise."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from sopkinerja.istilah import Triwulan
from sopkinerja.mandat.kembar import BedaKembar, compare_target, find_kembar, is_besaran_beda
from sopkinerja.matriks.masukan import build_angka, build_indikator
from sopkinerja.matriks.model import Bahan
from sopkinerja.matriks.ukuran import render_ukuran
from sopkinerja.opd.mandat import Indikator

KEMBAR = "beda dengan"
"""How the remark on a twin begins."""
_DISEBUT = re.compile(rf"{KEMBAR} ([^\s:]+):")


class Kembar(NamedTuple):
    """A superior's and a subordinate's indicator, and where they differ s.d. this triwulan."""

    atas: Indikator
    bawah: Indikator
    beda: tuple[BedaKembar, ...]

    @property
    def dari_bawah(self) -> Kembar:
        """The same as the subordinate sees it."""
        balik = tuple(BedaKembar(b.nama, b.dua, b.satu, b.triwulan) for b in self.beda)
        return Kembar(self.bawah, self.atas, balik)

    @property
    def jabatan(self) -> str:
        """Kode of the jabatan whose side this is."""
        return self.atas.jabatan

    def render(self) -> str:
        """`beda dengan PLN.01: Realisasi TW I 3.800 / 4.068,3`: this one's text comes first."""
        return f"{KEMBAR} {self.bawah.kode}: {', '.join(b.render() for b in self.beda)}"

    def render_pesan(self) -> str:
        """`KADIS.03 (Nilai ekspor) beda dengan PLN.01: …`."""
        return f"{self.atas.kode} ({self.atas.indikator}) {self.render()}"


def list_sisi(daftar: Iterable[Kembar]) -> list[Kembar]:
    """Each pair as either side sees it."""
    return [satu for kembar in daftar for satu in (kembar, kembar.dari_bawah)]


def find_berbeda(bahan: Bahan) -> tuple[Kembar, ...]:
    """The twins whose targets or accepted realisasi of any triwulan up to this one differ."""
    semua = (
        Kembar(a, b, tuple(_compare(bahan, a, b)))
        for a, b in find_kembar(build_indikator(bahan), bahan.pengaturan.satuan)
    )
    return tuple(k for k in semua if k.beda)


def build_keterangan(daftar: Iterable[Kembar]) -> Mapping[str, tuple[str, ...]]:
    """The remarks on either side, by kode indikator."""
    hasil: dict[str, tuple[str, ...]] = {}
    for satu in list_sisi(daftar):
        hasil[satu.atas.kode] = (*hasil.get(satu.atas.kode, ()), satu.render())
    return hasil


def list_kode_kembar(*keterangan: str) -> tuple[str, ...]:
    """Kode of the twins that these remarks name."""
    semua = (kode for satu in keterangan for kode in _DISEBUT.findall(satu))
    return tuple(dict.fromkeys(semua))


def compare_realisasi(bahan: Bahan, a: Indikator, b: Indikator) -> Iterator[BedaKembar]:
    """The triwulan up to this one of which two indicators report another realisasi."""
    angka_a, angka_b = build_angka(bahan, a), build_angka(bahan, b)
    for t in bahan.triwulan.sampai_dengan():
        satu, dua = angka_a[t].masukan.realisasi, angka_b[t].masukan.realisasi
        if satu is not None and dua is not None and is_besaran_beda(satu, dua):
            tampak = [render_ukuran(n, max(a, b, key=lambda i: i.desimal)) for n in (satu, dua)]
            if tampak[0] != tampak[1]:
                yield BedaKembar(f"Realisasi TW {t.romawi}", tampak[0], tampak[1], t)


def find_tertutup(bahan: Bahan, beda: Sequence[BedaKembar]) -> tuple[Triwulan, ...]:
    """The closed triwulan before this one where all of it lies; empty where any is open still."""
    semua = [b.triwulan for b in beda]
    tutup = [t for t in semua if t and t in bahan.tutup and t < bahan.triwulan]
    return tuple(dict.fromkeys(tutup)) if len(tutup) == len(semua) else ()


def _compare(bahan: Bahan, a: Indikator, b: Indikator) -> Iterator[BedaKembar]:
    yield from compare_target(a, b, bahan.triwulan.sampai_dengan())
    if a.konsolidasi is b.konsolidasi:
        yield from compare_realisasi(bahan, a, b)
