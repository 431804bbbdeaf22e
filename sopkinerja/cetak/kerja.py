"""A worksheet of XlsxWriter that also takes long runs of rows, made only when the file is written."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from itertools import pairwise
from typing import Protocol

from xlsxwriter.sharedstrings import SharedStringTable
from xlsxwriter.worksheet import Worksheet


class Deret(Protocol):
    """Rows below each other of which a worksheet knows only how tall they are."""

    awal: int
    """The first row, from 0."""
    tingkat: int
    """How deep in the outline they lie."""
    akhir_kolom: int
    """The last column."""

    def __len__(self) -> int:
        """So many rows."""

    def measure(self, ke: int) -> float:
        """Points that one of them is tall."""

    def render(self) -> Iterator[str]:
        """The cells of each row in the format's own words."""


class LembarKerja(Worksheet):  # type: ignore[misc]
    """Cells that are written one by one lie in its table; rows of `deret` stand between them."""

    outline_row_level: int
    dim_rowmin: int
    dim_rowmax: int

    def __init__(self) -> None:
        super().__init__()
        self.deret: list[Deret] = []

    def add_deret(self, deret: Deret) -> int:
        """Rows where no cell is; the sheet is as large as they need, and a negative code says that
        none can be. The package says that it has texts before they are made."""
        self.deret.append(deret)
        self.str_table.count = max(self.str_table.count, 1)
        self._check_dimensions(deret.awal, 0)
        hasil: int = self._check_dimensions(deret.awal + len(deret) - 1, deret.akhir_kolom)
        self.outline_row_level = max(self.outline_row_level, deret.tingkat)
        return hasil

    def count_deret(self) -> int:
        """So many rows of runs."""
        return sum(map(len, self.deret))

    def find_deret(self, baris: int) -> Deret | None:
        """The run that a row is of; they are added from the top of the sheet down."""
        ke = bisect_right(self.deret, baris, key=lambda d: d.awal) - 1
        return (
            self.deret[ke]
            if ke >= 0 and baris - self.deret[ke].awal < len(self.deret[ke])
            else None
        )

    def _write_rows(self) -> None:
        awal, akhir = self.dim_rowmin, self.dim_rowmax
        batas = [awal, *(b for d in self.deret for b in (d.awal, d.awal + len(d))), akhir + 1]
        for ke, (dari, sampai) in enumerate(pairwise(batas)):
            if ke % 2:
                self._write_deret(self.deret[ke // 2])
            elif dari < sampai:
                self.dim_rowmin, self.dim_rowmax = dari, sampai - 1
                super()._write_rows()
        self.dim_rowmin, self.dim_rowmax = awal, akhir

    def _write_deret(self, deret: Deret) -> None:
        for ke, isi in enumerate(deret.render()):
            baris = deret.awal + ke
            self.set_row(baris, deret.measure(ke), None, {"level": deret.tingkat})
            self._write_row(baris, None, self.row_info.pop(baris))
            del self.row_sizes[baris]
            self.fh.write(isi)
            self.fh.write("</row>")


class TabelTeks(SharedStringTable):  # type: ignore[misc]
    """Every text of a workbook once; more may come while its sheets are being written."""

    def _get_shared_string_index(self, string: str) -> int:
        self.count += 1
        nomor: int | None = self.string_table.get(string)
        if nomor is None:
            nomor = self.string_table[string] = self.unique_count
            self.string_array.append(string)
            self.unique_count += 1
        return nomor

    def _sort_string_data(self) -> None:
        """They are in order already."""
