"""One row of the referensi workbook from cells to values, its faults by cell.

A row with faults still becomes a value, with harmless stand-ins where a cell couldn't be read
(`cacat` names those), so that the rules over the whole workbook see every row. It never leaves
the reader: a galat stands beside it.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Generic, TypeVar, assert_never

from sopkinerja.baca.angka import BukanAngka, DuaBacaan
from sopkinerja.baca.kode import clean_kode, find_dugaan
from sopkinerja.baca.sebutan import (
    KOLOM_BERSKALA,
    BukanSebutan,
    find_skala_baris,
    read_sebutan,
)
from sopkinerja.baca.sel import Sel
from sopkinerja.baca.takaran import (
    TANPA_TAKARAN,
    Takaran,
)
from sopkinerja.baca.tanggal import BukanTanggal, read_tanggal
from sopkinerja.istilah import Sebutan, Target
from sopkinerja.katalog import Kode
from sopkinerja.opd.aturan_sel import check_sel_baris
from sopkinerja.opd.baca import Isi
from sopkinerja.opd.kata import KATA_TETAP, Kata, find_pilihan
from sopkinerja.opd.kurang import check_kurang
from sopkinerja.opd.sel_angka import (
    apply_satuan,
    build_tolak,
    check_strip,
    is_kosong,
    read_angka_sel,
    read_takaran,
)
from sopkinerja.opd.tata import JenisIsi, KolomReferensi
from sopkinerja.opd.teks_sel import clean_teks as clean_teks
from sopkinerja.opd.teks_sel import read_teks_sel as read_teks_sel
from sopkinerja.rantai import find_mirip
from sopkinerja.satuan import KamusSatuan
from sopkinerja.skala import Skala, find_berkata
from sopkinerja.temuan import Letak, Temuan
from sopkinerja.tulisan import render_tanggal

T = TypeVar("T")
TAHUN_TERAWAL = 1950
"""Nobody left a chair of today before it: Excel takes 30 to 49 for 1930 to 1949."""
BERUSUL = ("Unit", "Jabatan", "Renstra")
"""Sheets for whose rows a missing kode is proposed."""
NilaiBaris = str | float | int | bool | dt.date | StrEnum | Target


@dataclass(frozen=True)
class BarisReferensi(Generic[T]):
    """A row as a value, with the cells it came from."""

    isi: T
    sel: Mapping[str, Sel]
    cacat: frozenset[str] = frozenset()

    def letak(self, kunci: str) -> Letak:
        """Where that column of the row stands; the row's first cell where it has no such column."""
        sel = self.sel.get(kunci) or next(iter(self.sel.values()))
        return sel.letak


def read_baris(
    isi: Isi,
    kolom: Sequence[KolomReferensi],
    temuan: list[Temuan],
    kata: Kata,
    kamus: KamusSatuan,
    daftar_skala: Sequence[Skala] = (),
) -> list[BarisReferensi[dict[str, Any]]]:
    """All rows of a sheet as values by column key; blanks are None. A row whose satuan names one of
    the scales speaks in its words, and holds it as `skala`."""
    daftar = []
    for sel in isi.baris:
        takaran = read_takaran(sel, kamus)
        cacat = {k.kunci for k in kolom if k.kunci not in sel}
        skala = find_skala_baris(sel, daftar_skala)
        nilai: dict[str, Any] = {"skala": skala} if daftar_skala else {}
        for k in kolom:
            if k.kunci in sel:
                hasil = read_sel_berskala(k, sel, skala, daftar_skala, kata, takaran)
                nilai[k.kunci] = None if isinstance(hasil, Temuan) else hasil
                if isinstance(hasil, Temuan):
                    temuan.append(hasil)
                    cacat.add(k.kunci)
                temuan.extend(_check_rumus(k, sel[k.kunci]))
        temuan.extend(t for _, t in check_sel_baris(kolom, sel, takaran))
        temuan.extend(t for _, t in check_strip(kolom, sel, skala))
        temuan.extend(apply_satuan(nilai, sel, takaran))
        cacat |= _check_wajib(isi, kolom, sel, nilai, temuan)
        daftar.append(BarisReferensi(nilai, sel, frozenset(cacat)))
    return daftar


def _check_wajib(
    isi: Isi,
    kolom: Sequence[KolomReferensi],
    sel: Mapping[str, Sel],
    nilai: Mapping[str, Any],
    temuan: list[Temuan],
) -> set[str]:
    """A half-filled row gets one temuan that names all it lacks; of a kode alone the rule says more
    that proposes one."""
    kurang = [
        k
        for k in kolom
        if k.wajib and k.kunci in sel and sel[k.kunci].is_kosong and not sel[k.kunci].rumus
    ]
    disebut = [k for k in kurang if k.kunci != "kode" or isi.lembar not in BERUSUL]
    daftar = [(k, sel[k.kunci].letak) for k in disebut]
    temuan.extend(t for _, t in check_kurang(daftar, isi.lembar, nilai))
    return {k.kunci for k in kurang}


def _check_rumus(kolom: KolomReferensi, sel: Sel) -> list[Temuan]:
    if sel.rumus is None or sel.galat is not None or sel.is_kosong:
        return []
    return [Temuan(Kode.REFERENSI_021, sel.letak, kolom=kolom.judul, nilai=read_teks_sel(sel))]


def read_sel(
    kolom: KolomReferensi,
    sel: Sel,
    kata: Kata = KATA_TETAP,
    skala: Skala | None = None,
    takaran: Takaran = TANPA_TAKARAN,
) -> NilaiBaris | Sebutan | Temuan:
    """A cell as its column's value, or what is wrong with it; numbers may be written with what they
    count, `skala` is its row's."""
    if sel.galat is not None:
        return Temuan(Kode.REFERENSI_020, sel.letak, kolom=kolom.judul, galat=sel.galat)
    if is_kosong(kolom, sel, skala):
        if sel.rumus is None or not sel.is_kosong:
            return None
        return Temuan(
            Kode.REFERENSI_020, sel.letak, kolom=kolom.judul, galat="rumus yang belum dihitung"
        )
    if kolom.is_kode:
        return _read_kode(kolom, sel)
    if skala is not None and kolom.kunci in KOLOM_BERSKALA:
        return _read_sebutan(kolom, sel, skala)
    match kolom.jenis:
        case JenisIsi.ANGKA | JenisIsi.BULAT | JenisIsi.TARGET:
            return read_angka_sel(kolom, sel, takaran)
        case JenisIsi.TANGGAL:
            return _read_tanggal(kolom, sel)
        case JenisIsi.PILIHAN:
            assert isinstance(kolom.sumber, type)
            return read_pilihan(kolom, sel, kolom.sumber, kata)
        case JenisIsi.YA:
            return _read_ya(kolom, sel)
        case JenisIsi.TEKS | JenisIsi.NIP | JenisIsi.RUJUKAN:
            return read_teks_sel(sel)
        case _:
            assert_never(kolom.jenis)


def _read_kode(kolom: KolomReferensi, sel: Sel) -> str | Temuan:
    """A kode as the file shows it; what a program made of one is asked about."""
    dugaan = find_dugaan(sel)
    if dugaan is None:
        return clean_kode(read_teks_sel(sel))
    terlihat, mungkin = dugaan
    kata = " atau ".join(f"“{satu}”" for satu in mungkin)
    saran = f" Mungkin maksudnya {kata}." if kata else ""
    return Temuan(Kode.REFERENSI_032, sel.letak, kolom=kolom.judul, nilai=terlihat, dugaan=saran)


def read_sel_berskala(
    kolom: KolomReferensi,
    sel: Mapping[str, Sel],
    skala: Skala | None,
    daftar: Sequence[Skala],
    kata: Kata = KATA_TETAP,
    takaran: Takaran = TANPA_TAKARAN,
) -> NilaiBaris | Sebutan | Temuan:
    """The same in its row; a word of a scale that the row's satuan doesn't name is asked about."""
    satu = sel[kolom.kunci]
    hasil = read_sel(kolom, satu, kata, skala, takaran)
    if not isinstance(hasil, Temuan) or hasil.kode is not Kode.REFERENSI_015 or skala:
        return hasil
    dugaan = find_berkata([read_teks_sel(satu)], daftar)
    if not dugaan or kolom.kunci not in KOLOM_BERSKALA:
        return hasil
    return Temuan(
        Kode.REFERENSI_056,
        satu.letak,
        kolom=kolom.judul,
        nilai=read_teks_sel(satu),
        skala=" atau ".join(f"“{s.nama}”" for s in dugaan),
        satuan=(read_teks_sel(sel["satuan"]) if "satuan" in sel else "") or "kosong",
    )


def _read_sebutan(kolom: KolomReferensi, sel: Sel, skala: Skala) -> Sebutan | Temuan | None:
    hasil = read_sebutan(sel._replace(samar=None), skala)
    if isinstance(hasil, BukanSebutan):
        return Temuan(
            Kode.REFERENSI_055, sel.letak, kolom=kolom.judul, nilai=hasil.teks, skala=skala.nama,
            pilihan=hasil.pilihan,
        )  # fmt: skip
    if isinstance(hasil, DuaBacaan | BukanAngka):
        return build_tolak(kolom, sel, hasil, TANPA_TAKARAN)
    return hasil


def _read_tanggal(kolom: KolomReferensi, sel: Sel) -> dt.date | Temuan | None:
    hasil = read_tanggal(sel)
    if isinstance(hasil, BukanTanggal):
        return Temuan(Kode.REFERENSI_017, sel.letak, kolom=kolom.judul, nilai=hasil.teks)
    if hasil is not None and kolom.kunci == "sampai" and hasil.year < TAHUN_TERAWAL:
        hari = render_tanggal(hasil)
        return Temuan(Kode.REFERENSI_461, sel.letak, kolom=kolom.judul, nilai=hari)
    return hasil


def read_pilihan(
    kolom: KolomReferensi, sel: Sel, pilihan: type[StrEnum], kata: Kata
) -> StrEnum | Temuan:
    """One of a closed list, in any case and spacing, or by a word that offices use."""
    teks = read_teks_sel(sel)
    cocok = find_pilihan(teks, pilihan, kata)
    if len(cocok) == 1:
        return cocok[0]
    if cocok:
        bacaan = " atau ".join(p.value for p in cocok)
        return Temuan(Kode.REFERENSI_080, sel.letak, kolom=kolom.judul, nilai=teks, bacaan=bacaan)
    daftar = [p.value for p in pilihan]
    return Temuan(
        Kode.REFERENSI_014,
        sel.letak,
        kolom=kolom.judul,
        nilai=teks,
        dugaan=_find_dekat(teks, pilihan, kata),
        pilihan=", ".join(daftar),
    )


def _find_dekat(teks: str, pilihan: type[StrEnum], kata: Kata) -> str:
    """The nearest name or word, with what it stands for; `III/a` may be an eselon or a golongan."""
    eselon = find_pilihan(f"Eselon {teks}", pilihan, kata)
    if eselon:
        return f" Mungkin maksudnya “Eselon {teks}” ({eselon[0].value})?"
    arti = {k.strip("… "): p.value for p in pilihan for k in (*kata.get(p, ()), p.value)}
    dekat = re.search("“(.*)”", find_mirip(teks, arti))
    if dekat is None:
        return ""
    arti_dekat = arti[dekat[1]]
    tambahan = "" if arti_dekat == dekat[1] else f" ({arti_dekat})"
    return f" Mungkin maksudnya “{dekat[1]}”{tambahan}?"


def _read_ya(kolom: KolomReferensi, sel: Sel) -> bool | Temuan:
    teks = read_teks_sel(sel).casefold()
    if teks in ("ya", "y", "true", "1", "tidak", "t", "false", "0"):
        return teks in ("ya", "y", "true", "1")
    return Temuan(
        Kode.REFERENSI_014,
        sel.letak,
        kolom=kolom.judul,
        nilai=teks,
        dugaan="",
        pilihan="ya, tidak",
    )
