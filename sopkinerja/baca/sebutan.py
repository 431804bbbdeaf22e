"""What a cell means on a scale: one of its words, or a number that belongs to one."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from sopkinerja.baca.angka import BukanAngka, DuaBacaan, read_angka, read_teks
from sopkinerja.baca.sel import Sel
from sopkinerja.istilah import Sebutan
from sopkinerja.skala import Skala, find_skala
from sopkinerja.tulisan import render_digit

_KATA_ANGKA = re.compile(r"(?P<kata>.*?[^\d\s.,(/:=-])\s*[(/:=-]?\s*(?P<angka>\d[\d.,]*)\s*\)?")
_ANGKA_KATA = re.compile(r"(?P<angka>\d[\d.,]*)\s*[(/:=-]?\s*(?P<kata>[^\d\s.,(/:=-].*?)\s*\)?")
_ANGKA = re.compile(r"\d[\d.,]*")
_KATA_ARTI = re.compile(r"(?P<kata>[^()]+?)\s*\((?P<arti>[^()]*)\)")


KOLOM_BERSKALA = ("target_tahun", "tw_0", "tw_1", "tw_2", "tw_3", "realisasi_tahun_lalu")
"""The columns of a mandat that hold words where its satuan names a scale."""


class BukanSebutan(NamedTuple):
    """A cell that holds no word of its scale; `pilihan` is what it may hold."""

    teks: str
    pilihan: str


BacaanSebutan = Sebutan | BukanSebutan | DuaBacaan | BukanAngka | None


def read_sebutan(sel: Sel, skala: Skala) -> BacaanSebutan:
    """The word in a cell, in any case; None where it is blank. `BB (78,5)` and `B (Baik)` are what
    stands in front, unless the brackets say something else."""
    bacaan = read_angka(sel)
    if isinstance(bacaan, float):
        return _read_angka(sel, bacaan, skala)
    if not isinstance(sel.nilai, str) or sel.galat is not None or sel.coret:
        return bacaan
    teks = sel.nilai.strip()
    if not teks:
        return None
    hasil = skala.find_sebutan(teks) or _read_pasangan(teks, skala)
    if hasil is None and isinstance(bacaan, DuaBacaan) and skala.is_berangka:
        return bacaan
    return hasil or BukanSebutan(teks, render_pilihan(skala))


def _read_angka(sel: Sel, angka: float, skala: Skala) -> Sebutan | BukanSebutan:
    tertulis = sel.nilai.strip() if isinstance(sel.nilai, str) else render_digit(angka)
    hasil = skala.find_sebutan(tertulis) or (skala.find_angka(angka) if skala.is_berangka else None)
    return hasil or BukanSebutan(tertulis, render_pilihan(skala))


def _read_pasangan(teks: str, skala: Skala) -> Sebutan | None:
    """A word and its number, or a word and its meaning."""
    if cocok := _KATA_ANGKA.fullmatch(teks) or _ANGKA_KATA.fullmatch(teks):
        kata, angka = skala.find_sebutan(cocok["kata"]), read_teks(cocok["angka"])
        lewat = skala.find_angka(angka) if isinstance(angka, float) else None
        return lewat if kata and lewat and lewat.sebutan == kata.sebutan else None
    if cocok := _KATA_ARTI.fullmatch(teks):
        kata, arti = skala.find_sebutan(cocok["kata"]), skala.find_sebutan(cocok["arti"])
        sama = arti in (None, kata) and kata and _is_batasnya(kata, cocok["arti"], skala)
        return kata if sama else None
    return None


def _is_batasnya(kata: Sebutan, arti: str, skala: Skala) -> bool:
    """Whether the numbers behind a word, as in `BB (>70-80)`, begin where it does."""
    angka = _ANGKA.search(arti)
    if angka is None or not skala.is_berangka:
        return True
    awal = read_teks(angka[0])
    batas = next(j.batas for j in skala.jenjang if j.sebutan == kata.sebutan)
    dalam = skala.find_angka(awal) if isinstance(awal, float) else None
    return awal == batas or (dalam is not None and dalam.sebutan == kata.sebutan)


def find_skala_baris(sel: Mapping[str, Sel], daftar: Sequence[Skala]) -> Skala | None:
    """The scale that the row of a mandat speaks in; None where it speaks in numbers."""
    satuan = sel["satuan"].nilai if "satuan" in sel else None
    isi = (sel[k].nilai for k in KOLOM_BERSKALA if k in sel and sel[k].galat is None)
    kata = [t for t in isi if isinstance(t, str)]
    return find_skala(satuan, kata, daftar) if isinstance(satuan, str) else None


def render_pilihan(skala: Skala) -> str:
    """`TMP, TW, WDP, WTP`, or a number where the scale has bounds."""
    angka = " (atau angkanya)" if skala.is_berangka else ""
    return f"{skala.render()}{angka}"
