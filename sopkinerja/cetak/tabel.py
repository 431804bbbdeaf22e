"""Tables of every report: what a column is, what a cell is, and the one writer of both."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Generic

from typing_extensions import TypeVar

from sopkinerja.cetak.gaya import Nilai, build_format_angka
from sopkinerja.cetak.tulis import Lembar

B = TypeVar("B", default=Any)
"""What a row of the table is of; Any where its cells are given as they stand."""


@dataclass(frozen=True)
class SelCetak:
    """A cell with styles or properties of its own, a formula behind its value, or a link."""

    nilai: Nilai
    gaya: tuple[str, ...] = ()
    sifat: Mapping[str, Any] = field(default_factory=dict)
    rumus: str = ""
    tautan: str = ""
    """The sheet it leads to."""
    desimal: int | None = None
    """The decimals of a report's figure; None: a number shows those it has."""
    alamat: str = ""
    """The web address or, relative to the workbook, the file that it opens."""


Isi = Nilai | SelCetak


@dataclass(frozen=True)
class BarisCetak:
    """The cells of a row and the styles it has on top of its columns'."""

    isi: Sequence[Isi]
    gaya: tuple[str, ...] = ()


@dataclass(frozen=True)
class KolomCetak(Generic[B]):
    """A column of a table: heading, width in characters, styles of its cells, and which field of a
    row it shows. `kunci` is how formulas name it, `pita` the band above it; `luwes` columns take up
    the slack of their page; `bentang` columns of the sheet are one of the table."""

    judul: str
    lebar: float
    gaya: tuple[str, ...] = ()
    isi: Callable[[B], Isi] | None = None
    kunci: str = ""
    pita: str = ""
    luwes: bool = False
    bentang: int = 1
    sembunyi: bool = False
    """A helper of formulas."""

    def apply(
        self,
        lebar: float,
        gaya: tuple[str, ...] | None = None,
        judul: str = "",
        *,
        pita: str = "",
        luwes: bool = False,
        bentang: int = 1,
    ) -> KolomCetak[B]:
        """The same field in a table of its own width, and what else is different there."""
        return replace(
            self,
            lebar=lebar,
            gaya=self.gaya if gaya is None else gaya,
            judul=judul or self.judul,
            pita=pita,
            luwes=luwes,
            bentang=bentang,
        )

    def with_isi(self, isi: Callable[[B], Isi]) -> KolomCetak[B]:
        """The same column with its field shown otherwise."""
        return replace(self, isi=isi)

    def read(self, baris: B) -> Isi:
        """The cell of a row."""
        assert self.isi is not None
        return self.isi(baris)


def write_tabel(
    lembar: Lembar,
    kolom: Sequence[KolomCetak[B]],
    isi: Iterable[Sequence[Isi] | BarisCetak],
    *,
    baris: int,
    mulai: int = 0,
    lebar: bool = True,
    kosong: str | None = None,
    gaya: tuple[str, ...] = (),
) -> int:
    """Headings and rows; the next free row. `lebar=False` keeps the sheet's column widths; `kosong`
    is said in one wide row where there are no rows; `gaya` is every cell's."""
    if lebar:
        lembar.apply_lebar(*(k.lebar for k in kolom), mulai=mulai)
    write_kepala_kolom(lembar, kolom, baris, mulai, gaya)
    awal = baris = baris + 1
    for satu in isi:
        write_baris(lembar, kolom, satu, baris, mulai, gaya)
        baris += 1
    if baris == awal and kosong is not None:
        akhir = mulai + sum(k.bentang for k in kolom) - 1
        lembar.merge(baris, mulai, akhir, kosong, "sel", "miring", "tengah")
        baris += 1
    return baris


def write_kepala_kolom(
    lembar: Lembar,
    kolom: Sequence[KolomCetak[B]],
    baris: int,
    mulai: int = 0,
    gaya: tuple[str, ...] = (),
) -> None:
    """The heading row; those of helpers don't wrap (they are hidden and must not add height)."""
    for k in kolom:
        cara = ("pas",) if k.sembunyi else gaya
        lembar.merge(baris, mulai, mulai + k.bentang - 1, k.judul, "kepala", *cara)
        mulai += k.bentang


def write_baris(
    lembar: Lembar,
    kolom: Sequence[KolomCetak[B]],
    isi: Sequence[Isi] | BarisCetak,
    baris: int,
    mulai: int = 0,
    gaya: tuple[str, ...] = (),
) -> None:
    """One row of cells, each in the style of its column, of the row, and its own."""
    satu = isi if isinstance(isi, BarisCetak) else BarisCetak(isi)
    for k, nilai in zip(kolom, satu.isi, strict=True):
        sel = nilai if isinstance(nilai, SelCetak) else SelCetak(nilai)
        cara = ("sel", *gaya, *k.gaya, *satu.gaya, *sel.gaya)
        _write_sel(lembar, baris, (mulai, mulai + k.bentang - 1), sel, cara)
        mulai += k.bentang


def _write_sel(
    lembar: Lembar, baris: int, kolom: tuple[int, int], sel: SelCetak, gaya: tuple[str, ...]
) -> None:
    if sel.tautan:
        lembar.write_tautan(baris, kolom[0], sel.tautan, str(sel.nilai), *gaya)
    elif sel.alamat:
        lembar.write_alamat(baris, kolom[0], sel.alamat, str(sel.nilai), *gaya)
    elif sel.rumus:
        assert isinstance(sel.nilai, float | int | str | None)
        lembar.write_rumus(baris, kolom[0], sel.rumus, sel.nilai, *gaya, **sel.sifat)
    else:
        lembar.merge(baris, *kolom, sel.nilai, *gaya, **build_sifat(sel))


def build_sifat(sel: SelCetak) -> Mapping[str, Any]:
    """A cell's own properties, with the format of a report's figure."""
    if sel.desimal is None or not isinstance(sel.nilai, int | float):
        return sel.sifat
    return {"num_format": build_format_angka(sel.nilai, sel.desimal), **sel.sifat}


def write_pita(lembar: Lembar, kolom: Sequence[KolomCetak[B]], baris: int) -> None:
    """Bands over neighbouring columns that name the same one."""
    awal = 0
    for ke in range(1, len(kolom) + 1):
        if ke == len(kolom) or kolom[ke].pita != kolom[awal].pita:
            lembar.merge(baris, awal, ke - 1, kolom[awal].pita, "pita", "kecil")
            awal = ke
