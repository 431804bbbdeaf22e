"""The referensi workbook: written for the Kasubag Program, read back with every fault at once."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from sopkinerja.katalog import Kode, Tingkat
from sopkinerja.lembar.gambar_logo import MAKS_UKURAN, read_logo
from sopkinerja.mandat.aturan import check_mandat
from sopkinerja.mandat.aturan_persen import (
    BarisPersen,
    check_bulat,
    check_persen,
    check_persen_renstra,
)
from sopkinerja.mandat.kop_referensi import check_kop
from sopkinerja.opd.aturan import check_opd
from sopkinerja.opd.baca import Grid, read_grid, read_isi
from sopkinerja.opd.baris import BarisReferensi
from sopkinerja.opd.buku import render_referensi
from sopkinerja.opd.draf import Draf, build_draf
from sopkinerja.opd.induk import resolve_induk
from sopkinerja.opd.kata import build_kata
from sopkinerja.opd.mandat import Indikator
from sopkinerja.opd.model import BarisCapaianLalu, BarisDpa, Jabatan, Referensi
from sopkinerja.opd.nomor import number_indikator
from sopkinerja.opd.rujukan import find_kode, resolve_rujukan
from sopkinerja.opd.simpanan import Simpanan, open_simpanan
from sopkinerja.opd.tata import CAPAIAN_LALU, DPA, LEMBAR, MANDAT
from sopkinerja.ruang import Pengaturan, write_berkas
from sopkinerja.temuan import Letak, Temuan, is_ditolak, lower_tingkat, replace_letak

_JUDUL = {k.kunci: k.judul for k in MANDAT.kolom}
_TARGET = {"polaritas", "konsolidasi", "target_tahun", "tw_0", "tw_1", "tw_2", "tw_3"}
_KASKADE = frozenset(
    {Kode.MANDAT_008, Kode.MANDAT_009, Kode.MANDAT_016, Kode.MANDAT_017, Kode.MANDAT_020}
)
"""Not said while the sheet Jabatan itself is faulty: they would only follow from it."""
_URUTAN = {nama: n for n, nama in enumerate(("OPD", *(lembar.nama for lembar in LEMBAR)))}


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
        return read_draf(self.grid, self.pengaturan)

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
        semua = sorted([*temuan, *kop], key=_urutkan)
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


def read_draf(grid: Mapping[str, Grid], pengaturan: Pengaturan) -> tuple[Draf, list[Temuan]]:
    """Every row as a value, names of other rows resolved, and the faults of reading."""
    draf, temuan = build_draf(grid, build_kata(pengaturan), pengaturan.satuan)
    return resolve_rujukan(draf), temuan


def judge_draf(
    draf: Draf,
    terbaca: Sequence[Temuan],
    pengaturan: Pengaturan,
    tahun: int | None = None,
    *,
    usulan: bool = False,
) -> tuple[Referensi | None, list[Temuan]]:
    """The same for rows already read: pure, and total over whatever stands in them."""
    temuan = [*terbaca, *check_opd(draf)]
    tanpa = _KASKADE if any(_is_rantai_rusak(t) for t in temuan) else frozenset[Kode]()
    mandat = _check_mandat(draf, pengaturan, tahun)
    temuan += [t for t in mandat if t.kode not in tanpa]
    temuan += check_persen_renstra(
        [(r.isi, r.sel) for r in draf.renstra], _group_renstra(draf, tahun), pengaturan.satuan
    )
    temuan.sort(key=_urutkan)
    if tahun:
        draf, temuan = _view(draf, temuan, tahun)
    if usulan:
        temuan = [lower_tingkat(t) if is_kosong_usulan(t) else t for t in temuan]
    if is_ditolak(temuan):
        return None, temuan
    referensi = draf.build_referensi()
    return referensi.untuk_tahun(tahun) if tahun else referensi, temuan


def _view(draf: Draf, temuan: list[Temuan], tahun: int) -> tuple[Draf, list[Temuan]]:
    """Without the temuan of other years' rows, and without those of their rows that are faulty."""
    bertahun: list[BarisReferensi[BarisDpa] | BarisReferensi[Indikator]] = [*draf.dpa, *draf.mandat]
    lain = {
        _find_baris(b.letak("tahun"))
        for b in bertahun
        if b.isi.tahun != tahun and "tahun" not in b.cacat
    }
    asing = [t for t in temuan if _find_baris(t.letak) in lain and t.kode is not Kode.REFERENSI_031]
    rusak = {_find_baris(t.letak) for t in asing if t.tingkat is Tingkat.GALAT}
    draf = replace(
        draf,
        dpa=tuple(b for b in draf.dpa if _find_baris(b.letak("tahun")) not in rusak),
        mandat=tuple(b for b in draf.mandat if _find_baris(b.letak("tahun")) not in rusak),
    )
    return draf, [t for t in temuan if t not in asing]


def _find_baris(letak: Letak) -> tuple[str, str]:
    """Sheet and row number of a place."""
    return letak.lembar, re.sub(r"\D", "", letak.sel)


def is_kosong_usulan(temuan: Temuan) -> bool:
    """What a proposed row still lacks: its pagu, its targets."""
    if temuan.kode is Kode.REFERENSI_003 and temuan.letak.lembar == DPA.nama:
        return temuan.letak.kolom == "pagu"
    return temuan.kode is Kode.MANDAT_019


def _check_mandat(draf: Draf, pengaturan: Pengaturan, tahun: int | None) -> list[Temuan]:
    """The mandat rules over the sheet, year by year, placed in its cells.

    What only follows from a cell that couldn't be read isn't said: that cell has its own temuan.
    """
    mandat = [b for b in draf.mandat if not {"tahun", "jabatan"} & b.cacat]
    referensi = draf.build_referensi()
    nomor = resolve_induk(number_indikator(b.isi for b in mandat), referensi.jabatan)
    if tahun:
        referensi = referensi.untuk_tahun(tahun)
    lepas = [(b.isi.kode, b.isi.indikator) for b in draf.mandat if {"tahun", "jabatan"} & b.cacat]
    mandat = [_drop_induk(b, i, lepas) for i, b in zip(nomor, mandat, strict=True)]
    nomor = tuple(
        i.model_copy(update={"induk": None}) if "induk" in b.cacat else i
        for i, b in zip(nomor, mandat, strict=True)
    )
    hasil = []
    for y in [tahun] if tahun else sorted({i.tahun for i in nomor}):
        setahun = [(i, b) for i, b in zip(nomor, mandat, strict=True) if i.tahun == y]
        lalu = [i for i in nomor if i.tahun == y - 1]
        hasil += _check_setahun(referensi, setahun, lalu, draf, pengaturan)
    return hasil


def _drop_induk(
    baris: BarisReferensi[Indikator], indikator: Indikator, lepas: Sequence[tuple[str, str]]
) -> BarisReferensi[Indikator]:
    """The row; its induk is unread where it names a row whose jabatan or year is: that one has its
    own temuan."""
    if indikator.induk and indikator.induk == baris.isi.induk and find_kode(indikator.induk, lepas):
        return replace(baris, cacat=baris.cacat | {"induk"})
    return baris


def _group_renstra(draf: Draf, tahun: int | None) -> dict[str, list[Indikator]]:
    """The indicators (of that year) that rest on each line of the Renstra."""
    hasil: dict[str, list[Indikator]] = {}
    for b in draf.mandat:
        if b.isi.renstra and tahun in (None, b.isi.tahun):
            hasil.setdefault(b.isi.renstra, []).append(b.isi)
    return hasil


def _check_setahun(
    referensi: Referensi,
    setahun: Sequence[tuple[Indikator, BarisReferensi[Indikator]]],
    lalu: Sequence[Indikator],
    draf: Draf,
    pengaturan: Pengaturan,
) -> list[Temuan]:
    baris: dict[str, BarisReferensi[Indikator]] = {i.kode: b for i, b in setahun}
    jabatan = {b.isi.kode: b for b in draf.jabatan}
    tak_berbobot = {b.isi.jabatan for _, b in setahun if "bobot" in b.cacat}
    referensi = referensi.model_copy(update={"mandat": tuple(i for i, _ in setahun)})
    persen = [BarisPersen(i, b.sel, b.letak, _JUDUL) for i, b in setahun]
    renstra = {r.isi.kode: r.isi for r in draf.renstra}
    return [
        *check_persen(persen, renstra, pengaturan.satuan, lalu),
        *check_bulat(persen, pengaturan.satuan),
        *(
            _place(t, baris, jabatan)
            for t in check_mandat(referensi, pengaturan)
            if t.letak.tabel != "mandat" or not _is_turunan(t, baris[t.letak.baris], tak_berbobot)
        ),
    ]


def _is_rantai_rusak(temuan: Temuan) -> bool:
    return temuan.letak.lembar == "Jabatan" and temuan.tingkat is Tingkat.GALAT


def _is_turunan(temuan: Temuan, baris: BarisReferensi[Indikator], tak_berbobot: set[str]) -> bool:
    kolom = temuan.letak.kolom
    if kolom == "bobot":
        return baris.isi.jabatan in tak_berbobot
    sebab = _TARGET if kolom in _TARGET else {kolom}
    return bool(sebab & baris.cacat)


def _place(
    temuan: Temuan,
    mandat: Mapping[str, BarisReferensi[Indikator]],
    jabatan: Mapping[str, BarisReferensi[Jabatan]],
) -> Temuan:
    kunci = temuan.letak
    baris: BarisReferensi[Indikator] | BarisReferensi[Jabatan] = (
        jabatan[kunci.baris] if kunci.tabel == "jabatan" else mandat[kunci.baris]
    )
    return replace_letak(temuan, kunci._replace(sel=baris.letak(kunci.kolom).sel))


def _urutkan(temuan: Temuan) -> tuple[int, int, int, str]:
    """Sheet by sheet, row by row, column by column."""
    cocok = re.match(r"([A-Z]+)(\d+)", temuan.letak.sel)
    kolom, baris = (cocok[1], int(cocok[2])) if cocok else ("", 0)
    return _URUTAN.get(temuan.letak.lembar, 99), baris, len(kolom), kolom
