"""The rows of a referensi judged as a whole: its sheets, and the rules of the mandat for each year."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from sopkinerja.katalog import Kode, Tingkat
from sopkinerja.mandat.aturan import check_mandat
from sopkinerja.mandat.aturan_persen import (
    BarisPersen,
    check_bulat,
    check_persen,
    check_persen_renstra,
)
from sopkinerja.mandat.aturan_tahun import BarisTahun, check_tahun_sesat
from sopkinerja.opd.aturan import check_opd
from sopkinerja.opd.baca import Grid
from sopkinerja.opd.baris import BarisReferensi
from sopkinerja.opd.draf import Draf, build_draf
from sopkinerja.opd.induk import resolve_induk
from sopkinerja.opd.kata import build_kata
from sopkinerja.opd.lembar_asing import check_lembar_asing
from sopkinerja.opd.mandat import Indikator
from sopkinerja.opd.model import BarisDpa, Jabatan, Referensi
from sopkinerja.opd.nomor import number_indikator
from sopkinerja.opd.rujukan import find_kode, resolve_rujukan
from sopkinerja.opd.tata import DPA, LEMBAR, MANDAT
from sopkinerja.opd.tersembunyi import check_tersembunyi
from sopkinerja.ruang import Pengaturan
from sopkinerja.temuan import Letak, Temuan, is_ditolak, lower_tingkat, replace_letak

_JUDUL = {k.kunci: k.judul for k in MANDAT.kolom}
_TARGET = {"polaritas", "konsolidasi", "target_tahun", "tw_0", "tw_1", "tw_2", "tw_3"}
_KASKADE = frozenset(
    {Kode.MANDAT_008, Kode.MANDAT_009, Kode.MANDAT_016, Kode.MANDAT_017, Kode.MANDAT_020}
)
"""Not said while the sheet Jabatan itself is faulty: they would only follow from it."""
_TENTANG_TAHUN = frozenset({Kode.REFERENSI_031, Kode.REFERENSI_462})
"""Said of rows of every year: about the year itself."""
_URUTAN = {nama: n for n, nama in enumerate(("OPD", *(lembar.nama for lembar in LEMBAR)))}


def read_draf(grid: Mapping[str, Grid], pengaturan: Pengaturan) -> tuple[Draf, list[Temuan]]:
    """Every row as a value, names of other rows resolved, and the faults of reading."""
    draf, temuan = build_draf(grid, build_kata(pengaturan), pengaturan.satuan)
    return resolve_rujukan(draf), [*temuan, *check_lembar_asing(grid)]


def judge_draf(
    draf: Draf,
    terbaca: Sequence[Temuan],
    pengaturan: Pengaturan,
    tahun: int | None = None,
    *,
    usulan: bool = False,
) -> tuple[Referensi | None, list[Temuan]]:
    """The content (None where a galat stands) and all temuan in the order of the cells: pure, and total
    over whatever stands in the rows; `tahun` and `usulan` as for `BukuReferensi.check`."""
    temuan = [*terbaca, *check_opd(draf)]
    tanpa = _KASKADE if any(_is_rantai_rusak(t) for t in temuan) else frozenset[Kode]()
    mandat = _check_mandat(draf, pengaturan, tahun)
    temuan += [t for t in mandat if t.kode not in tanpa]
    temuan += check_persen_renstra(
        [(r.isi, r.sel) for r in draf.renstra], _group_renstra(draf, tahun), pengaturan.satuan
    )
    janggal = {t.letak[:2] for t in temuan if t.kode is Kode.REFERENSI_031}
    sesat = _check_tahun(draf, tahun or draf.opd.isi.tahun)
    temuan += [t for t in sesat if t.letak[:2] not in janggal]
    temuan += check_tersembunyi(draf, tahun or draf.opd.isi.tahun)
    temuan.sort(key=order_sel)
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
    asing = [t for t in temuan if _find_baris(t.letak) in lain and t.kode not in _TENTANG_TAHUN]
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


def _check_tahun(draf: Draf, tahun: int) -> Iterator[Temuan]:
    """The rows of Mandat and DPA that bear another year than the one at work."""
    mandat = [
        BarisTahun(b.isi.tahun, (b.isi.jabatan, b.isi.indikator), b.letak("tahun"))
        for b in draf.mandat
        if not {"tahun", "jabatan"} & b.cacat
    ]
    dpa = [
        BarisTahun(b.isi.tahun, (b.isi.kode,), b.letak("tahun"))
        for b in draf.dpa
        if "tahun" not in b.cacat
    ]
    for daftar in (mandat, dpa):
        yield from check_tahun_sesat(daftar, tahun)


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


def order_sel(temuan: Temuan) -> tuple[int, int, int, str]:
    """Sheet by sheet, row by row, column by column."""
    cocok = re.match(r"([A-Z]+)(\d+)", temuan.letak.sel)
    kolom, baris = (cocok[1], int(cocok[2])) if cocok else ("", 0)
    return _URUTAN.get(temuan.letak.lembar, 99), baris, len(kolom), kolom
