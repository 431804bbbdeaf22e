"""One page of rows whose heights are known before they are written, so that what fits is known."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sopkinerja.cetak.gaya import GAYA, Nilai
from sopkinerja.cetak.tulis import Lembar
from sopkinerja.lembar.huruf import count_baris, measure_tinggi
from sopkinerja.tulisan import render_tanggal

DAHULU = 10
"""As many rows of the first table as an office commonly has come before those of the second."""
RAPAT = 1.0
"""Points less than elsewhere between the rows of one or two lines: as much as printers need."""
HURUF = 8.0
"""Points; the page is printed at nine tenths, so no letter is under 7."""

TEPI = 5 / 7
"""Characters that the edges of a column add to its width: five pixels, for each of those joined."""


@dataclass(frozen=True)
class SelKertas:
    """A cell over the columns `kolom` to `akhir`, in styles and properties of its own."""

    kolom: int
    akhir: int
    isi: Nilai
    gaya: tuple[str, ...] = ()
    sifat: Mapping[str, Any] = field(default_factory=dict)

    @property
    def ukuran(self) -> float:
        """The size of its letters."""
        return float(self.sifat.get("font_size", HURUF))

    @property
    def teks(self) -> str:
        """What is measured of it: figures are short, only texts wrap."""
        if not self.sifat.get("text_wrap", True):
            return ""
        if isinstance(self.isi, str):
            return self.isi
        return (
            ""
            if self.isi is None or isinstance(self.isi, int | float)
            else render_tanggal(self.isi)
        )

    @property
    def tebal(self) -> bool:
        """Whether its letters are bold."""
        return bool(self.sifat.get("bold") or any(GAYA[g].get("bold") for g in self.gaya))


@dataclass(frozen=True)
class BarisKertas:
    """Cells beside each other; `tinggi` where their texts don't tell it."""

    sel: tuple[SelKertas, ...] = ()
    tinggi: float | None = None

    def measure(self, lebar: Sequence[float]) -> float:
        """Points of height on columns so many characters wide."""
        if self.tinggi is not None:
            return self.tinggi
        return max((_measure(s, lebar) for s in self.sel), default=HURUF)


def _measure(sel: SelKertas, lebar: Sequence[float]) -> float:
    ruang = sum(lebar[sel.kolom : sel.akhir + 1]) + (sel.akhir - sel.kolom + 1) * TEPI
    baris = count_baris(sel.teks, ruang, sel.ukuran, sel.tebal)
    tinggi = measure_tinggi(baris, sel.ukuran)
    return tinggi - RAPAT if baris <= 2 else tinggi


def write_kertas(
    lembar: Lembar, daftar: Sequence[BarisKertas], lebar: Sequence[float], baris: int = 0
) -> None:
    """The rows below each other."""
    for satu in daftar:
        for s in satu.sel:
            sifat = {"font_size": HURUF, "text_wrap": True, "valign": "vcenter"} | dict(s.sifat)
            lembar.merge(baris, s.kolom, s.akhir, s.isi, *s.gaya, **sifat)
        lembar.apply_tinggi_baris(baris, satu.measure(lebar))
        baris += 1


def bagi_ruang(
    pertama: Sequence[float], kedua: Sequence[float], ruang: float, sisa: float
) -> tuple[int, int]:
    """How many rows of two tables fit a room: all where they do; else, with `sisa` kept for the row
    of each that says how many are left out, one of the second and ten of the first before they take
    turns, two of the first to one of the second."""
    if sum(pertama) + sum(kedua) <= ruang:
        return len(pertama), len(kedua)
    ruang -= sisa * (bool(pertama) + bool(kedua))
    banyak, tabel, buntu = [0, 0], (pertama, kedua), set[int]()
    for giliran in [1, *[0] * DAHULU, *[0, 0, 1] * (len(pertama) + len(kedua))]:
        if giliran in buntu or banyak[giliran] == len(tabel[giliran]):
            continue
        terakhir = banyak[giliran] + 1 == len(tabel[giliran])
        tinggi = tabel[giliran][banyak[giliran]] - (sisa if terakhir else 0)
        if tinggi > ruang:
            buntu.add(giliran)
            continue
        ruang -= tinggi
        banyak[giliran] += 1
    return banyak[0], banyak[1]
