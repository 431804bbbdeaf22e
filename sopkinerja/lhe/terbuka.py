"""What of a question to the head of the office is still open: all that no decision is about."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from sopkinerja.lhe.halaman import render_daftar
from sopkinerja.matriks.model import RapatMonev
from sopkinerja.rantai import is_kode_disebut
from sopkinerja.rapat.model import Diminta

MAKS_KODE = 6
"""So many more are named by their kode alone."""
DISEBUT = "; {} lagi sudah disebut dalam keputusan rapat"


class ButirDiminta(NamedTuple):
    """One of those that a question is about: its kode (two of a pair), and how it is named."""

    kode: tuple[str, ...]
    nama: str


class Penanya(NamedTuple):
    """How questions are put: so many by name, and what the meeting decided since (None before it)."""

    sebut: int
    rapat: RapatMonev | None = None

    def build(
        self, pesan: str, semua: Iterable[ButirDiminta], *, berkode: bool = False
    ) -> Iterator[Diminta]:
        """The question (`… bagi {} IKU: {}.`) of those that are open, with how many aren't; none
        where nothing is. `berkode`: those that aren't named have their kode."""
        semua = list(semua)
        buka = [b for b in semua if not self._is_selesai(pesan, b)]
        if buka:
            ekor = DISEBUT.format(len(semua) - len(buka)) if len(buka) < len(semua) else ""
            daftar = self._render(buka, berkode=berkode) + ekor
            isi = pesan.format(*[len(buka)] * (pesan.count("{}") - 1), daftar)
            yield Diminta(isi, tuple(dict.fromkeys(k for b in buka for k in b.kode)))

    def _is_selesai(self, pesan: str, b: ButirDiminta) -> bool:
        """Whether the meeting was asked this of it and decided about it, on either side of a pair."""
        return any(
            is_dibawa(Diminta(pesan.replace("{}", "1"), (kode,)), self.rapat)
            and is_diputuskan(kode, self.rapat)
            for kode in b.kode
        )

    def _render(self, buka: Sequence[ButirDiminta], *, berkode: bool) -> str:
        if not berkode or len(buka) <= self.sebut + 1:
            return render_daftar([b.nama for b in buka], self.sebut)
        sisa = [b.kode[0] for b in buka[self.sebut :]]
        return render_daftar([*(b.nama for b in buka[: self.sebut]), *sisa], self.sebut + MAKS_KODE)


def is_dibawa(d: Diminta, rapat: RapatMonev | None) -> bool:
    """Whether the meeting was asked the same already, of no fewer than it is open for now."""
    return any(
        _find_jenis(isi) == _find_jenis(d.isi) and _is_tercakup(d.kode, menyangkut)
        for isi, menyangkut in (rapat.dibawa if rapat else ())
    )


def is_diputuskan(kode: str, rapat: RapatMonev | None) -> bool:
    """Whether the minutes have a decision about that indicator or chair: beside its row, or one
    that names its kode."""
    return any(
        k.isi and (k.kode == kode or is_kode_disebut(kode, k.isi))
        for k in (rapat.keputusan if rapat else ())
    )


def _find_jenis(isi: str) -> str:
    """What is asked without how many it is about, and who."""
    return re.sub(r"\d+", "#", re.split("[:,]", isi)[0])


def _is_tercakup(kode: Sequence[str], menyangkut: str) -> bool:
    """Whether the form named all of them, or said that there were more than it named."""
    tersebut = menyangkut.split(", ")
    return "+" in tersebut[-1] or set(kode) <= set(tersebut)
