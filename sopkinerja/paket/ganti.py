"""What becomes of answers that were begun on a form which another one replaces."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import StrEnum
from typing import Any, NamedTuple

from sopkinerja.agenda.model import Terbitan
from sopkinerja.formulir.jenis import Jenis
from sopkinerja.formulir.model import BarisStatus
from sopkinerja.istilah import Keadaan
from sopkinerja.paket import teks
from sopkinerja.paket.banding import Kabaran, Perbandingan
from sopkinerja.tulisan import render_tanggal


class Cara(StrEnum):
    """How who had the old form goes on: in that one, in the new one, which asks otherwise, or in the
    new one, which holds what they sent."""

    TERUS = teks.GANTI_TERUS
    PINDAH = teks.GANTI_PINDAH
    ISI = teks.GANTI_ISI


class Ganti(NamedTuple):
    """How they go on, and the rows that only the new form has, by sheet."""

    cara: Cara
    tambahan: Sequence[tuple[str, int]] = ()


def build_ganti(
    jenis: Jenis[Any], s: BarisStatus, banding: Perbandingan, lama: Terbitan | None, baru: Terbitan
) -> Ganti | None:
    """Of a form that replaces `lama`, which is not known where its record is gone; None where it
    replaces nothing."""
    if banding.kabar is not Kabaran.BERUBAH:
        return None
    if baru.perbaikan or s.keadaan is Keadaan.PERBAIKAN:
        return Ganti(Cara.ISI)
    if lama is None:
        return Ganti(Cara.PINDAH)
    dulu, kini = (jenis.rekam.model_validate_json(t.isi) for t in (lama, baru))
    if jenis.pokok(dulu) != jenis.pokok(kini):
        return Ganti(Cara.PINDAH)
    return Ganti(Cara.TERUS, tuple(_iter_tambahan(jenis, dulu.list_kunci(), kini.list_kunci())))


def _iter_tambahan(
    jenis: Jenis[Any], dulu: dict[str, Sequence[str]], kini: dict[str, Sequence[str]]
) -> Iterable[tuple[str, int]]:
    """Blank rows to be typed into aren't counted."""
    for tabel in jenis.tabel:
        baru = set(kini.get(tabel.nama, ())) - set(dulu.get(tabel.nama, ()))
        if baru and not tabel.pola:
            yield tabel.lembar, len(baru)


def render_ganti(ganti: Ganti | None, banding: Perbandingan) -> str:
    """What the message to a person says of it; empty where nothing is replaced."""
    if ganti is None or banding.sejak is None:
        return ""
    isi = teks.GANTI_ORANG.format(hari=render_tanggal(banding.sejak), cara=ganti.cara.value)
    if ganti.tambahan:
        daftar = ", ".join(
            teks.TAMBAHAN.format(jumlah=n, lembar=lembar) for lembar, n in ganti.tambahan
        )
        isi += teks.GANTI_TAMBAHAN.format(daftar=daftar)
    return isi


def render_ganti_unit(milik: Iterable[tuple[str, Ganti | None]]) -> str:
    """What the message to the head of a unit says of those (who, how they go on) that replace one;
    empty where none does."""
    cara = [(siapa, g.cara) for siapa, g in milik if g]
    baru = [siapa for siapa, c in cara if c is not Cara.TERUS]
    if len(baru) == len(cara):
        return teks.GANTI_UNIT_BARU if baru else ""
    kecuali = teks.GANTI_UNIT_KECUALI.format(siapa=", ".join(baru)) if baru else ""
    return teks.GANTI_UNIT_TERUS.format(kecuali=kecuali)
