"""The slots of a compiled sheet, and how each is filled."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import zip_longest

from sopkinerja.kesalahan import SopKinerjaError
from sopkinerja.lembar.isi import BarisIsi, Hitungan, NilaiIsi, Rumus, Tautan
from sopkinerja.lembar.penanda import MAKS_TEKS, Teks, clean, escape_atribut, escape_teks
from sopkinerja.lembar.tinggi import LebarTeks, estimate_tinggi

EPOK_1900 = dt.datetime(1899, 12, 30)
EPOK_1904 = dt.datetime(1904, 1, 1)


class SelPenuh(SopKinerjaError, ValueError):
    """A text is longer than a cell can hold."""


class RumusTiada(Exception):
    """A value for a formula came, and the template's cell holds none; names sheet and cell."""


@dataclass(frozen=True, slots=True)
class SelSlot:
    """A cell to fill: its opening `<c r= s=`, its formula's XML, and where it stands."""

    awal: str
    rumus: str | None
    lembar: str
    alamat: str


@dataclass(frozen=True, slots=True)
class SelIsian(SelSlot):
    """A cell of a table under the field key `kolom`; `lebar` where its text wraps."""

    kolom: str
    lebar: LebarTeks | None


@dataclass(frozen=True, slots=True)
class SelBernama(SelSlot):
    """A formula cell outside tables, by the defined names that point to it."""

    nama: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SelKunci(SelSlot):
    """The cell of a table row that takes the row key."""


@dataclass(frozen=True, slots=True)
class AwalBaris:
    """Here begins the row `urutan` (0-based) of a table."""

    tabel: str
    urutan: int
    nomor: int


@dataclass(frozen=True, slots=True)
class TinggiBaris:
    """The height of a table row."""


@dataclass(frozen=True, slots=True)
class AkhirBaris:
    """Here ends a table row; `tinggi` is its least height in points."""

    tinggi: float


@dataclass(frozen=True, slots=True)
class TautanLembar:
    """Where links are added; `bungkus` where the sheet has no `<hyperlinks>` of its own."""

    bungkus: bool


@dataclass(frozen=True, slots=True)
class BarisTemplat:
    """A whole table row: constant pieces and slots, and the least height in points.

    `berlipat` are its slots whose text wraps. `kosong` are the pieces before and after the row
    key where no value is given (nearly all rows of a log); None where they aren't constant.
    """

    awal: AwalBaris
    tinggi: float
    bagian: tuple[str | SelIsian | SelKunci | TinggiBaris | Teks, ...]
    berlipat: tuple[tuple[str, LebarTeks], ...]
    kosong: tuple[str, SelKunci, str] | None


MUAT_BLOK = 50
"""So many rows at most are one block: an entry on top of a log leaves the rest of it blank."""


@dataclass(slots=True)
class BlokSlot:
    """Rows of one table that follow each other. Their text while all are blank is kept, with the
    row keys it was written for: nearly all of a log is the same in every form."""

    baris: tuple[BarisTemplat, ...]
    kunci: tuple[str, ...] | None = None
    teks: str = ""

    def render_kosong(self, daftar: Sequence[BarisIsi]) -> str | None:
        """All rows without a value; None where one has some, or holds a marker."""
        if any(b.nilai for b in daftar):
            return None
        kunci = tuple(b.kunci for b in daftar)
        if kunci != self.kunci:
            if any(b.kosong is None for b in self.baris[: len(kunci)]):
                return None
            self.kunci, self.teks = kunci, self._join(kunci)
        return self.teks

    def _join(self, kunci: tuple[str, ...]) -> str:
        teks: list[str] = []
        for baris, satu in zip_longest(self.baris, kunci):
            if satu is None or baris.kosong is None:
                teks.append(_tersembunyi(baris))
            else:
                teks += _kosong(baris.kosong, satu)
        return "".join(teks)


Slot = SelIsian | SelBernama | SelKunci | AwalBaris | TinggiBaris | AkhirBaris | TautanLembar | Teks


@dataclass(slots=True)
class Penulis:
    """One sheet while it is written: pieces of XML, and the links met on the way.

    `cari` gives the location of a Tautan (`'Laporan'!J14`), `render_teks` a text with markers.
    """

    cari: Callable[[Tautan], str]
    render_teks: Callable[[Teks], str]
    epok: dt.datetime = EPOK_1900
    keluar: list[str] = field(default_factory=list)
    tautan: list[str] = field(default_factory=list)

    def write_baris(self, templat: BarisTemplat, baris: BarisIsi | None) -> None:
        """One row of a table; without content it is hidden and holds no cells."""
        tulis = self.keluar.append
        if baris is None:
            tulis(_tersembunyi(templat))
            return
        if not baris.nilai and templat.kosong is not None:
            self.keluar += _kosong(templat.kosong, baris.kunci)
            return
        nilai = baris.nilai
        for b in templat.bagian:
            if isinstance(b, str):
                tulis(b)
            elif isinstance(b, SelIsian):
                tulis(self.render_sel(b, nilai.get(b.kolom)))
            elif isinstance(b, SelKunci):
                tulis(self.render_sel(b, baris.kunci))
            elif isinstance(b, Teks):
                tulis(self.render_teks(b))
            else:
                tulis(_angka(_tinggi(templat, baris)))

    def write_tautan(self, slot: TautanLembar) -> None:
        """The links of this issue, behind the template's own."""
        isi = "".join(self.tautan)
        self.keluar.append(f"<hyperlinks>{isi}</hyperlinks>" if isi and slot.bungkus else isi)

    def render_sel(self, sel: SelSlot, nilai: NilaiIsi) -> str:
        """One cell with a value; ValueError for what a cell can't hold."""
        if nilai is None or nilai == "":
            return f"{sel.awal}/>"
        if isinstance(nilai, str):
            return f"{sel.awal}{_teks_sel(sel, nilai)}"
        if isinstance(nilai, Rumus):
            return _rumus(sel, nilai)
        if isinstance(nilai, Hitungan):
            rumus = escape_teks(nilai.rumus)
            return f"{sel.awal}><f>{rumus}</f><v>{_angka(nilai.nilai)}</v></c>"
        if isinstance(nilai, Tautan):
            self.tautan.append(_tautan(sel, nilai, self.cari(nilai)))
            return f"{sel.awal}{_teks_sel(sel, nilai.teks)}"
        if isinstance(nilai, bool):
            return f'{sel.awal} t="b"><v>{int(nilai)}</v></c>'
        if isinstance(nilai, dt.date):
            return f"{sel.awal}><v>{_angka(build_serial(nilai, self.epok))}</v></c>"
        return f"{sel.awal}><v>{_angka(nilai)}</v></c>"


def build_serial(tanggal: dt.date, epok: dt.datetime = EPOK_1900) -> float:
    """A date (or date and time) as the number Excel keeps for it."""
    if not isinstance(tanggal, dt.datetime):
        tanggal = dt.datetime.combine(tanggal, dt.time())
    return (tanggal.replace(tzinfo=None) - epok) / dt.timedelta(days=1)


def _kosong(potongan: tuple[str, SelKunci, str], kunci: str) -> tuple[str, ...]:
    awal, sel, akhir = potongan
    return awal, sel.awal, _teks_kunci(kunci), akhir


def _tersembunyi(templat: BarisTemplat) -> str:
    return f'<row r="{templat.awal.nomor}" hidden="1"/>'


def _tinggi(templat: BarisTemplat, baris: BarisIsi) -> float:
    tinggi = templat.tinggi
    for kolom, lebar in templat.berlipat:
        nilai = baris.nilai.get(kolom)
        if isinstance(nilai, Rumus):
            nilai = nilai.nilai
        elif isinstance(nilai, Tautan):
            nilai = nilai.teks
        if isinstance(nilai, str) and nilai:
            tinggi = max(tinggi, estimate_tinggi(nilai, lebar))
    return tinggi


def _teks_sel(sel: SelSlot, nilai: str) -> str:
    _check_panjang(nilai, sel)
    return _teks(nilai)


def _teks(nilai: str) -> str:
    """The rest of a text cell; edge blanks and line ends are kept."""
    isi = escape_teks(nilai)
    jaga = ' xml:space="preserve"' if isi != isi.strip() or "\n" in isi or "  " in isi else ""
    return f' t="inlineStr"><is><t{jaga}>{isi}</t></is></c>'


_teks_kunci = lru_cache(maxsize=4096)(_teks)
"""Row keys of a log are the same in every form."""


def _check_panjang(nilai: str, sel: SelSlot) -> None:
    if len(nilai) > MAKS_TEKS // 2 and len(nilai.encode("utf-16-le", "ignore")) // 2 > MAKS_TEKS:
        letak = f"{sel.lembar}!{sel.alamat}"
        raise SelPenuh(
            f"{letak}: isinya {len(nilai)} huruf, padahal satu sel memuat paling banyak {MAKS_TEKS}. "
            f"Pendekkan teks yang diawali “{nilai[:60]}…”, lalu ulangi."
        )


def _rumus(sel: SelSlot, rumus: Rumus) -> str:
    if sel.rumus is None:
        raise RumusTiada(sel.lembar, sel.alamat)
    nilai = rumus.nilai
    if nilai is None or isinstance(nilai, str):
        _check_panjang(nilai or "", sel)
        return f'{sel.awal} t="str">{sel.rumus}<v>{escape_teks(nilai or "")}</v></c>'
    return f"{sel.awal}>{sel.rumus}<v>{_angka(nilai)}</v></c>"


def _tautan(sel: SelSlot, tautan: Tautan, letak: str) -> str:
    return (
        f'<hyperlink ref="{sel.alamat}" location="{escape_atribut(letak)}" '
        f'display="{escape_atribut(clean(tautan.teks)[:255])}"/>'
    )


def _angka(nilai: float) -> str:
    if not math.isfinite(nilai):
        raise ValueError(f"a cell holds no {nilai}")
    teks = repr(float(nilai))
    return teks[:-2] if teks.endswith(".0") else teks


def build_baris(bagian: Sequence[str | Slot], tinggi: float) -> BarisTemplat:
    """A table row from the pieces between its AwalBaris and AkhirBaris."""
    awal = bagian[0]
    assert isinstance(awal, AwalBaris)
    isi = tuple(
        b for b in bagian[1:] if isinstance(b, str | SelIsian | SelKunci | TinggiBaris | Teks)
    )
    berlipat = tuple((b.kolom, b.lebar) for b in isi if isinstance(b, SelIsian) and b.lebar)
    return BarisTemplat(awal, tinggi, isi, berlipat, _baris_kosong(isi, tinggi))


def _baris_kosong(
    bagian: Sequence[str | SelIsian | SelKunci | TinggiBaris | Teks], tinggi: float
) -> tuple[str, SelKunci, str] | None:
    kunci = next((b for b in bagian if isinstance(b, SelKunci)), None)
    if kunci is None or any(isinstance(b, Teks) for b in bagian):
        return None
    tempat = bagian.index(kunci)
    teks = [
        f"{b.awal}/>" if isinstance(b, SelIsian) else b if isinstance(b, str) else _angka(tinggi)
        for b in bagian
    ]
    return "".join(teks[:tempat]), kunci, "".join(teks[tempat + 1 :])
