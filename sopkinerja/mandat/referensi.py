"""The referensi workbook: written for the Kasubag Program, read back with every fault at once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from sopkinerja.katalog import Kode
from sopkinerja.lembar.gambar_logo import MAKS_UKURAN, read_logo
from sopkinerja.mandat.kop_referensi import check_kop
from sopkinerja.mandat.periksa_draf import judge_draf, order_sel, read_draf
from sopkinerja.opd.baca import Grid, read_grid, read_isi
from sopkinerja.opd.buku import render_referensi
from sopkinerja.opd.draf import Draf
from sopkinerja.opd.kata import build_kata
from sopkinerja.opd.mandat import Indikator
from sopkinerja.opd.model import BarisCapaianLalu, Referensi
from sopkinerja.opd.simpanan import Simpanan, open_simpanan
from sopkinerja.opd.tata import CAPAIAN_LALU, MANDAT
from sopkinerja.opd.tersembunyi import read_tersembunyi
from sopkinerja.ruang import Pengaturan, write_berkas
from sopkinerja.temuan import Letak, Temuan


def write_referensi(
    path: Path, referensi: Referensi | None, pengaturan: Pengaturan | None = None
) -> Path:
    """Write the workbook (None: an empty one ready to fill); returns where it lies, a numbered
    name where someone has the old one open."""
    return write_berkas(path, render_referensi(referensi, build_kata(pengaturan or Pengaturan())))


def read_referensi(
    path: Path,
    pengaturan: Pengaturan | None = None,
    tahun: int | None = None,
    *,
    usulan: bool = False,
) -> tuple[Referensi | None, list[Temuan]]:
    """The workbook's content (None where a galat stands) and all temuan in the order of its cells,
    those of the mandat sheet included; `tahun` and `usulan` as for `BukuReferensi.check`.

    Indicators whose kode was left blank keep an empty kode: `number_indikator` numbers them.
    SopKinerjaError where the file is missing, open elsewhere or no workbook.
    """
    return open_referensi(path, pengaturan).check(tahun, usulan=usulan)


def open_referensi(path: Path, pengaturan: Pengaturan | None = None) -> BukuReferensi:
    """The workbook read once, to be judged for one year or another; not read at all where what it
    said is still kept (opd/simpanan.py)."""
    buku = BukuReferensi(path, read_isi(path), pengaturan or Pengaturan())
    if not buku.simpanan.pandangan:
        _ = buku.grid
    return buku


@dataclass(frozen=True)
class BukuReferensi:
    """A referensi workbook; it serves two years at once. What needs its cells reads them."""

    path: Path
    isi: bytes
    pengaturan: Pengaturan

    @cached_property
    def simpanan(self) -> Simpanan:
        """What is kept of this very workbook under these settings."""
        return open_simpanan(self.path, self.isi, self.pengaturan)

    @cached_property
    def grid(self) -> Mapping[str, Grid]:
        """Every sheet as cells."""
        return read_grid(self.path, self.isi)

    @cached_property
    def _terbaca(self) -> tuple[Draf, list[Temuan]]:
        draf, temuan = read_draf(self.grid, self.pengaturan)
        return replace(draf, tersembunyi=read_tersembunyi(self.isi)), temuan

    @property
    def draf(self) -> Draf:
        """Every row as a value, faults and all."""
        return self._terbaca[0]

    @cached_property
    def tahun(self) -> int:
        """The year on the sheet OPD; 0 where it can't be read."""
        kini = self.simpanan
        return kini.tahun if kini.pandangan else self.draf.opd.isi.tahun

    @cached_property
    def tahun_mandat(self) -> frozenset[int]:
        """The years that have rows on the sheet Mandat."""
        if self.simpanan.pandangan:
            return frozenset(self.simpanan.tahun_mandat)
        return frozenset(b.isi.tahun for b in self.draf.mandat if b.isi.tahun)

    def find_letak(self, baris: Indikator | BarisCapaianLalu, kolom: str) -> Letak:
        """Where a row of the sheet Mandat or Capaian Lalu stands; the sheet alone where it has none
        such."""
        if isinstance(baris, BarisCapaianLalu):
            sel = (b.letak(kolom) for b in self.draf.capaian_lalu if b.isi == baris)
            return next(sel, Letak(CAPAIAN_LALU.nama))
        kunci = (baris.tahun, baris.jabatan, baris.indikator)
        for b in self.draf.mandat:
            if (b.isi.tahun, b.isi.jabatan, b.isi.indikator) == kunci:
                return b.letak(kolom)
        return Letak(MANDAT.nama)

    def check(
        self, tahun: int | None = None, *, usulan: bool = False
    ) -> tuple[Referensi | None, list[Temuan]]:
        """Content and temuan as seen from a year (None: all years' rows at once).

        The DPA and Mandat rows of another year are judged when that year is worked on: here their
        faults aren't told, and a faulty one is left out. `usulan`: the year is still being
        proposed, so that a missing pagu or target is a peringatan.
        """
        kini = self.simpanan.find(tahun, usulan)
        if kini is None:
            referensi, temuan = judge_draf(*self._terbaca, self.pengaturan, tahun, usulan=usulan)
            if referensi is not None:
                ringkas = (self.tahun, self.tahun_mandat)
                self.simpanan.add(tahun, usulan, referensi, temuan, *ringkas)
        else:
            referensi, temuan = kini
        opd = referensi.opd if referensi else self.draf.opd.isi
        kop = (
            *self._check_logo(opd.logo),
            *check_kop(opd, lambda kunci: self.draf.opd.letak(kunci)),
        )
        semua = sorted([*temuan, *kop], key=order_sel)
        return referensi and _find_logo(referensi, self.path.parent), semua

    def _check_logo(self, logo: str) -> Iterator[Temuan]:
        """The picture that the sheet OPD names lies there, and forms can carry it."""
        berkas = self.path.parent / logo
        if logo and not berkas.is_file():
            yield Temuan(Kode.REFERENSI_270, self.draf.opd.letak("logo"), nilai=logo)
        elif logo and read_logo(berkas) is None:
            muat = MAKS_UKURAN // 1024
            yield Temuan(Kode.REFERENSI_400, self.draf.opd.letak("logo"), nilai=logo, muat=muat)


def _find_logo(referensi: Referensi, folder: Path) -> Referensi:
    """The logo's place, written relative to the workbook, as a full path."""
    if not referensi.opd.logo:
        return referensi
    opd = referensi.opd.model_copy(update={"logo": str(folder / referensi.opd.logo)})
    return referensi.model_copy(update={"opd": opd})
