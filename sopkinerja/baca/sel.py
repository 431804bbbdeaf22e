"""What a returned workbook says, before anyone judges it: cells, tables, the file's own claims."""

from __future__ import annotations

import datetime as dt
import pickle
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from sopkinerja.baca.muatan import TANPA_MUATAN, Muatan
from sopkinerja.temuan import Letak

Nilai = str | float | bool | dt.date | dt.datetime | dt.time | dt.timedelta | None
"""A cell's value; whole numbers come as float too, a blank as None."""


class Sel(NamedTuple):
    """One cell as the file has it; `galat` is an error text such as `#REF!`.

    `terlihat` is what the cell shows where that differs from its plain value (`120%`, `08.30`, what
    is left of a text that is struck through), `tautan` the address behind a link, `coret` says
    that some of it is struck through, `gambar` that it holds a picture. `samar` is the other number
    that the eye reads, where a format or a font hides digits, `gabungan` the merged
    range whose first row lent it its value.
    """

    nilai: Nilai
    lembar: str
    alamat: str
    rumus: str | None = None
    persen: bool = False
    galat: str | None = None
    terlihat: str | None = None
    tautan: str = ""
    coret: bool = False
    gambar: bool = False
    samar: str | None = None
    gabungan: str = ""

    @property
    def letak(self) -> Letak:
        """Where to point a temuan."""
        return Letak(self.lembar, self.alamat)

    @property
    def is_kosong(self) -> bool:
        """Blank: nothing, white space alone, or a text that is struck through as a whole."""
        if self.galat is not None or self.nilai is None:
            return self.galat is None
        if not isinstance(self.nilai, str):
            return False
        return not (self.nilai if self.terlihat is None else self.terlihat).strip()


@dataclass
class TabelTerbaca:
    """One table found in a returned workbook.

    `baris` maps a row key to its cells by field key. `liar` holds filled rows without a row key
    (inserted or pasted ones). `kunci_ganda` lists row keys that stood more than once (their first
    rows are in `baris`, the others in `liar`). `lewat_judul` is True where keys were lost and the
    headings served instead. `kosong` are the row keys of blank rows where the officer fills
    freely (nearly all of a log): these aren't in `baris`.
    """

    nama: str
    lembar: str
    kolom: tuple[str, ...]
    baris: dict[str, dict[str, Sel]]
    liar: list[dict[str, Sel]] = field(default_factory=list)
    kunci_liar: tuple[str | None, ...] = ()
    """The row key of each of `liar`: None where it has none."""
    kunci_ganda: tuple[str, ...] = ()
    lewat_judul: bool = False
    kosong: tuple[str, ...] = ()
    rentang: tuple[int, int] | None = None
    """Its first and last row (1-based), blank ones too; None where no key tells its ends."""
    huruf: Mapping[str, str] = field(default_factory=dict)
    """The column letter of each field."""
    kembar: tuple[tuple[str, str, bool], ...] = ()
    """Columns that stand twice: field, both letters, whether what they hold differs."""
    tampak: bool = True
    """Whether a person sees the sheet."""
    kolom_berjudul: tuple[str, ...] = ()
    """Fields whose hidden key is lost: read by their heading."""


class TabelDikemas(Mapping[str, "list[TabelTerbaca]"]):
    """The tables of a workbook on their way between processes: each stays packed until it is asked
    for, and whoever only passes them on pays for none."""

    def __init__(self, kemasan: Mapping[str, bytes]) -> None:
        self._kemasan = dict(kemasan)
        self._terbuka: dict[str, list[TabelTerbaca]] = {}

    @classmethod
    def pack(cls, tabel: Mapping[str, list[TabelTerbaca]]) -> TabelDikemas:
        """These tables, packed."""
        return cls({nama: pickle.dumps(t, pickle.HIGHEST_PROTOCOL) for nama, t in tabel.items()})

    def __getitem__(self, nama: str) -> list[TabelTerbaca]:
        if nama not in self._terbuka:
            self._terbuka[nama] = pickle.loads(self._kemasan[nama])
        return self._terbuka[nama]

    def __iter__(self) -> Iterator[str]:
        return iter(self._kemasan)

    def __len__(self) -> int:
        return len(self._kemasan)

    def __reduce__(self) -> tuple[type[TabelDikemas], tuple[dict[str, bytes]]]:
        return TabelDikemas, (self._kemasan,)


@dataclass
class BukuTerbaca:
    """Everything we take from a file: its tables, its claims of identity, its own save time.

    `tabel` lists every copy of a table (a duplicated sheet gives two), those on screen first. `kode` lists each kode
    formulir text found (visible cells, hidden sheet, core property), in that order, doubles
    removed. `jenis` is the format by content: xlsx, xlsm, xls or ods. `tersimpan` is the last
    save by the file's own word (UTC, naive), if it says.
    """

    jenis: str
    lembar: tuple[str, ...]
    tabel: Mapping[str, list[TabelTerbaca]]
    kode: tuple[str, ...] = ()
    tersimpan: dt.datetime | None = None
    is_utc: bool = False
    """Whether the program that saved it writes its clock as UTC (LibreOffice writes local time)."""
    masa: tuple[tuple[int, int], ...] = ()
    """Triwulan and year that its titles name."""
    jumlah_gambar: int = 0
    sidik_gambar: tuple[int, ...] = ()
    """The CRC-32 of each of those pictures."""
    muatan: Muatan = TANPA_MUATAN
    """What it carries beside its cells."""
